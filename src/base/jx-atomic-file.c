/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/jx-folder.h"

/* What is written goes out in pieces of this size. */
#define BUFFER_SIZE (1024 * 1024)
#define MAX_LINKS 40
#define MAX_NAMES 100

struct _JxAtomicFile
{
  char *name;      /* as the user gave it, for messages */
  char *target;    /* links followed; NULL for standard output */
  char *temporary; /* NULL while the new file has no name */
  GByteArray *buffer;
  GError *failure;
  int fd;          /* of the new file; -1 for a stream, which is kept in the buffer until commit */
  gboolean committed;
};

static void
set_error (GError **error, const char *name, int code)
{
  GIOErrorEnum kind = g_io_error_from_errno (code);

  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, G_IO_ERROR, kind, _("%s: the disk is full; make room or choose another place"), name);
      break;
    case EFBIG:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("%s: the file would be larger than is allowed there; choose another place"), name);
      break;
    case EROFS:
      g_set_error (error, G_IO_ERROR, kind, _("%s: nothing can be written on this medium; choose another place"), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, G_IO_ERROR, kind,
                   _("%s: you have no right to write there; choose another place or ask for the right"), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, G_IO_ERROR, kind, _("%s: there is no such folder; make it or choose another"), name);
      break;
    case EISDIR:
      g_set_error (error, G_IO_ERROR, kind, _("%s: this is a folder; give the name of a file in it"), name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, kind, _("%s: it could not be written (%s); choose another place"),
                   name, g_strerror (code));
      break;
    }
}

/* A rename would replace a link instead of the file it leads to. */
static char *
follow_links (const char *path, int *code)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;
      g_autofree char *next = NULL;

      if (link == NULL)
        return g_steal_pointer (&target);

      folder = g_path_get_dirname (target);
      next = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
      /* What /dev/stdout leads to can be opened, but its name ("pipe:[7]") is none. */
      if (g_access (target, F_OK) == 0 && g_access (next, F_OK) != 0)
        return g_steal_pointer (&target);

      g_free (target);
      target = g_steal_pointer (&next);
    }

  *code = ELOOP;
  return NULL;
}

static char *
passing_name (JxAtomicFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->target);
  g_autofree char *base = g_strdup_printf (".jixiao-%08x%08x", g_random_int (), g_random_int ());

  return g_build_filename (folder, base, NULL);
}

/* A file without a name vanishes by itself should the program be ended; not every file system has them. */
static int
open_nameless (JxAtomicFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->target);

  if (g_access ("/proc/self/fd", X_OK) != 0)
    return -1;

  return g_open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
}

static int
open_named (JxAtomicFile *file)
{
  for (int i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = passing_name (file);
      int fd = g_open (name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

      if (fd >= 0)
        file->temporary = g_steal_pointer (&name);
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }

  return -1;
}

/* The owner can be kept by root only, the group by its members; the rights then are no wider than before. */
static int
keep_rights (int fd, const struct stat *old)
{
  mode_t mode = old->st_mode & 0777;

  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    mode = (mode & ~070) | ((mode & 007) << 3 & mode);

  return fchmod (fd, mode) == 0 ? 0 : errno;
}

static int
prepare (JxAtomicFile *file)
{
  struct stat old;
  gboolean exists = stat (file->target, &old) == 0;

  if (!exists && errno != ENOENT)
    return errno;
  if (exists && S_ISDIR (old.st_mode))
    return EISDIR;
  if (exists && access (file->target, W_OK) != 0)
    return errno;
  /* A device or a pipe is written to, never replaced. */
  if (exists && !S_ISREG (old.st_mode))
    return 0;

  file->fd = open_nameless (file);
  if (file->fd < 0)
    file->fd = open_named (file);
  if (file->fd < 0)
    return errno;

  return exists ? keep_rights (file->fd, &old) : 0;
}

static int
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      data += written;
      length -= written;
    }

  return 0;
}

static int
flush (JxAtomicFile *file)
{
  int code = write_all (file->fd, file->buffer->data, file->buffer->len);

  g_byte_array_set_size (file->buffer, 0);
  return code;
}

static int
write_stream (JxAtomicFile *file)
{
  int fd = file->target == NULL ? STDOUT_FILENO : g_open (file->target, O_WRONLY | O_CLOEXEC, 0);
  int code = fd < 0 ? errno : write_all (fd, file->buffer->data, file->buffer->len);

  if (file->target != NULL && fd >= 0 && close (fd) != 0 && code == 0)
    code = errno;

  return code;
}

static int
give_name (JxAtomicFile *file)
{
  g_autofree char *nameless = g_strdup_printf ("/proc/self/fd/%d", file->fd);

  for (int i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = passing_name (file);

      if (linkat (AT_FDCWD, nameless, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
        {
          file->temporary = g_steal_pointer (&name);
          return 0;
        }
      if (errno != EEXIST)
        break;
    }

  return errno;
}

static int
replace (JxAtomicFile *file)
{
  g_autofree char *folder = g_path_get_dirname (file->target);
  int code = flush (file);

  if (code == 0 && fsync (file->fd) != 0)
    code = errno;
  if (code == 0 && file->temporary == NULL)
    code = give_name (file);
  if (close (file->fd) != 0 && code == 0)
    code = errno;
  file->fd = -1;
  if (code == 0 && rename (file->temporary, file->target) != 0)
    code = errno;
  if (code != 0)
    return code;

  g_clear_pointer (&file->temporary, g_free);
  jx_folder_force (folder);
  return 0;
}

JxAtomicFile *
jx_atomic_file_new (const char *path, GError **error)
{
  g_autoptr (JxAtomicFile) file = NULL;
  gboolean is_stdout = g_strcmp0 (path, "-") == 0;
  int code = 0;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_new0 (JxAtomicFile, 1);
  file->fd = -1;
  file->name = g_strdup (is_stdout ? _("standard output") : path);
  file->buffer = g_byte_array_new ();

  if (*path == '\0')
    code = ENOENT;
  if (!is_stdout && code == 0)
    file->target = follow_links (path, &code);
  if (file->target != NULL)
    code = prepare (file);
  if (code != 0)
    {
      set_error (error, file->name, code);
      return NULL;
    }

  return g_steal_pointer (&file);
}

void
jx_atomic_file_make_private (JxAtomicFile *file)
{
  g_return_if_fail (file != NULL && !file->committed);

  if (file->fd >= 0 && g_access (file->target, F_OK) != 0)
    fchmod (file->fd, 0600);
}

gboolean
jx_atomic_file_write (JxAtomicFile *file, const void *data, gsize length, GError **error)
{
  int code = 0;

  g_return_val_if_fail (file != NULL && !file->committed && (data != NULL || length == 0), FALSE);

  if (file->failure == NULL && file->fd >= 0 && file->buffer->len + length > BUFFER_SIZE)
    {
      code = flush (file);
      if (code == 0 && length >= BUFFER_SIZE)
        {
          code = write_all (file->fd, data, length);
          length = 0;
        }
      if (code != 0)
        set_error (&file->failure, file->name, code);
    }
  if (file->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (file->failure));
      return FALSE;
    }

  if (length > 0)
    g_byte_array_append (file->buffer, data, length);
  return TRUE;
}

gboolean
jx_atomic_file_commit (JxAtomicFile *file, GError **error)
{
  int code;

  g_return_val_if_fail (file != NULL && !file->committed, FALSE);

  if (file->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (file->failure));
      return FALSE;
    }

  file->committed = TRUE;
  code = file->fd >= 0 ? replace (file) : write_stream (file);
  if (code != 0)
    {
      set_error (&file->failure, file->name, code);
      g_propagate_error (error, g_error_copy (file->failure));
      return FALSE;
    }

  return TRUE;
}

void
jx_atomic_file_free (JxAtomicFile *file)
{
  if (file == NULL)
    return;

  if (file->fd >= 0)
    close (file->fd);
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_clear_error (&file->failure);
  g_byte_array_unref (file->buffer);
  g_free (file->temporary);
  g_free (file->target);
  g_free (file->name);
  g_free (file);
}
