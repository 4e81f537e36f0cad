/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/jx-sheet-suggest.h"

G_BEGIN_DECLS

#define JX_TYPE_SHEET_CHOICES (jx_sheet_choices_get_type ())
G_DECLARE_FINAL_TYPE (JxSheetChoices, jx_sheet_choices, JX, SHEET_CHOICES, GtkPopover)

/**
 * JxSheetChoices:
 *
 * What helps with the cell in work, below it: how what was typed is understood, and a list of what
 * may be meant. It never takes the focus: the keys stay with the editor. Signal: "chosen" (utf8) when
 * one is clicked.
 */
GtkWidget *jx_sheet_choices_new (void);

/**
 * jx_sheet_choices_offer:
 * @choices: (element-type JxSheetChoice) (transfer full)
 * @told: (nullable): how what stands there is understood
 * @at: the cell
 *
 * Shows both, unless there is nothing of either.
 */
void jx_sheet_choices_offer (JxSheetChoices *self, GPtrArray *choices, const char *told, const GdkRectangle *at);

/** jx_sheet_choices_begin: for another cell; @in_view: whether that can be seen now. */
void jx_sheet_choices_begin (JxSheetChoices *self, gboolean in_view);

/** jx_sheet_choices_set_in_view: what hangs on a cell goes out of sight with it, and comes back. */
void jx_sheet_choices_set_in_view (JxSheetChoices *self, gboolean in_view);

/** jx_sheet_choices_tell: @told: (nullable): as there; the list stays. */
void jx_sheet_choices_tell (JxSheetChoices *self, const char *told);

/** jx_sheet_choices_step: marks the next or previous. Returns: (transfer none) (nullable): it; %NULL if nothing is offered. */
const char *jx_sheet_choices_step (JxSheetChoices *self, int by);

G_END_DECLS
