/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-lines.h"

#include <string.h>

#include "base/jx-fold.h"

static gboolean
is_white (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xA0 || c == 0xFEFF || c == 0x200B;
}

gboolean
jx_line_is_blank (const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_white (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

gboolean
jx_line_is_stroke (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (jx_fold_is_blank (c))
        continue;
      c = jx_fold_character (c);
      if (c != '-' && c != '/' && c != 0x2014 && c != 0x2013 && c != 0x2500)
        return FALSE;
    }

  return TRUE;
}

int
jx_char_columns (gunichar c)
{
  if (c < 0x300)
    return 1;
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

guint
jx_text_columns (const char *text, gssize length)
{
  guint n = 0;

  for (const char *p = text; (length < 0 || p - text < length) && *p != '\0'; p = g_utf8_next_char (p))
    n += (guint) jx_char_columns (g_utf8_get_char (p));

  return n;
}

const char *
jx_text_skip_columns (const char *text, guint columns)
{
  const char *p = text;

  for (guint n = 0; n < columns && *p != '\0'; p = g_utf8_next_char (p))
    n += (guint) jx_char_columns (g_utf8_get_char (p));

  return p;
}

void
jx_break_lines (GString *text)
{
  static const char * const breaks[] = { "<br>", "<br/>", "<br />" };

  for (gsize i = 0; i < G_N_ELEMENTS (breaks) && strchr (text->str, '<') != NULL; i++)
    g_string_replace (text, breaks[i], "\n", 0);
}

void
jx_join_pieces (GString *text, const char *piece, gsize length)
{
  if (text->len > 0 && length > 0)
    {
      const char *end = text->str + text->len;
      gunichar before = g_utf8_get_char (g_utf8_prev_char (end));
      gunichar after = g_utf8_get_char (piece);

      if (!g_unichar_iswide (before) && !g_unichar_iswide (after) && before < 0x2000 && after < 0x2000)
        g_string_append_c (text, ' ');
    }
  g_string_append_len (text, piece, (gssize) length);
}

/* The columns of the first word of a line: what had to fit behind the line before. */
static guint
first_word_columns (const char *line, gsize length)
{
  guint n = 0;

  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_white (c))
        break;
      n += (guint) jx_char_columns (c);
      if (g_unichar_iswide (c))
        break;
    }

  return n;
}

void
jx_wrapped_add (JxWrapped *wrapped, const char *line, gsize length, guint width)
{
  const char *end = line + length;

  while (line < end && *line == ' ')
    line++;
  while (end > line && end[-1] == ' ')
    end--;
  length = (gsize) (end - line);

  if (wrapped->text == NULL)
    wrapped->text = g_string_new (NULL);
  if (length == 0 || (g_utf8_get_char (line) == 0xA0 && length == 2))
    {
      wrapped->blank |= length > 0;
      wrapped->paragraph_ended = TRUE;
      return;
    }

  if (wrapped->text->len > 0)
    {
      gboolean was_full = wrapped->last_columns + first_word_columns (line, length) >= width;

      if (wrapped->paragraph_ended || !was_full)
        {
          g_string_append_c (wrapped->text, '\n');
          g_string_append_len (wrapped->text, line, (gssize) length);
        }
      else
        jx_join_pieces (wrapped->text, line, length);
    }
  else
    g_string_append_len (wrapped->text, line, (gssize) length);

  wrapped->last_columns = jx_text_columns (line, (gssize) length);
  wrapped->paragraph_ended = FALSE;
}

const char *
jx_wrapped_finish (JxWrapped *wrapped, JxSource *source)
{
  const char *kept = "";

  if (wrapped->text != NULL && wrapped->text->len > 0)
    kept = jx_source_keep (source, wrapped->text->str, (gssize) wrapped->text->len);
  else if (wrapped->blank)
    kept = " ";
  if (wrapped->text != NULL)
    g_string_free (wrapped->text, TRUE);
  *wrapped = (JxWrapped) { NULL };

  return kept;
}
