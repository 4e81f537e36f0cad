/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-pattern.h"

#include <string.h>

#include "base/jx-fold.h"

/* How people tick a box, or leave it. */
#define TICKED "☑☒√✓✔■●"
#define UNTICKED "☐□○×✗"

/* A number behind a name is a code if it has so many digits and letters. */
#define CODE_CHARACTERS 3

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && jx_fold_is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

const char *
jx_skip_words (const char *text, const char *words)
{
  for (;;)
    {
      words = skip_blanks (words);
      if (*words == '\0')
        return text;
      text = skip_blanks (text);
      if (*text == '\0' || jx_fold_character (g_utf8_get_char (text)) != jx_fold_character (g_utf8_get_char (words)))
        return NULL;
      text = g_utf8_next_char (text);
      words = g_utf8_next_char (words);
    }
}

static gboolean
is_number_character (gunichar c)
{
  return g_unichar_digit_value (c) >= 0 || c == '.' || c == ',' || c == 0xFF0E || c == 0xFF0C;
}

static void
capture (JxMatch *match, const JxFormPart *part, const char *start, const char *end)
{
  JxCapture *into;

  if (match->n_captures == JX_MATCH_MAX)
    return;

  start = skip_blanks (start);
  while (end > start && jx_fold_is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  into = &match->captures[match->n_captures++];
  *into = (JxCapture) { part->kind, part->field, part, MIN (start, end), end > start ? (gsize) (end - start) : 0 };
}

static gboolean match_from (JxFormPart **parts, guint n_parts, const char *text, JxMatch *match);

static gboolean
is_numeric_field (const JxFormPart *part)
{
  JxType type = part->type == JX_PART_FIELD ? jx_field_get_info (part->field)->type : JX_TYPE_TEXT;

  return type != JX_TYPE_LINE && type != JX_TYPE_TEXT && type != JX_TYPE_TARGET;
}

static const char *
skip_one (const char *text, const char *marks)
{
  return *text != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (text)) != NULL ? g_utf8_next_char (text) : text;
}

static gboolean
is_of_code (const char *p)
{
  return (guchar) *p < 0x80 && (g_ascii_isalnum (*p) || *p == '-');
}

/* A code before a name takes its letters and digits: “[105]某局”, “105-某局”, “105 某局”. Returns: where the name begins. */
static const char *
match_code (const JxFormPart *part, const char *text, JxMatch *match)
{
  const char *p = skip_one (skip_blanks (text), "[(（【〔");
  const char *start = p;
  const char *end;

  while (is_of_code (p))
    p++;
  if (p == start)
    start = p = text;
  end = p;
  while (end > start && end[-1] == '-')
    end--;
  capture (match, part, start, end);

  return p == text ? p : skip_one (skip_one (skip_blanks (p), "])）】〕"), ":：—");
}

/* The code may stand behind the name: “某局（105）”. */
static gboolean
match_code_behind (JxFormPart **parts, const char *text, JxMatch *match)
{
  const char *end = text + strlen (text);
  const char *start, *name_end;

  while (end > text && (jx_fold_is_blank (g_utf8_get_char (g_utf8_prev_char (end))) || skip_one (g_utf8_prev_char (end), "])）】〕") == end))
    end = g_utf8_prev_char (end);
  for (start = end; start > text && (guchar) start[-1] < 0x80 && g_ascii_isalnum (start[-1]); start--)
    ;
  name_end = start;
  while (name_end > text && skip_one (g_utf8_prev_char (name_end), "[(（【〔-— ") == name_end)
    name_end = g_utf8_prev_char (name_end);
  if (end - start < CODE_CHARACTERS || name_end == skip_blanks (text))
    return FALSE;

  capture (match, parts[0], start, end);
  capture (match, parts[1], text, name_end);
  return TRUE;
}

static gboolean
match_field (JxFormPart **parts, guint n_parts, const char *text, JxMatch *match)
{
  guint n_before = match->n_captures;
  const char *end = text + strlen (text);
  gboolean before_number = n_parts > 1 && is_numeric_field (parts[1]);
  gboolean before_name = n_parts > 1 && parts[1]->type == JX_PART_FIELD && !before_number;

  if (is_numeric_field (parts[0]))
    {
      const char *p = skip_blanks (text);

      while (*p != '\0' && is_number_character (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      capture (match, parts[0], text, p);
      return match_from (parts + 1, n_parts - 1, p, match);
    }
  if (before_name)
    {
      const char *rest = match_code (parts[0], text, match);

      if (rest == text && n_parts == 2)
        {
          match->n_captures = n_before;
          if (match_code_behind (parts, text, match))
            return TRUE;
          rest = match_code (parts[0], text, match);
        }
      return match_from (parts + 1, n_parts - 1, rest, match);
    }

  /* From the end back: words behind the field are met where they stand last. A number behind it is
   * not cut in two, and rather stands there than not. */
  for (int pass = before_number ? 0 : 1; pass < 2; pass++)
    for (const char *p = end;; p = g_utf8_prev_char (p))
      {
        gboolean cuts = before_number && p > text && is_number_character (g_utf8_get_char (p))
                        && is_number_character (g_utf8_get_char (g_utf8_prev_char (p)));

        match->n_captures = n_before;
        capture (match, parts[0], text, p);
        if (!cuts && (pass == 1 || g_unichar_digit_value (g_utf8_get_char (p)) >= 0)
            && match_from (parts + 1, n_parts - 1, p, match))
          return TRUE;
        if (p == text || n_parts == 1)
          break;
      }
  match->n_captures = n_before;

  return FALSE;
}

static gboolean read_mark (const char *text, gboolean bare, JxMark *mark);

static gboolean
match_number (JxFormPart **parts, guint n_parts, const char *text, JxMatch *match)
{
  /* Where the form has a numeral alone, what divides it from the words is the form's own words. */
  gboolean bare = *parts[0]->text == '\0' && *parts[0]->after == '\0';
  JxMark mark;

  if (!read_mark (text, bare, &mark) || mark.chinese != parts[0]->chinese)
    return FALSE;

  match->number = parts[0];
  match->mark = text;
  match->mark_length = mark.length;
  match->place = mark.number;

  return match_from (parts + 1, n_parts - 1, text + mark.length, match);
}

static gboolean
is_one_of (const char *text, const char *marks)
{
  return *text != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (text)) != NULL;
}

gboolean
jx_mark_is_tick (const char *text)
{
  text = skip_blanks (text);

  return (is_one_of (text, TICKED) || is_one_of (text, UNTICKED)) && *skip_blanks (g_utf8_next_char (text)) == '\0';
}

gboolean
jx_mark_is_word_of_tick (const JxFormPart *part, const char *text)
{
  return jx_fold_equal (part->text, text);
}

/* A box that is ticked names the word beside it; some write the word itself. */
static gboolean
match_tick (JxFormPart **parts, guint n_parts, const char *text, JxMatch *match)
{
  const char *p = skip_blanks (text);
  gboolean ticked = is_one_of (p, TICKED);

  if (jx_mark_is_word_of_tick (parts[0], p))
    {
      capture (match, parts[0], parts[0]->text, parts[0]->text + strlen (parts[0]->text));
      return n_parts == 1;
    }
  if (ticked)
    capture (match, parts[0], parts[0]->text, parts[0]->text + strlen (parts[0]->text));
  if (ticked || is_one_of (p, UNTICKED))
    p = g_utf8_next_char (p);

  return match_from (parts + 1, n_parts - 1, p, match);
}

static gboolean
match_from (JxFormPart **parts, guint n_parts, const char *text, JxMatch *match)
{
  const char *rest;

  if (n_parts == 0)
    return *skip_blanks (text) == '\0';

  switch (parts[0]->type)
    {
    case JX_PART_TEXT:
      rest = jx_skip_words (text, parts[0]->text);
      if (rest != NULL && match_from (parts + 1, n_parts - 1, rest, match))
        return TRUE;
      return parts[0]->optional && match_from (parts + 1, n_parts - 1, text, match);
    case JX_PART_BREAK:
      return match_from (parts + 1, n_parts - 1, text, match);
    case JX_PART_NUMBER:
      return match_number (parts, n_parts, text, match);
    case JX_PART_TICK:
      return match_tick (parts, n_parts, text, match);
    case JX_PART_PERCENT:
    case JX_PART_SUM:
    case JX_PART_FIELD:
    default:
      return match_field (parts, n_parts, text, match);
    }
}

gboolean
jx_pattern_match (JxFormPart **parts, guint n_parts, const char *text, JxMatch *match)
{
  memset (match, 0, sizeof *match);

  return match_from (parts, n_parts, text, match);
}

gboolean
jx_pattern_has_words (JxFormPart **parts, guint n_parts)
{
  for (guint i = 0; i < n_parts; i++)
    if (parts[i]->type == JX_PART_TEXT && !parts[i]->optional && *skip_blanks (parts[i]->text) != '\0')
      return TRUE;

  return FALSE;
}

static gboolean
is_numeral (gunichar c)
{
  switch (c)
    {
    case 0x3007: /* 〇 */
    case 0x4E00: /* 一 */
    case 0x4E8C:
    case 0x4E09:
    case 0x56DB:
    case 0x4E94:
    case 0x516D:
    case 0x4E03:
    case 0x516B:
    case 0x4E5D:
    case 0x5341: /* 十 */
    case 0x767E: /* 百 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* ①, ⑴, ⒈, ㈠, ㊀ */
static gboolean
is_enclosed (gunichar c, gboolean *chinese)
{
  *chinese = (c >= 0x3220 && c <= 0x3229) || (c >= 0x3280 && c <= 0x3289);

  return *chinese || (c >= 0x2460 && c <= 0x249B);
}

static gboolean
is_divider (gunichar folded)
{
  return folded == '.' || folded == ',' || folded == ':' || folded == 0x3001 /* 、 */;
}

/* @bare: a numeral alone will do. */
static gboolean
read_mark (const char *text, gboolean bare, JxMark *mark)
{
  const char *p = skip_blanks (text);
  gunichar c = *p != '\0' ? jx_fold_character (g_utf8_get_char (p)) : 0;
  gboolean bracket = c == '(';
  gboolean closed = FALSE;
  gunichar divider = 0;
  const char *numeral;
  g_autofree char *words = NULL;

  memset (mark, 0, sizeof *mark);
  if (bracket)
    p = skip_blanks (g_utf8_next_char (p));

  numeral = p;
  if (*p != '\0' && is_enclosed (g_utf8_get_char (p), &mark->chinese))
    {
      p = g_utf8_next_char (p);
      closed = TRUE;
    }
  else
    {
      mark->chinese = *p != '\0' && is_numeral (g_utf8_get_char (p));
      while (*p != '\0' && (mark->chinese ? is_numeral (g_utf8_get_char (p)) : g_unichar_digit_value (g_utf8_get_char (p)) >= 0))
        p = g_utf8_next_char (p);
    }
  if (p == numeral || p - numeral > 15)
    return FALSE;
  words = g_strndup (numeral, (gsize) (p - numeral));

  if (!closed)
    {
      const char *after = skip_blanks (p);

      c = *after != '\0' ? jx_fold_character (g_utf8_get_char (after)) : 0;
      if (c == ')')
        {
          closed = TRUE;
          p = g_utf8_next_char (after);
        }
      else if (bracket)
        return FALSE;
    }
  c = *p != '\0' && !bare ? jx_fold_character (g_utf8_get_char (p)) : 0;
  if (is_divider (c))
    {
      divider = c;
      p = g_utf8_next_char (p);
      mark->doubtful = !closed && c != 0x3001 && *p != '\0' && g_unichar_digit_value (g_utf8_get_char (p)) >= 0;
    }
  else if (!closed && !bare)
    return FALSE;

  mark->number = jx_form_read_mark (words);
  mark->length = (gsize) (p - text);
  g_snprintf (mark->style, sizeof mark->style, "%s%c%s%s", bracket ? "(" : "", mark->chinese ? 'c' : 'd', closed ? ")" : "",
              divider == 0x3001 ? "、" : divider != 0 ? "." : "");

  return mark->number > 0;
}

char *
jx_mark_dup (const char *text, gsize length)
{
  g_autofree char *mark = g_strndup (text, length);

  return jx_strip_dup (mark);
}

gboolean
jx_is_numeral (gunichar c)
{
  return is_numeral (c) || g_unichar_digit_value (c) >= 0;
}

gboolean
jx_mark_read (const char *text, JxMark *mark)
{
  return read_mark (text, FALSE, mark);
}
