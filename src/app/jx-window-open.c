/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "app/jx-file-chooser.h"
#include "app/jx-import-dialog.h"
#include "app/jx-recent.h"
#include "app/jx-settings.h"
#include "base/jx-place.h"
#include "model/jx-item-build.h"
#include "model/jx-take-over.h"

/* Everything that puts a document into a window. */

typedef enum
{
  OPEN_ITSELF,
  OPEN_SAMPLE,    /* shown without its file, so that it is not written over */
  OPEN_NEXT_YEAR, /* a new document, begun with what was planned in this one */
} JxOpening;

/* One path for one file, links followed, so that it is found again under any of its names. */
static char *
canonical_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);

  free (real);
  return copy;
}

char *
jx_window_dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_filename_display_name (name);
}

static void
show_loaded (JxWindow *self, const char *path, JxLoaded *loaded, JxOpening how)
{
  g_autofree char *name = jx_window_dup_stem (path);
  gboolean own_file = loaded->report == NULL && how == OPEN_ITSELF;
  g_autoptr (JxDocument) next = how == OPEN_NEXT_YEAR ? jx_take_over_document (loaded->document, 1) : NULL;
  g_autoptr (JxSession) session = jx_session_new (next != NULL ? next : loaded->document, own_file ? path : NULL,
                                                  loaded->etag, next == NULL ? name : NULL);

  if (loaded->report != NULL || next != NULL)
    jx_history_mark_unsaved (jx_session_get_history (session));
  /* Only a file read again replaces a document, and whoever asks for that gives up what is unsaved. */
  if (self->drafts != NULL)
    jx_draft_keeper_discard (self->drafts);
  jx_window_set_session (self, session);
  gtk_window_present (GTK_WINDOW (self));
  if (own_file)
    jx_recent_add_later (session);
  if (loaded->report != NULL)
    {
      jx_window_note_origin (self);
      jx_window_show_form (self, jx_report_get_form (loaded->report, NULL));
    }
  if (loaded->report != NULL)
    jx_import_dialog_present (self, g_steal_pointer (&loaded->report));
}

static void
touched_cb (JxWindow *self)
{
  self->touched = TRUE;
}

/* Whoever asked to read the file again gave up what was unsaved then, not what came since. Returns: whether something did. */
static gboolean
is_touched (JxWindow *self)
{
  if (self->session == NULL)
    return FALSE;

  jx_window_commit (self);
  g_signal_handlers_disconnect_by_func (jx_session_get_document (self->session), touched_cb, self);

  return self->touched;
}

static void
read_cb (JxWindow *self, const char *path, JxLoaded *loaded, int how)
{
  gboolean touched = is_touched (self);

  g_clear_pointer (&self->opening, g_free);
  if (touched && loaded != NULL)
    {
      jx_window_ask_before_reloading (self, NULL);
      return;
    }

  if (loaded != NULL)
    {
      show_loaded (self, path, loaded, how);
      return;
    }

  if (self->session == NULL)
    jx_window_set_session (self, NULL);
  gtk_window_present (GTK_WINDOW (self));
}

static void
start_reading (JxWindow *self, const char *path, JxOpening how)
{
  self->opening = canonical_path (path);
  jx_window_read (self, self->opening, read_cb, how);
}

/* A window for one more document: this one while it has none. */
static JxWindow *
get_free_window (JxWindow *self)
{
  if (jx_window_is_empty (self))
    return self;

  return jx_window_new (JX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
chosen_cb (GtkWindow *parent, const char *path)
{
  jx_window_open_elsewhere (JX_WINDOW (parent), path);
}

static char *
find_sample (void)
{
  g_autofree char *share = jx_place_dup_share_dir ();
  g_autofree char *folder = g_build_filename (share, "jixiao", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".jixiao"))
      return g_build_filename (folder, name, NULL);

  return NULL;
}

void
jx_window_open (JxWindow *self, const char *path)
{
  g_return_if_fail (JX_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  start_reading (get_free_window (self), path, OPEN_ITSELF);
}

gboolean
jx_window_holds (JxWindow *self, const char *path)
{
  g_autofree char *canonical = NULL;
  const char *held = NULL;

  g_return_val_if_fail (JX_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  canonical = canonical_path (path);
  held = self->session != NULL ? jx_session_get_path (self->session) : self->opening;
  return g_strcmp0 (held, canonical) == 0;
}

void
jx_window_open_elsewhere (JxWindow *self, const char *path)
{
  jx_application_open (JX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), GTK_WINDOW (self), path);
}

void
jx_window_reload (JxWindow *self)
{
  if (self->reading != NULL)
    return;

  self->touched = FALSE;
  g_signal_connect_object (jx_session_get_document (self->session), "settled", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  start_reading (self, jx_session_get_path (self->session), OPEN_ITSELF);
}

/* What the user's preferences say of new documents. */
static void
fill_in (JxItem *root)
{
  static const struct
  {
    JxField field;
    const char *key;
  } fields[] = {
    { JX_FIELD_REGION, "new-region" },
    { JX_FIELD_UNIT_CODE, "new-unit-code" },
    { JX_FIELD_UNIT_NAME, "new-unit-name" },
    { JX_FIELD_PROFILE, "new-profile" },
  };
  GSettings *settings = jx_settings_get ();

  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = g_strstrip (g_settings_get_string (settings, fields[i].key));

      if (*text != '\0')
        jx_item_init (root, fields[i].field, text);
    }
}

void
jx_window_new_document (JxWindow *self, GVariant *parameter)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now));
  g_autoptr (JxSession) session = NULL;
  JxWindow *window = get_free_window (self);

  jx_item_init (jx_document_get_root (document), JX_FIELD_YEAR, year);
  fill_in (jx_document_get_root (document));
  jx_document_finish_building (document);
  session = jx_session_new (document, NULL, NULL, NULL);
  jx_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  /* The year is there; what comes next is hers to write. */
  jx_window_reveal (window, jx_document_get_root (document), JX_FIELD_REGION);
}

void
jx_window_open_another (JxWindow *self, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (jx_window_new (JX_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))))));
}

void
jx_window_choose_document (JxWindow *self, GVariant *parameter)
{
  static const char * const patterns[] = { "*.jixiao", NULL };

  jx_file_chooser_open (GTK_WINDOW (self), _("Open a Goal Document"), _("Goal documents"), patterns, chosen_cb);
}

void
jx_window_begin_next_year (JxWindow *self, const char *path)
{
  start_reading (get_free_window (self), path, OPEN_NEXT_YEAR);
}

static void
last_year_chosen_cb (GtkWindow *parent, const char *path)
{
  jx_window_begin_next_year (JX_WINDOW (parent), path);
}

void
jx_window_choose_last_year (JxWindow *self, GVariant *parameter)
{
  jx_file_chooser_open (GTK_WINDOW (self), _("Begin With Last Year’s Document"), NULL, NULL, last_year_chosen_cb);
}

void
jx_window_open_sample (JxWindow *self, GVariant *parameter)
{
  g_autofree char *path = find_sample ();

  if (path != NULL)
    start_reading (get_free_window (self), path, OPEN_SAMPLE);
  else
    jx_window_complain (self, _("There is no sample"), _("The sample document is not installed beside the program; install Jixiao again."));
}

void
jx_window_open_parameter (JxWindow *self, GVariant *parameter)
{
  jx_window_open_elsewhere (self, g_variant_get_string (parameter, NULL));
}
