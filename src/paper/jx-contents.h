/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-break.h"

G_BEGIN_DECLS

/**
 * jx_contents_place:
 * @entry: (inout): the heading to begin with; where to go on, the number of headings when all are done
 * @x, @y: the upper left corner
 * @room: how much height there is
 *
 * Sets down lines of the table of contents.
 *
 * Returns: the height used
 */
double jx_contents_place (JxBreaker *breaker, guint *entry, double x, double y, double width, double room, JxLeaf *leaf);

G_END_DECLS
