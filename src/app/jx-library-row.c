/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-library-row.h"

#include <glib/gi18n-lib.h>

#include "app/jx-tooltip.h"

struct _JxLibraryHit
{
  GObject parent_instance;

  const JxLibraryEntry *entry;
  int year;
};

G_DEFINE_FINAL_TYPE (JxLibraryHit, jx_library_hit, G_TYPE_OBJECT)

struct _JxLibraryRow
{
  GtkWidget parent_instance;

  JxLibraryHit *hit;
  GtkWidget *pick;
  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *place;
  GtkWidget *star;
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (JxLibraryRow, jx_library_row, GTK_TYPE_WIDGET)

static guint marked_signal;
static guint picked_signal;

static void
jx_library_hit_class_init (JxLibraryHitClass *klass)
{
}

static void
jx_library_hit_init (JxLibraryHit *hit)
{
}

JxLibraryHit *
jx_library_hit_new (const JxLibraryEntry *entry, int year)
{
  JxLibraryHit *hit = g_object_new (JX_TYPE_LIBRARY_HIT, NULL);

  hit->entry = entry;
  hit->year = year;

  return hit;
}

const JxLibraryEntry *
jx_library_hit_get_entry (JxLibraryHit *hit)
{
  g_return_val_if_fail (JX_IS_LIBRARY_HIT (hit), NULL);

  return hit->entry;
}

static void
show_star (JxLibraryRow *self, gboolean marked)
{
  gtk_button_set_icon_name (GTK_BUTTON (self->star), marked ? "starred-symbolic" : "non-starred-symbolic");
  jx_tooltip_set (self->star, marked ? _("Marked: it is kept and comes first") : _("Mark it, to be kept and come first"));
}

static void
toggled_cb (JxLibraryRow *self)
{
  gboolean marked = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star));

  show_star (self, marked);
  if (!self->syncing)
    g_signal_emit (self, marked_signal, 0, marked);
}

static void
picked_cb (JxLibraryRow *self)
{
  g_signal_emit (self, picked_signal, 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->pick)));
}

static void
jx_library_row_dispose (GObject *object)
{
  JxLibraryRow *self = JX_LIBRARY_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->hit);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jx_library_row_parent_class)->dispose (object);
}

static void
jx_library_row_class_init (JxLibraryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_library_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "libraryrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  marked_signal = g_signal_new ("marked", JX_TYPE_LIBRARY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  picked_signal = g_signal_new ("picked", JX_TYPE_LIBRARY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkWidget *
put (JxLibraryRow *self, GtkWidget *child, int column, int row, int column_span, int row_span)
{
  GtkLayoutChild *place;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (GTK_WIDGET (self)), child);
  g_object_set (place, "column", column, "row", row, "column-span", column_span, "row-span", row_span, NULL);

  return child;
}

static GtkWidget *
make_label (double xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static void
jx_library_row_init (JxLibraryRow *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_column_spacing (layout, 12);
  gtk_grid_layout_set_row_spacing (layout, 3);
  self->pick = put (self, gtk_check_button_new (), 0, 0, 1, 2);
  gtk_widget_set_valign (self->pick, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->pick, "toggled", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  self->star = put (self, gtk_toggle_button_new (), 1, 0, 1, 2);
  gtk_widget_set_valign (self->star, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->star, "flat");
  gtk_widget_add_css_class (self->star, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marked"), -1);
  g_signal_connect_object (self->star, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->name = put (self, make_label (0), 2, 0, 1, 1);
  gtk_widget_set_hexpand (self->name, TRUE);
  self->value = put (self, make_label (1), 3, 0, 1, 1);
  gtk_label_set_max_width_chars (GTK_LABEL (self->value), 24);
  gtk_widget_add_css_class (self->value, "numeric");
  self->place = put (self, make_label (0), 2, 1, 2, 1);
  gtk_widget_add_css_class (self->place, "dim-label");
  gtk_widget_add_css_class (self->place, "caption");
}

GtkWidget *
jx_library_row_new (void)
{
  return g_object_new (JX_TYPE_LIBRARY_ROW, NULL);
}

void
jx_library_row_set_picked (JxLibraryRow *self, gboolean picked)
{
  g_return_if_fail (JX_IS_LIBRARY_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->pick), picked);
}

static char *
format_value (JxLibraryHit *hit)
{
  int year;
  const char *value = jx_library_entry_get_value (hit->entry, hit->year, &year);

  if (value == NULL)
    return g_strdup ("—");

  /* Translators: a year and the value used in it, “2025: ≥95%”. */
  return year > 0 ? g_strdup_printf (_("%d: %s"), year, value) : g_strdup (value);
}

static void
append_part (GString *text, const char *between, const char *part)
{
  if (part[0] == '\0')
    return;
  if (text->len)
    g_string_append (text, between);
  g_string_append (text, part);
}

void
jx_library_row_set_hit (JxLibraryRow *self, JxLibraryHit *hit)
{
  g_autofree char *value = NULL, *spoken = NULL;
  g_autoptr (GString) place = g_string_new (NULL);
  const JxLibraryEntry *entry;
  GtkWidget *row;

  g_return_if_fail (JX_IS_LIBRARY_ROW (self));

  g_set_object (&self->hit, hit);
  if (hit == NULL)
    return;

  entry = hit->entry;
  value = format_value (hit);
  append_part (place, " › ", entry->level1);
  append_part (place, " › ", entry->level2);
  append_part (place, " · ", entry->description);
  append_part (place, " · ", entry->basis);
  gtk_label_set_text (GTK_LABEL (self->name), entry->level3);
  gtk_label_set_text (GTK_LABEL (self->value), value);
  gtk_label_set_text (GTK_LABEL (self->place), place->str);
  jx_tooltip_set (GTK_WIDGET (self), place->str);
  self->syncing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), entry->marked);
  show_star (self, entry->marked);
  self->syncing = FALSE;

  /* The list's own row is what screen readers stop at. */
  row = gtk_widget_get_parent (GTK_WIDGET (self));
  spoken = g_strdup_printf ("%s, %s, %s", entry->level3, value, place->str);
  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* And its box is what the keys come to. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pick), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const JxLibraryEntry *
jx_library_row_get_entry (JxLibraryRow *self)
{
  g_return_val_if_fail (JX_IS_LIBRARY_ROW (self), NULL);

  return self->hit ? self->hit->entry : NULL;
}
