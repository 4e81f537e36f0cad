/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-table.h"
#include "jx-ways.h"

#include <locale.h>

/* The words of the department's page, and the goals of a project, which are a list in its sheet. */

static void
lay_out (JxDesk *desk)
{
  jx_ways_cut (desk, JX_KIND_SUB_GOAL, 1);
  jx_ways_cut (desk, JX_KIND_MEASURE, 1);
}

static void
prepare_page (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.open-overview");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "All projects");
}

static AtspiAccessible *
find_field (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, name);
}

/* @keys: take what was written. By the mouse the next place one clicks on takes it. */
#define FIELD(id, name, text, keys) \
  static void id##_by_keyboard (JxDesk *desk) \
  { \
    AtspiAccessible *field = find_field (desk, name); \
    jx_robot_walk (desk->robot, "Tab", field); \
    jx_ways_type_over (desk, field, text); \
    jx_robot_press (desk->robot, keys); \
  } \
  static void id##_by_pointer (JxDesk *desk) \
  { \
    AtspiAccessible *field = find_field (desk, name); \
    jx_ways_wheel_to (desk, field); \
    jx_ways_drag_over (desk, field, text); \
    jx_robot_click (desk->robot, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_ENTRY, "Filter projects")); \
  } \
  static void id##_by_reader (JxDesk *desk) \
  { \
    jx_robot_set_text (desk->robot, find_field (desk, name), text); \
  }

FIELD (year, "Year", "2027", "Return")
FIELD (region, "Region", "青禾县北区", "Return")
FIELD (unit_code, "Unit code", "352999", "Return")
FIELD (unit_name, "Unit name", "云溪镇", "Return")
FIELD (goal, "Overall goal", "办好实事。", "<Control>Return")
FIELD (intro, "Safeguards, introduction", "落实以下措施。", "Tab")
FIELD (title, "（一） Sub-goal title", "党建", "Return")
FIELD (sub_goal, "（一） Goal of the sub-goal", "健全制度。", "Tab")
FIELD (indicator, "（一） Indicator of the sub-goal", "办结率92%。", "<Control>Return")
FIELD (measure, "（一） Measure", "加强领导。", "<Control>Return")

/* Goals of a project. */

static AtspiAccessible *sheet;

static void
begin_goals (JxDesk *desk)
{
  sheet = jx_ways_open_project (desk, "1 *");
}

/* Three names of indicators are on the clipboard. */
static void
prepare_goals (JxDesk *desk)
{
  jx_table_focus (desk, sheet, "Row 1, Level-3 indicator");
  for (guint row = 2; row <= 3; row++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u, Level-3 indicator", row);

      jx_robot_act (desk->robot, sheet, "select.down");
      jx_robot_until (desk->robot, jx_robot_has_state (jx_desk_find_cell (desk, sheet, name), ATSPI_STATE_SELECTED));
    }
  jx_robot_act (desk->robot, sheet, "cells.copy");
  jx_table_focus (desk, sheet, "Goal 1");
}

static void
wait_goal (JxDesk *desk, const char *name, const char *text)
{
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, name), text));
}

#define COMMAND(id, item, action, then) \
  static void id##_by_keyboard (JxDesk *desk) { jx_table_press_in_menu (desk, sheet, item); then; } \
  static void id##_by_pointer (JxDesk *desk) { jx_table_click_in_menu (desk, sheet, "Goal 1", item); then; } \
  static void id##_by_reader (JxDesk *desk) { jx_robot_act (desk->robot, sheet, action); then; }

COMMAND (duplicate, "Duplicate", "row.duplicate", wait_goal (desk, "Goal 2", "2.按季度*"))
COMMAND (delete, "Delete", "row.delete", wait_goal (desk, "Goal 1", "1.规范村级*"))
COMMAND (paste, "Paste", "cells.paste", wait_goal (desk, "Goal 3", "3.资金拨付时间*"))

/* What is written at the end of the list is a new one. */

static void
add_by_keyboard (JxDesk *desk)
{
  jx_robot_walk (desk->robot, "Tab", jx_desk_find_cell (desk, sheet, "Add Goal"));
  jx_robot_type (desk->robot, "按时拨付。");
  jx_robot_press (desk->robot, "Return");
  wait_goal (desk, "Goal 3", "3.按时拨付。*");
}

static void
add_by_pointer (JxDesk *desk)
{
  jx_table_click (desk, sheet, "Add Goal");
  jx_robot_type (desk->robot, "按时拨付。");
  jx_table_click (desk, sheet, "Project code");
  wait_goal (desk, "Goal 3", "3.按时拨付。*");
}

static void
add_by_reader (JxDesk *desk)
{
  AtspiAccessible *adds = jx_desk_find_cell (desk, sheet, "Add Goal");

  jx_robot_act (desk->robot, adds, "cell.edit");
  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, NULL), "按时拨付。");
  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, "Project code"), "cell.focus");
  wait_goal (desk, "Goal 3", "3.按时拨付。*");
}

static void
write_by_keyboard (JxDesk *desk)
{
  jx_robot_type (desk->robot, "按月拨付。");
  jx_robot_press (desk->robot, "Return");
  wait_goal (desk, "Goal 1", "1.按月拨付。*");
}

static void
write_by_pointer (JxDesk *desk)
{
  jx_table_click (desk, sheet, "Goal 1");
  jx_ways_drag_over (desk, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, NULL), "按月拨付。");
  jx_table_click (desk, sheet, "Project code");
  wait_goal (desk, "Goal 1", "1.按月拨付。*");
}

static void
write_by_reader (JxDesk *desk)
{
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, "Goal 1");

  jx_robot_act (desk->robot, cell, "cell.edit");
  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, NULL), "按月拨付。");
  jx_robot_act (desk->robot, cell, "cell.focus");
  wait_goal (desk, "Goal 1", "1.按月拨付。*");
}

static void
move_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Alt>Down");
  wait_goal (desk, "Goal 1", "1.规范村级*");
}

static void
move_by_pointer (JxDesk *desk)
{
  AtspiRect next;

  jx_table_click (desk, sheet, "Goal 1");
  next = jx_robot_wait_place (desk->robot, jx_desk_find_cell (desk, sheet, "Goal 2"));
  jx_table_drag_row (desk, sheet, next.y + next.height - 3);
  wait_goal (desk, "Goal 1", "1.规范村级*");
}

static void
move_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, sheet, "row.move-down");
  wait_goal (desk, "Goal 1", "1.规范村级*");
}

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }

static const JxDeed fields[] = {
  { "the year", WAYS (year), "Change “Year”", "Year: “2026” → “2027”\n", NULL },
  { "the region", WAYS (region), "Change “Region”", "Region: “青禾县” → “青禾县北区”\n", NULL },
  { "the unit's code", WAYS (unit_code), "Change “Unit code”", "Unit code: “352001” → “352999”\n", NULL },
  { "the unit's name", WAYS (unit_name), "Change “Unit name”", "Unit name: “云溪镇人民政府” → “云溪镇”\n", NULL },
  { "the overall goal", WAYS (goal), "Change “Overall goal”", "Overall goal: “云溪镇人民政府认真落实上级各项部署，围绕“水清、路畅、业兴、人和”的年度思路，统筹抓好基层治理、公共服务、农业生产、河湖保护和安全应急等工作。2026年的主要目标是：全年办结群众诉求不少于600件，按期办结率不低于96%；完成12个行政村的公共服务提升任务，新修村内道路8.6公里；云溪河镇域段水质稳定保持在Ⅲ类以上；粮食播种面积稳定在2.35万亩；不发生较大以上安全责任事故。通过规范预算编制、盯紧支出进度、按季对照目标，使每一笔财政资金都用得明白、用得及时、用得有效。” → “办好实事。”\n", NULL },
  { "a sub-goal's title", WAYS (title), "Change “Sub-goal title”", "Sub-goal 1 · Sub-goal title: “党建引领基层治理” → “党建”\n", NULL },
  { "a sub-goal's goal", WAYS (sub_goal), "Change “Goal of the sub-goal”", "Sub-goal 1 · Goal of the sub-goal: “健全镇村两级议事协商制度，把组织优势转化为治理效能，推动重点事项当月议、当季结。” → “健全制度。”\n", NULL },
  { "a sub-goal's indicator", WAYS (indicator), "Change “Indicator of the sub-goal”", "Sub-goal 1 · Indicator of the sub-goal: “12个行政村全部建立议事协商台账，协商事项办结率达到92%以上。” → “办结率92%。”\n", NULL },
  { "before the measures", WAYS (intro), "Change “Safeguards, introduction”", "Safeguards, introduction: “为保证年度绩效目标如期实现，镇政府把目标管理贯穿预算编制、执行和考核全过程，重点落实以下措施。” → “落实以下措施。”\n", NULL },
  { "a measure", WAYS (measure), "Change “Measure”", "Safeguard measure 1: added “加强领导。”\n"
    "Safeguard measure 1: removed “加强组织领导。成立由镇长任组长的绩效管理小组，财政所负责日常工作，各项目责任人对目标和进度负责。”\n", NULL },
};

static const JxDeed goals[] = {
  { "add", WAYS (add), "Add “Goal”", "Project 1 · Goal 3: added “按时拨付。”\n", NULL },
  { "write", WAYS (write), "Change “Goal”", "Project 1 · Goal 1: added “按月拨付。”\n"
    "Project 1 · Goal 1: removed “按季度把补助资金拨付到12个行政村，保证办公、水电和村务活动支出。”\n", NULL },
  { "duplicate", WAYS (duplicate), "Duplicate “Goal”", "Project 1 · Goal 2: added “按季度把补助资金拨付到12个行政村，保证办公、水电和村务活动支出。”\n", NULL },
  { "move", WAYS (move), "Move “Goal”", "Project 1 · Goal 1: moved “规范村级资金使用，村级财务按月公开。” here\n", NULL },
  { "delete", WAYS (delete), "Delete “Goal”", "Project 1 · Goal 1: removed “按季度把补助资金拨付到12个行政村，保证办公、水电和村务活动支出。”\n", NULL },
  { "paste several lines", WAYS (paste), "Add 2 × “Goal”", "Project 1 · Goal 1: added “补助行政村数量”\n"
    "Project 1 · Goal 2: added “资金使用合规率”\n"
    "Project 1 · Goal 3: added “资金拨付时间”\n"
    "Project 1 · Goal 1: removed “按季度把补助资金拨付到12个行政村，保证办公、水电和村务活动支出。”\n", NULL },
};

static const JxArea areas[] = {
  { "ways/texts", prepare_page, fields, G_N_ELEMENTS (fields), lay_out, NULL },
  { "ways/goals", prepare_goals, goals, G_N_ELEMENTS (goals), NULL, begin_goals },
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
