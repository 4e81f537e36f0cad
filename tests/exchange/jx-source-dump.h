/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_source_dump:
 *
 * Returns: (transfer full): what a reader found, to be compared: a paragraph a line; a table in
 *   braces, a row a line, cells divided by |, lines in a cell by /, a merged one's continuation as ^,
 *   columns spanned, if more than one, in front: 3*text
 */
char *jx_source_dump (const JxSource *source);

G_END_DECLS
