/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <gio/gio.h>

#include "jx-test.h"

static void
put (JxDesk *desk, const char *name)
{
  g_autofree char *inside = g_build_filename ("data", "samples", name, NULL);
  g_autofree char *source = jx_test_source (inside);
  g_autofree char *target = jx_desk_dup_path (desk, name);
  gsize length = 0;
  g_autofree char *contents = jx_test_read (source, &length);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (target, contents, length, &error);
  g_assert_no_error (error);
}

JxDesk *
jx_desk_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  JxDesk *desk = g_new0 (JxDesk, 1);

  desk->folder = g_dir_make_tmp ("jixiao-e2e-XXXXXX", &error);
  g_assert_no_error (error);
  state = jx_desk_dup_path (desk, "state");
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  put (desk, "yunxi.jixiao");
  put (desk, "yunxi.txt");
  desk->document = jx_desk_dup_path (desk, "yunxi.jixiao");

  return desk;
}

void
jx_desk_free (JxDesk *desk)
{
  g_clear_pointer (&desk->robot, jx_robot_free);
  jx_test_remove (desk->folder);
  g_free (desk->document);
  g_free (desk->folder);
  g_free (desk);
}

char *
jx_desk_dup_path (JxDesk *desk, const char *name)
{
  return g_build_filename (desk->folder, name, NULL);
}

char *
jx_desk_keep_copy (JxDesk *desk)
{
  char *copy = jx_desk_dup_path (desk, "before.jixiao");
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (desk->document, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, length, NULL));

  return copy;
}

void
jx_desk_open (JxDesk *desk, const char *path, const char *title)
{
  g_assert_null (desk->robot);

  desk->robot = jx_robot_start (path, NULL);
  desk->window = jx_robot_find_window (desk->robot, title);
}

void
jx_desk_quit (JxDesk *desk)
{
  jx_robot_press (desk->robot, "<Control>q");
  jx_robot_wait_end (desk->robot);
  g_clear_pointer (&desk->robot, jx_robot_free);
}

AtspiAccessible *
jx_desk_open_project (JxDesk *desk, const char *row)
{
  AtspiAccessible *projects = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_LIST, "Projects");
  AtspiAccessible *sheet = NULL;
  AtspiAccessible *code = NULL;

  jx_robot_click (desk->robot, jx_robot_find (desk->robot, projects, ATSPI_ROLE_LIST_ITEM, row));
  sheet = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TABLE, "*绩效目标表");
  code = jx_desk_find_cell (desk, sheet, "Project code");
  jx_robot_click (desk->robot, code);
  jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Project code");
  jx_robot_press (desk->robot, "Escape");
  jx_robot_until (desk->robot, jx_robot_has_state (code, ATSPI_STATE_FOCUSED));

  return sheet;
}

AtspiAccessible *
jx_desk_find_cell (JxDesk *desk, AtspiAccessible *sheet, const char *name)
{
  return jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TABLE_CELL, name);
}

void
jx_desk_write (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *text)
{
  jx_desk_write_as (desk, sheet, name, text, text);
}

void
jx_desk_write_as (JxDesk *desk, AtspiAccessible *sheet, const char *name, const char *text, const char *held)
{
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, name);
  g_autofree char *shown = g_strconcat (held, "*", NULL);

  jx_robot_walk (desk->robot, "Tab", cell);
  jx_robot_type (desk->robot, text);
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, NULL), text));
  jx_robot_press (desk->robot, "Return");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, shown));
}

/* What takes the choice, by what is chosen. */
static AtspiAccessible *
seek_taking (JxDesk *desk, AtspiAccessible *dialog, gboolean *saves)
{
  static const char *const names[] = { "*Save", "*Open", "*Choose" };
  AtspiAccessible *button = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && button == NULL; i++)
    {
      button = jx_robot_seek (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, names[i]);
      *saves = i == 0;
    }

  return button;
}

void
jx_desk_choose_file (JxDesk *desk, const char *title, const char *path)
{
  AtspiAccessible *dialog = jx_robot_find_window (desk->robot, title);
  AtspiAccessible *button = NULL, *name = NULL;
  gboolean saves = FALSE;

  jx_robot_until (desk->robot, (button = seek_taking (desk, dialog, &saves)) != NULL);
  /* When saving the focus is in the name; when opening this key brings a place to write one. */
  if (!saves)
    jx_robot_press (desk->robot, "<Control>l");
  jx_robot_until (desk->robot, (name = jx_robot_seek_focused (desk->robot, dialog, ATSPI_ROLE_TEXT)) != NULL);
  jx_robot_set_text (desk->robot, name, path);
  jx_robot_activate (desk->robot, button);
  jx_robot_wait_closed (desk->robot, title);
  jx_robot_use (desk->robot, desk->window);
}

char *
jx_desk_run (int *status, const char *program, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *printed = NULL;
  va_list list;

  va_start (list, program);
  for (const char *word = program; word != NULL; word = va_arg (list, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);

  process = g_subprocess_newv ((const char *const *) words->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &printed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  *status = g_subprocess_get_exit_status (process);

  return printed;
}
