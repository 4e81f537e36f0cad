/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-merge.h"

G_BEGIN_DECLS

/* One item of a list being merged, wherever it stands: in mine, in theirs, in both. */
typedef struct
{
  JxItem *mine, *theirs, *base; /* NULL where it does not stand */
  gboolean mine_moved, theirs_moved;
  int change;                   /* place of the change that adds or removes it, -1 none */
  int move;                     /* place of the change that moves it, -1 none */
} JxMergeSlot;

typedef struct
{
  JxItem *parent;
  JxKind kind;
  GPtrArray *slots;  /* all, owned */
  GPtrArray *mine;   /* those that stand in mine, in order */
  GPtrArray *theirs; /* those that stand in theirs, in order */
} JxMergeSlots;

/* jx-merge-slots.c */
/* jx_merge_slots_new: @base: (nullable). */
JxMergeSlots *jx_merge_slots_new (JxItem *mine, JxItem *theirs, JxItem *base, JxKind kind);

/**
 * jx_merge_slots_order:
 * @changes: (nullable): those to be taken; %NULL: all slots, those of mine where they stand
 *
 * Returns: (transfer full) (element-type JxMergeSlot): the merged list
 */
GPtrArray *jx_merge_slots_order (const JxMergeSlots *slots, GArray *changes);

/* jx_merge_slots_add_edits: what makes mine the merged list. */
void jx_merge_slots_add_edits (JxMergeSlots *slots, GArray *changes, JxEdit *group);

void jx_merge_slots_free (JxMergeSlots *slots);

G_END_DECLS
