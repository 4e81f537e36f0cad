/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

void
jx_folder_force (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

int
jx_folder_make (const char *folder)
{
  g_autofree char *above = g_path_get_dirname (folder);
  int code = 0;

  if (g_mkdir (folder, 0700) == 0)
    {
      jx_folder_force (above);
      return 0;
    }

  code = errno;
  if (code == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return 0;
  if (code != ENOENT || g_str_equal (above, folder))
    return code;

  code = jx_folder_make (above);
  return code == 0 ? jx_folder_make (folder) : code;
}
