/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-test.h"

#include <gio/gio.h>

char *
jx_test_source (const char *name)
{
  const char *root = g_getenv ("JX_SOURCE_ROOT");

  g_assert_nonnull (root);

  return g_build_filename (root, name, NULL);
}

char *
jx_test_shared (const char *name)
{
  g_autofree char *folder = jx_test_source ("../shared");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_message ("SKIPPED: the real documents are not beside this checkout (%s)", path);
  g_test_skip ("the real documents are not beside this checkout");
  return NULL;
}

char *
jx_test_read (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

/* A link goes, what it leads to stays. */
static void
remove_all (GFile *file)
{
  gboolean is_folder = g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_DIRECTORY;
  g_autoptr (GFileEnumerator) entries =
    is_folder ? g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL) : NULL;
  GFile *child = NULL;

  while (entries != NULL && g_file_enumerator_iterate (entries, NULL, &child, NULL, NULL) && child != NULL)
    remove_all (child);
  g_file_delete (file, NULL, NULL);
}

void
jx_test_remove (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  remove_all (file);
}
