/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-save.h"

#include "app/jx-backup.h"
#include "base/jx-atomic-file.h"
#include "xml/jx-xml-writer.h"

typedef struct
{
  char *path;
  char *backup; /* (nullable) */
  GBytes *xml;
  char *etag;
  GError *backup_error;
} Saving;

static void
saving_free (Saving *saving)
{
  g_free (saving->path);
  g_free (saving->backup);
  g_free (saving->etag);
  g_bytes_unref (saving->xml);
  g_clear_error (&saving->backup_error);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer session, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (JxAtomicFile) file = NULL;
  g_autoptr (GError) error = NULL;

  /* A full disk must not keep her from saving what is there: the backup comes second. */
  if (saving->backup != NULL)
    jx_backup_copy (saving->path, saving->backup, &saving->backup_error);
  file = jx_atomic_file_new (saving->path, &error);
  if (file == NULL
      || !jx_atomic_file_write (file, g_bytes_get_data (saving->xml, NULL), g_bytes_get_size (saving->xml), &error)
      || g_cancellable_set_error_if_cancelled (cancellable, &error)
      || !jx_atomic_file_commit (file, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  saving->etag = jx_session_dup_etag (saving->path);
  g_task_return_boolean (task, TRUE);
}

void
jx_save_async (JxSession *session, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving = NULL;

  g_return_if_fail (JX_IS_SESSION (session));
  g_return_if_fail (path != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  saving = g_new0 (Saving, 1);
  saving->path = g_strdup (path);
  saving->backup = jx_backup_dup_place (path);
  saving->xml = jx_xml_to_bytes (jx_session_get_document (session));
  jx_session_begin_saving (session);
  g_task_set_source_tag (task, jx_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, save_thread);
}

gboolean
jx_save_finish (JxSession *session, GAsyncResult *result, GError **backup_error, GError **error)
{
  Saving *saving = NULL;
  gboolean saved = FALSE;

  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  /* What a thread that was given up still does with its own is not looked at. */
  saved = g_task_propagate_boolean (G_TASK (result), error);
  saving = saved ? g_task_get_task_data (G_TASK (result)) : NULL;
  jx_session_end_saving (session, saved ? saving->path : NULL, saved ? saving->etag : NULL);
  if (saved && backup_error != NULL)
    *backup_error = g_steal_pointer (&saving->backup_error);

  return saved;
}
