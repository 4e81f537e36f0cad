/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* How the document differs: from another one, from its file and from what it was taken in as. */

#define FIRST "村级组织运转补助"
#define SECOND "村内道路维修改造"

static void
lay_out (JxDesk *desk)
{
  g_autofree char *other = jx_desk_dup_path (desk, "other.jixiao");
  g_autofree char *xml = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (desk->document, &xml, NULL, NULL));
  changed = g_string_new (xml);
  g_assert_cmpuint (g_string_replace (changed, "≥14处", "≥16处", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "≥12个", "≥13个", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (changed, "<budget>268.00<", "<budget>269.00<", 0), ==, 1);
  g_assert_true (g_file_set_contents (other, changed->str, -1, NULL));
}

/* Selects the row @name of the list beside the differences. */
static void
select_part (JxDesk *desk, JxWay way, AtspiAccessible *window, const char *name)
{
  AtspiAccessible *list = jx_robot_find (desk->robot, window, ATSPI_ROLE_LIST, "Where they differ");
  AtspiAccessible *row = jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, name);

  if (way == JX_WAY_KEYBOARD)
    jx_robot_walk (desk->robot, "Down", row);
  else if (way == JX_WAY_POINTER)
    jx_robot_click (desk->robot, row);
  else
    jx_robot_act (desk->robot, row, "row.activate");
  jx_robot_until (desk->robot, jx_robot_has_state (row, ATSPI_STATE_SELECTED));
}

static void
press (JxDesk *desk, JxWay way, AtspiAccessible *window, const char *name)
{
  jx_ways_press (desk, way, jx_robot_find (desk->robot, window, ATSPI_ROLE_PUSH_BUTTON, name));
}

static AtspiAccessible *
compare (JxDesk *desk, JxWay way)
{
  g_autofree char *other = jx_desk_dup_path (desk, "other.jixiao");
  AtspiAccessible *window = NULL;

  if (way == JX_WAY_KEYBOARD)
    jx_ways_command (desk, "Compare With");
  else
    jx_ways_do (desk, way, NULL, "win.compare", "Find and Compare", "Compare With a Document…", NULL);
  jx_desk_choose_file (desk, "Compare With a Document", other);
  window = jx_robot_find_window (desk->robot, "Compare");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, window, ATSPI_ROLE_LIST_ITEM) != NULL);

  return window;
}

/* One of two of a project: the other stays, and so does the focus. */
static void
take_over (JxDesk *desk, JxWay way)
{
  AtspiAccessible *window = compare (desk, way);

  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "other.jixiao: 3 differences");
  select_part (desk, way, window, SECOND ": 2 differences");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "≥14处");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "≥16处");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_robot_find (desk->robot, window, ATSPI_ROLE_PUSH_BUTTON, "Take Over: Indicator 2 · Target value"),
                                                         "This document: ≥14处; other.jixiao: ≥16处"));
  press (desk, way, window, "Take Over: Indicator 2 · Target value");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "other.jixiao: 2 differences");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LIST_ITEM, SECOND ": 1 difference");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, window, ATSPI_ROLE_INVALID) != NULL);
  jx_ways_leave (desk, way, window, "Close");
}

JX_WAYS (take_over)

/* Beside the document's window, which comes to the front; without a window manager it may cover the other's buttons. */
static void
leave_covered (JxDesk *desk, JxWay way, AtspiAccessible *window)
{
  jx_ways_leave (desk, way == JX_WAY_POINTER ? JX_WAY_READER : way, window, NULL);
}

static void
look (JxDesk *desk, JxWay way)
{
  AtspiAccessible *window = compare (desk, way);

  press (desk, way, window, "Show: Indicator 1 · Target value");
  jx_robot_until (desk->robot, jx_robot_has_state (jx_desk_find_cell (desk, jx_ways_get_sheet (desk), "Row 1, Target value"), ATSPI_STATE_FOCUSED));
  leave_covered (desk, way, window);
}

JX_WAYS (look)

static const JxDeed deeds[] = {
  { "take over", JX_IN_WAYS (take_over), "Take Over Indicator 2 · Target value", "Project 2 · Indicator 2 · Target value: “≥14处” → “≥16处”\n", NULL },
  { "look at", JX_IN_WAYS (look), NULL, NULL, NULL },
};

static const JxArea area = { "ways/compare", NULL, deeds, G_N_ELEMENTS (deeds), lay_out, NULL };

static AtspiAccessible *
show_changes (JxDesk *desk, JxWay way)
{
  jx_ways_do (desk, way, "<Control><Shift>h", "win.changes", "Find and Compare", "Changes", NULL);

  return jx_robot_find_window (desk->robot, "Changes");
}

/* A document taken in, changed, saved and changed again. */
static void
begin (JxDesk *desk, const char *taken)
{
  g_autofree char *text = jx_desk_dup_path (desk, "yunxi.txt");
  AtspiAccessible *report = NULL, *sheet = NULL;

  jx_desk_open (desk, text, "yunxi •");
  report = jx_robot_find_window (desk->robot, "What Was Taken In");
  jx_robot_act (desk->robot, report, "window.close");
  jx_robot_wait_closed (desk->robot, "What Was Taken In");
  jx_robot_use (desk->robot, desk->window);
  sheet = jx_ways_open_project (desk, "1 *");
  jx_table_set (desk, sheet, "Row 1, Target value", "Target value", "≥13个");
  jx_robot_act (desk->robot, desk->window, "win.save");
  jx_desk_choose_file (desk, "Save the Document", taken);
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "taken"));
  jx_table_set (desk, sheet, "Row 2, Target value", "Target value", "≥97%");
}

static void
test_changes (JxDesk *desk, JxWay way)
{
  g_autofree char *text = jx_desk_dup_path (desk, "yunxi.txt");
  g_autofree char *taken = jx_desk_dup_path (desk, "taken.jixiao");
  g_autofree char *differences = NULL;
  AtspiAccessible *window = NULL;
  int status = -1;

  begin (desk, taken);
  window = show_changes (desk, way);
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "As saved: 1 difference");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_robot_find (desk->robot, window, ATSPI_ROLE_PUSH_BUTTON, "Take Back: Indicator 2 · Target value"),
                                                         "As saved: ≥98%; Now: ≥97%"));
  jx_ways_choose (desk, way, jx_robot_find (desk->robot, window, ATSPI_ROLE_COMBO_BOX, "Compared with"), "As taken in");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "As taken in: 2 differences");
  press (desk, way, window, "Take Back: Indicator 1 · Target value");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "As taken in: 1 difference");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, window, ATSPI_ROLE_INVALID) != NULL);
  press (desk, way, window, "Show: Indicator 2 · Target value");
  jx_table_wait_focus (desk, jx_ways_get_sheet (desk), "Row 2, Target value");
  leave_covered (desk, way, window);

  jx_robot_act (desk->robot, desk->window, "win.save");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "taken"));
  differences = jx_desk_run (&status, g_getenv ("JX_CLI"), "diff", text, taken, NULL);
  g_assert_cmpstr (differences, ==, "Project 1 · Indicator 2 · Target value: “≥98%” → “≥97%”\n");

  window = show_changes (desk, way);
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "Nothing was changed.");
  jx_ways_leave (desk, way, window, "Close");
  jx_robot_close_last (desk->robot, desk->window);
  g_clear_pointer (&desk->robot, jx_robot_free);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&area);
  jx_ways_add_plain ("ways/changes", test_changes);

  return g_test_run ();
}
