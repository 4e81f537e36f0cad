/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <gio/gio.h>
#include <locale.h>

/* What is written in the cells of the indicator table: by hand, by the clipboard, several at once. */

#define CELL "Row 2, Target value"
#define BELOW "Row 3, Target value"
#define WORDS "Row 2, Description"

static AtspiAccessible *sheet; /* of the project in work */

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

static AtspiAccessible *
find_editor (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, name);
}

/* By mouse: at @from_right of the cell's right edge. */
static void
click_in (JxDesk *desk, const char *name, int from_right, guint times)
{
  AtspiRect place;

  jx_table_show (desk, sheet, jx_desk_find_cell (desk, sheet, name));
  place = jx_robot_wait_place (desk->robot, jx_desk_find_cell (desk, sheet, name));
  jx_robot_click_at (desk->robot, place.x + place.width - from_right, place.y + place.height / 2, times);
}

static void
type_by_keyboard (JxDesk *desk)
{
  jx_robot_type (desk->robot, "≥99%");
  jx_robot_press (desk->robot, "Return");
  jx_table_wait_focus (desk, sheet, BELOW);
}

/* What is clicked on three times is all marked, and what is spelt takes its place. */
static void
type_by_pointer (JxDesk *desk)
{
  click_in (desk, CELL, 30, 3);
  jx_robot_type (desk->robot, "≥99%");
  jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, "Target value"), "≥99%"));
  jx_table_click (desk, sheet, "Row 1, Target value");
}

static void
type_by_reader (JxDesk *desk)
{
  AtspiAccessible *cell = jx_table_set (desk, sheet, CELL, "Target value", "≥99%");

  jx_robot_until (desk->robot, jx_robot_has_description (cell, "≥99%. Understood as ≥ · 99 · %"));
}

static void
append_by_keyboard (JxDesk *desk)
{
  jx_robot_walk (desk->robot, "Right", jx_desk_find_cell (desk, sheet, "Row 2, Basis of the value"));
  jx_robot_press (desk->robot, "F2");
  find_editor (desk, "Basis of the value");
  jx_robot_type (desk->robot, "（试行）");
  jx_robot_press (desk->robot, "Return");
}

static void
append_by_pointer (JxDesk *desk)
{
  click_in (desk, "Row 2, Basis of the value", 4, 1);
  find_editor (desk, "Basis of the value");
  jx_robot_type (desk->robot, "（试行）");
  jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, "Basis of the value"), "行业标准（试行）"));
  jx_table_click (desk, sheet, CELL);
}

static void
append_by_reader (JxDesk *desk)
{
  jx_table_set (desk, sheet, "Row 2, Basis of the value", "Basis of the value", "行业标准（试行）");
}

static void
break_by_keyboard (JxDesk *desk)
{
  jx_robot_walk (desk->robot, "Left", jx_desk_find_cell (desk, sheet, WORDS));
  jx_robot_press (desk->robot, "F2");
  find_editor (desk, "Description");
  jx_robot_press (desk->robot, "<Alt>Return");
  jx_robot_type (desk->robot, "按季抽查");
  jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, "Description"), "*占比\n按季抽查"));
  jx_robot_press (desk->robot, "Return");
}

/* By the menu of the text. */
static void
click_in_text_menu (JxDesk *desk, const char *name, const char *item)
{
  AtspiAccessible *editor = find_editor (desk, name);

  jx_robot_click_second (desk->robot, editor);
  jx_robot_click_in_popup (desk->robot, jx_robot_find (desk->robot, editor, ATSPI_ROLE_MENU_ITEM, item));
}

static void
break_by_pointer (JxDesk *desk)
{
  AtspiAccessible *cell = jx_table_click (desk, sheet, WORDS);
  AtspiRect place = jx_robot_wait_place (desk->robot, cell);

  find_editor (desk, "Description");
  jx_robot_click_at (desk->robot, place.x + place.width - 2, place.y + place.height - 3, 1);
  click_in_text_menu (desk, "Description", "Break the Line");
  jx_robot_until (desk->robot, jx_robot_has_state (find_editor (desk, "Description"), ATSPI_STATE_FOCUSED));
  jx_robot_type (desk->robot, "按季抽查");
  jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, "Description"), "*占比\n按季抽查"));
  jx_table_click (desk, sheet, CELL);
}

static void
break_by_reader (JxDesk *desk)
{
  AtspiAccessible *editor = NULL;

  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, WORDS), "cell.edit");
  editor = find_editor (desk, "Description");
  jx_robot_act (desk->robot, sheet, "sheet.break");
  jx_robot_until (desk->robot, jx_robot_has_text (editor, "*占比\n"));
  jx_robot_set_text (desk->robot, editor, "抽查凭证中符合规定用途的金额占比\n按季抽查");
  jx_table_focus (desk, sheet, CELL);
}

static void
wait_reverted (JxDesk *desk)
{
  jx_robot_until (desk->robot, jx_robot_has_description (jx_table_wait_focus (desk, sheet, CELL), "≥98%*"));
  jx_robot_until (desk->robot, jx_robot_seek (desk->robot, sheet, ATSPI_ROLE_TEXT, "Target value") == NULL);
}

static void
revert_by_keyboard (JxDesk *desk)
{
  jx_robot_type (desk->robot, "≥9");
  jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, "Target value"), "≥9"));
  jx_robot_press (desk->robot, "Escape");
  wait_reverted (desk);
}

static void
revert_by_pointer (JxDesk *desk)
{
  click_in (desk, CELL, 30, 1);
  jx_robot_type (desk->robot, "9");
  jx_robot_until (desk->robot, !jx_robot_has_text (find_editor (desk, "Target value"), "≥98%"));
  click_in_text_menu (desk, "Target value", "Give Up What Was Written");
  wait_reverted (desk);
}

static void
revert_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, CELL), "cell.edit");
  jx_robot_set_text (desk->robot, find_editor (desk, "Target value"), "≥9");
  jx_robot_act (desk->robot, sheet, "sheet.revert");
  wait_reverted (desk);
}

/* Each of these has a key, an entry of the menu and an action. */
#define DEFINE_DEED(name, keys, item, action) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    jx_robot_press (desk->robot, keys); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    jx_table_click_in_menu (desk, sheet, CELL, item); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    jx_robot_act (desk->robot, sheet, action); \
  }

#define DEFINE_DEED_OF_BOTH(name) \
  static void name##_both_by_keyboard (JxDesk *desk) \
  { \
    jx_table_select_down_by_keyboard (desk, sheet, CELL, BELOW); \
    name##_by_keyboard (desk); \
  } \
  static void name##_both_by_pointer (JxDesk *desk) \
  { \
    jx_table_select_down_by_pointer (desk, sheet, CELL, BELOW); \
    name##_by_pointer (desk); \
  } \
  static void name##_both_by_reader (JxDesk *desk) \
  { \
    jx_table_select_down_by_reader (desk, sheet, CELL, BELOW); \
    name##_by_reader (desk); \
  }

DEFINE_DEED (clear, "Delete", "Clear", "cells.clear")
DEFINE_DEED (cut, "<Control>x", "Cut", "cells.cut")
DEFINE_DEED (fill, "<Control>d", "Fill Down", "cells.fill-down")
DEFINE_DEED_OF_BOTH (clear)
DEFINE_DEED_OF_BOTH (cut)
DEFINE_DEED_OF_BOTH (fill)

/* From the cell in work to another. */
static void
paste_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control>c");
  jx_robot_walk (desk->robot, "Down", jx_desk_find_cell (desk, sheet, "Row 6, Target value"));
  jx_robot_press (desk->robot, "<Control>v");
}

static void
paste_by_pointer (JxDesk *desk)
{
  jx_table_click_in_menu (desk, sheet, CELL, "Copy");
  jx_table_wait_focus (desk, sheet, CELL);
  jx_table_click_in_menu (desk, sheet, "Row 6, Target value", "Paste");
}

static void
paste_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, sheet, "cells.copy");
  jx_table_focus (desk, sheet, "Row 6, Target value");
  jx_robot_act (desk->robot, sheet, "cells.paste");
}

/* Two rows of two, of which the second has no row yet where they go. */
static void
grow_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Shift>Down");
  jx_robot_press (desk->robot, "<Shift>Right");
  jx_table_wait_focus (desk, sheet, "Row 3, Basis of the value");
  jx_robot_press (desk->robot, "<Control>c");
  jx_robot_press (desk->robot, "Left");
  jx_table_wait_focus (desk, sheet, BELOW);
  jx_robot_walk (desk->robot, "Down", jx_desk_find_cell (desk, sheet, "Row 6, Target value"));
  jx_robot_press (desk->robot, "<Control>v");
}

static void
grow_by_pointer (JxDesk *desk)
{
  jx_table_drag_range (desk, sheet, "Row 3, Basis of the value", CELL);
  paste_by_pointer (desk);
}

static void
grow_by_reader (JxDesk *desk)
{
  jx_table_select_down_by_reader (desk, sheet, CELL, BELOW);
  jx_robot_act (desk->robot, sheet, "select.right");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_table_wait_focus (desk, sheet, "Row 3, Basis of the value"), "*. 2 × 2 cells selected"));
  paste_by_reader (desk);
}

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }
#define OF(row, field) "Project 1 · Indicator " row " · " field ": "

static const JxDeed deeds[] = {
  { "write", WAYS (type), "Change “Target value”", OF ("2", "Target value") "“≥98%” → “≥99%”\n", NULL },
  { "write on", WAYS (append), "Change “Basis of the value”", OF ("2", "Basis of the value") "“行业标准” → “行业标准（试行）”\n", NULL },
  { "break a line", WAYS (break), "Change “Description”",
    OF ("2", "Description") "“抽查凭证中符合规定用途的金额占比” → “抽查凭证中符合规定用途的金额占比\n按季抽查”\n", NULL },
  { "revert", WAYS (revert), NULL, NULL, CELL },
  { "clear", WAYS (clear), "Change “Target value”", OF ("2", "Target value") "“≥98%” → “”\n", CELL },
  { "clear two", WAYS (clear_both), "Clear 2 × 1 cells",
    OF ("2", "Target value") "“≥98%” → “”\n" OF ("3", "Target value") "“2026年10月15日前” → “”\n", BELOW },
  { "cut", WAYS (cut), "Change “Target value”", OF ("2", "Target value") "“≥98%” → “”\n", CELL },
  { "cut two", WAYS (cut_both), "Cut 2 × 1 cells",
    OF ("2", "Target value") "“≥98%” → “”\n" OF ("3", "Target value") "“2026年10月15日前” → “”\n", BELOW },
  { "fill down", WAYS (fill), "Fill down", OF ("2", "Target value") "“≥98%” → “≥12个”\n", CELL },
  { "fill two down", WAYS (fill_both), "Fill down", OF ("3", "Target value") "“2026年10月15日前” → “≥98%”\n", BELOW },
  { "copy and paste", WAYS (paste), "Paste 1 × 1 cells", OF ("6", "Target value") "“≥92%” → “≥98%”\n", "Row 6, Target value" },
  { "copy and paste two rows", WAYS (grow), "Paste 2 × 2 cells",
    OF ("6", "Target value") "“≥92%” → “≥98%”\n" OF ("6", "Basis of the value") "“问卷调查” → “行业标准”\n"
    "Project 1 · Indicator 7: added “”\n", "Row 6, Target value" },
};

/* Another program with two rows of two on its clipboard, until the desk is left. */
static void
begin_beside_other (JxDesk *desk)
{
  static GSubprocess *other;
  g_autoptr (GDataInputStream) said = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *word = NULL;

  if (other != NULL)
    g_subprocess_force_exit (other);
  g_clear_object (&other);
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("JX_CLIP_SOURCE"), "≥97%\t国家标准\n9月底前\t实施方案\n", NULL);
  g_assert_no_error (error);
  said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (other));
  word = g_data_input_stream_read_line (said, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (word, ==, "copied");
  begin (desk);
}

DEFINE_DEED (put, "<Control>v", "Paste", "cells.paste")

static const JxDeed from_other[] = {
  { "paste from another program", WAYS (put), "Paste 2 × 2 cells",
    OF ("2", "Target value") "“≥98%” → “≥97%”\n" OF ("2", "Basis of the value") "“行业标准” → “国家标准”\n"
    OF ("3", "Target value") "“2026年10月15日前” → “9月底前”\n" OF ("3", "Basis of the value") "“工作计划” → “实施方案”\n", CELL },
};

static const JxArea cells = { "ways/cells", prepare, deeds, G_N_ELEMENTS (deeds), NULL, begin };
static const JxArea clipboard = { "ways/clipboard", prepare, from_other, G_N_ELEMENTS (from_other), NULL, begin_beside_other };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&cells);
  jx_ways_add (&clipboard);

  return g_test_run ();
}
