/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-replace-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/jx-match-list.h"
#include "app/jx-tooltip.h"
#include "model/jx-path.h"

struct _JxReplaceDialog
{
  AdwWindow parent_instance;

  JxSearch *search;
  char *replacement;
  JxMatchList *entries;
  GHashTable *left_out;  /* of indices */
  GHashTable *refused;   /* of indices: what cannot be replaced */
  JxReplaceChosen chosen;
  GtkWidget *owner;      /* weak */
  gboolean syncing;

  GtkLabel *summary;
  GtkLabel *refusals;
  GtkCheckButton *all;
  GtkListView *list;
  GtkWidget *replace;
};

G_DEFINE_FINAL_TYPE (JxReplaceDialog, jx_replace_dialog, ADW_TYPE_WINDOW)

static guint
count_wanted (JxReplaceDialog *self)
{
  return jx_search_get_count (self->search) - g_hash_table_size (self->left_out) - g_hash_table_size (self->refused);
}

static void
show_state (JxReplaceDialog *self)
{
  guint wanted = count_wanted (self);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Replace %u Match", "_Replace %u Matches", wanted), wanted);

  gtk_button_set_label (GTK_BUTTON (self->replace), label);
  gtk_widget_set_sensitive (self->replace, wanted > 0);
  self->syncing = TRUE;
  gtk_check_button_set_active (self->all, g_hash_table_size (self->left_out) == 0);
  gtk_check_button_set_inconsistent (self->all, g_hash_table_size (self->left_out) > 0 && wanted > 0);
  self->syncing = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, JxReplaceDialog *self)
{
  gpointer index = g_object_get_data (G_OBJECT (check), "jx-index");

  if (self->syncing)
    return;

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, index);
  else
    g_hash_table_add (self->left_out, index);
  show_state (self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, JxReplaceDialog *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *excerpt = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (place), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (place), 20);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (excerpt), 0);
  gtk_label_set_ellipsize (GTK_LABEL (excerpt), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (excerpt, TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), excerpt);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, JxReplaceDialog *self)
{
  JxMatchEntry *entry = gtk_list_item_get_item (item);
  const JxMatch *match = jx_match_entry_get (entry);
  gpointer index = GUINT_TO_POINTER (jx_match_entry_get_index (entry));
  gboolean refused = g_hash_table_contains (self->refused, index);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *check = gtk_widget_get_first_child (row);
  GtkLabel *place = GTK_LABEL (gtk_widget_get_next_sibling (check));
  GtkLabel *excerpt = GTK_LABEL (gtk_widget_get_last_child (row));
  g_autofree char *label = jx_path_to_label (match->item, match->field);
  g_autofree char *after = refused ? NULL : jx_search_expand (self->search, jx_match_entry_get_index (entry), self->replacement);
  g_autofree char *markup = jx_match_markup (match, after);
  g_autofree char *name = NULL;

  gtk_label_set_text (place, label);
  gtk_label_set_markup (excerpt, markup);
  jx_tooltip_set (row, refused ? _("Stays as it is") : label);
  name = g_strdup_printf ("%s: %s", label, gtk_label_get_text (excerpt));

  self->syncing = TRUE;
  g_object_set_data (G_OBJECT (check), "jx-index", index);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !refused && !g_hash_table_contains (self->left_out, index));
  self->syncing = FALSE;
  gtk_widget_set_sensitive (row, !refused);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (gtk_widget_get_parent (row) != NULL) /* the list's own row, which screen readers stop at */
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Enter on a row, or a double click, is its check box. */
static void
activate_cb (GtkListView *list, guint position, JxReplaceDialog *self)
{
  gpointer index = GUINT_TO_POINTER (position);

  if (g_hash_table_contains (self->refused, index))
    return;

  if (!g_hash_table_remove (self->left_out, index))
    g_hash_table_add (self->left_out, index);
  g_list_model_items_changed (G_LIST_MODEL (self->entries), position, 1, 1);
  show_state (self);
}

static void
all_cb (GtkCheckButton *all, JxReplaceDialog *self)
{
  guint count = jx_search_get_count (self->search);

  if (self->syncing)
    return;

  if (g_hash_table_size (self->left_out) > 0)
    g_hash_table_remove_all (self->left_out);
  else
    for (guint i = 0; i < count; i++)
      if (!g_hash_table_contains (self->refused, GUINT_TO_POINTER (i)))
        g_hash_table_add (self->left_out, GUINT_TO_POINTER (i));
  jx_match_list_set_search (self->entries, self->search);
  show_state (self);
}

static void
replace_cb (JxReplaceDialog *self)
{
  g_autoptr (JxSearchReplaced) replaced = jx_search_replace (self->search, self->replacement, 0, G_MAXUINT, self->left_out);
  GtkWidget *owner = self->owner;
  JxReplaceChosen chosen = self->chosen;

  gtk_window_destroy (GTK_WINDOW (self));
  if (owner != NULL)
    chosen (replaced, owner);
}

static void
jx_replace_dialog_finalize (GObject *object)
{
  JxReplaceDialog *self = JX_REPLACE_DIALOG (object);

  g_clear_weak_pointer (&self->owner);
  if (self->entries != NULL)
    jx_match_list_set_search (self->entries, NULL);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->search, jx_search_free);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_free (self->replacement);

  G_OBJECT_CLASS (jx_replace_dialog_parent_class)->finalize (object);
}

static void
jx_replace_dialog_class_init (JxReplaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jx_replace_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-replace-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JxReplaceDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, JxReplaceDialog, refusals);
  gtk_widget_class_bind_template_child (widget_class, JxReplaceDialog, all);
  gtk_widget_class_bind_template_child (widget_class, JxReplaceDialog, list);
  gtk_widget_class_bind_template_child (widget_class, JxReplaceDialog, replace);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_replace_dialog_init (JxReplaceDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->left_out = g_hash_table_new (NULL, NULL);
  self->refused = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

/* What cannot be replaced is known beforehand, and said. */
static void
find_refused (JxReplaceDialog *self)
{
  g_autoptr (JxSearchReplaced) replaced = jx_search_replace (self->search, self->replacement, 0, G_MAXUINT, NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < replaced->skipped->len; i++)
    g_hash_table_add (self->refused, GUINT_TO_POINTER (g_array_index (replaced->skipped, guint, i)));
  if (replaced->skipped->len == 0)
    return;

  /* Translators: %s is a sentence that says why */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u match stays as it is: %s", "%u matches stay as they are; the first: %s", replaced->skipped->len),
                          replaced->skipped->len, replaced->reason);
  gtk_label_set_text (self->refusals, text);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), TRUE);
}

void
jx_replace_dialog_present (GtkWindow *parent, JxSearch *search, const char *needle, const char *replacement,
                           JxReplaceChosen chosen, GtkWidget *owner)
{
  JxReplaceDialog *self = NULL;
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autofree char *summary = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (search != NULL && needle != NULL && replacement != NULL);

  self = g_object_new (JX_TYPE_REPLACE_DIALOG, "transient-for", parent, NULL);
  self->search = search;
  self->replacement = g_strdup (replacement);
  self->chosen = chosen;
  g_set_weak_pointer (&self->owner, owner);

  summary = *replacement != '\0' ? g_strdup_printf (_("“%s” becomes “%s”"), needle, replacement)
                                 : g_strdup_printf (_("“%s” is taken out"), needle);
  gtk_label_set_text (self->summary, summary);
  find_refused (self);
  self->entries = jx_match_list_new ();
  jx_match_list_set_search (self->entries, search);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->entries))));
  gtk_list_view_set_model (self->list, selection);
  show_state (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->replace);
  gtk_window_present (GTK_WINDOW (self));
}
