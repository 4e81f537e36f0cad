/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jx-cli-inputs.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/jx-error.h"

#define OPEN_NOTE "~$"

static void
input_free (gpointer data)
{
  JxCliInput *input = data;

  g_free (input->path);
  g_free (input);
}

static void
add (GPtrArray *inputs, char *path, gboolean in_folder)
{
  JxCliInput *input = g_new0 (JxCliInput, 1);

  input->path = path;
  input->in_folder = in_folder;
  g_ptr_array_add (inputs, input);
}

static gboolean
is_same (const char *path, const char *other)
{
  g_autofree char *one = g_canonicalize_filename (path, NULL);
  g_autofree char *two = other != NULL ? g_canonicalize_filename (other, NULL) : NULL;

  return g_strcmp0 (one, two) == 0;
}

/* "2.docx" before "10.docx". */
static int
compare_cb (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_filename_display_basename (*(char * const *) a);
  g_autofree char *two = g_filename_display_basename (*(char * const *) b);
  g_autofree char *one_key = g_utf8_collate_key_for_filename (one, -1);
  g_autofree char *two_key = g_utf8_collate_key_for_filename (two, -1);

  return strcmp (one_key, two_key);
}

static GPtrArray *
list_folder (const char *folder, const char *output, const char *report_path, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name != '.' && !g_str_has_prefix (name, OPEN_NOTE) && g_file_test (path, G_FILE_TEST_IS_REGULAR)
          && !is_same (path, output) && !is_same (path, report_path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_sort (paths, compare_cb);

  return g_steal_pointer (&paths);
}

static gboolean
add_folder (GPtrArray *inputs, const char *folder, const char *output, const char *report_path, GError **error)
{
  g_autoptr (GPtrArray) paths = list_folder (folder, output, report_path, error);

  if (paths == NULL)
    return FALSE;
  if (paths->len == 0)
    {
      jx_error_set_at (error, JX_ERROR_NOT_FOUND, folder, 0, _("There is no file in this folder; name another"));
      return FALSE;
    }

  for (guint i = 0; i < paths->len; i++)
    add (inputs, g_strdup (paths->pdata[i]), TRUE);

  return TRUE;
}

GPtrArray *
jx_cli_list_inputs (char **words, const char *output, const char *report_path, GError **error)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (input_free);

  g_return_val_if_fail (words != NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_file_test (words[i], G_FILE_TEST_IS_DIR))
      add (inputs, g_strdup (words[i]), FALSE);
    else if (!add_folder (inputs, words[i], output, report_path, error))
      return NULL;

  return g_steal_pointer (&inputs);
}
