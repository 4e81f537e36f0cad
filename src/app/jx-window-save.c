/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-file-chooser.h"
#include "app/jx-recent.h"
#include "app/jx-save.h"

static const char * const suffixes[] = { ".jixiao", NULL };

static void save (JxWindow *self);
static void save_as (JxWindow *self);

/* A dialog outlives a window destroyed from its answer by a moment, in which GTK looks at its parent. */
static void
let_go_of_parent (AdwMessageDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
}

static void
failed_response_cb (AdwMessageDialog *dialog, const char *response, JxWindow *self)
{
  let_go_of_parent (dialog);
  if (self->session != NULL && g_str_equal (response, "save-as"))
    save_as (self);
  else
    self->closing = FALSE;
}

/* Whatever is wrong with the place, another one may do. */
static void
offer_another_place (JxWindow *self, const char *sentence)
{
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _("The document could not be saved"), sentence);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "close", _("_Close"), "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (failed_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was changed while it was written is asked about before the window goes. */
static void
go_on_closing (JxWindow *self)
{
  if (jx_session_get_modified (self->session))
    jx_window_ask_before_closing (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JxWindow) self = user_data;
  JxSession *session = JX_SESSION (source);
  g_autoptr (GError) backup_error = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  gboolean saved = jx_save_finish (session, result, &backup_error, &error);

  g_clear_pointer (&self->saving, jx_busy_free);
  if (self->session != session)
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->closing = FALSE;
      jx_window_toast (self, _("Saving was stopped; the changes are not saved"));
      return;
    }
  if (!saved)
    {
      offer_another_place (self, error->message);
      return;
    }

  jx_file_watch_check (self->file_watch);
  jx_recent_add_later (self->session);
  if (self->closing)
    {
      go_on_closing (self);
      return;
    }

  if (backup_error != NULL)
    warning = g_strdup_printf (_("Saved, but the version before could not be kept: %s"), backup_error->message);
  jx_window_toast (self, warning != NULL ? warning : _("Saved"));
}

static void
save_to (JxWindow *self, const char *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Saving “%s”"), name);

  self->saving = jx_busy_new (GTK_WINDOW (self), heading, cancellable);
  jx_save_async (self->session, path, cancellable, saved_cb, g_object_ref (self));
}

static void
save_as_chosen_cb (GtkWindow *parent, const char *path)
{
  JxWindow *self = JX_WINDOW (parent);

  if (self->session != NULL)
    save_to (self, path);
}

static void
stale_response_cb (AdwMessageDialog *dialog, const char *response, JxWindow *self)
{
  let_go_of_parent (dialog);
  if (self->session == NULL)
    return;

  if (g_str_equal (response, "overwrite"))
    save_to (self, jx_session_get_path (self->session));
  else if (g_str_equal (response, "save-as"))
    save_as (self);
  else
    {
      self->closing = FALSE;
      if (g_str_equal (response, "reload"))
        jx_window_reload (self);
    }
}

static void
ask_about_stale_file (JxWindow *self)
{
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _("The file was changed by somebody else"),
                                              _("Since it was read here another program has written it. “Overwrite” loses those changes, “Reload” loses yours."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "reload", _("_Reload"), "overwrite", _("_Overwrite"), "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stale_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
closing_response_cb (AdwMessageDialog *dialog, const char *response, JxWindow *self)
{
  let_go_of_parent (dialog);
  if (g_str_equal (response, "save"))
    {
      self->closing = TRUE;
      save (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      jx_draft_keeper_discard (self->drafts);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    jx_application_remember_documents (JX_APPLICATION (g_application_get_default ())); /* it does not end after all */
}

static void
save (JxWindow *self)
{
  const char *path = jx_session_get_path (self->session);

  if (self->saving != NULL)
    return;
  if (!jx_window_commit (self))
    self->closing = FALSE;
  else if (path == NULL)
    save_as (self);
  else if (jx_session_is_stale (self->session))
    ask_about_stale_file (self);
  else
    save_to (self, path);
}

static void
save_as (JxWindow *self)
{
  const char *path = jx_session_get_path (self->session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *title = jx_session_dup_title (self->session);

  if (self->saving != NULL)
    return;
  if (jx_window_commit (self))
    jx_file_chooser_save (GTK_WINDOW (self), _("Save the Document"), folder, title, suffixes, save_as_chosen_cb);
  else
    self->closing = FALSE;
}

/* Saving by itself closes nothing, also after a saving that was to close the window was given up. */
void
jx_window_save (JxWindow *self, GVariant *parameter)
{
  self->closing = FALSE;
  save (self);
}

void
jx_window_save_as (JxWindow *self, GVariant *parameter)
{
  self->closing = FALSE;
  save_as (self);
}

void
jx_window_ask_before_closing (JxWindow *self)
{
  g_autofree char *title = jx_session_dup_title (self->session);
  g_autofree char *heading = g_strdup_printf (_("Save the changes to “%s”?"), title);
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), heading, _("What is not saved will be lost."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  gtk_window_present (GTK_WINDOW (self));
  self->closing = FALSE;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (closing_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
