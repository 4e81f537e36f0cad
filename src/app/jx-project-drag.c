/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-drag.h"

#include "app/jx-drop-mark.h"

/* Returns: (transfer none) (nullable): the project @row shows; NULL for the whole document. */
static JxItem *
get_project (JxProjectRow *row)
{
  JxProjectEntry *entry = jx_project_row_get_entry (row);
  JxItem *item = entry != NULL ? jx_project_entry_get_item (entry) : NULL;

  return item != NULL && jx_item_get_kind (item) == JX_KIND_PROJECT ? item : NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, JxProjectRow *row)
{
  return get_project (row) != NULL ? gdk_content_provider_new_typed (JX_TYPE_PROJECT_ENTRY, jx_project_row_get_entry (row)) : NULL;
}

static void
leave_cb (GtkDropTarget *target, JxProjectRow *row)
{
  jx_drop_mark_clear (GTK_WIDGET (row));
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, JxProjectRow *row)
{
  if (get_project (row) == NULL)
    return 0;

  jx_drop_mark_show (GTK_WIDGET (row), y);

  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, JxProjectRow *row)
{
  JxItem *dragged = jx_project_entry_get_item (g_value_get_object (value));
  JxItem *here = get_project (row);
  guint from, to;

  leave_cb (target, row);
  if (here == NULL || jx_item_get_document (dragged) != jx_item_get_document (here) || !jx_item_is_attached (dragged))
    return FALSE;

  from = jx_item_get_index (dragged);
  to = jx_drop_mark_find_place (GTK_WIDGET (row), y, from, jx_item_get_index (here));

  return from == to || gtk_widget_activate_action (GTK_WIDGET (row), "win.move-project-to", "(uu)", from, to);
}

void
jx_project_drag_enable (JxProjectRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (JX_TYPE_PROJECT_ENTRY, GDK_ACTION_MOVE);

  g_return_if_fail (JX_IS_PROJECT_ROW (row));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (jx_drop_mark_carry), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
