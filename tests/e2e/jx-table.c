/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-table.h"

static AtspiAccessible *
get_pane (AtspiAccessible *sheet)
{
  AtspiAccessible *pane = atspi_accessible_get_parent (sheet, NULL);

  while (atspi_accessible_get_role (pane, NULL) != ATSPI_ROLE_SCROLL_PANE)
    {
      AtspiAccessible *around = atspi_accessible_get_parent (pane, NULL);

      g_object_unref (pane);
      pane = around;
    }

  return pane;
}

void
jx_table_show (JxDesk *desk, AtspiAccessible *sheet, AtspiAccessible *accessible)
{
  g_autoptr (GObject) pane = (GObject *) get_pane (sheet);

  jx_robot_wheel_to (desk->robot, ATSPI_ACCESSIBLE (pane), accessible);
}

AtspiAccessible *
jx_table_click (JxDesk *desk, AtspiAccessible *sheet, const char *name)
{
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, name);

  jx_table_show (desk, sheet, cell);
  jx_robot_click (desk->robot, cell);

  return cell;
}

AtspiAccessible *
jx_table_spell (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *editor, const char *text)
{
  AtspiAccessible *cell = jx_table_click (desk, sheet, name);
  AtspiAccessible *input = jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, editor);

  jx_robot_type (desk->robot, text);
  jx_robot_until (desk->robot, jx_robot_has_text (input, text));

  return cell;
}

void
jx_table_drag_range (JxDesk *desk, AtspiAccessible *sheet, const char *from, const char *to)
{
  AtspiAccessible *first = jx_desk_find_cell (desk, sheet, from);
  AtspiAccessible *last = jx_desk_find_cell (desk, sheet, to);
  AtspiRect start = jx_robot_wait_place (desk->robot, first);
  AtspiRect end = jx_robot_wait_place (desk->robot, last);

  jx_robot_drag (desk->robot, start.x + start.width / 2, start.y + start.height / 2, end.x + end.width / 2, end.y + end.height / 2);
  jx_robot_until (desk->robot, jx_robot_has_state (first, ATSPI_STATE_SELECTED) && jx_robot_has_state (last, ATSPI_STATE_SELECTED));
}

void
jx_table_drag_row (JxDesk *desk, AtspiAccessible *sheet, int y)
{
  AtspiAccessible *handle = jx_robot_find (desk->robot, sheet, ATSPI_ROLE_PUSH_BUTTON, "Insert, move or delete this row");
  AtspiRect place = jx_robot_wait_place (desk->robot, handle);
  int x = place.x + place.width / 2;

  jx_robot_drag (desk->robot, x, place.y + place.height / 2, x, y);
}

void
jx_table_press_in_menu (JxDesk *desk, AtspiAccessible *sheet, const char *item)
{
  jx_robot_press (desk->robot, "Menu");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_MENU_ITEM) != NULL);
  jx_robot_walk (desk->robot, "Down", jx_robot_find (desk->robot, sheet, ATSPI_ROLE_MENU_ITEM, item));
  jx_robot_press (desk->robot, "Return");
}

void
jx_table_click_in_menu (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *item)
{
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, name);

  jx_table_show (desk, sheet, cell);
  jx_robot_click_second (desk->robot, cell);
  jx_robot_click_in_popup (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_MENU_ITEM, item));
}

AtspiAccessible *
jx_table_set (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *editor, const char *text)
{
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, name);
  g_autofree char *shown = g_strconcat (text, "*", NULL);

  jx_robot_act (desk->robot, cell, "cell.edit");
  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, editor), text);
  jx_table_focus (desk, sheet, name);
  jx_robot_until (desk->robot, jx_robot_has_description (cell, shown));

  return cell;
}

AtspiAccessible *
jx_table_focus (JxDesk *desk, AtspiAccessible *sheet, const char *name)
{
  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, name), "cell.focus");

  return jx_table_wait_focus (desk, sheet, name);
}

AtspiAccessible *
jx_table_wait_focus (JxDesk *desk, AtspiAccessible *sheet, const char *name)
{
  AtspiAccessible *cell = NULL;

  /* Rows move, so that another may have the name by now. */
  jx_robot_until (desk->robot, (cell = jx_robot_seek (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL, name)) != NULL
                                 && jx_robot_has_state (cell, ATSPI_STATE_FOCUSED));

  return cell;
}

void
jx_table_select_down_by_keyboard (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *below)
{
  jx_robot_press (desk->robot, "<Shift>Down");
  jx_table_wait_focus (desk, sheet, below);
}

void
jx_table_select_down_by_pointer (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *below)
{
  jx_table_drag_range (desk, sheet, name, below);
}

void
jx_table_select_down_by_reader (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *below)
{
  jx_robot_act (desk->robot, sheet, "select.down");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_table_wait_focus (desk, sheet, below), "*. 2 × 1 cells selected"));
}
