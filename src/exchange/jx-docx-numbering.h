/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-zip.h"

G_BEGIN_DECLS

/** JxDocxNumbering: the automatic numbers of a Word document, counted as its paragraphs come. */
typedef struct _JxDocxNumbering JxDocxNumbering;

/**
 * jx_docx_numbering_new:
 * @numbering: (nullable): the part with the numbers' shapes
 * @styles: (nullable): the part with styles, which may bear numbers
 *
 * Returns: (transfer full) (nullable): %NULL with @error set
 */
JxDocxNumbering *jx_docx_numbering_new (JxZip *zip, const char *numbering, const char *styles, GError **error);
void jx_docx_numbering_free (JxDocxNumbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxDocxNumbering, jx_docx_numbering_free)

/**
 * jx_docx_numbering_next:
 * @style: (nullable): the paragraph's style
 * @number_id, @level: as the paragraph says, -1 where it does not
 * @text: the number is appended, if the paragraph has one
 *
 * Counts one paragraph.
 */
void jx_docx_numbering_next (JxDocxNumbering *numbering, const char *style, int number_id, int level, GString *text);

G_END_DECLS
