/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-table.h"

G_BEGIN_DECLS

/**
 * @texts: (array length=cells->len): of the cells in order
 * @edges: (array length=n_columns + 1): of the columns, from the table's left
 * @tops: (array length=n_rows + 1): of the rows, were the table on one endless page
 * @kept: (array length=n_rows): whether a row stays with the one after it
 * @at: (array length=n_rows * n_columns): index of the cell that covers a place
 */
struct _JxTable
{
  const JxGrid *grid;
  JxText **texts;
  double *edges;
  double *tops;
  gboolean *kept;
  guint *at;
};

/** JxBand: a row, or the part of one from @offset on, as it stands on a page. */
typedef struct
{
  guint row;
  double offset;
  double height;
  double y;
} JxBand;

#define JX_CELL_PADDING_PT 5.0
/* What is centred keeps its distance by itself; narrow columns need the room. */
#define JX_CENTER_PADDING_PT 2.5
/* Rows of one line: neither cramped nor loose. */
#define JX_ROW_PADDING_PT 5.0

static inline const JxCell *
jx_table_cell (const JxTable *table, guint row, guint column)
{
  return g_ptr_array_index (table->grid->cells, table->at[row * table->grid->n_columns + column]);
}

/** jx_table_get_padding: left and right of a cell's text; less in a column so narrow that a character has no room else. */
double jx_table_get_padding (const JxTable *table, const JxCell *cell);

/** jx_table_get_row_height: of the whole of @row. */
static inline double
jx_table_get_row_height (const JxTable *table, guint row)
{
  return table->tops[row + 1] - table->tops[row];
}

/** jx_table_draw_bands: puts the texts and rules of @bands, which follow one another down the page, on @leaf. The table goes on from a page before, where the first @n_repeated stand already; -1: it begins here. */
void jx_table_draw_bands (const JxTable *table, const GArray *bands, int n_repeated, double x, JxLeaf *leaf);

/** jx_table_find_cut: Returns: how much of @row from @offset on fits into @room without cutting a line. */
double jx_table_find_cut (const JxTable *table, guint row, double offset, double room);

G_END_DECLS
