/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-spoken-windows.h"

#include <gtk/gtk.h>

static gboolean arranging;

static int
compare_shown (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return gtk_widget_get_visible (GTK_WIDGET (a)) - gtk_widget_get_visible (GTK_WIDGET (b));
}

static void
arrange (GListStore *windows)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (windows));
  g_autoptr (GtkWidget) last = g_list_model_get_item (G_LIST_MODEL (windows), count - 1);

  if (last == NULL || gtk_widget_get_visible (last) || arranging)
    return;

  arranging = TRUE;
  g_list_store_sort (windows, compare_shown, NULL);
  arranging = FALSE;
}

static gboolean
hidden_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer windows)
{
  if (GTK_IS_WINDOW (g_value_get_object (values)))
    arrange (windows);

  return TRUE;
}

void
jx_spoken_windows_start (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  /* It is GTK's own list that has to be in order; where a later GTK keeps another it is left alone. */
  if (!G_IS_LIST_STORE (windows))
    return;

  g_signal_connect (windows, "items-changed", G_CALLBACK (arrange), NULL);
  g_signal_add_emission_hook (g_signal_lookup ("hide", GTK_TYPE_WIDGET), 0, hidden_cb, windows, NULL);
}
