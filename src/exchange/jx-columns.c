/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-columns.h"

static gboolean
uses (const JxItem *item, JxField field)
{
  if (jx_item_get_kind (item) == JX_KIND_DOCUMENT)
    {
      for (guint i = 0; i < jx_item_count (item, JX_KIND_PROJECT); i++)
        if (uses (jx_item_child (item, JX_KIND_PROJECT, i), field))
          return TRUE;
      return FALSE;
    }

  for (guint i = 0; i < jx_item_count (item, JX_KIND_INDICATOR); i++)
    if (jx_item_get (jx_item_child (item, JX_KIND_INDICATOR, i), field) != NULL)
      return TRUE;

  return FALSE;
}

GArray *
jx_columns_list_indicator_fields (JxItem *subject)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (JxField));
  JxField first;
  guint n;

  jx_field_get_range (JX_KIND_INDICATOR, &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    if (jx_field_get_info (field)->since_minor == 0 || uses (subject, field))
      g_array_append_val (fields, field);

  return fields;
}
