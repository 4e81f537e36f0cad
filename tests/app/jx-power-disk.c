/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-power-disk.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

int
jx_power_disk_hold (const char *disk)
{
  g_autofree char *path = g_build_filename (disk, "lock", NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);

  return fd;
}

void
jx_power_disk_let_go (int hold)
{
  close (hold);
}

/* Returns: (transfer full): as jx-power.c names it. */
static char *
dup_id (const char *folder)
{
  struct statx is = { 0 };

  g_assert_cmpint (statx (AT_FDCWD, folder, 0, STATX_INO | STATX_BTIME, &is), ==, 0);

  return g_strdup_printf ("d%" G_GUINT64_FORMAT "-%" G_GINT64_FORMAT "-%u", (guint64) is.stx_ino, (gint64) is.stx_btime.tv_sec, is.stx_btime.tv_nsec);
}

/* A file of which only the name was forced to the disk is empty, and so is such a folder. */
static void
read_thing (const char *disk, const char *id, const char *target)
{
  g_autofree char *path = g_build_filename (disk, id, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    contents = g_strdup ("");
  if (id[0] == 'f')
    {
      g_assert_true (g_file_set_contents (target, contents, (gssize) length, NULL));
      return;
    }

  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *name = strchr (lines[i], ' ') + 1;
      g_autofree char *inside = g_build_filename (target, name, NULL);

      name[-1] = '\0';
      read_thing (disk, lines[i], inside);
    }
}

void
jx_power_disk_read (const char *disk, const char *root, const char *target)
{
  g_autofree char *id = dup_id (root);

  read_thing (disk, id, target);
}
