/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"

/* A fixed heading is not longer than this, nor is an unknown one. */
#define HEADING_BYTES 240
#define HEADING_CHARACTERS 40

void
jx_text_reading_init (JxTextReading *reading, JxTaker *taker, const JxScript *script)
{
  *reading = (JxTextReading) { taker, script, -1 };
  reading->open_field = JX_FIELD_NONE;
}

/* A colon or full stop behind a heading says nothing. */
static void
chop_end (char *folded)
{
  gsize length = strlen (folded);

  if (g_str_has_suffix (folded, ":"))
    folded[length - 1] = '\0';
  else if (g_str_has_suffix (folded, "。"))
    folded[length - strlen ("。")] = '\0';
}

static gboolean
is_other_wording (const JxLine *line, const char *folded, const char *bare)
{
  for (guint i = 0; line->others != NULL && i < line->others->len; i++)
    if (strcmp (line->others->pdata[i], folded) == 0 || g_strcmp0 (line->others->pdata[i], bare) == 0)
      return TRUE;

  return FALSE;
}

int
jx_text_find_fixed (const JxScript *script, const char *text, int from)
{
  g_autofree char *folded = NULL;
  const char *bare = NULL;
  guint n = script->lines->len;
  int weak = -1;
  JxMark mark;
  g_autofree char *without_mark = NULL;

  if (strnlen (text, HEADING_BYTES) == HEADING_BYTES)
    return -1;
  folded = jx_fold (text);
  chop_end (folded);
  if (*folded == '\0')
    return -1;
  if (jx_mark_read (text, &mark))
    {
      bare = without_mark = jx_fold (text + mark.length);
      chop_end (without_mark);
    }

  for (guint i = 0; i < n; i++)
    {
      guint at = (guint) (from + 1 + (int) i) % n;
      const JxLine *line = jx_script_get (script, at);

      if (line->words == NULL)
        continue;
      if (strcmp (line->words, folded) == 0 || g_strcmp0 (line->whole, folded) == 0)
        return (int) at;
      /* The number may be missing or another. */
      if (weak < 0 && line->heading
          && ((line->bare_words != NULL && strcmp (line->bare_words, bare != NULL ? bare : folded) == 0)
              || is_other_wording (line, folded, bare)))
        weak = (int) at;
    }

  return weak;
}

gboolean
jx_text_is_other_part (const JxScript *script, const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *kin = NULL;

  if (strnlen (text, HEADING_BYTES) == HEADING_BYTES || g_utf8_strlen (text, -1) > HEADING_CHARACTERS || strstr (text, "。") != NULL)
    return FALSE;
  folded = jx_fold (text);
  kin = jx_script_dup_kin (folded);
  for (guint i = 0; i < script->lines->len; i++)
    {
      const JxLine *line = jx_script_get (script, i);

      if (line->kin != NULL && g_str_has_prefix (kin, line->kin) && strcmp (line->words, folded) != 0)
        return TRUE;
    }

  return FALSE;
}

static guint
get_section (const JxTextReading *reading)
{
  return reading->at >= 0 ? jx_script_get (reading->script, (guint) reading->at)->section : 0;
}

static gboolean
is_free (const JxLine *line)
{
  return line->words == NULL && !line->has_words && !line->has_number;
}

/* Whether what follows is the labelled line that the form has behind line @at of a list's item. */
static gboolean
is_confirmed (const JxTextReading *reading, guint at, const char *next)
{
  const JxLine *line = jx_script_get (reading->script, at);
  const JxLine *after = at < line->last ? jx_script_get (reading->script, at + 1) : NULL;
  JxMatch ignored;

  return after != NULL && after->has_words && next != NULL && jx_line_match (after, next, &ignored);
}

/* The first line of a list's item whose number is written in another way than the form's, or missing:
 * what stands behind it tells, or that such numbers go on from the first. */
static gboolean
match_other_number (JxTextReading *reading, guint at, const char *text, const char *next, JxMatch *match)
{
  const JxLine *line = jx_script_get (reading->script, at);
  guint place = jx_item_count (reading->taker->root, line->list) + 1;
  gboolean confirmed = is_confirmed (reading, at, next);
  gboolean marked;
  JxMark mark;

  if (line->n_parts < 2 || line->parts[0]->type != JX_PART_NUMBER || reading->lost)
    return FALSE;
  marked = jx_mark_read (text, &mark) && !mark.doubtful;
  if (!confirmed && (!marked || line->first != line->last || mark.number != place
                     || (place > 1 && strcmp (reading->style, mark.style) != 0)))
    return FALSE;
  if (!marked && (g_utf8_strlen (text, -1) > HEADING_CHARACTERS || strstr (text, "。") != NULL))
    return FALSE;
  if (!jx_pattern_match (line->parts + 1, line->n_parts - 1, text + (marked ? mark.length : 0), match))
    return FALSE;

  if (marked)
    {
      match->number = line->parts[0];
      match->mark = text;
      match->mark_length = mark.length;
      match->place = mark.number;
      g_strlcpy (reading->style, mark.style, sizeof reading->style);
    }

  return TRUE;
}

/* A labelled or numbered line: in the section being read; a labelled one, failing that, anywhere. */
static int
find_pattern (JxTextReading *reading, const char *text, const char *next, JxMatch *match)
{
  guint n = reading->script->lines->len;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        guint at = (guint) (reading->at + 1 + (int) i) % n;
        const JxLine *line = jx_script_get (reading->script, at);
        gboolean here = line->section == get_section (reading);

        if (line->words != NULL || is_free (line) || (pass == 0 ? !here : here || !line->has_words || line->list != JX_N_KINDS))
          continue;
        if (reading->lost && !line->has_words)
          continue;
        if (jx_line_match (line, text, match))
          return (int) at;
        if (pass == 0 && line->list != JX_N_KINDS && line->first == at && match_other_number (reading, at, text, next, match))
          return (int) at;
      }

  return -1;
}

/* A paragraph without words of its own is known only by its place: right behind the line met. */
static int
find_free (const JxTextReading *reading, const char *text, const char *next, JxMatch *match)
{
  guint n = reading->script->lines->len;
  const JxLine *before = reading->at >= 0 ? jx_script_get (reading->script, (guint) reading->at) : NULL;
  guint at = (guint) (reading->at + 1);
  const JxLine *line;

  if (reading->lost)
    return -1;
  if (before != NULL && before->list != JX_N_KINDS && reading->at == (int) before->last)
    at = before->first;
  if (at >= n)
    return -1;
  line = jx_script_get (reading->script, at);
  if (!is_free (line) || (before != NULL && line->section != before->section)
      || !jx_line_match (line, text, match))
    return -1;

  /* On a title page anything may stand: only beside what is met for certain. */
  if (line->title)
    {
      const JxLine *after = at + 1 < n ? jx_script_get (reading->script, at + 1) : NULL;
      JxMatch ignored;

      if (after == NULL || !after->title || !after->has_words || next == NULL
          || !jx_line_match (after, next, &ignored))
        return -1;
    }

  return (int) at;
}

static void
take_match (JxTextReading *reading, int at, const JxMatch *match, guint line_number)
{
  const JxLine *line = jx_script_get (reading->script, (guint) at);
  JxTaker *taker = reading->taker;

  if (line->list != JX_N_KINDS
      && (reading->item == NULL || at <= reading->at || reading->at < (int) line->first))
    reading->item = jx_taker_add (taker, taker->root, line->list);
  reading->at = at;
  reading->lost = FALSE;
  reading->open_field = JX_FIELD_NONE;
  reading->n_met += line->has_words && !line->title;

  for (guint i = 0; i < match->n_captures; i++)
    {
      const JxCapture *capture = &match->captures[i];
      JxItem *owner = capture->kind == JX_KIND_DOCUMENT ? taker->root : reading->item;
      g_autofree char *text = g_strndup (capture->start, capture->length);

      jx_taker_set (taker, owner, capture->field, text, line_number, NULL);
      reading->open_item = owner;
      reading->open_field = capture->field;
    }
  if (match->number != NULL && line->list != JX_N_KINDS)
    {
      g_autofree char *mark = jx_mark_dup (match->mark, match->mark_length);
      g_autofree char *said = g_strdup_printf (_("Its number is %u, its place %u"), match->place, jx_item_get_index (reading->item) + 1);

      jx_taker_set_mark (taker, reading->item, match->number, mark, line_number);
      if (match->place != jx_item_get_index (reading->item) + 1)
        jx_taker_doubt (taker, reading->item, JX_FIELD_NONE, line_number, match->mark, said);
    }
}

/* A heading in the manner of the form's own, with words the form does not know: what follows it
 * belongs to no field. */
static gboolean
is_unknown_heading (const JxTextReading *reading, const char *text)
{
  JxMark mark;

  if (jx_text_is_other_part (reading->script, text))
    return TRUE;

  return strnlen (text, HEADING_BYTES) < HEADING_BYTES
         && g_utf8_strlen (text, -1) <= HEADING_CHARACTERS
         && strstr (text, "。") == NULL
         && jx_mark_read (text, &mark)
         && g_hash_table_contains (reading->script->styles, mark.style);
}

static void
go_on (JxTextReading *reading, const char *text, guint line)
{
  const JxLine *met = reading->at >= 0 ? jx_script_get (reading->script, (guint) reading->at) : NULL;
  gboolean plain = met != NULL && is_free (met) && met->list == JX_N_KINDS;
  gboolean begun = (reading->taker->more_item == reading->open_item && reading->taker->more_field == reading->open_field)
                   || jx_item_get (reading->open_item, reading->open_field) != NULL;

  jx_taker_append (reading->taker, reading->open_item, reading->open_field, text, line,
                   plain || !begun ? NULL : _("A paragraph without a label was taken as going on with the one above"));
}

/* The title page's lines may all stand on one. */
static gboolean
take_title (JxTextReading *reading, const char *text, guint line)
{
  GPtrArray *title = reading->script->title;
  JxMatch match;

  if (title->len < 2 || strnlen (text, HEADING_BYTES) == HEADING_BYTES
      || !jx_line_match (&reading->script->title_line, text, &match))
    return FALSE;

  for (guint i = 0; i < match.n_captures; i++)
    {
      g_autofree char *value = g_strndup (match.captures[i].start, match.captures[i].length);

      if (match.captures[i].kind == JX_KIND_DOCUMENT)
        jx_taker_set (reading->taker, reading->taker->root, match.captures[i].field, value, line, NULL);
    }

  return TRUE;
}

void
jx_text_take (JxTextReading *reading, const char *text, const char *next, guint line)
{
  JxMatch match;
  int at = jx_text_find_fixed (reading->script, text, reading->at);

  if (at >= 0)
    {
      reading->at = at;
      reading->lost = FALSE;
      reading->open_field = JX_FIELD_NONE;
      reading->n_met++;
      return;
    }

  if (reading->at < 0 && take_title (reading, text, line))
    return;
  at = find_pattern (reading, text, next, &match);
  if (at < 0)
    at = find_free (reading, text, next, &match);
  if (at >= 0)
    take_match (reading, at, &match, line);
  else if (is_unknown_heading (reading, text))
    {
      reading->lost = TRUE;
      reading->open_field = JX_FIELD_NONE;
      jx_taker_leave (reading->taker, line, text, _("The form has no such heading"));
    }
  else if (!reading->lost && reading->open_field != JX_FIELD_NONE
           && jx_field_get_info (reading->open_field)->type == JX_TYPE_TEXT)
    go_on (reading, text, line);
  else
    jx_taker_leave (reading->taker, line, text, _("No place in the form fits this"));
}
