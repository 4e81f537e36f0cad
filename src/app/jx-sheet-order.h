/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-edit.h"
#include "review/jx-profile.h"

G_BEGIN_DECLS

/** jx_sheet_order_knows: Returns: whether @value, of @field, is blank or in the list the profile has for it; always for other fields than the two levels. */
gboolean jx_sheet_order_knows (const JxProfile *profile, const JxItem *item, JxField field, const char *value);

/**
 * jx_sheet_order_get_next:
 * @row: (nullable): a row; %NULL for the beginning
 * @level1, @level2: (out) (nullable): the group that follows that of @row in official order; %NULL when
 *   it is the last or none the rule set knows
 */
void jx_sheet_order_get_next (const JxProfile *profile, const JxItem *row, const char **level1, const char **level2);

/** jx_sheet_order_sort: Returns: (transfer full) (nullable): puts the items of @owner's list of @kind, indicators of the year or of the medium term, into official order; those of one group stay in theirs. %NULL where they stand so. */
JxEdit *jx_sheet_order_sort (const JxProfile *profile, JxItem *owner, JxKind kind);

G_END_DECLS
