/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-table.h"

#include <locale.h>

#include "jx-wanted.h"
#include "model/jx-item-build.h"

/* A document written with the mouse: the keys only spell words, and never say what is to be done. */

static const struct
{
  const char *level2, *level3, *value;
} rows[] = {
  { "数量指标", "修井数", "≥25眼" },
  { "质量指标", "合格率", "≥95%" },
  { "时效指标", "完成时间", "9月底前" },
};

static void
click_button (JxDesk *desk, AtspiAccessible *within, const char *name)
{
  AtspiAccessible *button = jx_robot_find (desk->robot, within, ATSPI_ROLE_PUSH_BUTTON, name);

  jx_robot_until (desk->robot, jx_robot_has_state (button, ATSPI_STATE_SENSITIVE));
  jx_robot_click (desk->robot, button);
}

/* A second level is taken from the list that drops down, the other two are spelt. */
static void
add_row (JxDesk *desk, AtspiAccessible *sheet, guint i)
{
  g_autofree char *level2 = g_strdup_printf ("Row %u, Level-2 indicator", i + 1);
  g_autofree char *level3 = g_strdup_printf ("Row %u, Level-3 indicator", i + 1);
  g_autofree char *value = g_strdup_printf ("Row %u, Target value", i + 1);
  g_autofree char *wanted = g_strconcat (rows[i].level2, "*", NULL);
  AtspiAccessible *cell = NULL, *list = NULL, *add = NULL;

  add = jx_robot_find (desk->robot, sheet, ATSPI_ROLE_PUSH_BUTTON, "Add Indicator");
  jx_table_show (desk, sheet, add);
  jx_robot_click (desk->robot, add);
  cell = jx_table_spell (desk, sheet, level3, "Level-3 indicator", rows[i].level3);
  cell = jx_table_spell (desk, sheet, value, "Target value", rows[i].value);
  cell = jx_table_click (desk, sheet, level2);
  list = jx_robot_find (desk->robot, sheet, ATSPI_ROLE_LIST, "Choices");
  jx_robot_click_in_popup (desk->robot, jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, wanted));
  jx_robot_until (desk->robot, jx_robot_has_description (cell, wanted));
}

/* By its handle, which the row in work has, to above the first. */
static void
drag_row (JxDesk *desk, AtspiAccessible *sheet, guint from)
{
  g_autofree char *name = g_strdup_printf ("Row %u, Level-3 indicator", from + 1);
  AtspiAccessible *cell = jx_table_click (desk, sheet, name);

  jx_table_drag_row (desk, sheet, jx_robot_get_place (jx_desk_find_cell (desk, sheet, "Row 1, Level-3 indicator")).y + 2);
  jx_robot_until (desk->robot, jx_robot_has_name (cell, "Row 1, Level-3 indicator"));
}

/* The line between two columns, to the left. */
static void
drag_column (JxDesk *desk, AtspiAccessible *sheet)
{
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, "Row 1, Description");
  AtspiRect before = jx_robot_wait_place (desk->robot, cell);
  int x = before.x + before.width;
  int y = before.y + before.height / 2;

  jx_robot_drag (desk->robot, x, y, x - 40, y);
  jx_robot_until (desk->robot, ABS (jx_robot_get_place (cell).width - (before.width - 40)) <= 2);
}

static void
click_in_menu (JxDesk *desk, AtspiAccessible *within, const char *item)
{
  jx_robot_click_in_popup (desk->robot, jx_robot_find (desk->robot, within, ATSPI_ROLE_MENU_ITEM, item));
}

/* Two values are cleared together, and come back by the button. */
static void
clear_and_undo (JxDesk *desk, AtspiAccessible *sheet)
{
  AtspiAccessible *first = jx_desk_find_cell (desk, sheet, "Row 1, Target value");
  AtspiAccessible *second = jx_desk_find_cell (desk, sheet, "Row 2, Target value");

  jx_table_drag_range (desk, sheet, "Row 1, Target value", "Row 2, Target value");
  jx_robot_click_second (desk->robot, second);
  click_in_menu (desk, sheet, "Clear");
  jx_robot_until (desk->robot, jx_robot_has_description (first, "") && !jx_robot_has_description (second, "≥25眼*"));
  jx_robot_until (desk->robot, jx_robot_has_state (second, ATSPI_STATE_FOCUSED));
  click_button (desk, desk->window, "Undo");
  jx_robot_until (desk->robot, jx_robot_has_description (first, "9月底前*") && jx_robot_has_description (second, "≥25眼*"));
}

/* A menu that is closed again leaves the focus on the row it was of. */
static void
look_at_menu (JxDesk *desk)
{
  AtspiAccessible *projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  AtspiAccessible *row = jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "1 机井维修");
  AtspiAccessible *item = NULL;

  jx_robot_click_second (desk->robot, row);
  jx_robot_until (desk->robot, (item = jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_MENU_ITEM)) != NULL);
  jx_robot_press (desk->robot, "Escape");
  jx_robot_until (desk->robot, jx_robot_has_state (row, ATSPI_STATE_FOCUSED));
}

/* The place is spelt, the button clicked. */
static void
save_as (JxDesk *desk, const char *path)
{
  static const char *title = "Save the Document";
  AtspiAccessible *dialog = jx_robot_find_window (desk->robot, title);
  AtspiAccessible *name = NULL;

  jx_robot_until (desk->robot, (name = jx_robot_seek_focused (desk->robot, dialog, ATSPI_ROLE_TEXT)) != NULL);
  jx_robot_set_text (desk->robot, name, "");
  jx_robot_type (desk->robot, path);
  jx_robot_until (desk->robot, jx_robot_has_text (name, path));
  click_button (desk, dialog, "Save");
  jx_robot_wait_closed (desk->robot, title);
  jx_robot_use (desk->robot, desk->window);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "new"));
}

/* What she meant: the last row stands first. */
static void
save_wanted (const char *path)
{
  g_autoptr (JxDocument) document = jx_wanted_new ();
  JxItem *project = jx_wanted_add_project (document);

  jx_item_init (project, JX_FIELD_PROJECT_NAME, "机井维修");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "12.50");
  jx_item_init (project, JX_FIELD_PROJECT_FISCAL, "12.50");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const guint from = (i + G_N_ELEMENTS (rows) - 1) % G_N_ELEMENTS (rows);
      JxItem *row = jx_wanted_add (project, JX_KIND_INDICATOR);

      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL1, "产出指标");
      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL2, rows[from].level2);
      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL3, rows[from].level3);
      jx_item_init (row, JX_FIELD_INDICATOR_VALUE, rows[from].value);
    }
  jx_wanted_save (document, path);
}

static void
test_document (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *path = jx_desk_dup_path (desk, "new.jixiao");
  g_autofree char *wanted = jx_desk_dup_path (desk, "wanted.jixiao");
  g_autofree char *differences = NULL;
  AtspiAccessible *sheet = NULL;
  int status = -1;

  jx_desk_open (desk, NULL, "Jixiao");
  click_button (desk, desk->window, "New Document*");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "Untitled"));
  click_button (desk, desk->window, "Add Project");
  sheet = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TABLE, "*绩效目标表");
  jx_table_spell (desk, sheet, "Project name", "Project name", "机井维修");
  jx_table_spell (desk, sheet, "Budget", "Budget", "12.50");
  jx_table_spell (desk, sheet, "Fiscal funds", "Fiscal funds", "12.50");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (desk, sheet, i);

  drag_row (desk, sheet, G_N_ELEMENTS (rows) - 1);
  drag_column (desk, sheet);
  clear_and_undo (desk, sheet);

  look_at_menu (desk);
  click_button (desk, desk->window, "Main Menu");
  click_in_menu (desk, desk->window, "Save");
  save_as (desk, path);
  save_wanted (wanted);
  differences = jx_desk_run (&status, g_getenv ("JX_CLI"), "diff", wanted, path, NULL);
  g_assert_cmpstr (differences, ==, "");
  g_assert_cmpint (status, ==, 0);
}

/* One press on a cell not yet written in puts the cursor there, two mark a word, a drag what it goes over. */
static void
test_text (void)
{
  static const char *name = "Row 1, Description";
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL, *cell = NULL;
  AtspiRect place;
  int y;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 *");
  cell = jx_desk_find_cell (desk, sheet, name);
  jx_table_show (desk, sheet, cell);
  place = jx_robot_wait_place (desk->robot, cell);
  y = place.y + place.height / 2;
  jx_robot_click_at (desk->robot, place.x + place.width / 2 - 14, y, 3);
  jx_robot_type (desk->robot, "alpha beta");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Description"), "alpha beta"));
  jx_table_click (desk, sheet, "Row 1, Target value");

  jx_robot_click_at (desk->robot, place.x + place.width / 2 - 14, y, 1);
  jx_robot_type (desk->robot, "X");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Description"), "a*X*a beta"));
  jx_table_click (desk, sheet, "Row 1, Target value");

  jx_robot_click_at (desk->robot, place.x + place.width / 2 - 14, y, 2);
  jx_robot_type (desk->robot, "word");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Description"), "word beta"));
  jx_table_click (desk, sheet, "Row 1, Target value");

  jx_robot_drag (desk->robot, place.x + 3, y, place.x + place.width - 3, y);
  jx_robot_type (desk->robot, "new");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Description"), "new"));
}

#define MANY 60

static void
save_long_table (const char *path)
{
  g_autoptr (JxDocument) document = jx_wanted_new ();
  JxItem *project = jx_wanted_add_project (document);

  jx_item_init (project, JX_FIELD_PROJECT_NAME, "机井维修");
  for (guint i = 0; i < MANY; i++)
    {
      JxItem *row = jx_wanted_add (project, JX_KIND_INDICATOR);
      g_autofree char *value = g_strdup_printf ("≥%u眼", i + 1);

      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL1, "产出指标");
      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL2, "数量指标");
      jx_item_init (row, JX_FIELD_INDICATOR_VALUE, value);
    }
  jx_wanted_save (document, path);
}

static gboolean
is_in_window (JxDesk *desk, AtspiAccessible *cell)
{
  AtspiRect place = jx_robot_get_place (cell);

  return place.y + place.height < jx_robot_get_place (desk->window).height;
}

/* What is held at the edge of the view goes on to what is beyond it. */
static void
test_far (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL, *first = NULL, *last = NULL;
  AtspiRect place, window;

  save_long_table (desk->document);
  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 *");
  first = jx_desk_find_cell (desk, sheet, "Row 1, Target value");
  last = jx_desk_find_cell (desk, sheet, "Row 60, Target value");
  window = jx_robot_get_place (desk->window);

  jx_table_show (desk, sheet, first);
  place = jx_robot_wait_place (desk->robot, first);
  jx_robot_hold (desk->robot, place.x + place.width / 2, place.y + place.height / 2, place.x + place.width / 2, window.height - 4);
  jx_robot_until (desk->robot, jx_robot_has_state (last, ATSPI_STATE_SELECTED));
  jx_robot_let_go (desk->robot);
  g_assert_true (jx_robot_has_state (first, ATSPI_STATE_SELECTED) && is_in_window (desk, last));

  jx_table_click (desk, sheet, "Row 1, Target value");
  place = jx_robot_wait_place (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_PUSH_BUTTON, "Insert, move or delete this row"));
  jx_robot_hold (desk->robot, place.x + place.width / 2, place.y + place.height / 2, place.x + place.width / 2, window.height - 4);
  jx_robot_until (desk->robot, is_in_window (desk, last));
  jx_robot_let_go (desk->robot);
  jx_robot_until (desk->robot, jx_robot_has_name (first, "Row 60, Target value"));
  jx_robot_until (desk->robot, is_in_window (desk, first));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/by-pointer/document", test_document);
  g_test_add_func ("/by-pointer/text", test_text);
  g_test_add_func ("/by-pointer/far", test_far);

  return g_test_run ();
}
