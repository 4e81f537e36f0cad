/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "exchange/jx-docx-out.h"

/* As on the printed page: between words and rules, and the rules' width in eighths of a point. Only rows
 * are a little lower: word processors break lines worse, and what fits a page should fit theirs. */
#define SIDE_PT 5.0
#define CENTER_SIDE_PT 2.5
#define ROW_PT 4.5
#define HAIR 4
#define FRAME 8

typedef struct
{
  JxDocxOut *out;
  const JxGrid *grid;
  const JxCell **at; /* by row and column */
  int *edges;        /* twips, where columns begin; one more at the end */
} Table;

static const JxCell *
get_at (const Table *table, guint row, guint column)
{
  return table->at[row * table->grid->n_columns + column];
}

static void
fill_places (Table *table)
{
  for (guint i = 0; i < table->grid->cells->len; i++)
    {
      const JxCell *cell = table->grid->cells->pdata[i];

      for (guint row = cell->row; row < cell->row + cell->row_span; row++)
        for (guint column = cell->column; column < cell->column + cell->column_span; column++)
          table->at[row * table->grid->n_columns + column] = cell;
    }
}

static gboolean
is_framed (const Table *table, int row, int column)
{
  return row >= 0 && column >= 0 && row < (int) table->grid->n_rows && column < (int) table->grid->n_columns
         && get_at (table, (guint) row, (guint) column)->frame;
}

static void
add_border (GString *xml, const char *side, gboolean inside)
{
  g_string_append_printf (xml, "<w:%s w:val=\"single\" w:sz=\"%d\" w:space=\"0\" w:color=\"000000\"/>", side, inside ? HAIR : FRAME);
}

static void
add_borders (const Table *table, const JxCell *cell)
{
  GString *xml = table->out->xml;
  int row = (int) cell->row;
  int column = (int) cell->column;

  g_string_append (xml, "<w:tcBorders>");
  add_border (xml, "top", is_framed (table, row - 1, column));
  add_border (xml, "left", is_framed (table, row, column - 1));
  add_border (xml, "bottom", is_framed (table, row + (int) cell->row_span, column));
  add_border (xml, "right", is_framed (table, row, column + (int) cell->column_span));
  g_string_append (xml, "</w:tcBorders>");
}

static void
add_words (const Table *table, const JxCell *cell, gboolean keep_next)
{
  JxDocxParagraph look = { jx_docx_styles_get (table->out->styles, cell->style, 0), NULL, keep_next, FALSE, -1, 0 };
  g_autofree char *text = jx_runs_dup_text (cell->runs);
  const char *line = text;

  if (cell->align != cell->style->align)
    look.align = jx_docx_align (cell->align);
  for (;;)
    {
      gsize length = strcspn (line, "\n");

      jx_docx_out_paragraph (table->out, &look, line, length);
      if (line[length] == '\0')
        return;
      line += length + 1;
    }
}

static void
add_cell (const Table *table, const JxCell *cell, guint row, gboolean keep_next)
{
  GString *xml = table->out->xml;
  gboolean covered = cell->row < row;
  double side = !cell->frame ? 0 : cell->align == JX_ALIGN_CENTER ? CENTER_SIDE_PT : SIDE_PT;

  g_string_append_printf (xml, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
                          table->edges[cell->column + cell->column_span] - table->edges[cell->column]);
  if (cell->column_span > 1)
    g_string_append_printf (xml, "<w:gridSpan w:val=\"%u\"/>", cell->column_span);
  if (cell->row_span > 1)
    g_string_append (xml, covered ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
  if (cell->frame)
    add_borders (table, cell);
  if (side != SIDE_PT)
    g_string_append_printf (xml, "<w:tcMar><w:left w:w=\"%d\" w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tcMar>",
                            jx_docx_twips (side), jx_docx_twips (side));
  g_string_append (xml, "<w:vAlign w:val=\"center\"/></w:tcPr>");
  if (covered)
    {
      JxDocxParagraph look = { jx_docx_styles_get (table->out->styles, cell->style, 0), NULL, keep_next, FALSE, -1, 0 };

      jx_docx_out_paragraph (table->out, &look, "", 0);
    }
  else
    add_words (table, cell, keep_next);
  g_string_append (xml, "</w:tc>\n");
}

/* As the printed page keeps them: headers, rows without rules, and those beside a label that reaches further down. */
static gboolean
is_kept (const Table *table, guint row)
{
  const JxGrid *grid = table->grid;

  if (row + 1 >= grid->n_rows)
    return FALSE;
  if (grid->row_is_header[row] || !get_at (table, row, 0)->frame)
    return TRUE;
  /* A label beside all rows of a list goes on over as many pages as they do. */
  if (grid->row_item[row + 1] != NULL)
    return FALSE;
  for (guint column = 0; column < grid->n_columns; column++)
    if (get_at (table, row, column)->label && get_at (table, row, column) == get_at (table, row + 1, column))
      return TRUE;

  return FALSE;
}

static void
add_row (const Table *table, guint row)
{
  GString *xml = table->out->xml;
  gboolean keep_next = is_kept (table, row);
  gboolean header = TRUE;
  const JxCell *cell;

  /* Only the first rows can be repeated. */
  for (guint before = 0; before <= row; before++)
    header = header && table->grid->row_is_header[before];

  g_string_append_printf (xml, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>\n", header ? "<w:tblHeader/>" : "");
  for (guint column = 0; column < table->grid->n_columns; column += cell->column_span)
    {
      cell = get_at (table, row, column);
      add_cell (table, cell, row, keep_next);
    }
  g_string_append (xml, "</w:tr>\n");
  jx_docx_out_flush (table->out);
}

void
jx_docx_out_grid (JxDocxOut *out, const JxGrid *grid, double width_mm)
{
  g_autofree const JxCell **at = g_new0 (const JxCell *, (gsize) grid->n_rows * grid->n_columns);
  g_autofree int *edges = g_new0 (int, grid->n_columns + 1);
  Table table = { out, grid, at, edges };
  int width = jx_docx_mm_twips (width_mm);
  double part = 0;

  fill_places (&table);
  for (guint column = 0; column < grid->n_columns; column++)
    {
      part += grid->widths[column];
      edges[column + 1] = (int) lround (part * width);
    }

  g_string_append_printf (out->xml, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
                          "<w:top w:w=\"%d\" w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/>"
                          "<w:bottom w:w=\"%d\" w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\n<w:tblGrid>",
                          width, jx_docx_twips (ROW_PT), jx_docx_twips (SIDE_PT), jx_docx_twips (ROW_PT), jx_docx_twips (SIDE_PT));
  for (guint column = 0; column < grid->n_columns; column++)
    g_string_append_printf (out->xml, "<w:gridCol w:w=\"%d\"/>", edges[column + 1] - edges[column]);
  g_string_append (out->xml, "</w:tblGrid>\n");
  for (guint row = 0; row < grid->n_rows; row++)
    add_row (&table, row);
  g_string_append (out->xml, "</w:tbl>\n");
}
