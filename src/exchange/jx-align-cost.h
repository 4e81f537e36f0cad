/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"

G_BEGIN_DECLS

/* What it costs when source and form do not agree, in tenths; found by trying on documents of
 * several converters. A label met is worth much: it is what everything else hangs on. */

#define JX_COST_LABEL_MET (-40)
#define JX_COST_VALUE_MISSING 10
#define JX_COST_NEVER 100000

/**
 * JxCosts:
 *
 * What jx_align() is about, for working out what one of its steps costs.
 */
typedef struct
{
  const JxSlots *slots;
  gboolean rows_known;
  const JxHeading *heading;
} JxCosts;

/** jx_cost_has_label: Returns: whether slot @slot is among @labels. */
gboolean jx_cost_has_label (const GArray *labels, guint slot);
/** jx_cost_to_fill: of @piece going into slot @index. */
int jx_cost_to_fill (const JxCosts *costs, const JxPiece *piece, guint index);
/** jx_cost_to_extend: of @piece going on with what is in slot @index. */
int jx_cost_to_extend (const JxCosts *costs, const JxPiece *piece, guint index);
/** jx_cost_to_discard: of @piece going nowhere. */
int jx_cost_to_discard (const JxCosts *costs, const JxPiece *piece);
/** jx_cost_to_miss: of slot @index without a piece. */
int jx_cost_to_miss (const JxCosts *costs, guint index);

G_END_DECLS
