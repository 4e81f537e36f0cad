/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* Whole rows of the indicator table: the one in work, or those of a range. */

#define ROW "Row 2, Target value"
#define NEXT "Row 3, Target value"

static AtspiAccessible *sheet; /* of the project in work */

static void
begin (JxDesk *desk)
{
  sheet = jx_ways_open_project (desk, "1 *");
}

static void
prepare (JxDesk *desk)
{
  jx_table_focus (desk, sheet, ROW);
}

/* What a menu, and an action of the same, does with the row in work. */
#define DEFINE_DEED(name, item, action) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    jx_table_press_in_menu (desk, sheet, item); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    jx_table_click_in_menu (desk, sheet, ROW, item); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    jx_robot_act (desk->robot, sheet, action); \
  }

DEFINE_DEED (insert_above, "Insert Above", "row.insert-above")
DEFINE_DEED (insert_below, "Insert Below", "row.insert-below")
DEFINE_DEED (duplicate, "Duplicate", "row.duplicate")
DEFINE_DEED (delete, "Delete", "row.delete")
DEFINE_DEED (sort, "Sort in Official Order", "row.sort")
DEFINE_DEED (keep, "Keep in the Library", "row.keep")

/* Three ways of its own each: keys and the handle do what the menu does too. */
static void
move_up_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Alt>Up");
}

static void
move_up_by_pointer (JxDesk *desk)
{
  jx_table_click_in_menu (desk, sheet, ROW, "Move Up");
}

static void
move_up_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, sheet, "row.move-up");
}

static void
move_down_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Alt>Down");
}

static void
move_down_by_pointer (JxDesk *desk)
{
  AtspiRect next;

  jx_table_click (desk, sheet, ROW);
  next = jx_robot_get_place (jx_desk_find_cell (desk, sheet, NEXT));
  jx_table_drag_row (desk, sheet, next.y + next.height - 3);
}

static void
move_down_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, sheet, "row.move-down");
}

static void
own_group_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control>m");
}

static void
own_group_by_pointer (JxDesk *desk)
{
  jx_table_click_in_menu (desk, sheet, ROW, "Group of Its Own");
}

static void
own_group_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, sheet, "row.own-group");
}

static void
add_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control>End");
  jx_table_wait_focus (desk, sheet, "Row 6, Basis of the value");
  jx_robot_walk (desk->robot, "Tab", jx_robot_find (desk->robot, sheet, ATSPI_ROLE_PUSH_BUTTON, "Add Indicator"));
  jx_robot_press (desk->robot, "Return");
}

static void
add_by_pointer (JxDesk *desk)
{
  AtspiAccessible *button = jx_robot_find (desk->robot, sheet, ATSPI_ROLE_PUSH_BUTTON, "Add Indicator");

  jx_table_show (desk, sheet, button);
  jx_robot_click (desk->robot, button);
}

static void
add_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_PUSH_BUTTON, "Add Indicator"), "click");
}

static void
wait_kept (JxDesk *desk)
{
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, ROW), "*. 1 indicator is marked in the library"));
}

/* What became of it is told where the focus is. */
static void
keep_and_hear_by_keyboard (JxDesk *desk)
{
  keep_by_keyboard (desk);
  wait_kept (desk);
}

static void
keep_and_hear_by_pointer (JxDesk *desk)
{
  keep_by_pointer (desk);
  wait_kept (desk);
}

static void
keep_and_hear_by_reader (JxDesk *desk)
{
  keep_by_reader (desk);
  wait_kept (desk);
}

#define DEFINE_DEED_OF_RANGE(name, deed, way) \
  static void name##_by_##way (JxDesk *desk) \
  { \
    jx_table_select_down_by_##way (desk, sheet, ROW, NEXT); \
    deed##_by_##way (desk); \
  }

#define DEFINE_DEEDS_OF_RANGE(name, deed) \
  DEFINE_DEED_OF_RANGE (name, deed, keyboard) \
  DEFINE_DEED_OF_RANGE (name, deed, pointer) \
  DEFINE_DEED_OF_RANGE (name, deed, reader)

DEFINE_DEEDS_OF_RANGE (duplicate_several, duplicate)
DEFINE_DEEDS_OF_RANGE (delete_several, delete)
DEFINE_DEEDS_OF_RANGE (move_several, move_up)

static void
drag_several_by_pointer (JxDesk *desk)
{
  AtspiRect end;

  jx_table_drag_range (desk, sheet, ROW, NEXT);
  end = jx_robot_get_place (jx_desk_find_cell (desk, sheet, "Row 4, Target value"));
  jx_table_drag_row (desk, sheet, end.y + end.height - 3);
}

static void
drag_several_by_keyboard (JxDesk *desk)
{
  jx_table_select_down_by_keyboard (desk, sheet, ROW, NEXT);
  jx_robot_press (desk->robot, "<Alt>Down");
}

static void
drag_several_by_reader (JxDesk *desk)
{
  jx_table_select_down_by_reader (desk, sheet, ROW, NEXT);
  jx_robot_act (desk->robot, sheet, "row.move-down");
}

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }

static const JxDeed deeds[] = {
  { "insert above", WAYS (insert_above), "Add “Indicator”", "Project 1 · Indicator 2: added “”\n", "Row 2, Level-3 indicator" },
  { "insert below", WAYS (insert_below), "Add “Indicator”", "Project 1 · Indicator 3: added “”\n", "Row 3, Level-3 indicator" },
  { "add at the end", WAYS (add), "Add “Indicator”", "Project 1 · Indicator 7: added “”\n", "Row 7, Level-3 indicator" },
  { "duplicate", WAYS (duplicate), "Duplicate “Indicator”", "Project 1 · Indicator 3: added “资金使用合规率”\n", "Row 3, Target value" },
  { "delete", WAYS (delete), "Delete “Indicator”", "Project 1 · Indicator 2: removed “资金使用合规率”\n", "Row 2, Target value" },
  { "move up", WAYS (move_up), "Move “Indicator”", "Project 1 · Indicator 1: moved “资金使用合规率” here\n", "Row 1, Target value" },
  { "move down", WAYS (move_down), "Move “Indicator”", "Project 1 · Indicator 2: moved “资金拨付时间” here\n", "Row 3, Target value" },
  { "group of its own", WAYS (own_group), "Group of its own",
    "Project 1 · Indicator 2 · Level-1 indicator: “产出指标” → “”\nProject 1 · Indicator 2 · Level-2 indicator: “质量指标” → “”\n",
    "Row 2, Level-1 indicator" },
  { "keep in the library", WAYS (keep_and_hear), NULL, NULL, ROW },
  { "duplicate two", WAYS (duplicate_several), "Duplicate 2 rows",
    "Project 1 · Indicator 4: added “资金使用合规率”\nProject 1 · Indicator 5: added “资金拨付时间”\n", "Row 4, Target value" },
  { "delete two", WAYS (delete_several), "Delete 2 rows",
    "Project 1 · Indicator 2: removed “资金使用合规率”\nProject 1 · Indicator 3: removed “资金拨付时间”\n", "Row 2, Target value" },
  { "move two up", WAYS (move_several), "Move 2 rows", "Project 1 · Indicator 3: moved “补助行政村数量” here\n", "Row 2, Target value" },
  { "move two down", WAYS (drag_several), "Move 2 rows", "Project 1 · Indicator 2: moved “每村年度补助额” here\n", "Row 4, Target value" },
};

/* The first row becomes one of the last group. */
static void
disorder (JxDesk *desk)
{
  jx_ways_replace (desk, "产出指标</level1>\n      <level2>数量指标", "满意度指标</level1>\n      <level2>服务对象满意度指标");
}

static const JxDeed sorting[] = {
  { "sort", WAYS (sort), "Sort in official order", "Project 1 · Indicator 5: moved “补助行政村数量” here\n", "Row 1, Target value" },
};

static const JxArea rows = { "ways/rows", prepare, deeds, G_N_ELEMENTS (deeds), NULL, begin };
static const JxArea order = { "ways/order", prepare, sorting, G_N_ELEMENTS (sorting), disorder, begin };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&rows);
  jx_ways_add (&order);

  return g_test_run ();
}
