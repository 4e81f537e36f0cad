/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/jx-tooltip.h"
#include "model/jx-path.h"

/* An entry of the report as a list model wants it. */
#define JX_TYPE_IMPORT_ENTRY (jx_import_entry_get_type ())
G_DECLARE_FINAL_TYPE (JxImportEntry, jx_import_entry, JX, IMPORT_ENTRY, GObject)

struct _JxImportEntry
{
  GObject parent_instance;

  const JxReportEntry *entry;
};

G_DEFINE_FINAL_TYPE (JxImportEntry, jx_import_entry, G_TYPE_OBJECT)

struct _JxImportDialog
{
  AdwWindow parent_instance;

  JxWindow *window; /* weak */
  JxReport *report;

  GtkLabel *source;
  GtkLabel *summary;
  GtkWidget *entries;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (JxImportDialog, jx_import_dialog, ADW_TYPE_WINDOW)

static void
jx_import_entry_class_init (JxImportEntryClass *klass)
{
}

static void
jx_import_entry_init (JxImportEntry *self)
{
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (row, "import-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("dim-label"));
  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

static char *
describe_source (const JxReportEntry *entry)
{
  g_autofree char *words = g_strdup (entry->text != NULL ? entry->text : "");

  g_strdelimit (words, "\n\t", ' ');
  if (entry->line == 0)
    return g_steal_pointer (&words);

  return g_strdup_printf (_("Line %u: %s"), entry->line, words);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const JxReportEntry *entry = JX_IMPORT_ENTRY (gtk_list_item_get_item (item))->entry;
  gboolean left = entry->type == JX_REPORT_LEFT;
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *image = gtk_widget_get_first_child (row);
  GtkWidget *message = gtk_widget_get_first_child (gtk_widget_get_last_child (row));
  GtkWidget *words = gtk_widget_get_last_child (gtk_widget_get_last_child (row));
  g_autofree char *source = describe_source (entry);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", entry->message != NULL ? entry->message : "", source);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), left ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, left ? _("Left out") : _("Guessed"), -1);
  jx_tooltip_set (image, left ? _("Left out") : _("Guessed"));
  gtk_label_set_text (GTK_LABEL (message), entry->message != NULL ? entry->message : "");
  gtk_label_set_text (GTK_LABEL (words), source);
  jx_tooltip_set (row, tooltip);
  if (gtk_widget_get_parent (row) != NULL) /* the list's own row, which screen readers stop at */
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_list_item_set_activatable (item, entry->path != NULL);
}

static void
activate_cb (GtkListView *list, guint position, JxImportDialog *self)
{
  g_autoptr (JxImportEntry) entry = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  JxSession *session = self->window != NULL ? jx_window_get_session (self->window) : NULL;
  JxField field = JX_FIELD_NONE;
  JxItem *item = NULL;

  if (session == NULL || entry->entry->path == NULL)
    return;

  item = jx_path_resolve (jx_session_get_document (session), entry->entry->path, &field);
  if (item == NULL)
    return;
  jx_window_reveal (self->window, item, field);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
jx_import_dialog_finalize (GObject *object)
{
  JxImportDialog *self = JX_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->report, jx_report_free);

  G_OBJECT_CLASS (jx_import_dialog_parent_class)->finalize (object);
}

static void
jx_import_dialog_class_init (JxImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jx_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JxImportDialog, source);
  gtk_widget_class_bind_template_child (widget_class, JxImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, JxImportDialog, entries);
  gtk_widget_class_bind_template_child (widget_class, JxImportDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_import_dialog_init (JxImportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

/* What was left out stands first: it is what somebody has to do something about. */
static void
append_entries (GListStore *store, JxReport *report, JxReportType type)
{
  GPtrArray *entries = jx_report_list (report);

  for (guint i = 0; i < entries->len; i++)
    {
      const JxReportEntry *entry = entries->pdata[i];
      g_autoptr (JxImportEntry) object = NULL;

      if (entry->type != type)
        continue;
      object = g_object_new (JX_TYPE_IMPORT_ENTRY, NULL);
      object->entry = entry;
      g_list_store_append (store, object);
    }
}

void
jx_import_dialog_present (JxWindow *window, JxReport *report)
{
  JxImportDialog *self = NULL;
  g_autoptr (GListStore) store = g_list_store_new (JX_TYPE_IMPORT_ENTRY);
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *name = NULL;
  gboolean has_entries = FALSE;

  g_return_if_fail (JX_IS_WINDOW (window));
  g_return_if_fail (report != NULL);

  self = g_object_new (JX_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->report = report;
  summary = jx_report_summarise (report, jx_session_get_document (jx_window_get_session (window)));
  name = g_filename_display_basename (jx_report_get_source (report));
  gtk_label_set_text (self->source, name);
  gtk_label_set_text (self->summary, summary);

  append_entries (store, report, JX_REPORT_LEFT);
  append_entries (store, report, JX_REPORT_GUESSED);
  has_entries = g_list_model_get_n_items (G_LIST_MODEL (store)) > 0;
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&store))));
  gtk_list_view_set_model (self->list, selection);
  gtk_widget_set_visible (self->entries, has_entries);
  if (has_entries)
    gtk_window_set_default_size (GTK_WINDOW (self), 560, 480);
  gtk_window_present (GTK_WINDOW (self));
}
