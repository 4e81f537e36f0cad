/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-table-private.h"

/* A row is torn on a page with rows above it only if so many lines of it find room there. */
#define TORN_LINES_MIN 4
/* Header rows higher than this part of a page are not repeated. */
#define HEADER_SHARE_MAX 0.3

static double
get_width (const JxTable *table, const JxCell *cell)
{
  return table->edges[cell->column + cell->column_span] - table->edges[cell->column];
}

double
jx_table_get_padding (const JxTable *table, const JxCell *cell)
{
  double room = MAX (get_width (table, cell) - cell->style->size_pt, 0) / 2;

  /* A cell without rules begins where the table's frame does. */
  if (!cell->frame)
    return 0;

  return MIN (cell->align == JX_ALIGN_CENTER ? JX_CENTER_PADDING_PT : JX_CELL_PADDING_PT, room);
}

static void
measure_cells (JxTable *table, JxMeasure *measure)
{
  const JxGrid *grid = table->grid;

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = g_ptr_array_index (grid->cells, i);
      g_autofree char *text = jx_runs_dup_text (cell->runs);

      table->texts[i] = jx_measure_text (measure, text, cell->style, cell->align, MAX (get_width (table, cell) - 2 * jx_table_get_padding (table, cell), 1));
      for (guint row = cell->row; row < cell->row + cell->row_span; row++)
        {
          for (guint column = cell->column; column < cell->column + cell->column_span; column++)
            table->at[row * grid->n_columns + column] = i;
        }
    }
}

static double
get_needed_height (const JxTable *table, guint cell)
{
  return jx_text_get_height (table->texts[cell]) + 2 * JX_ROW_PADDING_PT;
}

/* Each row as high as its highest cell; what a cell over several rows lacks they give in equal parts. */
static void
measure_rows (JxTable *table)
{
  const JxGrid *grid = table->grid;
  g_autofree double *heights = g_new0 (double, grid->n_rows);

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = g_ptr_array_index (grid->cells, i);

      if (cell->row_span == 1)
        heights[cell->row] = MAX (heights[cell->row], get_needed_height (table, i));
    }

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = g_ptr_array_index (grid->cells, i);
      double lack = get_needed_height (table, i);

      if (cell->row_span == 1)
        continue;
      for (guint row = cell->row; row < cell->row + cell->row_span; row++)
        lack -= heights[row];
      for (guint row = cell->row; lack > 0 && row < cell->row + cell->row_span; row++)
        heights[row] += lack / cell->row_span;
    }

  for (guint row = 0; row < grid->n_rows; row++)
    table->tops[row + 1] = table->tops[row] + heights[row];
}

/* Rows stay together beside a label they share (one repeated for each is no such), below a header, and where a merged cell's text would
 * find no room on one side of the break. */
static void
keep_rows (JxTable *table)
{
  const JxGrid *grid = table->grid;

  for (guint row = 0; row + 1 < grid->n_rows; row++)
    table->kept[row] = grid->row_is_header[row] || !jx_table_cell (table, row, 0)->frame;

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = g_ptr_array_index (grid->cells, i);
      guint end = cell->row + cell->row_span;
      double height = get_needed_height (table, i);

      for (guint row = cell->row; row + 1 < end; row++)
        {
          if ((cell->label && !cell->node->merge)
              || table->tops[row + 1] - table->tops[cell->row] < height
              || table->tops[end] - table->tops[row + 1] < height)
            table->kept[row] = TRUE;
        }
    }
}

/* On paper narrower than the form is made for, a column has room for a character all the same; the
 * wider ones give it. */
static void
widen_columns (JxTable *table, double width_pt)
{
  const JxGrid *grid = table->grid;
  g_autofree double *needed = g_new0 (double, grid->n_columns);
  double sum = 0, lack = 0, spare = 0, padding = 0, edge = 0;

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = g_ptr_array_index (grid->cells, i);

      if (cell->column_span == 1)
        needed[cell->column] = MAX (needed[cell->column], cell->style->size_pt);
    }
  for (guint column = 0; column < grid->n_columns; column++)
    sum += needed[column];
  padding = CLAMP ((width_pt - sum) / (2 * grid->n_columns), 0, JX_CENTER_PADDING_PT);

  for (guint column = 0; column < grid->n_columns; column++)
    {
      double over = table->edges[column + 1] - table->edges[column] - needed[column] - 2 * padding;

      needed[column] += 2 * padding;
      lack += MAX (-over, 0);
      spare += MAX (over, 0);
    }
  if (lack <= 0 || spare < lack)
    return;

  for (guint column = 0; column < grid->n_columns; column++)
    {
      double next = table->edges[column + 1];
      double over = next - edge - needed[column];

      edge = next;
      table->edges[column + 1] = table->edges[column] + needed[column] + MAX (over, 0) * (1 - lack / spare);
    }
}

JxTable *
jx_table_new (JxMeasure *measure, const JxGrid *grid, double width_pt)
{
  JxTable *table = g_new0 (JxTable, 1);
  double part = 0;

  g_return_val_if_fail (grid != NULL && grid->n_rows > 0 && grid->n_columns > 0, NULL);

  table->grid = grid;
  table->texts = g_new0 (JxText *, grid->cells->len);
  table->edges = g_new0 (double, grid->n_columns + 1);
  table->tops = g_new0 (double, grid->n_rows + 1);
  table->kept = g_new0 (gboolean, grid->n_rows);
  table->at = g_new0 (guint, grid->n_rows * grid->n_columns);

  for (guint column = 0; column < grid->n_columns; column++)
    {
      part += grid->widths[column];
      table->edges[column + 1] = column + 1 == grid->n_columns ? width_pt : part * width_pt;
    }
  widen_columns (table, width_pt);
  measure_cells (table, measure);
  measure_rows (table);
  keep_rows (table);

  return table;
}

static guint
find_group_end (const JxTable *table, guint row)
{
  while (table->kept[row])
    row++;

  return row + 1;
}

double
jx_table_get_height (const JxTable *table)
{
  return table->tops[table->grid->n_rows];
}

double
jx_table_get_start_height (const JxTable *table)
{
  return table->tops[find_group_end (table, 0)];
}

static double
get_header_height (const JxTable *table, guint before_row)
{
  double height = 0;

  for (guint row = 0; row < before_row; row++)
    {
      if (table->grid->row_is_header[row])
        height += jx_table_get_row_height (table, row);
    }

  return height;
}

/* What is filled while a table is set down on one page. */
typedef struct
{
  const JxTable *table;
  GArray *bands;
  double y;
  double left; /* room still left */
} Placing;

static void
add_band (Placing *placing, guint row, double offset, double height)
{
  JxBand band = { row, offset, height, placing->y };

  g_array_append_val (placing->bands, band);
  placing->y += height;
  placing->left -= height;
}

static void
add_rows (Placing *placing, guint from, guint end)
{
  for (guint row = from; row < end; row++)
    add_band (placing, row, 0, jx_table_get_row_height (placing->table, row));
}

static void
repeat_header (Placing *placing, guint before_row, double page_room)
{
  if (get_header_height (placing->table, before_row) > HEADER_SHARE_MAX * page_room)
    return;

  for (guint row = 0; row < before_row; row++)
    {
      if (placing->table->grid->row_is_header[row])
        add_rows (placing, row, row + 1);
    }
}

static double
get_line_height (const JxTable *table, guint row)
{
  double height = 0;

  for (guint column = 0; column < table->grid->n_columns; column++)
    height = MAX (height, jx_text_get_line_height (table->texts[table->at[row * table->grid->n_columns + column]]));

  return height;
}

/* Sets down what fits of a row too high for the rest of the page. Returns: whether the row is done. */
static gboolean
tear_row (Placing *placing, JxTablePlace *place, gboolean must)
{
  double rest = jx_table_get_row_height (placing->table, place->row) - place->offset;
  double cut;

  if (rest <= placing->left)
    {
      add_band (placing, place->row, place->offset, rest);
      return TRUE;
    }
  if (!must && placing->left < TORN_LINES_MIN * get_line_height (placing->table, place->row) + 2 * JX_ROW_PADDING_PT)
    return FALSE;

  cut = jx_table_find_cut (placing->table, place->row, place->offset, placing->left);
  if (cut <= 0 && must)
    {
      /* Not even one line fits: it has to stand somewhere. */
      add_band (placing, place->row, place->offset, rest);
      return TRUE;
    }
  if (cut > 0)
    {
      add_band (placing, place->row, place->offset, cut + 2 * JX_ROW_PADDING_PT);
      place->offset += cut;
    }

  return FALSE;
}

/* Whether so much of the first row below the header at @row finds room that the header does not stand
 * alone at the foot of the page; for rows not higher than a page that is settled before. */
static gboolean
is_header_accompanied (const Placing *placing, guint row)
{
  const JxTable *table = placing->table;
  double room = placing->left;

  for (; row < table->grid->n_rows && table->grid->row_is_header[row]; row++)
    room -= jx_table_get_row_height (table, row);

  return row >= table->grid->n_rows
         || room >= MIN (jx_table_get_row_height (table, row), TORN_LINES_MIN * get_line_height (table, row) + 2 * JX_ROW_PADDING_PT);
}

static void
place_rows (Placing *placing, JxTablePlace *place, double page_room, double below, gboolean fresh)
{
  const JxTable *table = placing->table;
  guint n_repeated = placing->bands->len;
  double page_left = page_room - get_header_height (table, place->row);

  while (place->row < table->grid->n_rows)
    {
      guint end = find_group_end (table, place->row);
      double height = table->tops[end] - table->tops[place->row] + (end == table->grid->n_rows ? below : 0);
      double row_height = jx_table_get_row_height (table, place->row);
      gboolean must = fresh && placing->bands->len == n_repeated;

      if (place->offset <= 0 && height <= placing->left)
        {
          add_rows (placing, place->row, end);
          place->row = end;
          continue;
        }
      if (place->offset <= 0 && height <= page_left && !must)
        break;
      if (place->offset <= 0 && !must && table->grid->row_is_header[place->row] && !is_header_accompanied (placing, place->row))
        break;
      if (place->offset <= 0 && row_height <= placing->left)
        {
          add_rows (placing, place->row, place->row + 1);
          place->row++;
          continue;
        }
      if (place->offset <= 0 && row_height <= page_left && !must)
        break;
      if (!tear_row (placing, place, must))
        break;
      place->row++;
      place->offset = 0;
    }
}

double
jx_table_place (JxTable *table, JxTablePlace *place, double x, double y, double room, double page_room, double below, gboolean fresh, JxLeaf *leaf)
{
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (JxBand));
  Placing placing = { table, bands, y, room };
  gboolean begins = place->row == 0 || place->offset > 0;
  guint n_repeated;

  g_return_val_if_fail (table != NULL && place != NULL, 0);

  if (place->row > 0 || place->offset > 0)
    repeat_header (&placing, place->row, page_room);
  n_repeated = bands->len;
  place_rows (&placing, place, page_room, below, fresh);
  if (bands->len == n_repeated)
    return 0;

  /* One element over all its pages. A row that is torn cannot be one: there the element ends, and the
   * next page has another, with a head of its own. */
  if (begins)
    jx_leaf_begin (leaf, "Table");
  jx_table_draw_bands (table, bands, begins ? -1 : (int) n_repeated, x, leaf);
  if (place->row >= table->grid->n_rows || place->offset > 0)
    jx_leaf_end (leaf);

  return placing.y - y;
}

void
jx_table_free (JxTable *table)
{
  if (table == NULL)
    return;

  for (guint i = 0; i < table->grid->cells->len; i++)
    jx_text_unref (table->texts[i]);
  g_free (table->texts);
  g_free (table->edges);
  g_free (table->tops);
  g_free (table->kept);
  g_free (table->at);
  g_free (table);
}
