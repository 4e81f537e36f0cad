/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-form-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/jx-error.h"
#include "base/jx-place.h"
#include "form/jx-form-resources.h"

#define BUILT_IN "/io/github/jixiao/Jixiao/forms"

struct _JxFormSet
{
  GPtrArray *forms;
  GPtrArray *problems;
  GHashTable *repeated; /* form of projects → the form of a document that shows all of them by it */
};

static const JxForm *
find_id (const JxFormSet *set, const char *id)
{
  for (guint i = 0; i < set->forms->len; i++)
    {
      const JxForm *form = set->forms->pdata[i];

      if (g_str_equal (form->id, id))
        return form;
    }

  return NULL;
}

static void
add_form (JxFormSet *set, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *contents = NULL;
  g_autoptr (JxForm) form = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_load_contents (file, NULL, &contents, &length, NULL, &error))
    form = jx_form_parse (contents, length, path != NULL ? path : uri, &error);
  if (form == NULL)
    g_ptr_array_add (set->problems, g_strdup (error->message));
  else if (find_id (set, form->id) == NULL)
    g_ptr_array_add (set->forms, g_steal_pointer (&form));
}

/* The kind of item a USE hands on. */
static JxKind
get_used_kind (const JxForm *form, const JxFormNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->each != JX_N_KINDS)
      return node->each;

  return form->subject;
}

/* Whether @wanted is used by @node, straight or through others; @seen: forms already followed. */
static gboolean
reaches (const JxFormSet *set, const JxFormNode *node, const JxForm *wanted, GHashTable *seen)
{
  if (node->type == JX_NODE_USE)
    {
      const JxForm *used = find_id (set, node->use);

      return used == wanted
             || (used != NULL && g_hash_table_add (seen, (gpointer) used) && reaches (set, used->root, wanted, seen));
    }

  for (guint i = 0; i < node->children->len; i++)
    if (reaches (set, node->children->pdata[i], wanted, seen))
      return TRUE;

  return FALSE;
}

static gboolean
check_uses (const JxFormSet *set, const JxForm *form, const JxFormNode *node, GError **error)
{
  if (node->type == JX_NODE_USE)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      const JxForm *used = find_id (set, node->use);

      if (used == NULL)
        jx_error_set_at (error, JX_ERROR_NOT_FOUND, form->file, node->line,
                         _("there is no form “%s”; put it into the same folder or name another"), node->use);
      else if (used->subject != get_used_kind (form, node))
        jx_error_set_at (error, JX_ERROR_STRUCTURE, form->file, node->line,
                         _("the form “%s” is about another kind of item; name one about “%s”"),
                         node->use, jx_form_kind_name (get_used_kind (form, node)));
      else if (reaches (set, node, form, seen))
        jx_error_set_at (error, JX_ERROR_STRUCTURE, form->file, node->line,
                         _("the form “%s” uses this one in its turn; break the circle"), node->use);
      else
        return TRUE;
      return FALSE;
    }

  for (guint i = 0; i < node->children->len; i++)
    if (!check_uses (set, form, node->children->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* A form left out may be one another uses: until all that are left are sound. */
static void
leave_out_unsound (JxFormSet *set)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < set->forms->len; i++)
        {
          const JxForm *form = set->forms->pdata[i];
          g_autoptr (GError) error = NULL;

          if (check_uses (set, form, form->root, &error))
            continue;
          g_ptr_array_add (set->problems, g_strdup (error->message));
          g_ptr_array_remove_index (set->forms, i);
          again = TRUE;
          break;
        }
    }
}

/* What its description would be: <use form="ID" list="project" page-before="yes"/>. */
static JxForm *
make_repeated (const JxForm *form)
{
  JxForm *repeated = g_new0 (JxForm, 1);
  JxFormNode *use;

  repeated->file = g_strdup (form->file);
  repeated->id = g_strdup (form->id);
  repeated->title = g_strdup (form->title);
  repeated->subject = JX_KIND_DOCUMENT;
  repeated->page = form->page;
  repeated->styles = g_ptr_array_new ();
  repeated->root = jx_form_node_new (NULL, JX_NODE_FORM, 1);
  use = jx_form_node_new (repeated->root, JX_NODE_USE, 1);
  use->use = g_strdup (form->id);
  use->each = JX_KIND_PROJECT;
  use->page_before = TRUE;

  return repeated;
}

static void
make_all_repeated (JxFormSet *set)
{
  set->repeated = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < set->forms->len; i++)
    {
      JxForm *form = set->forms->pdata[i];

      if (form->subject == JX_KIND_PROJECT)
        g_hash_table_insert (set->repeated, form, make_repeated (form));
    }
}

static JxFormSet *
load (void)
{
  JxFormSet *set = g_new0 (JxFormSet, 1);
  g_autoptr (GPtrArray) uris = NULL;
  g_auto (GStrv) names = NULL;

  jx_form_resources_register_resource ();
  set->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_form_free);
  set->problems = g_ptr_array_new_with_free_func (g_free);

  uris = jx_place_list_data ("forms");
  for (guint i = 0; i < uris->len; i++)
    if (g_str_has_suffix (uris->pdata[i], ".xml"))
      add_form (set, uris->pdata[i]);

  /* A user's file that cannot be read hides the built-in one of its name, but must not take it away. */
  names = g_resources_enumerate_children (BUILT_IN, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (int i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *uri = g_strdup_printf ("resource://" BUILT_IN "/%s", names[i]);

      add_form (set, uri);
    }
  leave_out_unsound (set);
  make_all_repeated (set);

  return set;
}

JxFormSet *
jx_form_set_get_default (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) load ());

  return (JxFormSet *) once;
}

const JxForm *
jx_form_set_find (JxFormSet *set, const char *id, JxKind subject)
{
  const JxForm *first = NULL;

  g_return_val_if_fail (set != NULL, NULL);

  if (id != NULL)
    {
      const JxForm *form = find_id (set, id);

      return form != NULL && form->subject == subject ? form : NULL;
    }

  for (guint i = 0; i < set->forms->len; i++)
    {
      const JxForm *form = set->forms->pdata[i];

      if (form->subject != subject)
        continue;
      if (form->standard)
        return form;
      if (first == NULL)
        first = form;
    }

  return first;
}

const JxForm *
jx_form_set_get_repeated (JxFormSet *set, const JxForm *form)
{
  const JxForm *repeated;

  g_return_val_if_fail (set != NULL && form != NULL, form);

  repeated = g_hash_table_lookup (set->repeated, form);

  return repeated != NULL ? repeated : form;
}

const JxForm *
jx_form_set_find_overview (JxFormSet *set, const JxForm *form)
{
  g_return_val_if_fail (set != NULL && form != NULL, form);

  for (guint i = 0; i < form->root->children->len; i++)
    {
      const JxFormNode *node = form->root->children->pdata[i];

      if (node->type == JX_NODE_USE && node->each == JX_N_KINDS)
        {
          const JxForm *used = find_id (set, node->use);

          if (used != NULL)
            return used;
        }
    }

  return form;
}

GPtrArray *
jx_form_set_list (JxFormSet *set)
{
  g_return_val_if_fail (set != NULL, NULL);

  return set->forms;
}

GPtrArray *
jx_form_set_get_problems (JxFormSet *set)
{
  g_return_val_if_fail (set != NULL, NULL);

  return set->problems;
}
