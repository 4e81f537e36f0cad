/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "jx-test.h"

/* That they outlast the power is seen where drafts are (tests/app/test-draft-kill.c). */

static void
test_make (void)
{
  g_autofree char *root = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char *above = g_build_filename (root, "a", NULL);
  g_autofree char *folder = g_build_filename (above, "b", "c", NULL);
  struct stat is;

  g_assert_cmpint (jx_folder_make (folder), ==, 0);
  g_assert_cmpint (stat (folder, &is), ==, 0);
  g_assert_true (S_ISDIR (is.st_mode));
  g_assert_cmpint (is.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (above, &is), ==, 0);
  g_assert_cmpint (is.st_mode & 0777, ==, 0700);

  /* It is there already. */
  g_assert_cmpint (jx_folder_make (folder), ==, 0);
  jx_folder_force (folder);
  jx_test_remove (root);
}

static void
test_file_in_the_way (void)
{
  g_autofree char *root = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (root, "a", NULL);
  g_autofree char *below = g_build_filename (file, "b", NULL);

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  g_assert_cmpint (jx_folder_make (file), ==, EEXIST);
  g_assert_cmpint (jx_folder_make (below), ==, ENOTDIR);
  jx_folder_force (below);
  jx_test_remove (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folder/make", test_make);
  g_test_add_func ("/folder/file-in-the-way", test_file_in_the_way);

  return g_test_run ();
}
