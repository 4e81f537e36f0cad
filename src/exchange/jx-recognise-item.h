/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/** jx_take_item: fills @item, of the form's subject kind, from @pieces (element-type JxPiece) as @steps (element-type JxStep) laid them into @slots. */
void jx_take_item (JxTaker *taker, JxItem *item, const JxSlots *slots, const GArray *pieces, const GArray *steps, gboolean rows_known);

/** jx_take_list: adds to @holder the items of a list whose lines @text has, by the parts of @node. */
void jx_take_list (JxTaker *taker, JxItem *holder, JxKind kind, const JxFormNode *node, const char *text, guint line, const char *doubt);

G_END_DECLS
