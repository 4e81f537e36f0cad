/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-text.h"

#include <string.h>

#include "exchange/jx-read-lines.h"

typedef guint (*ReadTable) (JxLines *lines, guint first);

static const ReadTable table_readers[] = {
  jx_read_tabs,
  jx_read_tabbed_rows,
  jx_read_grid,
  jx_read_pipes,
  jx_read_dashes,
};

/* Marks of places that Word's text export leaves in the text. */
static void
strip_bookmarks (char *line)
{
  char *from = strstr (line, "[bookmark:");
  char *to = from;

  while (from != NULL)
    {
      char *end = strchr (from, ']');
      char *next = end != NULL ? strstr (end, "[bookmark:") : NULL;
      char *text = end != NULL ? end + 1 : from;
      gsize length = next != NULL ? (gsize) (next - text) : strlen (text);

      memmove (to, text, length);
      to += length;
      from = next;
    }
  if (to != NULL)
    *to = '\0';
}

static char **
split_lines (char *text, guint *n_lines)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  char *line = text;

  while (line != NULL && *line != '\0')
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end++ = '\0';
      strip_bookmarks (line);
      g_ptr_array_add (lines, line);
      line = end;
    }
  *n_lines = lines->len;

  return (char **) g_ptr_array_steal (lines, NULL);
}

static guint
read_table (JxLines *lines, guint first)
{
  for (gsize r = 0; r < G_N_ELEMENTS (table_readers); r++)
    {
      guint n = table_readers[r] (lines, first);

      if (n > 0)
        return n;
    }

  return 0;
}

static void
add_paragraph (JxLines *lines, guint number)
{
  char *line = lines->lines[number];

  g_strdelimit (line, "\f", ' ');
  jx_source_add_paragraph (lines->source, line, number + 1);
}

JxSource *
jx_read_text (char *text)
{
  g_autoptr (JxSource) source = jx_source_new (text);
  g_autofree char **split = NULL;
  JxLines lines = { source };
  gboolean has_tables = FALSE;

  split = lines.lines = split_lines (text, &lines.n_lines);
  if (jx_layout_looks_like (&lines))
    {
      jx_read_layout (&lines);
      return g_steal_pointer (&source);
    }

  for (guint i = 0; i < lines.n_lines;)
    {
      guint n = read_table (&lines, i);

      if (n == 0)
        add_paragraph (&lines, i);
      has_tables |= n > 0;
      i += MAX (n, 1);
    }
  jx_source_set_flat (source, !has_tables);

  return g_steal_pointer (&source);
}
