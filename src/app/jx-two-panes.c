/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-two-panes.h"

#include <glib/gi18n-lib.h>

#include "app/jx-tooltip.h"

static void
row_activated_cb (AdwLeaflet *leaflet)
{
  GtkWidget *detail = g_object_get_data (G_OBJECT (leaflet), "jx-detail");

  if (!adw_leaflet_get_folded (leaflet))
    return;

  adw_leaflet_navigate (leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_child_focus (detail, GTK_DIR_TAB_FORWARD);
}

static void
back_cb (AdwLeaflet *leaflet)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (g_object_get_data (G_OBJECT (leaflet), "jx-list"));

  adw_leaflet_navigate (leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
folded_cb (GtkWidget *back, GParamSpec *pspec, AdwLeaflet *leaflet)
{
  gtk_widget_set_visible (back, adw_leaflet_get_folded (leaflet) && g_strcmp0 (adw_leaflet_get_visible_child_name (leaflet), "detail") == 0);
}

static gboolean
key_pressed_cb (GtkWidget *detail, guint key, guint code, GdkModifierType state)
{
  return key == GDK_KEY_Tab && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && gtk_widget_child_focus (detail, GTK_DIR_TAB_FORWARD);
}

void
jx_two_panes_add_tab (GtkListBox *list, GtkWidget *detail)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_LIST_BOX (list) && GTK_IS_WIDGET (detail));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), detail, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}

void
jx_two_panes_connect (AdwLeaflet *leaflet, GtkListBox *list, GtkWidget *detail, GtkWidget *back)
{
  g_return_if_fail (ADW_IS_LEAFLET (leaflet) && GTK_IS_LIST_BOX (list));
  g_return_if_fail (GTK_IS_WIDGET (detail) && GTK_IS_WIDGET (back));

  g_object_set_data (G_OBJECT (leaflet), "jx-list", list);
  g_object_set_data (G_OBJECT (leaflet), "jx-detail", detail);
  jx_two_panes_add_tab (list, detail);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), leaflet, G_CONNECT_SWAPPED);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), leaflet, G_CONNECT_SWAPPED);
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (folded_cb), back, G_CONNECT_SWAPPED);
  g_signal_connect_object (leaflet, "notify::visible-child", G_CALLBACK (folded_cb), back, G_CONNECT_SWAPPED);
}

GtkListBoxRow *
jx_two_panes_row_new (const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *head = gtk_label_new (title);
  GtkWidget *tail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_ellipsize (GTK_LABEL (head), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (tail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (tail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (tail, "caption");
  gtk_widget_add_css_class (tail, "dim-label");
  jx_tooltip_set (mark, _("Both say something; choose one"));
  gtk_widget_set_visible (mark, FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  jx_tooltip_set (row, title);
  gtk_box_append (GTK_BOX (words), head);
  gtk_box_append (GTK_BOX (words), tail);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return GTK_LIST_BOX_ROW (row);
}

void
jx_two_panes_row_set (GtkListBoxRow *row, const char *status, gboolean marked)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *words = gtk_widget_get_first_child (box);
  GtkLabel *title = GTK_LABEL (gtk_widget_get_first_child (words));
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_text (title), status);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), status);
  gtk_widget_set_visible (gtk_widget_get_last_child (box), marked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
