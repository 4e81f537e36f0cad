/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jx-desk.h"

G_BEGIN_DECLS

/* What hands do in the cells of a sheet. Cells are named as the program names them: "Row 2, Target value". */

/** jx_table_show: turns the wheel until @accessible of @sheet is in view. */
void jx_table_show (JxDesk *desk, AtspiAccessible *sheet, AtspiAccessible *accessible);

/** jx_table_click: with the mouse, once it is in view. Returns: the cell. */
AtspiAccessible *jx_table_click (JxDesk *desk, AtspiAccessible *sheet, const char *name);

/** jx_table_spell: clicks on the cell and spells @text in its editor, whose name is @editor; what is clicked next takes it. Returns: the cell. */
AtspiAccessible *jx_table_spell (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *editor, const char *text);

/** jx_table_select_down_by_keyboard: from the cell @name, which has the focus, to @below. */
void jx_table_select_down_by_keyboard (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *below);
void jx_table_select_down_by_pointer (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *below);
void jx_table_select_down_by_reader (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *below);

/** jx_table_drag_range: with the mouse, from the middle of one cell to that of another; both are in view. */
void jx_table_drag_range (JxDesk *desk, AtspiAccessible *sheet, const char *from, const char *to);

/** jx_table_drag_row: with the mouse, by the handle of the row in work, to @y of the window. */
void jx_table_drag_row (JxDesk *desk, AtspiAccessible *sheet, int y);

/** jx_table_press_in_menu: by keys, of the row in work. */
void jx_table_press_in_menu (JxDesk *desk, AtspiAccessible *sheet, const char *item);

/** jx_table_click_in_menu: with the mouse, on the cell's menu. */
void jx_table_click_in_menu (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *item);

/** jx_table_set: as assistive technology would: writes into the cell and goes back onto it, which takes the text. Returns: the cell. */
AtspiAccessible *jx_table_set (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *editor, const char *text);

/** jx_table_focus: as assistive technology would. Returns: the cell. */
AtspiAccessible *jx_table_focus (JxDesk *desk, AtspiAccessible *sheet, const char *name);

/** jx_table_wait_focus: waits until the cell has the focus. Returns: the cell. */
AtspiAccessible *jx_table_wait_focus (JxDesk *desk, AtspiAccessible *sheet, const char *name);

G_END_DECLS
