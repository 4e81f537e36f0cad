/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-picker.h"

#include <glib/gi18n-lib.h>

#include "app/jx-tooltip.h"

/* The list is as high as its rows, up to so many pixels: it has no natural height of its own. */
#define ROW_HEIGHT 32
#define MAX_HEIGHT (7 * ROW_HEIGHT + ROW_HEIGHT / 2)

struct _JxProjectPicker
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkNoSelection *rows; /* of GtkStringObject: names */
  GtkBitset *chosen;
  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (JxProjectPicker, jx_project_picker, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_projects (JxProjectPicker *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/* Rows are bound anew, with the ticks as they are. */
static void
show_names (JxProjectPicker *self, GListModel *names)
{
  gtk_no_selection_set_model (self->rows, NULL);
  gtk_no_selection_set_model (self->rows, names);
}

static void
toggled_cb (GtkCheckButton *box, GtkListItem *item)
{
  JxProjectPicker *self = g_object_get_data (G_OBJECT (item), "jx-picker");
  guint place = gtk_list_item_get_position (item);

  if (gtk_check_button_get_active (box))
    gtk_bitset_add (self->chosen, place);
  else
    gtk_bitset_remove (self->chosen, place);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, JxProjectPicker *self)
{
  GtkWidget *box = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (box), name);
  g_object_set_data (G_OBJECT (item), "jx-picker", self);
  g_signal_connect (box, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, JxProjectPicker *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (box))), name);
  jx_tooltip_set (box, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_handlers_block_by_func (box, toggled_cb, item);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), gtk_bitset_contains (self->chosen, gtk_list_item_get_position (item)));
  g_signal_handlers_unblock_by_func (box, toggled_cb, item);
}

static void
choose_all (JxProjectPicker *self, gboolean all)
{
  g_autoptr (GListModel) names = g_object_ref (gtk_no_selection_get_model (self->rows));

  gtk_bitset_remove_all (self->chosen);
  if (all)
    gtk_bitset_add_range (self->chosen, 0, count_projects (self));
  show_names (self, names);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
all_cb (GtkButton *button, JxProjectPicker *self)
{
  choose_all (self, TRUE);
}

static void
none_cb (GtkButton *button, JxProjectPicker *self)
{
  choose_all (self, FALSE);
}

static void
jx_project_picker_dispose (GObject *object)
{
  JxProjectPicker *self = JX_PROJECT_PICKER (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->chosen, gtk_bitset_unref);

  G_OBJECT_CLASS (jx_project_picker_parent_class)->dispose (object);
}

static void
jx_project_picker_class_init (JxProjectPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jx_project_picker_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[CHANGED] = g_signal_new ("changed", JX_TYPE_PROJECT_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_button (const char *label, GCallback clicked_cb, JxProjectPicker *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "clicked", clicked_cb, self);

  return button;
}

static void
jx_project_picker_init (JxProjectPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->chosen = gtk_bitset_new_empty ();
  self->rows = gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (NULL)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->rows)), factory);
  gtk_widget_add_css_class (self->list, "picker");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Projects"), -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_box_append (GTK_BOX (buttons), make_button (_("_All"), G_CALLBACK (all_cb), self));
  gtk_box_append (GTK_BOX (buttons), make_button (_("N_one"), G_CALLBACK (none_cb), self));

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->content), self->scroller);
  gtk_box_append (GTK_BOX (self->content), buttons);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

void
jx_project_picker_set_document (JxProjectPicker *self, JxDocument *document)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  JxItem *root = NULL;
  guint n_projects = 0;

  g_return_if_fail (JX_IS_PROJECT_PICKER (self));
  g_return_if_fail (JX_IS_DOCUMENT (document));

  root = jx_document_get_root (document);
  n_projects = jx_item_count (root, JX_KIND_PROJECT);
  for (guint i = 0; i < n_projects; i++)
    {
      const char *name = jx_item_get (jx_item_child (root, JX_KIND_PROJECT, i), JX_FIELD_PROJECT_NAME);

      gtk_string_list_take (names, g_strdup_printf ("%u. %s", i + 1, name != NULL ? name : jx_kind_get_label (JX_KIND_PROJECT)));
    }
  if (n_projects != count_projects (self))
    gtk_bitset_remove_all (self->chosen);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN (n_projects * ROW_HEIGHT, MAX_HEIGHT));
  show_names (self, G_LIST_MODEL (names));
}

GArray *
jx_project_picker_dup_chosen (JxProjectPicker *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint place;

  g_return_val_if_fail (JX_IS_PROJECT_PICKER (self), places);

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->chosen, &place); more; more = gtk_bitset_iter_next (&iter, &place))
    g_array_append_val (places, place);

  return places;
}

void
jx_project_picker_set_chosen (JxProjectPicker *self, const GArray *places)
{
  g_autoptr (GListModel) names = NULL;

  g_return_if_fail (JX_IS_PROJECT_PICKER (self));
  g_return_if_fail (places != NULL);

  gtk_bitset_remove_all (self->chosen);
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) < count_projects (self))
      gtk_bitset_add (self->chosen, g_array_index (places, guint, i));
  names = g_object_ref (gtk_no_selection_get_model (self->rows));
  show_names (self, names);
}
