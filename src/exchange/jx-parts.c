/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-parts.h"

#include <string.h>

#include "exchange/jx-sax.h"

typedef struct
{
  const JxZip *zip;
  char *folder; /* with its slash */
  const char *role;
  char *found;
  GHashTable *all; /* (nullable): by their names, whatever their roles */
} Search;

static char *
dup_folder (const char *part)
{
  const char *slash = strrchr (part, '/');

  return g_strndup (part, slash != NULL ? (gsize) (slash + 1 - part) : 0);
}

static gboolean
has_role (const char *type, const char *role)
{
  const char *last = type != NULL ? strrchr (type, '/') : NULL;

  return last != NULL && strcmp (last + 1, role) == 0;
}

static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *path = *target == '/' ? g_strdup (target) : g_strconcat ("/", folder, target, NULL);
  g_autofree char *plain = g_canonicalize_filename (path, "/");

  return g_strdup (plain + 1);
}

static void
start_cb (JxSax *sax, int element, gpointer user_data)
{
  Search *search = user_data;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *path = NULL;

  if (element < 0 || search->found != NULL || jx_sax_is (sax, "TargetMode", "External"))
    return;

  type = jx_sax_dup (sax, "Type");
  target = jx_sax_dup (sax, "Target");
  if (target == NULL || *target == '\0' || (search->all == NULL && !has_role (type, search->role)))
    return;

  path = resolve (search->folder, target);
  if (!jx_zip_has (search->zip, path))
    return;
  if (search->all == NULL)
    search->found = g_steal_pointer (&path);
  else
    {
      char *id = jx_sax_dup (sax, "Id");

      g_hash_table_replace (search->all, id != NULL ? id : g_strdup (""), g_steal_pointer (&path));
    }
}

static void
end_cb (JxSax *sax, int element, gpointer user_data)
{
}

static void
text_cb (JxSax *sax, const char *text, gsize length, gpointer user_data)
{
}

static gboolean
look (JxZip *zip, const char *part, Search *search, GError **error)
{
  static const char * const names[] = { "rel:Relationship", NULL };
  static const JxSaxHandler handler = { names, start_cb, end_cb, text_cb };
  g_autofree char *folder = dup_folder (part);
  g_autofree char *relations = g_strconcat (folder, "_rels/", part + strlen (folder), ".rels", NULL);

  search->zip = zip;
  search->folder = folder;

  return !jx_zip_has (zip, relations) || jx_sax_read (zip, relations, &handler, search, error);
}

gboolean
jx_parts_find (JxZip *zip, const char *part, const char *role, char **found, GError **error)
{
  Search search = { .role = role };

  *found = NULL;
  if (!look (zip, part, &search, error))
    {
      g_free (search.found);
      return FALSE;
    }

  *found = search.found;
  return TRUE;
}

GHashTable *
jx_parts_list (JxZip *zip, const char *part, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Search search = { .all = all };

  return look (zip, part, &search, error) ? g_steal_pointer (&all) : NULL;
}
