/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-table.h"
#include "review/jx-profile.h"

G_BEGIN_DECLS

/**
 * jx_sheet_order_rank:
 * @item: an indicator
 * @data: the #JxProfile
 *
 * Where an indicator stands by the taxonomy, for jx_sheet_table_sort(). Names fit with or without 指标
 * at their end; one the profile does not know comes last in its group; a blank one belongs where the
 * row before it does.
 */
guint jx_sheet_order_rank (const JxItem *item, gpointer data);

/** jx_sheet_order_knows: Returns: whether @value, of @field, is blank or in the list the profile has for it; always for other fields than the two levels. */
gboolean jx_sheet_order_knows (const JxProfile *profile, const JxItem *item, JxField field, const char *value);

G_END_DECLS
