/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-lines.h"

#include <string.h>

/* Tables whose columns are told by groups of dashes: "------ ----------". Where blank lines stand
 * between the rows, a row may be several lines; otherwise every line is a row. */

#define MAX_GROUPS 300

typedef struct
{
  guint start[MAX_GROUPS];
  guint end[MAX_GROUPS];
  guint n;
} Groups;

static gboolean
is_dashes (const char *line)
{
  return strspn (line, "- ") == strlen (line) && strstr (line, "---") != NULL;
}

static gboolean
find_groups (const char *line, Groups *groups)
{
  groups->n = 0;
  if (!is_dashes (line))
    return FALSE;

  for (guint at = 0; line[at] != '\0' && groups->n < MAX_GROUPS;)
    {
      if (line[at] == ' ')
        {
          at++;
          continue;
        }
      groups->start[groups->n] = at;
      at += (guint) strspn (line + at, "-");
      groups->end[groups->n++] = at;
    }

  return TRUE;
}

static void
add_line (JxLines *lines, const Groups *groups, guint number, JxWrapped *row)
{
  const char *line = lines->lines[number];
  const char *end = line + strlen (line);

  for (guint g = 0; g < groups->n; g++)
    {
      gboolean last = g + 1 == groups->n;
      const char *from = jx_text_skip_columns (line, g == 0 ? 0 : groups->start[g]);
      const char *to = last ? end : jx_text_skip_columns (line, groups->start[g + 1]);
      const char *text = from;

      while (text < to && *text == ' ')
        text++;
      /* A blank part of a line is the row's filling, not the end of the cell's paragraph. */
      if (text < to)
        jx_wrapped_add (&row[g], text, (gsize) (to - text), groups->end[g] - groups->start[g]);
    }
}

static void
finish_row (JxLines *lines, const Groups *groups, JxWrapped *row, guint number)
{
  jx_source_begin_row (lines->source, number);
  for (guint g = 0; g < groups->n; g++)
    jx_source_add_cell (lines->source, jx_wrapped_finish (&row[g], lines->source), number);
}

/* Returns: the line after @first that closes the table, or the end where none does. */
static guint
find_end (const JxLines *lines, guint first, gboolean *has_blank_lines)
{
  guint i = first;

  *has_blank_lines = FALSE;
  for (; i < lines->n_lines && !is_dashes (lines->lines[i]); i++)
    {
      gboolean blank = lines->lines[i][0] == '\0';

      /* Every line of such a table begins with a blank or is blank. */
      if (!blank && lines->lines[i][0] != ' ')
        break;
      *has_blank_lines |= blank;
    }

  return i;
}

/* The heading's lines stand between a dashed line and the groups. */
static guint
find_groups_below (const JxLines *lines, guint first, Groups *groups)
{
  for (guint i = first; i < lines->n_lines && i < first + 8; i++)
    if (find_groups (lines->lines[i], groups))
      return i;

  return 0;
}

static void
read_rows (JxLines *lines, const Groups *groups, guint from, guint end, gboolean spread)
{
  g_autofree JxWrapped *row = g_new0 (JxWrapped, groups->n);
  gboolean pending = FALSE;
  guint begun = 0;

  for (guint i = from; i < end; i++)
    {
      if (lines->lines[i][0] == '\0')
        {
          if (pending)
            finish_row (lines, groups, row, begun);
          pending = FALSE;
          continue;
        }
      if (!pending)
        begun = i + 1;
      add_line (lines, groups, i, row);
      pending = TRUE;
      if (!spread)
        {
          finish_row (lines, groups, row, begun);
          pending = FALSE;
        }
    }
  if (pending)
    finish_row (lines, groups, row, begun);
}

guint
jx_read_dashes (JxLines *lines, guint first)
{
  Groups groups;
  guint body = first + 1;
  guint end;
  gboolean spread;

  if (!find_groups (lines->lines[first], &groups))
    return 0;
  if (groups.n == 1)
    {
      /* One dash over the whole table, the heading, then the groups. */
      body = find_groups_below (lines, first + 1, &groups);
      if (body == 0 || groups.n < 2)
        return 0;
      body++;
    }
  end = find_end (lines, body, &spread);
  if (groups.n < 2 || end == body)
    return 0;

  jx_source_begin_table (lines->source, first + 1);
  if (body > first + 1)
    read_rows (lines, &groups, first + 1, body - 1, TRUE);
  read_rows (lines, &groups, body, end, spread);

  return end - first + (end < lines->n_lines && is_dashes (lines->lines[end]));
}
