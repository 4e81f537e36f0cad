/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include <locale.h>

/* What makes the work easier: keys and commands looked up, the guide, pages looked at, preferences. */

static void
prepare (JxDesk *desk)
{
  jx_ways_open_project (desk, "2 *");
  jx_ways_go_to (desk, "Project code");
}

static void
read_keys (JxDesk *desk, JxWay way)
{
  AtspiAccessible *window = NULL;

  jx_ways_do (desk, way, "<Control><Shift>question", "win.shortcuts", "Keyboard Shortcuts", NULL);
  window = jx_robot_find_window (desk->robot, "Keyboard Shortcuts");
  jx_robot_find (desk->robot, window, ATSPI_ROLE_LABEL, "Move the project up");
  jx_ways_leave (desk, way, window, "Close");
}

JX_WAYS (read_keys)

/* A chapter is chosen and heard. */
static void
read_guide (JxDesk *desk, JxWay way)
{
  AtspiAccessible *window = NULL, *chapter = NULL, *page = NULL;

  jx_ways_do (desk, way, "F1", "win.guide", "User’s Guide", NULL);
  window = jx_robot_find_window (desk->robot, "User’s Guide");
  chapter = jx_robot_find (desk->robot, window, ATSPI_ROLE_LIST_ITEM, "Nothing Lost");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, window, ATSPI_ROLE_LIST_ITEM) != NULL);
  if (way == JX_WAY_KEYBOARD)
    jx_robot_walk (desk->robot, "Down", chapter);
  else if (way == JX_WAY_POINTER)
    jx_robot_click (desk->robot, chapter);
  else
    jx_robot_act (desk->robot, chapter, "row.activate");
  page = jx_robot_find (desk->robot, window, ATSPI_ROLE_SCROLL_PANE, "Nothing Lost");
  jx_robot_until (desk->robot, jx_robot_has_description (page, "*kill*") || jx_robot_has_description (page, "*draft*") || jx_robot_has_description (page, "*crash*"));
  if (way == JX_WAY_KEYBOARD)
    jx_robot_walk (desk->robot, "Tab", page);
  jx_ways_leave (desk, way, window, "Close");
}

JX_WAYS (read_guide)

/* A command is looked up and done. */
static void
find_command (JxDesk *desk, JxWay way)
{
  AtspiAccessible *dialog = NULL, *list = NULL, *words = NULL, *preferences = NULL;

  jx_ways_do (desk, way, "<Control>k", "win.commands", "All Commands…", NULL);
  dialog = jx_robot_find_window (desk->robot, "Commands");
  list = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST, "Commands");
  words = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_ENTRY, "Search commands");
  jx_robot_until (desk->robot, jx_robot_has_state (words, ATSPI_STATE_FOCUSED));
  jx_ways_spell (desk, way, words, "preferen");
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, list, ATSPI_ROLE_LIST_ITEM, NULL) == 1);
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "Return");
  else if (way == JX_WAY_POINTER)
    jx_robot_click (desk->robot, jx_robot_find (desk->robot, list, ATSPI_ROLE_LIST_ITEM, "Preferences*"));
  else
    jx_robot_act (desk->robot, words, "activate");
  preferences = jx_robot_find_window (desk->robot, "Preferences");
  jx_ways_leave (desk, way, preferences, "Close");
}

JX_WAYS (find_command)

static void
look_at_pages (JxDesk *desk, JxWay way)
{
  AtspiAccessible *window = NULL, *pages = NULL, *entry = NULL;

  jx_ways_do (desk, way, "<Control><Shift>p", "win.preview", "Print Preview", NULL);
  window = jx_robot_find_window (desk->robot, "Print Preview");
  pages = jx_robot_find (desk->robot, window, ATSPI_ROLE_IMAGE, "Page 1 of *");
  entry = jx_robot_find (desk->robot, window, ATSPI_ROLE_TEXT, "Page");
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "Page_Down");
  else if (way == JX_WAY_POINTER)
    jx_robot_click (desk->robot, jx_robot_find (desk->robot, jx_robot_find (desk->robot, window, ATSPI_ROLE_LIST, "Pages"), ATSPI_ROLE_LIST_ITEM, "2"));
  else
    {
      jx_robot_set_text (desk->robot, entry, "2");
      jx_robot_act (desk->robot, entry, "activate");
    }
  jx_robot_until (desk->robot, jx_robot_has_name (pages, "Page 2 of *") && jx_robot_has_text (entry, "2"));
  jx_ways_leave (desk, way, window, "Close");
}

JX_WAYS (look_at_pages)

/* A part is chosen, and nothing written after all. */
static void
begin_export (JxDesk *desk, JxWay way)
{
  AtspiAccessible *dialog = NULL, *row = NULL, *part = NULL;

  jx_ways_do (desk, way, "<Control>e", "win.export-pdf", "Export", "Export as PDF…", NULL);
  dialog = jx_robot_find_window (desk->robot, "Export as PDF");
  row = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST_ITEM, "The Department’s Part");
  part = jx_robot_find (desk->robot, row, ATSPI_ROLE_RADIO_BUTTON, NULL);
  jx_ways_press (desk, way, row);
  jx_robot_until (desk->robot, jx_robot_has_state (part, ATSPI_STATE_CHECKED));
  jx_ways_leave (desk, way, dialog, "Cancel");
}

JX_WAYS (begin_export)

/* What is said of a project deleted has a button that brings it back. */
static void
delete_and_undo (JxDesk *desk, JxWay way)
{
  AtspiAccessible *projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");

  jx_ways_do (desk, way, "<Shift><Alt>Delete", "win.delete-project", "Project", "Delete Project", NULL);
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LABEL, "Project “村内道路维修改造” deleted");
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "<Control>z");
  else
    jx_ways_press (desk, way, jx_robot_seek_shown (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Undo"));
  jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, "2 村内道路维修改造");
}

JX_WAYS (delete_and_undo)

static const JxDeed deeds[] = {
  { "look up keys", JX_IN_WAYS (read_keys), NULL, NULL, NULL },
  { "read the guide", JX_IN_WAYS (read_guide), NULL, NULL, NULL },
  { "look up a command", JX_IN_WAYS (find_command), NULL, NULL, NULL },
  { "look at the pages", JX_IN_WAYS (look_at_pages), NULL, NULL, NULL },
  { "begin to export", JX_IN_WAYS (begin_export), NULL, NULL, NULL },
  { "take back what was deleted", JX_IN_WAYS (delete_and_undo), NULL, NULL, NULL },
};

static const JxArea area = { "ways/comfort", prepare, deeds, G_N_ELEMENTS (deeds), NULL, NULL };

/* Each is changed, and holds: at once, for the next document, or from the next start on. */
static void
prefer (JxDesk *desk, JxWay way)
{
  static const struct { const char *name; const char *text; } texts[] = {
    { "Name of the Unit", "云溪镇财政所" }, { "Code of the Unit", "352009" }, { "Region", "青禾县" },
  };
  static const char *const switches[] = { "Go On Where I Stopped", "Keep Unsaved Work Safe", "Keep the Version Before" };
  AtspiAccessible *window = NULL;

  jx_ways_do (desk, way, "<Control>comma", "win.preferences", "Preferences", NULL);
  window = jx_robot_find_window (desk->robot, "Preferences");
  jx_ways_choose (desk, way, jx_robot_find (desk->robot, window, ATSPI_ROLE_COMBO_BOX, "Language"), "中文");
  jx_ways_choose (desk, way, jx_robot_find (desk->robot, window, ATSPI_ROLE_COMBO_BOX, "Colours"), "Dark");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    jx_ways_spell (desk, way, jx_robot_find (desk->robot, window, ATSPI_ROLE_TEXT, texts[i].name), texts[i].text);
  if (way == JX_WAY_POINTER)
    jx_ways_wheel_to (desk, jx_robot_find (desk->robot, window, ATSPI_ROLE_CHECK_BOX, switches[2]));
  for (guint i = G_N_ELEMENTS (switches); i > 0; i--)
    {
      AtspiAccessible *box = jx_robot_find (desk->robot, window, ATSPI_ROLE_CHECK_BOX, switches[i - 1]);
      gboolean was = jx_robot_has_state (box, ATSPI_STATE_CHECKED);

      if (way == JX_WAY_POINTER)
        jx_ways_wheel_to (desk, box);
      jx_ways_press (desk, way, box);
      jx_robot_until (desk->robot, jx_robot_has_state (box, ATSPI_STATE_CHECKED) != was);
    }
  jx_ways_leave (desk, way, window, "Close");
}

static void
test_preferences (JxDesk *desk, JxWay way)
{
  g_autofree char *config = jx_desk_dup_path (desk, "config");
  g_autofree char *kept = g_strconcat (desk->document, "~", NULL);
  AtspiAccessible *sheet = NULL, *window = NULL;

  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  jx_desk_open (desk, desk->document, "yunxi");
  prefer (desk, way);

  sheet = jx_ways_open_project (desk, "1 *");
  jx_table_set (desk, sheet, "Row 1, Target value", "Target value", "≥13个");
  jx_robot_act (desk->robot, desk->window, "win.save");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  jx_robot_act (desk->robot, desk->window, "win.new");
  desk->window = jx_robot_find_window (desk->robot, "Untitled");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "Unit name"), "云溪镇财政所"));
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "Unit code"), "352009"));
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "Region"), "青禾县"));
  jx_desk_quit (desk);

  /* Nothing of what was open, and what was chosen is still so; the words themselves are not there before the program is installed. */
  jx_desk_open (desk, NULL, "Jixiao");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "New Document*");
  jx_robot_act (desk->robot, desk->window, "win.preferences");
  window = jx_robot_find_window (desk->robot, "Preferences");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_robot_find (desk->robot, window, ATSPI_ROLE_COMBO_BOX, "Language"), "中文*"));
  jx_robot_until (desk->robot, jx_robot_has_description (jx_robot_find (desk->robot, window, ATSPI_ROLE_COMBO_BOX, "Colours"), "Dark*"));
  jx_ways_leave (desk, JX_WAY_READER, window, NULL);
  jx_robot_close_last (desk->robot, desk->window);
  g_clear_pointer (&desk->robot, jx_robot_free);
}

/* Where nothing is, the window says what to do; so does an empty document. */
static void
test_beginning (JxDesk *desk, JxWay way)
{
  jx_desk_open (desk, NULL, "Jixiao");
  jx_ways_press (desk, way, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "New Document*"));
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "Untitled"));
  jx_ways_press (desk, way, jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Add Project"));
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST_ITEM, "1 *");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "Untitled •"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  jx_ways_add (&area);
  jx_ways_add_plain ("ways/beginning", test_beginning);
  jx_ways_add_plain ("ways/preferences", test_preferences);

  return g_test_run ();
}
