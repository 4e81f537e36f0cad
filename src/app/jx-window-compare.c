/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-busy.h"
#include "app/jx-compare-window.h"
#include "app/jx-file-chooser.h"
#include "app/jx-loader.h"

/* How the document differs: from another one, and from what it was. */

/* A document being read to compare with. */
typedef struct
{
  JxWindow *window;
  char *path;
  gboolean before; /* it is the document's own file */
  JxBusy *busy;
} Reading;

static void
reading_free (Reading *reading)
{
  jx_busy_free (reading->busy);
  g_object_unref (reading->window);
  g_free (reading->path);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

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
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxLoaded) loaded = jx_loader_read_finish (result, &error);
  JxWindow *self = reading->window;
  g_autofree char *name = g_filename_display_basename (reading->path);

  g_clear_pointer (&reading->busy, jx_busy_free);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->reading == NULL || self->session == NULL)
    return;

  g_clear_object (&self->reading);
  if (loaded == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *heading = g_strdup_printf (_("“%s” could not be opened"), name);

      jx_window_complain (self, heading, error->message);
    }
  if (loaded == NULL)
    return;

  if (reading->before)
    {
      present_changes (self, loaded->document);
    }
  else
    {
      GPtrArray *with = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_compare_with_free);

      g_ptr_array_add (with, jx_compare_with_new (name, loaded->document));
      present (self, with, FALSE);
    }
}

static void
start_reading (JxWindow *self, const char *path, gboolean before)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Reading “%s”"), name);
  Reading *reading = NULL;

  if (self->reading != NULL)
    return;

  reading = g_new0 (Reading, 1);
  reading->window = g_object_ref (self);
  reading->path = g_strdup (path);
  reading->before = before;
  self->reading = g_cancellable_new ();
  reading->busy = jx_busy_new (GTK_WINDOW (self), heading, self->reading);
  jx_loader_read_async (path, self->reading, read_cb, reading);
}

void
jx_window_compare_with (JxWindow *self, const char *path)
{
  start_reading (self, path, FALSE);
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
    start_reading (self, jx_session_get_path (self->session), TRUE);
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
