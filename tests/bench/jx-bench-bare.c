/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-bench-bare: what jx-bench-frame is held against: an AdwApplicationWindow with a label and
 * nothing else. Prints the same two numbers. */

#include <adwaita.h>
#include <stdlib.h>
#include <sys/resource.h>

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
activate_cb (GtkApplication *application, gpointer user_data)
{
  GtkWidget *window = adw_application_window_new (application);

  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("绩效"));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  begin = g_get_monotonic_time ();
  application = adw_application_new ("io.github.jixiao.Bare", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
