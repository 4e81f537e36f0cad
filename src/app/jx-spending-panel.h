/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-history.h"

G_BEGIN_DECLS

#define JX_TYPE_SPENDING_PANEL (jx_spending_panel_get_type ())
G_DECLARE_FINAL_TYPE (JxSpendingPanel, jx_spending_panel, JX, SPENDING_PANEL, GtkWidget)

/**
 * JxSpendingPanel:
 *
 * What stands beside a project's sheet: the chart, which also says in words how spending stands, the
 * checkpoints with what was spent by each, and for the latest the reason and the remedy.
 */
GtkWidget *jx_spending_panel_new (JxHistory *history, JxItem *project);

/** jx_spending_panel_commit: Returns: %FALSE if something typed does not fit; the focus is then on it. */
gboolean jx_spending_panel_commit (JxSpendingPanel *panel);
/** jx_spending_panel_revert: Returns: whether there was anything to give up. */
gboolean jx_spending_panel_revert (JxSpendingPanel *panel);
/** jx_spending_panel_reveal: Returns: whether the panel shows @field of @item; then it has the focus. */
gboolean jx_spending_panel_reveal (JxSpendingPanel *panel, JxItem *item, JxField field);

G_END_DECLS
