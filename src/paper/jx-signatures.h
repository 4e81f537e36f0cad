/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-leaf.h"
#include "paper/jx-measure.h"

G_BEGIN_DECLS

/* 填报人, 负责人, 日期: a line to be filled in by hand below a table, as forms that are handed in
 * have it. */

/** jx_signatures_measure: Returns: the height it takes in a text @width_pt wide. */
double jx_signatures_measure (double width_pt);
/** jx_signatures_place: @x, @y: the upper left corner. */
void jx_signatures_place (JxMeasure *measure, double x, double y, double width_pt, JxLeaf *leaf);

G_END_DECLS
