/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-library.h"

G_BEGIN_DECLS

/* What jx-library.c, the library itself, and jx-library-file.c, its file, share. */

typedef struct
{
  JxLibraryEntry entry; /* first: outside, a record is its entry */
  guint64 used;         /* the library's clock when it was last used */
  struct
  {
    int year;
    char *text;
  } values[JX_LIBRARY_MAX_YEARS]; /* the latest year first */
  guint n_values;
} JxLibraryRecord;

struct _JxLibrary
{
  GHashTable *records; /* folded second and third level → JxLibraryRecord */
  guint64 clock;
};

void jx_library_record_free (JxLibraryRecord *record);
/** jx_library_ensure_record: Returns: (transfer none): the one of these levels, new if there was none. */
JxLibraryRecord *jx_library_ensure_record (JxLibrary *library, const char *level2, const char *level3);
/** jx_library_record_set_value: Returns: whether that is new. */
gboolean jx_library_record_set_value (JxLibraryRecord *record, int year, const char *text);
/** jx_library_replace: @with: (nullable): blank keeps what is there. Returns: whether @text is another now. */
gboolean jx_library_replace (char **text, const char *with);
/** jx_library_list_records: Returns: (transfer full) (element-type JxLibraryRecord): marked ones first, then those used last. */
GPtrArray *jx_library_list_records (const JxLibrary *library);
/** jx_library_bound: lets those at the end of the list go, once there are more than the bound and @slack. */
void jx_library_bound (JxLibrary *library, guint slack);

G_END_DECLS
