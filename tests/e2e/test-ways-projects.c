/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-table.h"
#include "jx-ways.h"

#include <locale.h>

/* Whole projects. In work is the second of the nine. */

#define ROW "2 村内道路维修改造"
#define LAST_YEAR "last-year.jixiao"

static AtspiAccessible *projects; /* the list beside the document */

/* One has a code that belongs elsewhere; and beside the document lies last year's. */
static void
lay_out (JxDesk *desk)
{
  g_autofree char *path = jx_desk_dup_path (desk, LAST_YEAR);
  g_autofree char *xml = NULL;
  g_autoptr (GString) last = NULL;

  jx_ways_replace (desk, "99031726P00030110010B", "99031726P00030990010B");
  g_assert_true (g_file_get_contents (desk->document, &xml, NULL, NULL));
  last = g_string_new (xml);
  g_string_replace (last, "2026", "2025", 0);
  g_assert_true (g_file_set_contents (path, last->str, -1, NULL));
}

static void
begin (JxDesk *desk)
{
  projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
}

static AtspiAccessible *
find_row (JxDesk *desk, const char *name)
{
  return jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, name);
}

/* Other projects may have their tabs. */
static AtspiAccessible *
get_sheet (JxDesk *desk)
{
  AtspiAccessible *page = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "村内道路维修改造");

  return jx_robot_find (desk->robot, page, ATSPI_ROLE_TABLE, NULL);
}

static void
prepare (JxDesk *desk)
{
  find_row (desk, ROW);
  jx_ways_open_project (desk, ROW);
  jx_table_focus (desk, get_sheet (desk), "Project code");
}

static void
click_in_row_menu (JxDesk *desk, const char *item)
{
  jx_robot_click_second (desk->robot, find_row (desk, ROW));
  jx_ways_click_in_menu (desk, desk->window, item, NULL);
}

/* A command by its name. */
static void
find_command (JxDesk *desk, gboolean by_keys, const char *words)
{
  AtspiAccessible *dialog = NULL, *search = NULL;

  if (by_keys)
    jx_robot_press (desk->robot, "<Control>k");
  else
    jx_robot_act (desk->robot, desk->window, "win.commands");
  dialog = jx_robot_find_window (desk->robot, "Commands");
  search = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_ENTRY, NULL);
  if (by_keys)
    jx_robot_type (desk->robot, words);
  else
    jx_robot_set_text (desk->robot, search, words);
  jx_robot_until (desk->robot, jx_robot_has_text (search, words));
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, dialog, ATSPI_ROLE_LIST_ITEM, NULL) == 1);
  if (by_keys)
    jx_robot_press (desk->robot, "Return");
  else
    jx_robot_act (desk->robot, search, "activate");
  jx_robot_wait_closed (desk->robot, "Commands");
  jx_robot_use (desk->robot, desk->window);
}

/* By a key, by an entry of the row's menu, by an action; @then: what it leads to. */
#define COMMAND(name, keys, item, action, then) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    jx_robot_press (desk->robot, keys); \
    then; \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    click_in_row_menu (desk, item); \
    then; \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    jx_robot_act (desk->robot, desk->window, action); \
    then; \
  }

COMMAND (add, "<Control><Shift>n", "Add Project After This", "win.add-project", find_row (desk, "3 Unnamed project"))
COMMAND (duplicate, "<Control><Shift>d", "Duplicate Project", "win.duplicate-project", find_row (desk, "3 村内道路维修改造 (copy)"))
COMMAND (delete, "<Shift><Alt>Delete", "Delete Project", "win.delete-project",
         jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "Project “村内道路维修改造” deleted"))
COMMAND (move_up, "<Shift><Alt>Up", "Move Up", "win.move-project-up", find_row (desk, "1 村内道路维修改造"))

/* One place down: by keys, by dragging its row, by its action. */

static void
move_down_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Shift><Alt>Down");
  find_row (desk, "3 村内道路维修改造");
}

static void
move_down_by_pointer (JxDesk *desk)
{
  AtspiRect from = jx_robot_wait_place (desk->robot, find_row (desk, ROW));
  AtspiRect to = jx_robot_get_place (find_row (desk, "3 *"));

  jx_robot_drag (desk->robot, from.x + 40, from.y + 10, to.x + 40, to.y + to.height - 6);
  find_row (desk, "3 村内道路维修改造");
}

static void
move_down_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.move-project-down");
  find_row (desk, "3 村内道路维修改造");
}

/* Its name is a cell of its sheet, to which the command leads. */

static AtspiAccessible *
wait_name (JxDesk *desk)
{
  AtspiAccessible *cell = NULL;

  jx_robot_until (desk->robot, (cell = jx_robot_seek_focused (desk->robot, get_sheet (desk), ATSPI_ROLE_TABLE_CELL)) != NULL
                               && jx_robot_has_name (cell, "Project name"));

  return cell;
}

static void
rename_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Shift>F2");
  wait_name (desk);
  jx_robot_type (desk->robot, "道路");
  jx_robot_press (desk->robot, "Return");
  find_row (desk, "2 道路");
}

static void
rename_by_pointer (JxDesk *desk)
{
  AtspiAccessible *sheet = get_sheet (desk);

  click_in_row_menu (desk, "Rename…");
  wait_name (desk);
  jx_robot_type (desk->robot, "道路");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Project name"), "道路"));
  jx_table_click (desk, sheet, "Project code");
  find_row (desk, "2 道路");
}

static void
rename_by_reader (JxDesk *desk)
{
  AtspiAccessible *cell = NULL;

  jx_robot_act (desk->robot, desk->window, "win.rename-project");
  cell = wait_name (desk);
  jx_robot_act (desk->robot, cell, "cell.edit");
  jx_robot_set_text (desk->robot, jx_robot_find (desk->robot, get_sheet (desk), ATSPI_ROLE_TEXT, "Project name"), "道路");
  jx_robot_act (desk->robot, cell, "cell.focus");
  find_row (desk, "2 道路");
}

/* All of them in another order. */
#define SORT(name, words, item, first) \
  static void name##_by_keyboard (JxDesk *desk) \
  { \
    find_command (desk, TRUE, words); \
    find_row (desk, first); \
  } \
  static void name##_by_pointer (JxDesk *desk) \
  { \
    jx_ways_do (desk, JX_WAY_POINTER, NULL, NULL, "Project", "Sort All", item, NULL); \
    find_row (desk, first); \
  } \
  static void name##_by_reader (JxDesk *desk) \
  { \
    find_command (desk, FALSE, words); \
    find_row (desk, first); \
  }

SORT (sort_by_code, "Sort By Code", "By Code", "1 *")
SORT (sort_by_name, "Sort By Name", "By Name", "1 *")
SORT (sort_by_budget, "Sort By Budget", "By Budget, the Largest First", "1 村内道路维修改造")

/* From what was kept: a template, and last year's document. */

static void
wait_kept (JxDesk *desk)
{
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "Kept as a template");
}

static void
keep_by_keyboard (JxDesk *desk)
{
  find_command (desk, TRUE, "Keep Template");
  wait_kept (desk);
}

static void
keep_by_pointer (JxDesk *desk)
{
  jx_ways_do (desk, JX_WAY_POINTER, NULL, NULL, "Project", "Keep as a Template", NULL);
  wait_kept (desk);
}

static void
keep_by_reader (JxDesk *desk)
{
  jx_robot_act (desk->robot, desk->window, "win.keep-template");
  wait_kept (desk);
}

/* GTK's own dialog takes a file by its keys alone. */
static void
choose_last_year (JxDesk *desk, AtspiAccessible *dialog)
{
  g_autofree char *path = jx_desk_dup_path (desk, LAST_YEAR);

  jx_desk_choose_file (desk, "Take Projects From", path);
  jx_robot_use (desk->robot, dialog);
  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LABEL, LAST_YEAR);
  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LABEL, "Years in texts and dates go from 2025 to 2026; *");
}

static void
wait_added (JxDesk *desk)
{
  jx_robot_wait_closed (desk->robot, "Add Projects");
  jx_robot_use (desk->robot, desk->window);
  find_row (desk, "3 村内道路维修改造");
}

static void
mark_by_keys (JxDesk *desk, AtspiAccessible *dialog)
{
  AtspiAccessible *list = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST, "Projects to add");
  AtspiAccessible *row = jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, "*村内道路维修改造*");

  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, list, ATSPI_ROLE_INVALID) != NULL || jx_robot_has_state (list, ATSPI_STATE_FOCUSED));
  jx_robot_walk (desk->robot, "Down", row);
  jx_robot_press (desk->robot, "space");
  jx_robot_until (desk->robot, jx_robot_seek (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Add 1 Project") != NULL);
  jx_robot_press (desk->robot, "<Alt>a");
}

static void
mark_by_pointer (JxDesk *desk, AtspiAccessible *dialog)
{
  jx_robot_click (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_CHECK_BOX, "村内道路维修改造"));
  jx_ways_click_button (desk, dialog, "Add 1 Project");
}

static void
mark_by_reader (JxDesk *desk, AtspiAccessible *dialog)
{
  AtspiAccessible *check = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_CHECK_BOX, "村内道路维修改造");

  jx_robot_act (desk->robot, check, "check.toggle");
  jx_robot_until (desk->robot, jx_robot_has_state (check, ATSPI_STATE_CHECKED));
  jx_robot_act (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Add 1 Project"), "click");
}

/* From a template that was kept, or, where @from_document, from last year's document. */
static void
take_by_keyboard (JxDesk *desk, gboolean from_document)
{
  AtspiAccessible *dialog = NULL;

  jx_robot_press (desk->robot, "<Control><Alt>p");
  dialog = jx_robot_find_window (desk->robot, "Add Projects");
  if (from_document)
    {
      jx_robot_press (desk->robot, "<Alt>d");
      choose_last_year (desk, dialog);
    }
  mark_by_keys (desk, dialog);
  wait_added (desk);
}

static void
take_by_pointer (JxDesk *desk, gboolean from_document)
{
  AtspiAccessible *dialog = NULL;

  jx_ways_click_button (desk, desk->window, "More Ways to Add Projects");
  jx_ways_click_in_menu (desk, desk->window, "From Templates or a Document…", NULL);
  dialog = jx_robot_find_window (desk->robot, "Add Projects");
  if (from_document)
    {
      jx_ways_click_button (desk, dialog, "From a Document…");
      choose_last_year (desk, dialog);
    }
  mark_by_pointer (desk, dialog);
  wait_added (desk);
}

static void
take_by_reader (JxDesk *desk, gboolean from_document)
{
  AtspiAccessible *dialog = NULL;

  jx_robot_act (desk->robot, desk->window, "win.add-projects");
  dialog = jx_robot_find_window (desk->robot, "Add Projects");
  if (from_document)
    {
      jx_robot_act (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "From a Document…"), "click");
      choose_last_year (desk, dialog);
    }
  mark_by_reader (desk, dialog);
  wait_added (desk);
}

#define TAKE(name, from_document) \
  static void name##_by_keyboard (JxDesk *desk) { take_by_keyboard (desk, from_document); } \
  static void name##_by_pointer (JxDesk *desk) { take_by_pointer (desk, from_document); } \
  static void name##_by_reader (JxDesk *desk) { take_by_reader (desk, from_document); }

TAKE (from_template, FALSE)
TAKE (from_document, TRUE)

/* The list shows those whose name or code has the words, and all again without. */

static void
wait_rows (JxDesk *desk, guint count)
{
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, NULL) == count);
}

static void
filter_by_keyboard (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control><Shift>f");
  jx_robot_type (desk->robot, "河");
  wait_rows (desk, 1);
  jx_robot_press (desk->robot, "Escape");
  wait_rows (desk, 10);
}

static void
filter_by_pointer (JxDesk *desk)
{
  AtspiAccessible *search = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_ENTRY, "Filter projects");
  AtspiRect place;

  jx_robot_click (desk->robot, search);
  jx_robot_type (desk->robot, "河");
  wait_rows (desk, 1);
  /* The mark at its end clears it. */
  place = jx_robot_get_place (search);
  jx_robot_drag (desk->robot, place.x + place.width - 8, place.y + place.height / 2, place.x + place.width - 8, place.y + place.height / 2);
  wait_rows (desk, 10);
}

static void
filter_by_reader (JxDesk *desk)
{
  AtspiAccessible *search = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_ENTRY, "Filter projects");

  jx_robot_set_text (desk->robot, search, "河");
  wait_rows (desk, 1);
  jx_robot_set_text (desk->robot, search, "");
  wait_rows (desk, 10);
}

#define WAYS(name) { name##_by_keyboard, name##_by_pointer, name##_by_reader }

static const JxDeed deeds[] = {
  { "add a blank one", WAYS (add), "Add Project", "Project 3: added “”\n", NULL },
  { "a copy", WAYS (duplicate), "Duplicate Project", "Project 3: added “村内道路维修改造 (copy)”\n", NULL },
  { "delete", WAYS (delete), "Delete Project", "Project 2: removed “村内道路维修改造”\n", NULL },
  { "move up", WAYS (move_up), "Move Project", "Project 1: moved “村内道路维修改造” here\n", NULL },
  { "move down", WAYS (move_down), "Move Project", "Project 2: moved “云溪河保洁与巡护” here\n", NULL },
  { "rename", WAYS (rename), "Change “Project name”", "Project 2 · Project name: “村内道路维修改造” → “道路”\n", NULL },
  { "sort by code", WAYS (sort_by_code), "Sort Projects", "Project 9: moved “村级组织运转补助” here\n", NULL },
  { "sort by name", WAYS (sort_by_name), "Sort Projects", "Project 1: moved “（2）2025年结转农村污水设施修缮” here\n"
    "Project 6: moved “村内道路维修改造” here\n"
    "Project 7: moved “村级组织运转补助” here\n"
    "Project 8: moved “独居老人助餐探访服务” here\n"
    "Project 9: moved “粮食作物统防统治” here\n", NULL },
  { "sort by budget", WAYS (sort_by_budget), "Sort Projects", "Project 1: moved “村内道路维修改造” here\n"
    "Project 2: moved “（2）2025年结转农村污水设施修缮” here\n"
    "Project 4: moved “粮食作物统防统治” here\n"
    "Project 7: moved “安全隐患排查整治” here\n", NULL },
  { "keep as a template", WAYS (keep), NULL, NULL, NULL },
  { "take from a template", WAYS (from_template), "Add Projects", "Project 3: added “村内道路维修改造”\n", NULL },
  { "take over from last year's", WAYS (from_document), "Add Projects", "Project 3: added “村内道路维修改造”\n", NULL },
  { "filter", WAYS (filter), NULL, NULL, NULL },
};

static const JxArea area = { "ways/projects", prepare, deeds, G_N_ELEMENTS (deeds), lay_out, begin };

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&area);

  return g_test_run ();
}
