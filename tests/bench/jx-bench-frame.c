/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-bench-frame [FILE]: runs the program itself until the first frame of its window is painted, and
 * prints the seconds since main() began and the largest resident set in KiB. */

#include <stdlib.h>
#include <sys/resource.h>

#include "app/jx-application.h"

static gint64 begin;

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  double seconds = (g_get_monotonic_time () - begin) / 1e6;
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.6f %ld\n", seconds, usage.ru_maxrss);
  exit (0);
}

static void
realize_cb (GtkWidget *window, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer user_data)
{
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (JxApplication) application = NULL;

  begin = g_get_monotonic_time ();
  jx_application_prepare ();
  application = jx_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
