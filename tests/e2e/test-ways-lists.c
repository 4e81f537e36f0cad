/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* The cards of the department's page: sub-goals, which have a title, and measures, which have a text. */

#define TITLE "（二） Sub-goal title"
#define MEASURE "（二） Measure"
#define MOVED_MEASURE "Safeguard measure 2: moved “规范资金使用。严格执行审批、采购和验收程序，专款专用，不挤占、不挪用。” here\n"

#define MOST_ITEMS 4

/* Few enough that one gets past them soon. */
static void
lay_out (JxDesk *desk)
{
  jx_ways_cut (desk, JX_KIND_SUB_GOAL, MOST_ITEMS);
  jx_ways_cut (desk, JX_KIND_MEASURE, MOST_ITEMS);
}

static void
prepare (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.open-overview");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "All projects");
}

/* Three names of indicators are on the clipboard. */
static void
prepare_lines (JxDesk *desk)
{
  AtspiAccessible *sheet = jx_ways_open_project (desk, "1 *");

  jx_ways_go_to (desk, "Row 1, Level-3 indicator");
  for (guint row = 2; row <= 3; row++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u, Level-3 indicator", row);

      jx_robot_act (desk->robot, sheet, "select.down");
      jx_robot_until (desk->robot, jx_robot_has_state (jx_desk_find_cell (desk, sheet, name), ATSPI_STATE_SELECTED));
    }
  jx_robot_act (desk->robot, sheet, "cells.copy");
  prepare (desk);
}

static AtspiAccessible *
find_list (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, name);
}

/* The card in work of each list: the second. */
static AtspiAccessible *
find_card (JxDesk *desk, const char *list)
{
  return jx_robot_find (desk->robot, find_list (desk, list), ATSPI_ROLE_PANEL, "（二）");
}

/* A button within a button: the inner is the one that has the focus. */
static AtspiAccessible *
find_menu_button (JxDesk *desk, const char *list)
{
  AtspiAccessible *outer = jx_robot_find (desk->robot, find_card (desk, list), ATSPI_ROLE_PUSH_BUTTON, "Actions of （二）");

  return jx_robot_find (desk->robot, outer, ATSPI_ROLE_PUSH_BUTTON, NULL);
}

static AtspiAccessible *
find_field (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, name);
}

/* How each of the commands of a card is given in each way. */

static void
press_in_card_menu (JxDesk *desk, const char *list, const char *item)
{
  AtspiAccessible *button = find_menu_button (desk, list);

  jx_robot_walk (desk->robot, "Tab", button);
  jx_robot_wait_place (desk->robot, button); /* the page scrolls it into view, and there its menu opens */
  jx_robot_press (desk->robot, "Return");
  jx_ways_press_in_menu (desk, find_card (desk, list), item);
}

static void
click_in_card_menu (JxDesk *desk, const char *list, const char *item)
{
  AtspiAccessible *button = find_menu_button (desk, list);

  jx_ways_wheel_to (desk, button);
  jx_robot_click (desk->robot, button);
  jx_ways_click_in_menu (desk, find_card (desk, list), item, NULL);
}

static void
act_on_card (JxDesk *desk, const char *list, const char *action)
{
  jx_robot_act (desk->robot, find_card (desk, list), action);
}

/* The new card, or the one that was moved, is where one is, and says where it stands. */
static void
wait_focused (JxDesk *desk, const char *field)
{
  jx_robot_until (desk->robot, jx_robot_has_state (find_field (desk, field), ATSPI_STATE_FOCUSED));
}

#define COMMAND(name, list, item, action, then) \
  static void name##_by_keyboard (JxDesk *desk) { press_in_card_menu (desk, list, item); then; } \
  static void name##_by_pointer (JxDesk *desk) { click_in_card_menu (desk, list, item); then; } \
  static void name##_by_reader (JxDesk *desk) { act_on_card (desk, list, action); then; }

COMMAND (add_goal_before, "Sub-goals", "Add Before", "item.add-before", wait_focused (desk, TITLE))
COMMAND (add_goal_after, "Sub-goals", "Add After", "item.add-after", wait_focused (desk, "（三） Sub-goal title"))
COMMAND (move_goal_up, "Sub-goals", "Move Up", "item.move-up", wait_focused (desk, "（一） Sub-goal title"))
COMMAND (remove_goal, "Sub-goals", "Remove", "item.remove", wait_focused (desk, TITLE))
COMMAND (paste_goals, "Sub-goals", "Paste Lines as Items", "item.paste", wait_focused (desk, "（三） Sub-goal title"))
COMMAND (add_measure_after, "Measures", "Add After", "item.add-after", wait_focused (desk, "（三） Measure"))
COMMAND (remove_measure, "Measures", "Remove", "item.remove", wait_focused (desk, MEASURE))
COMMAND (paste_measures, "Measures", "Paste Lines as Items", "item.paste", wait_focused (desk, "（三） Measure"))

/* At the end, by the button that stands there. */

static void
add_goal_by_keyboard (JxDesk *desk)
{
  jx_robot_walk (desk->robot, "Tab", jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Add Sub-goal"));
  jx_robot_press (desk->robot, "Return");
  wait_focused (desk, "（五） Sub-goal title");
}

static void
add_goal_by_pointer (JxDesk *desk)
{
  AtspiAccessible *button = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Add Sub-goal");

  jx_ways_wheel_to (desk, button);
  jx_robot_click (desk->robot, button);
  wait_focused (desk, "（五） Sub-goal title");
}

static void
add_goal_by_reader (JxDesk *desk)
{
  jx_robot_activate (desk->robot, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Add Sub-goal"));
  wait_focused (desk, "（五） Sub-goal title");
}

/* One place down: by its keys, by its number as a handle, by its action. */

static void
drag_card (JxDesk *desk, const char *list)
{
  AtspiAccessible *card = find_card (desk, list);
  AtspiAccessible *next = jx_robot_find (desk->robot, find_list (desk, list), ATSPI_ROLE_PANEL, "（三）");
  AtspiAccessible *number = jx_robot_find (desk->robot, card, ATSPI_ROLE_LABEL, "（二）");
  AtspiRect from, to;

  /* Not at the very edge, where the window itself is taken hold of. */
  jx_ways_wheel_to (desk, jx_robot_find (desk->robot, find_list (desk, list), ATSPI_ROLE_PANEL, "（四）"));
  jx_ways_wheel_to (desk, number);
  from = jx_robot_wait_place (desk->robot, number);
  to = jx_robot_get_place (next);
  jx_robot_drag (desk->robot, from.x + from.width / 2, from.y + from.height / 2, to.x + 40, to.y + to.height - 6);
}

static void
move_goal_down_by_keyboard (JxDesk *desk)
{
  jx_robot_walk (desk->robot, "Tab", find_field (desk, TITLE));
  jx_robot_press (desk->robot, "<Alt>Down");
  wait_focused (desk, "（三） Sub-goal title");
}

static void
move_goal_down_by_pointer (JxDesk *desk)
{
  drag_card (desk, "Sub-goals");
  wait_focused (desk, "（三） Sub-goal title");
}

static void
move_goal_down_by_reader (JxDesk *desk)
{
  act_on_card (desk, "Sub-goals", "item.move-down");
  wait_focused (desk, "（三） Sub-goal title");
}

static void
move_measure_down_by_keyboard (JxDesk *desk)
{
  jx_robot_walk (desk->robot, "Tab", find_field (desk, MEASURE));
  jx_robot_press (desk->robot, "<Alt>Down");
  wait_focused (desk, "（三） Measure");
}

static void
move_measure_down_by_pointer (JxDesk *desk)
{
  drag_card (desk, "Measures");
  wait_focused (desk, "（三） Measure");
}

static void
move_measure_down_by_reader (JxDesk *desk)
{
  act_on_card (desk, "Measures", "item.move-down");
  wait_focused (desk, "（三） Measure");
}

static const JxDeed deeds[] = {
  { "add a sub-goal at the end", { add_goal_by_keyboard, add_goal_by_pointer, add_goal_by_reader }, "Add sub-goal",
    "Sub-goal 5: added “”\n" },
  { "add a sub-goal before", { add_goal_before_by_keyboard, add_goal_before_by_pointer, add_goal_before_by_reader }, "Add sub-goal",
    "Sub-goal 2: added “”\n" },
  { "add a sub-goal after", { add_goal_after_by_keyboard, add_goal_after_by_pointer, add_goal_after_by_reader }, "Add sub-goal",
    "Sub-goal 3: added “”\n" },
  { "move a sub-goal up", { move_goal_up_by_keyboard, move_goal_up_by_pointer, move_goal_up_by_reader }, "Move sub-goal",
    "Sub-goal 1: moved “便民服务” here\n" },
  { "move a sub-goal down", { move_goal_down_by_keyboard, move_goal_down_by_pointer, move_goal_down_by_reader }, "Move sub-goal",
    "Sub-goal 2: moved “乡村建设” here\n" },
  { "remove a sub-goal", { remove_goal_by_keyboard, remove_goal_by_pointer, remove_goal_by_reader }, "Remove sub-goal",
    "Sub-goal 2: removed “便民服务”\n" },
  { "add a measure after", { add_measure_after_by_keyboard, add_measure_after_by_pointer, add_measure_after_by_reader }, "Add measure",
    "Safeguard measure 3: added “”\n" },
  { "move a measure down", { move_measure_down_by_keyboard, move_measure_down_by_pointer, move_measure_down_by_reader }, "Move measure",
    MOVED_MEASURE },
  { "remove a measure", { remove_measure_by_keyboard, remove_measure_by_pointer, remove_measure_by_reader }, "Remove measure",
    "Safeguard measure 2: removed “细化支出计划。年初把每个项目的资金安排到3月、6月、10月和12月四个节点，逐节点对照，落后的及时说明原因并调整。”\n" },
};

static const JxDeed pastes[] = {
  { "paste lines as sub-goals", { paste_goals_by_keyboard, paste_goals_by_pointer, paste_goals_by_reader }, "Add 3 × “Sub-goal”",
    "Sub-goal 3: added “补助行政村数量”\n"
    "Sub-goal 4: added “资金使用合规率”\n"
    "Sub-goal 5: added “资金拨付时间”\n" },
  { "paste lines as measures", { paste_measures_by_keyboard, paste_measures_by_pointer, paste_measures_by_reader }, "Add 3 × “Safeguard measure”",
    "Safeguard measure 3: added “补助行政村数量”\n"
    "Safeguard measure 4: added “资金使用合规率”\n"
    "Safeguard measure 5: added “资金拨付时间”\n" },
};

static const JxArea areas[] = {
  { "ways/lists", prepare, deeds, G_N_ELEMENTS (deeds), lay_out, NULL },
  { "ways/lines", prepare_lines, pastes, G_N_ELEMENTS (pastes), lay_out, NULL },
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
