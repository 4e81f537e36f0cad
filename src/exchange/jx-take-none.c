/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-take-none.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

#define NONE_BYTES 60

gboolean
jx_says_none (const char *text)
{
  static const char * const words[] = { "无", "不涉及", "暂无", "不适用", "无此项", "无内容", "没有" };
  g_autofree char *folded = NULL;
  gsize length;

  if (strnlen (text, NONE_BYTES) == NONE_BYTES || jx_line_is_blank (text))
    return FALSE;
  if (jx_line_is_stroke (text))
    return TRUE;
  folded = jx_fold (text);
  length = strlen (folded);
  if (*folded == '(' && folded[length - 1] == ')')
    {
      memmove (folded, folded + 1, length - 2);
      folded[length - 2] = '\0';
    }
  if (g_str_has_suffix (folded, "。"))
    folded[strlen (folded) - strlen ("。")] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_zero (const char *text)
{
  g_autofree char *stripped = jx_strip_dup (text);

  return strspn (stripped, "0.,%") == strlen (stripped);
}

/* Lines with a number each and nothing behind it. */
static gboolean
is_list_of_numbers (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  JxMark mark;

  for (guint i = 0; lines[i] != NULL; i++)
    if (!jx_line_is_blank (lines[i]) && !(jx_mark_read (lines[i], &mark) && jx_line_is_blank (lines[i] + mark.length)))
      return FALSE;

  return TRUE;
}

/* The unit may stand in a template: it is the document's, where the project has none of its own. */
static gboolean
is_of_document (const JxSlot *slot)
{
  const JxFormPart *part = slot->node->parts->pdata[0];

  return jx_field_get_info (slot->field)->kind == JX_KIND_DOCUMENT
         || (part->fallback != NULL && part->fallback->kind == JX_KIND_DOCUMENT);
}

/* What a template has in it already: names of levels, months, zeros, numbers of a list. */
static gboolean
is_of_template (const JxSlot *slot, const char *text)
{
  if (slot->type == JX_SLOT_LIST)
    return is_list_of_numbers (text);
  if (slot->merge || slot->field == JX_FIELD_NONE || is_of_document (slot))
    return TRUE;

  return jx_field_get_info (slot->field)->type == JX_TYPE_MONTH || is_zero (text);
}

static gboolean
is_value (const JxStep *step, const JxSlots *slots)
{
  JxSlotType type;

  if (step->type == JX_STEP_MISS || step->type == JX_STEP_DISCARD)
    return FALSE;
  type = jx_slots_get (slots, step->slot)->type;

  return type == JX_SLOT_VALUE || type == JX_SLOT_LIST || type == JX_SLOT_ACROSS;
}

gboolean
jx_steps_hold_anything (const JxSlots *slots, const GArray *pieces, const GArray *steps, gboolean *says_none)
{
  *says_none = FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const JxStep *step = &g_array_index (steps, JxStep, i);
      const char *text;

      if (!is_value (step, slots))
        continue;
      text = step->type == JX_STEP_BOTH ? g_array_index (pieces, JxPiece, step->piece).tail : g_array_index (pieces, JxPiece, step->piece).text;
      if (jx_says_none (text))
        *says_none = TRUE;
      else if (!jx_line_is_blank (text) && !is_of_template (jx_slots_get (slots, step->slot), text))
        return TRUE;
    }

  return FALSE;
}
