/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-item-build.h"
#include "model/jx-merge-private.h"
#include "model/jx-pairs.h"

/* Lists of a merge: which items are the same, which have moved, and the order of the merged list. */

static JxMergeSlot *
add_slot (JxMergeSlots *slots, JxItem *mine, JxItem *base)
{
  JxMergeSlot *slot = g_new0 (JxMergeSlot, 1);

  slot->mine = mine;
  slot->base = base;
  slot->change = slot->move = -1;
  g_ptr_array_add (slots->slots, slot);

  return slot;
}

static void
fill_two_way (JxMergeSlots *slots, JxItem *mine, JxItem *theirs)
{
  g_autoptr (JxPairs) pairs = jx_pairs_new (mine, theirs, slots->kind);

  for (guint i = 0; i < pairs->a->len; i++)
    g_ptr_array_add (slots->mine, add_slot (slots, pairs->a->pdata[i], NULL));
  for (guint i = 0; i < pairs->b->len; i++)
    {
      int place = pairs->match_b[i];
      JxMergeSlot *slot = place >= 0 ? slots->mine->pdata[place] : add_slot (slots, NULL, NULL);

      slot->theirs = pairs->b->pdata[i];
      g_ptr_array_add (slots->theirs, slot);
    }
}

/* What both added is the same only where its name is: two new rows that are merely alike are two rows. */
static void
join_added (JxMergeSlots *slots)
{
  g_autoptr (GPtrArray) mine = g_ptr_array_new (), theirs = g_ptr_array_new ();
  g_autoptr (GHashTable) homes = g_hash_table_new (NULL, NULL); /* slots of mine by their item */
  g_autoptr (JxPairs) pairs = NULL;
  guint next = 0;

  for (guint i = 0; i < slots->mine->len; i++)
    {
      JxMergeSlot *slot = slots->mine->pdata[i];

      if (slot->base != NULL)
        continue;
      g_ptr_array_add (mine, slot->mine);
      g_hash_table_insert (homes, slot->mine, slot);
    }
  for (guint i = 0; i < slots->theirs->len; i++)
    {
      JxMergeSlot *slot = slots->theirs->pdata[i];

      if (slot->base == NULL)
        g_ptr_array_add (theirs, slot->theirs);
    }

  pairs = jx_pairs_new_named (mine, theirs, slots->kind);
  for (guint i = 0; i < slots->theirs->len; i++)
    {
      JxMergeSlot *slot = slots->theirs->pdata[i];
      int place = slot->base == NULL ? pairs->match_b[next++] : -1;

      if (place < 0)
        continue;
      slots->theirs->pdata[i] = g_hash_table_lookup (homes, mine->pdata[place]);
      ((JxMergeSlot *) slots->theirs->pdata[i])->theirs = slot->theirs;
      slot->theirs = NULL; /* stands nowhere now */
    }
}

static void
fill_three_way (JxMergeSlots *slots, JxItem *mine, JxItem *theirs, JxItem *base)
{
  g_autoptr (JxPairs) to_mine = jx_pairs_new (base, mine, slots->kind);
  g_autoptr (JxPairs) to_theirs = jx_pairs_new (base, theirs, slots->kind);
  g_autofree gboolean *steady_mine = jx_find_steady (to_mine->match_b, to_mine->b->len);
  g_autofree gboolean *steady_theirs = jx_find_steady (to_theirs->match_b, to_theirs->b->len);
  g_autofree JxMergeSlot **by_base = g_new0 (JxMergeSlot *, to_mine->a->len + 1);

  for (guint i = 0; i < to_mine->b->len; i++)
    {
      int place = to_mine->match_b[i];
      JxMergeSlot *slot = add_slot (slots, to_mine->b->pdata[i], place >= 0 ? to_mine->a->pdata[place] : NULL);

      if (place >= 0)
        by_base[place] = slot;
      slot->mine_moved = place >= 0 && !steady_mine[i];
      g_ptr_array_add (slots->mine, slot);
    }
  for (guint i = 0; i < to_theirs->b->len; i++)
    {
      int place = to_theirs->match_b[i];
      JxMergeSlot *slot = place >= 0 ? by_base[place] : NULL;

      if (slot == NULL)
        slot = add_slot (slots, NULL, place >= 0 ? to_theirs->a->pdata[place] : NULL);
      slot->theirs = to_theirs->b->pdata[i];
      slot->theirs_moved = place >= 0 && !steady_theirs[i];
      g_ptr_array_add (slots->theirs, slot);
    }
  join_added (slots);
}

/* What stands before each slot on one side, of those that stand on both. */
static GHashTable *
list_before (GPtrArray *side)
{
  GHashTable *before = g_hash_table_new (NULL, NULL);
  JxMergeSlot *last = NULL;

  for (guint i = 0; i < side->len; i++)
    {
      JxMergeSlot *slot = side->pdata[i];

      if (slot->mine == NULL || slot->theirs == NULL)
        continue;
      g_hash_table_insert (before, slot, last);
      last = slot;
    }

  return before;
}

/* The same order on both sides is no move, nor is the same move of both; items without a base that
 * stand in another order have been moved by either. */
static void
compare_order (JxMergeSlots *slots)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) before_mine = list_before (slots->mine);
  g_autoptr (GHashTable) before_theirs = list_before (slots->theirs);
  g_autofree int *places_mine = g_new (int, slots->theirs->len + 1);
  g_autofree gboolean *steady = NULL;
  gboolean same = TRUE;

  for (guint i = 0; i < slots->mine->len; i++)
    g_hash_table_insert (places, slots->mine->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < slots->theirs->len; i++)
    places_mine[i] = (int) GPOINTER_TO_UINT (g_hash_table_lookup (places, slots->theirs->pdata[i])) - 1;
  steady = jx_find_steady (places_mine, slots->theirs->len);

  for (guint i = 0; i < slots->theirs->len; i++)
    same = same && (places_mine[i] < 0 || steady[i]);
  for (guint i = 0; i < slots->theirs->len; i++)
    {
      JxMergeSlot *slot = slots->theirs->pdata[i];
      gboolean beside = g_hash_table_lookup (before_mine, slot) == g_hash_table_lookup (before_theirs, slot);

      if (same || (slot->mine_moved && slot->theirs_moved && beside))
        slot->mine_moved = slot->theirs_moved = FALSE;
      else if (slot->mine != NULL && slot->base == NULL)
        slot->mine_moved = slot->theirs_moved = !steady[i];
    }
}

JxMergeSlots *
jx_merge_slots_new (JxItem *mine, JxItem *theirs, JxItem *base, JxKind kind)
{
  JxMergeSlots *slots = g_new0 (JxMergeSlots, 1);

  slots->parent = mine;
  slots->kind = kind;
  slots->slots = g_ptr_array_new_with_free_func (g_free);
  slots->mine = g_ptr_array_new ();
  slots->theirs = g_ptr_array_new ();
  if (base != NULL)
    fill_three_way (slots, mine, theirs, base);
  else
    fill_two_way (slots, mine, theirs);
  compare_order (slots);

  return slots;
}

static gboolean
is_taken (GArray *changes, int change)
{
  return changes != NULL && change >= 0 && g_array_index (changes, JxMergeChange, change).taken;
}

static gboolean
stands (const JxMergeSlot *slot, GArray *changes)
{
  return changes == NULL || is_taken (changes, slot->change) != (slot->mine != NULL);
}

GPtrArray *
jx_merge_slots_order (const JxMergeSlots *slots, GArray *changes)
{
  GPtrArray *order = g_ptr_array_sized_new (slots->slots->len);
  JxMergeSlot *last = NULL;
  guint last_place = 0;

  for (guint i = 0; i < slots->mine->len; i++)
    {
      JxMergeSlot *slot = slots->mine->pdata[i];

      if (stands (slot, changes) && !is_taken (changes, slot->move))
        g_ptr_array_add (order, slot);
    }

  /* What theirs put or moved somewhere stands after what it stands after there; what only mine has
   * at that very place comes first. */
  for (guint i = 0; i < slots->theirs->len; i++)
    {
      JxMergeSlot *slot = slots->theirs->pdata[i];
      guint place = 0;

      if (!stands (slot, changes))
        continue;
      if (slot->mine == NULL || is_taken (changes, slot->move))
        {
          if (last != NULL && (last_place >= order->len || order->pdata[last_place] != last))
            g_ptr_array_find (order, last, &last_place);
          place = last != NULL ? last_place + 1 : 0;
          while (place < order->len
                 && ((JxMergeSlot *) order->pdata[place])->theirs == NULL && ((JxMergeSlot *) order->pdata[place])->base == NULL)
            place++;
          g_ptr_array_insert (order, (int) place, slot);
          last_place = place;
        }
      last = slot;
    }

  return order;
}

void
jx_merge_slots_add_edits (JxMergeSlots *slots, GArray *changes, JxEdit *group)
{
  g_autoptr (GPtrArray) order = jx_merge_slots_order (slots, changes);
  g_autoptr (GPtrArray) now = g_ptr_array_new (); /* what the list holds after the edits so far */
  JxMergeSlot *last = NULL;

  for (guint i = 0; i < slots->mine->len; i++)
    {
      JxMergeSlot *slot = slots->mine->pdata[i];

      if (stands (slot, changes))
        g_ptr_array_add (now, slot);
      else
        jx_edit_add (group, jx_edit_new_remove (slot->mine));
    }

  for (guint i = 0; i < order->len; last = order->pdata[i++])
    {
      JxMergeSlot *slot = order->pdata[i];
      gboolean moves = is_taken (changes, slot->move);
      JxItem *copy = NULL;
      guint place = 0;

      if (slot->mine != NULL && !moves)
        continue;
      if (moves)
        g_ptr_array_remove (now, slot);
      if (last != NULL)
        {
          g_ptr_array_find (now, last, &place);
          place++;
        }
      g_ptr_array_insert (now, (int) place, slot);
      if (moves)
        {
          jx_edit_add (group, jx_edit_new_move (slot->mine, place));
          continue;
        }
      copy = jx_item_copy (jx_item_get_document (slots->parent), slot->theirs);
      jx_edit_add (group, jx_edit_new_insert (slots->parent, copy, (int) place));
      g_array_index (changes, JxMergeChange, slot->change).mine = copy;
    }
}

void
jx_merge_slots_free (JxMergeSlots *slots)
{
  g_ptr_array_unref (slots->slots);
  g_ptr_array_unref (slots->mine);
  g_ptr_array_unref (slots->theirs);
  g_free (slots);
}
