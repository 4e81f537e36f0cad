/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-compare-window.h"
#include "app/jx-file-chooser.h"

/* How the document differs: from another one, and from what it was. */

/* What a document is read for. */
enum
{
  COMPARE_OTHER,
  COMPARE_BEFORE, /* it is the document's own file */
};

static void
present (JxWindow *self, GPtrArray *with, gboolean before)
{
  if (self->comparing != NULL)
    gtk_window_destroy (self->comparing);
  g_set_weak_pointer (&self->comparing, jx_compare_window_present (self, with, before));
}

/* @saved: (nullable): what the document's file holds. */
static void
present_changes (JxWindow *self, JxDocument *saved)
{
  GPtrArray *with = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_compare_with_free);

  if (saved != NULL)
    g_ptr_array_add (with, jx_compare_with_new (_("As saved"), saved));
  if (self->origin != NULL)
    g_ptr_array_add (with, jx_compare_with_new (_("As taken in"), self->origin));
  if (with->len == 0)
    {
      g_autoptr (JxDocument) blank = jx_document_new ();

      jx_document_finish_building (blank);
      g_ptr_array_add (with, jx_compare_with_new (_("When it was blank"), blank));
    }
  present (self, with, TRUE);
}

static void
read_cb (JxWindow *self, const char *path, JxLoaded *loaded, int how)
{
  if (loaded == NULL || self->session == NULL)
    return;

  if (how == COMPARE_BEFORE)
    {
      present_changes (self, loaded->document);
    }
  else
    {
      g_autofree char *name = g_filename_display_basename (path);
      GPtrArray *with = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_compare_with_free);

      g_ptr_array_add (with, jx_compare_with_new (name, loaded->document));
      present (self, with, FALSE);
    }
}

static void
start_reading (JxWindow *self, const char *path, int how)
{
  if (self->reading == NULL)
    jx_window_read (self, path, read_cb, how);
}

void
jx_window_compare_with (JxWindow *self, const char *path)
{
  start_reading (self, path, COMPARE_OTHER);
}

static void
chosen_cb (GtkWindow *parent, const char *path)
{
  jx_window_compare_with (JX_WINDOW (parent), path);
}

void
jx_window_compare (JxWindow *self, GVariant *parameter)
{
  if (jx_window_commit (self))
    jx_file_chooser_open (GTK_WINDOW (self), _("Compare With a Document"), NULL, NULL, chosen_cb);
}

void
jx_window_compare_file (JxWindow *self, GVariant *parameter)
{
  if (jx_window_commit (self))
    jx_window_compare_with (self, jx_session_get_path (self->session));
}

void
jx_window_show_changes (JxWindow *self, GVariant *parameter)
{
  if (!jx_window_commit (self))
    return;

  if (jx_session_get_path (self->session) != NULL)
    start_reading (self, jx_session_get_path (self->session), COMPARE_BEFORE);
  else
    present_changes (self, NULL);
}

void
jx_window_note_origin (JxWindow *self)
{
  g_clear_object (&self->origin);
  self->origin = jx_session_copy_document (self->session);
}

void
jx_window_forget_origin (JxWindow *self)
{
  g_clear_object (&self->origin);
  if (self->comparing != NULL)
    gtk_window_destroy (self->comparing);
  g_clear_weak_pointer (&self->comparing);
}
