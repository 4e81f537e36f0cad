/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-item-card.h"

G_BEGIN_DECLS

/** jx_item_drag_enable: lets @card be dragged by @handle to a place among the cards beside it; dropped there it emits "dropped". */
void jx_item_drag_enable (JxItemCard *card, GtkWidget *handle);

G_END_DECLS
