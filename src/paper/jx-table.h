/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-layout.h"
#include "paper/jx-measure.h"
#include "paper/jx-leaf.h"

G_BEGIN_DECLS

/**
 * JxTable:
 *
 * A grid measured for a width, ready to be set down on pages part by part.
 */
typedef struct _JxTable JxTable;

/** JxTablePlace: where a table goes on: at @row, of which @offset points already stand on the page before. */
typedef struct
{
  guint row;
  double offset;
} JxTablePlace;

/** jx_table_new: @grid must outlive the table. */
JxTable *jx_table_new (JxMeasure *measure, const JxGrid *grid, double width_pt);
double jx_table_get_height (const JxTable *table);
/** jx_table_get_start_height: what must stand together where the table begins: header and first row. */
double jx_table_get_start_height (const JxTable *table);

/**
 * jx_table_place:
 * @place: (inout): where to begin; where to go on, row n_rows when the table is done
 * @x, @y: the upper left corner
 * @room: how much height there is from @y on
 * @page_room: how much a blank page has
 * @below: how much must be left free below its last row
 * @fresh: whether nothing stands above on this page, so that something must be set down
 *
 * Sets down as many rows as fit, header rows first where the table goes on. Rows are kept whole
 * unless one is taller than a page; then it is torn between lines.
 *
 * Returns: the height used, 0 if nothing was set down
 */
double jx_table_place (JxTable *table, JxTablePlace *place, double x, double y, double room, double page_room, double below, gboolean fresh, JxLeaf *leaf);

void jx_table_free (JxTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxTable, jx_table_free)

G_END_DECLS
