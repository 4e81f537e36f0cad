/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-stall.h"

#include <adwaita.h>
#include <time.h>

#define BEAT_MS 2
/* No turn of the loop longer than CALM_MS for so long: it is at rest. */
#define REST_MS 250
#define CALM_MS 8

static guint beat_id;
static gint64 begun;
static gint64 last;    /* beat */
static gint64 busy_to; /* the end of the last turn that was no rest */
static gint64 last_own;
static gint64 longest;
static gint64 longest_own; /* our own work of the longest */
static gint64 worst;
static gint64 worst_own;
static gboolean progress_seen;

static gboolean
is_progress_shown (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && GTK_IS_PROGRESS_BAR (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (toplevel))))
        return TRUE;
    }

  return FALSE;
}

/* Processor time of the main thread: on a machine that is busy with other things the other figures are more than ours. */
static gint64
get_own_us (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

/* Before all else in each turn of the loop. */
static gboolean
beat_cb (gpointer user_data)
{
  gint64 now = g_get_monotonic_time ();
  gint64 gap = now - last;
  gint64 own = get_own_us ();

  if (gap > longest)
    {
      longest = gap;
      longest_own = own - last_own;
    }
  if (gap > CALM_MS * 1000)
    busy_to = now;
  if (is_progress_shown ())
    {
      progress_seen = TRUE;
      busy_to = now;
    }
  last = now;
  last_own = own;

  return G_SOURCE_CONTINUE;
}

void
jx_stall_begin (void)
{
  longest = longest_own = 0;
  last_own = get_own_us ();
  progress_seen = FALSE;
  begun = last = busy_to = g_get_monotonic_time ();
  beat_id = g_timeout_add_full (G_PRIORITY_HIGH - 50, BEAT_MS, beat_cb, NULL, NULL);
}

void
jx_stall_wait (void)
{
  g_main_context_iteration (NULL, TRUE);
}

void
jx_stall_end (const char *name)
{
  busy_to = MAX (busy_to, g_get_monotonic_time ());
  while (last - busy_to < REST_MS * 1000)
    jx_stall_wait ();
  g_source_remove (beat_id);
  worst = MAX (worst, longest);
  worst_own = MAX (worst_own, longest_own);
  g_print ("%-44s | %8.1f | %8.1f | %8.1f | %s\n", name, longest / 1e3, longest_own / 1e3, (busy_to - begun) / 1e3, progress_seen ? "progress" : "");
}

double
jx_stall_get_worst (double *own)
{
  *own = worst_own / 1e3;

  return worst / 1e3;
}
