/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-settings.h"

#include "base/jx-place.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) beside = NULL;
  g_autofree char *share = jx_place_dup_share_dir ();
  g_autofree char *folder = g_build_filename (share, "glib-2.0", "schemas", NULL);

  beside = g_settings_schema_source_new_from_directory (folder, system, FALSE, NULL);
  if (beside != NULL)
    return g_settings_schema_source_lookup (beside, JX_APPLICATION_ID, TRUE);

  return system != NULL ? g_settings_schema_source_lookup (system, JX_APPLICATION_ID, TRUE) : NULL;
}

GSettings *
jx_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      looked = TRUE;
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }

  return settings;
}
