/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-draft-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/jx-folder.h"

#define LOCK_SUFFIX ".lock"
#define MAX_TRIES 10
#define DRAFT_SUFFIX ".jixiao"
/* Files that were being written when the run ended begin so (jx-atomic-file.c). */
#define PASSING_PREFIX ".jixiao-"

/* A run of the program: its folder, and its lock file beside it. */
typedef struct
{
  char *folder;
  char *lock;
  int fd;
} Run;

struct _JxDraftStore
{
  GObject parent_instance;

  char *folder;
  GMutex mutex; /* of what follows */
  Run *own;
  gboolean prepared;
  gboolean closed;
  GPtrArray *taken; /* (element-type Run) */
};

G_DEFINE_FINAL_TYPE (JxDraftStore, jx_draft_store, G_TYPE_OBJECT)

static JxDraftStore *default_store;

static Run *
run_new (const char *folder, const char *id)
{
  Run *run = g_new0 (Run, 1);

  run->folder = g_build_filename (folder, id, NULL);
  run->lock = g_strconcat (run->folder, LOCK_SUFFIX, NULL);
  run->fd = -1;

  return run;
}

static void
run_free (Run *run)
{
  if (run == NULL)
    return;

  if (run->fd >= 0)
    close (run->fd);
  g_free (run->folder);
  g_free (run->lock);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static gboolean
is_same_file (int fd, const char *path)
{
  struct stat a, b;

  return fstat (fd, &a) == 0 && stat (path, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Where a file system knows no locks nobody's drafts shall be lost: they then count as left. */
static gboolean
run_try_hold (Run *run)
{
  int fd = g_open (run->lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    return FALSE;
  /* Another run may have removed it, seeing no drafts, between our opening and our locking it. */
  if ((flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) || !is_same_file (fd, run->lock))
    {
      close (fd);
      return FALSE;
    }

  run->fd = fd;
  return TRUE;
}

static gboolean
run_hold (Run *run)
{
  for (int i = 0; i < MAX_TRIES; i++)
    if (run_try_hold (run))
      return TRUE;

  return FALSE;
}

/* Fails, and shall, where there are drafts. */
static gboolean
run_remove_empty (Run *run)
{
  if (g_rmdir (run->folder) != 0 && errno != ENOENT)
    return FALSE;

  g_unlink (run->lock);
  return TRUE;
}

/* Returns: whether there are any. */
static gboolean
run_list_drafts (Run *run, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (run->folder, 0, NULL);
  const char *name = NULL;
  guint before = files->len;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (run->folder, name, NULL);

      if (g_str_has_prefix (name, PASSING_PREFIX))
        g_unlink (file);
      else if (g_str_has_suffix (name, DRAFT_SUFFIX))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }

  return files->len > before;
}

static void
jx_draft_store_finalize (GObject *object)
{
  JxDraftStore *self = JX_DRAFT_STORE (object);

  jx_draft_store_close (self);
  run_free (self->own);
  g_ptr_array_unref (self->taken);
  g_mutex_clear (&self->mutex);
  g_free (self->folder);

  G_OBJECT_CLASS (jx_draft_store_parent_class)->finalize (object);
}

static void
jx_draft_store_class_init (JxDraftStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_draft_store_finalize;
}

static void
jx_draft_store_init (JxDraftStore *self)
{
  g_mutex_init (&self->mutex);
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
}

JxDraftStore *
jx_draft_store_new (const char *folder)
{
  JxDraftStore *self = NULL;
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (JX_TYPE_DRAFT_STORE, NULL);
  self->folder = g_strdup (folder);
  self->own = run_new (folder, id);

  return self;
}

JxDraftStore *
jx_draft_store_get_default (void)
{
  if (default_store == NULL)
    {
      g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "jixiao", "drafts", NULL);

      default_store = jx_draft_store_new (folder);
    }

  return default_store;
}

void
jx_draft_store_close_default (void)
{
  if (default_store != NULL)
    jx_draft_store_close (default_store);
  g_clear_object (&default_store);
}

char *
jx_draft_store_dup_file (JxDraftStore *self)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, DRAFT_SUFFIX, NULL);

  g_return_val_if_fail (JX_IS_DRAFT_STORE (self), NULL);

  return g_build_filename (self->own->folder, name, NULL);
}

gboolean
jx_draft_store_prepare (JxDraftStore *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (JX_IS_DRAFT_STORE (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  if (self->prepared)
    return TRUE;

  if (self->closed
      || jx_folder_make (self->folder) != 0
      || !run_hold (self->own)
      || jx_folder_make (self->own->folder) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("%s: no drafts can be kept in this folder; make it writable"), self->folder);
      return FALSE;
    }

  self->prepared = TRUE;
  return TRUE;
}

GPtrArray *
jx_draft_store_take_left (JxDraftStore *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  g_return_val_if_fail (JX_IS_DRAFT_STORE (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gboolean is_lock = g_str_has_suffix (name, LOCK_SUFFIX);
      g_autofree char *id = g_strndup (name, strlen (name) - (is_lock ? strlen (LOCK_SUFFIX) : 0));
      g_autoptr (Run) run = run_new (self->folder, id);

      /* A folder counts even where its lock is gone, a lock only where it has lost its folder. */
      if (is_lock == g_file_test (run->folder, G_FILE_TEST_IS_DIR) || g_str_equal (run->folder, self->own->folder))
        continue;
      if (!run_try_hold (run))
        continue;
      if (run_list_drafts (run, files))
        g_ptr_array_add (self->taken, g_steal_pointer (&run));
      else
        run_remove_empty (run);
    }

  return g_steal_pointer (&files);
}

void
jx_draft_store_close (JxDraftStore *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (JX_IS_DRAFT_STORE (self));

  locker = g_mutex_locker_new (&self->mutex);
  for (guint i = 0; i < self->taken->len; i++)
    run_remove_empty (self->taken->pdata[i]);
  g_ptr_array_set_size (self->taken, 0);
  if (self->own->fd >= 0)
    {
      run_remove_empty (self->own);
      close (self->own->fd);
      self->own->fd = -1;
    }
  self->prepared = FALSE;
  self->closed = TRUE;
}
