/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "app/jx-command-dialog.h"
#include "app/jx-command.h"

#include "jx-test-window.h"

static void
open_project (JxWindow *window, guint index)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-project", g_variant_new_uint32 (index));
}

static gboolean
has_page (JxWindow *window, int tab)
{
  AdwTabPage *page = adw_tab_view_get_nth_page (window->tabs, tab);

  return adw_bin_get_child (ADW_BIN (adw_tab_page_get_child (page))) != NULL;
}

static void
test_opens (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  g_assert_cmpuint (jx_test_window_count (fixture), ==, 1);
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "云溪");
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "云溪镇人民政府");
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 1);
  g_assert_true (has_page (window, 0));

  open_project (window, 1);
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);
  g_assert_true (jx_window_get_current_item (window) == jx_test_window_project (window, 1));
  g_assert_cmpstr (adw_tab_page_get_title (adw_tab_view_get_nth_page (window->tabs, 1)), ==, "2 河道清淤");
  open_project (window, 1);
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);

  /* The department's tab stays. */
  adw_tab_view_close_page (window->tabs, adw_tab_view_get_nth_page (window->tabs, 0));
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);
  jx_test_window_activate (window, "close-tab");
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 1);
}

static void
test_one_window_a_file (Fixture *fixture)
{
  g_autofree char *link = g_build_filename (g_get_user_data_dir (), "link.jixiao", NULL);
  g_autofree char *other = g_build_filename (g_get_user_data_dir (), "other.jixiao", NULL);

  jx_test_window_open (fixture);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  jx_application_open (fixture->application, NULL, fixture->path);
  jx_application_open (fixture->application, NULL, link);
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 1);

  jx_test_window_write (other);
  jx_application_open (fixture->application, NULL, other);
  jx_application_open (fixture->application, NULL, other);
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 2);
}

static void
test_undo (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  g_autoptr (GError) error = NULL;

  open_project (window, 0);
  g_assert_false (gtk_widget_get_sensitive (window->undo_button));
  jx_history_set (jx_session_get_history (window->session), jx_test_window_project (window, 1), JX_FIELD_PROJECT_NAME, "沟渠清淤", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "云溪 •");
  g_assert_true (gtk_widget_get_sensitive (window->undo_button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (window->undo_button), jx_history_get_undo_name (jx_session_get_history (window->session))));

  /* The way back shows what it changed, in the tab it is in. */
  jx_test_window_activate (window, "undo");
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 1), JX_FIELD_PROJECT_NAME), ==, "河道清淤");
  g_assert_true (jx_window_get_current_item (window) == jx_test_window_project (window, 1));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "云溪");
  jx_test_window_activate (window, "redo");
  g_assert_cmpstr (adw_tab_page_get_title (adw_tab_view_get_selected_page (window->tabs)), ==, "2 沟渠清淤");
}

static void
test_projects (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxItem *second = jx_test_window_project (window, 1);
  JxItem *added = NULL;

  open_project (window, 2);
  open_project (window, 1);
  jx_test_window_activate (window, "delete-project");
  g_assert_false (jx_item_is_attached (second));
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);
  g_assert_cmpstr (adw_tab_page_get_title (adw_tab_view_get_nth_page (window->tabs, 1)), ==, "2 老年食堂");
  jx_test_window_activate (window, "undo");
  g_assert_true (jx_test_window_project (window, 1) == second);
  g_assert_true (jx_window_get_current_item (window) == second);

  jx_test_window_activate (window, "move-project-up");
  g_assert_true (jx_test_window_project (window, 0) == second);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "move-project-up"));

  /* Behind the current one, with the plan of the rules. */
  jx_test_window_activate (window, "add-project");
  added = jx_test_window_project (window, 1);
  g_assert_true (jx_window_get_current_item (window) == added);
  g_assert_cmpuint (jx_item_count (added, JX_KIND_CHECKPOINT), ==, 4);
  g_assert_cmpstr (jx_item_get (jx_item_child (added, JX_KIND_CHECKPOINT, 2), JX_FIELD_CHECKPOINT_PLAN), ==, "83");
  jx_test_window_activate (window, "undo");
  g_assert_cmpuint (jx_item_count (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT), ==, 3);
}

static JxCommandDialog *
open_commands (JxWindow *window, const char *words)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  jx_test_window_activate (window, "commands");
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (JX_IS_COMMAND_DIALOG (toplevel) && gtk_widget_get_visible (toplevel))
        {
          gtk_editable_set_text (GTK_EDITABLE (jx_test_get (toplevel, GTK_TYPE_SEARCH_ENTRY, 0)), words);
          return JX_COMMAND_DIALOG (toplevel);
        }
    }
  g_assert_not_reached ();
}

/* The rows that are left, names and keys. */
static char *
list_commands (JxCommandDialog *dialog)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (jx_test_get (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, 0))));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (JxCommand) command = g_list_model_get_item (rows, i);

      g_string_append_printf (names, "%s|%s|%s\n", jx_command_get_place (command), jx_command_get_name (command), jx_command_get_keys (command));
    }

  return g_string_free (names, FALSE);
}

static void
test_commands (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxCommandDialog *dialog = open_commands (window, "project dup");
  g_autofree char *without_project = list_commands (dialog);
  g_autofree char *undo = NULL;
  g_autofree char *with_project = NULL;
  g_autofree char *sorts = NULL;

  /* What cannot be done is not there; what has a button only is. */
  g_assert_cmpstr (without_project, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (jx_test_get (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, 0)), "undo");
  undo = list_commands (dialog);
  g_assert_cmpstr (undo, ==, "|Undo|Ctrl+Z\n");
  gtk_window_close (GTK_WINDOW (dialog));

  open_project (window, 2);
  dialog = open_commands (window, "by BUDGET");
  sorts = list_commands (dialog);
  g_assert_cmpstr (sorts, ==, "Project › Sort All|By Budget, the Largest First|\n");
  gtk_editable_set_text (GTK_EDITABLE (jx_test_get (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, 0)), "project dup");
  with_project = list_commands (dialog);
  g_assert_cmpstr (with_project, ==, "Project|Duplicate Project|Shift+Ctrl+D\n");
  g_signal_emit_by_name (jx_test_get (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, 0), "activate");
  g_assert_cmpuint (jx_item_count (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT), ==, 4);
}

/* What is typed over the list goes into the search, and so does the focus: the row that had it may be gone. */
static void
test_commands_typed_over_the_list (Fixture *fixture)
{
  JxCommandDialog *dialog = open_commands (jx_test_window_open (fixture), "");
  GtkWidget *search = jx_test_get (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, 0);

  g_assert_true (gtk_widget_grab_focus (jx_test_get (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, 0)));
  g_assert_null (gtk_widget_get_focus_child (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "undo");
  g_assert_nonnull (gtk_widget_get_focus_child (search));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (dialog)));
}

static void
test_failed_open (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);

  g_assert_true (g_file_set_contents (fixture->path, "<goal-document", -1, NULL));
  jx_window_open (window, fixture->path);
  g_assert_false (jx_window_is_empty (window));
  WAIT_FOR (jx_test_window_find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (jx_test_window_find_dialog ()), "云溪.jixiao"));
  jx_test_window_answer ("close");
  g_assert_true (jx_window_is_empty (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "start");
}

static void
test_new_document (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now));

  jx_test_window_activate (window, "new");
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 1);
  g_assert_cmpstr (jx_item_get (jx_document_get_root (jx_session_get_document (window->session)), JX_FIELD_YEAR), ==, year);
  g_assert_false (jx_session_get_modified (window->session));

  /* A second one does not take the first one's window. */
  jx_test_window_activate (window, "new");
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 2);
}

static void
test_sensitivity (Fixture *fixture)
{
  static const struct
  {
    const char *action;
    gboolean at_start, with_overview, with_project;
  } rows[] = {
    { "open", TRUE, TRUE, TRUE },
    { "import", TRUE, TRUE, TRUE },
    { "import-folder", TRUE, TRUE, TRUE },
    { "compare", FALSE, TRUE, TRUE },
    { "changes", FALSE, TRUE, TRUE },
    { "save", FALSE, TRUE, TRUE },
    { "print", FALSE, TRUE, TRUE },
    { "redo", FALSE, FALSE, FALSE },
    { "add-project", FALSE, TRUE, TRUE },
    { "delete-project", FALSE, FALSE, TRUE },
    { "move-project-up", FALSE, FALSE, FALSE }, /* it is the first */
    { "move-project-down", FALSE, FALSE, TRUE },
  };
  JxWindow *window = jx_window_new (fixture->application);
  GActionGroup *group = G_ACTION_GROUP (window);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (g_action_group_get_action_enabled (group, rows[i].action), ==, rows[i].at_start);
  jx_window_open (window, fixture->path);
  WAIT_FOR (window->session != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (g_action_group_get_action_enabled (group, rows[i].action), ==, rows[i].with_overview);
  open_project (window, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (g_action_group_get_action_enabled (group, rows[i].action), ==, rows[i].with_project);
}

/* As a drag does that ends outside of all windows: the tab is out of its view, and a view is asked for. */
static void
test_tab_dropped_outside (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  AdwTabView *elsewhere = NULL;
  AdwTabPage *tab = NULL;

  for (guint i = 0; i < 3; i++)
    open_project (window, i);
  tab = adw_tab_view_get_nth_page (window->tabs, 2);
  g_signal_emit_by_name (window->tabs, "create-window", &elsewhere);
  g_assert_nonnull (elsewhere);
  adw_tab_view_transfer_page (window->tabs, tab, elsewhere, 0);
  WAIT_FOR (adw_tab_view_get_n_pages (window->tabs) == 4);
  g_assert_true (adw_tab_view_get_nth_page (window->tabs, 2) == tab);
  g_assert_true (adw_tab_view_get_selected_page (window->tabs) == tab);
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 1);
}

/* Where a project could be duplicated and there is none, nothing of GTK's own appears; nor in a dialog. */
static void
test_no_tools_for_programmers (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  GtkWidget *windows[] = { GTK_WIDGET (window), GTK_WIDGET (open_commands (window, "")) };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gboolean taken = FALSE;

      g_signal_emit_by_name (windows[i], "enable-debugging", FALSE, &taken);
      g_assert_true (taken);
    }
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/window/opens-a-document", test_opens },
    { "/window/one-window-a-file", test_one_window_a_file },
    { "/window/undo-shows-what-it-changed", test_undo },
    { "/window/projects-come-and-go", test_projects },
    { "/window/commands-are-found-and-done", test_commands },
    { "/window/commands-typed-over-the-list", test_commands_typed_over_the_list },
    { "/window/failed-open", test_failed_open },
    { "/window/new-document", test_new_document },
    { "/window/sensitivity", test_sensitivity },
    { "/window/tab-dropped-outside", test_tab_dropped_outside },
    { "/window/no-tools-for-programmers", test_no_tools_for_programmers },
  };

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
