/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_read_xlsx:
 * @data: a workbook's bytes (xlsx, xlsm): macros and what it links to are never touched
 * @name: stands for the file in errors
 * @error: %JX_ERROR_SYNTAX, %JX_ERROR_LIMIT or %JX_ERROR_UNSUPPORTED
 *
 * Reads what the sheets show, in their order: numbers as they are formatted, results of formulas;
 * hidden sheets are left out. Lines are the rows of the sheets.
 *
 * Returns: (transfer full) (nullable)
 */
JxSource *jx_read_xlsx (const char *data, gsize length, const char *name, GError **error);

G_END_DECLS
