/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-merge-private.h"

/* A list being gone through. */
typedef struct
{
  JxMergeSlots *slots;
  GPtrArray *order;
  guint next;       /* of these */
  gboolean listed;  /* whether theirs has such a list at all */
  gboolean changes; /* whether there is one so far */
} ListPlan;

struct _JxMerge
{
  JxItem *mine, *theirs;
  JxItem *base;     /* NULL: two-way */
  JxMergeScope scope;
  guint next_kind;  /* of the lists of @mine: the one to be gone through next */
  ListPlan *plan;   /* of the one being gone through; NULL between them */
  GHashTable *partners; /* of @theirs and of what stands in its lists: what they are in mine */
  GArray *changes;  /* (element-type JxMergeChange) */
  GPtrArray *lists; /* (element-type JxMergeSlots) those with a change in them */
};

static void plan_item (JxMerge *merge, JxItem *mine, JxItem *theirs, JxItem *base);

static int
tell (JxMerge *merge, JxMergeChange change)
{
  g_array_append_val (merge->changes, change);
  return (int) merge->changes->len - 1;
}

static void
plan_field (JxMerge *merge, JxItem *mine, JxItem *theirs, JxItem *base, JxField field)
{
  const char *mine_value = jx_item_get (mine, field);
  const char *theirs_value = jx_item_get (theirs, field);
  const char *base_value = base != NULL ? jx_item_get (base, field) : NULL;
  gboolean conflict;

  if (g_strcmp0 (mine_value, theirs_value) == 0)
    return;
  /* With a base, a blank is a text taken out; without one it says nothing. */
  if (base != NULL ? g_strcmp0 (theirs_value, base_value) == 0 : theirs_value == NULL)
    return;

  conflict = g_strcmp0 (mine_value, base_value) != 0;
  tell (merge, (JxMergeChange) { JX_DIFFERENCE_CHANGED, conflict, !conflict, mine, theirs, base, field,
                                 mine_value, theirs_value, base_value });
}

static void
plan_slot (JxMerge *merge, JxMergeSlot *slot, gboolean listed)
{
  gboolean conflict = FALSE;

  if (slot->mine != NULL && slot->theirs != NULL)
    {
      if (slot->theirs_moved)
        slot->move = tell (merge, (JxMergeChange) { JX_DIFFERENCE_MOVED, slot->mine_moved, !slot->mine_moved,
                                                    slot->mine, slot->theirs, slot->base, JX_FIELD_NONE, NULL, NULL, NULL });
      plan_item (merge, slot->mine, slot->theirs, slot->base);
    }
  else if (slot->mine != NULL && slot->base != NULL)
    {
      conflict = !jx_item_equal (slot->mine, slot->base);
      slot->change = tell (merge, (JxMergeChange) { JX_DIFFERENCE_REMOVED, conflict, !conflict,
                                                    slot->mine, NULL, slot->base, JX_FIELD_NONE, NULL, NULL, NULL });
    }
  else if (slot->mine != NULL && merge->base == NULL && listed)
    {
      /* Nobody knows whether mine put it in or theirs took it out. */
      slot->change = tell (merge, (JxMergeChange) { JX_DIFFERENCE_REMOVED, FALSE, FALSE,
                                                    slot->mine, NULL, NULL, JX_FIELD_NONE, NULL, NULL, NULL });
    }
  else if (slot->mine == NULL)
    {
      /* What mine took out comes back only where theirs worked on it, and only when asked for. */
      conflict = slot->base != NULL;
      if (!conflict || !jx_item_equal (slot->theirs, slot->base))
        slot->change = tell (merge, (JxMergeChange) { JX_DIFFERENCE_ADDED, conflict, !conflict,
                                                      NULL, slot->theirs, slot->base, JX_FIELD_NONE, NULL, NULL, NULL });
    }
}

/* Returns: (transfer full) (nullable): %NULL where nobody has such a list. */
static ListPlan *
list_plan_new (JxItem *mine, JxItem *theirs, JxItem *base, JxKind kind)
{
  ListPlan *plan = NULL;

  if (jx_item_count (mine, kind) == 0 && jx_item_count (theirs, kind) == 0)
    return NULL;

  plan = g_new0 (ListPlan, 1);
  plan->slots = jx_merge_slots_new (mine, theirs, base, kind);
  plan->order = jx_merge_slots_order (plan->slots, NULL);
  plan->listed = jx_item_count (theirs, kind) > 0;

  return plan;
}

static void
list_plan_free (ListPlan *plan)
{
  g_clear_pointer (&plan->slots, jx_merge_slots_free);
  g_ptr_array_unref (plan->order);
  g_free (plan);
}

/* Returns: whether there is more in the list; else @plan is freed. */
static gboolean
list_plan_step (JxMerge *merge, ListPlan *plan)
{
  if (plan->next < plan->order->len)
    {
      JxMergeSlot *slot = plan->order->pdata[plan->next++];

      plan_slot (merge, slot, plan->listed);
      plan->changes = plan->changes || slot->change >= 0 || slot->move >= 0;
      return TRUE;
    }

  if (plan->changes)
    g_ptr_array_add (merge->lists, g_steal_pointer (&plan->slots));
  list_plan_free (plan);
  return FALSE;
}

static void
plan_fields (JxMerge *merge, JxItem *mine, JxItem *theirs, JxItem *base)
{
  JxField first;
  guint count;

  jx_field_get_range (jx_item_get_kind (mine), &first, &count);
  for (guint i = 0; i < count; i++)
    plan_field (merge, mine, theirs, base, (JxField) (first + i));
}

static void
plan_item (JxMerge *merge, JxItem *mine, JxItem *theirs, JxItem *base)
{
  guint n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (mine), &n_kinds);

  plan_fields (merge, mine, theirs, base);
  for (guint i = 0; i < n_kinds; i++)
    {
      ListPlan *plan = list_plan_new (mine, theirs, base, kinds[i]);

      while (plan != NULL && list_plan_step (merge, plan))
        ;
    }
}

/* The next piece of work. Returns: whether there was one. */
static gboolean
plan_on (JxMerge *merge)
{
  guint n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (merge->mine), &n_kinds);
  JxKind kind;

  if (merge->plan != NULL)
    {
      const JxMergeSlot *slot = merge->plan->next < merge->plan->order->len ? merge->plan->order->pdata[merge->plan->next] : NULL;

      if (slot != NULL && slot->mine != NULL && slot->theirs != NULL)
        g_hash_table_insert (merge->partners, slot->theirs, slot->mine);
      if (!list_plan_step (merge, merge->plan))
        merge->plan = NULL;
      return TRUE;
    }
  if (merge->next_kind == n_kinds)
    return FALSE;

  kind = kinds[merge->next_kind++];
  if (merge->scope == JX_MERGE_WHOLE || kind != JX_KIND_PROJECT)
    merge->plan = list_plan_new (merge->mine, merge->theirs, merge->base, kind);
  return TRUE;
}

JxMerge *
jx_merge_begin (JxItem *mine, JxItem *theirs, JxItem *base, JxMergeScope scope)
{
  JxMerge *merge = NULL;

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);
  g_return_val_if_fail (jx_item_get_kind (mine) == jx_item_get_kind (theirs), NULL);
  g_return_val_if_fail (base == NULL || jx_item_get_kind (mine) == jx_item_get_kind (base), NULL);

  merge = g_new0 (JxMerge, 1);
  merge->mine = mine;
  merge->theirs = theirs;
  merge->base = base;
  merge->scope = scope;
  merge->partners = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (merge->partners, theirs, mine);
  merge->changes = g_array_new (FALSE, FALSE, sizeof (JxMergeChange));
  merge->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_merge_slots_free);
  plan_fields (merge, mine, theirs, base);

  return merge;
}

gboolean
jx_merge_step (JxMerge *merge, gint64 budget_us)
{
  gint64 end = g_get_monotonic_time () + budget_us;

  g_return_val_if_fail (merge != NULL, FALSE);

  while (plan_on (merge))
    if (budget_us >= 0 && g_get_monotonic_time () >= end)
      return TRUE;

  return FALSE;
}

void
jx_merge_get_progress (JxMerge *merge, guint *done, guint *total)
{
  g_return_if_fail (merge != NULL);

  *done = merge->plan != NULL ? merge->plan->next : 0;
  *total = merge->plan != NULL ? merge->plan->order->len : 0;
}

JxMerge *
jx_merge_new (JxItem *mine, JxItem *theirs, JxItem *base, JxMergeScope scope)
{
  JxMerge *merge = jx_merge_begin (mine, theirs, base, scope);

  if (merge != NULL)
    jx_merge_step (merge, -1);
  return merge;
}

GArray *
jx_merge_list (JxMerge *merge)
{
  g_return_val_if_fail (merge != NULL, NULL);

  return merge->changes;
}

JxItem *
jx_merge_find_mine (JxMerge *merge, const JxItem *theirs)
{
  g_return_val_if_fail (merge != NULL, NULL);

  return g_hash_table_lookup (merge->partners, theirs);
}

void
jx_merge_prefer_theirs (JxMerge *merge)
{
  g_return_if_fail (merge != NULL);

  for (guint i = 0; i < merge->changes->len; i++)
    if (g_array_index (merge->changes, JxMergeChange, i).conflict)
      g_array_index (merge->changes, JxMergeChange, i).taken = TRUE;
}

gboolean
jx_merge_is_offered (const JxMergeChange *change)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return change->type == JX_DIFFERENCE_REMOVED && change->base == NULL;
}

guint
jx_merge_count_conflicts (JxMerge *merge)
{
  guint count = 0;

  g_return_val_if_fail (merge != NULL, 0);

  for (guint i = 0; i < merge->changes->len; i++)
    count += g_array_index (merge->changes, JxMergeChange, i).conflict;

  return count;
}

JxEdit *
jx_merge_make_edit (JxMerge *merge)
{
  JxEdit *group = jx_edit_new_group ();

  g_return_val_if_fail (merge != NULL, group);

  for (guint i = 0; i < merge->changes->len; i++)
    {
      const JxMergeChange *change = &g_array_index (merge->changes, JxMergeChange, i);

      if (change->taken && change->type == JX_DIFFERENCE_CHANGED)
        jx_edit_add (group, jx_edit_new_set (change->mine, change->field, change->theirs_value));
    }
  for (guint i = 0; i < merge->lists->len; i++)
    jx_merge_slots_add_edits (merge->lists->pdata[i], merge->changes, group);

  return group;
}

void
jx_merge_free (JxMerge *merge)
{
  if (merge == NULL)
    return;

  g_clear_pointer (&merge->plan, list_plan_free);
  g_hash_table_unref (merge->partners);
  g_array_unref (merge->changes);
  g_ptr_array_unref (merge->lists);
  g_free (merge);
}
