/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-history.h"

G_BEGIN_DECLS

#define JX_TYPE_FIELD_EDIT (jx_field_edit_get_type ())
G_DECLARE_FINAL_TYPE (JxFieldEdit, jx_field_edit, JX, FIELD_EDIT, GtkWidget)

/**
 * JxFieldEdit:
 *
 * One field of one item to be written in, with its name above and, when it does not fit, the reason
 * below. Enter (in fields of one line) and leaving take what was typed, Escape gives it up; it
 * follows the document, but never over what is being typed.
 *
 * Signal: "lines" (#GStrv) when several lines are pasted into it while it is blank, for those who make
 * an item of each; without a handler they are pasted as they are.
 */

/** jx_field_edit_new: @label: (nullable): the name shown above; %NULL for none, then only screen readers are told the field's own. */
GtkWidget *jx_field_edit_new (JxHistory *history, JxItem *item, JxField field, const char *label);
JxItem *jx_field_edit_get_item (JxFieldEdit *edit);
JxField jx_field_edit_get_field (JxFieldEdit *edit);
/** jx_field_edit_set_name: what a screen reader calls it, where the field's name alone does not tell which: “（二） goal”. */
void jx_field_edit_set_name (JxFieldEdit *edit, const char *name);
/** jx_field_edit_commit: Returns: %FALSE if what was typed does not fit; then the reason is shown. */
gboolean jx_field_edit_commit (JxFieldEdit *edit);
/** jx_field_edit_revert: Returns: whether anything was given up. */
gboolean jx_field_edit_revert (JxFieldEdit *edit);

G_END_DECLS
