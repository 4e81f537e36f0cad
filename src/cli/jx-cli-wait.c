/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jx-cli-wait.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static const int ending_signals[] = { SIGINT, SIGTERM, SIGHUP };
static struct sigaction old_actions[G_N_ELEMENTS (ending_signals)];
static volatile sig_atomic_t caught;

static void
catch_cb (int number)
{
  caught = number;
}

static void
begin (JxCliWait *wait)
{
  struct sigaction action = { .sa_handler = catch_cb };

  wait->begun = TRUE;
  caught = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    {
      sigaction (ending_signals[i], NULL, &old_actions[i]);
      if (old_actions[i].sa_handler != SIG_IGN)
        sigaction (ending_signals[i], &action, NULL);
    }
}

gboolean
jx_cli_wait_cb (guint seconds, gpointer user_data)
{
  JxCliWait *wait = user_data;
  gboolean first = !wait->begun;

  if (first)
    begin (wait);
  if (isatty (STDERR_FILENO) && (first || seconds != wait->shown_seconds))
    {
      g_autofree char *name = g_filename_display_basename (wait->path);
      /* Translators: %s is a file's name, %u how many seconds it has taken so far */
      g_autofree char *line = g_strdup_printf (_("LibreOffice converts “%s” … %u s"), name, seconds);

      g_printerr ("\r%s\033[K", line);
      wait->shown_seconds = seconds;
    }

  return caught == 0;
}

void
jx_cli_wait_end (JxCliWait *wait)
{
  if (!wait->begun)
    return;

  wait->begun = FALSE;
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
  for (gsize i = 0; i < G_N_ELEMENTS (ending_signals); i++)
    sigaction (ending_signals[i], &old_actions[i], NULL);
  if (caught != 0)
    raise (caught);
}
