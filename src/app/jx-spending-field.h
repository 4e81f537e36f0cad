/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-history.h"

G_BEGIN_DECLS

#define JX_TYPE_SPENDING_FIELD (jx_spending_field_get_type ())
G_DECLARE_FINAL_TYPE (JxSpendingField, jx_spending_field, JX, SPENDING_FIELD, GtkWidget)

/**
 * JxSpendingField:
 *
 * One field of one item beside the sheet: an entry or, for several lines, a text view. Takes what is
 * typed on Enter (the entry) and when it is left; Esc gives it up. What does not fit stays, marked,
 * until it is mended. Signal: "problem-changed" ().
 */
GtkWidget *jx_spending_field_new (JxHistory *history, gboolean several_lines);

/** jx_spending_field_set_target: @name: for assistive technology, translated. Another item's text replaces what stands there. */
void jx_spending_field_set_target (JxSpendingField *self, JxItem *item, JxField field, const char *name);
/** jx_spending_field_set_share_of: the field is a percentage; shown and typed is the amount it means of @whole_fen, of which there must be some. */
void jx_spending_field_set_share_of (JxSpendingField *self, gint64 whole_fen);
JxItem *jx_spending_field_get_item (JxSpendingField *self);
JxField jx_spending_field_get_field (JxSpendingField *self);
/** jx_spending_field_update: shows what the document holds, if that is new. */
void jx_spending_field_update (JxSpendingField *self);
/** jx_spending_field_commit: Returns: whether what stands there is in the document now. */
gboolean jx_spending_field_commit (JxSpendingField *self);
/** jx_spending_field_revert: Returns: whether there was anything to give up. */
gboolean jx_spending_field_revert (JxSpendingField *self);
/** jx_spending_field_get_problem: Returns: (transfer none) (nullable): why what was typed does not fit. */
const char *jx_spending_field_get_problem (JxSpendingField *self);

G_END_DECLS
