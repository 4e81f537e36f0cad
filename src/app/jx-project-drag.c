/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-drag.h"

#define ABOVE "drop-above"
#define BELOW "drop-below"

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
begin_cb (GtkDragSource *source, GdkDrag *drag, JxProjectRow *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static void
leave_cb (GtkDropTarget *target, JxProjectRow *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), ABOVE);
  gtk_widget_remove_css_class (GTK_WIDGET (row), BELOW);
}

static gboolean
is_below (JxProjectRow *row, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, JxProjectRow *row)
{
  if (get_project (row) == NULL)
    return 0;

  gtk_widget_remove_css_class (GTK_WIDGET (row), is_below (row, y) ? ABOVE : BELOW);
  gtk_widget_add_css_class (GTK_WIDGET (row), is_below (row, y) ? BELOW : ABOVE);

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
  to = jx_item_get_index (here) + (is_below (row, y) ? 1 : 0);
  /* Its own place is free once it is taken out. */
  if (from < to)
    to--;

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
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
