/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-closed-menus.h"

#include <gtk/gtk.h>

static gboolean
forget_cb (gpointer menu)
{
  if (!gtk_widget_get_visible (menu) && gtk_widget_get_realized (menu))
    gtk_widget_unrealize (menu);

  return G_SOURCE_REMOVE;
}

/* Before GTK gets to tell it where the mouse is, which waits until the window is drawn. */
static gboolean
unmapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_POPOVER_MENU (widget))
    g_idle_add_full (G_PRIORITY_HIGH, forget_cb, g_object_ref (widget), g_object_unref);

  return TRUE;
}

void
jx_closed_menus_start (void)
{
  g_type_class_ref (GTK_TYPE_WIDGET); /* for good: it brings the signal */
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmapped_cb, NULL, NULL);
}
