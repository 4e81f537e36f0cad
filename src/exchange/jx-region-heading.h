/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"
#include "exchange/jx-candidate.h"

G_BEGIN_DECLS

/**
 * jx_region_reorder_columns:
 * @pieces: (element-type JxPiece): those above the heading are marked
 * @heading: (out): where its columns stand
 *
 * The heading row over a list fixes its columns: where the source has them in another order, or
 * more or fewer of them, the form is read that way.
 *
 * Returns: (transfer full) (nullable): the other way
 */
JxSlots *jx_region_reorder_columns (GPtrArray *candidates, const JxSlots *slots, GArray *pieces, gboolean rows_known, JxHeading *heading);

G_END_DECLS
