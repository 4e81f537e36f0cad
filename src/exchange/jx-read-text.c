/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-text.h"

#include <string.h>

#include "exchange/jx-read-lines.h"

typedef guint (*ReadTable) (JxLines *lines, guint first);

static const ReadTable table_readers[] = {
  jx_read_tabbed_rows,
  jx_read_tabs,
  jx_read_grid,
  jx_read_pipes,
  jx_read_dashes,
  jx_read_barred_rows,
  jx_read_comma_rows,
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

/* Characters that nobody sees: they divide words that are one. */
static void
drop_invisible (char *line)
{
  char *to = line;

  for (const char *from = line; *from != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (from) - from);
      gunichar c = length > 1 ? g_utf8_get_char (from) : 0;

      if (c != 0xAD && c != 0x200B && c != 0x200E && c != 0x200F && c != 0x2060 && c != 0xFEFF)
        {
          memmove (to, from, length);
          to += length;
        }
      from += length;
    }
  *to = '\0';
}

/* A line of an indent alone is an empty line. */
static gboolean
is_indent (const char *line)
{
  return strstr (line, "\xE3\x80\x80") != NULL && jx_line_is_blank (line);
}

/* Where the maker put blanks behind every line they mean nothing, not even a blank cell. */
static void
drop_trailing_blanks (const JxLines *lines)
{
  guint n_words = 0;
  guint n_blank_ends = 0;

  for (guint i = 0; i < lines->n_lines; i++)
    if (!jx_line_is_blank (lines->lines[i]))
      {
        n_words++;
        n_blank_ends += g_str_has_suffix (lines->lines[i], " ");
      }
  if (n_blank_ends * 2 <= n_words)
    return;

  for (guint i = 0; i < lines->n_lines; i++)
    {
      gsize length = strlen (lines->lines[i]);

      while (length > 0 && lines->lines[i][length - 1] == ' ')
        length--;
      lines->lines[i][length] = '\0';
    }
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
      drop_invisible (line);
      if (is_indent (line))
        *line = '\0';
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
  gboolean has_pages = strchr (text, '\f') != NULL;

  split = lines.lines = split_lines (text, &lines.n_lines);
  drop_trailing_blanks (&lines);
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
  jx_source_set_paged (source, !has_tables && has_pages);

  return g_steal_pointer (&source);
}
