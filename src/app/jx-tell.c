/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-tell.h"

#include <glib/gi18n-lib.h>

void
jx_tell_problem (GtkWindow *parent, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
jx_tell_written (GtkWindow *parent, AdwToastOverlay *toasts, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      text = g_strdup_printf (_("“%s” could not be written"), name);
      jx_tell_problem (parent, text, error->message);
      return;
    }

  text = g_strdup_printf (_("“%s” written"), name);
  title = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (toasts, adw_toast_new (title));
}
