/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-desk.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "jx-input.h"
#include "jx-test.h"

/* Files dragged from another program and dropped on the window. */

typedef struct
{
  GSubprocess *source;
  JxInput *input;
  GString *said;
  guint looks;
  int wobble; /* pixels */
} Drag;

/* A window that has only just come may miss the button: so many looks later it is pressed again. */
#define LOOKS_A_TRY 100

/* Looks whether @word is the last that the other program has said. */
static gboolean
has_said (Drag *drag, const char *word)
{
  GPollableInputStream *output = G_POLLABLE_INPUT_STREAM (g_subprocess_get_stdout_pipe (drag->source));
  g_autofree char *line = g_strconcat (word, "\n", NULL);
  char buffer[256];
  gssize n = g_pollable_input_stream_read_nonblocking (output, buffer, sizeof buffer, NULL, NULL);

  if (n > 0)
    g_string_append_len (drag->said, buffer, n);

  return g_str_has_suffix (drag->said->str, line);
}

static gboolean
has_begun (Drag *drag)
{
  if (has_said (drag, "begun"))
    return TRUE;
  if (drag->looks++ % LOOKS_A_TRY != 0)
    return FALSE;

  jx_input_button (drag->input, 1, FALSE);
  jx_input_point (drag->input, 0, 0, 0, 0);
  jx_input_button (drag->input, 1, TRUE);
  for (int step = 1; step <= 12; step++)
    jx_input_point (drag->input, -step, -step, 0, 0);

  return FALSE;
}

/* A hand is never quite still: only what moves is told where it is. */
static gboolean
is_taken (Drag *drag)
{
  if (has_said (drag, "taken"))
    return TRUE;

  drag->wobble = !drag->wobble;
  jx_input_point (drag->input, drag->wobble, 0, 0, 0);

  return FALSE;
}

static void
begin (Drag *drag, JxDesk *desk, const char *path, const char *other)
{
  g_autoptr (GError) error = NULL;

  drag->source = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, g_getenv ("JX_DRAG_SOURCE"), path, other, NULL);
  g_assert_no_error (error);
  drag->input = jx_input_new ();
  drag->said = g_string_new (NULL);
  jx_robot_until (desk->robot, jx_input_give (drag->input, "Files to drag"));
  /* To the edge, so that what it is dropped on can be seen. */
  jx_input_move_window (drag->input, 1300, 700);
  jx_robot_until (desk->robot, has_begun (drag));
}

/* Over the middle of the window, and down. */
static void
drop (Drag *drag, JxDesk *desk, const char *title)
{
  jx_robot_until (desk->robot, jx_input_give (drag->input, title));
  jx_robot_until (desk->robot, is_taken (drag));
  jx_input_button (drag->input, 1, FALSE);
  jx_robot_until (desk->robot, has_said (drag, "done"));

  g_subprocess_force_exit (drag->source);
  g_clear_object (&drag->source);
  g_clear_pointer (&drag->input, jx_input_free);
  g_string_free (drag->said, TRUE);
}

/* A colleague's text becomes a document, and what was taken is told. */
static void
test_start_page (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *text = jx_desk_dup_path (desk, "yunxi.txt");
  Drag drag = { NULL };

  jx_desk_open (desk, NULL, "Jixiao");
  begin (&drag, desk, text, NULL);
  drop (&drag, desk, "Jixiao");
  jx_robot_find_window (desk->robot, "yunxi •");
  jx_robot_find (desk->robot, jx_robot_find_window (desk->robot, "What Was Taken In"), ATSPI_ROLE_LABEL, "*9 projects*59 indicators*");
}

/* On an open document: what came is set beside it and asked about. */
static void
test_document (void)
{
  g_autoptr (JxDesk) desk = jx_desk_new ();
  g_autofree char *page = jx_desk_dup_path (desk, "theirs.html");
  g_autofree char *output = NULL;
  Drag drag = { NULL };
  int status = -1;

  output = jx_desk_run (&status, g_getenv ("JX_CLI"), "export", desk->document, "-o", page, NULL);
  g_assert_cmpint (status, ==, 0);
  jx_desk_open (desk, desk->document, "yunxi");
  begin (&drag, desk, page, NULL);
  drop (&drag, desk, "yunxi");
  jx_robot_find_window (desk->robot, "Take In*");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dropping/on-the-start-page", test_start_page);
  g_test_add_func ("/dropping/on-a-document", test_document);

  return g_test_run ();
}
