/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/jx-busy.h"
#include "app/jx-file-chooser.h"
#include "app/jx-loader.h"
#include "app/jx-take-in-dialog.h"

/* Taking colleagues' files into a document: chosen or dropped, one, many or a folder. */

/* A folder with more than this is hardly what a colleague sent. */
#define MAX_FILES 500
/* For how long what was read is held against the document before the next frame. */
#define SLICE_US 8000

/* Files read one after another. */
typedef struct
{
  JxWindow *window;
  JxSession *session; /* whose document they are taken into */
  JxImportPlan *plan;
  GPtrArray *paths;
  GBytes *copied; /* (nullable): what to read instead of a file; its name is the only path */
  guint next;
  GPtrArray *failures; /* names, each followed by a sentence */
  JxBusy *busy;
} Reading;

static void read_next (Reading *reading);
static gboolean match_cb (gpointer user_data);

static void
reading_free (Reading *reading)
{
  jx_busy_free (reading->busy);
  g_object_unref (reading->window);
  g_object_unref (reading->session);
  g_clear_pointer (&reading->plan, jx_import_plan_free);
  g_ptr_array_unref (reading->paths);
  g_clear_pointer (&reading->copied, g_bytes_unref);
  g_ptr_array_unref (reading->failures);
  g_free (reading);
}

/* What is being typed meanwhile belongs to the document, which then is matched anew. */
static void
finish (Reading *reading)
{
  JxWindow *self = reading->window;

  if (self->session == reading->session)
    jx_window_commit (self);
  if (jx_import_plan_step (reading->plan, SLICE_US))
    {
      g_idle_add_full (G_PRIORITY_LOW, match_cb, reading, NULL);
      return;
    }

  g_clear_pointer (&reading->busy, jx_busy_free);
  g_clear_object (&self->reading);
  if (jx_import_plan_count_sources (reading->plan) > 0)
    jx_take_in_dialog_present (self, reading->session, g_steal_pointer (&reading->plan), reading->failures);
  else if (reading->failures->len > 0)
    {
      g_autofree char *heading = g_strdup_printf (_("“%s” could not be opened"), (char *) reading->failures->pdata[0]);

      jx_window_complain (self, heading, reading->failures->pdata[1]);
    }
  reading_free (reading);
}

/* The sentence without the file's name, which stands over it. */
static char *
dup_sentence (const char *message, const char *path)
{
  gsize length = strlen (path);

  return g_strdup (g_str_has_prefix (message, path) && g_str_has_prefix (message + length, ": ") ? message + length + 2 : message);
}

/* The window is gone, or the user stopped it. */
static gboolean
is_given_up (Reading *reading)
{
  JxWindow *self = reading->window;

  return gtk_widget_in_destruction (GTK_WIDGET (self)) || self->reading == NULL || g_cancellable_is_cancelled (self->reading);
}

static void
give_up (Reading *reading)
{
  g_clear_object (&reading->window->reading);
  reading_free (reading);
}

static gboolean
match_cb (gpointer user_data)
{
  Reading *reading = user_data;

  if (is_given_up (reading))
    {
      give_up (reading);
      return G_SOURCE_REMOVE;
    }
  if (jx_import_plan_step (reading->plan, SLICE_US))
    return G_SOURCE_CONTINUE;

  jx_busy_report (reading->busy, reading->next, reading->paths->len);
  read_next (reading);
  return G_SOURCE_REMOVE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxLoaded) loaded = jx_loader_read_finish (result, &error);
  g_autofree char *name = g_filename_display_basename (reading->paths->pdata[reading->next]);

  if (is_given_up (reading))
    {
      give_up (reading);
      return;
    }

  if (loaded != NULL)
    {
      jx_import_plan_add (reading->plan, loaded->document, name, g_steal_pointer (&loaded->report));
    }
  else
    {
      g_ptr_array_add (reading->failures, g_steal_pointer (&name));
      g_ptr_array_add (reading->failures, dup_sentence (error->message, reading->paths->pdata[reading->next]));
    }
  reading->next++;
  g_idle_add_full (G_PRIORITY_LOW, match_cb, reading, NULL);
}

static void
read_next (Reading *reading)
{
  if (reading->next == reading->paths->len)
    finish (reading);
  else if (reading->copied != NULL)
    jx_loader_read_copied_async (reading->copied, reading->paths->pdata[0], reading->window->reading, read_cb, reading);
  else
    jx_loader_read_async (reading->paths->pdata[reading->next], reading->window->reading, read_cb, reading);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = g_utf8_collate_key_for_filename (*(char **) a, -1);
  g_autofree char *right = g_utf8_collate_key_for_filename (*(char **) b, -1);

  return strcmp (left, right);
}

/* @path itself, or the files in it where it is a folder; hidden ones and those office programs keep while they work are nobody's. */
static void
add_files (GPtrArray *paths, const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_dir_open (path, 0, NULL) : NULL;
  g_autoptr (GPtrArray) inside = g_ptr_array_new ();
  const char *name = NULL;

  if (dir == NULL)
    {
      g_ptr_array_add (paths, g_strdup (path));
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (*name != '.' && *name != '~' && g_file_test (file, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (inside, g_steal_pointer (&file));
    }
  g_ptr_array_sort (inside, compare_paths);
  for (guint i = 0; i < inside->len; i++)
    g_ptr_array_add (paths, inside->pdata[i]);
}

/* What the files are taken into: the document, or, where there is none, a new one that is shown only
 * once something was taken. */
static JxSession *
get_session (JxWindow *self, const char *path)
{
  g_autoptr (JxDocument) document = NULL;
  g_autofree char *name = NULL;

  if (self->session != NULL)
    return g_object_ref (self->session);

  document = jx_document_new ();
  jx_document_finish_building (document);
  name = jx_window_dup_stem (path);
  return jx_session_new (document, NULL, NULL, name);
}

/* @paths: (transfer full). */
static void
start_reading (JxWindow *self, GPtrArray *paths, GBytes *copied)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (self);
  reading->session = get_session (self, paths->pdata[0]);
  reading->plan = jx_import_plan_new (jx_session_get_document (reading->session));
  reading->paths = paths;
  reading->copied = copied != NULL ? g_bytes_ref (copied) : NULL;
  reading->failures = g_ptr_array_new_with_free_func (g_free);
  self->reading = g_cancellable_new ();
  reading->busy = jx_busy_new (GTK_WINDOW (self), _("Reading the files"), self->reading);
  read_next (reading);
}

void
jx_window_take_in_copied (JxWindow *self, GBytes *contents)
{
  GPtrArray *names;

  if (self->reading != NULL || (self->session != NULL && !jx_window_commit (self)))
    return;

  names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (names, g_strdup (_("Clipboard")));
  start_reading (self, names, contents);
}

void
jx_window_take_in (JxWindow *self, char **chosen)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; chosen[i] != NULL; i++)
    add_files (paths, chosen[i]);
  if (self->reading != NULL || (self->session != NULL && !jx_window_commit (self)))
    return;
  if (paths->len == 0)
    {
      jx_window_complain (self, _("There is nothing to take in"), _("The folder holds no files; choose another."));
      return;
    }
  if (paths->len > MAX_FILES)
    {
      g_autofree char *sentence = g_strdup_printf (_("There are %u files; choose at most %u at once."), paths->len, MAX_FILES);

      jx_window_complain (self, _("These are too many files"), sentence);
      return;
    }
  if (self->session == NULL && paths->len == 1)
    {
      jx_window_open_elsewhere (self, paths->pdata[0]);
      return;
    }

  start_reading (self, g_steal_pointer (&paths), NULL);
}

static void
chosen_cb (GtkWindow *parent, char **paths)
{
  jx_window_take_in (JX_WINDOW (parent), paths);
}

void
jx_window_choose_import (JxWindow *self, GVariant *parameter)
{
  jx_file_chooser_open_many (GTK_WINDOW (self), _("Take In Colleagues’ Files"), FALSE, chosen_cb);
}

void
jx_window_choose_import_folder (JxWindow *self, GVariant *parameter)
{
  jx_file_chooser_open_many (GTK_WINDOW (self), _("Take In a Folder"), TRUE, chosen_cb);
}

gboolean
jx_window_drop (JxWindow *self, GSList *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) theirs = NULL;
  gboolean taken = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path == NULL)
        continue;
      taken = TRUE;
      /* A goal document is opened; what colleagues wrote is taken in. */
      if (g_str_has_suffix (path, ".jixiao"))
        jx_window_open_elsewhere (self, path);
      else
        g_strv_builder_add (builder, path);
    }
  theirs = g_strv_builder_end (builder);
  if (theirs[0] != NULL)
    jx_window_take_in (self, theirs);

  return taken;
}
