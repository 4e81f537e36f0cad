/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/jx-actions.h"
#include "app/jx-closed-menus.h"
#include "app/jx-draft-dialog.h"
#include "app/jx-draft-store.h"
#include "app/jx-library-keeper.h"
#include "app/jx-settings.h"
#include "app/jx-spoken.h"
#include "app/jx-window.h"
#include "base/jx-place.h"
#include "exchange/jx-soffice.h"

struct _JxApplication
{
  AdwApplication parent_instance;

  gboolean offered;  /* what an earlier run left unsaved */
  gboolean reopened; /* what was open when it ended */
  gboolean quitting; /* windows close one after another, and all were open when the program ended */
};

G_DEFINE_FINAL_TYPE (JxApplication, jx_application, ADW_TYPE_APPLICATION)

static void
apply_color_scheme (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme scheme = g_str_equal (name, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                          : g_str_equal (name, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                       : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* The window that holds @path, or one that holds nothing yet; @from before others. */
static JxWindow *
find_window (JxApplication *self, GtkWindow *from, const char *path)
{
  JxWindow *empty = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (!JX_IS_WINDOW (l->data))
        continue;
      if (jx_window_holds (l->data, path))
        return l->data;
      if (jx_window_is_empty (l->data) && (empty == NULL || l->data == (gpointer) from))
        empty = l->data;
    }

  return empty;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  jx_application_remember_documents (user_data);
  JX_APPLICATION (user_data)->quitting = TRUE;

  /* Each window asks about what is unsaved in it; the program ends with the last of them. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (JX_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
add_actions (JxApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
follow_settings (JxApplication *self)
{
  GSettings *settings = jx_settings_get ();

  if (settings == NULL)
    return;

  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), self, 0);
  apply_color_scheme (settings);
}

/* Once a run: what is said each time nobody reads. */
static void
library_failed_cb (JxLibraryKeeper *keeper, const char *sentence, JxApplication *self)
{
  g_autofree char *text = g_strdup_printf (_("The indicator library is not kept: %s"), sentence);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (JX_IS_WINDOW (l->data))
      {
        jx_window_toast (l->data, text);
        g_signal_handlers_disconnect_by_func (keeper, library_failed_cb, self);
        return;
      }
}

static gpointer
clear_left (gpointer data)
{
  jx_soffice_clear_left ();

  return NULL;
}

static gboolean
enable_debugging (GtkWindow *window, gboolean toggle)
{
  return GDK_EVENT_STOP;
}

/* Ctrl+Shift+D is ours, and where it can do nothing GTK would offer a tool for programmers: in every kind of
 * window, for those that are made later take it from this one. */
static void
keep_key (void)
{
  GtkWindowClass *all = g_type_class_ref (GTK_TYPE_WINDOW);

  all->enable_debugging = enable_debugging;
  g_type_class_unref (all);
}

static void
jx_application_startup (GApplication *application)
{
  keep_key ();
  G_APPLICATION_CLASS (jx_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (JX_APPLICATION_ID);
  jx_spoken_start ();
  jx_closed_menus_start ();
  add_actions (JX_APPLICATION (application));
  follow_settings (JX_APPLICATION (application));
  jx_actions_set_accelerators (GTK_APPLICATION (application));
  g_signal_connect_object (jx_library_keeper_get_default (), "failed", G_CALLBACK (library_failed_cb), application, 0);
  /* Colleagues' files that lie about since a run that was killed. Nobody waits for it. */
  g_thread_unref (g_thread_new ("clear-left", clear_left, NULL));
}

/* Once a run: what is left for another time then is left until the next start. */
static void
offer_drafts (JxApplication *self)
{
  if (!self->offered)
    jx_draft_dialog_offer (self);
  self->offered = TRUE;
}

static void
jx_application_shutdown (GApplication *application)
{
  jx_draft_store_close_default ();
  jx_library_keeper_close_default ();
  G_APPLICATION_CLASS (jx_application_parent_class)->shutdown (application);
}

/* Once a run, where the user wants it. */
static void
reopen_documents (JxApplication *self)
{
  GSettings *settings = jx_settings_get ();
  g_auto (GStrv) paths = NULL;

  if (self->reopened || settings == NULL || !g_settings_get_boolean (settings, "reopen"))
    return;

  self->reopened = TRUE;
  paths = g_settings_get_strv (settings, "open-documents");
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      jx_application_open (self, NULL, paths[i]);
}

/* With the last window the program ends, and its document was open then. */
static void
jx_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  JxApplication *self = JX_APPLICATION (application);
  gboolean last = TRUE;

  GTK_APPLICATION_CLASS (jx_application_parent_class)->window_removed (application, window);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    last = last && !JX_IS_WINDOW (l->data);
  if (!last && !self->quitting && JX_IS_WINDOW (window))
    jx_application_remember_documents (self);
}

static void
jx_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      reopen_documents (JX_APPLICATION (application));
      window = gtk_application_get_active_window (GTK_APPLICATION (application));
    }
  if (window == NULL)
    window = GTK_WINDOW (jx_window_new (JX_APPLICATION (application)));

  gtk_window_present (window);
  offer_drafts (JX_APPLICATION (application));
}

static void
jx_application_open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      jx_application_open (JX_APPLICATION (application), NULL, path != NULL ? path : uri);
    }
  offer_drafts (JX_APPLICATION (application));
}

static int
jx_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("jixiao %s\n", JX_VERSION);
  return 0;
}

static void
jx_application_class_init (JxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = jx_application_startup;
  application_class->shutdown = jx_application_shutdown;
  application_class->activate = jx_application_activate;
  application_class->open = jx_application_open_files;
  application_class->handle_local_options = jx_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = jx_application_window_removed;
}

static void
jx_application_init (JxApplication *self)
{
  static const GOptionEntry entries[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL }
  };
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_parameter_string (application, _("[FILE…]"));
  g_application_set_option_context_summary (application, _("Jixiao: budget performance goals. FILE is a goal document or a colleague's file to take in."));
}

/* Before the first message. What the user chose goes before what the system says. */
static void
choose_language (void)
{
  GSettings *settings = jx_settings_get ();
  g_autofree char *language = settings != NULL ? g_settings_get_string (settings, "language") : NULL;

  if (language == NULL || g_str_equal (language, "system"))
    return;

  g_setenv ("LANGUAGE", language, TRUE);
  /* Where nothing at all is set up messages are never translated. */
  if (g_strcmp0 (setlocale (LC_MESSAGES, ""), "C") == 0)
    g_setenv ("LC_MESSAGES", "C.UTF-8", TRUE);
}

void
jx_application_prepare (void)
{
  /* GTK starts GL even where nothing needs it; that is half of the time to the first frame. */
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  choose_language ();
  jx_place_init_text ();
  g_set_application_name (_("Jixiao"));
}

JxApplication *
jx_application_new (void)
{
  return g_object_new (JX_TYPE_APPLICATION,
                       "application-id", JX_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

void
jx_application_open (JxApplication *self, GtkWindow *from, const char *path)
{
  JxWindow *window = NULL;

  g_return_if_fail (JX_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  window = find_window (self, from, path);
  if (window == NULL)
    window = jx_window_new (self);

  if (jx_window_holds (window, path))
    gtk_window_present (GTK_WINDOW (window));
  else
    jx_window_open (window, path);
}

void
jx_application_remember_documents (JxApplication *self)
{
  GSettings *settings = jx_settings_get ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_return_if_fail (JX_IS_APPLICATION (self));

  self->quitting = FALSE;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      JxSession *session = JX_IS_WINDOW (l->data) ? jx_window_get_session (l->data) : NULL;

      if (session != NULL && jx_session_get_path (session) != NULL)
        g_ptr_array_insert (paths, 0, (gpointer) jx_session_get_path (session));
    }
  g_ptr_array_add (paths, NULL);
  if (settings != NULL)
    g_settings_set_strv (settings, "open-documents", (const char *const *) paths->pdata);
}
