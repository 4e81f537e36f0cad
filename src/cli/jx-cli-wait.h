/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxCliWait:
 *
 * Waiting for LibreOffice at the command line: on a terminal a line tells what is being done and for
 * how long; Ctrl+C and the like end LibreOffice first, and then this program.
 * Hand jx_cli_wait_cb() with one of these to what may have to wait.
 * @path: what is being read
 */
typedef struct
{
  const char *path;
  gboolean begun;
  guint shown_seconds;
} JxCliWait;

/** jx_cli_wait_cb: a #JxWaitFunc; @user_data is a #JxCliWait. */
gboolean jx_cli_wait_cb (guint seconds, gpointer user_data);

/** jx_cli_wait_end: whether it had to wait or not. Does not come back where the user ended the program. */
void jx_cli_wait_end (JxCliWait *wait);

G_END_DECLS
