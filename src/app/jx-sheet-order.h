/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-table.h"
#include "review/jx-profile.h"

G_BEGIN_DECLS

/**
 * jx_sheet_order_rank:
 * @item: an indicator, of the year or of the medium term
 * @data: the #JxProfile
 *
 * Where an indicator stands by the taxonomy, for jx_sheet_table_sort(). Names fit with or without 指标
 * at their end; one the profile does not know comes last in its group; a blank one belongs where the
 * row before it does.
 */
guint jx_sheet_order_rank (const JxItem *item, gpointer data);

/** jx_sheet_order_knows: Returns: whether @value, of @field, is blank or in the list the profile has for it; always for other fields than the two levels. */
gboolean jx_sheet_order_knows (const JxProfile *profile, const JxItem *item, JxField field, const char *value);

/**
 * jx_sheet_order_get_next:
 * @row: (nullable): a row; %NULL for the beginning
 * @level1, @level2: (out) (nullable): the group that follows that of @row in official order; %NULL when
 *   it is the last or none the rule set knows
 */
void jx_sheet_order_get_next (const JxProfile *profile, const JxItem *row, const char **level1, const char **level2);

G_END_DECLS
