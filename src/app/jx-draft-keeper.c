/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-draft-keeper.h"

#include <glib/gstdio.h>

#include "app/jx-draft.h"
#include "app/jx-settings.h"
#include "base/jx-folder.h"
#include "xml/jx-xml-writer.h"

/* From a change to the writing of it: short, for what is lost is at most this and the writing. A
 * document that takes long to put into bytes gets more, so that this never takes much of the time. */
#define DELAY_MS 500
#define LONG_DELAY_MS 1500
#define LONG_US 20000
#define RETRY_MS 10000

/* One writing of a draft, shared by the main thread and the one that writes. */
typedef struct
{
  GMutex mutex;      /* held while the draft is written */
  gboolean unwanted; /* what it would write is saved or discarded by now */
  JxDraftStore *store;
  char *file;
  GBytes *xml;
  JxDraftOrigin origin;
  GPtrArray *refused; /* (element-type JxRefused) */
} Writing;

struct _JxDraftKeeper
{
  GObject parent_instance;

  JxDraftStore *store;
  JxSession *session;
  JxDraftTyped typed; /* nullable */
  gpointer typed_data;
  char *file;
  guint timer;
  gint64 cost_us;   /* of putting the document into bytes, the last time */
  Writing *writing; /* nullable: what is under way */
  gboolean changed; /* since that began */
};

G_DEFINE_FINAL_TYPE (JxDraftKeeper, jx_draft_keeper, G_TYPE_OBJECT)

enum
{
  FAILED,
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void schedule (JxDraftKeeper *self, guint delay_ms);
static gboolean write_cb (gpointer user_data);

static void
writing_clear (gpointer data)
{
  Writing *writing = data;

  g_mutex_clear (&writing->mutex);
  g_object_unref (writing->store);
  g_bytes_unref (writing->xml);
  jx_draft_origin_clear (&writing->origin);
  g_ptr_array_unref (writing->refused);
  g_free (writing->file);
}

static void
writing_unref (gpointer writing)
{
  g_atomic_rc_box_release_full (writing, writing_clear);
}

static void
write_bytes (JxDocument *document, gpointer bytes)
{
  *(GBytes **) bytes = jx_xml_to_bytes (document);
}

static gboolean
is_modified (JxDraftKeeper *self)
{
  return jx_history_get_modified (jx_session_get_history (self->session));
}

static JxEdit *
dup_typed (JxDraftKeeper *self, GPtrArray *refused)
{
  return self->typed != NULL ? self->typed (refused, self->typed_data) : NULL;
}

/* @typed: (nullable): as if that had been done. */
static GBytes *
dup_bytes (JxDraftKeeper *self, const JxEdit *typed)
{
  JxDocument *document = jx_session_get_document (self->session);
  GBytes *bytes = NULL;

  if (typed == NULL || !jx_document_suppose (document, typed, write_bytes, &bytes, NULL))
    write_bytes (document, &bytes);

  return bytes;
}

static Writing *
writing_new (JxDraftKeeper *self, const JxEdit *typed, GPtrArray *refused)
{
  Writing *writing = g_atomic_rc_box_new0 (Writing);
  gint64 begin = g_get_monotonic_time ();

  g_mutex_init (&writing->mutex);
  writing->store = g_object_ref (self->store);
  writing->file = g_strdup (self->file);
  writing->xml = dup_bytes (self, typed);
  writing->origin.path = g_strdup (jx_session_get_path (self->session));
  writing->origin.etag = g_strdup (jx_session_get_etag (self->session));
  writing->origin.name = jx_session_dup_title (self->session);
  writing->refused = g_ptr_array_ref (refused);
  self->cost_us = g_get_monotonic_time () - begin;

  return writing;
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&writing->mutex);
  GError *error = NULL;

  if (writing->unwanted
      || (jx_draft_store_prepare (writing->store, &error)
          && jx_draft_write (writing->file, writing->xml, &writing->origin, writing->refused, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JxDraftKeeper *self = JX_DRAFT_KEEPER (source);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  /* Where it became unwanted another one may be under way. */
  if (g_task_get_task_data (G_TASK (result)) != self->writing)
    return;

  g_clear_pointer (&self->writing, writing_unref);
  if (self->session == NULL)
    return;

  if (!written)
    {
      schedule (self, RETRY_MS);
      g_signal_emit (self, signals[FAILED], 0, error->message);
    }
  else
    {
      g_signal_emit (self, signals[KEPT], 0);
      if (self->changed)
        schedule (self, self->cost_us > LONG_US ? LONG_DELAY_MS : DELAY_MS);
    }
}

static gboolean
is_wanted (void)
{
  GSettings *settings = jx_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "drafts");
}

/* A timer that runs is not put off by further changes. */
static void
schedule (JxDraftKeeper *self, guint delay_ms)
{
  if (self->timer == 0 && is_wanted ())
    self->timer = g_timeout_add (delay_ms, write_cb, self);
}

/* Waits for a draft just being forced to the disk: it must not appear after this. */
static void
remove_draft (JxDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->changed = FALSE;
  if (self->writing != NULL)
    {
      g_mutex_lock (&self->writing->mutex);
      self->writing->unwanted = TRUE;
      g_mutex_unlock (&self->writing->mutex);
      g_clear_pointer (&self->writing, writing_unref);
    }
  /* Should the power go it must not come back: by then it is older than the file. */
  if (g_unlink (self->file) == 0)
    {
      g_autofree char *folder = g_path_get_dirname (self->file);

      jx_folder_force (folder);
    }
  g_signal_emit (self, signals[KEPT], 0);
}

static gboolean
write_cb (gpointer user_data)
{
  JxDraftKeeper *self = user_data;
  g_autoptr (GPtrArray) refused = jx_refused_list_new ();
  g_autoptr (JxEdit) typed = dup_typed (self, refused);
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (typed == NULL && refused->len == 0 && !is_modified (self))
    {
      remove_draft (self);
      return G_SOURCE_REMOVE;
    }

  task = g_task_new (self, NULL, written_cb, NULL);
  self->changed = FALSE;
  self->writing = writing_new (self, typed, refused);
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self->writing), writing_unref);
  g_task_run_in_thread (task, write_thread);

  return G_SOURCE_REMOVE;
}

/* The history tells of "modified" with every step, whether that changes or not. */
static void
history_cb (JxHistory *history, GParamSpec *pspec, JxDraftKeeper *self)
{
  g_autoptr (GPtrArray) refused = jx_refused_list_new ();
  g_autoptr (JxEdit) typed = NULL;

  if (!is_modified (self) && (typed = dup_typed (self, refused)) == NULL && refused->len == 0)
    {
      remove_draft (self);
      return;
    }

  self->changed = TRUE;
  if (self->writing == NULL)
    schedule (self, self->cost_us > LONG_US ? LONG_DELAY_MS : DELAY_MS);
}

/* What was kept before would be old by the time it was offered. */
static void
wanted_cb (JxDraftKeeper *self)
{
  if (self->session == NULL)
    return;

  if (is_wanted ())
    jx_draft_keeper_note_typing (self);
  else
    remove_draft (self);
}

static void
jx_draft_keeper_dispose (GObject *object)
{
  JxDraftKeeper *self = JX_DRAFT_KEEPER (object);

  jx_draft_keeper_stop (self);
  g_clear_pointer (&self->writing, writing_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->file, g_free);

  G_OBJECT_CLASS (jx_draft_keeper_parent_class)->dispose (object);
}

static void
jx_draft_keeper_class_init (JxDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jx_draft_keeper_dispose;

  signals[FAILED] = g_signal_new ("failed", JX_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[KEPT] = g_signal_new ("kept", JX_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_draft_keeper_init (JxDraftKeeper *self)
{
}

JxDraftKeeper *
jx_draft_keeper_new (JxDraftStore *store, JxSession *session, JxDraftTyped typed, gpointer user_data)
{
  JxDraftKeeper *self = NULL;
  JxHistory *history = NULL;

  g_return_val_if_fail (JX_IS_DRAFT_STORE (store), NULL);
  g_return_val_if_fail (JX_IS_SESSION (session), NULL);

  self = g_object_new (JX_TYPE_DRAFT_KEEPER, NULL);
  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  self->typed = typed;
  self->typed_data = user_data;
  self->file = jx_draft_store_dup_file (store);
  history = jx_session_get_history (session);
  g_signal_connect_object (history, "notify::modified", G_CALLBACK (history_cb), self, 0);
  if (jx_settings_get () != NULL)
    g_signal_connect_object (jx_settings_get (), "changed::drafts", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  if (jx_history_get_modified (history))
    history_cb (history, NULL, self);

  return self;
}

void
jx_draft_keeper_note_typing (JxDraftKeeper *self)
{
  g_return_if_fail (JX_IS_DRAFT_KEEPER (self));

  if (self->session == NULL)
    return;

  /* Where there is nothing any more that is found out then. */
  self->changed = TRUE;
  if (self->writing == NULL)
    schedule (self, LONG_DELAY_MS);
}

void
jx_draft_keeper_adopt (JxDraftKeeper *self, const char *file)
{
  g_return_if_fail (JX_IS_DRAFT_KEEPER (self));
  g_return_if_fail (file != NULL);

  /* Where it cannot be moved it stays, and is offered again: two drafts are better than none. */
  if (jx_draft_store_prepare (self->store, NULL))
    g_rename (file, self->file);
}

const char *
jx_draft_keeper_get_file (JxDraftKeeper *self)
{
  g_return_val_if_fail (JX_IS_DRAFT_KEEPER (self), NULL);

  return self->file;
}

void
jx_draft_keeper_discard (JxDraftKeeper *self)
{
  g_return_if_fail (JX_IS_DRAFT_KEEPER (self));

  jx_draft_keeper_stop (self);
  remove_draft (self);
}

void
jx_draft_keeper_stop (JxDraftKeeper *self)
{
  g_return_if_fail (JX_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (jx_session_get_history (self->session), history_cb, self);
  g_clear_object (&self->session);
}
