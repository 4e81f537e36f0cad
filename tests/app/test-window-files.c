/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/jx-backup.h"
#include "app/jx-settings.h"
#include "jx-test-window.h"

/* Saves, and waits until that is over. */
static void
save (JxWindow *window)
{
  jx_test_window_activate (window, "save");
  WAIT_FOR (window->saving == NULL);
}

static void
test_closing_asks (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  jx_history_set (jx_session_get_history (window->session), jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, "桥梁养护", NULL);
  gtk_window_close (GTK_WINDOW (window));
  jx_test_window_answer ("cancel");
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 1);
  gtk_window_close (GTK_WINDOW (window));
  jx_test_window_answer ("save");
  WAIT_FOR (jx_test_window_count (fixture) == 0);

  window = jx_test_window_open (fixture);
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME), ==, "桥梁养护");
  jx_history_set (jx_session_get_history (window->session), jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, "x", NULL);
  gtk_window_close (GTK_WINDOW (window));
  jx_test_window_answer ("discard");
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 0);

  /* Nothing to lose, nothing to ask. */
  window = jx_test_window_open (fixture);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_null (jx_test_window_find_dialog ());
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 0);
}

static void
test_stale_file (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxSession *session = window->session;

  jx_history_set (jx_session_get_history (session), jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, "桥梁养护", NULL);
  jx_test_window_write (fixture->path);
  jx_test_window_activate (window, "save");
  jx_test_window_answer ("cancel");
  g_assert_true (jx_session_get_modified (session));
  jx_test_window_activate (window, "save");
  jx_test_window_answer ("overwrite");
  WAIT_FOR (!jx_session_get_modified (session));

  jx_test_window_write (fixture->path);
  jx_history_set (jx_session_get_history (session), jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, "x", NULL);
  jx_test_window_activate (window, "save");
  jx_test_window_answer ("reload");
  WAIT_FOR (window->session != session);
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME), ==, "村道养护");
}

/* What another program on another machine leaves beside a file it has open. */
static char *
write_note (Fixture *fixture, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  char *note = g_build_filename (folder, ".~lock.云溪.jixiao#", NULL);

  g_assert_true (g_file_set_contents (note, text, -1, NULL));
  return note;
}

static void
change_name (JxWindow *window, const char *name)
{
  g_autoptr (GError) error = NULL;

  jx_history_set (jx_session_get_history (window->session), jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, name, &error);
  g_assert_no_error (error);
}

static gboolean
says (JxWindow *window, const char *words)
{
  const char *sentence = jx_file_bar_get_sentence (window->file_bar);

  return sentence != NULL && strstr (sentence, words) != NULL;
}

static void
test_lock_note (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *note = g_build_filename (folder, ".~lock.云溪.jixiao#", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_null (jx_file_bar_get_sentence (window->file_bar));
  g_assert_true (g_file_get_contents (note, &text, NULL, NULL));
  g_assert_true (g_str_has_suffix (text, ";"));
  parts = g_strsplit (text, ",", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  g_assert_cmpstr (parts[1], ==, g_get_user_name ());
  g_assert_cmpstr (parts[2], ==, g_get_host_name ());

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));

  /* One of our own, left by a run that ended badly, is no news. */
  g_assert_true (g_file_set_contents (note, text, -1, NULL));
  window = jx_test_window_open (fixture);
  g_assert_null (jx_file_bar_get_sentence (window->file_bar));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
}

static void
test_open_elsewhere (Fixture *fixture)
{
  g_autofree char *note = write_note (fixture, "李梅\\, 财政所,limei,CZS-02,25.11.2026 10:32,file:///C:/Users/limei;");
  JxWindow *window = jx_test_window_open (fixture);
  g_autofree char *text = NULL;

  g_assert_true (says (window, "李梅, 财政所 (CZS-02) since 25.11.2026 10:32"));
  gtk_window_destroy (GTK_WINDOW (window));
  /* Another's note is not ours to take away. */
  g_assert_true (g_file_get_contents (note, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "李梅"));

  window = jx_test_window_open (fixture);
  g_assert_cmpint (g_unlink (note), ==, 0);
  jx_file_watch_check (window->file_watch);
  g_assert_null (jx_file_bar_get_sentence (window->file_bar));
  g_assert_true (g_file_test (note, G_FILE_TEST_EXISTS));
}

static void
test_strange_notes (Fixture *fixture)
{
  static const char *const texts[] = { "", ";", ",,,,;", "\xff\xfe,\x80", "no commas at all", "a,b\\" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *note = write_note (fixture, texts[i]);
      JxWindow *window = jx_test_window_open (fixture);

      g_assert_true (says (window, "The file is open at "));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_copy_of_a_held_file (Fixture *fixture)
{
  g_autofree char *note = write_note (fixture, "李梅,limei,CZS-02,25.11.2026 10:32,file:///x;");
  JxWindow *window = jx_test_window_open (fixture);

  jx_test_window_activate (window, "work-on-copy");
  g_assert_null (jx_session_get_path (window->session));
  g_assert_true (jx_session_get_modified (window->session));
  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, "云溪 (copy) •");
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME), ==, "村道养护");
  g_assert_null (jx_file_bar_get_sentence (window->file_bar));
}

static void
test_changed_by_another (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxSession *session = window->session;

  jx_test_window_write (fixture->path);
  WAIT_FOR (says (window, "changed the file"));

  /* Nothing is unsaved: read again at once. */
  jx_test_window_activate (window, "reload");
  WAIT_FOR (window->session != session);
  g_assert_null (jx_file_bar_get_sentence (window->file_bar));

  session = window->session;
  change_name (window, "桥梁养护");
  jx_test_window_write (fixture->path);
  WAIT_FOR (says (window, "changed the file"));
  jx_test_window_activate (window, "compare-file");
  WAIT_FOR (window->comparing != NULL);
  gtk_window_destroy (window->comparing);
  jx_test_window_activate (window, "reload");
  jx_test_window_answer ("cancel");
  g_assert_true (window->session == session);
  jx_test_window_activate (window, "save");
  jx_test_window_answer ("overwrite");
  WAIT_FOR (jx_file_bar_get_sentence (window->file_bar) == NULL);
}

/* What is done while the file is read again is given up by nobody. */
static void
test_changed_while_reloading (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxSession *session = window->session;

  jx_test_window_activate (window, "reload");
  change_name (window, "桥梁养护");
  WAIT_FOR (jx_test_window_find_dialog () != NULL);
  jx_test_window_answer ("cancel");
  g_assert_true (window->session == session);
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME), ==, "桥梁养护");

  jx_test_window_activate (window, "reload");
  jx_test_window_answer ("reload");
  WAIT_FOR (window->session != session);
  g_assert_false (jx_session_get_modified (window->session));
}

static void
test_file_gone (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  WAIT_FOR (says (window, "moved or deleted"));
  save (window);
  g_assert_null (jx_file_bar_get_sentence (window->file_bar));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_failed_save (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *away = g_strconcat (folder, "-away", NULL);

  /* A share that vanished. */
  change_name (window, "桥梁养护");
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  jx_test_window_answer ("save");
  WAIT_FOR (window->saving == NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (jx_test_window_find_dialog ()), "no such folder"));
  jx_test_window_answer ("close");
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 1);
  g_assert_true (jx_session_get_modified (window->session));

  /* Back again, it is saved, and the window given up closing. */
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  save (window);
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 1);
  g_assert_false (jx_session_get_modified (window->session));
}

static void
test_backup (Fixture *fixture)
{
  GSettings *settings = jx_settings_get ();
  g_autofree char *beside = jx_backup_dup_path (fixture->path, "");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "versions", NULL);
  g_autofree char *there = jx_backup_dup_path (fixture->path, folder);
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *elsewhere = g_strconcat (folder, ".elsewhere", NULL);
  g_autofree char *last = NULL, *linked = NULL;
  JxWindow *window = jx_test_window_open (fixture);

  g_assert_nonnull (settings);
  change_name (window, "一");
  save (window);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));

  g_settings_set_boolean (settings, "backup", TRUE);
  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  change_name (window, "二");
  save (window);
  g_assert_true (g_file_get_contents (beside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, before);

  /* A folder that is not there: the work is saved all the same. */
  g_settings_set_string (settings, "backup-folder", folder);
  change_name (window, "三");
  save (window);
  g_assert_false (jx_session_get_modified (window->session));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  change_name (window, "四");
  save (window);
  g_assert_true (g_file_test (there, G_FILE_TEST_EXISTS));

  /* A link in its place leads to the backup, and stays one. */
  g_assert_cmpint (g_rename (there, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, there), ==, 0);
  change_name (window, "五");
  g_assert_true (g_file_get_contents (fixture->path, &last, NULL, NULL));
  save (window);
  g_assert_true (g_file_test (there, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (elsewhere, &linked, NULL, NULL));
  g_assert_cmpstr (linked, ==, last);

  g_settings_reset (settings, "backup");
  g_settings_reset (settings, "backup-folder");
}

/* A window that is closed while it saves goes when that is over, and asks about what came after. */
static void
test_closing_while_saving (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  change_name (window, "一");
  jx_test_window_activate (window, "save");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_null (jx_test_window_find_dialog ());
  change_name (window, "二");
  WAIT_FOR (jx_test_window_find_dialog () != NULL);
  jx_test_window_answer ("cancel");
  g_assert_true (jx_session_get_modified (window->session));

  jx_test_window_activate (window, "save");
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (jx_test_window_count (fixture) == 0);
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/window-files/closing-asks", test_closing_asks },
    { "/window-files/stale-file", test_stale_file },
    { "/window-files/lock-note", test_lock_note },
    { "/window-files/open-elsewhere", test_open_elsewhere },
    { "/window-files/strange-lock-notes", test_strange_notes },
    { "/window-files/copy-of-a-held-file", test_copy_of_a_held_file },
    { "/window-files/changed-by-another", test_changed_by_another },
    { "/window-files/changed-while-reloading", test_changed_while_reloading },
    { "/window-files/file-gone", test_file_gone },
    { "/window-files/failed-save-offers-another-place", test_failed_save },
    { "/window-files/backup", test_backup },
    { "/window-files/closing-while-saving", test_closing_while_saving },
  };

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
