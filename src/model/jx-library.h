/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/**
 * JxLibrary:
 *
 * The user's own indicators, from the documents she opened or as she marked them: what she has
 * written before she need not write again. One entry an indicator, told by its second and third
 * level; of each its words as last used, and the values of the last few years. It is bounded: those
 * not used for longest go first, marked ones last.
 */
typedef struct _JxLibrary JxLibrary;

/* Entries a library keeps, and years of which an entry keeps the value. */
#define JX_LIBRARY_MAX_ENTRIES 2000
#define JX_LIBRARY_MAX_YEARS 3

/**
 * JxLibraryEntry: texts are never %NULL
 * @year: of its document when last used; 0 unknown
 * @marked: by the user, to be kept
 */
typedef struct
{
  char *level1;
  char *level2;
  char *level3;
  char *description;
  char *basis;
  int year;
  gboolean marked;
} JxLibraryEntry;

JxLibrary *jx_library_new (void);
/** jx_library_copy: Returns: (transfer full): one that another thread may have. */
JxLibrary *jx_library_copy (const JxLibrary *library);
void jx_library_free (JxLibrary *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxLibrary, jx_library_free)

/**
 * jx_library_parse:
 * @data: what jx_library_to_data() made; groups that are not understood are left out
 * @error: %JX_ERROR_SYNTAX: not such a file; %JX_ERROR_UNSUPPORTED: of a later version
 *
 * Returns: (transfer full) (nullable)
 */
JxLibrary *jx_library_parse (const char *data, gsize length, GError **error);
/** jx_library_to_data: Returns: (transfer full): a key file; the same for the same entries. */
char *jx_library_to_data (const JxLibrary *library, gsize *length);

/** jx_library_learn: takes the indicators of @project in, which have a third level and a value. Returns: whether anything is new. */
gboolean jx_library_learn (JxLibrary *library, const JxItem *project);
/** jx_library_mark: takes one @indicator in and marks it. Returns: whether it has a third level, without which it cannot be. */
gboolean jx_library_mark (JxLibrary *library, const JxItem *indicator);
/** jx_library_set_marked: Returns: whether that is new. */
gboolean jx_library_set_marked (JxLibrary *library, const JxLibraryEntry *entry, gboolean marked);
/** jx_library_remove: @entry is gone afterwards. */
void jx_library_remove (JxLibrary *library, const JxLibraryEntry *entry);
/** jx_library_merge: takes the entries of @other in that @library has not. */
void jx_library_merge (JxLibrary *library, const JxLibrary *other);

guint jx_library_count (const JxLibrary *library);
/**
 * jx_library_search:
 * @words: separated by blanks; all of them stand in an entry that is found, in any of its texts; "" finds all
 * @level2: (nullable): those of this second level come first
 *
 * Returns: (transfer full) (element-type JxLibraryEntry): marked ones first, then those used last;
 *   they are the library's and valid until it is changed
 */
GPtrArray *jx_library_search (const JxLibrary *library, const char *words, const char *level2);
/** jx_library_find: Returns: (transfer none) (nullable): the entry of @indicator's second and third level. */
const JxLibraryEntry *jx_library_find (const JxLibrary *library, const JxItem *indicator);
/**
 * jx_library_entry_get_value:
 * @before: a year; 0 for any
 * @year: (out) (optional): which it is of
 *
 * Returns: (transfer none) (nullable): the value of the latest year before @before, else of the latest there is
 */
const char *jx_library_entry_get_value (const JxLibraryEntry *entry, int before, int *year);

G_END_DECLS
