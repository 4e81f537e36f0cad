/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-row.h"

#include <glib/gi18n-lib.h>

#include "app/jx-spending-bar.h"
#include "base/jx-amount.h"

struct _JxProjectRow
{
  GtkWidget parent_instance;

  JxProjectEntry *entry;
  gulong changed;
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *amount;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (JxProjectRow, jx_project_row, GTK_TYPE_WIDGET)

enum
{
  CLICKED,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As wide as the largest number in the list, so that names stand in one line. */
static void
set_number_width (JxProjectRow *self, guint count)
{
  int digits = 2;

  for (guint rest = count / 100; rest > 0; rest /= 10)
    digits++;
  if (gtk_label_get_width_chars (self->number) != digits)
    gtk_label_set_width_chars (self->number, digits);
}

/* The list's own row is what screen readers stop at; it is the parent of this one. */
static void
set_spoken (JxProjectRow *self, const char *text)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_root (JxProjectRow *self, JxItem *root)
{
  guint count = jx_item_count (root, JX_KIND_PROJECT);
  g_autofree char *projects = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u project", "%u projects", count), count);

  set_number_width (self, count);
  gtk_label_set_text (self->number, "");
  gtk_label_set_text (self->name, _("Department goals"));
  gtk_label_set_text (self->amount, projects);
  gtk_widget_add_css_class (GTK_WIDGET (self->amount), "dim-label");
  gtk_widget_set_visible (self->bar, FALSE);
  set_spoken (self, _("Department goals"));
}

static void
show_project (JxProjectRow *self, JxItem *project)
{
  g_autoptr (JxProgress) progress = jx_progress_new (project);
  g_autofree char *number = g_strdup_printf ("%u", jx_item_get_index (project) + 1);
  g_autofree char *amount = NULL;
  g_autofree char *spoken = NULL;
  const char *name = jx_item_get (project, JX_FIELD_PROJECT_NAME);
  gint64 fen = 0;

  if (name == NULL)
    name = _("Unnamed project");
  if (jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &fen))
    amount = jx_amount_format_grouped (fen);
  spoken = g_strdup_printf ("%s %s", number, name);

  set_number_width (self, jx_item_count (jx_item_get_parent (project), JX_KIND_PROJECT));
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->amount, amount != NULL ? amount : "—");
  gtk_widget_remove_css_class (GTK_WIDGET (self->amount), "dim-label");
  gtk_widget_set_visible (self->bar, TRUE);
  jx_spending_bar_set_progress (JX_SPENDING_BAR (self->bar), progress);
  set_spoken (self, spoken);
}

static void
update (JxProjectRow *self)
{
  JxItem *item = jx_project_entry_get_item (self->entry);

  if (!jx_item_is_attached (item))
    return; /* on its way out of the list */
  if (jx_item_get_kind (item) == JX_KIND_PROJECT)
    show_project (self, item);
  else
    show_root (self, item);
}

/* Made when it is asked for: to set one costs a question to the display server, a row. */
static gboolean
jx_project_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JxProjectRow *self = JX_PROJECT_ROW (widget);
  JxItem *item = self->entry != NULL ? jx_project_entry_get_item (self->entry) : NULL;
  g_autoptr (JxProgress) progress = item != NULL ? jx_progress_new (item) : NULL;
  g_autofree char *sentence = progress != NULL ? jx_progress_describe (JX_LANGUAGE_INTERFACE, progress) : NULL;
  g_autofree char *text = NULL;

  if (sentence == NULL)
    return FALSE;

  text = g_strdup_printf ("%s\n%s", gtk_label_get_text (self->name), sentence);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, JxProjectRow *self)
{
  if (n_press == 1 && gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[CLICKED], 0);
}

/* For assistive technology, which can only mark a row of a list. */
static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLICKED], 0);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JxProjectRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static void
jx_project_row_dispose (GObject *object)
{
  JxProjectRow *self = JX_PROJECT_ROW (object);
  GtkWidget *child = NULL;

  jx_project_row_set_entry (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jx_project_row_parent_class)->dispose (object);
}

static void
jx_project_row_class_init (JxProjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_project_row_dispose;
  widget_class->query_tooltip = jx_project_row_query_tooltip;
  gtk_widget_class_install_action (widget_class, "project.open", NULL, open_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "projectrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CLICKED] = g_signal_new ("clicked", JX_TYPE_PROJECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", JX_TYPE_PROJECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static GtkWidget *
put (JxProjectRow *self, GtkWidget *child, int column, int row, int column_span)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkLayoutChild *place = NULL;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = gtk_layout_manager_get_layout_child (layout, child);
  g_object_set (place, "column", column, "row", row, "column-span", column_span, NULL);

  return child;
}

static void
add_gestures (JxProjectRow *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect (primary, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

static void
jx_project_row_init (JxProjectRow *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_column_spacing (layout, 6);
  gtk_grid_layout_set_row_spacing (layout, 3);

  self->number = GTK_LABEL (put (self, gtk_label_new (NULL), 0, 0, 1));
  gtk_label_set_xalign (self->number, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");

  self->name = GTK_LABEL (put (self, gtk_label_new (NULL), 1, 0, 2));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);

  self->bar = put (self, jx_spending_bar_new (), 1, 1, 1);
  gtk_widget_set_hexpand (self->bar, TRUE);

  self->amount = GTK_LABEL (put (self, gtk_label_new (NULL), 2, 1, 1));
  gtk_label_set_width_chars (self->amount, 9);
  gtk_label_set_xalign (self->amount, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->amount), "numeric");

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_gestures (self);
}

GtkWidget *
jx_project_row_new (void)
{
  return g_object_new (JX_TYPE_PROJECT_ROW, NULL);
}

void
jx_project_row_set_entry (JxProjectRow *self, JxProjectEntry *entry)
{
  g_return_if_fail (JX_IS_PROJECT_ROW (self));

  if (self->entry != NULL)
    g_signal_handler_disconnect (self->entry, self->changed);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  self->changed = g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  update (self);
}

JxProjectEntry *
jx_project_row_get_entry (JxProjectRow *self)
{
  g_return_val_if_fail (JX_IS_PROJECT_ROW (self), NULL);

  return self->entry;
}
