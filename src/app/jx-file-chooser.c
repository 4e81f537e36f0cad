/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-file-chooser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *native; /* ours until the answer is there */
  GtkWindow *parent;            /* weak */
  char **suffixes;
  JxFileChosen chosen;
  JxFilesChosen chosen_many;    /* instead, of several */
} Question;

static void
question_free (Question *question)
{
  g_clear_weak_pointer (&question->parent);
  g_object_unref (question->native);
  g_strfreev (question->suffixes);
  g_free (question);
}

static char *
add_suffix (const char *path, const char * const *suffixes)
{
  for (guint i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    if (g_str_has_suffix (path, suffixes[i]))
      return g_strdup (path);

  return g_strconcat (path, suffixes != NULL ? suffixes[0] : NULL, NULL);
}

/* A name we put a suffix to was never asked about by the chooser: it may be another's file. */
static void
overwrite_response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "jx-path");

  if (g_str_equal (response, "replace") && question->parent != NULL)
    question->chosen (question->parent, path);
  question_free (question);
}

static void
ask_overwrite (Question *question, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *body = g_strdup_printf (_("There is a file “%s” already. Its contents will be lost."), name);
  GtkWidget *dialog = adw_message_dialog_new (question->parent, _("Replace the file?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "jx-path", g_strdup (path), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (overwrite_response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_many (Question *question)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (question->native));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  question->chosen_many (question->parent, paths);
  question_free (question);
}

static void
response_cb (GtkNativeDialog *native, int response, Question *question)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = chosen != NULL ? add_suffix (chosen, (const char * const *) question->suffixes) : NULL;

  gtk_native_dialog_hide (native);
  if (response != GTK_RESPONSE_ACCEPT || path == NULL || question->parent == NULL)
    {
      question_free (question);
      return;
    }
  if (question->chosen_many != NULL)
    {
      tell_many (question);
      return;
    }
  if (!g_str_equal (path, chosen) && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ask_overwrite (question, path);
      return;
    }

  question->chosen (question->parent, path);
  question_free (question);
}

static Question *
question_new (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept, JxFileChosen chosen)
{
  Question *question = g_new0 (Question, 1);

  question->native = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  question->chosen = chosen;
  g_set_weak_pointer (&question->parent, parent);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->native), TRUE);
  g_signal_connect (question->native, "response", G_CALLBACK (response_cb), question);

  return question;
}

static void
add_filter (Question *question, const char *name, const char * const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (question->native), filter);
}

void
jx_file_chooser_open (GtkWindow *parent, const char *title, const char *filter_name, const char * const *patterns, JxFileChosen chosen)
{
  static const char * const all[] = { "*", NULL };
  Question *question = question_new (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), chosen);

  if (patterns != NULL)
    add_filter (question, filter_name, patterns);
  add_filter (question, _("All files"), all);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
}

void
jx_file_chooser_open_many (GtkWindow *parent, const char *title, gboolean folder, JxFilesChosen chosen)
{
  Question *question = question_new (parent, title, folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);

  question->chosen_many = chosen;
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (question->native), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
}

void
jx_file_chooser_save (GtkWindow *parent, const char *title, const char *folder, const char *stem, const char * const *suffixes, JxFileChosen chosen)
{
  Question *question = question_new (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), chosen);
  g_autofree char *name = g_strconcat (stem, suffixes[0], NULL);
  g_autoptr (GFile) place = folder != NULL ? g_file_new_for_path (folder) : NULL;

  question->suffixes = g_strdupv ((char **) suffixes);
  if (place != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (question->native), place, NULL);
  g_strdelimit (name, "/", '_');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->native), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
}
