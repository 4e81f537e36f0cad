/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-table.h"
#include "jx-ways.h"

#include <locale.h>

/* The table that sums all projects up, and the tabs they are opened in. */

#define NAME "村内道路维修改造"
#define PROJECT "2 " NAME

static AtspiAccessible *page; /* around the table */
static AtspiAccessible *table;

static void
lay_out (JxDesk *desk)
{
  jx_ways_cut (desk, JX_KIND_SUB_GOAL, 0);
  jx_ways_cut (desk, JX_KIND_MEASURE, 0);
}

static void
prepare (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.open-overview");
  page = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "All projects");
  table = jx_robot_find (desk->robot, page, ATSPI_ROLE_TREE_TABLE, "All projects");
}

/* By Tab past what stands above it. */
static void
go_into_table (JxDesk *desk)
{
  jx_robot_walk (desk->robot, "Tab", jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Add Measure"));
  jx_robot_press (desk->robot, "Tab");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, page, ATSPI_ROLE_INVALID) != NULL);
  jx_robot_wait_place (desk->robot, table); /* the page scrolls it into view */
}

/* How it is sorted is told, and the totals stay. */
static void
wait_sorted (JxDesk *desk, const char *order, const char *last)
{
  jx_robot_until (desk->robot, jx_robot_has_description (table, order));
  jx_robot_until (desk->robot, jx_robot_has_name (jx_robot_find (desk->robot, table, ATSPI_ROLE_TABLE_ROW, NULL), last));
  jx_robot_find (desk->robot, page, ATSPI_ROLE_LABEL, "Total: budget 694.31, spent 278.83, plan 305.077");
}

/* The table scrolls by itself too; it is the page that is turned. */
static void
wheel_to (JxDesk *desk, AtspiAccessible *accessible)
{
  g_autoptr (GObject) ground = (GObject *) jx_ways_find_ground (page);

  jx_robot_wheel_to (desk->robot, ATSPI_ACCESSIBLE (ground), accessible);
}

/* By its head a column is sorted with the smallest first. */
static void
click_head (JxDesk *desk, const char *head)
{
  AtspiAccessible *label = jx_robot_find (desk->robot, table, ATSPI_ROLE_LABEL, head);

  wheel_to (desk, label);
  jx_robot_click (desk->robot, label);
}

#define SORT(name, head, item, action, order, last, by_head, last_by_head) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    go_into_table (desk); \
    jx_robot_press (desk->robot, "Menu"); \
    jx_ways_press_in_menu (desk, page, item); \
    wait_sorted (desk, "Sorted by “" head "”, " order, last); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    click_head (desk, head); \
    wait_sorted (desk, "Sorted by “" head "”, " by_head, last_by_head); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    jx_robot_act (desk->robot, page, action); \
    wait_sorted (desk, "Sorted by “" head "”, " order, last); \
  }

SORT (by_name, "Name", "By Name", "sort.by-name", "ascending", "6 *", "ascending", "6 *")
SORT (by_budget, "Budget, 万元", "By Budget, the Largest First", "sort.by-budget", "descending", "8 *", "ascending", "2 *")
SORT (by_spending, "Spent, 万元", "By Spending, the Largest First", "sort.by-spending", "descending", "8 *", "ascending", "9 *")
SORT (by_plan, "Plan, 万元", "By Plan, the Largest First", "sort.by-plan", "descending", "8 *", "ascending", "2 *")
SORT (by_state, "Against the plan", "By State, Those Behind First", "sort.by-state", "ascending", "7 *", "ascending", "7 *")
SORT (by_number, "No.", "By Number", "sort.by-number", "ascending", "9 *", "ascending", "9 *")

static AtspiAccessible *
find_in_sidebar (JxDesk *desk, const char *row)
{
  AtspiAccessible *projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");

  return jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, row);
}

/* The row beside the document follows what is shown. */
static void
wait_shown (JxDesk *desk, const char *row)
{
  jx_robot_until (desk->robot, jx_robot_has_state (find_in_sidebar (desk, row), ATSPI_STATE_SELECTED));
}

static void
open_by_keyboard (JxDesk *desk)
{
  go_into_table (desk);
  jx_robot_press (desk->robot, "Home");
  jx_robot_until (desk->robot, jx_robot_has_state (jx_robot_find (desk->robot, table, ATSPI_ROLE_TABLE_ROW, "1 *"), ATSPI_STATE_FOCUSED));
  jx_robot_walk (desk->robot, "Down", jx_robot_find (desk->robot, table, ATSPI_ROLE_TABLE_ROW, PROJECT " *"));
  jx_robot_press (desk->robot, "Return");
  wait_shown (desk, PROJECT);
}

static void
open_by_pointer (JxDesk *desk)
{
  AtspiAccessible *row = jx_robot_find (desk->robot, table, ATSPI_ROLE_TABLE_ROW, PROJECT " *");
  AtspiAccessible *name = jx_robot_find (desk->robot, row, ATSPI_ROLE_LABEL, NAME);

  wheel_to (desk, name);
  jx_robot_click (desk->robot, name);
  wait_shown (desk, PROJECT);
}

static void
open_by_reader (JxDesk *desk)
{
  AtspiAccessible *row = jx_robot_find (desk->robot, table, ATSPI_ROLE_TABLE_ROW, PROJECT " *");

  jx_robot_act (desk->robot, jx_robot_find (desk->robot, row, ATSPI_ROLE_LABEL, NAME), "project.open");
  wait_shown (desk, PROJECT);
}

/* Of three tabs the second is in work. */

static void
begin_tabs (JxDesk *desk)
{
  jx_ways_open_project (desk, "1 *");
  jx_ways_open_project (desk, "2 *");
  jx_ways_open_project (desk, "3 *");
}

static void
prepare_tabs (JxDesk *desk)
{
  jx_ways_open_project (desk, "2 *");
  wait_shown (desk, PROJECT);
}

static AtspiAccessible *
find_tab (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_FILLER, name);
}

static void
wait_order (JxDesk *desk, const char *left, const char *right)
{
  jx_robot_until (desk->robot, jx_robot_get_place (find_tab (desk, left)).x < jx_robot_get_place (find_tab (desk, right)).x);
}

static void
drag_tab (JxDesk *desk, const char *name, const char *to)
{
  AtspiRect from = jx_robot_wait_place (desk->robot, find_tab (desk, name));
  AtspiRect there = jx_robot_wait_place (desk->robot, find_tab (desk, to));

  jx_robot_drag (desk->robot, from.x + from.width / 2, from.y + from.height / 2, there.x + there.width / 2, there.y + there.height / 2);
}

static void
switch_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control>Next");
  wait_shown (desk, "3 *");
}

static void
switch_by_pointer (JxDesk *desk)
{
  jx_robot_click (desk->robot, find_tab (desk, "3 *"));
  wait_shown (desk, "3 *");
}

static void
switch_by_reader (JxDesk *desk)
{
  jx_ways_open_project (desk, "3 *");
  wait_shown (desk, "3 *");
}

static void
move_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control><Shift>Prior");
  wait_order (desk, "2 *", "1 *");
  jx_robot_press (desk->robot, "<Control><Shift>Next");
  wait_order (desk, "1 *", "2 *");
}

static void
move_by_pointer (JxDesk *desk)
{
  drag_tab (desk, "2 *", "1 *");
  wait_order (desk, "2 *", "1 *");
  drag_tab (desk, "2 *", "1 *");
  wait_order (desk, "1 *", "2 *");
}

static void
move_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.move-tab-back");
  wait_order (desk, "2 *", "1 *");
  jx_robot_act (desk->robot, desk->window, "win.move-tab-forward");
  wait_order (desk, "1 *", "2 *");
}

static void
wait_closed (JxDesk *desk)
{
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, desk->window, ATSPI_ROLE_FILLER, PROJECT) == 0);
}

static void
close_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control>w");
  wait_closed (desk);
}

static void
close_by_pointer (JxDesk *desk)
{
  jx_ways_click_button (desk, find_tab (desk, PROJECT), NULL);
  wait_closed (desk);
}

static void
close_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.close-tab");
  wait_closed (desk);
}

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }

static const JxDeed sums[] = {
  { "sort by name", WAYS (by_name), NULL, NULL, NULL },
  { "sort by budget", WAYS (by_budget), NULL, NULL, NULL },
  { "sort by spending", WAYS (by_spending), NULL, NULL, NULL },
  { "sort by plan", WAYS (by_plan), NULL, NULL, NULL },
  { "sort by state", WAYS (by_state), NULL, NULL, NULL },
  { "sort by number", WAYS (by_number), NULL, NULL, NULL },
  { "open a project", WAYS (open), NULL, NULL, NULL },
};

static const JxDeed tabs[] = {
  { "go to another tab", WAYS (switch), NULL, NULL, NULL },
  { "move a tab there and back", WAYS (move), NULL, NULL, NULL },
  { "close a tab", WAYS (close), NULL, NULL, NULL },
};

static const JxArea areas[] = {
  { "ways/sums", prepare, sums, G_N_ELEMENTS (sums), lay_out, NULL },
  { "ways/tabs", prepare_tabs, tabs, G_N_ELEMENTS (tabs), NULL, begin_tabs },
};

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    jx_ways_add (&areas[i]);

  return g_test_run ();
}
