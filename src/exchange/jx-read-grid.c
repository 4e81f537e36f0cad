/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-lines.h"

#include <string.h>

/* Tables drawn with + - = | : borders between rows, cells wrapped over several lines. Columns are
 * found where the signs stand; a wide character takes two columns. */

/* No table has more columns than this. */
#define MAX_EDGES 300

typedef struct
{
  guint column;
  guint columns;
  guint line;
  JxWrapped text;
} GridCell;

typedef struct
{
  GArray *edges;    /* guint: where the upright lines stand */
  GArray *cells;    /* GridCell: of all rows */
  GArray *rows;     /* guint: the first cell of each */
  int *open;        /* by column: the cell that goes on, -1 for none */
  gboolean in_row;
} Grid;

static gboolean
is_border (const char *line)
{
  while (*line == ' ')
    line++;

  return *line == '+' && (line[1] == '-' || line[1] == '=' || line[1] == ':');
}

/* Within a row another column's border may run beside a cell that goes on. */
static gboolean
is_part_border (const char *line)
{
  while (*line == ' ')
    line++;

  return (*line == '|' || *line == '+')
         && (strstr (line, "+--") != NULL || strstr (line, "--+") != NULL || strstr (line, "+==") != NULL);
}

static gboolean
is_content (const char *line)
{
  while (*line == ' ')
    line++;

  return *line == '|';
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

static void
find_edges (JxLines *lines, guint first, guint n, GArray *edges)
{
  for (guint i = first; i < first + n; i++)
    {
      guint at = 0;

      if (!is_border (lines->lines[i]) && !is_part_border (lines->lines[i]))
        continue;
      for (const char *p = lines->lines[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          gboolean known = *p != '+';

          for (guint e = 0; e < edges->len && !known; e++)
            known = g_array_index (edges, guint, e) == at;
          if (!known && edges->len > MAX_EDGES)
            return;
          if (!known)
            g_array_append_val (edges, at);
          at += (guint) jx_char_columns (g_utf8_get_char (p));
        }
    }
  g_array_sort (edges, compare_edges);
}

/* Widths of doubtful characters may push a sign aside: the nearest edge within two columns. */
static int
find_edge (const GArray *edges, guint at)
{
  int best = -1;
  guint best_distance = 3;

  for (guint e = 0; e < edges->len; e++)
    {
      guint edge = g_array_index (edges, guint, e);
      guint distance = edge > at ? edge - at : at - edge;

      if (distance < best_distance)
        {
          best = (int) e;
          best_distance = distance;
        }
    }

  return best;
}

static void
add_piece (Grid *grid, guint column, guint next_column, const char *text, gsize length, guint line)
{
  guint width = g_array_index (grid->edges, guint, next_column) - g_array_index (grid->edges, guint, column) - 1;
  GridCell *cell;

  if (grid->open[column] < 0)
    {
      GridCell new_cell = { column, next_column - column, line, { NULL } };

      grid->open[column] = (int) grid->cells->len;
      g_array_append_val (grid->cells, new_cell);
    }
  cell = &g_array_index (grid->cells, GridCell, grid->open[column]);
  jx_wrapped_add (&cell->text, text, length, width > 2 ? width - 2 : width);
}

static void
add_content (Grid *grid, const char *line, guint number)
{
  guint n_signs = 0;
  guint n_edges = grid->edges->len;
  guint seen = 0;
  guint at = 0;
  int column = -1;
  const char *start = NULL;

  for (const char *p = line; *p != '\0'; p++)
    n_signs += *p == '|';
  if (!grid->in_row)
    g_array_append_val (grid->rows, grid->cells->len);
  grid->in_row = TRUE;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '|')
        {
          /* As many signs as edges: no doubt about any, whatever the widths. */
          int edge = n_signs == n_edges ? (int) seen : find_edge (grid->edges, at);

          seen++;
          if (edge > column && column >= 0)
            add_piece (grid, (guint) column, (guint) edge, start, (gsize) (p - start), number);
          if (edge > column)
            {
              column = edge;
              start = p + 1;
            }
        }
      at += (guint) jx_char_columns (g_utf8_get_char (p));
    }
}

/* Closes the cells above a border; those it does not run under go on in the next row. */
static void
add_border (Grid *grid, const char *line)
{
  guint n_columns = grid->edges->len - 1;

  for (guint c = 0; c < n_columns; c++)
    {
      const char *p = jx_text_skip_columns (line, g_array_index (grid->edges, guint, c) + 1);

      if (strchr ("-=:", *p) != NULL)
        grid->open[c] = -1;
    }
  grid->in_row = FALSE;
}

static void
hand_over (Grid *grid, JxLines *lines, guint first)
{
  jx_source_begin_table (lines->source, first + 1);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      guint cell = g_array_index (grid->rows, guint, r);
      guint end = r + 1 < grid->rows->len ? g_array_index (grid->rows, guint, r + 1) : grid->cells->len;

      if (cell == end)
        continue;
      jx_source_begin_row (lines->source, g_array_index (grid->cells, GridCell, cell).line);
      for (; cell < end; cell++)
        {
          GridCell *from = &g_array_index (grid->cells, GridCell, cell);
          JxSourceCell *to = jx_source_add_cell (lines->source, jx_wrapped_finish (&from->text, lines->source), from->line);

          to->column = from->column;
          to->columns = from->columns;
        }
    }
}

guint
jx_read_grid (JxLines *lines, guint first)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (GridCell));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree int *open = NULL;
  Grid grid = { edges, cells, rows };
  guint n = 0;

  if (!is_border (lines->lines[first]))
    return 0;
  while (first + n < lines->n_lines && (is_border (lines->lines[first + n]) || is_content (lines->lines[first + n])))
    n++;
  find_edges (lines, first, n, edges);
  if (n < 3 || edges->len < 2 || edges->len > MAX_EDGES)
    {
      for (guint i = first; i < first + n; i++)
        jx_source_add_paragraph (lines->source, lines->lines[i], i + 1);
      return n;
    }

  open = grid.open = g_new (int, edges->len);
  for (guint e = 0; e < edges->len; e++)
    open[e] = -1;
  for (guint i = first; i < first + n; i++)
    if (is_border (lines->lines[i]) || is_part_border (lines->lines[i]))
      add_border (&grid, lines->lines[i]);
    else
      add_content (&grid, lines->lines[i], i + 1);
  hand_over (&grid, lines, first);

  return n;
}

static gboolean
is_rule (const char *line)
{
  return strspn (line, "|-:+= ") == strlen (line) && strchr (line, '-') != NULL;
}

static void
add_piped_cell (JxLines *lines, const char *text, guint line)
{
  g_autoptr (GString) words = g_string_new (text);
  g_autofree char *stripped = NULL;

  jx_break_lines (words);
  stripped = g_strstrip (g_strdup (words->str));
  jx_source_add_cell (lines->source, jx_source_keep (lines->source, stripped, -1), line);
}

static gboolean
has_three_cells (const char *line)
{
  guint n = 0;

  for (const char *p = line; *p != '\0'; p++)
    n += *p == '|';

  return n >= 4;
}

/* A row a line between upright signs, without borders. */
guint
jx_read_pipes (JxLines *lines, guint first)
{
  guint n = 0;

  while (first + n < lines->n_lines && is_content (lines->lines[first + n]))
    n++;
  if (n == 0 || (n == 1 && !has_three_cells (lines->lines[first])))
    return 0;

  jx_source_begin_table (lines->source, first + 1);
  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *row = g_strstrip (g_strdup (lines->lines[i]));
      g_auto (GStrv) parts = NULL;

      if (is_rule (row))
        continue;
      if (g_str_has_suffix (row, "|"))
        row[strlen (row) - 1] = '\0';
      parts = g_strsplit (row + 1, "|", -1);
      jx_source_begin_row (lines->source, i + 1);
      for (guint c = 0; parts[c] != NULL; c++)
        add_piped_cell (lines, parts[c], i + 1);
    }

  return n;
}
