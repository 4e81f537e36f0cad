/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <locale.h>
#include <string.h>

#include "jx-test.h"

/* The program is killed in the middle of the work, and started again. */

/* Returns: (transfer full) (nullable): the one draft there is. */
static char *
find_draft (JxDesk *desk)
{
  g_autofree char *drafts = jx_desk_dup_path (desk, "state/jixiao/drafts");
  g_autoptr (GDir) runs = g_dir_open (drafts, 0, NULL);
  const char *run = NULL;

  while (runs != NULL && (run = g_dir_read_name (runs)) != NULL)
    {
      g_autofree char *folder = g_build_filename (drafts, run, NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name = NULL;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".jixiao"))
          return g_build_filename (folder, name, NULL);
    }

  return NULL;
}

static gboolean
draft_holds (JxDesk *desk, const char *text)
{
  g_autofree char *file = find_draft (desk);
  g_autofree char *contents = NULL;

  return file != NULL && g_file_get_contents (file, &contents, NULL, NULL) && strstr (contents, text) != NULL;
}

static gboolean
has_draft (JxDesk *desk)
{
  g_autofree char *file = find_draft (desk);

  return file != NULL;
}

/* As kill -9 does. */
static void
end_suddenly (JxDesk *desk)
{
  g_clear_pointer (&desk->robot, jx_robot_free);
}

static void
write_and_die (JxDesk *desk)
{
  AtspiAccessible *sheet = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  sheet = jx_desk_open_project (desk, "1 *");
  jx_desk_write (desk, sheet, "Row 1, Target value", "≥15个");
  jx_desk_write (desk, sheet, "Row 2, Basis of the value", "上级要求");
  jx_robot_until (desk->robot, draft_holds (desk, "上级要求"));
  end_suddenly (desk);
}

static void
test_recover (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *dialog = NULL;

  write_and_die (desk);
  jx_desk_open (desk, NULL, "Jixiao");
  dialog = jx_robot_find_window (desk->robot, "Unsaved Work");
  jx_robot_find (desk->robot, dialog, ATSPI_ROLE_LABEL, "*9 projects*2 changes that “yunxi.jixiao” does not have");
  jx_robot_activate (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "*Open*"));
  jx_robot_wait_closed (desk->robot, "Unsaved Work");
  desk->window = jx_robot_find_window (desk->robot, "yunxi •");
  g_assert_true (has_draft (desk));

  jx_robot_press (desk->robot, "<Control>s");
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
  g_assert_false (has_draft (desk));
  {
    g_autofree char *contents = jx_test_read (desk->document, NULL);

    g_assert_nonnull (strstr (contents, "≥15个"));
    g_assert_nonnull (strstr (contents, "上级要求"));
    g_assert_null (strstr (contents, "<?jixiao-draft"));
  }
  jx_desk_quit (desk);
}

static void
test_discard (void)
{
  static const char *asked = "Discard the unsaved work in “yunxi”?";
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *dialog = NULL;

  write_and_die (desk);

  /* Left for another time: nothing is lost by that. */
  jx_desk_open (desk, NULL, "Jixiao");
  jx_robot_find_window (desk->robot, "Unsaved Work");
  jx_robot_press (desk->robot, "Escape");
  jx_robot_wait_closed (desk->robot, "Unsaved Work");
  jx_robot_use (desk->robot, desk->window);
  jx_desk_quit (desk);
  g_assert_true (has_draft (desk));

  jx_desk_open (desk, NULL, "Jixiao");
  dialog = jx_robot_find_window (desk->robot, "Unsaved Work");
  jx_robot_activate (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Discard “yunxi”"));
  jx_robot_find_window (desk->robot, asked);
  jx_robot_press (desk->robot, "Escape");
  jx_robot_wait_closed (desk->robot, asked);
  g_assert_true (has_draft (desk));

  jx_robot_activate (desk->robot, jx_robot_find (desk->robot, dialog, ATSPI_ROLE_PUSH_BUTTON, "Discard “yunxi”"));
  jx_robot_find_window (desk->robot, asked);
  jx_robot_press (desk->robot, "<Alt>d");
  jx_robot_wait_closed (desk->robot, "Unsaved Work");
  g_assert_false (has_draft (desk));
  jx_robot_use (desk->robot, desk->window);
  jx_desk_quit (desk);
}

/* Types @text into @input, which has the focus, and gives it up again once a draft holds it. */
static void
type_and_give_up (JxDesk *desk, AtspiAccessible *input, const char *text)
{
  jx_robot_until (desk->robot, jx_robot_has_state (input, ATSPI_STATE_FOCUSED));
  jx_robot_type (desk->robot, text);
  jx_robot_until (desk->robot, draft_holds (desk, text));
  g_assert_true (jx_robot_has_name (desk->window, "yunxi"));
  jx_robot_press (desk->robot, "Escape");
  jx_robot_until (desk->robot, !has_draft (desk));
}

/* Not even what is still being typed is lost. */
static void
test_typing (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  AtspiAccessible *sheet = NULL, *input = NULL;

  jx_desk_open (desk, desk->document, "yunxi");
  input = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "Overall goal");
  jx_robot_walk (desk->robot, "Tab", input);
  type_and_give_up (desk, input, "ZONGTI");

  sheet = jx_desk_open_project (desk, "1 *");
  jx_robot_walk (desk->robot, "Tab", jx_desk_find_cell (desk, sheet, "Add Goal"));
  jx_robot_press (desk->robot, "F2");
  type_and_give_up (desk, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Goal"), "MUBIAO");
  jx_robot_walk (desk->robot, "Tab", jx_desk_find_cell (desk, sheet, "Row 1, Description"));
  jx_robot_press (desk->robot, "F2");
  type_and_give_up (desk, jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Description"), "MIAOSHU");
  input = jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_TEXT, "*October, spent so far*");
  jx_robot_walk (desk->robot, "F6", jx_robot_find (desk->robot, desk->window, ATSPI_ROLE_IMAGE, "By the end of June: *43.00 *"));
  jx_robot_walk (desk->robot, "Tab", input);
  type_and_give_up (desk, input, "71.25");

  jx_robot_walk (desk->robot, "F6", jx_desk_find_cell (desk, sheet, "Row 1, Description"));
  jx_robot_press (desk->robot, "F2");
  jx_robot_until (desk->robot, jx_robot_has_state (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Description"), ATSPI_STATE_FOCUSED));
  jx_robot_type (desk->robot, "JIXU");
  jx_robot_until (desk->robot, draft_holds (desk, "JIXU"));
  end_suddenly (desk);

  jx_desk_open (desk, NULL, "Jixiao");
  input = jx_robot_find_window (desk->robot, "Unsaved Work");
  jx_robot_find (desk->robot, input, ATSPI_ROLE_LABEL, "*1 change that “yunxi.jixiao” does not have");
  jx_robot_activate (desk->robot, jx_robot_find (desk->robot, input, ATSPI_ROLE_PUSH_BUTTON, "*Open*"));
  desk->window = jx_robot_find_window (desk->robot, "yunxi •");
  sheet = jx_desk_open_project (desk, "1 *");
  jx_robot_until (desk->robot, jx_robot_has_description (jx_desk_find_cell (desk, sheet, "Row 1, Description"), "*JIXU*"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drafts/recover-after-a-crash", test_recover);
  g_test_add_func ("/drafts/leave-and-discard", test_discard);
  g_test_add_func ("/drafts/while-typing", test_typing);

  return g_test_run ();
}
