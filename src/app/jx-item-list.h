/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/jx-item-card.h"

G_BEGIN_DECLS

#define JX_TYPE_ITEM_LIST (jx_item_list_get_type ())
G_DECLARE_FINAL_TYPE (JxItemList, jx_item_list, JX, ITEM_LIST, GtkWidget)

/**
 * JxItemList:
 *
 * The document's sub-goals or measures as cards, and a button to add one. It follows the document
 * step by step, so that cards that stay keep the focus. A long list is filled while nothing else is
 * to be done.
 */
GtkWidget *jx_item_list_new (JxHistory *history, JxKind kind);
/** jx_item_list_find: Returns: (transfer none) (nullable): the card of @item, made now if it was not yet. */
JxItemCard *jx_item_list_find (JxItemList *list, JxItem *item);

G_END_DECLS
