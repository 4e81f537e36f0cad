/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "jx-test.h"

/* Chinese written in a cell with the two input methods that Linux desktops have, from the first key. */

#define CELL "Row 2, Level-3 indicator"

typedef struct
{
  const char *module; /* of GTK */
  const char *const *daemon;
  const char *const *choose; /* makes pinyin the one in use */
  const char *const *ask;    /* prints which is in use */
  const char *in_use;
} Method;

static const Method ibus = {
  "ibus",
  (const char *[]) { "ibus-daemon", "--replace", "--panel=disable", "--config=/usr/libexec/ibus-memconf", NULL },
  (const char *[]) { "ibus", "engine", "libpinyin", NULL },
  (const char *[]) { "ibus", "engine", NULL },
  "libpinyin",
};

static const Method fcitx = {
  "fcitx",
  (const char *[]) { "fcitx5", "--disable=wayland,cloudpinyin", NULL },
  (const char *[]) { "fcitx5-remote", "-s", "pinyin", NULL },
  (const char *[]) { "fcitx5-remote", "-n", NULL },
  "pinyin",
};

/* Returns: (transfer full): what it printed. */
static char *
run (const char *const *words)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *printed = NULL;

  process = g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &printed, NULL, &error);
  g_assert_no_error (error);

  return g_strstrip (printed);
}

/* Whether the method has been told, and heard it: one that still starts does not. */
static gboolean
is_in_use (const Method *method)
{
  g_autofree char *told = run (method->choose);
  g_autofree char *said = run (method->ask);

  return g_str_equal (said, method->in_use);
}

/* What fcitx has to choose from. */
static void
write_profile (void)
{
  static const char profile[] = "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n"
                                "[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n"
                                "[Groups/0/Items/1]\nName=pinyin\nLayout=\n"
                                "[GroupOrder]\n0=Default\n";
  g_autofree char *folder = g_build_filename (g_getenv ("XDG_CONFIG_HOME"), "fcitx5", NULL);
  g_autofree char *path = g_build_filename (folder, "profile", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, profile, -1, &error);
  g_assert_no_error (error);
}

static void
write_pinyin (JxDesk *desk, const Method *method)
{
  AtspiAccessible *sheet = jx_desk_open_project (desk, "1 *");
  AtspiAccessible *cell = jx_desk_find_cell (desk, sheet, CELL);
  AtspiAccessible *input = NULL;

  /* Chosen while a cell is written in, as fcitx wants it. */
  jx_robot_walk (desk->robot, "Tab", cell);
  jx_robot_press (desk->robot, "F2");
  input = jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Level-3 indicator");
  jx_robot_until (desk->robot, jx_robot_has_state (input, ATSPI_STATE_FOCUSED));
  jx_robot_until (desk->robot, is_in_use (method));
  jx_robot_press (desk->robot, "Escape");
  jx_robot_until (desk->robot, jx_robot_has_state (cell, ATSPI_STATE_FOCUSED));

  /* Letter by letter it is the method's, and no letter stands in the cell. */
  jx_robot_type (desk->robot, "hedao");
  jx_robot_press (desk->robot, "space");
  jx_robot_until (desk->robot, jx_robot_has_text (jx_robot_find (desk->robot, sheet, ATSPI_ROLE_TEXT, "Level-3 indicator"), "河道"));
  jx_robot_press (desk->robot, "Return");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "河道"));
  jx_robot_press (desk->robot, "<Control>z");
  jx_robot_until (desk->robot, jx_robot_has_description (cell, "资金使用合规率"));
  jx_robot_until (desk->robot, jx_robot_has_name (desk->window, "yunxi"));
}

static void
test_method (gconstpointer data)
{
  const Method *method = data;
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autoptr (GSubprocess) daemon = NULL;
  g_autoptr (GError) error = NULL;

  write_profile ();
  g_setenv ("GTK_IM_MODULE", method->module, TRUE);
  daemon = g_subprocess_newv (method->daemon, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  jx_desk_open (desk, desk->document, "yunxi");
  write_pinyin (desk, method);
  jx_desk_quit (desk);
  g_subprocess_force_exit (daemon);
  g_subprocess_wait (daemon, NULL, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/input-methods/ibus", &ibus, test_method);
  g_test_add_data_func ("/input-methods/fcitx", &fcitx, test_method);

  return g_test_run ();
}
