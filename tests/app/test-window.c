/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "app/jx-window-private.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-writer.h"

#define PATIENCE_S 20

typedef struct
{
  JxApplication *application;
  char *path;
} Fixture;

static const char *const names[] = { "村道养护", "河道清淤", "老年食堂" };

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("waited too long for: %s", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

/* Runs the program until @condition holds. */
#define WAIT_FOR(condition)                                                          \
  G_STMT_START {                                                                     \
    guint deadline = g_timeout_add_seconds (PATIENCE_S, too_late_cb, (gpointer) #condition); \
    while (!(condition))                                                             \
      g_main_context_iteration (NULL, TRUE);                                         \
    g_source_remove (deadline);                                                      \
  } G_STMT_END

static void
write_document (const char *path)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (GError) error = NULL;
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, names[i]);
      jx_item_append (root, project);
    }
  jx_document_finish_building (document);
  jx_xml_save (document, path, &error);
  g_assert_no_error (error);
}

typedef void (*Test) (Fixture *fixture);

/* Runs the test inside the running program, in the place of its first window. */
static void
activate_cb (GApplication *application, gpointer user_data)
{
  Fixture fixture = { JX_APPLICATION (application), NULL };
  GList *windows = NULL;

  g_signal_stop_emission_by_name (application, "activate");
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  fixture.path = g_build_filename (g_get_user_data_dir (), "云溪.jixiao", NULL);
  write_document (fixture.path);

  (*(const Test *) user_data) (&fixture);

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
  g_free (fixture.path);
}

static void
run_test (gconstpointer test)
{
  JxApplication *application = jx_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), (gpointer) test);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_finalize_object (application);
}

static guint
count_windows (Fixture *fixture)
{
  guint count = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->application)); l != NULL; l = l->next)
    count += JX_IS_WINDOW (l->data);

  return count;
}

static JxWindow *
open_document (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);

  jx_application_open (fixture->application, NULL, fixture->path);
  WAIT_FOR (jx_window_get_session (window) != NULL);

  return window;
}

static JxItem *
project_at (JxWindow *window, guint index)
{
  return jx_item_child (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT, index);
}

static void
activate (JxWindow *window, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
open_project (JxWindow *window, guint index)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-project", g_variant_new_uint32 (index));
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
answer (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = find_dialog ();

  /* What a click on a button does: the dialog goes and then says what was chosen. */
  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (find_dialog ());
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
  JxWindow *window = open_document (fixture);

  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "云溪");
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "云溪镇人民政府");
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 1);
  g_assert_true (has_page (window, 0));

  open_project (window, 1);
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);
  g_assert_true (jx_window_get_current_item (window) == project_at (window, 1));
  g_assert_cmpstr (adw_tab_page_get_title (adw_tab_view_get_nth_page (window->tabs, 1)), ==, "2 河道清淤");
  open_project (window, 1);
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);

  /* The department's tab stays. */
  adw_tab_view_close_page (window->tabs, adw_tab_view_get_nth_page (window->tabs, 0));
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);
  activate (window, "close-tab");
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 1);
}

static void
test_one_window_a_file (Fixture *fixture)
{
  g_autofree char *link = g_build_filename (g_get_user_data_dir (), "link.jixiao", NULL);
  g_autofree char *other = g_build_filename (g_get_user_data_dir (), "other.jixiao", NULL);

  open_document (fixture);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  jx_application_open (fixture->application, NULL, fixture->path);
  jx_application_open (fixture->application, NULL, link);
  g_assert_cmpuint (count_windows (fixture), ==, 1);

  write_document (other);
  jx_application_open (fixture->application, NULL, other);
  jx_application_open (fixture->application, NULL, other);
  g_assert_cmpuint (count_windows (fixture), ==, 2);
}

static void
test_undo (Fixture *fixture)
{
  JxWindow *window = open_document (fixture);
  g_autoptr (GError) error = NULL;

  open_project (window, 0);
  g_assert_false (gtk_widget_get_sensitive (window->undo_button));
  jx_history_set (jx_session_get_history (window->session), project_at (window, 1), JX_FIELD_PROJECT_NAME, "沟渠清淤", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "云溪 •");
  g_assert_true (gtk_widget_get_sensitive (window->undo_button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (window->undo_button), jx_history_get_undo_name (jx_session_get_history (window->session))));

  /* The way back shows what it changed, in the tab it is in. */
  activate (window, "undo");
  g_assert_cmpstr (jx_item_get (project_at (window, 1), JX_FIELD_PROJECT_NAME), ==, "河道清淤");
  g_assert_true (jx_window_get_current_item (window) == project_at (window, 1));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "云溪");
  activate (window, "redo");
  g_assert_cmpstr (adw_tab_page_get_title (adw_tab_view_get_selected_page (window->tabs)), ==, "2 沟渠清淤");
}

static void
test_projects (Fixture *fixture)
{
  JxWindow *window = open_document (fixture);
  JxItem *second = project_at (window, 1);
  JxItem *added = NULL;

  open_project (window, 2);
  open_project (window, 1);
  activate (window, "delete-project");
  g_assert_false (jx_item_is_attached (second));
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 2);
  g_assert_cmpstr (adw_tab_page_get_title (adw_tab_view_get_nth_page (window->tabs, 1)), ==, "2 老年食堂");
  activate (window, "undo");
  g_assert_true (project_at (window, 1) == second);
  g_assert_true (jx_window_get_current_item (window) == second);

  activate (window, "move-project-up");
  g_assert_true (project_at (window, 0) == second);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "move-project-up"));

  /* Behind the current one, with the plan of the rules. */
  activate (window, "add-project");
  added = project_at (window, 1);
  g_assert_true (jx_window_get_current_item (window) == added);
  g_assert_cmpuint (jx_item_count (added, JX_KIND_CHECKPOINT), ==, 4);
  g_assert_cmpstr (jx_item_get (jx_item_child (added, JX_KIND_CHECKPOINT, 2), JX_FIELD_CHECKPOINT_PLAN), ==, "83");
  activate (window, "undo");
  g_assert_cmpuint (jx_item_count (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT), ==, 3);
}

static void
test_closing_asks (Fixture *fixture)
{
  JxWindow *window = open_document (fixture);

  jx_history_set (jx_session_get_history (window->session), project_at (window, 0), JX_FIELD_PROJECT_NAME, "桥梁养护", NULL);
  gtk_window_close (GTK_WINDOW (window));
  answer ("cancel");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  answer ("save");
  g_assert_cmpuint (count_windows (fixture), ==, 0);

  window = open_document (fixture);
  g_assert_cmpstr (jx_item_get (project_at (window, 0), JX_FIELD_PROJECT_NAME), ==, "桥梁养护");
  jx_history_set (jx_session_get_history (window->session), project_at (window, 0), JX_FIELD_PROJECT_NAME, "x", NULL);
  gtk_window_close (GTK_WINDOW (window));
  answer ("discard");
  g_assert_cmpuint (count_windows (fixture), ==, 0);

  /* Nothing to lose, nothing to ask. */
  window = open_document (fixture);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_windows (fixture), ==, 0);
}

static void
test_stale_file (Fixture *fixture)
{
  JxWindow *window = open_document (fixture);
  JxSession *session = window->session;

  jx_history_set (jx_session_get_history (session), project_at (window, 0), JX_FIELD_PROJECT_NAME, "桥梁养护", NULL);
  write_document (fixture->path);
  activate (window, "save");
  answer ("cancel");
  g_assert_true (jx_session_get_modified (session));
  activate (window, "save");
  answer ("overwrite");
  g_assert_false (jx_session_get_modified (session));

  write_document (fixture->path);
  jx_history_set (jx_session_get_history (session), project_at (window, 0), JX_FIELD_PROJECT_NAME, "x", NULL);
  activate (window, "save");
  answer ("reload");
  WAIT_FOR (window->session != session);
  g_assert_cmpstr (jx_item_get (project_at (window, 0), JX_FIELD_PROJECT_NAME), ==, "村道养护");
}

static void
test_failed_open (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);

  g_assert_true (g_file_set_contents (fixture->path, "<goal-document", -1, NULL));
  jx_window_open (window, fixture->path);
  g_assert_false (jx_window_is_empty (window));
  WAIT_FOR (find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "云溪.jixiao"));
  answer ("close");
  g_assert_true (jx_window_is_empty (window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "start");
}

static void
test_new_document (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now));

  activate (window, "new");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_cmpstr (jx_item_get (jx_document_get_root (jx_session_get_document (window->session)), JX_FIELD_YEAR), ==, year);
  g_assert_false (jx_session_get_modified (window->session));

  /* A second one does not take the first one's window. */
  activate (window, "new");
  g_assert_cmpuint (count_windows (fixture), ==, 2);
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

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    Test test;
  } tests[] = {
    { "/window/opens-a-document", test_opens },
    { "/window/one-window-a-file", test_one_window_a_file },
    { "/window/undo-shows-what-it-changed", test_undo },
    { "/window/projects-come-and-go", test_projects },
    { "/window/closing-asks", test_closing_asks },
    { "/window/stale-file", test_stale_file },
    { "/window/failed-open", test_failed_open },
    { "/window/new-document", test_new_document },
    { "/window/sensitivity", test_sensitivity },
  };

  /* Before the tests' own folders: these last longer than one test. */
  adw_init ();
  gtk_recent_manager_get_default ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i].test, run_test);

  return g_test_run ();
}
