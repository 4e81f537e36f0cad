/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-test-window.h"

#include <glib/gstdio.h>

#include "model/jx-item-build.h"
#include "xml/jx-xml-writer.h"

static const char *const names[] = { "村道养护", "河道清淤", "老年食堂" };

/* Runs the test inside the running program, in the place of its first window. */
static void
activate_cb (GApplication *application, gpointer user_data)
{
  Fixture fixture = { JX_APPLICATION (application), NULL };
  GList *windows = NULL;

  g_signal_stop_emission_by_name (application, "activate");
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  fixture.path = g_build_filename (g_get_user_data_dir (), "云溪.jixiao", NULL);
  jx_test_window_write (fixture.path);

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

void
jx_test_window_write (const char *path)
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

guint
jx_test_window_count (Fixture *fixture)
{
  guint count = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->application)); l != NULL; l = l->next)
    count += JX_IS_WINDOW (l->data);

  return count;
}

JxWindow *
jx_test_window_open (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);

  jx_application_open (fixture->application, NULL, fixture->path);
  WAIT_FOR (jx_window_get_session (window) != NULL);

  return window;
}

JxItem *
jx_test_window_project (JxWindow *window, guint index)
{
  return jx_item_child (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT, index);
}

void
jx_test_window_activate (JxWindow *window, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

AdwMessageDialog *
jx_test_window_find_dialog (void)
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

void
jx_test_window_answer (const char *response)
{
  g_autoptr (AdwMessageDialog) dialog = jx_test_window_find_dialog ();

  /* What a click on a button does: the dialog goes and then says what was chosen. */
  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (jx_test_window_find_dialog () != dialog);
}

int
jx_test_window_run (int argc, char **argv, const WindowTest *tests, guint n_tests)
{
  /* Before the tests' own folders: these last longer than one test. */
  adw_init ();
  gtk_recent_manager_get_default ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < n_tests; i++)
    g_test_add_data_func (tests[i].path, &tests[i].test, run_test);

  return g_test_run ();
}
