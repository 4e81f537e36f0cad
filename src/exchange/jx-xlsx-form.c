/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-form.h"

/* A sheet as wide as a page of A4, in the measure of columns: a digit's width. */
#define SHEET_COLUMNS 92.0
#define N_COLUMNS 4
/* Edges of tables that are nearer to each other than this part of the width are one. */
#define SAME_EDGE 0.004
#define LEAST_HEIGHT_PT 18.0

typedef struct
{
  JxXlsxOut *out;
  lxw_worksheet *sheet;
  GArray *edges; /* double: where columns end, parts of 1 */
  guint row;
} Sheet;

typedef struct
{
  JxXlsxOut *out;
  const char *title; /* of the sheet before the projects' */
  GPtrArray *blocks; /* of the sheet at hand */
  GPtrArray *owners; /* lists of blocks, to be freed */
} Writer;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
add_edge (GArray *edges, double edge)
{
  for (guint i = 0; i < edges->len; i++)
    if (ABS (g_array_index (edges, double, i) - edge) < SAME_EDGE)
      return;

  g_array_append_val (edges, edge);
}

/* All tables of a sheet stand on the same columns: where any of them has an edge, all have one. */
static GArray *
list_edges (GPtrArray *blocks)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));

  /* A column wider than a page would not be made to fit: there are always some. */
  for (int i = 1; i <= N_COLUMNS; i++)
    add_edge (edges, (double) i / N_COLUMNS);
  for (guint b = 0; b < blocks->len; b++)
    {
      const JxGrid *grid = ((const JxBlock *) blocks->pdata[b])->grid;
      double edge = 0;

      for (guint c = 0; grid != NULL && c + 1 < grid->n_columns; c++)
        add_edge (edges, edge += grid->widths[c]);
    }
  g_array_sort (edges, compare_edges);

  return edges;
}

/* The sheet's column that begins at @place of the width. */
static guint
find_column (const Sheet *sheet, double place)
{
  guint column = 0;

  while (column < sheet->edges->len && g_array_index (sheet->edges, double, column) < place + SAME_EDGE)
    column++;

  return column;
}

static double
get_width (const Sheet *sheet, guint column, guint columns)
{
  double from = column > 0 ? g_array_index (sheet->edges, double, column - 1) : 0;

  return (g_array_index (sheet->edges, double, column + columns - 1) - from) * SHEET_COLUMNS;
}

static void
add_line (Sheet *sheet, const JxBlock *block)
{
  g_autofree char *text = jx_runs_dup_text (block->runs);
  guint n = sheet->edges->len;
  lxw_format *look = jx_xlsx_out_look (sheet->out, block->style, block->align, FALSE, FALSE, NULL);

  worksheet_set_row (sheet->sheet, sheet->row, jx_xlsx_measure (text, SHEET_COLUMNS, block->style->size_pt), NULL);
  jx_xlsx_out_put (sheet->out, sheet->sheet, sheet->row, 0, 1, n, text, look);
  sheet->row++;
}

/* An amount alone in its cell is a number, shown with just the decimals it was written with. */
static gboolean
is_number (const JxCell *cell, double *number, char **format)
{
  const JxRun *run = cell->runs->len == 1 ? &g_array_index (cell->runs, JxRun, 0) : NULL;

  return run != NULL && run->item != NULL && jx_field_get_info (run->field)->type == JX_TYPE_AMOUNT
         && jx_xlsx_read_number (run->text, number, format);
}

static void
add_cell (Sheet *sheet, const JxCell *cell, guint column, guint columns)
{
  g_autofree char *text = jx_runs_dup_text (cell->runs);
  g_autofree char *format = NULL;
  double number;
  gboolean numeric = is_number (cell, &number, &format);
  lxw_format *look = jx_xlsx_out_look (sheet->out, cell->style, cell->align, cell->frame, FALSE, format);

  jx_xlsx_out_put (sheet->out, sheet->sheet, sheet->row + cell->row, column, cell->row_span, columns, numeric ? "" : text, look);
  if (numeric)
    worksheet_write_number (sheet->sheet, sheet->row + cell->row, (lxw_col_t) column, number, look);
}

static void
add_table (Sheet *sheet, const JxGrid *grid)
{
  g_autofree double *heights = g_new0 (double, grid->n_rows);
  g_autofree double *places = g_new0 (double, grid->n_columns + 1);

  for (guint c = 0; c < grid->n_columns; c++)
    places[c + 1] = places[c] + grid->widths[c];

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];
      guint column = find_column (sheet, places[cell->column]);
      guint columns = find_column (sheet, places[cell->column + cell->column_span]) - column;
      g_autofree char *text = jx_runs_dup_text (cell->runs);

      add_cell (sheet, cell, column, columns);
      /* A cell over several rows has the room of all of them. */
      if (cell->row_span == 1)
        heights[cell->row] = MAX (heights[cell->row], jx_xlsx_measure (text, get_width (sheet, column, columns), cell->style->size_pt));
    }
  for (guint r = 0; r < grid->n_rows; r++)
    worksheet_set_row (sheet->sheet, sheet->row + r, MAX (heights[r], LEAST_HEIGHT_PT), NULL);
  sheet->row += grid->n_rows;
}

static void
set_page (Sheet *sheet, const JxForm *form)
{
  const JxFormPage *page = jx_form_get_page (form);

  if (page->width_mm > page->height_mm)
    worksheet_set_landscape (sheet->sheet);
  worksheet_set_margins (sheet->sheet, page->left_mm / 25.4, page->right_mm / 25.4, page->top_mm / 25.4, page->bottom_mm / 25.4);
  for (guint c = 0; c < sheet->edges->len; c++)
    worksheet_set_column (sheet->sheet, (lxw_col_t) c, (lxw_col_t) c, get_width (sheet, c, 1), NULL);
}

/* Writes the blocks that wait as a sheet. */
static void
end_sheet (Writer *writer, const JxForm *form, const char *name)
{
  Sheet sheet = { writer->out };

  if (writer->blocks->len > 0)
    {
      sheet.edges = list_edges (writer->blocks);
      sheet.sheet = jx_xlsx_out_add_sheet (writer->out, name);
      set_page (&sheet, form);
      for (guint i = 0; i < writer->blocks->len; i++)
        {
          const JxBlock *block = writer->blocks->pdata[i];
          const JxBlock *before = i > 0 ? writer->blocks->pdata[i - 1] : NULL;

          /* A free row keeps tables apart. */
          if (block->type == JX_BLOCK_TABLE && before != NULL && before->type == JX_BLOCK_TABLE && !block->joined)
            sheet.row++;
          if (block->type == JX_BLOCK_TABLE)
            add_table (&sheet, block->grid);
          else
            add_line (&sheet, block);
        }
      g_array_unref (sheet.edges);
    }
  g_ptr_array_set_size (writer->blocks, 0);
}

static void add_blocks (Writer *writer, const JxForm *form, JxItem *subject);

static void
add_project (Writer *writer, const JxForm *form, JxItem *project)
{
  const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME);
  g_autofree char *sheet_name = g_strdup_printf ("%u.%s", jx_item_get_index (project) + 1, name != NULL ? name : "");

  add_blocks (writer, form, project);
  end_sheet (writer, form, sheet_name);
}

static void
add_blocks (Writer *writer, const JxForm *form, JxItem *subject)
{
  GPtrArray *blocks = jx_layout_new (form, subject);

  g_ptr_array_add (writer->owners, blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      JxBlock *block = blocks->pdata[i];

      if (block->type == JX_BLOCK_USE && jx_item_get_kind (block->item) == JX_KIND_PROJECT)
        {
          end_sheet (writer, form, writer->title);
          add_project (writer, block->form, block->item);
        }
      else if (block->type == JX_BLOCK_USE)
        add_blocks (writer, block->form, block->item);
      else if (block->type == JX_BLOCK_HEADING || block->type == JX_BLOCK_PARAGRAPH || block->type == JX_BLOCK_TABLE)
        g_ptr_array_add (writer->blocks, block);
    }
}

void
jx_xlsx_form_write (JxXlsxOut *out, const JxForm *form, JxItem *subject)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) owners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Writer writer = { out, jx_form_get_title (form), blocks, owners };

  if (jx_item_get_kind (subject) == JX_KIND_PROJECT)
    {
      add_project (&writer, form, subject);
      return;
    }

  add_blocks (&writer, form, subject);
  end_sheet (&writer, form, writer.title);
}
