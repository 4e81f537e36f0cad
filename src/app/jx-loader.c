/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-loader.h"

#include <glib/gstdio.h>

#include "app/jx-session.h"
#include "exchange/jx-import.h"
#include "xml/jx-xml-reader.h"

#define HEAD_BYTES 1024

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
  const char *path = data;
  g_autoptr (JxLoaded) loaded = g_new0 (JxLoaded, 1);
  GError *error = NULL;

  if (is_goal_document (path))
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

void
jx_loader_read_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, jx_loader_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
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
