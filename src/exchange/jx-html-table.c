/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-html-table.h"

#include <string.h>

#include "exchange/jx-read-lines.h"

/* What browsers take at most. */
#define MAX_COLUMN_SPAN 1000
#define MAX_ROW_SPAN 65534
/* A cell with more lines is no cell of a form. */
#define MAX_CELL_LINES 100

/* A table inside a cell, before byte @offset of the cell's text. */
typedef struct
{
  gsize offset;
  JxHtmlTable *table;
} Inner;

typedef struct
{
  const char *text; /* lines, separated by \n */
  guint line;
  guint columns;
  guint rows;
  guint n_lines;
  gboolean has_heading;
  GArray *inner; /* (nullable): Inner */
} Cell;

typedef struct
{
  guint line;
  guint first_cell;
  gboolean begins_group;
} Row;

/* A cell that reaches down over further rows. */
typedef struct
{
  guint column;
  guint columns;
  guint rows_left;
} Span;

struct _JxHtmlTable
{
  JxSource *source;
  guint *room;
  GString *above; /* lines that stand in the table, but in no cell */
  GArray *rows;
  GArray *cells;
  gboolean begins_group;
  gboolean in_cell;
  GString *text; /* of the cell at hand */
};

JxHtmlTable *
jx_html_table_new (JxSource *source, guint *room)
{
  JxHtmlTable *table = g_new0 (JxHtmlTable, 1);

  table->source = source;
  table->room = room;
  table->above = g_string_new (NULL);
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  table->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  table->text = g_string_new (NULL);

  return table;
}

void
jx_html_table_free (JxHtmlTable *table)
{
  for (guint c = 0; c < table->cells->len; c++)
    {
      Cell *cell = &g_array_index (table->cells, Cell, c);

      for (guint i = 0; cell->inner != NULL && i < cell->inner->len; i++)
        jx_html_table_free (g_array_index (cell->inner, Inner, i).table);
      if (cell->inner != NULL)
        g_array_unref (cell->inner);
    }
  g_string_free (table->above, TRUE);
  g_array_unref (table->rows);
  g_array_unref (table->cells);
  g_string_free (table->text, TRUE);
  g_free (table);
}

static Cell *
get_cell (JxHtmlTable *table)
{
  return &g_array_index (table->cells, Cell, table->cells->len - 1);
}

static void
trim_lines (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
}

void
jx_html_table_end_cell (JxHtmlTable *table)
{
  if (!table->in_cell)
    return;

  table->in_cell = FALSE;
  trim_lines (table->text);
  if (table->text->len > 0 && jx_line_is_blank (table->text->str))
    g_string_assign (table->text, " ");
  get_cell (table)->text = table->text->len == 0 ? "" : jx_source_keep (table->source, table->text->str, (gssize) table->text->len);
}

void
jx_html_table_begin_group (JxHtmlTable *table)
{
  table->begins_group = TRUE;
}

void
jx_html_table_begin_row (JxHtmlTable *table, guint line)
{
  Row row = { line, table->cells->len, table->begins_group };

  jx_html_table_end_cell (table);
  table->begins_group = FALSE;
  g_array_append_val (table->rows, row);
}

void
jx_html_table_begin_cell (JxHtmlTable *table, guint columns, guint rows, guint line)
{
  Cell cell = { .line = line, .columns = CLAMP (columns, 1, MAX_COLUMN_SPAN) };

  jx_html_table_end_cell (table);
  /* None is as far as there are rows. */
  cell.rows = rows == 0 ? MAX_ROW_SPAN : MIN (rows, MAX_ROW_SPAN);
  if (table->rows->len == 0)
    jx_html_table_begin_row (table, line);
  g_array_append_val (table->cells, cell);
  g_string_truncate (table->text, 0);
  table->in_cell = TRUE;
}

void
jx_html_table_add_line (JxHtmlTable *table, const char *text, gsize length, gboolean heading)
{
  GString *to = table->in_cell ? table->text : table->above;

  if (to->len > 0 || (table->in_cell && get_cell (table)->n_lines > 0))
    g_string_append_c (to, '\n');
  g_string_append_len (to, text, (gssize) length);
  if (table->in_cell)
    {
      get_cell (table)->n_lines++;
      get_cell (table)->has_heading |= heading;
    }
}

static guint
end_of_row (const JxHtmlTable *table, guint row)
{
  return row + 1 < table->rows->len ? g_array_index (table->rows, Row, row + 1).first_cell : table->cells->len;
}

static gboolean
is_one_column (const JxHtmlTable *table, guint first, guint end)
{
  for (guint r = first; r < end; r++)
    if (end_of_row (table, r) - g_array_index (table->rows, Row, r).first_cell > 1)
      return FALSE;

  return TRUE;
}

static gboolean
has_inner (const JxHtmlTable *table)
{
  for (guint c = 0; c < table->cells->len; c++)
    if (g_array_index (table->cells, Cell, c).inner != NULL)
      return TRUE;

  return FALSE;
}

static void
add_lines (JxHtmlTable *table, const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    jx_html_table_add_line (table, split[i], strlen (split[i]), FALSE);
}

void
jx_html_table_add_table (JxHtmlTable *table, JxHtmlTable *inner)
{
  Inner entry = { table->text->len, inner };

  jx_html_table_end_cell (inner);
  /* One column of words, as put around a text for its frame, is just lines. */
  if (is_one_column (inner, 0, inner->rows->len) && !has_inner (inner))
    {
      if (inner->above->len > 0)
        add_lines (table, inner->above->str);
      for (guint c = 0; c < inner->cells->len; c++)
        add_lines (table, g_array_index (inner->cells, Cell, c).text);
      jx_html_table_free (inner);
      return;
    }
  if (!table->in_cell)
    {
      guint line = g_array_index (inner->rows, Row, 0).line;

      jx_html_table_begin_row (table, line);
      jx_html_table_begin_cell (table, 1, 1, line);
    }

  if (get_cell (table)->inner == NULL)
    get_cell (table)->inner = g_array_new (FALSE, FALSE, sizeof (Inner));
  entry.offset = table->text->len;
  g_array_append_val (get_cell (table)->inner, entry);
}

static void
hand_over_lines (JxSource *source, const char *text, gsize length, guint line)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!jx_line_is_blank (lines[i]))
      jx_source_add_paragraph (source, jx_source_keep (source, lines[i], -1), line);
}

/* As if no table were around it. */
static gboolean
hand_over_flow (JxHtmlTable *table, const Cell *cell)
{
  gsize length = strlen (cell->text);
  gsize from = 0;

  for (guint i = 0; cell->inner != NULL && i < cell->inner->len; i++)
    {
      const Inner *inner = &g_array_index (cell->inner, Inner, i);
      gsize to = MIN (inner->offset, length);

      hand_over_lines (table->source, cell->text + from, to - from, cell->line);
      if (!jx_html_table_hand_over (inner->table))
        return FALSE;
      from = to;
    }
  hand_over_lines (table->source, cell->text + from, length - from, cell->line);

  return TRUE;
}

static gboolean
hand_over_rows_flow (JxHtmlTable *table, guint first, guint end)
{
  guint end_cell = end > 0 ? end_of_row (table, end - 1) : 0;

  for (guint c = g_array_index (table->rows, Row, first).first_cell; c < end_cell; c++)
    if (!hand_over_flow (table, &g_array_index (table->cells, Cell, c)))
      return FALSE;

  return TRUE;
}

static gboolean
is_section (const Cell *cell)
{
  return cell->inner != NULL || (cell->has_heading && cell->n_lines > 2) || cell->n_lines > MAX_CELL_LINES;
}

static gboolean
has_section (JxHtmlTable *table, guint row)
{
  guint end = end_of_row (table, row);

  for (guint c = g_array_index (table->rows, Row, row).first_cell; c < end; c++)
    if (is_section (&g_array_index (table->cells, Cell, c)))
      return TRUE;

  return FALSE;
}

static gboolean
put_cell (JxHtmlTable *table, const char *text, guint line, guint column, guint columns)
{
  JxSourceCell *cell;

  if (*table->room == 0)
    return FALSE;

  *table->room -= 1;
  cell = jx_source_add_cell (table->source, text, line);
  cell->column = column;
  cell->columns = columns;

  return TRUE;
}

/* Cells go where those from above leave room. @now: those that reach into this row; @next: into the one below. */
static gboolean
hand_over_row (JxHtmlTable *table, guint row, const GArray *now, GArray *next)
{
  guint line = g_array_index (table->rows, Row, row).line;
  guint c = g_array_index (table->rows, Row, row).first_cell;
  guint end = end_of_row (table, row);
  guint column = 0;
  guint s = 0;

  jx_source_begin_row (table->source, line);
  while (c < end || s < now->len)
    {
      const Span *above = s < now->len ? &g_array_index (now, Span, s) : NULL;
      const Cell *cell = c < end ? &g_array_index (table->cells, Cell, c) : NULL;
      Span span;

      if (above != NULL && (cell == NULL || above->column <= column))
        {
          span = (Span) { above->column, above->columns, above->rows_left - 1 };
          if (!put_cell (table, "", line, above->column, above->columns))
            return FALSE;
          s++;
        }
      else
        {
          span = (Span) { column, cell->columns, cell->rows - 1 };
          if (above != NULL)
            span.columns = MIN (span.columns, above->column - column);
          if (!put_cell (table, cell->text, cell->line, column, span.columns))
            return FALSE;
          c++;
        }
      if (span.rows_left > 0)
        g_array_append_val (next, span);
      column = span.column + span.columns;
    }

  return TRUE;
}

static gboolean
hand_over_grid (JxHtmlTable *table, guint first, guint end)
{
  g_autoptr (GArray) now = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (Span));

  jx_source_begin_table (table->source, g_array_index (table->rows, Row, first).line);
  for (guint r = first; r < end; r++)
    {
      GArray *swap = now;

      if (g_array_index (table->rows, Row, r).begins_group)
        g_array_set_size (now, 0);
      if (!hand_over_row (table, r, now, next))
        return FALSE;
      now = next;
      next = swap;
      g_array_set_size (next, 0);
    }

  return TRUE;
}

gboolean
jx_html_table_hand_over (JxHtmlTable *table)
{
  guint n = table->rows->len;

  jx_html_table_end_cell (table);
  hand_over_lines (table->source, table->above->str, table->above->len, n > 0 ? g_array_index (table->rows, Row, 0).line : 0);

  for (guint r = 0; r < n;)
    {
      guint end = r;

      while (end < n && !has_section (table, end))
        end++;
      if (end > r && !(is_one_column (table, r, end) ? hand_over_rows_flow (table, r, end) : hand_over_grid (table, r, end)))
        return FALSE;
      if (end < n && !hand_over_rows_flow (table, end, end + 1))
        return FALSE;
      r = end + 1;
    }

  return TRUE;
}
