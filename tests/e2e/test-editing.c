/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <locale.h>
#include <string.h>

/* Looking through a document, changing it and changing one's mind, by mouse and keyboard. */

static void
test_cell (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *projects = NULL;
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *cell = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, NULL) == 10);
  g_assert_nonnull (jx_robot_seek (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "Department goals"));
  g_assert_nonnull (jx_robot_seek (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "9 *农村污水设施修缮"));

  sheet = jx_desk_open_project (desk, "1 村级组织运转补助");
  cell = jx_desk_find_cell (desk, sheet, "Row 2, Target value");
  g_assert_true (jx_robot_has_description (cell, "≥98%*"));
  jx_desk_write (desk, sheet, "Row 2, Target value", "≥99.5%");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi •"));

  jx_robot_press (desk->robot, "<Control>z");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "≥98%*"));
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  jx_robot_until (desk->robot, jx_robot_has_state (cell, ATSPI_STATE_FOCUSED));
  jx_robot_press (desk->robot, "<Control><Shift>z");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "≥99.5%*"));
}

static void
test_second_thoughts (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *cell = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 村级组织运转补助");
  cell = jx_desk_find_cell (desk, sheet, "Budget");
  jx_robot_walk (desk->robot, "Tab", cell);

  /* What was typed and not taken goes by Escape, and by the keys that undo. */
  for (guint i = 0; i < 2; i++)
    {
      jx_robot_type (desk->robot, "77");
      jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Budget"), "77"));
      jx_robot_press (desk->robot, i == 0 ? "Escape" : "<Control>z");
      jx_robot_until (desk->robot, jx_robot_has_state (cell, ATSPI_STATE_FOCUSED));
      g_assert_true (jx_robot_has_description (cell, "86.40*"));
      g_assert_true (jx_robot_has_name (desk->window, "yunxi"));
    }

  /* What does not fit stays in sight, and says why. */
  jx_robot_type (desk->robot, "eighty");
  jx_robot_press (desk->robot, "Return");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "eighty. “eighty” *"));
  g_assert_true (jx_robot_has_name (desk->window, "yunxi"));
}

static void
test_spending (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *panel = NULL;
  AtspiAccessible *june = NULL;
  AtspiAccessible *october = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  jx_desk_open_project (desk, "1 村级组织运转补助");
  panel = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "Spending and plan");
  june = jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, "By the end of June: *43.00 *");
  october = jx_robot_find (desk->robot, panel, ATSPI_ROLE_IMAGE, "By the end of October: *no spending*");

  /* Past the cells to the chart, which begins at the latest entry. */
  jx_robot_walk (desk->robot, "F6", june);
  jx_robot_walk (desk->robot, "Tab", jx_robot_find (desk->robot, panel, ATSPI_ROLE_TEXT, "*June, spent so far*"));
  jx_robot_type (desk->robot, "40.55");
  jx_robot_press (desk->robot, "Return");
  jx_robot_until (desk->robot, jx_robot_has_name (june, "By the end of June: *40.55 *"));
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi •"));

  jx_robot_walk (desk->robot, "Tab", jx_robot_find (desk->robot, panel, ATSPI_ROLE_TEXT, "*October, spent so far*"));
  jx_robot_type (desk->robot, "71");
  jx_robot_press (desk->robot, "Tab");
  jx_robot_until (desk->robot, jx_robot_has_name (october, "By the end of October: *71.00 *"));
}

static void
test_new_document (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *projects = NULL;
  AtspiAccessible *undo = NULL;
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *name = NULL;

  jx_desk_open (desk, NULL, "Jixiao");
  jx_robot_press (desk->robot, "<Control>n");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "Untitled"));
  projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  undo = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Undo");
  g_assert_false (jx_robot_has_state (undo, ATSPI_STATE_SENSITIVE));

  jx_robot_press (desk->robot, "<Control><Shift>n");
  sheet = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TABLE, "*绩效目标表");
  name = jx_desk_find_cell (desk, sheet, "Project name");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "1 Unnamed project");
  jx_robot_until (desk->robot, jx_robot_has_state (name, ATSPI_STATE_FOCUSED));
  jx_robot_type (desk->robot, "青禾县机井维修");
  jx_robot_press (desk->robot, "Return");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "1 青禾县机井维修");
  jx_robot_until (desk->robot, jx_robot_has_description (name, "青禾县机井维修"));
  jx_desk_write (desk, sheet, "Budget", "12.50");
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LABEL, "12.50");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "Untitled •"));

  while (jx_robot_has_state (undo, ATSPI_STATE_SENSITIVE))
    {
      g_autofree char *step = atspi_accessible_get_description (undo, NULL);

      jx_robot_press (desk->robot, "<Control>z");
      jx_robot_until (desk->robot, !jx_robot_has_description (undo, step));
    }
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, NULL) == 1);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "Untitled"));
  jx_desk_quit (desk);
}

/* What only another form has: how the year ended, written after it is over. */
static void
test_form (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *printed = NULL;
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *form = NULL;
  int status = 0;

  jx_desk_open (desk, desk->document, "yunxi");
  jx_desk_open_project (desk, "1 村级组织运转补助");
  jx_robot_press (desk->robot, "F4");
  form = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_MENU_ITEM, "项目支出绩效自评表");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_MENU_ITEM) != NULL);
  jx_robot_walk (desk->robot, "Down", form);
  jx_robot_press (desk->robot, "Return");
  sheet = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TABLE, "项目支出绩效自评表");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL) != NULL);
  jx_desk_write (desk, sheet, "Row 2, Actual value", "99.2%");
  jx_desk_write (desk, sheet, "Row 3, Score", "9.5");
  jx_robot_press (desk->robot, "<Control>s");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  jx_desk_quit (desk);

  printed = jx_desk_run (&status, g_getenv ("JX_CLI"), "show", "--json", desk->document, NULL);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (printed, "\"actual\" : \"99.2%\""));
  g_assert_nonnull (strstr (printed, "\"score\" : \"9.5\""));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editing/cell", test_cell);
  g_test_add_func ("/editing/second-thoughts", test_second_thoughts);
  g_test_add_func ("/editing/form", test_form);
  g_test_add_func ("/editing/spending", test_spending);
  g_test_add_func ("/editing/new-document", test_new_document);

  return g_test_run ();
}
