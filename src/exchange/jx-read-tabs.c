/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-lines.h"

#include <string.h>

/* A cell a line, each behind a tab; an empty line ends a row, a line of one blank the table. A line
 * without a tab goes on with the cell above it, even over one empty line (a goal typed with an empty
 * line behind it); after two the table is over. */

static gsize
length_without_tail (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '\t')
    length--;

  return length;
}

static void
go_on_with_cell (JxLines *lines, GString *text, const char *line, guint n_empty)
{
  JxSourceCell *cell = jx_source_get_last_cell (lines->source);

  if (text->len == 0)
    g_string_assign (text, cell->text);
  for (guint i = 0; i <= n_empty; i++)
    g_string_append_c (text, '\n');
  g_string_append_len (text, line, (gssize) length_without_tail (line));
}

static void
finish_cell (JxLines *lines, GString *text)
{
  JxSourceCell *cell = jx_source_get_last_cell (lines->source);

  if (text->len > 0)
    {
      cell->text = jx_source_keep (lines->source, text->str, (gssize) text->len);
      cell->empty = FALSE;
    }
  g_string_truncate (text, 0);
}

guint
jx_read_tabs (JxLines *lines, guint first)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean in_row = FALSE;
  guint n_empty = 0;
  guint taken = 0; /* lines up to the last that belongs to the table */

  if (lines->lines[first][0] != '\t')
    return 0;

  jx_source_begin_table (lines->source, first + 1);
  for (guint i = first; i < lines->n_lines; i++)
    {
      char *line = lines->lines[i];

      if (*line == '\0')
        {
          in_row = FALSE;
          n_empty++;
          continue;
        }
      if (*line != '\t' && (n_empty > 1 || jx_line_is_blank (line)))
        break;

      if (*line == '\t')
        {
          if (taken > 0)
            finish_cell (lines, text);
          if (!in_row)
            jx_source_begin_row (lines->source, i + 1);
          in_row = TRUE;
          line[1 + length_without_tail (line + 1)] = '\0';
          jx_source_add_cell (lines->source, line + 1, i + 1);
        }
      else
        go_on_with_cell (lines, text, line, n_empty);
      n_empty = 0;
      taken = i + 1 - first;
    }
  finish_cell (lines, text);

  return taken;
}
