/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-join.h"

#include <glib/gi18n-lib.h>

#include "base/jx-fold.h"
#include "model/jx-item-build.h"
#include "model/jx-merge.h"
#include "model/jx-path.h"

/* A project that stays, and the forms and lists it was told in so far. */
typedef struct
{
  JxItem *item;
  GPtrArray *origins;
} Known;

typedef struct
{
  JxTaker *taker;
  JxDocument *copies; /* of what is joined to another */
  GHashTable *known;  /* key → (element-type Known) */
  GPtrArray *all;     /* (element-type Known) */
  JxEdit *group;
  GPtrArray *merges;  /* (element-type JxMerge) */
  guint *places;      /* by place before: the place afterwards */
} Join;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_ptr_array_unref (known->origins);
  g_free (known);
}

static char *
dup_key (const JxItem *project, JxField field)
{
  const char *value = jx_item_get (project, field);
  g_autofree char *folded = value != NULL ? jx_fold (value) : NULL;

  return folded != NULL && *folded != '\0' ? g_strdup_printf ("%d %s", field, folded) : NULL;
}

static gboolean
has_code (const JxItem *project)
{
  return jx_item_get (project, JX_FIELD_PROJECT_CODE) != NULL;
}

/* By code; by name only where one of the two has no code. */
static Known *
find_known (const Join *join, const JxItem *project, const char *code, const char *name)
{
  Known *known = code != NULL ? g_hash_table_lookup (join->known, code) : NULL;

  if (known != NULL || name == NULL)
    return known;
  known = g_hash_table_lookup (join->known, name);

  return known != NULL && has_code (known->item) && has_code (project) ? NULL : known;
}

static void
remember (Join *join, JxItem *project, gpointer origin, char *code, char *name)
{
  Known *known = g_new0 (Known, 1);

  known->item = project;
  known->origins = g_ptr_array_new ();
  g_ptr_array_add (known->origins, origin);
  g_ptr_array_add (join->all, known);
  if (code != NULL && !g_hash_table_contains (join->known, code))
    g_hash_table_insert (join->known, g_strdup (code), known);
  if (name != NULL && !g_hash_table_contains (join->known, name))
    g_hash_table_insert (join->known, g_strdup (name), known);
}

static void
join_to (Join *join, Known *known, JxItem *project, gpointer origin)
{
  JxItem *copy = jx_item_copy (join->copies, project);
  JxMerge *merge;
  GArray *changes;

  jx_item_append (jx_document_get_root (join->copies), copy);
  merge = jx_merge_new (known->item, copy, NULL, JX_MERGE_WHOLE);
  changes = jx_merge_list (merge);
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, JxMergeChange, i).type == JX_DIFFERENCE_MOVED)
      g_array_index (changes, JxMergeChange, i).taken = FALSE;
  g_ptr_array_add (join->merges, merge);
  g_ptr_array_add (known->origins, origin);
  jx_edit_add (join->group, jx_merge_make_edit (merge));
  jx_edit_add (join->group, jx_edit_new_remove (project));
}

static void
tell (Join *join)
{
  for (guint m = 0; m < join->merges->len; m++)
    {
      GArray *changes = jx_merge_list (join->merges->pdata[m]);

      for (guint i = 0; i < changes->len; i++)
        {
          const JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);

          if (change->conflict && change->type == JX_DIFFERENCE_CHANGED)
            jx_taker_doubt (join->taker, change->mine, change->field, 0, change->theirs_value,
                            _("The file says something else of this project in another table; what stands first was kept"));
        }
    }
}

static void
visit_all (Join *join)
{
  JxItem *root = join->taker->root;
  guint n_removed = 0;

  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    {
      JxItem *project = jx_item_child (root, JX_KIND_PROJECT, i);
      gpointer origin = join->taker->origins->pdata[i];
      g_autofree char *code = dup_key (project, JX_FIELD_PROJECT_CODE);
      g_autofree char *name = dup_key (project, JX_FIELD_PROJECT_NAME);
      Known *known = find_known (join, project, code, name);

      if (known == NULL || g_ptr_array_find (known->origins, origin, NULL))
        {
          remember (join, project, origin, code, name);
          join->places[i] = i - n_removed;
          continue;
        }
      join_to (join, known, project, origin);
      join->places[i] = join->places[jx_item_get_index (known->item)];
      n_removed++;
    }
}

void
jx_recognise_join (JxTaker *taker)
{
  guint n = jx_item_count (taker->root, JX_KIND_PROJECT);
  g_autoptr (JxDocument) copies = jx_document_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (known_free);
  g_autoptr (GPtrArray) merges = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_merge_free);
  g_autoptr (JxEdit) group = jx_edit_new_group ();
  g_autofree guint *places = g_new (guint, n + 1);
  Join join = { taker, copies, known, all, group, merges, places };
  g_autoptr (JxEdit) inverse = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (taker->origins->len == n);

  visit_all (&join);
  if (merges->len == 0)
    return;

  jx_document_finish_building (copies);
  inverse = jx_document_apply (taker->document, group, &error);
  /* All values come out of this document, so they fit into it. */
  if (inverse == NULL)
    g_error ("Joining what is told of a project failed: %s", error->message);
  jx_report_move_projects (taker->report, places, n);
  tell (&join);
}
