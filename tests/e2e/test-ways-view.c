/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* Looking about in a long indicator table: going from cell to cell, marking them, columns as wide as
 * they are wanted, larger and smaller. None of it changes the document. */

#define MORE 54 /* than the six rows of the sample */
#define CELL "Row 2, Description"

static AtspiAccessible *sheet; /* of the project in work */

static void
add_rows (JxDesk *desk)
{
  GString *rows = g_string_new (NULL);
  g_autofree char *all = NULL;

  for (guint i = 0; i < MORE; i++)
    g_string_append_printf (rows, "    <indicator>\n      <level1>满意度指标</level1>\n      <level2>服务对象满意度指标</level2>\n"
                                  "      <value>≥%u%%</value>\n    </indicator>\n", i + 1);
  g_string_append (rows, "  </project>");
  all = g_string_free (rows, FALSE);
  jx_ways_replace (desk, "  </project>", all);
}

static void
begin (JxDesk *desk)
{
  sheet = jx_ways_open_project (desk, "1 *");
}

static void
prepare (JxDesk *desk)
{
  jx_table_focus (desk, sheet, CELL);
}

static gboolean
is_in_view (JxDesk *desk, AtspiAccessible *cell)
{
  AtspiRect place = jx_robot_get_place (cell);

  return place.y > 0 && place.y + place.height < jx_robot_get_place (desk->window).height;
}

static AtspiAccessible *
wait_focus_in (JxDesk *desk, const char *names)
{
  AtspiAccessible *cell = NULL;

  jx_robot_until (desk->robot, (cell = jx_robot_seek_focused (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL)) != NULL && jx_robot_has_name (cell, names));

  return cell;
}

static void
press_to (JxDesk *desk, const char *keys, const char *name)
{
  AtspiAccessible *cell = NULL;

  jx_robot_press (desk->robot, keys);
  cell = jx_table_wait_focus (desk, sheet, name);
  jx_robot_until (desk->robot, is_in_view (desk, cell));
}

/* Each key from where the one before has led. */
static void
go_by_keyboard (JxDesk *desk)
{
  static const struct { const char *keys, *name; } steps[] = {
    { "Right", "Row 2, Target value" },
    { "Down", "Row 3, Target value" },
    { "Up", "Row 2, Target value" },
    { "Tab", "Row 2, Basis of the value" },
    { "Tab", "Row 3, Level-2 indicator" },
    { "<Shift>Tab", "Row 2, Basis of the value" },
    { "Home", "Row 1, Level-1 indicator" },
    { "End", "Row 2, Basis of the value" },
    { "Left", "Row 2, Target value" },
    { "<Control>Down", "Row 60, Target value" },
    { "<Control>Right", "Row 60, Basis of the value" },
    { "<Control>Up", "Row 1, Basis of the value" },
    { "<Control>End", "Row 60, Basis of the value" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    press_to (desk, steps[i].keys, steps[i].name);
  /* The project's name stands in the heading too, which is where the sheet begins. */
  jx_robot_press (desk->robot, "<Control>Home");
  wait_focus_in (desk, "Project name");
}

/* What hangs on the cell in work has no place while that is out of sight, where it comes back from as she writes on. */
static void
go_by_pointer (JxDesk *desk)
{
  AtspiAccessible *last = jx_table_click (desk, sheet, "Row 60, Target value");
  AtspiAccessible *editor = NULL;

  jx_robot_find (desk->robot, sheet, ATSPI_ROLE_LABEL, "Understood as ≥ · 54 · %");
  jx_table_show (desk, sheet, jx_desk_find_cell (desk, sheet, "Row 1, Target value"));
  g_assert_false (is_in_view (desk, last));
  jx_robot_type (desk->robot, "9");
  jx_robot_until (desk->robot, is_in_view (desk, last));

  /* Nothing of it shall remain. */
  editor = jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Target value");
  jx_robot_click_second (desk->robot, editor);
  jx_robot_click_in_popup (desk->robot, jx_robot_find (desk->robot, editor, ATSPI_ROLE_MENU_ITEM, "Give Up What Was Written"));
  jx_table_wait_focus (desk, sheet, "Row 60, Target value");
}

static void
go_by_reader (JxDesk *desk)
{
  jx_robot_until (desk->robot, is_in_view (desk, jx_table_focus (desk, sheet, "Row 60, Target value")));
  jx_robot_until (desk->robot, is_in_view (desk, jx_table_focus (desk, sheet, "Budget")));
}

/* A page on, and as far back; what was at the edge is still in view. */
static void
page_by_keyboard (JxDesk *desk)
{
  AtspiAccessible *first = jx_table_focus (desk, sheet, "Row 8, Target value");
  AtspiAccessible *cell = NULL;
  int before = jx_robot_wait_place (desk->robot, first).y;

  jx_robot_press (desk->robot, "Page_Down");
  jx_robot_until (desk->robot, !jx_robot_has_state (first, ATSPI_STATE_FOCUSED));
  cell = wait_focus_in (desk, "Row *, Target value");
  jx_robot_until (desk->robot, is_in_view (desk, cell));
  g_assert_cmpint (jx_robot_wait_place (desk->robot, first).y, <, before);
  jx_robot_press (desk->robot, "Page_Up");
  jx_table_wait_focus (desk, sheet, "Row 8, Target value");
}

static void
page_by_pointer (JxDesk *desk)
{
  jx_table_show (desk, sheet, jx_desk_find_cell (desk, sheet, "Row 60, Target value"));
  jx_table_show (desk, sheet, jx_desk_find_cell (desk, sheet, "Row 8, Target value"));
}

static void
page_by_reader (JxDesk *desk)
{
  jx_robot_until (desk->robot, is_in_view (desk, jx_table_focus (desk, sheet, "Row 30, Target value")));
}

static void
wait_selected (JxDesk *desk)
{
  static const char *const names[] = { CELL, "Row 2, Target value", "Row 3, Description", "Row 3, Target value" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    jx_robot_until (desk->robot, jx_robot_has_state (jx_desk_find_cell (desk, sheet, names[i]), ATSPI_STATE_SELECTED));
  jx_robot_until (desk->robot, jx_robot_has_description (jx_table_wait_focus (desk, sheet, "Row 3, Target value"), "*. 2 × 2 cells selected"));
}

static void
select_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Shift>Down");
  jx_robot_press (desk->robot, "<Shift>Right");
  wait_selected (desk);
}

static void
select_by_pointer (JxDesk *desk)
{
  jx_table_show (desk, sheet, jx_desk_find_cell (desk, sheet, CELL));
  jx_table_drag_range (desk, sheet, CELL, "Row 3, Target value");
  wait_selected (desk);

  /* So far by the mouse alone; who has a hand for Shift may press the last one instead. */
  jx_table_click (desk, sheet, CELL);
  jx_robot_hold_key (desk->robot, "Shift_L", TRUE);
  jx_robot_click (desk->robot, jx_desk_find_cell (desk, sheet, "Row 3, Target value"));
  jx_robot_hold_key (desk->robot, "Shift_L", FALSE);
  wait_selected (desk);
}

static void
select_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, sheet, "select.down");
  jx_table_wait_focus (desk, sheet, "Row 3, Description");
  jx_robot_act (desk->robot, sheet, "select.right");
  wait_selected (desk);
}

static int
get_width (JxDesk *desk)
{
  return jx_robot_wait_place (desk->robot, jx_desk_find_cell (desk, sheet, CELL)).width;
}

/* The line at the right of the column. */
static void
get_line (JxDesk *desk, int *x, int *y)
{
  AtspiRect place;

  jx_table_show (desk, sheet, jx_desk_find_cell (desk, sheet, CELL));
  place = jx_robot_wait_place (desk->robot, jx_desk_find_cell (desk, sheet, CELL));
  *x = place.x + place.width;
  *y = place.y + place.height / 2;
}

static void
narrow_by_keyboard (JxDesk *desk)
{
  int before = get_width (desk);

  jx_robot_press (desk->robot, "<Alt>Left");
  jx_robot_until (desk->robot, get_width (desk) < before);
}

static void
narrow_by_pointer (JxDesk *desk)
{
  int before = get_width (desk), x, y;

  get_line (desk, &x, &y);
  jx_robot_drag (desk->robot, x, y, x - 30, y);
  jx_robot_until (desk->robot, ABS (get_width (desk) - (before - 30)) <= 2);
}

static void
narrow_by_reader (JxDesk *desk)
{
  int before = get_width (desk);

  jx_robot_act (desk->robot, sheet, "column.narrow");
  jx_robot_until (desk->robot, get_width (desk) < before);
}

static void
reset_by_keyboard (JxDesk *desk)
{
  int before = get_width (desk);

  jx_table_press_in_menu (desk, sheet, "Column Widths of the Form");
  jx_robot_until (desk->robot, get_width (desk) > before);
}

static void
reset_by_pointer (JxDesk *desk)
{
  int before = get_width (desk), x, y;

  get_line (desk, &x, &y);
  jx_robot_click_at (desk->robot, x, y, 2);
  jx_robot_until (desk->robot, get_width (desk) > before);
}

static void
reset_by_reader (JxDesk *desk)
{
  int before = get_width (desk);

  jx_robot_act (desk->robot, sheet, "column.reset");
  jx_robot_until (desk->robot, get_width (desk) > before);
}

static void
zoom_in_by_keyboard (JxDesk *desk)
{
  int before = get_width (desk);

  jx_robot_press (desk->robot, "<Control>plus");
  jx_robot_until (desk->robot, get_width (desk) > before);
}

static void
click_in_zoom (JxDesk *desk, const char *name)
{
  AtspiAccessible *menu = NULL;

  jx_ways_click_button (desk, desk->window, "Main Menu");
  jx_robot_until (desk->robot, (menu = jx_robot_seek (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, name)) != NULL);
  jx_robot_click_in_popup (desk->robot, menu);
}

static void
turn_wheel (JxDesk *desk, gboolean up)
{
  jx_table_show (desk, sheet, jx_desk_find_cell (desk, sheet, CELL));
  jx_robot_hold_key (desk->robot, "Control_L", TRUE);
  jx_robot_turn_wheel (desk->robot, jx_desk_find_cell (desk, sheet, CELL), up);
  jx_robot_hold_key (desk->robot, "Control_L", FALSE);
}

/* By the menu, and with a hand for Ctrl by the wheel. */
static void
zoom_in_by_pointer (JxDesk *desk)
{
  int before = get_width (desk);

  click_in_zoom (desk, "Zoom In");
  jx_robot_until (desk->robot, get_width (desk) > before);
  jx_ways_click_button (desk, desk->window, "Main Menu");

  before = get_width (desk);
  turn_wheel (desk, TRUE);
  jx_robot_until (desk->robot, get_width (desk) > before);
}

static void
zoom_in_by_reader (JxDesk *desk)
{
  int before = get_width (desk);

  jx_robot_act (desk->robot, desk->window, "win.zoom-in");
  jx_robot_until (desk->robot, get_width (desk) > before);
}

static void
zoom_out_by_keyboard (JxDesk *desk)
{
  int before = get_width (desk);

  jx_robot_press (desk->robot, "<Control>minus");
  jx_robot_until (desk->robot, get_width (desk) < before);
}

static void
zoom_out_by_pointer (JxDesk *desk)
{
  int before = get_width (desk);

  click_in_zoom (desk, "Zoom Out");
  jx_robot_until (desk->robot, get_width (desk) < before);
  jx_ways_click_button (desk, desk->window, "Main Menu");

  before = get_width (desk);
  turn_wheel (desk, FALSE);
  jx_robot_until (desk->robot, get_width (desk) < before);
}

static void
zoom_out_by_reader (JxDesk *desk)
{
  int before = get_width (desk);

  jx_robot_act (desk->robot, desk->window, "win.zoom-out");
  jx_robot_until (desk->robot, get_width (desk) < before);
}

/* The next start has the columns as they were left. */
#define DEFINE_REMEMBERED(way) \
  static void remember_by_##way (JxDesk *desk) \
  { \
    int width; \
    narrow_by_##way (desk); \
    width = get_width (desk); \
    jx_desk_quit (desk); \
    jx_desk_open (desk, desk->document, "yunxi"); \
    begin (desk); \
    g_assert_cmpint (get_width (desk), ==, width); \
  }

DEFINE_REMEMBERED (keyboard)
DEFINE_REMEMBERED (pointer)
DEFINE_REMEMBERED (reader)

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }

static const JxDeed deeds[] = {
  { "go about", WAYS (go), NULL, NULL, NULL },
  { "turn pages", WAYS (page), NULL, NULL, NULL },
  { "mark cells", WAYS (select), NULL, NULL, "Row 3, Target value" },
  { "narrow a column", WAYS (narrow), NULL, NULL, CELL },
  { "the form's columns", WAYS (reset), NULL, NULL, CELL },
  { "larger", WAYS (zoom_in), NULL, NULL, NULL },
  { "smaller", WAYS (zoom_out), NULL, NULL, NULL },
  { "remember columns", WAYS (remember), NULL, NULL, NULL },
};

static const JxArea view = { "ways/view", prepare, deeds, G_N_ELEMENTS (deeds), add_rows, begin };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  /* What is remembered must outlive the program. */
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);

  jx_ways_add (&view);

  return g_test_run ();
}
