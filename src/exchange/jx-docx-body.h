/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-docx-numbering.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_docx_body_read:
 * @part: the document itself, in @zip
 * @numbering: counted on
 *
 * Adds to @source what stands in a Word document as a reader sees it with all changes accepted.
 *
 * Returns: whether all of it was read
 */
gboolean jx_docx_body_read (JxZip *zip, const char *part, JxDocxNumbering *numbering, JxSource *source, GError **error);

G_END_DECLS
