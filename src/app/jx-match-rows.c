/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-match-rows.h"

#include "app/jx-match-list.h"
#include "app/jx-tooltip.h"
#include "model/jx-path.h"

/* Width of the places, so that the excerpts stand in a column. */
#define PLACE_CHARACTERS 24

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *excerpt = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (place), PLACE_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (place), PLACE_CHARACTERS);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (excerpt), 0);
  gtk_label_set_ellipsize (GTK_LABEL (excerpt), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (excerpt, TRUE);
  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), excerpt);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const JxMatch *match = jx_match_entry_get (gtk_list_item_get_item (item));
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkLabel *place = GTK_LABEL (gtk_widget_get_first_child (row));
  GtkLabel *excerpt = GTK_LABEL (gtk_widget_get_last_child (row));
  g_autofree char *label = match != NULL ? jx_path_to_label (match->item, match->field) : NULL;
  g_autofree char *markup = match != NULL ? jx_match_markup (match, NULL) : NULL;
  g_autofree char *name = NULL;

  gtk_label_set_text (place, label != NULL ? label : "");
  gtk_label_set_markup (excerpt, markup != NULL ? markup : "");
  jx_tooltip_set (row, label);
  name = g_strdup_printf ("%s: %s", gtk_label_get_text (place), gtk_label_get_text (excerpt));
  if (gtk_widget_get_parent (row) != NULL) /* the list's own row, which screen readers stop at */
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkListItemFactory *
jx_match_rows_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
