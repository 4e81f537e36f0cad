/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-furniture.h"
#include "exchange/jx-read-lines.h"

#include <string.h>

/* A row a line, its cells divided by one sign: tabs, as tables copied out of a program come; commas,
 * as a spreadsheet writes them; bars. A cell in quotes may hold the sign and several lines. */

/* A quote not closed after so many lines is somebody's quotation mark. */
#define QUOTED_LINES 200

typedef struct
{
  JxLines *lines;
  char sign;
  guint line; /* from 0 */
  const char *at;
} Cursor;

/* Reads a quoted cell up to the sign behind it or the line's end. Returns: whether there is one. */
static gboolean
read_quoted (Cursor *cursor, GString *text)
{
  Cursor c = *cursor;

  if (*c.at != '"')
    return FALSE;
  for (c.at++;; c.at++)
    {
      if (*c.at == '\0')
        {
          if (++c.line >= c.lines->n_lines || c.line > cursor->line + QUOTED_LINES)
            return FALSE;
          c.at = c.lines->lines[c.line] - 1;
          g_string_append_c (text, '\n');
        }
      else if (*c.at == '"' && c.at[1] == '"')
        g_string_append_c (text, *++c.at);
      else if (*c.at == '"')
        break;
      else
        g_string_append_c (text, *c.at);
    }
  if (c.at[1] != c.sign && c.at[1] != '\0')
    return FALSE;

  *cursor = c;
  cursor->at++;
  return TRUE;
}

/* Reads the row that begins with line @first. @source: (nullable): gets it. Returns: lines it took. */
static guint
read_row (JxLines *lines, guint first, char sign, JxSource *source, guint *n_cells)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Cursor cursor = { lines, sign, first, lines->lines[first] };

  *n_cells = 0;
  if (source != NULL)
    jx_source_begin_row (source, first + 1);
  for (;;)
    {
      guint line = cursor.line;

      g_string_truncate (text, 0);
      if (!read_quoted (&cursor, text))
        {
          gsize length = strcspn (cursor.at, (const char[]) { sign, '\0' });

          g_string_truncate (text, 0);
          g_string_append_len (text, cursor.at, (gssize) length);
          cursor.at += length;
        }
      jx_break_lines (text);
      (*n_cells)++;
      if (source != NULL)
        jx_source_add_cell (source, jx_source_keep (source, text->str, (gssize) text->len), line + 1);
      if (*cursor.at == '\0')
        return cursor.line + 1 - first;
      cursor.at++;
    }
}

static void
take_rows (JxLines *lines, guint first, guint end, char sign)
{
  guint n_cells;

  jx_source_begin_table (lines->source, first + 1);
  for (guint i = first; i < end;)
    i += read_row (lines, i, sign, lines->source, &n_cells);
}

/* Whether a row of two or more cells begins with line @at; @end: (out): where the next one does. */
static gboolean
is_row (JxLines *lines, guint at, char sign, guint *end, guint *n_cells)
{
  if (at >= lines->n_lines || (strchr (lines->lines[at], sign) == NULL && lines->lines[at][0] != '"'))
    return FALSE;
  *end = at + read_row (lines, at, sign, NULL, n_cells);

  return *n_cells >= 2;
}

/* A line of a table of contents has a single sign too. */
static gboolean
is_pair (JxLines *lines, guint at, char sign, guint *end)
{
  guint n_cells;
  gsize length;

  return is_row (lines, at, sign, end, &n_cells) && !jx_line_read_leader (lines->lines[at], &length);
}

/* Four cells, two lines in succession and three cells in one of them, or three lines: a single sign
 * is somebody's indent. */
static guint
read_loose_rows (JxLines *lines, guint first, char sign)
{
  guint n_cells, n_next;
  guint end, next_end;

  if (!is_row (lines, first, sign, &end, &n_cells))
    return 0;
  if (n_cells < 4 && (!is_row (lines, end, sign, &next_end, &n_next) || n_cells + n_next < 5)
      && (!is_pair (lines, first, sign, &next_end) || !is_pair (lines, end, sign, &next_end) || !is_pair (lines, next_end, sign, &next_end)))
    return 0;
  while (is_row (lines, end, sign, &next_end, &n_next))
    end = next_end;
  take_rows (lines, first, end, sign);

  return end - first;
}

/* Where every cell has a line of its own, no further tab stands between words on a line. */
static gboolean
begins_cell_a_line (const char *line)
{
  const char *tab = *line == '\t' ? strchr (line + strspn (line, "\t"), '\t') : NULL;

  return *line == '\t' && (tab == NULL || tab[strspn (tab, "\t")] == '\0');
}

guint
jx_read_tabbed_rows (JxLines *lines, guint first)
{
  return !begins_cell_a_line (lines->lines[first]) ? read_loose_rows (lines, first, '\t') : 0;
}

guint
jx_read_barred_rows (JxLines *lines, guint first)
{
  return lines->lines[first][0] != '|' ? read_loose_rows (lines, first, '|') : 0;
}

/* Commas stand in running text too: only where three rows in succession have as many cells. */
/* 1,200,000.00 is a number, not three cells. */
static gboolean
is_number (const char *line)
{
  const char *p = line + strspn (line, "0123456789");

  if (p == line || p - line > 3 || *p != ',')
    return FALSE;
  while (*p == ',' && strspn (p + 1, "0123456789") == 3)
    p += 4;

  return p[strspn (p, ".0123456789 \t\r")] == '\0';
}

guint
jx_read_comma_rows (JxLines *lines, guint first)
{
  guint n_first = 0;
  guint n_rows = 0;
  guint end = first;
  guint next_end, n_cells;

  while (end < lines->n_lines && !is_number (lines->lines[end]) && is_row (lines, end, ',', &next_end, &n_cells) && (n_rows == 0 || n_cells == n_first))
    {
      n_first = n_cells;
      n_rows++;
      end = next_end;
    }
  if (n_rows < 3 || n_first < 3)
    return 0;
  take_rows (lines, first, end, ',');

  return end - first;
}
