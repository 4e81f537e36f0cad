/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_read_text:
 * @text: (transfer full): a decoded text, lines ended by \n
 *
 * Finds the tables that converters write into text: cells behind tabs (a cell a line, or a row a
 * line), grids drawn with signs, tables under dashed lines, columns laid out with blanks. What is
 * none of these stays a paragraph a line.
 *
 * Returns: (transfer full): never %NULL
 */
JxSource *jx_read_text (char *text);

G_END_DECLS
