/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* What the cells of the indicator table offer: groups, bases, names, signs and units, and her library. */

static AtspiAccessible *sheet; /* of the project in work */

static void
begin (JxDesk *desk)
{
  sheet = jx_ways_open_project (desk, "1 *");
}

static AtspiAccessible *
find_editor (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, name);
}

static AtspiAccessible *
find_choice (JxDesk *desk, const char *name)
{
  g_autofree char *pattern = g_strconcat (name, "*", NULL);

  return jx_robot_find (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_LIST, "Choices"), ATSPI_ROLE_LIST_ITEM, pattern);
}

/* What has changed is heard where she is. */
static void
wait_told (JxDesk *desk, const char *cell, const char *description)
{
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, cell), description));
}

/* Goes down the list until @choice stands in the cell. */
static void
press_to_choice (JxDesk *desk, const char *editor, const char *choice)
{
  AtspiAccessible *text = find_editor (desk, editor);

  find_choice (desk, choice);
  while (!jx_robot_has_text (text, choice))
    {
      g_autoptr (GObject) words = (GObject *) atspi_accessible_get_text_iface (text);
      g_autofree char *before = atspi_text_get_text (ATSPI_TEXT (words), 0, -1, NULL);

      jx_robot_press (desk->robot, "Down");
      jx_robot_until (desk->robot, !jx_robot_has_text (text, before));
    }
  jx_robot_press (desk->robot, "Return");
}

static void
choose_by_keyboard (JxDesk *desk, const char *cell, const char *editor, const char *choice)
{
  jx_table_focus (desk, sheet, cell);
  jx_robot_press (desk->robot, "F2");
  press_to_choice (desk, editor, choice);
}

static void
choose_by_pointer (JxDesk *desk, const char *cell, const char *choice)
{
  jx_table_click (desk, sheet, cell);
  jx_robot_click_in_popup (desk->robot, find_choice (desk, choice));
}

static void
select_choice (JxDesk *desk, const char *choice)
{
  AtspiAccessible *row = find_choice (desk, choice);

  jx_robot_select (desk->robot, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_LIST, "Choices"), atspi_accessible_get_index_in_parent (row, NULL));
}

static void
choose_by_reader (JxDesk *desk, const char *cell, const char *choice)
{
  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, cell), "cell.edit");
  select_choice (desk, choice);
}

/* Of a list that drops down as soon as the cell is written in. */
#define DEFINE_CHOICE(name, field, row, choice) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    choose_by_keyboard (desk, row ", " field, field, choice); \
    wait_told (desk, row ", " field, choice "*"); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    choose_by_pointer (desk, row ", " field, choice); \
    wait_told (desk, row ", " field, choice "*"); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    choose_by_reader (desk, row ", " field, choice); \
    wait_told (desk, row ", " field, choice "*"); \
  }

DEFINE_CHOICE (level1, "Level-1 indicator", "Row 5", "满意度指标")
DEFINE_CHOICE (level2, "Level-2 indicator", "Row 2", "成本指标")
DEFINE_CHOICE (basis, "Basis of the value", "Row 2", "历史标准")

#define OWN "Row 2, Level-2 indicator"
#define OWN_TOLD "安全指标. The rule set has no such group here; choose one of its list or keep your own"

static void
own_by_keyboard (JxDesk *desk)
{
  jx_table_focus (desk, sheet, OWN);
  jx_robot_type (desk->robot, "安全指标");
  jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, "Level-2 indicator"), "安全指标"));
  jx_robot_press (desk->robot, "Return");
  wait_told (desk, OWN, OWN_TOLD);
}

static void
own_by_pointer (JxDesk *desk)
{
  AtspiRect place = jx_robot_wait_place (desk->robot, jx_desk_find_cell (desk, sheet, OWN));

  jx_robot_click_at (desk->robot, place.x + place.width / 2, place.y + place.height / 2, 3);
  jx_robot_type (desk->robot, "安全指标");
  jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, "Level-2 indicator"), "安全指标"));
  jx_table_click (desk, sheet, "Row 1, Description");
  wait_told (desk, OWN, OWN_TOLD);
}

static void
own_by_reader (JxDesk *desk)
{
  jx_table_set (desk, sheet, OWN, "Level-2 indicator", "安全指标");
  wait_told (desk, OWN, OWN_TOLD);
}

/* Begun in a word, finished from the list: what is typed, in which cell, and what is then taken. */
#define DEFINE_COMPLETION(name, field, row, typed, choice) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    jx_table_focus (desk, sheet, row ", " field); \
    jx_robot_type (desk->robot, typed); \
    jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, field), typed)); \
    press_to_choice (desk, field, choice); \
    wait_told (desk, row ", " field, choice "*"); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    AtspiRect place = jx_robot_wait_place (desk->robot, jx_desk_find_cell (desk, sheet, row ", " field)); \
    jx_robot_click_at (desk->robot, place.x + place.width / 2, place.y + place.height / 2, 3); \
    jx_robot_type (desk->robot, typed); \
    jx_robot_until (desk->robot, jx_robot_has_text (find_editor (desk, field), typed)); \
    jx_robot_click_in_popup (desk->robot, find_choice (desk, choice)); \
    wait_told (desk, row ", " field, choice "*"); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, row ", " field), "cell.edit"); \
    jx_robot_set_text (desk->robot, find_editor (desk, field), typed); \
    select_choice (desk, choice); \
    wait_told (desk, row ", " field, choice "*"); \
  }

DEFINE_COMPLETION (name, "Level-3 indicator", "Row 2", "合格", "工程验收合格率")
DEFINE_COMPLETION (value, "Target value", "Row 2", "97", "≥97%")

/* While it is written the cell says how it is understood. */
static void
understand_by_keyboard (JxDesk *desk)
{
  jx_table_focus (desk, sheet, "Row 2, Target value");
  jx_robot_type (desk->robot, "≤5天");
  jx_robot_until (desk->robot, jx_robot_has_description (find_editor (desk, "Target value"), "Understood as ≤ · 5 · 天"));
  jx_robot_press (desk->robot, "Return");
}

static void
understand_by_pointer (JxDesk *desk)
{
  AtspiRect place = jx_robot_wait_place (desk->robot, jx_desk_find_cell (desk, sheet, "Row 2, Target value"));

  jx_robot_click_at (desk->robot, place.x + place.width / 2, place.y + place.height / 2, 3);
  jx_robot_type (desk->robot, "≤5天");
  jx_robot_find (desk->robot, sheet, ATSPI_ROLE_LABEL, "Understood as ≤ · 5 · 天");
  jx_table_click (desk, sheet, "Row 1, Description");
}

static void
understand_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, "Row 2, Target value"), "cell.edit");
  jx_robot_set_text (desk->robot, find_editor (desk, "Target value"), "≤5天");
  jx_robot_until (desk->robot, jx_robot_has_description (find_editor (desk, "Target value"), "Understood as ≤ · 5 · 天"));
  jx_table_focus (desk, sheet, "Row 2, Target value");
}

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }
#define OF(row, field) "Project 1 · Indicator " row " · " field ": "

static const JxDeed deeds[] = {
  { "choose a first level", WAYS (level1), "Change “Level-1 indicator”", OF ("5", "Level-1 indicator") "“效益指标” → “满意度指标”\n", NULL },
  { "choose a second level", WAYS (level2), "Change “Level-2 indicator”", OF ("2", "Level-2 indicator") "“质量指标” → “成本指标”\n", NULL },
  { "write a group of her own", WAYS (own), "Change “Level-2 indicator”", OF ("2", "Level-2 indicator") "“质量指标” → “安全指标”\n", NULL },
  { "choose a basis", WAYS (basis), "Change “Basis of the value”", OF ("2", "Basis of the value") "“行业标准” → “历史标准”\n", NULL },
  { "complete a name", WAYS (name), "Change “Level-3 indicator”", OF ("2", "Level-3 indicator") "“资金使用合规率” → “工程验收合格率”\n", NULL },
  { "complete a value", WAYS (value), "Change “Target value”", OF ("2", "Target value") "“≥98%” → “≥97%”\n", NULL },
  { "hear how it is understood", WAYS (understand), "Change “Target value”", OF ("2", "Target value") "“≥98%” → “≤5天”\n", NULL },
};

#define LAST_NAME "村务公开及时率"

/* Last year she used an indicator that this year's document does not have. */
static void
work_last_year (JxDesk *desk)
{
  g_autofree char *path = jx_desk_dup_path (desk, "last.jixiao");
  g_autofree char *contents = NULL;
  g_autoptr (GString) last = NULL;

  g_assert_true (g_file_get_contents (desk->document, &contents, NULL, NULL));
  last = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (last, "<year>2026", "<year>2025", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (last, "村级事务按期办结率</level3>", LAST_NAME "</level3>", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, last->str, last->len, NULL));
  jx_desk_open (desk, path, "last");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  jx_desk_quit (desk);
}

static void
prepare_library (JxDesk *desk)
{
  jx_table_focus (desk, sheet, "Row 5, Target value");
}

static AtspiAccessible *
find_library (JxDesk *desk)
{
  return jx_robot_find_window (desk->robot, "Indicator Library");
}

/* What is sought is the only one left, and marked; its last value is told with it. */
static void
wait_found (JxDesk *desk, AtspiAccessible *dialog)
{
  AtspiAccessible *list = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST, "Indicators");

  jx_robot_until (desk->robot, jx_robot_count (desk->robot, list, ATSPI_ROLE_LIST_ITEM, NULL) == 1);
  jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, LAST_NAME ", 2025: ≥95%*");
}

static void
end_library (JxDesk *desk)
{
  jx_robot_wait_closed (desk->robot, "Indicator Library");
  jx_robot_use (desk->robot, desk->window);
}

static void
library_by_keyboard (JxDesk *desk)
{
  AtspiAccessible *dialog = NULL;

  jx_robot_press (desk->robot, "<Control>l");
  dialog = find_library (desk);
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, dialog, ATSPI_ROLE_INVALID) != NULL);
  jx_robot_type (desk->robot, "村务公开");
  wait_found (desk, dialog);
  jx_robot_press (desk->robot, "Return");
  end_library (desk);
}

static void
library_by_pointer (JxDesk *desk)
{
  AtspiAccessible *dialog = NULL;

  jx_table_click_in_menu (desk, sheet, "Row 5, Target value", "Insert from the Library…");
  dialog = find_library (desk);
  jx_robot_click (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_ENTRY, "Search the library"));
  jx_robot_type (desk->robot, "村务公开");
  wait_found (desk, dialog);
  jx_ways_click_button (desk, dialog, "Insert");
  end_library (desk);
}

static void
library_by_reader (JxDesk *desk)
{
  AtspiAccessible *dialog = NULL;

  jx_robot_act (desk->robot, desk->window, "win.library");
  dialog = find_library (desk);
  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_ENTRY, "Search the library"), "村务公开");
  wait_found (desk, dialog);
  jx_robot_act (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Insert"), "click");
  end_library (desk);
}

/* Two at one time: the first is picked as the list opens, the next is added to it. */
static void
several (JxDesk *desk, JxWay way)
{
  AtspiAccessible *dialog = NULL, *list = NULL, *row = NULL;

  if (way == JX_WAY_POINTER)
    jx_table_click_in_menu (desk, sheet, "Row 5, Target value", "Insert from the Library…");
  else
    jx_ways_do (desk, way, "<Control>l", "win.library", NULL);
  dialog = find_library (desk);
  jx_ways_spell (desk, way, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_ENTRY, "Search the library"), "每公里");
  list = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST, "Indicators");
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, list, ATSPI_ROLE_LIST_ITEM, NULL) == 2);
  jx_robot_until (desk->robot, (row = jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, NULL)) != NULL && !jx_robot_has_state (row, ATSPI_STATE_SELECTED));
  if (way == JX_WAY_KEYBOARD)
    {
      jx_robot_press (desk->robot, "Tab");
      jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, list, ATSPI_ROLE_CHECK_BOX) != NULL);
      jx_robot_press (desk->robot, "<Shift>Down");
    }
  else
    jx_ways_press (desk, way, jx_robot_find (desk->robot, row, ATSPI_ROLE_CHECK_BOX, NULL));
  jx_robot_until (desk->robot, jx_robot_has_state (row, ATSPI_STATE_SELECTED));
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "Return");
  else
    jx_ways_press (desk, way, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Insert 2"));
  end_library (desk);
}

JX_WAYS (several)

static const JxDeed from_library[] = {
  { "insert from the library", WAYS (library), "Insert 1 indicator from the library",
    "Project 1 · Indicator 6: added “" LAST_NAME "”\n", "Row 6, Target value" },
  { "insert several", JX_IN_WAYS (several), "Insert 2 indicators from the library",
    "Project 1 · Indicator 6: added “每公里保洁费用”\nProject 1 · Indicator 7: added “每公里造价”\n", "Row 6, Target value" },
};

static const JxArea levels = { "ways/levels", NULL, deeds, G_N_ELEMENTS (deeds), NULL, begin };
static const JxArea library = { "ways/library", prepare_library, from_library, G_N_ELEMENTS (from_library), work_last_year, begin };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&levels);
  jx_ways_add (&library);

  return g_test_run ();
}
