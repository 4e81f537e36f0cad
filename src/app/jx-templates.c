/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-templates.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gio/gio.h>
#include <string.h>

#include "base/jx-folder.h"
#include "base/jx-place.h"
#include "model/jx-item-build.h"
#include "model/jx-take-over.h"
#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

/* Of a file's name, of which there may be 255 bytes. */
#define MAX_CHARS 50

static void
append_projects (JxDocument *all, const char *path)
{
  g_autoptr (JxDocument) document = jx_xml_read_file (path, NULL);
  JxItem *root = document != NULL ? jx_document_get_root (document) : NULL;

  for (guint i = 0; root != NULL && i < jx_item_count (root, JX_KIND_PROJECT); i++)
    jx_item_append (jx_document_get_root (all), jx_item_copy (all, jx_item_child (root, JX_KIND_PROJECT, i)));
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of their names, so that the list is the same each time. */
static void
append_folder (JxDocument *all, const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".jixiao"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    append_projects (all, g_ptr_array_index (paths, i));
}

/* What no file can be called gets a name nobody else's template has. */
static char *
dup_file_name (const JxItem *project)
{
  const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME) != NULL ? jx_item_get (project, JX_FIELD_PROJECT_NAME) : _("Unnamed project");
  g_autofree char *fitting = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_CHARS));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  g_strdelimit (fitting, "/\n", '_');

  return g_str_equal (fitting, name) ? g_strconcat (name, ".jixiao", NULL) : g_strdup_printf ("%s-%.8s.jixiao", fitting, sum);
}

static char *
dup_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "jixiao", "templates", NULL);
}

JxDocument *
jx_templates_read (void)
{
  g_autoptr (JxDocument) all = jx_document_new ();
  g_autofree char *own = dup_own_folder ();
  g_autofree char *share = jx_place_dup_share_dir ();
  g_autofree char *shipped = g_build_filename (share, "jixiao", "templates", NULL);

  append_folder (all, own);
  append_folder (all, shipped);
  jx_document_finish_building (all);

  return g_steal_pointer (&all);
}

gboolean
jx_templates_keep (const JxItem *project, GError **error)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autofree char *folder = dup_own_folder ();
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (project != NULL && jx_item_get_kind (project) == JX_KIND_PROJECT, FALSE);

  name = dup_file_name (project);
  path = g_build_filename (folder, name, NULL);
  jx_item_append (jx_document_get_root (document), jx_take_over_project (document, project, 0));
  jx_document_finish_building (document);
  jx_folder_make (folder);

  return jx_xml_save (document, path, error);
}
