/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before a program it keeps in the folder JX_POWER_DISK what a disk would have of the folder
 * JX_POWER_ROOT if the power went now: of files what was forced to the disk, and of folders the names that
 * were, or, with JX_POWER_EAGER, all names at once, for file systems do either. jx-power-disk.c reads it.
 *
 * A file is "f" and its number, a folder "d" and its number, in which each line is a name's kind, number
 * and name. Who locks the file "lock" finds them whole. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* Numbers are used again; with the moment of its birth each is one of its kind. */
static void
write_id (int folder, const char *name, char *id, size_t size)
{
  struct statx is = { 0 };

  statx (folder, name, *name == '\0' ? AT_EMPTY_PATH : AT_SYMLINK_NOFOLLOW, STATX_INO | STATX_BTIME | STATX_TYPE, &is);
  snprintf (id, size, "%c%llu-%lld-%u", S_ISDIR (is.stx_mode) ? 'd' : 'f', (unsigned long long) is.stx_ino,
            (long long) is.stx_btime.tv_sec, is.stx_btime.tv_nsec);
}

static int
open_on_disk (const char *name, int flags)
{
  char path[PATH_MAX];

  snprintf (path, sizeof path, "%s/%s", getenv ("JX_POWER_DISK"), name);
  return REAL (open) (path, flags | O_CLOEXEC, 0600);
}

static void
keep_file (int fd)
{
  char id[128], path[64], buffer[65536];
  int from, to;
  ssize_t length;

  write_id (fd, "", id, sizeof id);
  snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  from = REAL (open) (path, O_RDONLY | O_CLOEXEC);
  to = open_on_disk (id, O_WRONLY | O_CREAT | O_TRUNC);
  while ((length = read (from, buffer, sizeof buffer)) > 0)
    if (write (to, buffer, (size_t) length) != length)
      abort ();
  close (from);
  close (to);
}

static void
keep_folder (const char *path)
{
  DIR *folder = opendir (path);
  struct dirent *entry;
  char id[128];
  int to;

  if (folder == NULL)
    return;

  write_id (dirfd (folder), "", id, sizeof id);
  to = open_on_disk (id, O_WRONLY | O_CREAT | O_TRUNC);
  while ((entry = readdir (folder)) != NULL)
    {
      if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0)
        continue;
      write_id (dirfd (folder), entry->d_name, id, sizeof id);
      dprintf (to, "%s %s\n", id, entry->d_name);
    }
  close (to);
  closedir (folder);
}

static int
is_within (const char *path)
{
  const char *root = getenv ("JX_POWER_ROOT");

  return root != NULL && strncmp (path, root, strlen (root)) == 0;
}

/* A folder is not looked at while names in it come and go. Returns: for let_go(); -1 for what is elsewhere. */
static int
hold (const char *path)
{
  int lock = is_within (path) ? open_on_disk ("lock", O_RDWR | O_CREAT) : -1;

  if (lock >= 0)
    flock (lock, LOCK_EX);

  return lock;
}

static void
let_go (int lock)
{
  int code = errno;

  if (lock >= 0)
    close (lock);
  errno = code;
}

/* A name came or went. */
static void
keep_name (const char *path)
{
  char folder[PATH_MAX];
  int code = errno;

  if (getenv ("JX_POWER_EAGER") == NULL || !is_within (path))
    return;

  snprintf (folder, sizeof folder, "%s", path);
  *strrchr (folder, '/') = '\0';
  keep_folder (folder);
  errno = code;
}

int
fsync (int fd)
{
  char link[64], path[PATH_MAX] = "";
  struct stat is;
  int lock, result;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  if (readlink (link, path, sizeof path - 1) < 0 || !is_within (path) || fstat (fd, &is) != 0)
    return REAL (fsync) (fd);

  lock = hold (path);
  result = REAL (fsync) (fd);
  if (result == 0 && S_ISDIR (is.st_mode))
    keep_folder (path);
  else if (result == 0)
    keep_file (fd);
  let_go (lock);

  return result;
}

int
mkdir (const char *path, mode_t mode)
{
  int lock = hold (path);
  int result = REAL (mkdir) (path, mode);

  keep_name (path);
  let_go (lock);
  return result;
}

int
rmdir (const char *path)
{
  int lock = hold (path);
  int result = REAL (rmdir) (path);

  keep_name (path);
  let_go (lock);
  return result;
}

int
unlink (const char *path)
{
  int lock = hold (path);
  int result = REAL (unlink) (path);

  keep_name (path);
  let_go (lock);
  return result;
}

int
rename (const char *from, const char *to)
{
  int lock = hold (to);
  int result = REAL (rename) (from, to);

  keep_name (from);
  keep_name (to);
  let_go (lock);
  return result;
}

int
linkat (int from_folder, const char *from, int to_folder, const char *to, int flags)
{
  int lock = hold (to);
  int result = REAL (linkat) (from_folder, from, to_folder, to, flags);

  keep_name (to);
  let_go (lock);
  return result;
}
