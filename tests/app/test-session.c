/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/jx-save.h"
#include "jx-test-app.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-reader.h"

static JxDocument *
make_document (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  JxItem *checkpoint = jx_item_new (document, JX_KIND_CHECKPOINT);

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  jx_item_init (project, JX_FIELD_PROJECT_NAME, "河道清淤");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, "3");
  jx_item_append (project, checkpoint);
  jx_item_append (root, project);
  jx_document_finish_building (document);

  return g_steal_pointer (&document);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static char *
make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static void
set (JxSession *session, JxField field, const char *value)
{
  g_autoptr (GError) error = NULL;

  jx_history_set (jx_session_get_history (session), jx_document_get_root (jx_session_get_document (session)), field, value, &error);
  g_assert_no_error (error);
}

static void
test_names (void)
{
  static const struct
  {
    const char *path, *name, *title;
  } rows[] = {
    { "/home/li/云溪镇2026.jixiao", NULL, "云溪镇2026" },
    { "/home/li/a.b.jixiao", "other", "a.b" },
    { "/home/li/.jixiao", NULL, ".jixiao" },
    { NULL, "来文", "来文" },
    { NULL, NULL, "Untitled" },
  };
  g_autoptr (JxDocument) document = make_document ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JxSession) session = jx_session_new (document, rows[i].path, NULL, rows[i].name);
      g_autofree char *title = jx_session_dup_title (session);

      g_assert_cmpstr (title, ==, rows[i].title);
    }
}

static void
test_subtitle_follows (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  guint count = 0;

  g_signal_connect (session, "notify::subtitle", G_CALLBACK (count_cb), &count);
  set (session, JX_FIELD_UNIT_NAME, "青禾县财政局");
  g_assert_cmpuint (count, ==, 1);
  {
    g_autofree char *subtitle = jx_session_dup_subtitle (session);

    g_assert_cmpstr (subtitle, ==, "青禾县财政局 · 2026");
  }
  set (session, JX_FIELD_YEAR, "");
  set (session, JX_FIELD_REGION, "青禾县");
  g_assert_cmpuint (count, ==, 2);
  {
    g_autofree char *subtitle = jx_session_dup_subtitle (session);

    g_assert_cmpstr (subtitle, ==, "青禾县财政局");
  }
}

static void
test_saving (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  g_autofree char *path = make_path ("saving.jixiao");
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) again = NULL;
  guint count = 0;

  g_signal_connect (session, "notify::modified", G_CALLBACK (count_cb), &count);
  set (session, JX_FIELD_YEAR, "2027");
  g_assert_true (jx_session_get_modified (session));
  g_assert_cmpuint (count, ==, 1);

  g_assert_true (jx_test_save (session, path, &error));
  g_assert_no_error (error);
  g_assert_false (jx_session_get_modified (session));
  g_assert_cmpstr (jx_session_get_path (session), ==, path);
  g_assert_false (jx_session_is_stale (session));

  again = jx_xml_read_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jx_item_get (jx_document_get_root (again), JX_FIELD_YEAR), ==, "2027");
}

static void
keep_result_cb (GObject *session, GAsyncResult *result, gpointer kept)
{
  *(GAsyncResult **) kept = g_object_ref (result);
}

/* What was changed while it was written is not in the file, and is known not to be. */
static void
test_changed_meanwhile (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  g_autofree char *path = make_path ("meanwhile.jixiao");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) again = NULL;

  set (session, JX_FIELD_YEAR, "2027");
  jx_save_async (session, path, NULL, keep_result_cb, &result);
  set (session, JX_FIELD_YEAR, "2028");
  WAIT_FOR (result != NULL);
  g_assert_true (jx_save_finish (session, result, NULL, &error));
  g_assert_true (jx_session_get_modified (session));
  jx_history_undo (jx_session_get_history (session), NULL);
  g_assert_false (jx_session_get_modified (session));
  again = jx_xml_read_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jx_item_get (jx_document_get_root (again), JX_FIELD_YEAR), ==, "2027");
}

/* A place that does not answer keeps her from nothing. */
static void
test_given_up (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = make_path ("pipe");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int reader;

  /* Opening a pipe to write waits for somebody who reads. */
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  set (session, JX_FIELD_YEAR, "2027");
  jx_save_async (session, path, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  WAIT_FOR (result != NULL);
  g_assert_false (jx_save_finish (session, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (jx_session_get_modified (session));
  g_assert_null (jx_session_get_path (session));

  reader = g_open (path, O_RDONLY | O_NONBLOCK, 0);
  g_assert_cmpint (reader, >=, 0);
  close (reader);
}

static void
test_failed_save (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  g_autofree char *path = make_path ("no-such-folder/file.jixiao");
  g_autoptr (GError) error = NULL;

  set (session, JX_FIELD_YEAR, "2027");
  g_assert_false (jx_test_save (session, path, &error));
  g_assert_nonnull (error);
  g_assert_true (jx_session_get_modified (session));
  g_assert_null (jx_session_get_path (session));
}

static void
test_stale (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  g_autofree char *path = make_path ("stale.jixiao");
  g_autoptr (GError) error = NULL;

  g_assert_true (jx_test_save (session, path, &error));
  g_assert_true (g_file_set_contents (path, "somebody else", -1, &error));
  g_assert_true (jx_session_is_stale (session));

  /* Saving all the same is the caller's choice and makes it ours again. */
  g_assert_true (jx_test_save (session, path, &error));
  g_assert_false (jx_session_is_stale (session));

  /* A file that is gone is no one else's work to lose. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (jx_session_is_stale (session));
}

static void
test_copy (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, NULL);
  g_autoptr (JxDocument) copy = jx_session_copy_document (session);
  JxItem *project = jx_item_child (jx_document_get_root (copy), JX_KIND_PROJECT, 0);

  set (session, JX_FIELD_YEAR, "2027");
  g_assert_cmpstr (jx_item_get (jx_document_get_root (copy), JX_FIELD_YEAR), ==, "2026");
  g_assert_cmpstr (jx_item_get (jx_document_get_root (copy), JX_FIELD_UNIT_NAME), ==, "云溪镇人民政府");
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_BUDGET), ==, "6.90");
  g_assert_cmpuint (jx_item_count (project, JX_KIND_CHECKPOINT), ==, 1);
  g_assert_true (jx_item_get_document (project) == copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/session/names", test_names);
  g_test_add_func ("/session/subtitle-follows-unit-and-year", test_subtitle_follows);
  g_test_add_func ("/session/saving", test_saving);
  g_test_add_func ("/session/changed-while-it-is-saved", test_changed_meanwhile);
  g_test_add_func ("/session/saving-given-up", test_given_up);
  g_test_add_func ("/session/failed-save-changes-nothing", test_failed_save);
  g_test_add_func ("/session/stale-file", test_stale);
  g_test_add_func ("/session/copy-stands-alone", test_copy);

  return g_test_run ();
}
