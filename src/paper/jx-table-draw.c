/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "paper/jx-table-private.h"

/* Lengths that differ by less are equal. */
#define NEAR 0.01

static const JxBand *
get_band (const GArray *bands, guint index)
{
  return &g_array_index (bands, JxBand, index);
}

static gboolean
is_torn (const JxTable *table, const JxBand *band)
{
  return band->offset > 0 || band->height < jx_table_get_row_height (table, band->row) - NEAR;
}

/* Moves @limit, in the row's lines counted without padding, up to where it cuts no cell's line. */
static double
find_clean_limit (const JxTable *table, guint row, double limit)
{
  double before;

  do
    {
      before = limit;
      for (guint column = 0; column < table->grid->n_columns; column++)
        {
          const JxCell *cell = jx_table_cell (table, row, column);
          const JxText *text = table->texts[table->at[row * table->grid->n_columns + column]];
          double line_height = jx_text_get_line_height (text);
          double above = floor (limit / line_height + NEAR) * line_height;

          if (cell->row_span == 1 && limit < jx_text_get_height (text) - NEAR && above < limit - NEAR)
            limit = above;
        }
    }
  while (limit < before);

  return limit;
}

double
jx_table_find_cut (const JxTable *table, guint row, double offset, double room)
{
  double whole = jx_table_get_row_height (table, row) - 2 * JX_ROW_PADDING_PT;
  double limit = MIN (offset + room - 2 * JX_ROW_PADDING_PT, whole);
  double line_height = 0;

  for (guint column = 0; column < table->grid->n_columns; column++)
    line_height = MAX (line_height, jx_text_get_line_height (table->texts[table->at[row * table->grid->n_columns + column]]));

  /* No single line is left for the next page. */
  if (whole - limit > NEAR && whole - limit < 2 * line_height && limit - offset > 3 * line_height)
    limit = whole - 2 * line_height;

  return MAX (find_clean_limit (table, row, limit) - offset, 0);
}

/* The lines of a cell's text that stand in the part @band of its row. */
static void
draw_torn (const JxTable *table, const JxCell *cell, JxText *text, const JxBand *band, double x, JxLeaf *leaf)
{
  double line_height = jx_text_get_line_height (text);
  guint n_lines = jx_text_count_lines (text);
  guint first = MIN ((guint) (band->offset / line_height + NEAR), n_lines);
  guint end = MIN ((guint) ((band->offset + band->height - 2 * JX_ROW_PADDING_PT) / line_height + NEAR), n_lines);
  double y = band->y + JX_ROW_PADDING_PT;

  if (end <= first)
    return;
  if (first == 0 && end == n_lines)
    y = band->y + (band->height - jx_text_get_height (text)) / 2;

  jx_leaf_add_text (leaf, text, first, end - first, x, y);
}

/* The text of a cell over several rows of which this page has no room for all. */
static void
draw_spread (const JxTable *table, const JxCell *cell, JxText *text, const JxBand *band, double height, double x, JxLeaf *leaf)
{
  double line_height = jx_text_get_line_height (text);
  guint n_lines = jx_text_count_lines (text);
  double above = table->tops[band->row] + band->offset - table->tops[cell->row];
  guint first = MIN ((guint) (MAX (above - JX_ROW_PADDING_PT, 0) / line_height), n_lines);
  guint count = MIN ((guint) MAX ((height - JX_ROW_PADDING_PT) / line_height, 0), n_lines - first);

  if (count > 0)
    jx_leaf_add_text (leaf, text, first, count, x, band->y + JX_ROW_PADDING_PT);
}

/* A label or merging cell that runs on to another page shows its text again there, in the middle of the part. */
static void
draw_cell (const JxTable *table, guint index, const JxBand *band, double height, double x, JxLeaf *leaf)
{
  const JxCell *cell = g_ptr_array_index (table->grid->cells, index);
  JxText *text = table->texts[index];
  double text_height = jx_text_get_height (text);
  gboolean fits = text_height <= height - 2 * JX_ROW_PADDING_PT + NEAR;

  x += table->edges[cell->column] + jx_table_get_padding (table, cell);
  if (fits && (cell->label || cell->node->merge || cell->row_span > 1 || !is_torn (table, band)))
    jx_leaf_add_text (leaf, text, 0, jx_text_count_lines (text), x, band->y + (height - text_height) / 2);
  else if (cell->row_span == 1)
    draw_torn (table, cell, text, band, x, leaf);
  else
    draw_spread (table, cell, text, band, height, x, leaf);
}

static guint
get_index (const JxTable *table, const GArray *bands, guint band, guint column)
{
  return table->at[get_band (bands, band)->row * table->grid->n_columns + column];
}

/* Labels are heads of their row, and so are the levels that stand beside several. */
static const char *
get_scope (const JxTable *table, const JxCell *cell)
{
  if (table->grid->row_is_header[cell->row])
    return "Column";

  return cell->frame && (cell->label || cell->node->merge) ? "Row" : NULL;
}

/* A cell is told once: not again where it goes on on another page with its table. */
static gboolean
is_told (const JxCell *cell, const JxBand *band, gboolean goes_on)
{
  return !goes_on || (cell->row == band->row && band->offset <= 0);
}

static void
draw_texts (const JxTable *table, const GArray *bands, int n_repeated, double x, JxLeaf *leaf)
{
  for (guint b = 0; b < bands->len; b++)
    {
      gboolean is_new = (int) b >= n_repeated;

      if (is_new)
        jx_leaf_begin (leaf, "TR");
      for (guint column = 0; column < table->grid->n_columns; column++)
        {
          guint index = get_index (table, bands, b, column);
          const JxCell *cell = g_ptr_array_index (table->grid->cells, index);
          double height = 0;
          gboolean told;

          if (cell->column != column || (b > 0 && get_index (table, bands, b - 1, column) == index))
            continue;
          for (guint end = b; end < bands->len && get_index (table, bands, end, column) == index; end++)
            height += get_band (bands, end)->height;

          told = is_new && is_told (cell, get_band (bands, b), n_repeated >= 0);
          if (told)
            jx_leaf_begin_cell (leaf, cell->column_span, cell->row + cell->row_span - get_band (bands, b)->row, get_scope (table, cell));
          draw_cell (table, index, get_band (bands, b), height, x, leaf);
          if (told)
            jx_leaf_end (leaf);
        }
      if (is_new)
        jx_leaf_end (leaf);
    }
}

/* Which rule stands between the cells @a and @b; -1 is outside the table. Returns: -1 for none. */
static int
get_rule (const JxTable *table, int a, int b)
{
  gboolean frame_a = a >= 0 && ((JxCell *) g_ptr_array_index (table->grid->cells, a))->frame;
  gboolean frame_b = b >= 0 && ((JxCell *) g_ptr_array_index (table->grid->cells, b))->frame;

  if (a == b || (!frame_a && !frame_b))
    return -1;

  return frame_a && frame_b ? JX_RULE_HAIR : JX_RULE_FRAME;
}

static void
draw_horizontal_rules (const JxTable *table, const GArray *bands, double x, JxLeaf *leaf)
{
  guint n_columns = table->grid->n_columns;

  for (guint b = 0; b <= bands->len; b++)
    {
      double y = b < bands->len ? get_band (bands, b)->y : get_band (bands, b - 1)->y + get_band (bands, b - 1)->height;
      int type = -1;
      guint from = 0;

      for (guint column = 0; column <= n_columns; column++)
        {
          int here = -1;

          if (column < n_columns)
            here = get_rule (table, b > 0 ? (int) get_index (table, bands, b - 1, column) : -1,
                             b < bands->len ? (int) get_index (table, bands, b, column) : -1);
          if (here == type)
            continue;
          if (type >= 0)
            jx_leaf_add_rule (leaf, type, x + table->edges[from], y, x + table->edges[column], y);
          type = here;
          from = column;
        }
    }
}

static void
draw_vertical_rules (const JxTable *table, const GArray *bands, double x, JxLeaf *leaf)
{
  guint n_columns = table->grid->n_columns;

  for (guint column = 0; column <= n_columns; column++)
    {
      double at = x + table->edges[column];
      int type = -1;
      double from = 0;

      for (guint b = 0; b <= bands->len; b++)
        {
          double y = b < bands->len ? get_band (bands, b)->y : get_band (bands, b - 1)->y + get_band (bands, b - 1)->height;
          int here = -1;

          if (b < bands->len)
            here = get_rule (table, column > 0 ? (int) get_index (table, bands, b, column - 1) : -1,
                             column < n_columns ? (int) get_index (table, bands, b, column) : -1);
          if (here == type)
            continue;
          if (type >= 0)
            jx_leaf_add_rule (leaf, type, at, from, at, y);
          type = here;
          from = y;
        }
    }
}

void
jx_table_draw_bands (const JxTable *table, const GArray *bands, int n_repeated, double x, JxLeaf *leaf)
{
  draw_texts (table, bands, n_repeated, x, leaf);
  draw_horizontal_rules (table, bands, x, leaf);
  draw_vertical_rules (table, bands, x, leaf);
}
