/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "review/jx-progress.h"

G_BEGIN_DECLS

#define JX_TYPE_SPENDING_BAR (jx_spending_bar_get_type ())
G_DECLARE_FINAL_TYPE (JxSpendingBar, jx_spending_bar, JX, SPENDING_BAR, GtkWidget)

/**
 * JxSpendingBar:
 *
 * A thin bar: how much of the budget is spent, with a tick where the plan stands at that time. It
 * says nothing that words beside it do not say, and is hidden from screen readers.
 */
GtkWidget *jx_spending_bar_new (void);

/** jx_spending_bar_set_progress: @progress: (nullable): read now, not kept. */
void jx_spending_bar_set_progress (JxSpendingBar *bar, const JxProgress *progress);

G_END_DECLS
