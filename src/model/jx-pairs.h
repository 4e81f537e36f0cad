/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/**
 * JxPairs:
 * @a, @b: (element-type JxItem): two lists of items of one kind, of two documents
 * @match_a: for each item of @a the place of the same item in @b, or -1
 * @match_b: the other way round
 */
typedef struct
{
  GPtrArray *a, *b;
  int *match_a, *match_b;
} JxPairs;

/**
 * jx_pairs_new:
 *
 * Tells which children of @kind of @a and of @b are the same item. Projects are matched by code, then
 * by name; checkpoints by month; what says the same is the same; what is left by likeness in order
 * (so that one row put in is one row more, not a change of all that follow).
 */
JxPairs *jx_pairs_new (JxItem *a, JxItem *b, JxKind kind);

/** jx_pairs_new_named: the same of two lists of items of @kind, but only by what names them: likeness tells nothing. */
JxPairs *jx_pairs_new_named (GPtrArray *a, GPtrArray *b, JxKind kind);

/**
 * jx_find_steady:
 * @places: @n places in another list, -1 where there is none
 *
 * Returns: (transfer full): for each place whether it belongs to the longest run that keeps its order; the others have moved
 */
gboolean *jx_find_steady (const int *places, guint n);

void jx_pairs_free (JxPairs *pairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPairs, jx_pairs_free)

G_END_DECLS
