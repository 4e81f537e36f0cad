/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-ways.h"

#include "xml/jx-xml-reader.h"
#include "xml/jx-xml-writer.h"

static const char *const way_names[JX_N_WAYS] = { "keyboard", "pointer", "reader" };

/* A test: an area in one way. */
typedef struct
{
  const JxArea *area;
  JxWay way;
} Round;

typedef struct
{
  void (*test) (JxDesk *desk, JxWay way);
  JxWay way;
} Plain;

static AtspiAccessible *
find_undo (JxDesk *desk)
{
  AtspiAccessible *redo = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Redo");
  g_autoptr (GObject) bar = (GObject *) atspi_accessible_get_parent (redo, NULL);

  /* What is said of something deleted has such a button too. */
  return jx_robot_find (desk->robot, ATSPI_ACCESSIBLE (bar), ATSPI_ROLE_PUSH_BUTTON, "Undo");
}

static void
undo (JxDesk *desk, AtspiAccessible *button, JxWay way, const char *step)
{
  g_autofree char *says = g_strdup_printf ("Undo “%s”", step);

  jx_robot_until (desk->robot, jx_robot_has_description (button, says));
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "<Control>z");
  else if (way == JX_WAY_POINTER)
    jx_robot_click (desk->robot, button);
  else
    jx_robot_act (desk->robot, button, "click");
  jx_robot_until (desk->robot, !jx_robot_has_description (button, says));
}

static void
assert_saved (JxDesk *desk, const char *before, const char *differences)
{
  g_autofree char *found = NULL;
  int status = -1;

  jx_robot_act (desk->robot, desk->window, "win.save");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  found = jx_desk_run (&status, g_getenv ("JX_CLI"), "diff", before, desk->document, NULL);
  g_assert_cmpstr (found, ==, differences);
}

static void
do_deed (JxDesk *desk, const JxArea *area, const JxDeed *deed, JxWay way, const char *before, AtspiAccessible *undo_button)
{
  g_test_message ("%s: %s", way_names[way], deed->what);
  if (area->prepare != NULL)
    area->prepare (desk);
  deed->ways[way](desk);
  jx_robot_use (desk->robot, desk->window);
  if (deed->focus != NULL)
    jx_table_wait_focus (desk, jx_ways_get_sheet (desk), deed->focus);
  else
    jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, desk->window, ATSPI_ROLE_INVALID) != NULL);
  if (deed->step == NULL)
    {
      jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
      return;
    }

  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi •"));
  assert_saved (desk, before, deed->differences);
  undo (desk, undo_button, way, deed->step);
  assert_saved (desk, before, "");
}

static void
test_round (gconstpointer data)
{
  const Round *round = data;
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *before = NULL;
  AtspiAccessible *undo_button = NULL;

  if (round->area->lay_out != NULL)
    round->area->lay_out (desk);
  before = jx_desk_keep_copy (desk);
  jx_desk_open (desk, desk->document, "yunxi");
  undo_button = find_undo (desk);
  if (round->area->begin != NULL)
    round->area->begin (desk);
  for (guint i = 0; i < round->area->n_deeds; i++)
    do_deed (desk, round->area, &round->area->deeds[i], round->way, before, undo_button);
  jx_robot_close_last (desk->robot, desk->window);
  g_clear_pointer (&desk->robot, jx_robot_free);
}

void
jx_ways_add (const JxArea *area)
{
  for (JxWay way = 0; way < JX_N_WAYS; way++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", area->name, way_names[way]);
      Round *round = g_new (Round, 1);

      *round = (Round) { area, way };
      g_test_add_data_func_full (path, round, test_round, g_free);
    }
}

void
jx_ways_replace (JxDesk *desk, const char *words, const char *by)
{
  g_autofree char *contents = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (desk->document, &contents, NULL, NULL));
  changed = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (changed, words, by, 1), ==, 1);
  g_assert_true (g_file_set_contents (desk->document, changed->str, changed->len, NULL));
}

static void
test_plain (gconstpointer data)
{
  const Plain *plain = data;
  g_autoptr (JxDesk) desk = jx_desk_new ();

  plain->test (desk, plain->way);
}

void
jx_ways_add_plain (const char *name, void (*test) (JxDesk *desk, JxWay way))
{
  for (JxWay way = 0; way < JX_N_WAYS; way++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", name, way_names[way]);
      Plain *plain = g_new (Plain, 1);

      *plain = (Plain) { test, way };
      g_test_add_data_func_full (path, plain, test_plain, g_free);
    }
}

void
jx_ways_cut (JxDesk *desk, JxKind kind, guint most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = jx_xml_read_file (desk->document, &error);
  JxItem *root = NULL;

  g_assert_no_error (error);
  root = jx_document_get_root (document);
  while (jx_item_count (root, kind) > most)
    {
      g_autoptr (JxEdit) remove = jx_edit_new_remove (jx_item_child (root, kind, most));

      jx_edit_free (jx_document_apply (document, remove, NULL));
    }
  jx_xml_save (document, desk->document, &error);
  g_assert_no_error (error);
}

AtspiAccessible *
jx_ways_open_project (JxDesk *desk, const char *row)
{
  AtspiAccessible *projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  AtspiAccessible *item = jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, row);

  jx_robot_act (desk->robot, jx_robot_find (desk->robot, item, ATSPI_ROLE_PANEL, NULL), "project.open");

  return jx_ways_get_sheet (desk);
}

AtspiAccessible *
jx_ways_get_sheet (JxDesk *desk)
{
  return jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TABLE, "*绩效目标表");
}

AtspiAccessible *
jx_ways_go_to (JxDesk *desk, const char *name)
{
  return jx_table_focus (desk, jx_ways_get_sheet (desk), name);
}

AtspiAccessible *
jx_ways_find_ground (AtspiAccessible *accessible)
{
  AtspiAccessible *ground = atspi_accessible_get_parent (accessible, NULL);

  while (atspi_accessible_get_role (ground, NULL) != ATSPI_ROLE_SCROLL_PANE)
    {
      g_autoptr (GObject) inner = (GObject *) ground;

      ground = atspi_accessible_get_parent (ground, NULL);
    }

  return ground;
}

void
jx_ways_wheel_to (JxDesk *desk, AtspiAccessible *accessible)
{
  g_autoptr (GObject) ground = (GObject *) jx_ways_find_ground (accessible);

  jx_robot_wheel_to (desk->robot, ATSPI_ACCESSIBLE (ground), accessible);
}

void
jx_ways_press_in_menu (JxDesk *desk, AtspiAccessible *within, const char *item)
{
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, within, ATSPI_ROLE_MENU_ITEM) != NULL);
  jx_robot_walk (desk->robot, "Down", jx_robot_find (desk->robot, within, ATSPI_ROLE_MENU_ITEM, item));
  jx_robot_press (desk->robot, "Return");
}

void
jx_ways_type_over (JxDesk *desk, AtspiAccessible *input, const char *text)
{
  jx_robot_until (desk->robot, jx_robot_has_state (input, ATSPI_STATE_FOCUSED));
  jx_robot_press (desk->robot, "<Control>a");
  jx_robot_type (desk->robot, text);
  jx_robot_until (desk->robot, jx_robot_has_text (input, text));
}

void
jx_ways_drag_over (JxDesk *desk, AtspiAccessible *input, const char *text)
{
  AtspiRect place = jx_robot_wait_place (desk->robot, input);

  jx_robot_drag (desk->robot, place.x + 2, place.y + 2, place.x + place.width - 2, place.y + place.height - 2);
  jx_robot_until (desk->robot, jx_robot_has_state (input, ATSPI_STATE_FOCUSED));
  jx_robot_type (desk->robot, text);
  jx_robot_until (desk->robot, jx_robot_has_text (input, text));
}

void
jx_ways_click_button (JxDesk *desk, AtspiAccessible *within, const char *name)
{
  AtspiAccessible *button = jx_robot_find (desk->robot, within, ATSPI_ROLE_PUSH_BUTTON, name);

  jx_robot_until (desk->robot, jx_robot_has_state (button, ATSPI_STATE_SENSITIVE));
  jx_robot_click (desk->robot, button);
}

void
jx_ways_click_in_menu (JxDesk *desk, AtspiAccessible *within, const char *item, ...)
{
  va_list list;

  va_start (list, item);
  for (const char *name = item; name != NULL; name = va_arg (list, const char *))
    jx_robot_click_in_popup (desk->robot, jx_robot_find (desk->robot, within, ATSPI_ROLE_MENU_ITEM, name));
  va_end (list);
}

void
jx_ways_press (JxDesk *desk, JxWay way, AtspiAccessible *accessible)
{
  jx_robot_until (desk->robot, jx_robot_has_state (accessible, ATSPI_STATE_SENSITIVE));
  if (way == JX_WAY_POINTER)
    jx_robot_click (desk->robot, accessible);
  else if (way == JX_WAY_READER)
    jx_robot_activate (desk->robot, accessible);
  else
    {
      jx_robot_walk (desk->robot, "Tab", accessible);
      jx_robot_press (desk->robot, "space");
    }
}

void
jx_ways_spell (JxDesk *desk, JxWay way, AtspiAccessible *entry, const char *text)
{
  if (way == JX_WAY_READER)
    {
      jx_robot_set_text (desk->robot, entry, text);
      return;
    }

  if (way == JX_WAY_KEYBOARD)
    jx_robot_walk (desk->robot, "Tab", entry);
  /* What has the focus from the start is all marked. */
  if (way == JX_WAY_POINTER && !jx_robot_has_state (entry, ATSPI_STATE_FOCUSED))
    jx_ways_drag_over (desk, entry, text);
  else if (way == JX_WAY_POINTER)
    jx_robot_type (desk->robot, text);
  else
    jx_ways_type_over (desk, entry, text);
  jx_robot_until (desk->robot, jx_robot_has_text (entry, text));
}

/* What is chosen is the name of the button, or where there is none the description begins with it. */
static gboolean
has_chosen (AtspiAccessible *combo, AtspiAccessible *button, const char *choice)
{
  g_autofree char *told = g_strconcat (choice, "*", NULL);

  return button != NULL ? jx_robot_has_name (button, choice) : jx_robot_has_description (combo, told);
}

/* By keys or by the mouse: in the list that drops down. */
static void
choose_in_list (JxDesk *desk, JxWay way, AtspiAccessible *combo, AtspiAccessible *button, const char *choice)
{
  AtspiAccessible *item = NULL;

  jx_ways_press (desk, way, button != NULL ? button : combo);
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, combo, ATSPI_ROLE_LIST_ITEM) != NULL);
  item = jx_robot_find (desk->robot, combo, ATSPI_ROLE_LIST_ITEM, choice);
  if (way == JX_WAY_POINTER)
    jx_robot_click_in_popup (desk->robot, item);
  else
    {
      /* It opens on what is chosen now, once the focus is at rest. */
      jx_robot_wait_place (desk->robot, item);
      for (guint i = jx_robot_count (desk->robot, combo, ATSPI_ROLE_LIST_ITEM, NULL); i > 0; i--)
        jx_robot_press (desk->robot, "Up");
      jx_robot_walk (desk->robot, "Down", item);
      jx_robot_press (desk->robot, "Return");
    }
}

/* An action is done, and its choice told, when it is answered. Returns: whether there was another choice. */
static gboolean
choose_beside (JxDesk *desk, AtspiAccessible *combo, AtspiAccessible *button, const char *action)
{
  g_autofree char *name = button != NULL ? atspi_accessible_get_name (button, NULL) : NULL;
  g_autofree char *description = atspi_accessible_get_description (combo, NULL);

  jx_robot_act (desk->robot, combo, action);

  return button != NULL ? !jx_robot_has_name (button, name) : !jx_robot_has_description (combo, description);
}

void
jx_ways_choose (JxDesk *desk, JxWay way, AtspiAccessible *combo, const char *choice)
{
  AtspiAccessible *button = jx_robot_seek (desk->robot, combo, ATSPI_ROLE_PUSH_BUTTON, NULL);

  if (way != JX_WAY_READER)
    {
      choose_in_list (desk, way, combo, button, choice);
      /* The focus comes back from the list by way of several places. */
      jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, combo, ATSPI_ROLE_LIST_ITEM) == NULL
                                   && jx_robot_has_state (button != NULL ? button : combo, ATSPI_STATE_FOCUSED));
      jx_robot_wait_place (desk->robot, combo);
    }
  else
    {
      while (choose_beside (desk, combo, button, "choice.previous"))
        ;
      while (!has_chosen (combo, button, choice) && choose_beside (desk, combo, button, "choice.next"))
        ;
    }
  jx_robot_until (desk->robot, has_chosen (combo, button, choice));
}

static void
click_in_main_menu (JxDesk *desk, va_list list)
{
  AtspiAccessible *menu = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_PUSH_BUTTON, "Main Menu");

  jx_robot_click (desk->robot, menu);
  for (const char *name = va_arg (list, const char *); name != NULL; name = va_arg (list, const char *))
    {
      AtspiAccessible *item = NULL;

      jx_robot_until (desk->robot, (item = jx_robot_seek_shown (desk->robot, menu, ATSPI_ROLE_MENU_ITEM, name)) != NULL);
      jx_robot_click_in_popup (desk->robot, item);
    }
}

void
jx_ways_do (JxDesk *desk, JxWay way, const char *keys, const char *action, ...)
{
  va_list list;

  va_start (list, action);
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, keys);
  else if (way == JX_WAY_READER)
    jx_robot_act (desk->robot, desk->window, action);
  else
    click_in_main_menu (desk, list);
  va_end (list);
}

void
jx_ways_leave (JxDesk *desk, JxWay way, AtspiAccessible *window, const char *button)
{
  g_autofree char *title = atspi_accessible_get_name (window, NULL);

  jx_robot_use (desk->robot, window);
  if (way == JX_WAY_KEYBOARD)
    jx_robot_press (desk->robot, "Escape");
  else if (way == JX_WAY_POINTER)
    jx_ways_click_button (desk, window, button);
  else
    jx_robot_act (desk->robot, window, "window.close");
  jx_robot_wait_closed (desk->robot, title);
  jx_robot_use (desk->robot, desk->window);
}

void
jx_ways_command (JxDesk *desk, const char *words)
{
  AtspiAccessible *dialog = NULL, *list = NULL;

  jx_robot_press (desk->robot, "<Control>k");
  dialog = jx_robot_find_window (desk->robot, "Commands");
  list = jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LIST, "Commands");
  jx_robot_until (desk->robot, jx_robot_seek_focused (desk->robot, dialog, ATSPI_ROLE_ENTRY) != NULL);
  jx_robot_type (desk->robot, words);
  jx_robot_until (desk->robot, jx_robot_count (desk->robot, list, ATSPI_ROLE_LIST_ITEM, NULL) == 1);
  jx_robot_press (desk->robot, "Return");
  jx_robot_wait_closed (desk->robot, "Commands");
}
