/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-refused-dialog.h"
#include "app/jx-typing.h"

/* What keeps unsaved work safe, and brings it back. */

static void
failed_cb (JxDraftKeeper *keeper, const char *sentence, JxWindow *self)
{
  g_autofree char *text = g_strdup_printf (_("Unsaved work is not safe: %s"), sentence);

  jx_file_bar_set_warning (self->file_bar, text);
}

static void
kept_cb (JxDraftKeeper *keeper, JxWindow *self)
{
  jx_file_bar_set_warning (self->file_bar, NULL);
}

/* Of all tabs: what does not fit stays where it was typed. */
static void
add_refused (GtkWidget *widget, GPtrArray *refused)
{
  if (JX_IS_TYPING (widget))
    {
      jx_typing_add_refused (JX_TYPING (widget), refused);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_refused (child, refused);
}

static JxEdit *
dup_typed (GPtrArray *refused, gpointer window)
{
  JxTyping *typing = jx_typing_find (window);

  add_refused (window, refused);

  return typing != NULL ? jx_typing_dup_edit (typing) : NULL;
}

void
jx_window_note_typing (JxWindow *self, GVariant *parameter)
{
  if (self->drafts != NULL)
    jx_draft_keeper_note_typing (self->drafts);
}

void
jx_window_keep_drafts (JxWindow *self)
{
  if (self->drafts != NULL)
    jx_draft_keeper_stop (self->drafts);
  g_clear_object (&self->drafts);
  jx_file_bar_set_warning (self->file_bar, NULL);
  if (self->session == NULL)
    return;

  self->drafts = jx_draft_keeper_new (jx_draft_store_get_default (), self->session, dup_typed, self);
  g_signal_connect_object (self->drafts, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->drafts, "kept", G_CALLBACK (kept_cb), self, 0);
}

/* The window that shows the draft's file, if nothing was changed in it; else one without a document. */
static JxWindow *
choose_window (JxWindow *self, const char *path, gboolean *taken)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  *taken = FALSE;
  for (GList *l = gtk_application_get_windows (application); path != NULL && l != NULL; l = l->next)
    {
      JxWindow *window = JX_IS_WINDOW (l->data) ? l->data : NULL;

      if (window == NULL || !jx_window_holds (window, path))
        continue;
      if (window->session != NULL && !jx_session_get_modified (window->session))
        return window;
      *taken = TRUE;
    }

  return jx_window_is_empty (self) ? self : jx_window_new (JX_APPLICATION (application));
}

void
jx_window_recover (JxWindow *self, JxDraft *draft)
{
  gboolean own_file = draft->fit == JX_DRAFT_OF_SAME_FILE;
  gboolean taken = FALSE;
  JxWindow *window = choose_window (self, own_file ? draft->origin.path : NULL, &taken);
  g_autoptr (JxSession) session = NULL;

  own_file = own_file && !taken;
  session = jx_session_new (draft->document, own_file ? draft->origin.path : NULL,
                            own_file ? draft->origin.etag : NULL, draft->origin.name);
  jx_history_mark_unsaved (jx_session_get_history (session));
  jx_window_set_session (window, session);
  jx_draft_keeper_adopt (window->drafts, draft->file);
  gtk_window_present (GTK_WINDOW (window));
  if (draft->origin.path != NULL && !own_file)
    jx_window_toast (window, _("This is a new document: its file is not what it was. Save it under another name."));
  if (draft->refused->len > 0)
    jx_refused_dialog_show (GTK_WINDOW (window), draft->refused);
}
