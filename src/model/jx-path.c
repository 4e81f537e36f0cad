/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-path.h"

#include <string.h>

/* From the document down to @item, itself included, the document's own item left out. */
static GPtrArray *
list_way (const JxItem *item)
{
  GPtrArray *way = g_ptr_array_new ();

  for (; item != NULL && jx_item_get_kind (item) != JX_KIND_DOCUMENT; item = jx_item_get_parent (item))
    g_ptr_array_insert (way, 0, (gpointer) item);

  return way;
}

static char *
spell (const JxItem *item, JxField field, gboolean for_user)
{
  g_autoptr (GPtrArray) way = list_way (item);
  GString *path = g_string_new (NULL);
  const char *separator = for_user ? " · " : "/";

  for (guint i = 0; i < way->len; i++)
    {
      const JxItem *step = g_ptr_array_index (way, i);
      JxKind kind = jx_item_get_kind (step);
      guint place = jx_item_get_index (step) + 1;

      g_string_append (path, i > 0 ? separator : "");
      if (for_user)
        g_string_append_printf (path, "%s %u", jx_kind_get_label (kind), place);
      else
        g_string_append_printf (path, "%s[%u]", jx_kind_get_xml_name (kind), place);
    }

  if (field != JX_FIELD_NONE)
    {
      g_string_append (path, path->len > 0 ? separator : "");
      g_string_append (path, for_user ? jx_field_get_label (field) : jx_field_get_info (field)->xml_name);
    }

  return g_string_free (path, FALSE);
}

/* `name[place]`: the child of @parent, or NULL. */
static JxItem *
resolve_child (JxItem *parent, const char *step)
{
  const char *bracket = strchr (step, '[');
  g_autofree char *name = NULL;
  const JxKind *kinds;
  guint n_kinds;
  guint64 place = 0;
  char *end = NULL;

  if (bracket == NULL || !g_ascii_isdigit (bracket[1]))
    return NULL;

  place = g_ascii_strtoull (bracket + 1, &end, 10);
  if (strcmp (end, "]") != 0 || place == 0 || place > G_MAXUINT)
    return NULL;

  name = g_strndup (step, bracket - step);
  kinds = jx_kind_get_child_kinds (jx_item_get_kind (parent), &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (strcmp (jx_kind_get_xml_name (kinds[i]), name) == 0)
      return jx_item_child (parent, kinds[i], place - 1);

  return NULL;
}

char *
jx_path_to_string (const JxItem *item, JxField field)
{
  g_return_val_if_fail (item != NULL, NULL);

  return spell (item, field, FALSE);
}

char *
jx_path_to_label (const JxItem *item, JxField field)
{
  g_return_val_if_fail (item != NULL, NULL);

  return spell (item, field, TRUE);
}

JxItem *
jx_path_resolve (JxDocument *document, const char *path, JxField *field)
{
  g_auto (GStrv) steps = NULL;
  JxItem *item = NULL;
  JxField found = JX_FIELD_NONE;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  item = jx_document_get_root (document);
  steps = g_strsplit (path, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      JxItem *child = resolve_child (item, steps[i]);

      if (child != NULL)
        {
          item = child;
          continue;
        }
      found = jx_field_find (jx_item_get_kind (item), steps[i]);
      if (found == JX_FIELD_NONE || steps[i + 1] != NULL)
        return NULL;
    }

  if (field != NULL)
    *field = found;
  return item;
}
