/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jx-command-dialog.h"
#include "app/jx-compare-window.h"
#include "app/jx-draft-dialog.h"
#include "app/jx-find-bar.h"
#include "app/jx-guide.h"
#include "app/jx-import-dialog.h"
#include "app/jx-paper-panel.h"
#include "app/jx-library-dialog.h"
#include "app/jx-preferences.h"
#include "app/jx-preview.h"
#include "app/jx-replace-dialog.h"
#include "app/jx-sidebar.h"
#include "app/jx-start-page.h"
#include "app/jx-take-in-dialog.h"

/* GTK's validator knows no class of ours: each template is made once, and a warning is a failure. */

static void
test_widget (gconstpointer data)
{
  GType type = ((GType (*) (void)) data) ();
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  g_assert_nonnull (gtk_widget_get_first_child (widget));
  g_assert_finalize_object (widget);
}

static void
test_window (gconstpointer data)
{
  GType type = ((GType (*) (void)) data) ();
  GtkWindow *window = g_object_new (type, NULL);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  g_assert_null (window);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/jixiao/Jixiao/jx-shortcuts.ui");
  GObject *window = gtk_builder_get_object (builder, "shortcuts");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/templates/sidebar", jx_sidebar_get_type, test_widget);
  g_test_add_data_func ("/templates/find-bar", jx_find_bar_get_type, test_widget);
  g_test_add_data_func ("/templates/start-page", jx_start_page_get_type, test_widget);
  g_test_add_data_func ("/templates/guide", jx_guide_get_type, test_window);
  g_test_add_data_func ("/templates/import-dialog", jx_import_dialog_get_type, test_window);
  g_test_add_data_func ("/templates/take-in-dialog", jx_take_in_dialog_get_type, test_window);
  g_test_add_data_func ("/templates/compare-window", jx_compare_window_get_type, test_window);
  g_test_add_data_func ("/templates/command-dialog", jx_command_dialog_get_type, test_window);
  g_test_add_data_func ("/templates/draft-dialog", jx_draft_dialog_get_type, test_window);
  g_test_add_data_func ("/templates/paper-panel", jx_paper_panel_get_type, test_widget);
  g_test_add_data_func ("/templates/library-dialog", jx_library_dialog_get_type, test_window);
  g_test_add_data_func ("/templates/preferences", jx_preferences_get_type, test_window);
  g_test_add_data_func ("/templates/preview", jx_preview_get_type, test_window);
  g_test_add_data_func ("/templates/replace-dialog", jx_replace_dialog_get_type, test_window);
  g_test_add_func ("/templates/shortcuts", test_shortcuts);

  return g_test_run ();
}
