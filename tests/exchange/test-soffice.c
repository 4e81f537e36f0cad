/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of LibreOffice when all goes wrong, with programs that are not LibreOffice in its place. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/jx-error.h"
#include "exchange/jx-soffice.h"
#include "jx-test.h"

typedef struct
{
  const char *name;
  const char *script; /* (nullable): what stands in for LibreOffice */
  int code;           /* of JX_ERROR; -1: it converts */
  const char *words;
} Case;

/* Where the file goes: the word after --outdir. */
#define OUT "while [ \"$1\" != --outdir ]; do shift; done; mkdir -p \"$2\"; "

static const Case cases[] = {
  { "none", NULL, JX_ERROR_UNSUPPORTED, "install the package libreoffice-writer" },
  { "converts", OUT "tr a-z A-Z < \"$3\" > \"$2/in.docx\"", -1, "ABC" },
  /* It says that all is well although it read nothing. */
  { "nothing", "exit 0", JX_ERROR_SYNTAX, "damaged" },
  { "empty", OUT ": > \"$2/in.docx\"", JX_ERROR_SYNTAX, "damaged" },
  { "another-name", OUT "echo x > \"$2/x.docx\"", JX_ERROR_SYNTAX, "damaged" },
  { "fails", "exit 1", JX_ERROR_SYNTAX, "damaged" },
  { "crashes", "kill -SEGV $$", JX_ERROR_SYNTAX, "damaged" },
  { "restarts", "if [ -e seen ]; then " OUT "echo X > \"$2/in.docx\"; else : > seen; exit 81; fi", -1, "X" },
  { "restarts-for-ever", "exit 81", JX_ERROR_SYNTAX, "damaged" },
  { "settings", OUT "cat profile/user/registrymodifications.xcu > \"$2/in.docx\"", -1,
    "\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true</value>" },
  { "own-home", OUT "[ \"$HOME\" = \"$PWD\" ] && [ -z \"$DISPLAY\" ] && echo X > \"$2/in.docx\"", -1, "X" },
  { "leaves-others", "sleep 100 & echo $! > \"${0%/*}/pid\"; exit 0", JX_ERROR_SYNTAX, "damaged" },
  { "for-ever", "sleep 100 & echo $! > \"${0%/*}/pid\"; wait", JX_ERROR_LIMIT, "2 seconds" },
};

static const JxSofficeJob job = { "doc", "MS Word 97", "docx:MS Word 2007 XML", "libreoffice-writer", 2 };

/* A folder for the test, with the program in it. */
static char *
make_place (const char *script)
{
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", script != NULL ? script : "");
  char *place = g_dir_make_tmp ("jx-soffice-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (place, "soffice", NULL);
  g_autofree char *path = g_strconcat (place, ":/usr/bin:/bin", NULL);

  if (script != NULL)
    {
      g_assert_true (g_file_set_contents (program, text, -1, NULL));
      g_assert_cmpint (g_chmod (program, 0700), ==, 0);
    }
  g_setenv ("PATH", script != NULL ? path : place, TRUE);

  return place;
}

static gboolean
is_alive (const char *stat_path)
{
  g_autofree char *stat = NULL;

  return g_file_get_contents (stat_path, &stat, NULL, NULL) && strstr (stat, ") Z ") == NULL;
}

/* What it left behind: nothing in the temporary folder, and no process. */
static void
assert_clean (const char *place)
{
  g_autoptr (GDir) temporary = g_dir_open (g_get_tmp_dir (), 0, NULL);
  g_autofree char *pid_path = g_build_filename (place, "pid", NULL);
  g_autofree char *pid = NULL;
  const char *name;

  while ((name = g_dir_read_name (temporary)) != NULL)
    g_assert_false (g_str_has_prefix (name, "jixiao-"));
  if (g_file_get_contents (pid_path, &pid, NULL, NULL))
    {
      g_autofree char *path = g_strdup_printf ("/proc/%s/stat", g_strstrip (pid));
      gint64 patience_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

      /* Killed is not yet dead; and then it may lie there for its new parent to bury. */
      while (is_alive (path))
        g_assert_cmpint (g_get_monotonic_time (), <, patience_us);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *place = make_place (one->script);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jx_soffice_convert ("abc\n", 4, &job, "x.doc", NULL, NULL, &error);

  if (one->code < 0)
    {
      gsize length;
      const char *found;

      g_assert_no_error (error);
      found = g_bytes_get_data (bytes, &length);
      g_assert_nonnull (memmem (found, length, one->words, strlen (one->words)));
    }
  else
    {
      g_assert_null (bytes);
      g_assert_error (error, JX_ERROR, one->code);
      g_assert_true (g_str_has_prefix (error->message, "x.doc: "));
      g_assert_nonnull (strstr (error->message, one->words));
    }
  assert_clean (place);
  jx_test_remove (place);
}

/* Stops as soon as the program has said that it is there. */
static gboolean
wait_cb (guint seconds, gpointer pid_path)
{
  return !g_file_test (pid_path, G_FILE_TEST_EXISTS);
}

static void
test_stopped (void)
{
  g_autofree char *place = make_place ("sleep 100 & echo $! > \"${0%/*}/pid\"; wait");
  g_autofree char *pid_path = g_build_filename (place, "pid", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (jx_soffice_convert ("abc", 3, &job, "x.doc", wait_cb, pid_path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_clean (place);
  jx_test_remove (place);
}

/* A process of its own that converts for ever. Returns: when it is at it. @folder: (out): where it works */
static GPid
start_endless (const char *place, char **folder)
{
  static const JxSofficeJob endless = { "doc", NULL, "docx:MS Word 2007 XML", "libreoffice-writer", 1000 };
  g_autofree char *folder_path = g_build_filename (place, "folder", NULL);
  gint64 patience_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  GPid pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      /* It ends with the test, however that ends. */
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      jx_soffice_convert ("abc", 3, &endless, "x.doc", NULL, NULL, NULL);
      _exit (0);
    }
  while (!g_file_get_contents (folder_path, folder, NULL, NULL))
    g_assert_cmpint (g_get_monotonic_time (), <, patience_us);
  g_strstrip (*folder);
  g_unlink (folder_path);
  g_assert_true (g_file_test (*folder, G_FILE_TEST_IS_DIR));

  return pid;
}

static void
end_endless (GPid pid)
{
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

/* What a killed process leaves goes with the next conversion; what a living one works in stays. */
static void
test_left (void)
{
  g_autofree char *place = make_place ("echo $PWD > \"${0%/*}/new\"; mv \"${0%/*}/new\" \"${0%/*}/folder\"; exec sleep 100");
  g_autofree char *dead_folder = NULL;
  g_autofree char *living_folder = NULL;
  GPid dead = start_endless (place, &dead_folder);
  GPid living;

  end_endless (dead);
  g_assert_true (g_file_test (dead_folder, G_FILE_TEST_IS_DIR));
  living = start_endless (place, &living_folder);
  g_assert_false (g_file_test (dead_folder, G_FILE_TEST_EXISTS));
  jx_soffice_clear_left ();
  g_assert_true (g_file_test (living_folder, G_FILE_TEST_IS_DIR));

  end_endless (living);
  jx_soffice_clear_left ();
  g_assert_false (g_file_test (living_folder, G_FILE_TEST_EXISTS));
  assert_clean (place);
  jx_test_remove (place);
}

int
main (int argc, char **argv)
{
  g_autofree char *temporary = g_mkdtemp (g_strdup ("/tmp/jx-soffice-XXXXXX"));
  int status;

  /* Where nobody else leaves anything; GLib looks once, and does so soon. */
  g_setenv ("TMPDIR", temporary, TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/soffice/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/soffice/stopped", test_stopped);
  g_test_add_func ("/exchange/soffice/left", test_left);

  status = g_test_run ();
  jx_test_remove (temporary);

  return status;
}
