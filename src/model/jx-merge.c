/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-merge-private.h"

struct _JxMerge
{
  JxItem *base;     /* NULL: two-way */
  GArray *changes;  /* (element-type JxMergeChange) */
  GPtrArray *lists; /* (element-type JxMergeSlots) those with a change in them */
};

static void plan_item (JxMerge *merge, JxItem *mine, JxItem *theirs, JxItem *base, JxMergeScope scope);

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

/* @listed: whether theirs has such a list at all. */
static void
plan_slot (JxMerge *merge, JxMergeSlot *slot, gboolean listed)
{
  gboolean conflict = FALSE;

  if (slot->mine != NULL && slot->theirs != NULL)
    {
      if (slot->theirs_moved)
        slot->move = tell (merge, (JxMergeChange) { JX_DIFFERENCE_MOVED, slot->mine_moved, !slot->mine_moved,
                                                    slot->mine, slot->theirs, slot->base, JX_FIELD_NONE, NULL, NULL, NULL });
      plan_item (merge, slot->mine, slot->theirs, slot->base, JX_MERGE_WHOLE);
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

static void
plan_list (JxMerge *merge, JxItem *mine, JxItem *theirs, JxItem *base, JxKind kind)
{
  JxMergeSlots *slots = NULL;
  g_autoptr (GPtrArray) order = NULL;
  gboolean changes = FALSE;

  if (jx_item_count (mine, kind) == 0 && jx_item_count (theirs, kind) == 0)
    return;

  slots = jx_merge_slots_new (mine, theirs, base, kind);
  order = jx_merge_slots_order (slots, NULL);
  for (guint i = 0; i < order->len; i++)
    {
      JxMergeSlot *slot = order->pdata[i];

      plan_slot (merge, slot, jx_item_count (theirs, kind) > 0);
      changes = changes || slot->change >= 0 || slot->move >= 0;
    }

  if (changes)
    g_ptr_array_add (merge->lists, slots);
  else
    jx_merge_slots_free (slots);
}

static void
plan_item (JxMerge *merge, JxItem *mine, JxItem *theirs, JxItem *base, JxMergeScope scope)
{
  JxKind kind = jx_item_get_kind (mine);
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (kind, &n_kinds);

  jx_field_get_range (kind, &first, &count);
  for (guint i = 0; i < count; i++)
    plan_field (merge, mine, theirs, base, (JxField) (first + i));
  for (guint i = 0; i < n_kinds; i++)
    if (scope == JX_MERGE_WHOLE || kinds[i] != JX_KIND_PROJECT)
      plan_list (merge, mine, theirs, base, kinds[i]);
}

JxMerge *
jx_merge_new (JxItem *mine, JxItem *theirs, JxItem *base, JxMergeScope scope)
{
  JxMerge *merge = NULL;

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);
  g_return_val_if_fail (jx_item_get_kind (mine) == jx_item_get_kind (theirs), NULL);
  g_return_val_if_fail (base == NULL || jx_item_get_kind (mine) == jx_item_get_kind (base), NULL);

  merge = g_new (JxMerge, 1);
  merge->base = base;
  merge->changes = g_array_new (FALSE, FALSE, sizeof (JxMergeChange));
  merge->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_merge_slots_free);
  plan_item (merge, mine, theirs, base, scope);

  return merge;
}

GArray *
jx_merge_list (JxMerge *merge)
{
  g_return_val_if_fail (merge != NULL, NULL);

  return merge->changes;
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

  g_array_unref (merge->changes);
  g_ptr_array_unref (merge->lists);
  g_free (merge);
}
