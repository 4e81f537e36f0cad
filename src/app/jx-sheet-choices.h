/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-item.h"

G_BEGIN_DECLS

/**
 * jx_sheet_choices_list:
 * @item: whose @field is being written
 *
 * What may be meant: levels from the taxonomy of the document's profile, bases from the profile and
 * then those the document has elsewhere. Anything else may be written too.
 *
 * Returns: (transfer full) (element-type utf8): each once; empty for other fields
 */
GPtrArray *jx_sheet_choices_list (const JxItem *item, JxField field);

#define JX_TYPE_SHEET_CHOICES (jx_sheet_choices_get_type ())
G_DECLARE_FINAL_TYPE (JxSheetChoices, jx_sheet_choices, JX, SHEET_CHOICES, GtkPopover)

/**
 * JxSheetChoices:
 *
 * The choices for the cell in work, in a list below it that never takes the focus: the keys stay with
 * the editor. Signal: "chosen" (utf8) when one is clicked.
 */
GtkWidget *jx_sheet_choices_new (void);

/** jx_sheet_choices_offer: @choices: (element-type utf8) (transfer full): shows them, unless there are none. */
void jx_sheet_choices_offer (JxSheetChoices *self, GPtrArray *choices, const GdkRectangle *at);

/** jx_sheet_choices_narrow: leaves those with @typed in them. */
void jx_sheet_choices_narrow (JxSheetChoices *self, const char *typed);

/** jx_sheet_choices_step: marks the next or previous. Returns: (transfer none) (nullable): it; %NULL if nothing is offered. */
const char *jx_sheet_choices_step (JxSheetChoices *self, int by);

G_END_DECLS
