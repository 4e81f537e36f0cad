/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-office.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "jx-test.h"

/* It gives up itself before. */
#define PATIENCE_SECONDS 150

struct _JxOffice
{
  GSubprocess *process;
  GDataInputStream *answers;
};

typedef struct
{
  char *line; /* %NULL at the end of the answers */
  gboolean has_come;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->line = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  answer->has_come = TRUE;
}

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("LibreOffice gave no answer for %d seconds", PATIENCE_SECONDS);

  return G_SOURCE_REMOVE;
}

/* Returns: (transfer full): the next line it says. */
static char *
listen (JxOffice *office)
{
  Answer answer = { NULL, FALSE };
  guint source = g_timeout_add_seconds (PATIENCE_SECONDS, too_late_cb, NULL);

  g_data_input_stream_read_line_async (office->answers, G_PRIORITY_DEFAULT, NULL, answered_cb, &answer);
  while (!answer.has_come)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  if (answer.line == NULL)
    g_error ("LibreOffice has ended");

  return answer.line;
}

/* @question: (transfer floating). Returns: (transfer full): its answer. */
static char *
ask (JxOffice *office, GVariant *question)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (question);
  g_autofree char *words = json_gvariant_serialize_data (owned, NULL);
  g_autofree char *line = g_strconcat (words, "\n", NULL);
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (office->process), line, strlen (line), NULL, NULL, &error);
  g_assert_no_error (error);

  return listen (office);
}

JxOffice *
jx_office_new (char **reason)
{
  g_autoptr (JxOffice) office = g_new0 (JxOffice, 1);
  g_autofree char *driver = jx_test_source ("tests/e2e/office.py");
  g_autofree char *ready = NULL;
  g_autoptr (GError) error = NULL;

  office->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, driver, NULL);
  g_assert_no_error (error);
  office->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (office->process));
  ready = listen (office);
  if (g_str_equal (ready, "true"))
    return g_steal_pointer (&office);

  *reason = g_steal_pointer (&ready);
  return NULL;
}

void
jx_office_free (JxOffice *office)
{
  if (office == NULL)
    return;

  /* The end of its input ends it. */
  g_output_stream_close (g_subprocess_get_stdin_pipe (office->process), NULL, NULL);
  g_subprocess_wait (office->process, NULL, NULL);
  g_object_unref (office->answers);
  g_object_unref (office->process);
  g_free (office);
}

void
jx_office_copy_table (JxOffice *office, const char *program, GVariant *rows)
{
  g_autofree char *answer = ask (office, g_variant_new ("(ss@aams)", "copy", program, rows));

  g_assert_cmpstr (answer, ==, "true");
}

void
jx_office_copy_list (JxOffice *office, const char *const *items)
{
  g_autofree char *answer = ask (office, g_variant_new ("(ss^as)", "copy", "list", items));

  g_assert_cmpstr (answer, ==, "true");
}

GVariant *
jx_office_paste (JxOffice *office, const char *program)
{
  g_autofree char *answer = ask (office, g_variant_new ("(ss)", "paste", program));
  g_autoptr (GError) error = NULL;
  GVariant *rows = json_gvariant_deserialize_data (answer, -1, "aams", &error);

  g_assert_no_error (error);

  return g_variant_ref_sink (rows);
}
