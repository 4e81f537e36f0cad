/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-table.h"

#include <locale.h>
#include <string.h>

/* As a screen reader reads and works: by names, descriptions, states and actions; no key, no mouse. */

static AtspiAccessible *
open_project (JxDesk *desk, const char *row)
{
  AtspiAccessible *projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  AtspiAccessible *item = jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, row);

  jx_robot_act (desk->robot, jx_robot_find (desk->robot, item, ATSPI_ROLE_PANEL, NULL), "project.open");

  return jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TABLE, "*绩效目标表");
}

/* Presses the button, which must say that it undoes @step. */
static void
undo (JxDesk *desk, const char *step)
{
  g_autofree char *says = g_strdup_printf ("Undo “%s”", step);
  AtspiAccessible *redo = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Redo");
  g_autoptr (GObject) bar = (GObject *) atspi_accessible_get_parent (redo, NULL);
  /* What is said of something deleted has such a button too. */
  AtspiAccessible *button = jx_robot_find (desk->robot, ATSPI_ACCESSIBLE (bar), ATSPI_ROLE_PUSH_BUTTON, "Undo");

  jx_robot_until (desk->robot, jx_robot_has_description (button, says));
  jx_robot_act (desk->robot, button, "click");
}

static void
save (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.save");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
}

static void
assert_differences (const char *a, const char *b, const char *wanted)
{
  int status = -1;
  g_autofree char *differences = jx_desk_run (&status, g_getenv ("JX_CLI"), "diff", a, b, NULL);

  g_assert_cmpstr (differences, ==, wanted);
}

static void
test_reading (void)
{
  static const char *const fields[] = { "Level-3 indicator", "Description", "Target value", "Basis of the value" };
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL, *panel = NULL, *cell = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "云溪镇人民政府, 2026: spending against the plan. By the end of June: *");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LINK, "2. 村内道路维修改造: By the end of June: * behind *");
  sheet = open_project (desk, "2 *");
  g_assert_true (jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Budget"), "268.00*"));
  for (guint row = 1; row <= 3; row++)
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      {
        g_autofree char *name = g_strdup_printf ("Row %u, %s", row, fields[i]);

        g_assert_false (jx_robot_has_description (jx_desk_find_cell (desk, sheet, name), ""));
      }
  panel = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "Spending and plan");
  jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, "By the end of June: 61.50 万元 *");

  /* What cannot be measured says so; what does not fit says why and is marked. */
  jx_table_set (desk, sheet, "Row 1, Target value", "Target value", "有所提高");
  cell = jx_desk_find_cell (desk, sheet, "Row 1, Target value");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "有所提高. ?*"));
  jx_table_set (desk, sheet, "Budget", "Budget", "many");
  cell = jx_desk_find_cell (desk, sheet, "Budget");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "many. “many” *"));
}

static void
test_writing (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *before = jx_desk_keep_copy (desk);
  AtspiAccessible *sheet = NULL, *field = NULL, *panel = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = open_project (desk, "1 *");
  jx_table_set (desk, sheet, "Row 1, Target value", "Target value", "≥15个");
  jx_table_set (desk, sheet, "Purpose", "Purpose", "用于村务。");
  undo (desk, "Change “Purpose”");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Purpose"), "用于12个行政村*"));

  /* One of the list of second levels. */
  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, "Row 1, Level-2 indicator"), "cell.edit");
  jx_robot_select (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_LIST, "Choices"), 1);
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Row 1, Level-2 indicator"), "质量指标*"));

  panel = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "Spending and plan");
  field = jx_robot_find (desk->robot, panel, ATSPI_ROLE_TEXT, "*June, spent so far*");
  jx_robot_set_text (desk->robot, field, "40.55");
  jx_robot_act (desk->robot, field, "activate");
  jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, "By the end of June: 40.55 *");

  save (desk);
  assert_differences (before, desk->document,
                      "Project 1 · Checkpoint 2 · Spent so far: “43.00” → “40.55”\n"
                      "Project 1 · Indicator 1 · Level-2 indicator: “数量指标” → “质量指标”\n"
                      "Project 1 · Indicator 1 · Target value: “≥12个” → “≥15个”\n");
}

static void
test_rows (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *before = jx_desk_keep_copy (desk);
  AtspiAccessible *sheet = NULL, *first = NULL, *second = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = open_project (desk, "1 *");
  first = jx_desk_find_cell (desk, sheet, "Row 1, Target value");
  second = jx_desk_find_cell (desk, sheet, "Row 2, Target value");

  jx_table_focus (desk, sheet, "Row 1, Target value");
  jx_robot_act (desk->robot, sheet, "select.down");
  jx_robot_until (desk->robot, jx_robot_has_state (first, ATSPI_STATE_SELECTED) && jx_robot_has_state (second, ATSPI_STATE_SELECTED));
  jx_robot_until (desk->robot, jx_robot_has_description (second, "*2 × 1 cells selected"));
  jx_robot_act (desk->robot, sheet, "cells.clear");
  jx_robot_until (desk->robot, !jx_robot_has_description (first, "≥12个*") && !jx_robot_has_description (second, "≥98%*"));
  undo (desk, "Clear 2 × 1 cells");
  jx_robot_until (desk->robot, jx_robot_has_description (first, "≥12个*") && jx_robot_has_description (second, "≥98%*"));

  jx_table_focus (desk, sheet, "Row 1, Target value");
  jx_robot_act (desk->robot, sheet, "row.move-down");
  jx_robot_until (desk->robot, jx_robot_has_name (first, "Row 2, Target value") && jx_robot_has_state (first, ATSPI_STATE_FOCUSED));
  undo (desk, "Move “Indicator”");
  jx_robot_until (desk->robot, jx_robot_has_name (first, "Row 1, Target value"));

  jx_table_focus (desk, sheet, "Row 1, Target value");
  jx_robot_act (desk->robot, sheet, "row.duplicate");
  jx_robot_until (desk->robot, jx_robot_has_name (second, "Row 3, Target value"));
  undo (desk, "Duplicate “Indicator”");
  jx_robot_until (desk->robot, jx_robot_has_name (second, "Row 2, Target value"));

  jx_table_focus (desk, sheet, "Row 1, Target value");
  jx_robot_act (desk->robot, sheet, "row.delete");
  jx_robot_until (desk->robot, jx_robot_has_name (second, "Row 1, Target value"));
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "“Indicator” deleted");
  save (desk);
  g_assert_cmpint (jx_robot_count (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL, "Row *, Target value"), ==, 5);
  undo (desk, "Delete “Indicator”");
  jx_robot_until (desk->robot, jx_robot_has_name (second, "Row 2, Target value") && jx_robot_has_name (desk->window, "yunxi •"));
  save (desk);
  assert_differences (before, desk->document, "");
}

static void
test_projects (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *before = jx_desk_keep_copy (desk);
  AtspiAccessible *projects = NULL, *table = NULL, *page = NULL, *link = NULL, *dialog = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  open_project (desk, "1 *");
  jx_robot_act (desk->robot, desk->window, "win.move-project-down");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "2 村级组织运转补助");
  undo (desk, "Move Project");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "1 村级组织运转补助");
  jx_robot_act (desk->robot, desk->window, "win.duplicate-project");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "2 村级组织运转补助 (copy)");
  jx_robot_act (desk->robot, desk->window, "win.delete-project");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "2 村内道路维修改造");
  undo (desk, "Delete Project");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "2 村级组织运转补助 (copy)");
  undo (desk, "Duplicate Project");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "2 村内道路维修改造");

  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_ENTRY, "Filter projects"), "河");
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, NULL) == 1);
  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_ENTRY, "Filter projects"), "");
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, NULL) == 10);

  /* Where no project is shown its indicators have no place, and that is said. */
  jx_robot_act (desk->robot, desk->window, "win.open-overview");
  jx_robot_act (desk->robot, desk->window, "win.library");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "Indicators stand in the table of a project: open one first");

  page = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "All projects");
  table = jx_robot_find (desk->robot, page, ATSPI_ROLE_TREE_TABLE, "All projects");
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, table, ATSPI_ROLE_TABLE_ROW, "1 村级组织运转补助 86.40 *") == 1);
  jx_robot_act (desk->robot, page, "sort.by-budget");
  jx_robot_until (desk->robot, jx_robot_has_name (jx_robot_find (desk->robot, table, ATSPI_ROLE_TABLE_ROW, NULL), "8 文化惠民活动 12.80 *"));

  link = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LINK, "2. 村内道路维修改造*");
  jx_robot_act (desk->robot, link, "spot.activate");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "村内道路维修改造");
  jx_robot_act (desk->robot, desk->window, "win.library");
  dialog = jx_robot_find_window (desk->robot, "Indicator Library");
  jx_robot_act (desk->robot, dialog, "window.close");
  jx_robot_wait_closed (desk->robot, "Indicator Library");
  jx_robot_use (desk->robot, desk->window);
  save (desk);
  assert_differences (before, desk->document, "");
  jx_robot_close_last (desk->robot, desk->window);
  g_clear_pointer (&desk->robot, jx_robot_free);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/by-reader/reading", test_reading);
  g_test_add_func ("/by-reader/writing", test_writing);
  g_test_add_func ("/by-reader/rows", test_rows);
  g_test_add_func ("/by-reader/projects", test_projects);

  return g_test_run ();
}
