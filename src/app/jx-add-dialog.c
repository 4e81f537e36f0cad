/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-add-dialog.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "app/jx-busy.h"
#include "app/jx-file-chooser.h"
#include "app/jx-loader.h"
#include "app/jx-project-list.h"
#include "app/jx-templates.h"
#include "app/jx-tooltip.h"
#include "base/jx-amount.h"
#include "model/jx-take-over.h"

struct _JxAddDialog
{
  AdwWindow parent_instance;

  JxDocument *document;
  JxDocument *source;
  GHashTable *wanted; /* of projects of the source */
  GHashTable *checks; /* project → the check button that shows it now */
  int years;          /* that the document is later than the source */
  JxAddChosen chosen;
  gboolean syncing;

  GtkWidget *add;
  GtkLabel *from;
  GtkLabel *note;
  GtkListView *list;
  GtkCheckButton *all;
};

G_DEFINE_FINAL_TYPE (JxAddDialog, jx_add_dialog, ADW_TYPE_WINDOW)

/* Reading a document to take from: the dialog may be gone before it is done. */
typedef struct
{
  JxAddDialog *dialog;
  GCancellable *cancellable;
  JxBusy *busy;
  char *name;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->busy, jx_busy_free);
  g_object_unref (reading->dialog);
  g_object_unref (reading->cancellable);
  g_free (reading->name);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static int
get_year (JxDocument *document)
{
  const char *year = jx_item_get (jx_document_get_root (document), JX_FIELD_YEAR);

  return year != NULL ? atoi (year) : 0;
}

static guint
count_projects (JxAddDialog *self)
{
  return jx_item_count (jx_document_get_root (self->source), JX_KIND_PROJECT);
}

static void
show_state (JxAddDialog *self)
{
  guint wanted = g_hash_table_size (self->wanted);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Add %u Project", "_Add %u Projects", wanted), wanted);

  gtk_button_set_label (GTK_BUTTON (self->add), label);
  gtk_widget_set_sensitive (self->add, wanted > 0);
  self->syncing = TRUE;
  gtk_check_button_set_active (self->all, wanted > 0 && wanted == count_projects (self));
  gtk_check_button_set_inconsistent (self->all, wanted > 0 && wanted < count_projects (self));
  self->syncing = FALSE;
}

static void
set_wanted (JxAddDialog *self, JxItem *project, gboolean wanted)
{
  GtkCheckButton *check = g_hash_table_lookup (self->checks, project);

  if (wanted)
    g_hash_table_add (self->wanted, project);
  else
    g_hash_table_remove (self->wanted, project);
  if (check != NULL)
    gtk_check_button_set_active (check, wanted);
}

static void
toggled_cb (GtkCheckButton *check, JxAddDialog *self)
{
  JxItem *project = g_object_get_data (G_OBJECT (check), "jx-project");

  if (self->syncing || project == NULL)
    return;

  set_wanted (self, project, gtk_check_button_get_active (check));
  show_state (self);
}

static void
all_cb (GtkCheckButton *all, JxAddDialog *self)
{
  if (self->syncing)
    return;

  self->syncing = TRUE;
  for (guint i = 0; i < count_projects (self); i++)
    set_wanted (self, jx_item_child (jx_document_get_root (self->source), JX_KIND_PROJECT, i), gtk_check_button_get_active (all));
  self->syncing = FALSE;
  show_state (self);
}

static void
activate_cb (GtkListView *list, guint position, JxAddDialog *self)
{
  JxItem *project = jx_item_child (jx_document_get_root (self->source), JX_KIND_PROJECT, position);

  jx_add_dialog_choose (self, position, !g_hash_table_contains (self->wanted, project));
}

/* Space turns the mark of the row with the focus over, as Enter does. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, JxAddDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->list) ? gtk_widget_get_first_child (focus) : NULL;
  GtkWidget *check = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  if (key != GDK_KEY_space || !GTK_IS_CHECK_BUTTON (check))
    return GDK_EVENT_PROPAGATE;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, JxAddDialog *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *budget = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (budget, "numeric");
  gtk_widget_add_css_class (budget, "dim-label");
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), budget);
  /* One place for the keyboard a row: Space and Enter turn the mark over. */
  gtk_widget_set_focusable (check, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, JxAddDialog *self)
{
  JxItem *project = jx_project_entry_get_item (gtk_list_item_get_item (item));
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_next_sibling (check);
  GtkWidget *budget = gtk_widget_get_next_sibling (name);
  const char *text = jx_item_get (project, JX_FIELD_PROJECT_NAME);
  g_autofree char *amount = NULL;
  gint64 amount_fen;

  if (text == NULL)
    text = _("Unnamed project");
  if (jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &amount_fen))
    amount = jx_amount_format_grouped (amount_fen);

  g_hash_table_insert (self->checks, project, check);
  self->syncing = TRUE;
  g_object_set_data (G_OBJECT (check), "jx-project", project);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->wanted, project));
  self->syncing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_text (GTK_LABEL (name), text);
  jx_tooltip_set (name, text);
  gtk_label_set_text (GTK_LABEL (budget), amount != NULL ? amount : "");
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, JxAddDialog *self)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  g_hash_table_remove (self->checks, g_object_get_data (G_OBJECT (check), "jx-project"));
  g_object_set_data (G_OBJECT (check), "jx-project", NULL);
}

static void
add_cb (JxAddDialog *self)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  for (guint i = 0; i < count_projects (self); i++)
    {
      JxItem *project = jx_item_child (jx_document_get_root (self->source), JX_KIND_PROJECT, i);

      if (g_hash_table_contains (self->wanted, project))
        g_ptr_array_add (projects, jx_take_over_project (self->document, project, self->years));
    }
  if (parent != NULL)
    self->chosen (parent, projects);
  gtk_window_close (GTK_WINDOW (self));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxLoaded) loaded = jx_loader_read_finish (result, &error);

  g_clear_pointer (&reading->busy, jx_busy_free);
  if (gtk_widget_in_destruction (GTK_WIDGET (reading->dialog)) || !gtk_widget_get_visible (GTK_WIDGET (reading->dialog)))
    return;

  if (loaded != NULL)
    {
      jx_add_dialog_show_source (reading->dialog, loaded->document, reading->name);
      gtk_widget_grab_focus (GTK_WIDGET (reading->dialog->list));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_text (reading->dialog->note, error->message);
}

static void
path_chosen_cb (GtkWindow *dialog, const char *path)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autofree char *heading = NULL;

  reading->dialog = g_object_ref (JX_ADD_DIALOG (dialog));
  reading->cancellable = g_cancellable_new ();
  reading->name = g_filename_display_basename (path);
  heading = g_strdup_printf (_("Reading “%s”"), reading->name);
  reading->busy = jx_busy_new (dialog, heading, reading->cancellable);
  jx_loader_read_async (path, reading->cancellable, read_cb, reading);
}

static void
choose_cb (JxAddDialog *self)
{
  jx_file_chooser_open (GTK_WINDOW (self), _("Take Projects From"), NULL, NULL, path_chosen_cb);
}

static void
jx_add_dialog_dispose (GObject *object)
{
  JxAddDialog *self = JX_ADD_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_object (&self->source);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (jx_add_dialog_parent_class)->dispose (object);
}

static void
jx_add_dialog_class_init (JxAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_add_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JxAddDialog, add);
  gtk_widget_class_bind_template_child (widget_class, JxAddDialog, from);
  gtk_widget_class_bind_template_child (widget_class, JxAddDialog, note);
  gtk_widget_class_bind_template_child (widget_class, JxAddDialog, list);
  gtk_widget_class_bind_template_child (widget_class, JxAddDialog, all);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_add_dialog_init (JxAddDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  self->wanted = g_hash_table_new (NULL, NULL);
  self->checks = g_hash_table_new (NULL, NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

static void
show_note (JxAddDialog *self)
{
  g_autofree char *raised = NULL;
  const char *note = _("Codes, spending, scores and reasons are left blank.");

  if (count_projects (self) == 0)
    note = _("There are no projects in it.");
  else if (self->years != 0)
    note = raised = g_strdup_printf (_("Years in texts and dates go from %d to %d; codes, spending, scores and reasons are left blank."),
                                     get_year (self->source), get_year (self->document));
  gtk_label_set_text (self->note, note);
}

JxAddDialog *
jx_add_dialog_present (GtkWindow *parent, JxDocument *document, JxAddChosen chosen)
{
  JxAddDialog *self = NULL;
  g_autoptr (JxDocument) templates = jx_templates_read ();

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  self = g_object_new (JX_TYPE_ADD_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->chosen = chosen;
  jx_add_dialog_show_source (self, templates, _("Templates"));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

void
jx_add_dialog_show_source (JxAddDialog *self, JxDocument *source, const char *name)
{
  g_autoptr (GtkSelectionModel) model = NULL;
  GListModel *projects = NULL;

  g_return_if_fail (JX_IS_ADD_DIALOG (self));
  g_return_if_fail (JX_IS_DOCUMENT (source));

  gtk_list_view_set_model (self->list, NULL);
  g_hash_table_remove_all (self->wanted);
  g_set_object (&self->source, source);
  self->years = get_year (source) != 0 && get_year (self->document) != 0 ? get_year (self->document) - get_year (source) : 0;

  /* The list's first entry stands for the whole document. */
  projects = G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (jx_project_list_new (source)), 1, G_MAXUINT - 1));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (projects));
  gtk_list_view_set_model (self->list, model);
  gtk_label_set_text (self->from, name);
  show_note (self);
  show_state (self);
}

void
jx_add_dialog_choose (JxAddDialog *self, guint index, gboolean wanted)
{
  g_return_if_fail (JX_IS_ADD_DIALOG (self));
  g_return_if_fail (index < count_projects (self));

  self->syncing = TRUE;
  set_wanted (self, jx_item_child (jx_document_get_root (self->source), JX_KIND_PROJECT, index), wanted);
  self->syncing = FALSE;
  show_state (self);
}
