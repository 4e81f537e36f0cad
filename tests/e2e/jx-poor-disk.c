/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before a program it makes of the folder JX_POOR_DISK a disk that is full, or locked, for as long
 * as the file JX_POOR_DISK_IS says so: "full" or "locked". Root, too, can be refused so. */
#undef _FILE_OFFSET_BITS /* with it open is open64, and both are opened by */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static int
disk_is (const char *word, const char *path)
{
  const char *disk = getenv ("JX_POOR_DISK"), *state = getenv ("JX_POOR_DISK_IS");
  char buffer[16] = "";
  int code = errno, fd;

  if (disk == NULL || state == NULL || strncmp (path, disk, strlen (disk)) != 0)
    return 0;

  fd = REAL (open) (state, O_RDONLY | O_CLOEXEC);
  if (fd >= 0)
    {
      if (read (fd, buffer, sizeof buffer - 1) < 0)
        abort ();
      close (fd);
    }
  errno = code;

  return strcmp (buffer, word) == 0;
}

static int
is_refused (const char *path, int flags)
{
  int refused = (flags & O_ACCMODE) != O_RDONLY && disk_is ("locked", path);

  if (refused)
    errno = EROFS;

  return refused;
}

/* A file without a name is called after its folder too. */
ssize_t
write (int fd, const void *data, size_t length)
{
  char link[64], path[PATH_MAX] = "";

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  if (readlink (link, path, sizeof path - 1) > 0 && disk_is ("full", path))
    {
      errno = ENOSPC;
      return -1;
    }

  return REAL (write) (fd, data, length);
}

#define DEFINE_OPEN(name) \
  int name (const char *path, int flags, ...) \
  { \
    va_list list; \
    mode_t mode; \
    va_start (list, flags); \
    mode = va_arg (list, mode_t); \
    va_end (list); \
    return is_refused (path, flags) ? -1 : REAL (name) (path, flags, mode); \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)

int
access (const char *path, int mode)
{
  return (mode & W_OK) != 0 && is_refused (path, O_WRONLY) ? -1 : REAL (access) (path, mode);
}

int
rename (const char *from, const char *to)
{
  return is_refused (to, O_WRONLY) ? -1 : REAL (rename) (from, to);
}
