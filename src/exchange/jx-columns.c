/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-columns.h"

static void
add_items (GPtrArray *items, JxItem *item, JxKind kind)
{
  if (jx_item_get_kind (item) == kind)
    {
      g_ptr_array_add (items, item);
      return;
    }
  /* All kinds but projects are listed in projects. */
  if (kind != JX_KIND_PROJECT && jx_item_get_kind (item) != JX_KIND_PROJECT)
    {
      for (guint i = 0; i < jx_item_count (item, JX_KIND_PROJECT); i++)
        add_items (items, jx_item_child (item, JX_KIND_PROJECT, i), kind);
      return;
    }
  for (guint i = 0; i < jx_item_count (item, kind); i++)
    g_ptr_array_add (items, jx_item_child (item, kind, i));
}

GPtrArray *
jx_columns_list_items (JxItem *subject, JxKind kind)
{
  GPtrArray *items = g_ptr_array_new ();

  g_return_val_if_fail (subject != NULL, items);

  add_items (items, subject, kind);

  return items;
}

static gboolean
is_used (GPtrArray *items, JxField field)
{
  for (guint i = 0; i < items->len; i++)
    if (jx_item_get (items->pdata[i], field) != NULL)
      return TRUE;

  return FALSE;
}

GArray *
jx_columns_new (JxItem *subject, JxKind kind)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (JxField));
  g_autoptr (GPtrArray) items = jx_columns_list_items (subject, kind);
  JxField first;
  guint n;

  jx_field_get_range (kind, &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    if (jx_field_get_info (field)->since_minor == 0 || is_used (items, field))
      g_array_append_val (columns, field);

  return columns;
}
