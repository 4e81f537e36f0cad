/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <locale.h>
#include <string.h>

/* Nothing that the focus comes to, and nothing that can be done, is without a name to be heard; and
 * no name is the type of a widget, has a mnemonic's underscore or is said twice. */

static gboolean
is_type_name (const char *name)
{
  static const char *const prefixes[] = { "Gtk", "Adw", "Jx", "Gdk" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]) && g_ascii_isupper (name[strlen (prefixes[i])]))
      return TRUE;

  return FALSE;
}

static gboolean
is_said_twice (const char *name)
{
  size_t half = strlen (name) / 2;

  return strlen (name) % 2 == 1 && name[half] == ' ' && strncmp (name, name + half + 1, half) == 0;
}

/* Some have the focus only while nothing in them can have it: what scrolls, and lists. */
static gboolean
gives_focus_on (AtspiAccessible *accessible)
{
  for (int i = atspi_accessible_get_child_count (accessible, NULL); i-- > 0;)
    {
      g_autoptr (GObject) child = (GObject *) atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL && (jx_robot_has_state (ATSPI_ACCESSIBLE (child), ATSPI_STATE_FOCUSABLE) || gives_focus_on (ATSPI_ACCESSIBLE (child))))
        return TRUE;
    }

  return FALSE;
}

static gboolean
needs_name (AtspiAccessible *accessible, AtspiRole role)
{
  if (!jx_robot_has_state (accessible, ATSPI_STATE_FOCUSABLE))
    return role == ATSPI_ROLE_PUSH_BUTTON || role == ATSPI_ROLE_CHECK_BOX;

  return (role != ATSPI_ROLE_SCROLL_PANE && role != ATSPI_ROLE_LIST) || !gives_focus_on (accessible);
}

static void
complain (AtspiAccessible *accessible, const char *name, const char *place)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);

  g_printerr ("# %s: a %s is called “%s”:\n", place, role, name);
  jx_robot_print (accessible, 0);
  g_test_fail ();
}

/* Returns: how many were heard. */
static guint
sweep (AtspiAccessible *accessible, const char *place)
{
  AtspiRole role = atspi_accessible_get_role (accessible, NULL);
  g_autofree char *name = atspi_accessible_get_name (accessible, NULL);
  gboolean stops = role != ATSPI_ROLE_SCROLL_BAR && needs_name (accessible, role);
  guint heard = stops ? 1 : 0;

  /* What is not shown now has no place. */
  if (jx_robot_get_place (accessible).width <= 0)
    stops = heard = 0;
  else if ((role != ATSPI_ROLE_FILLER && is_type_name (name)) || is_said_twice (name) || (stops && (is_type_name (name) || *g_strstrip (name) == '\0' || strchr (name, '_') != NULL)))
    complain (accessible, name, place);
  if (role == ATSPI_ROLE_SCROLL_BAR || role == ATSPI_ROLE_LABEL)
    return heard;

  for (int i = 0; i < atspi_accessible_get_child_count (accessible, NULL); i++)
    {
      g_autoptr (GObject) child = (GObject *) atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL)
        heard += sweep (ATSPI_ACCESSIBLE (child), place);
    }

  return heard;
}

/* As one does who counted the windows while one was still there. */
static void
ask_past_the_last (JxDesk *desk)
{
  g_autoptr (GObject) application = (GObject *) atspi_accessible_get_application (desk->window, NULL);
  int count = atspi_accessible_get_child_count (ATSPI_ACCESSIBLE (application), NULL);
  g_autoptr (GObject) child = (GObject *) atspi_accessible_get_child_at_index (ATSPI_ACCESSIBLE (application), count, NULL);

  g_assert_true (jx_robot_has_state (desk->window, ATSPI_STATE_SENSITIVE));
}

static void
sweep_window (JxDesk *desk, const char *action, const char *title)
{
  AtspiAccessible *window = NULL;

  jx_robot_act (desk->robot, desk->window, action);
  window = jx_robot_find_window (desk->robot, title);
  jx_robot_until (desk->robot, jx_robot_get_place (window).width > 1);
  /* Only what is known to be a window is known to be the one in use. */
  jx_robot_until (desk->robot, jx_robot_has_state (window, ATSPI_STATE_ACTIVE));
  g_assert_cmpuint (sweep (window, title), >, 0);
  jx_robot_act (desk->robot, window, "window.close");
  jx_robot_wait_closed (desk->robot, title);
  ask_past_the_last (desk);
  jx_robot_use (desk->robot, desk->window);
}

static void
test_main (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL;

  jx_desk_open (desk, NULL, "Jixiao");
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "New Document*");
  g_assert_cmpuint (sweep (desk->window, "start"), >, 4);
  jx_robot_act (desk->robot, desk->window, "win.open");
  jx_desk_choose_file (desk, "Open a Goal Document", desk->document);
  jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PANEL, "All projects");
  jx_robot_act (desk->robot, desk->window, "win.find-replace");
  g_assert_cmpuint (sweep (desk->window, "overview"), >, 60);

  sheet = jx_desk_open_project (desk, "1 *");
  jx_robot_act (desk->robot, jx_desk_find_cell (desk, sheet, "Row 1, Level-2 indicator"), "cell.edit");
  jx_robot_find (desk->robot, sheet, ATSPI_ROLE_LIST, "Choices");
  g_assert_cmpuint (sweep (desk->window, "project"), >, 60);
}

static void
test_windows (void)
{
  static const struct { const char *action; const char *title; } windows[] = {
    { "win.preview", "Print Preview" },
    { "win.export-pdf", "Export as PDF" },
    { "win.preferences", "Preferences" },
    { "win.guide", "User’s Guide" },
    { "win.add-projects", "Add Projects" },
    { "win.changes", "Changes" },
    { "win.library", "Indicator Library" },
    { "win.commands", "Commands" },
    { "win.shortcuts", "Keyboard Shortcuts" },
  };
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 *");
  jx_desk_write (desk, sheet, "Row 2, Target value", "≥99%");
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    sweep_window (desk, windows[i].action, windows[i].title);
}

/* @file: a document that differs from the one in the window. */
static void
sweep_with_file (JxDesk *desk, const char *action, const char *chooser, const char *file, const char *title)
{
  AtspiAccessible *window = NULL;

  jx_robot_act (desk->robot, desk->window, action);
  jx_desk_choose_file (desk, chooser, file);
  window = jx_robot_find_window (desk->robot, title);
  jx_robot_until (desk->robot, jx_robot_get_place (window).width > 1);
  /* Only what is known to be a window is known to be the one in use. */
  jx_robot_until (desk->robot, jx_robot_has_state (window, ATSPI_STATE_ACTIVE));
  g_assert_cmpuint (sweep (window, title), >, 3);
  jx_robot_act (desk->robot, window, "window.close");
  jx_robot_wait_closed (desk->robot, title);
  jx_robot_use (desk->robot, desk->window);
}

static void
test_others (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *other = jx_desk_dup_path (desk, "other.jixiao");
  g_autofree char *xml = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (desk->document, &xml, NULL, NULL));
  changed = g_string_new (xml);
  g_assert_cmpuint (g_string_replace (changed, "≥14处", "≥16处", 0), ==, 1);
  g_assert_true (g_file_set_contents (other, changed->str, -1, NULL));

  jx_desk_open (desk, desk->document, "yunxi");
  sweep_with_file (desk, "win.compare", "Compare With a Document", other, "Compare");
  sweep_with_file (desk, "win.import", "Take In Colleagues’ Files", other, "Take In");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spoken/main", test_main);
  g_test_add_func ("/spoken/windows", test_windows);
  g_test_add_func ("/spoken/others", test_others);

  return g_test_run ();
}
