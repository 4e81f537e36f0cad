/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-command-dialog.h"

#include "app/jx-command.h"
#include "app/jx-focus.h"

struct _JxCommandDialog
{
  AdwWindow parent_instance;

  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  GtkWidget *origin; /* (nullable): where the focus was; not owned */

  GtkSearchEntry *search;
  GtkListView *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (JxCommandDialog, jx_command_dialog, ADW_TYPE_WINDOW)

static gboolean
match_cb (gpointer item, gpointer user_data)
{
  JxCommandDialog *self = user_data;

  return jx_command_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
changed_cb (JxCommandDialog *self)
{
  jx_focus_search (self->search);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0);
}

static void
run_selected (JxCommandDialog *self)
{
  g_autoptr (JxCommand) command = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_single_selection_get_selected (self->selection));
  g_autoptr (GtkWidget) origin = self->origin != NULL ? g_object_ref (self->origin) : NULL;

  if (command == NULL)
    return;

  gtk_window_close (GTK_WINDOW (self));
  if (origin != NULL)
    jx_command_run (command, origin);
}

static void
stop_search_cb (JxCommandDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (JxCommandDialog *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  run_selected (self);
}

/* Up and Down choose while one goes on typing. */
static gboolean
key_pressed_cb (JxCommandDialog *self, guint key)
{
  guint at = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || n == 0)
    return GDK_EVENT_PROPAGATE;

  at = key == GDK_KEY_Down ? MIN (at + 1, n - 1) : at - MIN (at, 1);
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);

  return GDK_EVENT_STOP;
}

static GtkWidget *
add_label (GtkWidget *row, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (row), label);

  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *place;

  gtk_widget_add_css_class (row, "command");
  add_label (row, NULL);
  place = add_label (row, "dim-label");
  gtk_widget_set_hexpand (place, TRUE);
  gtk_label_set_xalign (GTK_LABEL (place), 0);
  add_label (row, "dim-label");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  JxCommand *command = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *place = gtk_widget_get_next_sibling (name);

  gtk_label_set_text (GTK_LABEL (name), jx_command_get_name (command));
  gtk_label_set_text (GTK_LABEL (place), jx_command_get_place (command));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (place)), jx_command_get_keys (command));
}

static void
jx_command_dialog_dispose (GObject *object)
{
  JxCommandDialog *self = JX_COMMAND_DIALOG (object);

  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (jx_command_dialog_parent_class)->dispose (object);
}

static void
jx_command_dialog_class_init (JxCommandDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_command_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-command-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JxCommandDialog, search);
  gtk_widget_class_bind_template_child (widget_class, JxCommandDialog, list);
  gtk_widget_class_bind_template_child (widget_class, JxCommandDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_selected);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_command_dialog_init (JxCommandDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

JxCommandDialog *
jx_command_dialog_new (GtkWindow *window, GListModel *commands)
{
  JxCommandDialog *self;
  GtkFilterListModel *filtered;

  g_return_val_if_fail (GTK_IS_WINDOW (window) && G_IS_LIST_MODEL (commands), NULL);

  self = g_object_new (JX_TYPE_COMMAND_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->origin, gtk_root_get_focus (GTK_ROOT (window)) != NULL ? gtk_root_get_focus (GTK_ROOT (window)) : GTK_WIDGET (window));
  self->filter = gtk_custom_filter_new (match_cb, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (commands), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return self;
}
