/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-loader.h"

#include <glib/gstdio.h>

#include "app/jx-session.h"
#include "exchange/jx-import.h"
#include "xml/jx-xml-reader.h"

#define HEAD_BYTES 1024

/* What to read. @contents: (nullable): where it is no file. */
typedef struct
{
  char *path;
  GBytes *contents;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->path);
  g_clear_pointer (&wanted->contents, g_bytes_unref);
  g_free (wanted);
}

static gboolean
is_goal_document (const char *path)
{
  char head[HEAD_BYTES];
  size_t length = 0;
  FILE *file = g_fopen (path, "rb");

  if (file != NULL)
    {
      length = fread (head, 1, sizeof head, file);
      fclose (file);
    }

  return g_str_has_suffix (path, ".jixiao") || jx_xml_recognise (head, length);
}

static gboolean
wait_cb (guint seconds, gpointer cancellable)
{
  return !g_cancellable_is_cancelled (cancellable);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  const char *path = wanted->path;
  g_autoptr (JxLoaded) loaded = g_new0 (JxLoaded, 1);
  GError *error = NULL;

  if (wanted->contents != NULL)
    {
      gsize length = 0;
      const char *contents = g_bytes_get_data (wanted->contents, &length);

      loaded->document = jx_import_data_patiently (contents, length, path, wait_cb, cancellable, &loaded->report, &error);
    }
  else if (is_goal_document (path))
    {
      /* Before reading: a change while we read counts as one after it. */
      loaded->etag = jx_session_dup_etag (path);
      loaded->document = jx_xml_read_file (path, &error);
    }
  else
    {
      loaded->document = jx_import_file_patiently (path, wait_cb, cancellable, &loaded->report, &error);
    }

  if (loaded->document != NULL)
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) jx_loaded_free);
  else
    g_task_return_error (task, error);
}

static void
read_async (const char *path, GBytes *contents, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->path = g_strdup (path);
  wanted->contents = contents != NULL ? g_bytes_ref (contents) : NULL;
  g_task_set_source_tag (task, read_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
}

void
jx_loader_read_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  read_async (path, NULL, cancellable, callback, user_data);
}

void
jx_loader_read_copied_async (GBytes *contents, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  read_async (name, contents, cancellable, callback, user_data);
}

JxLoaded *
jx_loader_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
jx_loaded_free (JxLoaded *loaded)
{
  if (loaded == NULL)
    return;

  g_clear_object (&loaded->document);
  g_clear_pointer (&loaded->report, jx_report_free);
  g_free (loaded->etag);
  g_free (loaded);
}
