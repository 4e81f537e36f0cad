/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "paper/jx-font.h"
#include "paper/jx-paper-resources.h"

#define FONTS_PATH "/io/github/jixiao/Jixiao/paper/fonts.ini"
#define STANDARD_ROLE "song"

struct _JxFontSet
{
  PangoContext *context;
  GKeyFile *lists;
  GHashTable *installed;    /* folded family name → the name as installed */
  GHashTable *told;         /* roles whose substitution is among these */
  GPtrArray *substitutions; /* (element-type utf8): wanted face and what stands for it */
};

static GHashTable *
list_installed (PangoFontMap *map)
{
  GHashTable *installed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree PangoFontFamily **families = NULL;
  int n_families = 0;

  pango_font_map_list_families (map, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);

      g_hash_table_insert (installed, g_utf8_casefold (name, -1), g_strdup (name));
    }

  return installed;
}

/* Appends those of the list @key that are installed to the comma-separated @families. Returns: how many. */
static guint
append_installed (JxFontSet *set, const char *role, const char *key, GString *families)
{
  g_auto (GStrv) names = g_key_file_get_string_list (set->lists, role, key, NULL, NULL);
  guint found = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (names[i], -1);
      const char *name = g_hash_table_lookup (set->installed, folded);

      if (name == NULL)
        continue;

      g_string_append_printf (families, "%s%s", families->len > 0 ? "," : "", name);
      found++;
    }

  return found;
}

/* What is taken for good: a generic name is nobody's face. */
static char *
dup_taken (JxFontSet *set, const PangoFontDescription *description)
{
  g_autoptr (PangoFont) font = pango_context_load_font (set->context, description);
  PangoFontDescription *found = font != NULL ? pango_font_describe (font) : NULL;
  char *family = g_strdup (pango_font_description_get_family (found != NULL ? found : description));

  g_clear_pointer (&found, pango_font_description_free);

  return family;
}

static void
add_substitution (JxFontSet *set, const char *role, const PangoFontDescription *description)
{
  g_auto (GStrv) wanted = g_key_file_get_string_list (set->lists, role, "families", NULL, NULL);
  g_autofree char *taken = NULL;

  if (!g_hash_table_add (set->told, g_strdup (role)))
    return;

  taken = dup_taken (set, description);
  /* Translators: a type face that is not installed, and the one that stands for it. */
  g_ptr_array_add (set->substitutions, g_strdup_printf (_("%s (%s instead)"), wanted[0], taken));
}

JxFontSet *
jx_font_set_new (PangoFontMap *map)
{
  g_autoptr (JxFontSet) set = g_new0 (JxFontSet, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PANGO_IS_FONT_MAP (map), NULL);

  set->lists = g_key_file_new ();
  bytes = g_resource_lookup_data (jx_paper_resources_get_resource (), FONTS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_key_file_load_from_bytes (set->lists, bytes, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  set->installed = list_installed (map);
  set->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set->substitutions = g_ptr_array_new_with_free_func (g_free);
  set->context = pango_font_map_create_context (map);

  return g_steal_pointer (&set);
}

PangoFontDescription *
jx_font_set_describe (JxFontSet *set, const char *role, gboolean bold)
{
  PangoFontDescription *description;
  g_autoptr (GString) families = NULL;
  g_autofree char *generic = NULL;
  gboolean itself;

  g_return_val_if_fail (set != NULL, NULL);

  if (role == NULL || !g_key_file_has_group (set->lists, role))
    role = STANDARD_ROLE;

  families = g_string_new (NULL);
  itself = append_installed (set, role, "families", families) > 0;
  append_installed (set, role, "instead", families);
  generic = g_key_file_get_string (set->lists, role, "generic", NULL);
  if (families->len == 0)
    g_string_append (families, generic);

  if (!itself)
    bold = bold || g_key_file_get_boolean (set->lists, role, "heavy", NULL);

  description = pango_font_description_new ();
  pango_font_description_set_family (description, families->str);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  if (!itself)
    add_substitution (set, role, description);

  return description;
}

char *
jx_font_set_dup_substitutions (JxFontSet *set)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_val_if_fail (set != NULL, NULL);

  if (set->substitutions->len == 0)
    return NULL;

  for (guint i = 0; i < set->substitutions->len; i++)
    /* Translators: between the names of type faces. */
    g_string_append_printf (list, "%s%s", i > 0 ? _(", ") : "", (const char *) g_ptr_array_index (set->substitutions, i));

  return g_strdup_printf (_("Type faces that are not installed: %s"), list->str);
}

void
jx_font_set_free (JxFontSet *set)
{
  if (set == NULL)
    return;

  g_object_unref (set->context);
  g_key_file_free (set->lists);
  g_clear_pointer (&set->installed, g_hash_table_unref);
  g_clear_pointer (&set->told, g_hash_table_unref);
  g_clear_pointer (&set->substitutions, g_ptr_array_unref);
  g_free (set);
}
