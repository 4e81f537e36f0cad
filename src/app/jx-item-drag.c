/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-item-drag.h"

#include "app/jx-drop-mark.h"

/* So far from the edge of what is seen it scrolls, in pixels. */
#define EDGE 36

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, JxItemCard *card)
{
  return gdk_content_provider_new_typed (JX_TYPE_ITEM_CARD, card);
}

static void
leave_cb (GtkDropTarget *target, JxItemCard *card)
{
  jx_drop_mark_clear (GTK_WIDGET (card));
}

static void
scroll_along (GtkWidget *card, double y)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (card, GTK_TYPE_VIEWPORT);
  graphene_point_t at;

  if (viewport != NULL && gtk_widget_compute_point (card, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &GRAPHENE_POINT_INIT (0, y), &at))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), at.y - EDGE, at.y + EDGE);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, JxItemCard *card)
{
  jx_drop_mark_show (GTK_WIDGET (card), y);
  scroll_along (GTK_WIDGET (card), y);

  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, JxItemCard *card)
{
  JxItemCard *dragged = g_value_get_object (value);
  guint from, to;

  leave_cb (target, card);
  if (gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (card)))
    return FALSE;

  from = jx_item_get_index (jx_item_card_get_item (dragged));
  to = jx_drop_mark_find_place (GTK_WIDGET (card), y, from, jx_item_get_index (jx_item_card_get_item (card)));
  if (from != to)
    g_signal_emit_by_name (dragged, "dropped", to);

  return TRUE;
}

void
jx_item_drag_enable (JxItemCard *card, GtkWidget *handle)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (JX_TYPE_ITEM_CARD, GDK_ACTION_MOVE);

  g_return_if_fail (JX_IS_ITEM_CARD (card) && GTK_IS_WIDGET (handle));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), card);
  g_signal_connect (source, "drag-begin", G_CALLBACK (jx_drop_mark_carry), card);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), card);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), card);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), card);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (target));
}
