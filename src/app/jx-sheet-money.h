/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-cell.h"

G_BEGIN_DECLS

/* Amounts that are parts of another: fiscal, carried-over and other funds of the budget, as it was, as
 * it was adjusted, as it was spent. Where a part is blank it counts as nothing. */

/** jx_sheet_money_knows: Returns: whether @field is such an amount, the whole or a part. */
gboolean jx_sheet_money_knows (JxField field);

/** jx_sheet_money_dup_fault: Returns: (transfer full) (nullable): what does not add up of @field's whole and its parts, as @item has them. */
char *jx_sheet_money_dup_fault (const JxItem *item, JxField field);

/** jx_sheet_money_dup_sum: Returns: (transfer full) (nullable): what the parts would add up to with @typed in @field; %NULL where there is none. */
char *jx_sheet_money_dup_sum (const JxItem *item, JxField field, const char *typed);

G_END_DECLS
