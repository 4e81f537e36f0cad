/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/** jx_take_item: fills @item, of the form's subject kind, from @pieces (element-type JxPiece) as @steps (element-type JxStep) laid them into @slots. */
void jx_take_item (JxTaker *taker, JxItem *item, const JxSlots *slots, const GArray *pieces, const GArray *steps, gboolean rows_known);

/** jx_take_list: adds to @holder the items of a list whose lines @text has, by the parts of @node. */
void jx_take_list (JxTaker *taker, JxItem *holder, JxKind kind, const JxFormNode *node, const char *text, guint line, const char *doubt);

/** jx_take_value: sets what @text, a cell's in @slot, holds by the parts of the slot: fields of @item or of its holders. */
void jx_take_value (JxTaker *taker, JxItem *item, const JxSlot *slot, const char *text, guint line, const char *doubt);

/** jx_take_label: sets the month or year in the words of a label, @text. */
void jx_take_label (JxTaker *taker, JxItem *item, const JxSlot *slot, const char *text, guint line);

/** jx_take_derived: tells where @text is not what the fields of @item, read by now, give for @node. */
void jx_take_derived (JxTaker *taker, JxItem *item, const JxFormNode *node, const char *text, guint line);

/**
 * JxAcross:
 *
 * One of several values side by side, waiting for the rows that belong to it.
 */
typedef struct
{
  guint slot;
  guint column;
  guint line;
  const char *text;
  gboolean joined;
  gboolean taken;
} JxAcross;

/** jx_take_across: makes the items of the lists that stand side by side in the rows of @values (element-type JxAcross). */
void jx_take_across (JxTaker *taker, JxItem *holder, const JxSlots *slots, GArray *values, gboolean rows_known);

G_END_DECLS
