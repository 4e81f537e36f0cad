/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-backup.h"

#include <gio/gio.h>

#include "app/jx-settings.h"
#include "base/jx-atomic-file.h"

char *
jx_backup_dup_path (const char *path, const char *folder)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *kept = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (path != NULL && folder != NULL, NULL);

  if (*folder == '\0')
    return g_strconcat (path, "~", NULL);

  /* Documents of one name from several folders must not take one another's place. */
  place = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  kept = g_strdup_printf ("%.8s-%s~", place, name);

  return g_build_filename (folder, kept, NULL);
}

char *
jx_backup_dup_place (const char *path)
{
  GSettings *settings = jx_settings_get ();
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (settings == NULL || !g_settings_get_boolean (settings, "backup"))
    return NULL;

  folder = g_settings_get_string (settings, "backup-folder");
  return jx_backup_dup_path (path, folder);
}

gboolean
jx_backup_copy (const char *path, const char *place, GError **error)
{
  g_autoptr (GFile) from = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JxAtomicFile) to = NULL;

  g_return_val_if_fail (path != NULL && place != NULL, FALSE);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  from = g_file_new_for_path (path);
  bytes = g_file_load_bytes (from, NULL, NULL, error);
  to = bytes != NULL ? jx_atomic_file_new (place, error) : NULL;
  if (to == NULL)
    return FALSE;

  jx_atomic_file_make_private (to);
  return jx_atomic_file_write (to, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error)
         && jx_atomic_file_commit (to, error);
}
