/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* Whole rows of the indicator table. */

#define ROW "Row 1, Target value"

static void
prepare (JxDesk *desk)
{
  jx_ways_open_project (desk, "1 *");
  jx_ways_go_to (desk, ROW);
}

/* The menu of the row in work. */
static void
open_row_menu (JxDesk *desk)
{
  jx_robot_press (desk->robot, "Menu");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_MENU_ITEM) != NULL);
}

static void
press_in_menu (JxDesk *desk, const char *item)
{
  AtspiAccessible *sheet = jx_ways_get_sheet (desk);

  open_row_menu (desk);
  jx_robot_walk (desk->robot, "Down", jx_robot_find (desk->robot, sheet, ATSPI_ROLE_MENU_ITEM, item));
  jx_robot_press (desk->robot, "Return");
}

static void
click_in_row_menu (JxDesk *desk, const char *item)
{
  AtspiAccessible *sheet = jx_ways_get_sheet (desk);

  jx_robot_click_second (desk->robot, jx_desk_find_cell (desk, sheet, ROW));
  jx_ways_click_in_menu (desk, sheet, item, NULL);
}

static void
duplicate_by_keyboard (JxDesk *desk)
{
  press_in_menu (desk, "Duplicate");
}

static void
duplicate_by_pointer (JxDesk *desk)
{
  click_in_row_menu (desk, "Duplicate");
}

static void
duplicate_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, jx_ways_get_sheet (desk), "row.duplicate");
}

static const JxDeed deeds[] = {
  { "duplicate", { duplicate_by_keyboard, duplicate_by_pointer, duplicate_by_reader }, "Duplicate “Indicator”",
    "Project 1 · Indicator 2: added “补助行政村数量”\n" },
};

static const JxArea area = { "ways/rows", prepare, deeds, G_N_ELEMENTS (deeds) };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&area);

  return g_test_run ();
}
