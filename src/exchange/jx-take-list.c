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
  const JxFormPart *number; /* (nullable) */
  JxField field;
} ListParts;

static ListParts
find_parts (const JxFormNode *node)
{
  ListParts parts = { NULL, JX_FIELD_NONE };

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

/* Between "1." and "2." a line "1.5万元…" is no item: its point is a decimal's, unless it is its turn. */
static gboolean
begins_item (const ListParts *parts, const char *line, guint expected, JxMark *mark)
{
  if (parts->number == NULL || !jx_mark_read (line, mark) || mark->chinese != parts->number->chinese)
    return FALSE;

  return !mark->doubtful || mark->number == expected;
}

static gboolean
has_numbers (const ListParts *parts, char **lines)
{
  JxMark mark;

  for (guint i = 0; lines[i] != NULL; i++)
    if (begins_item (parts, lines[i], 1, &mark))
      return TRUE;

  return FALSE;
}

void
jx_take_list (JxTaker *taker, JxItem *holder, JxKind kind, const JxFormNode *node, const char *text, guint line, const char *doubt)
{
  ListParts parts = find_parts (node);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean numbered = has_numbers (&parts, lines);
  JxItem *item = NULL;
  guint expected = jx_item_count (holder, kind) + 1;

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
                    : !marked && lines[1] != NULL ? _("It has no number; every line was taken as one item") : NULL);
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
