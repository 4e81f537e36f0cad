/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-table.h"
#include "jx-ways.h"

#include <locale.h>

/* Amounts, written as people write them: in the cells of the sheet, in the panel beside it, from the chart. */

#define PLANNED "end of June, planned, 万元"
#define SPENT "end of June, spent so far, 万元"
#define REASON "end of June, Reason for the deviation"
#define REMEDY "end of June, Remedy"
#define POINT "By the end of June: *"

static AtspiAccessible *sheet; /* of the project in work */
static AtspiAccessible *panel; /* beside it */

static void
begin (JxDesk *desk)
{
  sheet = jx_ways_open_project (desk, "1 *");
  panel = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "Spending and plan");
}

static void
prepare (JxDesk *desk)
{
  jx_table_focus (desk, sheet, "Project code");
}

static AtspiAccessible *
find_field (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, panel, ATSPI_ROLE_TEXT, name);
}

/* In a cell. What it comes to is told before it is taken: fiscal and other funds are added up. */

static void
wait_told (JxDesk *desk, const char *editor, const char *told)
{
  jx_robot_until (desk->robot, jx_robot_has_description (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, editor), told));
}

static void
type_in_cell (JxDesk *desk, const char *name, const char *editor, const char *text, const char *told)
{
  jx_robot_walk (desk->robot, "Tab", jx_desk_find_cell (desk, sheet, name));
  jx_robot_type (desk->robot, text);
  wait_told (desk, editor, told);
  jx_robot_press (desk->robot, "Return");
}

static void
spell_in_cell (JxDesk *desk, const char *name, const char *editor, const char *text, const char *told)
{
  jx_table_click (desk, sheet, name);
  jx_ways_drag_over (desk, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, editor), text);
  wait_told (desk, editor, told);
  jx_table_click (desk, sheet, "Project code");
}

static void
set_in_cell (JxDesk *desk, const char *name, const char *editor, const char *text, const char *told)
{
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, name);

  jx_robot_act (desk->robot, cell, "cell.edit");
  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, editor), text);
  wait_told (desk, editor, told);
  jx_robot_act (desk->robot, cell, "cell.focus");
}

static void
wait_shown (JxDesk *desk, const char *cell, const char *shown)
{
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, cell), shown));
}

#define IN_CELL(name, cell, editor, text, told, shown) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    type_in_cell (desk, cell, editor, text, told); \
    wait_shown (desk, cell, shown); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    spell_in_cell (desk, cell, editor, text, told); \
    wait_shown (desk, cell, shown); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    set_in_cell (desk, cell, editor, text, told); \
    wait_shown (desk, cell, shown); \
  }

IN_CELL (budget, "Budget", "Budget", "1,234.5", "Fiscal 86.40 + other 0.00 = 86.40 万元, but the budget is 1,234.50",
         "1234.5. The budget is 1234.50 万元, but fiscal and other funds add up to 86.40 万元; *")
IN_CELL (fiscal, "Fiscal funds", "Fiscal funds", "1234.50万元", "Fiscal 1,234.50 + other 0.00 = 1,234.50 万元, but the budget is 86.40", "1234.50*")
IN_CELL (other, "Other funds", "Other funds", "12345000元", "Fiscal 86.40 + other 1,234.50 = 1,320.90 万元, but the budget is 86.40", "1234.50*")
IN_CELL (share, "Checkpoint 2, Planned share", "Planned share", "60", "", "60%*")

/* In the panel. */

static void
type_in_panel (JxDesk *desk, const char *name, const char *text, const char *keys)
{
  AtspiAccessible *field = find_field (desk, name);

  jx_robot_press (desk->robot, "F6");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, panel, ATSPI_ROLE_INVALID) != NULL);
  jx_robot_walk (desk->robot, "Tab", field);
  jx_ways_type_over (desk, field, text);
  jx_robot_press (desk->robot, keys);
}

static void
spell_in_panel (JxDesk *desk, const char *name, const char *text)
{
  g_autoptr (GObject) ground = (GObject *) jx_ways_find_ground (panel);
  AtspiAccessible *field = find_field (desk, name);

  jx_robot_wheel_to (desk->robot, ATSPI_ACCESSIBLE (ground), field);
  jx_ways_drag_over (desk, field, text);
  jx_table_click (desk, sheet, "Project code");
}

#define IN_PANEL(name, field, text, keys) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    type_in_panel (desk, field, text, keys); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    spell_in_panel (desk, field, text); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    jx_robot_set_text (desk->robot, find_field (desk, field), text); \
  }

IN_PANEL (planned, PLANNED, "51.84", "Return")
IN_PANEL (spent, SPENT, "40.55", "Return")
IN_PANEL (reason, REASON, "雨季停工。", "Tab")
IN_PANEL (remedy, REMEDY, "七月补上。", "Tab")

/* The other side follows: an amount for the share, a share for the amount, the chart for both. */

#define FOLLOWED(name, condition) \
  static void name##_followed_by_keyboard (JxDesk *desk) \
  { \
    name##_by_keyboard (desk); \
    jx_robot_until (desk->robot, condition); \
  } \
  static void name##_followed_by_pointer (JxDesk *desk) \
  { \
    name##_by_pointer (desk); \
    jx_robot_until (desk->robot, condition); \
  } \
  static void name##_followed_by_reader (JxDesk *desk) \
  { \
    name##_by_reader (desk); \
    jx_robot_until (desk->robot, condition); \
  }

FOLLOWED (share, jx_robot_has_text (find_field (desk, PLANNED), "51.84"))
FOLLOWED (planned, jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Checkpoint 2, Planned share"), "60%*"))
FOLLOWED (spent, jx_robot_has_name (jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, POINT), "By the end of June: 40.55 *"))

/* From the chart: a point of it leads to where its amount is written. */

static void
write_from_chart_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "F6");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, panel, ATSPI_ROLE_IMAGE) != NULL);
  jx_robot_press (desk->robot, "Home");
  jx_robot_until (desk->robot, jx_robot_has_name (jx_robot_seek_focused (desk->robot, panel, ATSPI_ROLE_IMAGE), "By the end of March: *"));
  jx_robot_walk (desk->robot, "Right", jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, POINT));
  jx_robot_press (desk->robot, "Return");
  jx_ways_type_over (desk, find_field (desk, SPENT), "40.55");
  jx_robot_press (desk->robot, "Return");
}

static void
write_from_chart_by_pointer (JxDesk *desk)
{
  AtspiAccessible *point = jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, POINT);
  AtspiAccessible *field = find_field (desk, SPENT);

  jx_robot_click (desk->robot, point);
  jx_robot_until (desk->robot, jx_robot_has_state (point, ATSPI_STATE_FOCUSED));
  jx_robot_click (desk->robot, point);
  jx_robot_click (desk->robot, point);
  jx_robot_until (desk->robot, jx_robot_has_state (field, ATSPI_STATE_FOCUSED));
  spell_in_panel (desk, SPENT, "40.55");
}

static void
write_from_chart_by_reader (JxDesk *desk)
{
  AtspiAccessible *field = find_field (desk, SPENT);

  jx_robot_act (desk->robot, jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, POINT), "spot.activate");
  jx_robot_until (desk->robot, jx_robot_has_state (field, ATSPI_STATE_FOCUSED));
  jx_robot_set_text (desk->robot, field, "40.55");
  jx_robot_act (desk->robot, field, "activate");
}

/* The figures of a point stand at it while the mouse is over it, or the focus on it; heard they are always. */

static AtspiAccessible *
find_point (JxDesk *desk)
{
  return jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, POINT);
}

static gboolean
looks_so (JxDesk *desk, AtspiAccessible *accessible, const char *look)
{
  g_autofree char *now = jx_robot_dup_look (desk->robot, accessible);

  return g_str_equal (now, look);
}

static void
read_chart_by_keyboard (JxDesk *desk)
{
  g_autoptr (GObject) chart = (GObject *) atspi_accessible_get_parent (find_point (desk), NULL);
  g_autofree char *before = jx_robot_dup_look (desk->robot, ATSPI_ACCESSIBLE (chart));

  jx_robot_press (desk->robot, "F6");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, panel, ATSPI_ROLE_IMAGE) != NULL);
  jx_robot_until (desk->robot, !looks_so (desk, ATSPI_ACCESSIBLE (chart), before));
}

static void
read_chart_by_pointer (JxDesk *desk)
{
  AtspiAccessible *elsewhere = jx_desk_find_cell (desk, sheet, "Project code");
  g_autoptr (GObject) chart = (GObject *) atspi_accessible_get_parent (find_point (desk), NULL);
  g_autofree char *before = NULL;

  jx_robot_point (desk->robot, elsewhere);
  before = jx_robot_dup_look (desk->robot, ATSPI_ACCESSIBLE (chart));
  jx_robot_point (desk->robot, find_point (desk));
  jx_robot_until (desk->robot, !looks_so (desk, ATSPI_ACCESSIBLE (chart), before));
  jx_robot_point (desk->robot, elsewhere);
  jx_robot_until (desk->robot, looks_so (desk, ATSPI_ACCESSIBLE (chart), before));
}

static void
read_chart_by_reader (JxDesk *desk)
{
  jx_robot_until (desk->robot, jx_robot_has_name (find_point (desk), "By the end of June: 43.00 *"));
}

/* What is no amount is said to be none, stays to be corrected, and is given up by Esc or taken back: as it was. */

static void
wait_refused (JxDesk *desk)
{
  jx_robot_until (desk->robot, jx_robot_has_description (find_field (desk, SPENT), "“many” *"));
  jx_robot_find (desk->robot, panel, ATSPI_ROLE_LABEL, "“many” *");
}

static void
wait_given_up (JxDesk *desk)
{
  jx_robot_until (desk->robot, jx_robot_has_text (find_field (desk, SPENT), "43.00"));
  jx_robot_until (desk->robot, jx_robot_has_description (find_field (desk, SPENT), ""));
}

static void
refuse_by_keyboard (JxDesk *desk)
{
  type_in_panel (desk, SPENT, "many", "Return");
  wait_refused (desk);
  jx_robot_press (desk->robot, "Escape");
  wait_given_up (desk);
}

static void
refuse_by_pointer (JxDesk *desk)
{
  spell_in_panel (desk, SPENT, "many");
  wait_refused (desk);
  spell_in_panel (desk, SPENT, "43.00");
  wait_given_up (desk);
}

static void
refuse_by_reader (JxDesk *desk)
{
  jx_robot_set_text (desk->robot, find_field (desk, SPENT), "many");
  wait_refused (desk);
  jx_robot_act (desk->robot, desk->window, "win.undo");
  wait_given_up (desk);
}

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }

static const JxDeed deeds[] = {
  { "the budget", WAYS (budget), "Change “Budget”", "Project 1 · Budget: “86.40” → “1234.5”\n" },
  { "fiscal funds in 万元", WAYS (fiscal), "Change “Fiscal funds”", "Project 1 · Fiscal funds: “86.40” → “1234.50”\n" },
  { "other funds in 元", WAYS (other), "Change “Other funds”", "Project 1 · Other funds: “” → “1234.50”\n" },
  { "a share of the plan", WAYS (share_followed), "Change “Planned share”", "Project 1 · Checkpoint 2 · Planned share: “50” → “60”\n" },
  { "what it is in money", WAYS (planned_followed), "Change “Planned share”", "Project 1 · Checkpoint 2 · Planned share: “50” → “60”\n" },
  { "what was spent", WAYS (spent_followed), "Change “Spent so far”", "Project 1 · Checkpoint 2 · Spent so far: “43.00” → “40.55”\n" },
  { "why it lags", WAYS (reason), "Change “Reason for the deviation”", "Project 1 · Checkpoint 2 · Reason for the deviation: “” → “雨季停工。”\n" },
  { "what is done about it", WAYS (remedy), "Change “Remedy”", "Project 1 · Checkpoint 2 · Remedy: “” → “七月补上。”\n" },
  { "read the chart", WAYS (read_chart), NULL, NULL },
  { "what was spent, from the chart", WAYS (write_from_chart), "Change “Spent so far”", "Project 1 · Checkpoint 2 · Spent so far: “43.00” → “40.55”\n" },
  { "no amount", WAYS (refuse), NULL, NULL },
};

static const JxArea area = { "ways/money", prepare, deeds, G_N_ELEMENTS (deeds), NULL, begin };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&area);

  return g_test_run ();
}
