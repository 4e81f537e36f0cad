/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-preferences.h"

#include <glib/gi18n-lib.h>

#include "app/jx-settings.h"
#include "review/jx-profile.h"

struct _JxPreferences
{
  AdwPreferencesWindow parent_instance;

  GtkFileChooserNative *chooser;

  AdwComboRow *language;
  AdwComboRow *colors;
  AdwComboRow *profile;
  GtkSwitch *reopen;
  GtkSwitch *drafts;
  GtkSwitch *backup;
  GtkEditable *unit_name;
  GtkEditable *unit_code;
  GtkEditable *region;
  AdwActionRow *folder_row;
  GtkWidget *folder_clear;
};

G_DEFINE_FINAL_TYPE (JxPreferences, jx_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* A setting with a few values, and what they are called. */
typedef struct
{
  const char *value;
  const char *label;
} Choice;

static const Choice languages[] = { { "system", N_ ("As the system") }, { "zh_CN", "中文" }, { "en", "English" }, { NULL } };
static const Choice color_schemes[] = { { "system", N_ ("As the system") }, { "light", N_ ("Light") }, { "dark", N_ ("Dark") }, { NULL } };

/* Rows keep the values beside the labels: string lists of the same length. */
static gboolean
get_choice_cb (GValue *value, GVariant *variant, gpointer user_data)
{
  GtkStringList *values = user_data;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (values)); i++)
    if (g_str_equal (gtk_string_list_get_string (values, i), g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_choice_cb (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *string = gtk_string_list_get_string (user_data, g_value_get_uint (value));

  return string != NULL ? g_variant_new_string (string) : NULL;
}

/* @values, @labels: (transfer full) */
static void
bind_choice (AdwComboRow *row, const char *key, GtkStringList *values, GtkStringList *labels)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  g_settings_bind_with_mapping (jx_settings_get (), key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_choice_cb, set_choice_cb, values, g_object_unref);
  g_object_unref (labels);
}

static void
bind_choices (AdwComboRow *row, const char *key, const Choice *choices)
{
  GtkStringList *values = gtk_string_list_new (NULL);
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].value != NULL; i++)
    {
      gtk_string_list_append (values, choices[i].value);
      gtk_string_list_append (labels, _(choices[i].label));
    }
  bind_choice (row, key, values, labels);
}

static void
bind_profile (AdwComboRow *row)
{
  const char *const *ids = jx_profile_list_ids ();
  GtkStringList *values = gtk_string_list_new ((const char *[]) { "", NULL });
  GtkStringList *labels = gtk_string_list_new ((const char *[]) { _("The usual one"), NULL });

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gtk_string_list_append (values, ids[i]);
      gtk_string_list_take (labels, g_strdup_printf (_("Rules of %s"), ids[i]));
    }
  bind_choice (row, "new-profile", values, labels);
}

static void
show_folder (JxPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (jx_settings_get (), "backup-folder");
  g_autofree char *name = *folder != '\0' ? g_filename_display_name (folder) : g_strdup (_("Beside the document"));
  g_autofree char *subtitle = g_markup_escape_text (name, -1);

  adw_action_row_set_subtitle (self->folder_row, subtitle);
  gtk_widget_set_visible (self->folder_clear, *folder != '\0');
}

static void
clear_folder_cb (GtkButton *button, JxPreferences *self)
{
  g_settings_reset (jx_settings_get (), "backup-folder");
}

static void
folder_chosen_cb (GtkNativeDialog *chooser, int response, JxPreferences *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    g_settings_set_string (jx_settings_get (), "backup-folder", path);
  g_clear_object (&self->chooser);
}

static void
choose_folder_cb (GtkButton *button, JxPreferences *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Folder for Versions Before"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (folder_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
jx_preferences_dispose (GObject *object)
{
  g_clear_object (&JX_PREFERENCES (object)->chooser);

  G_OBJECT_CLASS (jx_preferences_parent_class)->dispose (object);
}

static void
jx_preferences_class_init (JxPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, colors);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, profile);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, reopen);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, drafts);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, backup);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, unit_name);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, unit_code);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, region);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, JxPreferences, folder_clear);
  gtk_widget_class_bind_template_callback (widget_class, clear_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
jx_preferences_init (JxPreferences *self)
{
  GSettings *settings = jx_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Nothing is remembered where no schema is installed: nothing can be chosen. */
  gtk_widget_set_sensitive (gtk_widget_get_first_child (GTK_WIDGET (self)), settings != NULL);
  if (settings == NULL)
    return;

  bind_choices (self->language, "language", languages);
  bind_choices (self->colors, "color-scheme", color_schemes);
  bind_profile (self->profile);
  g_settings_bind (settings, "reopen", self->reopen, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "drafts", self->drafts, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "backup", self->backup, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "new-unit-name", self->unit_name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "new-unit-code", self->unit_code, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "new-region", self->region, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::backup-folder", G_CALLBACK (show_folder), self, G_CONNECT_SWAPPED);
  show_folder (self);
}

GtkWidget *
jx_preferences_new (GtkWindow *parent)
{
  return g_object_new (JX_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
