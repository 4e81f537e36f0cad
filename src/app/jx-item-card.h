/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-history.h"

G_BEGIN_DECLS

#define JX_TYPE_ITEM_CARD (jx_item_card_get_type ())
G_DECLARE_FINAL_TYPE (JxItemCard, jx_item_card, JX, ITEM_CARD, GtkWidget)

/**
 * JxItemCard:
 *
 * A sub-goal or a measure: its number, its fields and a menu to add, move and remove. Signals
 * "structure" (JxItemCardMove): what the menu asks for; "lines" (GStrv): what was pasted and is to be
 * an item each; "dropped" (guint): where among its like it is to stand. The list the card stands in
 * does it.
 */
typedef enum
{
  JX_ITEM_CARD_ADD_BEFORE,
  JX_ITEM_CARD_ADD_AFTER,
  JX_ITEM_CARD_MOVE_UP,
  JX_ITEM_CARD_MOVE_DOWN,
  JX_ITEM_CARD_REMOVE,
} JxItemCardMove;

GtkWidget *jx_item_card_new (JxHistory *history, JxItem *item);
JxItem *jx_item_card_get_item (JxItemCard *card);
/** jx_item_card_update: shows the number anew and which moves there are, after the list changed. */
void jx_item_card_update (JxItemCard *card);

G_END_DECLS
