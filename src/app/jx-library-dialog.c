/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-library-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/jx-focus.h"
#include "app/jx-library-row.h"

struct _JxLibraryDialog
{
  AdwWindow parent_instance;

  JxLibraryKeeper *keeper;
  char *level2;
  int year;
  GListStore *found; /* of JxLibraryHit */
  GtkMultiSelection *selection;
  JxLibrary *removed; /* (nullable): what was removed last */

  GtkSearchEntry *search;
  GtkListView *list;
  GtkLabel *nothing;
  GtkLabel *summary;
  GtkWidget *insert;
  GtkWidget *remove;
  GtkWidget *undo_remove;
};

G_DEFINE_FINAL_TYPE (JxLibraryDialog, jx_library_dialog, ADW_TYPE_WINDOW)

static guint chosen_signal;

/* Returns: (transfer full) (element-type JxLibraryEntry). */
static GPtrArray *
list_selected (JxLibraryDialog *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (JxLibraryHit) hit = g_list_model_get_item (G_LIST_MODEL (self->found), gtk_bitset_get_nth (selected, i));

      g_ptr_array_add (entries, (gpointer) jx_library_hit_get_entry (hit));
    }

  return entries;
}

static void
show_selection (JxLibraryDialog *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint count = gtk_bitset_get_size (selected);
  g_autofree char *label = count > 1 ? g_strdup_printf (_("_Insert %u"), count) : g_strdup (_("_Insert"));

  gtk_button_set_label (GTK_BUTTON (self->insert), label);
  gtk_widget_set_sensitive (self->insert, count > 0);
  gtk_widget_set_sensitive (self->remove, count > 0);
}

static void
show_counts (JxLibraryDialog *self)
{
  guint all = jx_library_count (jx_library_keeper_get_library (self->keeper)), shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = shown < all ? g_strdup_printf (_("%u of %u indicators"), shown, all)
                                      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u indicator", "%u indicators", all), all);

  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), shown == 0);
  if (jx_library_keeper_is_reading (self->keeper))
    gtk_label_set_text (self->nothing, _("Reading the library…"));
  else if (all == 0)
    gtk_label_set_text (self->nothing, _("Nothing is in the library yet. The indicators of every document you open are kept in it, with the values of the last years."));
  else
    gtk_label_set_text (self->nothing, _("No indicator has all these words. Try fewer of them."));
}

/* In an empty one there is nothing to do. */
static void
focus_list (JxLibraryDialog *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    jx_focus_search (self->search);
}

/* The rows are others then: one of them has the focus where one of those before had it. */
static void
refill (JxLibraryDialog *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) entries = jx_library_search (jx_library_keeper_get_library (self->keeper), words, self->level2);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (hits, jx_library_hit_new (entries->pdata[i], self->year));
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), hits->pdata, hits->len);
  if (hits->len)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  show_counts (self);
  show_selection (self);
  if (focused)
    focus_list (self);
}

static void
library_changed_cb (JxLibraryDialog *self)
{
  refill (self);
}

static void
search_changed_cb (JxLibraryDialog *self)
{
  jx_focus_search (self->search);
  refill (self);
}

static void
insert_cb (JxLibraryDialog *self)
{
  g_autoptr (GPtrArray) entries = list_selected (self);

  if (entries->len == 0)
    return;

  g_signal_emit (self, chosen_signal, 0, entries);
  gtk_window_close (GTK_WINDOW (self));
}

static void
search_activate_cb (JxLibraryDialog *self)
{
  /* The search waits a moment; Enter does not. */
  refill (self);
  insert_cb (self);
}

static void
stop_search_cb (JxLibraryDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)))
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (JxLibraryDialog *self, guint position)
{
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  insert_cb (self);
}

/* The box and the star of a row take Enter for themselves, which is there for what is picked. */
static gboolean
key_pressed_cb (JxLibraryDialog *self, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  insert_cb (self);

  return GDK_EVENT_STOP;
}

static void
remove_cb (JxLibraryDialog *self)
{
  JxLibrary *library = jx_library_keeper_get_library (self->keeper);
  g_autoptr (GPtrArray) entries = list_selected (self);

  if (entries->len == 0)
    return;

  g_clear_pointer (&self->removed, jx_library_free);
  self->removed = jx_library_copy (library);
  for (guint i = 0; i < entries->len; i++)
    jx_library_remove (library, entries->pdata[i]);
  gtk_widget_set_visible (self->undo_remove, TRUE);
  jx_library_keeper_changed (self->keeper);
  focus_list (self);
}

static void
undo_remove_cb (JxLibraryDialog *self)
{
  if (self->removed)
    jx_library_merge (jx_library_keeper_get_library (self->keeper), self->removed);
  g_clear_pointer (&self->removed, jx_library_free);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_widget_set_visible (self->undo_remove, FALSE);
  jx_library_keeper_changed (self->keeper);
}

static void
marked_cb (JxLibraryRow *row, gboolean marked, JxLibraryDialog *self)
{
  const JxLibraryEntry *entry = jx_library_row_get_entry (row);

  /* The list stays in its order until it is searched again: nothing jumps away under the pointer. */
  if (entry && jx_library_set_marked (jx_library_keeper_get_library (self->keeper), entry, marked))
    {
      g_signal_handlers_block_by_func (self->keeper, library_changed_cb, self);
      jx_library_keeper_changed (self->keeper);
      g_signal_handlers_unblock_by_func (self->keeper, library_changed_cb, self);
    }
}

/* By a press on its box one more is picked or given up; a press on the row picks it alone. */
static void
picked_cb (JxLibraryRow *row, gboolean picked, GtkListItem *item)
{
  JxLibraryDialog *self = JX_LIBRARY_DIALOG (gtk_widget_get_root (GTK_WIDGET (row)));

  if (picked == gtk_list_item_get_selected (item))
    return;
  if (picked)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), gtk_list_item_get_position (item), FALSE);
  else
    gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self->selection), gtk_list_item_get_position (item));
}

static void
selected_cb (GtkListItem *item, GParamSpec *pspec, JxLibraryRow *row)
{
  jx_library_row_set_picked (row, gtk_list_item_get_selected (item));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, JxLibraryDialog *self)
{
  GtkWidget *row = jx_library_row_new ();

  g_signal_connect_object (row, "picked", G_CALLBACK (picked_cb), item, 0);
  g_signal_connect_object (item, "notify::selected", G_CALLBACK (selected_cb), row, 0);
  g_signal_connect_object (row, "marked", G_CALLBACK (marked_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, JxLibraryDialog *self)
{
  jx_library_row_set_hit (JX_LIBRARY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, JxLibraryDialog *self)
{
  jx_library_row_set_hit (JX_LIBRARY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
jx_library_dialog_dispose (GObject *object)
{
  JxLibraryDialog *self = JX_LIBRARY_DIALOG (object);

  if (self->keeper)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_clear_object (&self->keeper);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_pointer (&self->removed, jx_library_free);
  g_clear_pointer (&self->level2, g_free);

  G_OBJECT_CLASS (jx_library_dialog_parent_class)->dispose (object);
}

static void
jx_library_dialog_class_init (JxLibraryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_library_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-library-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JxLibraryDialog, search);
  gtk_widget_class_bind_template_child (widget_class, JxLibraryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, JxLibraryDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, JxLibraryDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, JxLibraryDialog, insert);
  gtk_widget_class_bind_template_child (widget_class, JxLibraryDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, JxLibraryDialog, undo_remove);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  chosen_signal = g_signal_new ("chosen", JX_TYPE_LIBRARY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
jx_library_dialog_init (JxLibraryDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_list_store_new (JX_TYPE_LIBRARY_HIT);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

JxLibraryDialog *
jx_library_dialog_new (GtkWindow *parent, JxLibraryKeeper *keeper, const char *level2, int year)
{
  JxLibraryDialog *self;

  g_return_val_if_fail (JX_IS_LIBRARY_KEEPER (keeper), NULL);

  self = g_object_new (JX_TYPE_LIBRARY_DIALOG, "transient-for", parent, NULL);
  self->keeper = g_object_ref (keeper);
  self->level2 = level2 && level2[0] ? g_strdup (level2) : NULL;
  self->year = year;
  g_signal_connect_object (keeper, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  refill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return self;
}
