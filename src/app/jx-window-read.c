/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-busy.h"

/* A file being read for a window, behind a note that can stop it. */
typedef struct
{
  JxWindow *window;
  char *path;
  JxBusy *busy;
  JxWindowRead done;
  int how;
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
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxLoaded) loaded = jx_loader_read_finish (result, &error);
  JxWindow *self = reading->window;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  g_clear_pointer (&reading->busy, jx_busy_free);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->reading == NULL)
    return;

  g_clear_object (&self->reading);
  reading->done (self, reading->path, loaded, reading->how);
  if (loaded != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  name = g_filename_display_basename (reading->path);
  heading = g_strdup_printf (_("“%s” could not be opened"), name);
  jx_window_complain (self, heading, error->message);
}

void
jx_window_read (JxWindow *self, const char *path, JxWindowRead done, int how)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("Reading “%s”"), name);
  Reading *reading = g_new0 (Reading, 1);

  g_assert (self->reading == NULL);

  self->reading = g_cancellable_new ();
  reading->window = g_object_ref (self);
  reading->path = g_strdup (path);
  reading->done = done;
  reading->how = how;
  reading->busy = jx_busy_new (GTK_WINDOW (self), heading, self->reading);
  jx_loader_read_async (path, self->reading, read_cb, reading);
}
