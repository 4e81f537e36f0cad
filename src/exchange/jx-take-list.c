/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list's items in one cell, a line each: a new item begins where a number stands, other lines go
 * on with the item above. */
#include "exchange/jx-recognise-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

typedef struct
{
  const JxFormNode *node;
  const JxFormPart *number; /* (nullable) */
  JxField field;
  gboolean chinese; /* the numbers met are */
} ListParts;

static ListParts
find_parts (const JxFormNode *node)
{
  ListParts parts = { node, NULL, JX_FIELD_NONE, FALSE };

  for (guint i = 0; i < node->parts->len; i++)
    {
      const JxFormPart *part = node->parts->pdata[i];

      if (part->type == JX_PART_NUMBER)
        parts.number = part;
      else if (part->type == JX_PART_FIELD && parts.field == JX_FIELD_NONE)
        parts.field = part->field;
    }

  return parts;
}

/* Words that some write before the number: an alias "目标1：" of the cell allows "目标2：" too. */
static const char *
skip_words_before (const JxFormNode *node, const char *line)
{
  for (guint a = 0; a < node->aliases->len; a++)
    {
      const char *alias = node->aliases->pdata[a];
      const char *numeral = alias;
      g_autofree char *words = NULL;
      const char *rest;

      while (*numeral != '\0' && !jx_is_numeral (g_utf8_get_char (numeral)))
        numeral = g_utf8_next_char (numeral);
      words = g_strndup (alias, (gsize) (numeral - alias));
      rest = *words != '\0' ? jx_skip_words (line, words) : NULL;
      if (rest != NULL)
        return rest;
    }

  return line;
}

/* Between "1." and "2." a line "1.5万元…" is no item: its point is a decimal's, unless it is its turn. */
static gboolean
begins_item (const ListParts *parts, const char *line, guint expected, JxMark *mark)
{
  const char *from = skip_words_before (parts->node, line);

  if (parts->number == NULL || !jx_mark_read (from, mark) || mark->chinese != parts->chinese)
    return FALSE;
  mark->length += (gsize) (from - line);

  return !mark->doubtful || mark->number == expected;
}

/* The first number tells which numerals are in use. */
static gboolean
has_numbers (ListParts *parts, char **lines)
{
  JxMark mark;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      parts->chinese = parts->number != NULL && parts->number->chinese;
      if (begins_item (parts, lines[i], 1, &mark))
        return TRUE;
      parts->chinese = !parts->chinese;
      if (begins_item (parts, lines[i], 1, &mark) && mark.number == 1)
        return TRUE;
    }

  return FALSE;
}

static gboolean
ends_sentence (const char *start, const char *at)
{
  gunichar c = at > start ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;

  return c == 0x3002 || c == 0xFF1B || c == ';' || c == 0xFF01;
}

/* Items one behind the other on one line: the next number stands behind the end of a sentence.
 * Returns: (transfer full) (nullable): the lines, %NULL where there is but one item. */
static char **
split_line (const ListParts *parts, const char *line, guint first)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  const char *begun = line;
  guint expected = first + 1;
  JxMark mark;

  if (!begins_item (parts, line, first, &mark) || mark.number != first)
    return NULL;
  for (const char *p = line + mark.length; *p != '\0'; p = g_utf8_next_char (p))
    if (ends_sentence (line, p) && begins_item (parts, p, 0, &mark) && mark.number == expected)
      {
        g_ptr_array_add (items, g_strndup (begun, (gsize) (p - begun)));
        begun = p;
        expected++;
      }
  if (items->len == 0)
    return NULL;
  g_ptr_array_add (items, g_strdup (begun));
  g_ptr_array_add (items, NULL);

  return (char **) g_ptr_array_steal (items, NULL);
}

void
jx_take_list (JxTaker *taker, JxItem *holder, JxKind kind, const JxFormNode *node, const char *text, guint line, const char *doubt)
{
  ListParts parts = find_parts (node);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean numbered = has_numbers (&parts, lines);
  JxItem *item = NULL;
  guint n_words = 0;
  guint expected = jx_item_count (holder, kind) + 1;
  char **split = numbered && lines[0] != NULL && lines[1] == NULL ? split_line (&parts, lines[0], expected) : NULL;

  if (split != NULL)
    {
      g_strfreev (lines);
      lines = split;
      doubt = _("It stood on one line with the others; they were divided by their numbers");
    }

  for (guint i = 0; lines[i] != NULL; i++)
    n_words += !jx_line_is_blank (lines[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      JxMark mark;
      gboolean marked = begins_item (&parts, lines[i], expected, &mark);
      const char *words = lines[i] + (marked ? mark.length : 0);

      if (jx_line_is_blank (lines[i]))
        continue;
      if (item != NULL && !marked && numbered)
        {
          g_autofree char *more = jx_strip_dup (words);

          jx_taker_append (taker, item, parts.field, more, line, doubt);
          continue;
        }

      item = jx_taker_add (taker, holder, kind);
      jx_taker_set (taker, item, parts.field, words, line,
                    doubt != NULL ? doubt : marked && mark.number != expected ? _("Its number does not follow the one before")
                    : !marked && n_words > 1 ? _("It has no number; every line was taken as one item") : NULL);
      if (marked)
        {
          g_autofree char *written = jx_mark_dup (lines[i], mark.length);

          jx_taker_set_mark (taker, item, parts.number, written, line);
          expected = mark.number + 1;
        }
      else
        expected++;
    }
}
