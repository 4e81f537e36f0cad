/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

/* What is done with the text in work by its menu, and by assistive technology: the keys of the editor
 * are F2, Alt+Enter and Escape. */

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);

  if (cell && !jx_sheet_view_toggle (sheet, cell))
    jx_sheet_view_edit (sheet, cell, NULL, g_utf8_strlen (jx_sheet_cell_get_shown (cell), -1));
}

static void
break_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jx_sheet_editor_break (JX_SHEET_VIEW (widget)->editor);
}

static void
revert_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  jx_sheet_view_give_up_editing (JX_SHEET_VIEW (widget));
}

void
jx_sheet_view_enable_edit_actions (JxSheetView *sheet)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "sheet.break", sheet->editing && jx_sheet_editor_may_break (sheet->editor));
  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "sheet.revert", sheet->editing != NULL);
}

void
jx_sheet_view_class_init_edit_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "sheet.break", NULL, break_cb);
  gtk_widget_class_install_action (widget_class, "sheet.revert", NULL, revert_cb);
}
