/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-library-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/jx-error.h"

/* A key file: the group “library” says its version, each other group is an entry. */

#define HEAD "library"
#define VERSION 1
#define VALUE_PREFIX "value-"

static char *
get_text (GKeyFile *file, const char *group, const char *key)
{
  char *text = g_key_file_get_string (file, group, key, NULL);

  return text ? text : g_strdup ("");
}

static void
read_values (GKeyFile *file, const char *group, JxLibraryRecord *record)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (char **key = keys; key && *key; key++)
    if (g_str_has_prefix (*key, VALUE_PREFIX))
      {
        g_autofree char *text = get_text (file, group, *key);
        int year = atoi (*key + strlen (VALUE_PREFIX));

        if (text[0] && year >= 0 && year < 10000)
          jx_library_record_set_value (record, year, text);
      }
}

static void
read_entry (GKeyFile *file, const char *group, JxLibrary *library)
{
  g_autofree char *level1 = get_text (file, group, "level1"), *level2 = get_text (file, group, "level2"),
                  *level3 = get_text (file, group, "level3"), *description = get_text (file, group, "description"),
                  *basis = get_text (file, group, "basis");
  JxLibraryRecord *record;

  if (level3[0] == '\0')
    return;

  record = jx_library_ensure_record (library, level2, level3);
  jx_library_replace (&record->entry.level1, level1);
  jx_library_replace (&record->entry.description, description);
  jx_library_replace (&record->entry.basis, basis);
  record->entry.year = CLAMP (g_key_file_get_integer (file, group, "year", NULL), 0, 9999);
  record->entry.marked = g_key_file_get_boolean (file, group, "marked", NULL);
  /* The file begins with those used last. */
  record->used = --library->clock;
  read_values (file, group, record);
}

JxLibrary *
jx_library_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (JxLibrary) library = jx_library_new ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_data (file, data, length, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, HEAD))
    {
      g_set_error (error, JX_ERROR, JX_ERROR_SYNTAX, _("This is not an indicator library"));
      return NULL;
    }
  if (g_key_file_get_integer (file, HEAD, "version", NULL) != VERSION)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_UNSUPPORTED, _("The indicator library was written by a later version of this program"));
      return NULL;
    }

  groups = g_key_file_get_groups (file, NULL);
  library->clock = G_MAXINT64;
  for (char **group = groups; *group; group++)
    if (!g_str_equal (*group, HEAD))
      read_entry (file, *group, library);
  library->clock = G_MAXINT64;
  jx_library_bound (library, 0);

  return g_steal_pointer (&library);
}

static void
set_text (GKeyFile *file, const char *group, const char *key, const char *text)
{
  if (text[0])
    g_key_file_set_string (file, group, key, text);
}

char *
jx_library_to_data (const JxLibrary *library, gsize *length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (library != NULL, NULL);

  g_key_file_set_integer (file, HEAD, "version", VERSION);
  list = jx_library_list_records (library);
  for (guint i = 0; i < list->len; i++)
    {
      const JxLibraryRecord *record = list->pdata[i];
      g_autofree char *group = g_strdup_printf ("indicator %u", i + 1);

      set_text (file, group, "level1", record->entry.level1);
      set_text (file, group, "level2", record->entry.level2);
      set_text (file, group, "level3", record->entry.level3);
      set_text (file, group, "description", record->entry.description);
      set_text (file, group, "basis", record->entry.basis);
      if (record->entry.year)
        g_key_file_set_integer (file, group, "year", record->entry.year);
      if (record->entry.marked)
        g_key_file_set_boolean (file, group, "marked", TRUE);
      for (guint v = 0; v < record->n_values; v++)
        {
          g_autofree char *key = g_strdup_printf (VALUE_PREFIX "%d", record->values[v].year);

          set_text (file, group, key, record->values[v].text);
        }
    }

  return g_key_file_to_data (file, length, NULL);
}
