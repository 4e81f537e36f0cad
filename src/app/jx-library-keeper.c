/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-library-keeper.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/jx-atomic-file.h"
#include "base/jx-error.h"
#include "base/jx-folder.h"

#define FILE_NAME "indicators.ini"
/* A library within its bounds is far from this. */
#define MAX_BYTES (16 * 1024 * 1024)
/* So long an idle moment takes, and after the last change it is waited before writing. */
#define SLICE_US 3000
#define WAIT_S 2

struct _JxLibraryKeeper
{
  GObject parent_instance;

  char *path;
  JxLibrary *library;
  gboolean reading;
  gboolean read_only;  /* a later version's file is left as it is */
  GQueue documents;    /* (element-type JxDocument): to be learned from */
  guint next_project;  /* of the first of them */
  gboolean learned;    /* something since it was last told */
  guint learn_id;
  guint write_id;
  guint serial;        /* of what is to be written */

  GMutex mutex;        /* of the file, and of what follows */
  guint written;       /* serial of what is in the file */
};

G_DEFINE_FINAL_TYPE (JxLibraryKeeper, jx_library_keeper, G_TYPE_OBJECT)

static JxLibraryKeeper *default_keeper;
static guint changed_signal;
static guint failed_signal;

/* In a thread, or at the end. Returns: whether what @serial says is in the file, or later. */
static gboolean
write_file (JxLibraryKeeper *keeper, const JxLibrary *library, guint serial, GError **error)
{
  gsize length;
  g_autofree char *data = jx_library_to_data (library, &length);
  g_autofree char *folder = g_path_get_dirname (keeper->path);
  g_autoptr (JxAtomicFile) file = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&keeper->mutex);

  if (serial <= keeper->written)
    return TRUE;

  jx_folder_make (folder);
  file = jx_atomic_file_new (keeper->path, error);
  if (!file || !jx_atomic_file_write (file, data, length, error) || !jx_atomic_file_commit (file, error))
    return FALSE;

  keeper->written = serial;
  return TRUE;
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JxLibraryKeeper *keeper = source;
  GError *error = NULL;

  if (write_file (keeper, data, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (task), "serial")), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (source, failed_signal, 0, error->message);
}

static gboolean
write_cb (gpointer data)
{
  JxLibraryKeeper *keeper = data;
  g_autoptr (GTask) task = g_task_new (keeper, NULL, written_cb, NULL);

  keeper->write_id = 0;
  g_object_set_data (G_OBJECT (task), "serial", GUINT_TO_POINTER (keeper->serial));
  g_task_set_task_data (task, jx_library_copy (keeper->library), (GDestroyNotify) jx_library_free);
  g_task_run_in_thread (task, write_thread);

  return G_SOURCE_REMOVE;
}

static void
queue_write (JxLibraryKeeper *keeper)
{
  keeper->serial++;
  if (keeper->reading || keeper->read_only)
    return;

  g_clear_handle_id (&keeper->write_id, g_source_remove);
  keeper->write_id = g_timeout_add_seconds (WAIT_S, write_cb, keeper);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = data;
  g_autofree char *text = NULL;
  GError *error = NULL;
  JxLibrary *library = NULL;
  GStatBuf status;
  gsize length;

  if (g_stat (path, &status) != 0)
    library = jx_library_new ();
  else if (status.st_size > MAX_BYTES)
    g_set_error_literal (&error, JX_ERROR, JX_ERROR_LIMIT, "");
  else if (g_file_get_contents (path, &text, &length, &error))
    library = jx_library_parse (text, length, &error);

  /* What cannot be understood is put aside, not written over. */
  if (error && error->domain == JX_ERROR && error->code != JX_ERROR_UNSUPPORTED)
    {
      g_autofree char *aside = g_strconcat (path, ".bad", NULL);

      g_rename (path, aside);
      g_clear_error (&error);
      library = jx_library_new ();
    }
  if (library)
    g_task_return_pointer (task, library, (GDestroyNotify) jx_library_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JxLibraryKeeper *keeper = JX_LIBRARY_KEEPER (source);
  g_autoptr (JxLibrary) library = g_task_propagate_pointer (G_TASK (result), NULL);

  keeper->reading = FALSE;
  keeper->read_only = library == NULL;
  if (library)
    jx_library_merge (keeper->library, library);
  if (keeper->serial > 0)
    queue_write (keeper);
  g_signal_emit (keeper, changed_signal, 0);
}

static void
tell_learned (JxLibraryKeeper *keeper)
{
  if (!keeper->learned)
    return;

  keeper->learned = FALSE;
  jx_library_keeper_changed (keeper);
}

static gboolean
learn_cb (gpointer data)
{
  JxLibraryKeeper *keeper = data;
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (!g_queue_is_empty (&keeper->documents) && g_get_monotonic_time () < end)
    {
      JxItem *root = jx_document_get_root (g_queue_peek_head (&keeper->documents));
      JxItem *project = jx_item_child (root, JX_KIND_PROJECT, keeper->next_project++);

      if (project)
        {
          keeper->learned |= jx_library_learn (keeper->library, project);
          continue;
        }
      g_object_unref (g_queue_pop_head (&keeper->documents));
      keeper->next_project = 0;
    }
  if (!g_queue_is_empty (&keeper->documents))
    return G_SOURCE_CONTINUE;

  keeper->learn_id = 0;
  tell_learned (keeper);

  return G_SOURCE_REMOVE;
}

static void
jx_library_keeper_finalize (GObject *object)
{
  JxLibraryKeeper *keeper = JX_LIBRARY_KEEPER (object);

  g_clear_handle_id (&keeper->learn_id, g_source_remove);
  g_clear_handle_id (&keeper->write_id, g_source_remove);
  g_queue_clear_full (&keeper->documents, g_object_unref);
  jx_library_free (keeper->library);
  g_mutex_clear (&keeper->mutex);
  g_free (keeper->path);

  G_OBJECT_CLASS (jx_library_keeper_parent_class)->finalize (object);
}

static void
jx_library_keeper_class_init (JxLibraryKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_library_keeper_finalize;
  changed_signal = g_signal_new ("changed", JX_TYPE_LIBRARY_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  failed_signal = g_signal_new ("failed", JX_TYPE_LIBRARY_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jx_library_keeper_init (JxLibraryKeeper *keeper)
{
  keeper->library = jx_library_new ();
  g_queue_init (&keeper->documents);
  g_mutex_init (&keeper->mutex);
}

JxLibraryKeeper *
jx_library_keeper_get_default (void)
{
  if (default_keeper == NULL)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "jixiao", FILE_NAME, NULL);

      default_keeper = jx_library_keeper_new (path);
    }

  return default_keeper;
}

void
jx_library_keeper_close_default (void)
{
  if (default_keeper)
    jx_library_keeper_flush (default_keeper);
  g_clear_object (&default_keeper);
}

JxLibraryKeeper *
jx_library_keeper_new (const char *path)
{
  JxLibraryKeeper *keeper = g_object_new (JX_TYPE_LIBRARY_KEEPER, NULL);
  g_autoptr (GTask) task = g_task_new (keeper, NULL, read_cb, NULL);

  keeper->path = g_strdup (path);
  keeper->reading = TRUE;
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_thread);

  return keeper;
}

JxLibrary *
jx_library_keeper_get_library (JxLibraryKeeper *keeper)
{
  g_return_val_if_fail (JX_IS_LIBRARY_KEEPER (keeper), NULL);

  return keeper->library;
}

gboolean
jx_library_keeper_is_reading (JxLibraryKeeper *keeper)
{
  g_return_val_if_fail (JX_IS_LIBRARY_KEEPER (keeper), FALSE);

  return keeper->reading;
}

void
jx_library_keeper_learn (JxLibraryKeeper *keeper, JxDocument *document)
{
  GList *waiting;

  g_return_if_fail (JX_IS_LIBRARY_KEEPER (keeper));
  g_return_if_fail (JX_IS_DOCUMENT (document));

  /* One that is being gone through is gone through again: it may have changed. */
  waiting = g_queue_find (&keeper->documents, document);
  if (waiting && waiting != keeper->documents.head)
    return;

  g_queue_push_tail (&keeper->documents, g_object_ref (document));
  if (keeper->learn_id == 0)
    keeper->learn_id = g_idle_add_full (G_PRIORITY_LOW, learn_cb, keeper, NULL);
}

void
jx_library_keeper_changed (JxLibraryKeeper *keeper)
{
  g_return_if_fail (JX_IS_LIBRARY_KEEPER (keeper));

  queue_write (keeper);
  g_signal_emit (keeper, changed_signal, 0);
}

void
jx_library_keeper_flush (JxLibraryKeeper *keeper)
{
  g_return_if_fail (JX_IS_LIBRARY_KEEPER (keeper));

  g_clear_handle_id (&keeper->write_id, g_source_remove);
  if (keeper->serial > 0 && !keeper->reading && !keeper->read_only)
    write_file (keeper, keeper->library, keeper->serial, NULL);
}
