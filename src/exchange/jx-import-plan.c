/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-import-plan.h"

#include "exchange/jx-import-rivals.h"
#include "model/jx-item-build.h"
#include "model/jx-pairs.h"
#include "model/jx-path.h"

typedef struct
{
  JxDocument *document;
  char *name;
  JxReport *report;
  GHashTable *guesses; /* "item field" → entry of the report */
} Source;

struct _JxImportPlan
{
  JxDocument *document;
  GPtrArray *sources;
  GPtrArray *parts;
  JxImportRivals *rivals;
  guint matched;   /* so many sources have all their parts */
  JxPairs *coming; /* (nullable): projects of the next one, not all of them parts yet */
  guint next;      /* of these */
  gboolean stale;  /* the document is not any more what was matched */
  gulong settled;  /* handler */
};

static void
source_free (Source *source)
{
  g_object_unref (source->document);
  g_free (source->name);
  jx_report_free (source->report);
  g_hash_table_unref (source->guesses);
  g_free (source);
}

static void
part_free (JxImportPart *part)
{
  g_clear_pointer (&part->merge, jx_merge_free);
  g_free (part);
}

static char *
make_key (const JxItem *item, JxField field)
{
  return g_strdup_printf ("%p %d", (const void *) item, (int) field);
}

static void
note_guesses (Source *source)
{
  GPtrArray *entries = source->report != NULL ? jx_report_list (source->report) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      JxReportEntry *entry = entries->pdata[i];
      JxField field = JX_FIELD_NONE;
      JxItem *item = entry->type == JX_REPORT_GUESSED && entry->path != NULL ? jx_path_resolve (source->document, entry->path, &field) : NULL;

      if (item != NULL)
        g_hash_table_insert (source->guesses, make_key (item, field), entry->message);
    }
}

static gboolean
is_project (const JxItem *item)
{
  return jx_item_get_kind (item) == JX_KIND_PROJECT;
}

/* Whether the department's part of a document says anything. */
static gboolean
says_anything (const JxItem *root)
{
  JxField first;
  guint count;

  jx_field_get_range (JX_KIND_DOCUMENT, &first, &count);
  for (guint i = 0; i < count; i++)
    if (jx_item_get (root, first + i) != NULL)
      return TRUE;

  return jx_item_count (root, JX_KIND_SUB_GOAL) > 0 || jx_item_count (root, JX_KIND_MEASURE) > 0;
}

/* All differences, or none but those that are sure. */
static void
take (JxMerge *merge, gboolean all)
{
  GArray *changes = jx_merge_list (merge);

  for (guint i = 0; i < changes->len; i++)
    {
      JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);

      change->taken = all || !(change->conflict || jx_merge_is_offered (change));
    }
}

static void
match (JxImportPart *part, JxItem *mine)
{
  g_clear_pointer (&part->merge, jx_merge_free);
  part->mine = mine;
  if (mine != NULL)
    part->merge = jx_merge_new (mine, part->theirs, NULL, is_project (mine) ? JX_MERGE_WHOLE : JX_MERGE_WITHOUT_PROJECTS);
}

static void
choose (JxImportPart *part)
{
  if (part->rival != NULL || (part->mine != NULL && jx_merge_list (part->merge)->len == 0))
    part->choice = JX_IMPORT_LEAVE;
  else
    part->choice = part->mine != NULL ? JX_IMPORT_MERGE : JX_IMPORT_ADD;
}

static void
add_part (JxImportPlan *plan, JxItem *theirs, JxItem *mine)
{
  JxImportPart *part = g_new0 (JxImportPart, 1);

  part->source = plan->matched;
  part->theirs = theirs;
  g_ptr_array_add (plan->parts, part);
  match (part, mine);
  part->rival = jx_import_rivals_add (plan->rivals, part);
  choose (part);
}

static void
settled_cb (JxDocument *document, JxImportPlan *plan)
{
  plan->stale = TRUE;
}

JxImportPlan *
jx_import_plan_new (JxDocument *document)
{
  JxImportPlan *plan = NULL;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  plan = g_new0 (JxImportPlan, 1);
  plan->document = g_object_ref (document);
  plan->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  plan->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  plan->rivals = jx_import_rivals_new ();
  plan->settled = g_signal_connect (document, "settled", G_CALLBACK (settled_cb), plan);

  return plan;
}

void
jx_import_plan_add (JxImportPlan *plan, JxDocument *theirs, const char *name, JxReport *report)
{
  Source *source = NULL;

  g_return_if_fail (plan != NULL && JX_IS_DOCUMENT (theirs) && name != NULL);

  source = g_new0 (Source, 1);
  source->document = g_object_ref (theirs);
  source->name = g_strdup (name);
  source->report = report;
  source->guesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_guesses (source);
  g_ptr_array_add (plan->sources, source);
}

/* The department's part; projects come one by one. */
static void
match_source (JxImportPlan *plan, const Source *source)
{
  g_autoptr (GPtrArray) mine_projects = g_ptr_array_new (), theirs_projects = g_ptr_array_new ();
  JxItem *mine_root = jx_document_get_root (plan->document);
  JxItem *theirs_root = jx_document_get_root (source->document);

  if (says_anything (theirs_root))
    add_part (plan, theirs_root, mine_root);
  for (guint i = 0; i < jx_item_count (mine_root, JX_KIND_PROJECT); i++)
    g_ptr_array_add (mine_projects, jx_item_child (mine_root, JX_KIND_PROJECT, i));
  for (guint i = 0; i < jx_item_count (theirs_root, JX_KIND_PROJECT); i++)
    g_ptr_array_add (theirs_projects, jx_item_child (theirs_root, JX_KIND_PROJECT, i));
  plan->coming = jx_pairs_new_named (mine_projects, theirs_projects, JX_KIND_PROJECT);
  plan->next = 0;
}

/* What was matched knows items that may be gone by now. */
static void
begin_anew (JxImportPlan *plan)
{
  g_clear_pointer (&plan->coming, jx_pairs_free);
  g_ptr_array_set_size (plan->parts, 0);
  jx_import_rivals_free (plan->rivals);
  plan->rivals = jx_import_rivals_new ();
  plan->matched = 0;
  plan->stale = FALSE;
}

gboolean
jx_import_plan_step (JxImportPlan *plan, gint64 budget_us)
{
  gint64 end = g_get_monotonic_time () + budget_us;

  g_return_val_if_fail (plan != NULL, FALSE);

  if (plan->stale)
    begin_anew (plan);
  while (plan->matched < plan->sources->len)
    {
      if (plan->coming == NULL)
        match_source (plan, plan->sources->pdata[plan->matched]);
      while (plan->next < plan->coming->b->len)
        {
          int place = plan->coming->match_b[plan->next];

          add_part (plan, plan->coming->b->pdata[plan->next++], place >= 0 ? plan->coming->a->pdata[place] : NULL);
          if (budget_us >= 0 && g_get_monotonic_time () >= end)
            return TRUE;
        }
      g_clear_pointer (&plan->coming, jx_pairs_free);
      plan->matched++;
    }

  return FALSE;
}

guint
jx_import_plan_count_sources (JxImportPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->sources->len;
}

static Source *
get_source (JxImportPlan *plan, guint source)
{
  g_return_val_if_fail (plan != NULL && source < plan->sources->len, NULL);

  return plan->sources->pdata[source];
}

const char *
jx_import_plan_get_name (JxImportPlan *plan, guint source)
{
  return get_source (plan, source)->name;
}

const JxReport *
jx_import_plan_get_report (JxImportPlan *plan, guint source)
{
  return get_source (plan, source)->report;
}

const char *
jx_import_plan_get_guess (JxImportPlan *plan, guint source, const JxItem *theirs, JxField field)
{
  g_autofree char *key = make_key (theirs, field);

  return g_hash_table_lookup (get_source (plan, source)->guesses, key);
}

GPtrArray *
jx_import_plan_list (JxImportPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->parts;
}

gboolean
jx_import_part_allows (const JxImportPart *part, JxImportChoice choice)
{
  g_return_val_if_fail (part != NULL, FALSE);

  switch (choice)
    {
    case JX_IMPORT_ADD:
      return is_project (part->theirs);
    case JX_IMPORT_MERGE:
    case JX_IMPORT_REPLACE:
      return part->merge != NULL && jx_merge_list (part->merge)->len > 0;
    case JX_IMPORT_LEAVE:
    default:
      return TRUE;
    }
}

/* Of parts matched with the same one alone is taken: what a second would do to what the first made
 * of it, nobody has seen. */
static void
leave_rivals (JxImportPlan *plan, JxImportPart *taken)
{
  for (guint i = 0; i < plan->parts->len; i++)
    {
      JxImportPart *part = plan->parts->pdata[i];

      if (part == taken || part->choice == JX_IMPORT_LEAVE)
        continue;
      if (taken->mine != NULL && taken->choice != JX_IMPORT_ADD ? part->mine == taken->mine && part->choice != JX_IMPORT_ADD
                                                                 : part == taken->rival || part->rival == taken)
        part->choice = JX_IMPORT_LEAVE;
    }
}

void
jx_import_plan_set_partner (JxImportPlan *plan, JxImportPart *part, JxItem *mine)
{
  g_return_if_fail (plan != NULL && part != NULL && is_project (part->theirs));
  g_return_if_fail (mine == NULL || is_project (mine));

  match (part, mine);
  jx_import_rivals_free (plan->rivals);
  plan->rivals = jx_import_rivals_new ();
  for (guint i = 0; i < plan->parts->len; i++)
    ((JxImportPart *) plan->parts->pdata[i])->rival = jx_import_rivals_add (plan->rivals, plan->parts->pdata[i]);
  choose (part);
  if (part->choice != JX_IMPORT_LEAVE)
    leave_rivals (plan, part);
}

void
jx_import_plan_set_choice (JxImportPlan *plan, JxImportPart *part, JxImportChoice choice)
{
  g_return_if_fail (plan != NULL && jx_import_part_allows (part, choice));

  if (part->choice == choice)
    return;

  part->choice = choice;
  if (part->merge != NULL && (choice == JX_IMPORT_MERGE || choice == JX_IMPORT_REPLACE))
    take (part->merge, choice == JX_IMPORT_REPLACE);
  if (choice != JX_IMPORT_LEAVE)
    leave_rivals (plan, part);
}

/* New projects stand after what they stand after in their file, where that is here; else at the end. @last: (inout): where
 * the last one came: the next comes behind it, mostly, and need not be looked for. */
static void
add_project (JxImportPlan *plan, JxEdit *group, GPtrArray *now, GHashTable *homes, guint *last, const JxImportPart *part)
{
  JxItem *root = jx_document_get_root (plan->document);
  JxItem *copy = jx_item_copy (plan->document, part->theirs);
  guint index = jx_item_get_index (part->theirs);
  JxItem *before = index > 0 ? jx_item_child (jx_item_get_parent (part->theirs), JX_KIND_PROJECT, index - 1) : NULL;
  JxItem *home = before != NULL ? g_hash_table_lookup (homes, before) : NULL;
  guint place = now->len;

  if (home != NULL && *last < now->len && now->pdata[*last] == home)
    place = *last + 1;
  else if (home != NULL && g_ptr_array_find (now, home, &place))
    place++;
  g_ptr_array_insert (now, (int) place, copy);
  *last = place;
  g_hash_table_insert (homes, part->theirs, copy);
  jx_edit_add (group, jx_edit_new_insert (root, copy, (int) place));
}

JxEdit *
jx_import_plan_make_edit (JxImportPlan *plan)
{
  JxEdit *group = jx_edit_new_group ();
  g_autoptr (GPtrArray) now = g_ptr_array_new ();                 /* the projects after the edits so far */
  g_autoptr (GHashTable) homes = g_hash_table_new (NULL, NULL);   /* what stands here for theirs */
  guint last = 0;
  JxItem *root;

  g_return_val_if_fail (plan != NULL, group);

  root = jx_document_get_root (plan->document);
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    g_ptr_array_add (now, jx_item_child (root, JX_KIND_PROJECT, i));

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const JxImportPart *part = plan->parts->pdata[i];

      if (part->mine != NULL)
        g_hash_table_insert (homes, part->theirs, part->mine);
      if (part->choice == JX_IMPORT_ADD)
        {
          add_project (plan, group, now, homes, &last, part);
        }
      else if (part->choice != JX_IMPORT_LEAVE)
        {
          g_autoptr (JxEdit) edit = jx_merge_make_edit (part->merge);

          if (!jx_edit_is_empty (edit))
            jx_edit_add (group, g_steal_pointer (&edit));
        }
    }

  return group;
}

void
jx_import_plan_free (JxImportPlan *plan)
{
  if (plan == NULL)
    return;

  g_clear_signal_handler (&plan->settled, plan->document);
  g_clear_pointer (&plan->coming, jx_pairs_free);
  jx_import_rivals_free (plan->rivals);
  g_ptr_array_unref (plan->parts);
  g_ptr_array_unref (plan->sources);
  g_object_unref (plan->document);
  g_free (plan);
}
