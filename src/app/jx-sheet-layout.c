/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-layout.h"

#include <math.h>

/* Between two tables that follow each other, in points. */
#define TABLE_GAP_PT 9.0
/* A field among others on a line never gets narrower than this, in pixels; a blank one can be pressed. */
#define LEAST_FIELD_WIDTH 48
#define LEAST_BLANK_WIDTH 24

static void
place_free (JxSheetPlace *place)
{
  g_ptr_array_unref (place->cells);
  g_free (place);
}

static int
get_natural_width (JxSheetCell *cell)
{
  return MAX (jx_sheet_cell_get_natural_width (cell), jx_sheet_cell_is_words (cell) ? 0 : LEAST_BLANK_WIDTH);
}

/* Cells @from … @to - 1 share a line: side by side at their own widths, the widest giving way. */
static int
share_line (JxSheetPlace *place, guint from, guint to, int y)
{
  g_autofree int *widths = g_new (int, to - from);
  int sum = 0, height = 0, x = place->area.x;
  guint widest = 0;

  for (guint i = from; i < to; i++)
    {
      widths[i - from] = get_natural_width (place->cells->pdata[i]);
      sum += widths[i - from];
      if (widths[i - from] > widths[widest])
        widest = i - from;
    }

  if (sum > place->area.width)
    widths[widest] = MAX (LEAST_FIELD_WIDTH, widths[widest] - (sum - place->area.width));
  else if (place->align == JX_ALIGN_CENTER)
    x += (place->area.width - sum) / 2;
  else if (place->align == JX_ALIGN_END)
    x += place->area.width - sum;
  else
    widths[to - from - 1] += place->area.width - sum;

  for (guint i = from; i < to; i++)
    {
      JxSheetCell *cell = place->cells->pdata[i];

      cell->box = (GdkRectangle) { x, y, widths[i - from], jx_sheet_cell_measure (cell, widths[i - from]) };
      height = MAX (height, cell->box.height);
      x += widths[i - from];
    }
  for (guint i = from; i < to; i++)
    ((JxSheetCell *) place->cells->pdata[i])->box.height = height;

  return height;
}

/* Lays the lines of @place out from @y on; its width and x are known. Returns: their height. */
static int
stack_lines (JxSheetPlace *place, int y)
{
  int height = 0;
  guint to;

  for (guint from = 0; from < place->cells->len; from = to)
    {
      JxSheetCell *first = place->cells->pdata[from];

      for (to = from + 1; to < place->cells->len; to++)
        if (((JxSheetCell *) place->cells->pdata[to])->line != first->line)
          break;

      if (to - from > 1)
        {
          height += share_line (place, from, to, y + height);
          continue;
        }
      first->box = (GdkRectangle) { place->area.x, y + height, place->area.width,
                                    jx_sheet_cell_measure (first, place->area.width) };
      height += first->box.height;
    }

  return height;
}

static gboolean
is_filled (const JxSheetPlace *place)
{
  return place->cells->len == 1 && ((JxSheetCell *) place->cells->pdata[0])->fills;
}

/* With the area known, puts the cells where they belong, in the middle of its height. */
static void
settle_place (JxSheetPlace *place)
{
  int shift;

  if (is_filled (place))
    {
      ((JxSheetCell *) place->cells->pdata[0])->box = place->area;
      return;
    }

  shift = place->area.y + (place->area.height - place->need) / 2 + (place->frame ? JX_SHEET_PAD_Y : 0);
  for (guint i = 0; i < place->cells->len; i++)
    ((JxSheetCell *) place->cells->pdata[i])->box.y += shift;
}

static void
measure_places (JxSheetBlock *block, int left, int width)
{
  g_autofree double *edges = g_new0 (double, block->n_columns + 1);

  for (guint i = 0; i < block->n_columns; i++)
    edges[i + 1] = edges[i] + block->widths[i];

  for (guint i = 0; i < block->places->len; i++)
    {
      JxSheetPlace *place = block->places->pdata[i];
      int from = round (edges[place->column] * width), to = round (edges[place->column + place->column_span] * width);

      place->area.x = left + from;
      place->area.width = to - from;
      place->need = stack_lines (place, 0) + (place->frame && !is_filled (place) ? 2 * JX_SHEET_PAD_Y : 0);
    }
}

/* Rows are as high as their places need; what a place over several rows needs more is shared by them. */
static void
stack_rows (JxSheetBlock *block, int top)
{
  g_autofree int *heights = g_new0 (int, block->n_rows);

  for (guint i = 0; i < block->places->len; i++)
    {
      const JxSheetPlace *place = block->places->pdata[i];

      if (place->row_span == 1)
        heights[place->row] = MAX (heights[place->row], place->need);
    }
  for (guint i = 0; i < block->places->len; i++)
    {
      const JxSheetPlace *place = block->places->pdata[i];
      int missing = place->need;

      if (place->row_span == 1)
        continue;
      for (guint r = 0; r < place->row_span; r++)
        missing -= heights[place->row + r];
      for (guint r = 0; missing > 0 && r < place->row_span; r++)
        {
          int share = missing / (int) (place->row_span - r);

          heights[place->row + r] += share;
          missing -= share;
        }
    }

  block->row_y[0] = top;
  for (guint r = 0; r < block->n_rows; r++)
    block->row_y[r + 1] = block->row_y[r] + heights[r];
}

static int
layout_block (JxSheetBlock *block, int left, int top, int width)
{
  measure_places (block, left, width);
  stack_rows (block, top);
  for (guint i = 0; i < block->places->len; i++)
    {
      JxSheetPlace *place = block->places->pdata[i];

      place->area.y = block->row_y[place->row];
      place->area.height = block->row_y[place->row + place->row_span] - place->area.y;
      settle_place (place);
    }

  return block->row_y[block->n_rows];
}

JxSheetBlock *
jx_sheet_block_new (gboolean is_table, guint n_rows, guint n_columns, const double *widths)
{
  JxSheetBlock *block = g_new0 (JxSheetBlock, 1);

  block->is_table = is_table;
  block->n_rows = n_rows;
  block->n_columns = n_columns;
  block->widths = g_memdup2 (widths, n_columns * sizeof (double));
  block->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  block->row_y = g_new0 (int, n_rows + 1);
  block->adds = JX_N_KINDS;
  block->beside = JX_N_KINDS;

  return block;
}

JxSheetPlace *
jx_sheet_block_add_place (JxSheetBlock *block, guint row, guint column, guint row_span, guint column_span)
{
  JxSheetPlace *place = g_new0 (JxSheetPlace, 1);

  place->row = row;
  place->column = column;
  place->row_span = row_span;
  place->column_span = column_span;
  place->cells = g_ptr_array_new ();
  g_ptr_array_add (block->places, place);

  return place;
}

void
jx_sheet_block_free (JxSheetBlock *block)
{
  g_ptr_array_unref (block->places);
  g_free (block->widths);
  g_free (block->row_y);
  g_free (block);
}

int
jx_sheet_layout (GPtrArray *blocks, int left, int top, int width, double scale)
{
  int y = top;

  for (guint i = 0; i < blocks->len; i++)
    {
      JxSheetBlock *block = blocks->pdata[i];
      const JxSheetBlock *before = i > 0 ? blocks->pdata[i - 1] : NULL;

      if (before && before->is_table && block->is_table && !block->joined && before->owner == NULL)
        y += round (TABLE_GAP_PT * scale);
      if (i > 0)
        y += round (block->space_before * scale);
      y = layout_block (block, left, y, width);
      if (block->owner)
        {
          block->add_y = y;
          y += JX_SHEET_ADD_HEIGHT;
        }
      y += round (block->space_after * scale);
    }

  return y;
}
