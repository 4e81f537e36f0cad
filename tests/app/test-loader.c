/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "app/jx-loader.h"
#include "xml/jx-xml-writer.h"

#include "jx-test.h"

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Reads @path and waits for it, without a display. */
static JxLoaded *
load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  jx_loader_read_async (path, cancellable, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return jx_loader_read_finish (result, error);
}

/* A place for a file in this test's own folder. */
static char *
make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static char *
make_document_file (const char *name)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (GError) error = NULL;
  char *path = make_path (name);

  jx_document_finish_building (document);
  jx_xml_save (document, path, &error);
  g_assert_no_error (error);

  return path;
}

/* By what is in it, whatever it is called. */
static void
test_goal_document (gconstpointer name)
{
  g_autofree char *path = make_document_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxLoaded) loaded = load (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded->document);
  g_assert_null (loaded->report);
  g_assert_nonnull (loaded->etag);
}

static void
test_colleague (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (JxLoaded) loaded = load (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded->report);
  g_assert_cmpuint (jx_item_count (jx_document_get_root (loaded->document), JX_KIND_PROJECT), >, 0);
}

static void
test_refused (void)
{
  static const char * const rows[][2] = {
    { "truncated.jixiao", "<?xml version=\"1.0\"?><goal-document xmlns=\"urn:jixiao:goal-document:1\"><year>" },
    { "words.jixiao", "no document" },
    { "words.txt", "no document either" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = make_path (rows[i][0]);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, rows[i][1], -1, NULL));
      g_assert_null (load (path, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[i][0]));
    }
}

static void
test_absent (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load ("/no/such/file.jixiao", NULL, &error));
  g_assert_nonnull (error);
}

static void
test_cancelled (void)
{
  g_autofree char *path = make_document_file ("cancelled.jixiao");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (load (path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A program in place of LibreOffice that says its number in a file and works for ever. Returns: (transfer full): that file. */
static char *
make_endless_office (void)
{
  g_autofree char *program = make_path ("soffice");
  g_autofree char *path = g_strconcat (g_get_user_data_dir (), ":/usr/bin:/bin", NULL);

  g_assert_true (g_file_set_contents (program, "#!/bin/sh\necho $$ > \"${0%/*}/pid.new\"; mv \"${0%/*}/pid.new\" \"${0%/*}/pid\"; exec sleep 100\n", -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_setenv ("PATH", path, TRUE);

  return make_path ("pid");
}

static gboolean
is_running (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/stat", pid);
  g_autofree char *stat = NULL;

  return g_file_get_contents (path, &stat, NULL, NULL) && strstr (stat, ") Z ") == NULL;
}

/* While another program converts an old format: that ends too. */
static void
test_cancelled_on_the_way (void)
{
  g_autofree char *pid_path = make_endless_office ();
  g_autofree char *path = make_path ("old.doc");
  g_autofree char *pid = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 patience_us = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  g_assert_true (g_file_set_contents (path, "{\\rtf1 x}", -1, NULL));
  jx_loader_read_async (path, cancellable, read_cb, &result);
  while (!g_file_get_contents (pid_path, &pid, NULL, NULL))
    g_assert_cmpint (g_get_monotonic_time (), <, patience_us);
  g_assert_true (is_running (g_strstrip (pid)));

  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (jx_loader_read_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (is_running (pid))
    g_assert_cmpint (g_get_monotonic_time (), <, patience_us);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/loader/goal-document", "a.jixiao", test_goal_document);
  g_test_add_data_func ("/loader/goal-document-of-another-name", "a.xml", test_goal_document);
  g_test_add_func ("/loader/colleague", test_colleague);
  g_test_add_func ("/loader/refused", test_refused);
  g_test_add_func ("/loader/absent", test_absent);
  g_test_add_func ("/loader/cancelled", test_cancelled);
  g_test_add_func ("/loader/cancelled-on-the-way", test_cancelled_on_the_way);

  return g_test_run ();
}
