/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_read_docx:
 * @data: a Word document's bytes (docx, docm, dotx): macros, pictures and what it links to are never touched
 * @name: stands for the file in errors
 * @error: %JX_ERROR_SYNTAX, %JX_ERROR_LIMIT or %JX_ERROR_UNSUPPORTED
 *
 * Reads what is to be seen with all changes accepted: paragraphs with their automatic numbers,
 * tables, text boxes; neither headers nor notes nor the table of contents. Lines are paragraphs, counted.
 *
 * Returns: (transfer full) (nullable)
 */
JxSource *jx_read_docx (const char *data, gsize length, const char *name, GError **error);

G_END_DECLS
