/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-clip-read.h"

#define HTML "text/html"
#define MAX_BYTES (16 * 1024 * 1024)

gboolean
jx_clip_offers_html (GdkClipboard *clipboard)
{
  g_return_val_if_fail (GDK_IS_CLIPBOARD (clipboard), FALSE);

  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML);
}

/* So that another program cannot fill our memory. */
static gpointer
resize_within_limit (gpointer data, gsize size)
{
  return size > MAX_BYTES ? NULL : g_try_realloc (data, size);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    g_task_return_pointer (task, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source)), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
offered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  memory = g_memory_output_stream_new (NULL, 0, resize_within_limit, g_free);
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, copied_cb, g_steal_pointer (&task));
}

void
jx_clip_read_html_async (GdkClipboard *clipboard, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  gdk_clipboard_read_async (clipboard, (const char *[]) { HTML, NULL }, G_PRIORITY_DEFAULT, NULL, offered_cb,
                            g_task_new (clipboard, NULL, callback, user_data));
}

GBytes *
jx_clip_read_html_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
