/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"

/* How much of a file its statistics are made from. */
#define SAMPLE_BYTES (64 * 1024)
/* Of a hundred characters, how many must be common ones for a reading to be believed. */
#define BELIEVED 80

typedef struct
{
  const char *mark;
  gsize mark_length;
  const char *charset;
} Mark;

static const Mark marks[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE\x00\x00", 4, "UTF-32LE" },
  { "\x00\x00\xFE\xFF", 4, "UTF-32BE" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
  { "\x84\x31\x95\x33", 4, "GB18030" },
};

static const Mark *
find_mark (const char *data, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].mark_length && memcmp (data, marks[i].mark, marks[i].mark_length) == 0)
      return &marks[i];

  return NULL;
}

static guint
count_lines (const char *data, gsize length)
{
  guint n = 1;

  for (const char *p = data; (p = memchr (p, '\n', length - (gsize) (p - data))) != NULL; p++)
    n++;

  return n;
}

/* What a character says for the reading it came from, of 100. In the national code the first byte
 * tells: A1–A9 marks and letters, B0–D7 the 3,755 commonest characters, D8–F7 the next. */
static int
rate_character (const guchar *p, gsize length, gsize *used)
{
  *used = 1;
  if (p[0] < 0x80)
    return p[0] >= 0x20 || strchr ("\t\n\f\r", p[0]) != NULL ? (p[0] == 0 ? -400 : 100) : -400;
  if (length < 2)
    return 0;

  *used = p[1] >= 0x30 && p[1] <= 0x39 && length >= 4 ? 4 : 2;
  if (*used == 4 || p[1] < 0xA1)
    return 0;
  if (p[0] >= 0xA1 && p[0] <= 0xA9)
    return 100;
  if (p[0] >= 0xB0 && p[0] <= 0xD7)
    return 100;

  return p[0] >= 0xD8 && p[0] <= 0xF7 ? 60 : 0;
}

/* Returns: 0 … 100 how much the sample looks like somebody's writing when read in @charset. */
static int
rate_charset (const char *data, gsize length, const char *charset)
{
  gsize sample = MIN (length, SAMPLE_BYTES) & ~(gsize) 1;
  gsize n_utf8, n_gb;
  g_autofree char *utf8 = NULL;
  g_autofree char *gb = NULL;
  gint64 sum = 0;
  gint64 n = 0;

  /* The sample may end within a character: up to three bytes less must do. */
  for (int cut = 0; cut < 4 && utf8 == NULL && sample > 0; cut++, sample--)
    utf8 = g_convert (data, (gssize) sample, "UTF-8", charset, NULL, &n_utf8, NULL);
  if (utf8 == NULL)
    return 0;
  gb = g_convert (utf8, (gssize) n_utf8, "GB18030", "UTF-8", NULL, &n_gb, NULL);
  if (gb == NULL)
    return 0;

  for (gsize i = 0, used; i < n_gb; i += used, n++)
    sum += rate_character ((const guchar *) gb + i, n_gb - i, &used);

  return n > 0 && sum > 0 ? (int) (sum / n) : 0;
}

/* A file that begins as UTF-8 for long is UTF-8 with a broken place, not something else. */
static gboolean
is_broken_utf8 (const char *data, const char *end_of_valid)
{
  guint n_wide = 0;

  for (const char *p = data; p < end_of_valid && n_wide < 30; p = g_utf8_next_char (p))
    n_wide += (guchar) *p >= 0xE0;

  return n_wide >= 30;
}

static gboolean
has_binary_bytes (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) text[i] >= 0x20)
        continue;
      if (text[i] == '\0')
        return TRUE;
      n += strchr ("\t\n\v\f\r\x07\x1A", text[i]) == NULL;
    }

  return n > 8 + length / 1000;
}

static const char *
choose_charset (const char *data, gsize length)
{
  static const char * const charsets[] = { "GB18030", "UTF-16LE", "UTF-16BE" };
  const char *best = NULL;
  int best_rate = BELIEVED - 1;

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      int rate = rate_charset (data, length, charsets[i]);

      if (rate > best_rate)
        {
          best = charsets[i];
          best_rate = rate;
        }
    }

  return best;
}

/* One kind of line end, within the text itself: it only gets shorter. */
static gsize
unify_line_ends (char *text, gsize length)
{
  const char *end = text + length;
  const char *p = text;
  char *out = text;

  while (p < end)
    {
      gsize n_plain = strcspn (p, "\r\v\x07\x1A\xE2");

      if (out != p)
        memmove (out, p, n_plain);
      out += n_plain;
      p += n_plain;
      if (p == end)
        break;

      if (*p == '\xE2' && (strncmp (p, "\xE2\x80\xA8", 3) == 0 || strncmp (p, "\xE2\x80\xA9", 3) == 0)) /* U+2028, U+2029 */
        {
          *out++ = '\n';
          p += 2;
        }
      else if (*p == '\xE2')
        *out++ = *p;
      else if (*p == '\v' || (*p == '\r' && p[1] != '\n'))
        *out++ = '\n';
      /* What is left are Word's mark of a cell's end and DOS's of a file's, and half of a line end. */
      p++;
    }
  *out = '\0';

  return (gsize) (out - text);
}

char *
jx_decode (const char *data, gsize length, const char *name, const char **encoding, GError **error)
{
  const Mark *mark = find_mark (data, length);
  const char *charset = mark != NULL ? mark->charset : "UTF-8";
  const char *end = NULL;
  g_autofree char *text = NULL;
  gsize n = 0, n_read = 0;
  gboolean valid;

  if (mark != NULL)
    {
      data += mark->mark_length;
      length -= mark->mark_length;
    }
  valid = strcmp (charset, "UTF-8") == 0 && g_utf8_validate (data, (gssize) length, &end);
  if (mark == NULL && !valid && !is_broken_utf8 (data, end))
    charset = choose_charset (data, length);

  if (charset == NULL)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0,
                       _("This is not a text in any encoding in use (UTF-8, GB18030, UTF-16); save it as text again"));
      return NULL;
    }

  if (strcmp (charset, "UTF-8") == 0)
    {
      if (!valid && *end != '\0')
        {
          jx_error_set_at (error, JX_ERROR_SYNTAX, name, (int) count_lines (data, (gsize) (end - data)),
                           _("Broken characters: the text is damaged or cut off here; save it as text again"));
          return NULL;
        }
      text = g_strndup (data, length);
      n = length;
    }
  else
    {
      text = g_convert (data, (gssize) length, "UTF-8", charset, &n_read, &n, NULL);
      if (text == NULL)
        {
          jx_error_set_at (error, JX_ERROR_SYNTAX, name, (int) count_lines (data, MIN (n_read, length)),
                           _("Broken characters: the text (%s) is damaged or cut off here; save it as text again"), charset);
          return NULL;
        }
    }

  if (has_binary_bytes (text, n))
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0,
                       _("This is not a text but binary data; save it as text from the program it was made with"));
      return NULL;
    }

  unify_line_ends (text, n);
  if (encoding != NULL)
    *encoding = charset;

  return g_steal_pointer (&text);
}
