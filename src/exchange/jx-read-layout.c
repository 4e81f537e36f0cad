/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text laid out as on a page, as it comes out of a PDF. Lines of running text become paragraphs
 * again; all others become rows of single words, for jx-layout-pieces.h to put together. */
#include "exchange/jx-read-lines.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-pattern.h"

/* Lines shorter than this say nothing of the page's width. */
#define LONG_COLUMNS 40
#define MAX_COLUMNS 1000
#define WIDE_CHARACTERS 4

static const char *
skip_feed (const char *line)
{
  return line + strspn (line, "\f");
}

static const char *
skip_indent (const char *line)
{
  line = skip_feed (line);

  return line + strspn (line, " ");
}

static gboolean
has_inner_gap (const char *line)
{
  const char *gap = strstr (skip_indent (line), "   ");

  return gap != NULL && gap[strspn (gap, " ")] != '\0';
}

static gboolean
has_gap (const char *line)
{
  return strncmp (skip_feed (line), "  ", 2) == 0 || has_inner_gap (line);
}

/* "目    录": a short heading set wide. */
static gboolean
is_set_wide (const char *line)
{
  guint n = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    n += !jx_fold_is_blank (g_utf8_get_char (p));

  return n <= WIDE_CHARACTERS;
}

/* On a page of running text indents and gaps are no columns. Its table of contents has a gap in every
 * line, but only before the page's number. */
static gboolean
is_text_page (const JxLines *lines, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const char *line = skip_feed (lines->lines[i]);
      gsize length;

      if (has_inner_gap (line) && !is_set_wide (line) && !jx_line_read_leader (line, &length))
        return FALSE;
    }

  return TRUE;
}

static guint
find_page_end (const JxLines *lines, guint first)
{
  guint end = first + 1;

  while (end < lines->n_lines && lines->lines[end][0] != '\f')
    end++;

  return end;
}

gboolean
jx_layout_looks_like (const JxLines *lines)
{
  guint n_gaps = 0;
  guint n_words = 0;

  for (guint i = 0; i < lines->n_lines; i++)
    {
      const char *line = lines->lines[i];

      if (*line == '\t' || strncmp (line, "+-", 2) == 0 || strncmp (line, "+=", 2) == 0 || *line == '|'
          || (strspn (line, " -") == strlen (line) && strstr (line, "---") != NULL))
        return FALSE;
      n_words += !jx_line_is_blank (line);
      n_gaps += !jx_line_is_blank (line) && has_gap (line);
    }

  return n_gaps >= 3 && n_gaps * 20 >= n_words;
}

/* How wide running text is: what most of its long lines are, nearly; of few lines the longest. */
static guint
find_width (const JxLines *lines)
{
  guint counts[MAX_COLUMNS] = { 0 };
  guint best = 0;
  guint best_count = 1;
  guint longest = 0;

  for (guint first = 0, end; first < lines->n_lines; first = end)
    {
      gboolean text_page;

      end = find_page_end (lines, first);
      text_page = is_text_page (lines, first, end);
      for (guint i = first; i < end; i++)
        if (text_page ? !has_inner_gap (lines->lines[i]) : !has_gap (lines->lines[i]))
          {
            guint width = jx_text_columns (skip_feed (lines->lines[i]), -1);

            if (width >= LONG_COLUMNS && width < MAX_COLUMNS)
              counts[width]++;
            if (text_page && width < MAX_COLUMNS)
              longest = MAX (longest, width);
          }
    }
  for (guint w = LONG_COLUMNS; w < MAX_COLUMNS; w++)
    if (counts[w] > best_count)
      {
        best = w;
        best_count = counts[w];
      }

  return best != 0 || longest < LONG_COLUMNS ? best : longest;
}

/* A number or a label in front begins a paragraph of its own. */
static gboolean
begins_paragraph (const char *line)
{
  JxMark mark;
  guint n = 0;

  if (jx_mark_read (line, &mark))
    return TRUE;
  for (const char *p = line; *p != '\0' && n < 8; p = g_utf8_next_char (p), n++)
    if (jx_fold_character (g_utf8_get_char (p)) == ':')
      return n > 0;

  return FALSE;
}

/* The converter puts blanks between Chinese and digits or letters; nobody writes them. */
static void
add_without_blanks (GString *text, const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = p + 1;

      if (*p == ' ' && text->len > 0 && *next != '\0'
          && g_unichar_iswide (g_utf8_get_char (next)) != g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (text->str + text->len))))
        continue;
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
    }
}

/* Whether the paragraph goes on behind @line: there was no room for more on it. A numbered heading
 * is larger than running text: it has less room, and ends without a full stop. */
static gboolean
is_full (const char *line, guint width)
{
  guint columns = jx_text_columns (line, -1);
  JxMark mark;

  if (width == 0)
    return FALSE;

  return columns + 3 >= width || (columns * 5 >= width * 4 && jx_mark_read (line, &mark) && !g_str_has_suffix (line, "。"));
}

/* On a page of text an indented line begins a paragraph. */
static guint
read_paragraph (JxLines *lines, guint first, guint end, guint width, gboolean text_page)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const char *line = skip_feed (lines->lines[i]);

      if (i > first && (!is_full (skip_feed (lines->lines[i - 1]), width) || jx_line_is_blank (line) || has_gap (line)
                        || jx_line_is_page_number (line, FALSE) || begins_paragraph (line)))
        break;
      add_without_blanks (text, text_page ? skip_indent (line) : line);
      n++;
    }
  jx_source_add_paragraph (lines->source, jx_source_keep (lines->source, text->str, (gssize) text->len), first + 1);

  return n;
}

static void
read_words (JxLines *lines, guint number)
{
  const char *line = skip_feed (lines->lines[number]);
  guint column = 0;

  jx_source_begin_table (lines->source, number + 1);
  jx_source_begin_row (lines->source, number + 1);
  for (const char *p = line; *p != '\0';)
    {
      gsize length = strcspn (p, " \t");
      JxSourceCell *cell;

      if (length == 0)
        {
          column++;
          p++;
          continue;
        }
      cell = jx_source_add_cell (lines->source, jx_source_keep (lines->source, p, (gssize) length), number + 1);
      cell->column = column;
      cell->columns = jx_text_columns (p, (gssize) length);
      column += cell->columns;
      p += length;
    }
}

static void
read_page (JxLines *lines, guint first, guint end, guint width)
{
  gboolean text_page = is_text_page (lines, first, end);

  for (guint i = first; i < end;)
    {
      const char *line = skip_feed (lines->lines[i]);

      if (jx_line_is_blank (line) || jx_line_is_page_number (line, FALSE))
        i++;
      else if (text_page && has_inner_gap (line))
        {
          jx_source_add_paragraph (lines->source, skip_indent (lines->lines[i]), i + 1);
          i++;
        }
      else if (!text_page && has_gap (line))
        read_words (lines, i++);
      else
        i += read_paragraph (lines, i, end, width, text_page);
    }
}

void
jx_read_layout (JxLines *lines)
{
  guint width = find_width (lines);

  jx_source_set_laid_out (lines->source, TRUE);
  for (guint first = 0, end; first < lines->n_lines; first = end)
    {
      end = find_page_end (lines, first);
      read_page (lines, first, end, width);
    }
}
