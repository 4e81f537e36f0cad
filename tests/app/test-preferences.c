/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-preferences.h"
#include "app/jx-settings.h"

#include "jx-test-window.h"

/* What the user sets, and what the program does by it. */

static guint
count_remembered (void)
{
  g_auto (GStrv) paths = g_settings_get_strv (jx_settings_get (), "open-documents");

  return g_strv_length (paths);
}

static void
test_new_document (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);
  JxItem *root = NULL;

  g_settings_set_string (jx_settings_get (), "new-unit-name", " 石桥镇人民政府 ");
  g_settings_set_string (jx_settings_get (), "new-unit-code", "352009");
  g_settings_set_string (jx_settings_get (), "new-profile", "2021");
  jx_test_window_activate (window, "new");
  root = jx_document_get_root (jx_session_get_document (window->session));
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_UNIT_NAME), ==, "石桥镇人民政府");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_UNIT_CODE), ==, "352009");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_PROFILE), ==, "2021");
  g_assert_null (jx_item_get (root, JX_FIELD_REGION));
}

static guint
count_drafts (void)
{
  g_autofree char *place = g_build_filename (g_get_user_state_dir (), "jixiao", "drafts", NULL);
  g_autoptr (GDir) runs = g_dir_open (place, 0, NULL);
  const char *run = NULL;
  guint count = 0;

  while (runs != NULL && (run = g_dir_read_name (runs)) != NULL)
    {
      g_autofree char *folder = g_build_filename (place, run, NULL);
      g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
      const char *file = NULL;

      while (files != NULL && (file = g_dir_read_name (files)) != NULL)
        count += g_str_has_suffix (file, ".jixiao") && !g_str_has_prefix (file, ".");
    }

  return count;
}

/* That nothing is written can only be waited for: twice as long as writing begins after. */
static void
test_drafts (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxHistory *history = jx_session_get_history (window->session);
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  g_settings_set_boolean (jx_settings_get (), "drafts", FALSE);
  jx_history_set (history, jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, "x", NULL);
  WAIT_FOR (g_get_monotonic_time () > end);
  g_assert_cmpuint (count_drafts (), ==, 0);

  g_settings_reset (jx_settings_get (), "drafts");
  jx_history_set (history, jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, "y", NULL);
  WAIT_FOR (count_drafts () == 1);
  gtk_window_close (GTK_WINDOW (window));
  jx_test_window_answer ("discard");
  g_assert_cmpuint (count_drafts (), ==, 0);
}

/* What is open when the program ends opens at the next start, whether it ends with its last window or all at once. */
static void
test_reopen (Fixture *fixture)
{
  g_autofree char *other_path = g_build_filename (g_get_user_data_dir (), "石桥.jixiao", NULL);
  JxWindow *window = jx_test_window_open (fixture);
  JxWindow *other = NULL;
  g_auto (GStrv) paths = NULL;

  jx_test_window_write (other_path);
  jx_application_open (fixture->application, NULL, other_path);
  WAIT_FOR (count_remembered () == 2);
  other = JX_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->application)); l != NULL; l = l->next)
    if (l->data != window)
      other = l->data;
  gtk_window_close (GTK_WINDOW (other));
  WAIT_FOR (count_remembered () == 1);
  paths = g_settings_get_strv (jx_settings_get (), "open-documents");
  g_assert_cmpstr (paths[0], ==, fixture->path);

  g_application_hold (G_APPLICATION (fixture->application));
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (jx_test_window_count (fixture) == 0);
  g_assert_cmpuint (count_remembered (), ==, 1);

  G_APPLICATION_GET_CLASS (fixture->application)->activate (G_APPLICATION (fixture->application));
  WAIT_FOR (jx_test_window_count (fixture) == 1);
  window = JX_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  WAIT_FOR (jx_window_get_session (window) != NULL);
  g_assert_true (jx_window_holds (window, fixture->path));
  g_application_release (G_APPLICATION (fixture->application));
}

static void
test_quit (Fixture *fixture)
{
  g_autofree char *other_path = g_build_filename (g_get_user_data_dir (), "石桥.jixiao", NULL);

  jx_test_window_open (fixture);
  jx_test_window_write (other_path);
  jx_application_open (fixture->application, NULL, other_path);
  WAIT_FOR (count_remembered () == 2);
  g_application_hold (G_APPLICATION (fixture->application));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  WAIT_FOR (jx_test_window_count (fixture) == 0);
  g_assert_cmpuint (count_remembered (), ==, 2);
  g_application_release (G_APPLICATION (fixture->application));
}

/* Where one window has to stay the program goes on, with what is open now. */
static void
test_quit_refused (Fixture *fixture)
{
  g_autofree char *other_path = g_build_filename (g_get_user_data_dir (), "石桥.jixiao", NULL);
  JxWindow *window = jx_test_window_open (fixture);

  jx_test_window_write (other_path);
  jx_application_open (fixture->application, NULL, other_path);
  WAIT_FOR (count_remembered () == 2);
  jx_history_set (jx_session_get_history (window->session), jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, "x", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  WAIT_FOR (jx_test_window_count (fixture) == 1);
  g_assert_cmpuint (count_remembered (), ==, 2);
  jx_test_window_answer ("cancel");
  g_assert_cmpuint (count_remembered (), ==, 1);
}

/* The window and the settings say the same, whoever is asked. */
static void
test_window (Fixture *fixture)
{
  JxWindow *window = jx_window_new (fixture->application);
  GtkWidget *preferences = jx_preferences_new (GTK_WINDOW (window));
  AdwComboRow *language = ADW_COMBO_ROW (gtk_widget_get_template_child (preferences, JX_TYPE_PREFERENCES, "language"));
  AdwComboRow *profile = ADW_COMBO_ROW (gtk_widget_get_template_child (preferences, JX_TYPE_PREFERENCES, "profile"));
  GtkEditable *region = GTK_EDITABLE (gtk_widget_get_template_child (preferences, JX_TYPE_PREFERENCES, "region"));
  AdwActionRow *folder = ADW_ACTION_ROW (gtk_widget_get_template_child (preferences, JX_TYPE_PREFERENCES, "folder_row"));
  g_autofree char *kept = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *kept_region = NULL;

  g_settings_set_string (jx_settings_get (), "language", "en");
  g_assert_cmpuint (adw_combo_row_get_selected (language), ==, 2);
  adw_combo_row_set_selected (language, 1);
  kept = g_settings_get_string (jx_settings_get (), "language");
  g_assert_cmpstr (kept, ==, "zh_CN");

  adw_combo_row_set_selected (profile, 1);
  rules = g_settings_get_string (jx_settings_get (), "new-profile");
  g_assert_cmpstr (rules, ==, "2015");

  gtk_editable_set_text (region, "河北省");
  kept_region = g_settings_get_string (jx_settings_get (), "new-region");
  g_assert_cmpstr (kept_region, ==, "河北省");
  g_settings_set_string (jx_settings_get (), "backup-folder", "/srv/<备份>");
  g_assert_cmpstr (adw_action_row_get_subtitle (folder), ==, "/srv/<备份>");
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/preferences/new-document", test_new_document },
    { "/preferences/drafts", test_drafts },
    { "/preferences/reopen", test_reopen },
    { "/preferences/quit", test_quit },
    { "/preferences/quit-refused", test_quit_refused },
    { "/preferences/window", test_window },
  };

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
