/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-place.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#define RESOURCE_ROOT "/io/github/jixiao/Jixiao"

char *
jx_place_dup_share_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (program);
      g_autofree char *folder_name = g_path_get_basename (folder);
      g_autofree char *prefix = g_path_get_dirname (folder);
      g_autofree char *share = g_build_filename (prefix, "share", NULL);

      if (strcmp (folder_name, "bin") == 0 && g_file_test (share, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&share);
    }

  return g_strdup (JX_SHARE_DIR);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Adds the files of @folder to @uris, in name order; @seen holds the names that are taken. */
static void
list_folder (const char *folder, GPtrArray *uris, GHashTable *seen)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* Neither hidden files nor what an editor keeps of an older version. */
      if (*name != '.' && !g_str_has_suffix (name, "~") && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      const char *file_name = names->pdata[i];
      g_autofree char *path = g_canonicalize_filename (file_name, folder);

      if (g_hash_table_add (seen, g_strdup (file_name)))
        g_ptr_array_add (uris, g_filename_to_uri (path, NULL, NULL));
    }
}

static void
list_built_in (const char *room, GPtrArray *uris, GHashTable *seen)
{
  g_autofree char *folder = g_strdup_printf (RESOURCE_ROOT "/%s", room);
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize n_names = names != NULL ? g_strv_length (names) : 0;

  if (n_names == 0)
    return;
  qsort (names, n_names, sizeof names[0], compare_names);

  for (gsize i = 0; i < n_names; i++)
    if (!g_str_has_suffix (names[i], "/") && g_hash_table_add (seen, g_strdup (names[i])))
      g_ptr_array_add (uris, g_strdup_printf ("resource://%s/%s", folder, names[i]));
}

GPtrArray *
jx_place_list_data (const char *room)
{
  g_autofree char *share = jx_place_dup_share_dir ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  GPtrArray *uris = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (room != NULL, uris);

  g_ptr_array_add (roots, (gpointer) g_get_user_data_dir ());
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    g_ptr_array_add (roots, (gpointer) *dir);
  g_ptr_array_add (roots, share);

  for (guint i = 0; i < roots->len; i++)
    {
      g_autofree char *place = g_build_filename (roots->pdata[i], "jixiao", room, NULL);
      char *folder = g_canonicalize_filename (place, "/");

      /* The installed share folder is often one of the system's: read each once. */
      if (g_hash_table_add (folders, folder))
        list_folder (folder, uris, seen);
    }
  list_built_in (room, uris, seen);

  return uris;
}

void
jx_place_init_text (void)
{
  g_autofree char *share = jx_place_dup_share_dir ();
  g_autofree char *catalogues = g_build_filename (share, "locale", NULL);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
