/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without libFuzzer: every file of a folder once, a test each.
 * Usage: fuzz-NAME FOLDER */
#include "jx-fuzz.h"
#include "jx-test.h"

static void
test_input (gconstpointer path)
{
  gsize length;
  g_autofree char *data = jx_test_read (path, &length);

  LLVMFuzzerTestOneInput ((const guint8 *) data, length);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  g_autofree char *target = NULL;
  const char *name;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);

  LLVMFuzzerInitialize (&argc, &argv);
  target = g_path_get_basename (argv[1]);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz/", target, "/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (argv[1], name, NULL), test_input, g_free);
    }

  return g_test_run ();
}
