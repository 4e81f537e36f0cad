/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-run.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

JxRun *
jx_run (const char *input, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  JxRun *run = g_new0 (JxRun, 1);
  const char *word = NULL;
  va_list list;

  g_assert_nonnull (g_getenv ("JX_CLI"));
  g_ptr_array_add (words, (gpointer) g_getenv ("JX_CLI"));
  va_start (list, input);
  while ((word = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);

  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &run->out, &run->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run->status = g_subprocess_get_exit_status (process);

  return run;
}

void
jx_run_free (JxRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

void
jx_run_assert_refused (const JxRun *run, const char *words)
{
  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, "jixiao-cli: "));
  g_assert_true (g_str_has_suffix (run->err, "\n"));
  g_assert_true (strchr (run->err, '\n') == run->err + strlen (run->err) - 1);
  if (strstr (run->err, words) == NULL)
    g_error ("“%s” is not in: %s", words, run->err);
}

void
jx_run_assert_pages (const JxRun *run)
{
  g_assert_cmpint (run->status, ==, 0);
  if (*run->err == '\0')
    return;

  g_assert_true (g_str_has_prefix (run->err, "jixiao-cli: Type faces that are not installed: "));
  g_assert_true (strchr (run->err, '\n') == run->err + strlen (run->err) - 1);
}

char *
jx_run_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("jixiao-cli-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}
