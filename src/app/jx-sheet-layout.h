/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-cell.h"
#include "form/jx-layout.h"

G_BEGIN_DECLS

/**
 * JxSheetPlace:
 * @cells: (element-type JxSheetCell): in line order, not owned
 * @area: in the sheet, in pixels
 *
 * One place of a table, or the only one of a heading or paragraph.
 */
typedef struct
{
  guint row, column, row_span, column_span;
  gboolean frame;
  JxAlign align;
  GPtrArray *cells;
  GdkRectangle area;
  int need;
} JxSheetPlace;

/**
 * JxSheetBlock:
 * @places: (element-type JxSheetPlace)
 * @widths: (array length=n_columns): parts of 1, its own
 * @row_y: (array length=n_rows+1): where the rows begin, and the end of the last
 * @space_before, @space_after: in points
 * @grid: (nullable): of a table: what it was made from
 * @owner: (nullable): of a table that grows: the holder of the list its rows stand for, @adds its kind, @beside that of the list beside it
 * @add_y: where there is room for a button under such a table
 */
typedef struct
{
  gboolean is_table;
  gboolean joined; /* right under the table before it */
  guint n_rows, n_columns;
  double *widths;
  GPtrArray *places;
  int *row_y;
  double space_before, space_after;
  const JxGrid *grid;
  JxItem *owner;
  JxKind adds;
  JxKind beside;
  int add_y;
} JxSheetBlock;

/** jx_sheet_block_new: @widths: (array length=n_columns). */
JxSheetBlock *jx_sheet_block_new (gboolean is_table, guint n_rows, guint n_columns, const double *widths);
JxSheetPlace *jx_sheet_block_add_place (JxSheetBlock *block, guint row, guint column, guint row_span, guint column_span);
void jx_sheet_block_free (JxSheetBlock *block);

/**
 * jx_sheet_layout:
 * @blocks: (element-type JxSheetBlock)
 * @left, @top: of the text on the paper
 * @width: of it
 * @scale: pixels a point
 *
 * Gives every place its area and every cell its box. Only cells whose text is new are measured;
 * the rest is adding up, so that typing costs one cell.
 *
 * Returns: where the last block ends
 */
int jx_sheet_layout (GPtrArray *blocks, int left, int top, int width, double scale);

/* Height of the strip under a table that grows, for its button. */
#define JX_SHEET_ADD_HEIGHT 40

G_END_DECLS
