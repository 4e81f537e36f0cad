/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxDocxFields:
 *
 * The fields open at a place of a Word document: code first, which is not shown, then its result,
 * which is; fields stand in fields. A table of contents only repeats what follows.
 */
typedef struct _JxDocxFields JxDocxFields;

JxDocxFields *jx_docx_fields_new (void);
void jx_docx_fields_free (JxDocxFields *fields);

void jx_docx_fields_begin (JxDocxFields *fields);
void jx_docx_fields_add_code (JxDocxFields *fields, const char *code, gsize length);
/** jx_docx_fields_separate: the result follows. Returns: whether it is a table of contents. */
gboolean jx_docx_fields_separate (JxDocxFields *fields);
void jx_docx_fields_end (JxDocxFields *fields);
/** jx_docx_fields_end_paragraph: a code that was not closed ends with its paragraph. */
void jx_docx_fields_end_paragraph (JxDocxFields *fields);
void jx_docx_fields_close_contents (JxDocxFields *fields);

/** jx_docx_fields_show: Returns: whether text is to be seen here. */
gboolean jx_docx_fields_show (const JxDocxFields *fields);
gboolean jx_docx_fields_in_contents (const JxDocxFields *fields);

G_END_DECLS
