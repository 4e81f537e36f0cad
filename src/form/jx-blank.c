/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-blank.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-decimal.h"
#include "base/jx-error.h"
#include "base/jx-fold.h"
#include "form/jx-aspect.h"
#include "model/jx-item-build.h"

static const char *
get_value (const JxItem *item, JxField field)
{
  const char *value = item != NULL ? jx_item_get (item, field) : NULL;

  return value != NULL ? value : "";
}

static JxField
get_key_field (JxKind kind)
{
  JxField first;
  guint n;

  jx_field_get_range (kind, &first, &n);

  return first;
}

static gboolean
is_before (const JxItem *item, const char *key)
{
  JxDecimal own, other;

  return jx_item_get_decimal (item, get_key_field (jx_item_get_kind (item)), &own) && jx_decimal_parse (key, &other)
         && jx_decimal_compare (own, other) < 0;
}

static gboolean
belongs_beside (const JxItem *item, const JxItem *beside, char **by)
{
  for (guint i = 0; by[i] != NULL; i++)
    if (!g_str_equal (get_value (item, jx_field_find (jx_item_get_kind (item), by[i])),
                      get_value (beside, jx_field_find (jx_item_get_kind (beside), by[i]))))
      return FALSE;

  return TRUE;
}

gboolean
jx_blank_is_writable (const JxBlank *blank)
{
  return blank->part != NULL;
}

gboolean
jx_blank_is_whole (const JxBlank *blank)
{
  return blank->part != NULL && blank->part->type == JX_PART_FIELD && blank->part->aspect == JX_ASPECT_WHOLE;
}

gboolean
jx_blank_is_tick (const JxBlank *blank)
{
  return blank->part != NULL && blank->part->type == JX_PART_TICK;
}

char *
jx_blank_dup_value (const JxBlank *blank)
{
  const char *value;

  g_return_val_if_fail (jx_blank_is_writable (blank), NULL);

  value = get_value (blank->item, blank->field);
  if (jx_blank_is_tick (blank))
    return g_strdup (strstr (value, blank->part->text) != NULL ? JX_BLANK_TICK : "");
  if (value[0] != '\0' && blank->part->aspect != JX_ASPECT_WHOLE)
    return jx_aspect_dup (value, blank->part->aspect);

  return g_strdup (value);
}

JxItem *
jx_blank_find_keeper (const JxBlank *blank)
{
  JxItem *keeper = blank->holder;

  if (blank->part->key_field == JX_FIELD_NONE)
    return NULL;
  while (keeper != NULL && jx_item_get_kind (keeper) != blank->part->key_kind)
    keeper = jx_item_get_parent (keeper);

  return keeper;
}

/* By its key in order, else behind the last that belongs where it does, else at the end. */
guint
jx_blank_find_place (const JxBlank *blank, const char *key)
{
  JxKind kind = jx_field_get_info (blank->field)->kind;
  guint count = jx_item_count (blank->holder, kind);

  for (guint i = count; i-- > 0;)
    {
      const JxItem *other = jx_item_child (blank->holder, kind, i);

      if (key != NULL ? is_before (other, key) : belongs_beside (other, blank->beside, blank->by))
        return i + 1;
    }

  return key != NULL ? 0 : count;
}

JxItem *
jx_blank_make_item (const JxBlank *blank, const char *key)
{
  JxKind kind = jx_field_get_info (blank->field)->kind;
  JxItem *item = jx_item_new (jx_item_get_document (blank->holder), kind);

  if (key != NULL)
    jx_item_init (item, get_key_field (kind), key);
  for (guint i = 0; blank->beside != NULL && blank->by[i] != NULL; i++)
    jx_item_init (item, jx_field_find (kind, blank->by[i]),
                  jx_item_get (blank->beside, jx_field_find (jx_item_get_kind (blank->beside), blank->by[i])));

  return item;
}

gboolean
jx_blank_read_tick (const JxBlank *blank, const char *typed, gboolean *ticked, GError **error)
{
  static const char *const yes[] = { JX_BLANK_TICK, "✓", "✔", "☑", "■", "●", "是", "v", "x", "1", NULL };
  static const char *const no[] = { "", "☐", "□", "○", "否", "无", "/", "-", "—", "0", NULL };
  const char *word = blank->part->text;
  g_autofree char *folded = jx_fold (typed);

  *ticked = g_strv_contains (yes, folded) || g_str_equal (folded, word);
  if (*ticked || g_strv_contains (no, folded))
    return TRUE;

  g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("“%s” does not say whether “%s” applies; write √, or nothing"), typed, word);

  return FALSE;
}
