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

static void
fonts_asked_cb (AdwToast *toast, GtkWidget *toasts)
{
  jx_tell_problem (GTK_WINDOW (gtk_widget_get_root (toasts)), _("Other Type Faces Were Used"), g_object_get_data (G_OBJECT (toast), "fonts"));
}

void
jx_tell_written (GtkWindow *parent, AdwToastOverlay *toasts, const char *path, const char *fonts, const GError *error)
{
  AdwToast *toast = NULL;
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
  toast = adw_toast_new (title);
  if (fonts != NULL)
    {
      adw_toast_set_button_label (toast, _("Type Faces…"));
      g_object_set_data_full (G_OBJECT (toast), "fonts", g_strdup (fonts), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (fonts_asked_cb), toasts, 0);
    }
  adw_toast_overlay_add_toast (toasts, toast);
}
