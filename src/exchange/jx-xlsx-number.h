/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_xlsx_find_format: Returns: (nullable): the number format Excel (in Chinese) means by the number @id; %NULL for general. */
const char *jx_xlsx_find_format (int id);

/**
 * jx_xlsx_format:
 * @code: (nullable): a number format as a workbook has it, "0.00%", `yyyy"年"m"月"`; %NULL for general
 * @value: as the workbook has it
 * @from_1904: days are counted from 1904, not 1900
 *
 * Returns: (transfer full): what is to be seen in the cell, were it wide enough; colours and padding left out
 */
char *jx_xlsx_format (const char *code, double value, gboolean from_1904);

G_END_DECLS
