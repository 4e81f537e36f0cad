/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

/* What others do to the session's file, and what can be done about it. */

static void
path_cb (JxSession *session, GParamSpec *pspec, JxWindow *self)
{
  jx_window_watch_file (self);
}

void
jx_window_watch_file (JxWindow *self)
{
  /* First the old one, whose note is taken away: the file may be the same. */
  jx_file_bar_set_watch (self->file_bar, NULL);
  g_clear_object (&self->file_watch);
  if (self->session == NULL)
    return;

  self->file_watch = jx_file_watch_new (self->session);
  jx_file_bar_set_watch (self->file_bar, self->file_watch);
  g_signal_handlers_disconnect_by_func (self->session, path_cb, self);
  g_signal_connect_object (self->session, "notify::title", G_CALLBACK (path_cb), self, 0);
}

/* A shared folder tells nothing: whoever comes back to the window is told what happened meanwhile. */
static void
active_cb (JxWindow *self, GParamSpec *pspec, gpointer user_data)
{
  if (self->file_watch != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    jx_file_watch_check (self->file_watch);
}

void
jx_window_init_file (JxWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

static void
reload_response_cb (AdwMessageDialog *dialog, const char *response, JxWindow *self)
{
  if (g_str_equal (response, "reload") && self->session != NULL)
    jx_window_reload (self);
}

void
jx_window_ask_before_reloading (JxWindow *self, GVariant *parameter)
{
  GtkWidget *widget = NULL;
  AdwMessageDialog *dialog = NULL;

  if (jx_window_commit_all (self) && !jx_session_get_modified (self->session))
    {
      jx_window_reload (self);
      return;
    }

  widget = adw_message_dialog_new (GTK_WINDOW (self), _("Reload the file?"), _("Your changes that are not saved will be lost."));
  dialog = ADW_MESSAGE_DIALOG (widget);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "reload", _("_Reload"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reload_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
jx_window_work_on_copy (JxWindow *self, GVariant *parameter)
{
  g_autofree char *title = jx_session_dup_title (self->session);
  /* Translators: the name of a document that is a copy of another */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), title);
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (JxSession) session = NULL;

  if (!jx_window_commit_all (self))
    return;

  document = jx_session_copy_document (self->session);
  session = jx_session_new (document, NULL, NULL, name);
  jx_history_mark_unsaved (jx_session_get_history (session));
  jx_draft_keeper_discard (self->drafts);
  jx_window_set_session (self, session);
}
