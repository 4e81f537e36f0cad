/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* Finding and replacing, all of it in the bar and in what it shows before it replaces. */

static AtspiAccessible *bar;

/* Everything is there from the start, shown or not; to look through the whole window again and again would take long. */
static void
prepare (JxDesk *desk)
{
  jx_ways_open_project (desk, "1 *");
  jx_ways_go_to (desk, "Project code");
  bar = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_FORM, "Find and replace");
}

static AtspiAccessible *
get (JxDesk *desk, AtspiRole role, const char *name)
{
  return jx_robot_find (desk->robot, bar, role, name);
}

static AtspiAccessible *
get_words (JxDesk *desk)
{
  return get (desk, ATSPI_ROLE_ENTRY, "Find");
}

/* What is told of the words looked for. */
static void
expect (JxDesk *desk, const char *told)
{
  AtspiAccessible *words = get_words (desk);

  jx_robot_until (desk->robot, jx_robot_has_description (words, told));
}

static void
open_bar (JxDesk *desk, JxWay way)
{
  if (way == JX_WAY_POINTER)
    jx_ways_click_button (desk, desk->window, "Find and Replace");
  else
    jx_ways_do (desk, way, "<Control>f", "win.find", NULL);
  jx_robot_until (desk->robot, jx_robot_has_state (get_words (desk), ATSPI_STATE_FOCUSED));
}

static void
look_for (JxDesk *desk, JxWay way, const char *words, const char *told)
{
  open_bar (desk, way);
  jx_ways_spell (desk, way, get_words (desk), words);
  expect (desk, told);
}

static void
close_bar (JxDesk *desk, JxWay way)
{
  if (way == JX_WAY_KEYBOARD)
    {
      jx_robot_press (desk->robot, "<Control>f");
      jx_robot_until (desk->robot, jx_robot_has_state (get_words (desk), ATSPI_STATE_FOCUSED));
      jx_robot_press (desk->robot, "Escape");
    }
  else
    jx_ways_press (desk, way, get (desk, ATSPI_ROLE_PUSH_BUTTON, "Close the find bar"));
}

/* The cell @name of the sheet that is shown has the focus. */
static void
expect_at (JxDesk *desk, const char *name)
{
  jx_robot_until (desk->robot, jx_robot_has_state (jx_desk_find_cell (desk, jx_ways_get_sheet (desk), name), ATSPI_STATE_FOCUSED));
}

static void
go (JxDesk *desk, JxWay way, gboolean on)
{
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, on ? "F3" : "<Shift>F3");
  else
    jx_ways_press (desk, way, get (desk, ATSPI_ROLE_PUSH_BUTTON, on ? "Next match" : "Previous match"));
}

/* From the project that is looked at, on and back; the bar closed, she is where the match is. */
static void
find (JxDesk *desk, JxWay way)
{
  look_for (desk, way, "12", "16 matches");
  look_for (desk, way, "12个", "5 matches");
  go (desk, way, TRUE);
  expect (desk, "Match 3 of 5: Project 1 · Purpose");
  go (desk, way, FALSE);
  expect (desk, "Match 2 of 5: Sub-goal 1 · Indicator of the sub-goal");
  go (desk, way, TRUE);
  expect (desk, "Match 3 of 5: Project 1 · Purpose");
  go (desk, way, TRUE);
  expect (desk, "Match 4 of 5: Project 1 · Goal 1 · Goal");
  look_for (desk, way, "no such words", "0 matches");
  look_for (desk, way, "12个", "Match 4 of 5: Project 1 · Goal 1 · Goal");
  close_bar (desk, way);
  expect_at (desk, "Goal 1");
}

JX_WAYS (find)

static void
jump (JxDesk *desk, JxWay way)
{
  AtspiAccessible *list = NULL, *row = NULL;

  look_for (desk, way, "12个", "Match 4 of 5: *"); /* the one shown last */
  list = get (desk, ATSPI_ROLE_LIST, "Matches");
  row = jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, "Project 1 · Indicator 1 · Target value: ≥12个");
  g_assert_cmpuint (jx_robot_count (desk->robot, list, ATSPI_ROLE_LIST_ITEM, NULL), ==, 5);
  if (way == JX_WAY_KEYBOARD)
    {
      jx_robot_walk (desk->robot, "Tab", jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, "Overall goal: *"));
      jx_robot_walk (desk->robot, "Down", row);
      jx_robot_press (desk->robot, "Return");
      expect_at (desk, "Row 1, Target value");
    }
  else if (way == JX_WAY_POINTER)
    {
      jx_robot_wheel_to (desk->robot, list, row);
      jx_robot_click (desk->robot, row);
    }
  else
    jx_robot_select (desk->robot, list, 4);
  expect (desk, "Match 5 of 5: Project 1 · Indicator 1 · Target value");
  close_bar (desk, way);
  expect_at (desk, "Row 1, Target value");
}

JX_WAYS (jump)

/* Presses the box, which then says so. */
static void
toggle (JxDesk *desk, JxWay way, const char *name)
{
  AtspiAccessible *box = get (desk, ATSPI_ROLE_CHECK_BOX, name);
  gboolean checked = jx_robot_has_state (box, ATSPI_STATE_CHECKED);

  jx_ways_press (desk, way, box);
  jx_robot_until (desk->robot, jx_robot_has_state (box, ATSPI_STATE_CHECKED) == !checked);
}

static void
narrow (JxDesk *desk, JxWay way)
{
  look_for (desk, way, "p0003", "9 matches");
  toggle (desk, way, "Tell capitals from small letters");
  expect (desk, "0 matches");
  toggle (desk, way, "Tell capitals from small letters");
  expect (desk, "9 matches");

  look_for (desk, way, "2", "*matches");
  toggle (desk, way, "Whole words and numbers only");
  expect (desk, "3 matches");
  toggle (desk, way, "Whole words and numbers only");

  look_for (desk, way, "≥9[0-9]%", "0 matches");
  toggle (desk, way, "Regular expression");
  expect (desk, "15 matches");
  look_for (desk, way, "≥9[0-9", "The regular expression does not work*");
  look_for (desk, way, "≥9[0-9]%", "15 matches");
  toggle (desk, way, "Regular expression");
  close_bar (desk, way);
}

JX_WAYS (narrow)

static void
search_part (JxDesk *desk, JxWay way)
{
  AtspiAccessible *scope = NULL;

  look_for (desk, way, "12个", "Match 5 of 5: *");
  scope = get (desk, ATSPI_ROLE_COMBO_BOX, "Where to search");
  jx_ways_choose (desk, way, scope, "Department");
  expect (desk, "2 matches");
  jx_ways_choose (desk, way, scope, "This project");
  expect (desk, "Match 3 of 3: *");
  open_bar (desk, way);
  jx_ways_choose (desk, way, scope, "Everywhere");
  expect (desk, "Match 5 of 5: *");
  close_bar (desk, way);
}

JX_WAYS (search_part)

/* Opens the bar for replacing. */
static void
begin_replacing (JxDesk *desk, JxWay way, const char *words, const char *told, const char *others)
{
  if (way == JX_WAY_POINTER)
    open_bar (desk, way);
  else
    jx_ways_do (desk, way, "<Control>h", "win.find-replace", NULL);
  jx_ways_spell (desk, way, get_words (desk), words);
  expect (desk, told);
  if (!jx_robot_has_state (get (desk, ATSPI_ROLE_CHECK_BOX, "Replace"), ATSPI_STATE_CHECKED))
    toggle (desk, way, "Replace");
  jx_ways_spell (desk, way, get (desk, ATSPI_ROLE_TEXT, "Replace with"), others);
}

static void
replace_one (JxDesk *desk, JxWay way)
{
  begin_replacing (desk, way, "≥98%", "2 matches", "≥97%");
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "Return");
  else
    jx_ways_press (desk, way, get (desk, ATSPI_ROLE_PUSH_BUTTON, "Replace"));
  expect (desk, "Match 1 of 2: Project 1 · Indicator 2 · Target value");
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "Return");
  else
    jx_ways_press (desk, way, get (desk, ATSPI_ROLE_PUSH_BUTTON, "Replace"));
  expect (desk, "Match 1 of 1: Project 7 · Indicator 3 · Target value");
  close_bar (desk, way);
}

JX_WAYS (replace_one)

/* Returns: the dialog that shows what it would be. */
static AtspiAccessible *
ask_for_all (JxDesk *desk, JxWay way)
{
  begin_replacing (desk, way, "历史标准", "5 matches", "历史数据");
  jx_ways_press (desk, way, get (desk, ATSPI_ROLE_PUSH_BUTTON, "Replace All…"));

  return jx_robot_find_window (desk->robot, "Replace All");
}

/* All but two. */
static void
replace_all (JxDesk *desk, JxWay way)
{
  AtspiAccessible *dialog = ask_for_all (desk, way);
  AtspiAccessible *first = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_CHECK_BOX, "Project 1 · Indicator 5 · Basis of the value: 历史标准 → 历史数据 ");
  AtspiAccessible *last = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_CHECK_BOX, "Project 8 · *");

  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LABEL, "“历史标准” becomes “历史数据”");
  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Replace 5 Matches");
  jx_ways_press (desk, way, first);
  jx_robot_until (desk->robot, !jx_robot_has_state (first, ATSPI_STATE_CHECKED));
  jx_ways_press (desk, way, last);
  jx_ways_press (desk, way, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Replace 3 Matches"));
  jx_robot_wait_closed (desk->robot, "Replace All");
  jx_robot_use (desk->robot, desk->window);
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "3 matches replaced");
  expect (desk, "2 matches");
  close_bar (desk, way);
}

JX_WAYS (replace_all)

static void
give_up (JxDesk *desk, JxWay way)
{
  AtspiAccessible *dialog = ask_for_all (desk, way);

  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "Escape");
  else
    jx_ways_press (desk, way, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Cancel"));
  jx_robot_wait_closed (desk->robot, "Replace All");
  jx_robot_use (desk->robot, desk->window);
  close_bar (desk, way);
}

JX_WAYS (give_up)

static const JxDeed deeds[] = {
  { "find, next and back", JX_IN_WAYS (find), NULL, NULL },
  { "go to one of the list", JX_IN_WAYS (jump), NULL, NULL },
  { "find otherwise", JX_IN_WAYS (narrow), NULL, NULL },
  { "find in a part", JX_IN_WAYS (search_part), NULL, NULL },
  { "replace one", JX_IN_WAYS (replace_one), "Replace “≥98%” with “≥97%”",
    "Project 1 · Indicator 2 · Target value: “≥98%” → “≥97%”\n" },
  { "replace all but two", JX_IN_WAYS (replace_all), "Replace “历史标准” with “历史数据”",
    "Project 4 · Indicator 6 · Basis of the value: “历史标准” → “历史数据”\n"
    "Project 5 · Indicator 4 · Basis of the value: “历史标准” → “历史数据”\n"
    "Project 5 · Indicator 5 · Basis of the value: “历史标准” → “历史数据”\n" },
  { "give up replacing", JX_IN_WAYS (give_up), NULL, NULL },
};

static const JxArea area = { "ways/search", prepare, deeds, G_N_ELEMENTS (deeds) };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&area);

  return g_test_run ();
}
