/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-busy.h"

#include <adwaita.h>

#include "jx-test-app.h"

/* Returns: (transfer none) (nullable): the dialog with the progress. */
static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return toplevel;
    }

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *window = gtk_window_new ();
  JxBusy *busy = jx_busy_new (GTK_WINDOW (window), "Working", cancellable);

  jx_busy_report (busy, 1, 2);
  WAIT_FOR (find_dialog () != NULL);
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "cancel");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  jx_busy_free (busy);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The window is closed while work goes on: the dialog goes with it, and nothing of it is touched after. */
static void
test_window_goes (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *window = gtk_window_new ();
  JxBusy *busy = jx_busy_new (GTK_WINDOW (window), "Working", cancellable);

  WAIT_FOR (find_dialog () != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (find_dialog () == NULL);
  jx_busy_report (busy, 1, 2);
  jx_busy_free (busy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/busy/cancel", test_cancel);
  g_test_add_func ("/busy/window-goes", test_window_goes);

  return g_test_run ();
}
