/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-file-watch.h"

#include <gio/gio.h>

/* Whoever writes a file seldom does so in one go. */
#define SETTLING_MS 300

struct _JxFileWatch
{
  GObject parent_instance;

  JxSession *session;
  char *path;
  GFileMonitor *monitor;
  JxLockNote *note;
  JxLockHolder *holder;
  JxFileState state;
  guint settling;
};

G_DEFINE_FINAL_TYPE (JxFileWatch, jx_file_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: whether somebody else came or went. */
static gboolean
look_for_holder (JxFileWatch *self)
{
  gboolean held = self->holder != NULL;

  if (self->note != NULL)
    return FALSE;

  g_clear_pointer (&self->holder, jx_lock_holder_free);
  self->note = jx_lock_note_take (self->path, &self->holder);

  return (self->holder != NULL) != held;
}

static gboolean
settled_cb (gpointer user_data)
{
  JxFileWatch *self = user_data;

  self->settling = 0;
  jx_file_watch_check (self);

  return G_SOURCE_REMOVE;
}

static void
monitor_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, JxFileWatch *self)
{
  if (self->settling == 0)
    self->settling = g_timeout_add (SETTLING_MS, settled_cb, self);
}

static void
jx_file_watch_finalize (GObject *object)
{
  JxFileWatch *self = JX_FILE_WATCH (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->note, jx_lock_note_free);
  g_clear_pointer (&self->holder, jx_lock_holder_free);
  g_clear_object (&self->session);
  g_free (self->path);

  G_OBJECT_CLASS (jx_file_watch_parent_class)->finalize (object);
}

static void
jx_file_watch_class_init (JxFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_file_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", JX_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_file_watch_init (JxFileWatch *self)
{
}

JxFileWatch *
jx_file_watch_new (JxSession *session)
{
  g_autoptr (JxFileWatch) self = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (JX_IS_SESSION (session), NULL);

  self = g_object_new (JX_TYPE_FILE_WATCH, NULL);
  self->session = g_object_ref (session);
  self->path = g_strdup (jx_session_get_path (session));
  if (self->path != NULL)
    {
      file = g_file_new_for_path (self->path);
      self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitor != NULL)
        g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_cb), self, 0);
      look_for_holder (self);
    }

  return g_steal_pointer (&self);
}

JxFileState
jx_file_watch_get_state (JxFileWatch *self)
{
  g_return_val_if_fail (JX_IS_FILE_WATCH (self), JX_FILE_SAME);

  return self->state;
}

const JxLockHolder *
jx_file_watch_get_holder (JxFileWatch *self)
{
  g_return_val_if_fail (JX_IS_FILE_WATCH (self), NULL);

  return self->holder;
}

void
jx_file_watch_check (JxFileWatch *self)
{
  JxFileState state;

  g_return_if_fail (JX_IS_FILE_WATCH (self));

  if (self->path == NULL)
    return;

  state = !g_file_test (self->path, G_FILE_TEST_EXISTS)  ? JX_FILE_GONE
          : jx_session_is_stale (self->session) ? JX_FILE_CHANGED
                                                : JX_FILE_SAME;
  if (look_for_holder (self) || state != self->state)
    {
      self->state = state;
      g_signal_emit (self, signals[CHANGED], 0);
    }
}
