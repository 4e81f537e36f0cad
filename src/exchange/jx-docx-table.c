/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-table.h"

#include <string.h>

/* Word itself allows 63. */
#define MAX_COLUMNS 1000

typedef struct
{
  guint line;
  guint first_cell;
  gboolean begins_table;
} Row;

struct _JxDocxTable
{
  JxSource *source;
  GArray *rows;  /* Row */
  GArray *cells; /* JxSourceCell */
  guint column;
  gboolean begins_table; /* the next row does */
  /* The cell at hand. */
  gboolean in_cell;
  GString *text;
  guint n_paragraphs;
  guint cell_line;
  guint span;
  gboolean above;
  gboolean left;
  gboolean deleted;
  gboolean goes_on; /* a table in it was put before */
};

JxDocxTable *
jx_docx_table_new (JxSource *source)
{
  JxDocxTable *table = g_new0 (JxDocxTable, 1);

  table->source = source;
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  table->cells = g_array_new (FALSE, FALSE, sizeof (JxSourceCell));
  table->text = g_string_new (NULL);
  table->begins_table = TRUE;

  return table;
}

void
jx_docx_table_free (JxDocxTable *table)
{
  g_array_unref (table->rows);
  g_array_unref (table->cells);
  g_string_free (table->text, TRUE);
  g_free (table);
}

static void
add_row (JxDocxTable *table, guint line)
{
  Row row = { line, table->cells->len, table->begins_table };

  table->begins_table = FALSE;
  g_array_append_val (table->rows, row);
}

void
jx_docx_table_begin_row (JxDocxTable *table, guint line)
{
  table->column = 0;
  add_row (table, line);
}

void
jx_docx_table_skip (JxDocxTable *table, guint columns)
{
  table->column += MIN (columns, MAX_COLUMNS);
}

void
jx_docx_table_drop_row (JxDocxTable *table)
{
  const Row *row;

  if (table->rows->len == 0)
    return;

  row = &g_array_index (table->rows, Row, table->rows->len - 1);
  table->begins_table = row->begins_table;
  g_array_set_size (table->cells, row->first_cell);
  g_array_set_size (table->rows, table->rows->len - 1);
}

void
jx_docx_table_begin_cell (JxDocxTable *table, guint line)
{
  if (table->rows->len == 0)
    return;

  table->in_cell = TRUE;
  g_string_truncate (table->text, 0);
  table->n_paragraphs = 0;
  table->cell_line = line;
  table->span = 1;
  table->above = table->left = table->deleted = table->goes_on = FALSE;
}

void
jx_docx_table_set_span (JxDocxTable *table, int columns)
{
  table->span = (guint) CLAMP (columns, 1, MAX_COLUMNS);
}

void
jx_docx_table_cover (JxDocxTable *table, JxDocxCover cover)
{
  table->above |= cover == JX_DOCX_COVERED_ABOVE;
  table->left |= cover == JX_DOCX_COVERED_LEFT;
  table->deleted |= cover == JX_DOCX_DELETED;
}

void
jx_docx_table_add_text (JxDocxTable *table, const char *text, gsize length, guint line)
{
  if (!table->in_cell)
    return;

  if (table->n_paragraphs++ > 0)
    g_string_append_c (table->text, '\n');
  else
    table->cell_line = line;
  g_string_append_len (table->text, text, (gssize) length);
}

static void
finish_cell (JxDocxTable *table)
{
  JxSourceCell cell = { .line = table->cell_line, .column = table->column, .columns = table->span };

  while (table->text->len > 0 && table->text->str[table->text->len - 1] == '\n')
    g_string_truncate (table->text, table->text->len - 1);
  if (table->deleted || (table->goes_on && table->text->len == 0))
    return;

  table->column += table->span;
  if (table->left && table->cells->len > g_array_index (table->rows, Row, table->rows->len - 1).first_cell)
    {
      g_array_index (table->cells, JxSourceCell, table->cells->len - 1).columns += table->span;
      return;
    }

  /* What stands in a covered cell is not shown. */
  cell.empty = table->above;
  cell.text = table->above || table->text->len == 0 ? "" : jx_source_keep (table->source, table->text->str, (gssize) table->text->len);
  g_array_append_val (table->cells, cell);
}

void
jx_docx_table_end_cell (JxDocxTable *table)
{
  if (table->in_cell)
    finish_cell (table);
  table->in_cell = FALSE;
}

guint
jx_docx_table_count_cells (const JxDocxTable *table)
{
  return table->cells->len;
}

static guint
end_of_row (const JxDocxTable *table, guint row)
{
  return row + 1 < table->rows->len ? g_array_index (table->rows, Row, row + 1).first_cell : table->cells->len;
}

static gboolean
is_one_column (const JxDocxTable *table)
{
  for (guint r = 0; r < table->rows->len; r++)
    if (end_of_row (table, r) - g_array_index (table->rows, Row, r).first_cell > 1)
      return FALSE;

  return TRUE;
}

void
jx_docx_table_put_in (JxDocxTable *table, const JxDocxTable *inner)
{
  guint line = table->cell_line;

  if (!table->in_cell)
    return;
  if (is_one_column (inner))
    {
      for (guint c = 0; c < inner->cells->len; c++)
        {
          const JxSourceCell *cell = &g_array_index (inner->cells, JxSourceCell, c);

          jx_docx_table_add_text (table, cell->text, strlen (cell->text), cell->line);
        }
      return;
    }

  /* A cell with nothing but the table in it leaves none behind. */
  if (table->text->len > 0)
    finish_cell (table);
  if (table->cells->len == g_array_index (table->rows, Row, table->rows->len - 1).first_cell)
    jx_docx_table_drop_row (table);

  table->begins_table = TRUE;
  for (guint r = 0; r < inner->rows->len; r++)
    {
      const Row *row = &g_array_index (inner->rows, Row, r);
      guint n = end_of_row (inner, r) - row->first_cell;

      table->begins_table |= row->begins_table;
      add_row (table, row->line);
      g_array_append_vals (table->cells, &g_array_index (inner->cells, JxSourceCell, row->first_cell), n);
    }
  table->begins_table = TRUE;
  add_row (table, line);
  g_string_truncate (table->text, 0);
  table->n_paragraphs = 0;
  table->goes_on = TRUE;
}

void
jx_docx_table_hand_over (const JxDocxTable *table)
{
  gboolean begun = FALSE;

  for (guint r = 0; r < table->rows->len; r++)
    {
      const Row *row = &g_array_index (table->rows, Row, r);
      guint end = end_of_row (table, r);

      if (row->begins_table)
        begun = FALSE;
      if (end == row->first_cell)
        continue;
      if (!begun)
        jx_source_begin_table (table->source, row->line);
      begun = TRUE;
      jx_source_begin_row (table->source, row->line);
      for (guint c = row->first_cell; c < end; c++)
        {
          const JxSourceCell *from = &g_array_index (table->cells, JxSourceCell, c);
          JxSourceCell *to = jx_source_add_cell (table->source, from->text, from->line);

          *to = *from;
        }
    }
}

void
jx_docx_add_lines (JxSource *source, const char *text, gsize length, guint line)
{
  const char *end = text + length;

  for (;;)
    {
      const char *stop = memchr (text, '\n', (gsize) (end - text));
      const char *line_end = stop != NULL ? stop : end;

      jx_source_add_paragraph (source, line_end > text ? jx_source_keep (source, text, line_end - text) : "", line);
      if (stop == NULL)
        return;
      text = stop + 1;
    }
}
