/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-place.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
put (const char *root, const char *name)
{
  g_autofree char *folder = g_build_filename (root, "jixiao", "forms", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, root, -1, NULL));
}

static char *
read_uri (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

static void
test_hiding (void)
{
  const char *user = g_get_user_data_dir ();
  const char *system = g_get_system_data_dirs ()[0];
  g_autoptr (GPtrArray) uris = NULL;
  static const struct
  {
    const char *name;
    gboolean of_user;
  } expected[] = { { "b.xml", TRUE }, { "云溪 镇.xml", TRUE }, { "a.xml", FALSE }, { "c.xml", FALSE } };

  put (system, "c.xml");
  put (system, "b.xml");
  put (system, "a.xml");
  put (user, "b.xml");
  put (user, "云溪 镇.xml");
  put (user, ".hidden.xml");
  put (user, "b.xml~");

  uris = jx_place_list_data ("forms");
  g_assert_cmpuint (uris->len, >=, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris->pdata[i]);
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *contents = read_uri (uris->pdata[i]);

      g_assert_cmpstr (name, ==, expected[i].name);
      g_assert_cmpstr (contents, ==, expected[i].of_user ? user : system);
    }
}

static void
test_absent (void)
{
  g_autoptr (GPtrArray) uris = jx_place_list_data ("no-such-room");

  g_assert_cmpuint (uris->len, ==, 0);
}

/* The tests do not lie in a folder `bin`, so the configured place counts. */
static void
test_share_dir (void)
{
  g_autofree char *share = jx_place_dup_share_dir ();

  g_assert_cmpstr (share, ==, JX_SHARE_DIR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/place/hiding", test_hiding);
  g_test_add_func ("/place/absent", test_absent);
  g_test_add_func ("/place/share-dir", test_share_dir);

  return g_test_run ();
}
