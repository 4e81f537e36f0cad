/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators in the rows of a list of projects. */
#include "exchange/jx-list-private.h"

#include "base/jx-fold.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-item.h"

static const JxSourceCell **
get_pending_level (JxList *list, const JxListColumn *column)
{
  if (column->slot == NULL || (column->slot->field != JX_FIELD_INDICATOR_LEVEL1 && column->slot->field != JX_FIELD_INDICATOR_LEVEL2))
    return NULL;

  return column->slot->field == JX_FIELD_INDICATOR_LEVEL1 ? &list->level1 : &list->level2;
}

gboolean
jx_list_note_levels (JxList *list, guint n_words)
{
  guint n_levels = 0;

  for (guint i = 0; i < list->columns->len; i++)
    n_levels += get_pending_level (list, jx_list_get_column (list, i)) != NULL && !jx_line_is_blank (jx_list_get_text (list, i));
  if (n_levels == 0 || n_levels < n_words || list->project == NULL)
    return FALSE;

  for (guint i = 0; i < list->columns->len; i++)
    {
      const JxSourceCell **level = get_pending_level (list, jx_list_get_column (list, i));

      if (level == NULL || jx_line_is_blank (jx_list_get_text (list, i)))
        continue;
      if (level == &list->level1)
        list->level2 = NULL;
      *level = list->cells[i];
    }

  return TRUE;
}

static void
take_pending_levels (JxList *list, JxItem *item)
{
  for (guint i = 0; i < list->columns->len; i++)
    {
      const JxListColumn *column = jx_list_get_column (list, i);
      const JxSourceCell **level = get_pending_level (list, column);

      if (level != NULL && *level != NULL && jx_item_get (item, column->slot->field) == NULL)
        jx_taker_set (list->taker, item, column->slot->field, (*level)->text, (*level)->line, NULL);
    }
}

/* Levels stand once over several rows, merged or not. */
static void
inherit_levels (JxList *list, JxItem *item)
{
  for (guint i = 0; list->indicator != NULL && i < list->columns->len; i++)
    {
      const JxListColumn *column = jx_list_get_column (list, i);

      if (!jx_list_is_of_indicator (column) || column->slot == NULL || !column->slot->merge)
        continue;
      if (jx_item_get (item, column->slot->field) == NULL && jx_item_get (list->indicator, column->slot->field) != NULL)
        jx_taker_set (list->taker, item, column->slot->field, jx_item_get (list->indicator, column->slot->field), 0, NULL);
      else if (!jx_fold_equal (jx_item_get (item, column->slot->field), jx_item_get (list->indicator, column->slot->field)))
        break;
    }
}

void
jx_list_take_indicator (JxList *list)
{
  JxTargetParts parts = { NULL };
  const JxSlot *value_slot = NULL;
  g_autofree char *value = NULL;
  JxItem *item = NULL;

  for (guint i = 0; i < list->columns->len; i++)
    if (jx_list_is_of_indicator (jx_list_get_column (list, i)) && !jx_line_is_blank (jx_list_get_text (list, i)))
      {
        item = jx_taker_add (list->taker, list->project, JX_KIND_INDICATOR);
        break;
      }
  for (guint i = 0; item != NULL && i < list->columns->len; i++)
    {
      const JxListColumn *column = jx_list_get_column (list, i);
      const char *text = jx_list_get_text (list, i);

      if (!jx_list_is_of_indicator (column) || jx_line_is_blank (text))
        continue;
      if (parts.line == 0)
        parts.line = list->cells[i]->line;
      if (column->part == JX_TARGET_PART_SIGN)
        parts.sign = text;
      else if (column->part == JX_TARGET_PART_UNIT)
        parts.unit = text;
      else if (jx_field_get_info (column->slot->field)->type == JX_TYPE_TARGET)
        {
          parts.number = text;
          value_slot = column->slot;
        }
      else
        jx_take_value (list->taker, item, column->slot, text, list->cells[i]->line, NULL);
    }
  if (item == NULL)
    return;

  value = jx_target_parts_join (&parts, list->taker);
  if (value != NULL)
    jx_take_value (list->taker, item, value_slot, value, parts.line, NULL);
  take_pending_levels (list, item);
  inherit_levels (list, item);
  list->indicator = item;
}
