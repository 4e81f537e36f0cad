/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-diff.h"

G_BEGIN_DECLS

/**
 * JxMerge:
 *
 * What taking @theirs into @mine would change, each change to be taken or not, and the one edit that
 * does it. With a base (what both came from) three-way: what only one side changed is taken from that
 * side, what both changed differently is a conflict. Without a base two-way: what is blank here is
 * filled, what differs is a conflict, nothing is removed unless somebody takes it: what theirs lacks in
 * a list it has is only offered. A conflict keeps mine until somebody decides.
 */
typedef struct _JxMerge JxMerge;

/**
 * JxMergeChange:
 * @type: of what theirs would change in mine
 * @conflict: both changed it, or without a base both say something
 * @taken: whether jx_merge_make_edit() takes theirs; the one thing others set
 * @mine: (nullable): the item here; of an addition the one put in, once the edit is made
 * @theirs: (nullable): the item there, %NULL of a removal
 * @base: (nullable): the item both came from
 * @field: of %JX_DIFFERENCE_CHANGED, else %JX_FIELD_NONE
 * @mine_value, @theirs_value, @base_value: (nullable): of @field, before anything is taken; valid as long as the documents
 */
typedef struct
{
  JxDifferenceType type;
  gboolean conflict;
  gboolean taken;
  JxItem *mine;
  JxItem *theirs;
  JxItem *base;
  JxField field;
  const char *mine_value;
  const char *theirs_value;
  const char *base_value;
} JxMergeChange;

typedef enum
{
  JX_MERGE_WHOLE,
  JX_MERGE_WITHOUT_PROJECTS, /* of the document's own item: the department's part */
} JxMergeScope;

/**
 * jx_merge_new:
 * @mine, @theirs: two items of one kind, of two documents, which must outlive the merge; @mine is attached
 * @base: (nullable): what both came from
 *
 * Compares and decides what can be decided; changes nothing.
 */
JxMerge *jx_merge_new (JxItem *mine, JxItem *theirs, JxItem *base, JxMergeScope scope);

/**
 * jx_merge_begin: the same, but with nothing compared yet: for jx_merge_step(). Between the steps none of the documents may
 * change; where one does, the merge is of no use any more.
 */
JxMerge *jx_merge_begin (JxItem *mine, JxItem *theirs, JxItem *base, JxMergeScope scope);

/**
 * jx_merge_step:
 * @budget_us: for how long to go on, about; -1 until done
 *
 * Returns: whether there is more; before it is done there is only progress to ask for
 */
gboolean jx_merge_step (JxMerge *merge, gint64 budget_us);

/** jx_merge_get_progress: @total: 0 where nobody knows. */
void jx_merge_get_progress (JxMerge *merge, guint *done, guint *total);

/** jx_merge_list: Returns: (transfer none) (element-type JxMergeChange): in the order of mine, additions where they would stand. */
GArray *jx_merge_list (JxMerge *merge);

/** jx_merge_find_mine: @theirs: what was compared, or what stands in a list of it. Returns: (transfer none) (nullable): what it is in mine. */
JxItem *jx_merge_find_mine (JxMerge *merge, const JxItem *theirs);

/** jx_merge_prefer_theirs: takes theirs in every conflict. */
void jx_merge_prefer_theirs (JxMerge *merge);

/** jx_merge_is_offered: Returns: whether @change, without a base, would remove what only mine has: no change unless taken. */
gboolean jx_merge_is_offered (const JxMergeChange *change);

guint jx_merge_count_conflicts (JxMerge *merge);

/** jx_merge_make_edit: Returns: (transfer full): a group of all that is taken, for jx_document_apply(); once only. */
JxEdit *jx_merge_make_edit (JxMerge *merge);

void jx_merge_free (JxMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxMerge, jx_merge_free)

G_END_DECLS
