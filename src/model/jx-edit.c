/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-edit-private.h"
#include "model/jx-item-private.h"

static JxEdit *
make (JxEditType type, JxItem *item)
{
  JxEdit *edit = g_new0 (JxEdit, 1);

  edit->type = type;
  edit->item = item;
  edit->field = JX_FIELD_NONE;

  return edit;
}

JxEdit *
jx_edit_new_set_kept (JxItem *item, JxField field, const char *value)
{
  JxEdit *edit = make (JX_EDIT_SET, item);

  edit->field = field;
  edit->value = value;

  return edit;
}

JxEdit *
jx_edit_new_set (JxItem *item, JxField field, const char *value)
{
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (jx_field_get_info (field)->kind == jx_item_get_kind (item), NULL);

  return jx_edit_new_set_kept (item, field, jx_store_keep (jx_document_get_store (jx_item_get_document (item)), value));
}

JxEdit *
jx_edit_new_insert (JxItem *parent, JxItem *child, int index)
{
  JxEdit *edit;

  g_return_val_if_fail (parent != NULL && child != NULL, NULL);
  g_return_val_if_fail (jx_item_get_document (parent) == jx_item_get_document (child), NULL);

  edit = make (JX_EDIT_INSERT, parent);
  edit->child = child;
  edit->index = index;

  return edit;
}

JxEdit *
jx_edit_new_remove (JxItem *child)
{
  g_return_val_if_fail (child != NULL, NULL);

  return make (JX_EDIT_REMOVE, child);
}

JxEdit *
jx_edit_new_move (JxItem *child, guint index)
{
  JxEdit *edit;

  g_return_val_if_fail (child != NULL, NULL);

  edit = make (JX_EDIT_MOVE, child);
  edit->index = index;

  return edit;
}

JxEdit *
jx_edit_new_order (GPtrArray *children)
{
  JxEdit *edit;

  g_return_val_if_fail (children != NULL && children->len > 0, NULL);

  edit = make (JX_EDIT_ORDER, children->pdata[0]);
  edit->order = children;

  return edit;
}

JxEdit *
jx_edit_new_group (void)
{
  JxEdit *edit = make (JX_EDIT_GROUP, NULL);

  edit->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_edit_free);

  return edit;
}

void
jx_edit_add (JxEdit *group, JxEdit *part)
{
  g_return_if_fail (group != NULL && group->type == JX_EDIT_GROUP);
  g_return_if_fail (part != NULL && part != group);

  g_ptr_array_add (group->parts, part);
}

gboolean
jx_edit_is_empty (const JxEdit *edit)
{
  g_return_val_if_fail (edit != NULL, TRUE);

  return edit->type == JX_EDIT_GROUP && edit->parts->len == 0;
}

JxItem *
jx_edit_get_focus (const JxEdit *edit, JxField *field)
{
  g_return_val_if_fail (edit != NULL, NULL);

  if (edit->type == JX_EDIT_GROUP)
    return edit->parts->len > 0 ? jx_edit_get_focus (g_ptr_array_index (edit->parts, 0), field) : NULL;

  if (field != NULL)
    *field = edit->field;
  if (edit->type == JX_EDIT_INSERT && jx_item_is_attached (edit->child))
    return edit->child;

  return edit->item;
}

void
jx_edit_free (JxEdit *edit)
{
  if (edit == NULL)
    return;

  g_clear_pointer (&edit->parts, g_ptr_array_unref);
  g_clear_pointer (&edit->order, g_ptr_array_unref);
  g_free (edit);
}
