/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-busy.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PATIENCE_MS 500
#define TICK_MS 100

struct _JxBusy
{
  GtkWindow *parent; /* weak */
  char *heading;
  GCancellable *cancellable;
  guint source;
  GtkWidget *dialog; /* weak: it goes with the window it stands over */
  GtkWidget *bar;    /* of the dialog */
  int permille; /* atomic; -1: unknown */
};

static gboolean
tick_cb (gpointer user_data)
{
  JxBusy *busy = user_data;
  int permille = g_atomic_int_get (&busy->permille);

  if (busy->dialog == NULL)
    {
      busy->source = 0;
      return G_SOURCE_REMOVE;
    }
  if (permille < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (busy->bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (busy->bar), permille / 1000.);

  return G_SOURCE_CONTINUE;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, JxBusy *busy)
{
  g_clear_weak_pointer (&busy->dialog); /* it closes itself */
  g_clear_handle_id (&busy->source, g_source_remove);
  g_cancellable_cancel (busy->cancellable);
}

static gboolean
show_cb (gpointer user_data)
{
  JxBusy *busy = user_data;

  busy->source = 0;
  if (busy->parent == NULL)
    return G_SOURCE_REMOVE;

  gtk_window_present (busy->parent);
  g_set_weak_pointer (&busy->dialog, adw_message_dialog_new (busy->parent, busy->heading, NULL));
  busy->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (busy->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, busy->heading, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (busy->dialog), busy->bar);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (busy->dialog), "cancel", _("_Cancel"));
  g_signal_connect (busy->dialog, "response", G_CALLBACK (response_cb), busy);
  gtk_window_present (GTK_WINDOW (busy->dialog));
  busy->source = g_timeout_add (TICK_MS, tick_cb, busy);

  return G_SOURCE_REMOVE;
}

/* A window that closes needs no more what was being made for it. */
static void
parent_gone_cb (JxBusy *busy)
{
  g_clear_handle_id (&busy->source, g_source_remove);
  if (busy->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_func (busy->dialog, response_cb, busy);
      gtk_window_destroy (GTK_WINDOW (busy->dialog));
    }
  busy->dialog = NULL;
  g_cancellable_cancel (busy->cancellable);
}

JxBusy *
jx_busy_new (GtkWindow *parent, const char *heading, GCancellable *cancellable)
{
  JxBusy *busy = g_new0 (JxBusy, 1);

  g_set_weak_pointer (&busy->parent, parent);
  /* Whoever waits for the work keeps the window from its end, but not from going out of sight. */
  g_signal_connect_swapped (parent, "unrealize", G_CALLBACK (parent_gone_cb), busy);
  busy->heading = g_strdup (heading);
  busy->cancellable = g_object_ref (cancellable);
  busy->permille = -1;
  busy->source = g_timeout_add (PATIENCE_MS, show_cb, busy);

  return busy;
}

void
jx_busy_report (JxBusy *busy, guint done, guint total)
{
  g_atomic_int_set (&busy->permille, total > 0 ? (int) (1000. * done / total) : -1);
}

void
jx_busy_free (JxBusy *busy)
{
  if (busy == NULL)
    return;

  g_clear_handle_id (&busy->source, g_source_remove);
  if (busy->dialog != NULL)
    {
      GtkWidget *dialog = busy->dialog;

      g_clear_weak_pointer (&busy->dialog);
      g_signal_handlers_disconnect_by_func (dialog, response_cb, busy);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  if (busy->parent != NULL)
    g_signal_handlers_disconnect_by_func (busy->parent, parent_gone_cb, busy);
  g_clear_weak_pointer (&busy->parent);
  g_object_unref (busy->cancellable);
  g_free (busy->heading);
  g_free (busy);
}
