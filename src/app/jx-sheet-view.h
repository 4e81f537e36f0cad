/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "form/jx-form.h"
#include "model/jx-history.h"

G_BEGIN_DECLS

#define JX_TYPE_SHEET_VIEW (jx_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (JxSheetView, jx_sheet_view, JX, SHEET_VIEW, GtkWidget)

/**
 * JxSheetView:
 *
 * A form filled in, as it prints, on a sheet of paper on the screen, where every cell bound to a
 * field is written in. It follows the document: after each edit it lays the form out anew and keeps
 * every cell that shows the same field of the same item, so that neither the focus nor what is
 * being typed is lost.
 *
 * Give it a scroller above it; it keeps the cell in work in view.
 */
GtkWidget *jx_sheet_view_new (JxHistory *history, const JxForm *form, JxItem *item);

/** jx_sheet_view_set_form: shows the item by @form from now on; what shows the same field keeps the focus. What is being typed is to be taken first. */
void jx_sheet_view_set_form (JxSheetView *sheet, const JxForm *form);

/** jx_sheet_view_commit: takes what is being typed. Returns: %FALSE if something typed does not fit; the focus is then on it. */
gboolean jx_sheet_view_commit (JxSheetView *sheet);

/** jx_sheet_view_revert: gives up what is being typed, or else what was typed and did not fit. Returns: whether there was anything. */
gboolean jx_sheet_view_revert (JxSheetView *sheet);

/** jx_sheet_view_get_percent: Returns: how large it is shown, in percent of the paper's own size. */
int jx_sheet_view_get_percent (JxSheetView *sheet);

/** jx_sheet_view_get_least_width: Returns: in pixels: as narrow as the form may be shown where it is as wide as there is room. */
int jx_sheet_view_get_least_width (JxSheetView *sheet);

/** jx_sheet_view_reveal: @field: or %JX_FIELD_NONE for the first of @item. Returns: whether the sheet shows it; then it is in view and has the focus. */
gboolean jx_sheet_view_reveal (JxSheetView *sheet, JxItem *item, JxField field);

/** jx_sheet_row_menu_new: Returns: (transfer full): what can be done with the row and the cells in work, for the focus in a sheet. */
GMenuModel *jx_sheet_row_menu_new (void);

/** jx_sheet_view_open_library: takes what is being typed and shows the indicator library; what is chosen there comes below the row in work, or last. Returns: %FALSE where the form has no table of indicators. */
gboolean jx_sheet_view_open_library (JxSheetView *sheet);

G_END_DECLS
