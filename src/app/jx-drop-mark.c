/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-drop-mark.h"

#define ABOVE "drop-above"
#define BELOW "drop-below"

static gboolean
is_below (GtkWidget *widget, double y)
{
  return y > gtk_widget_get_height (widget) / 2.;
}

void
jx_drop_mark_carry (GtkDragSource *source, GdkDrag *drag, GtkWidget *widget)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

void
jx_drop_mark_show (GtkWidget *widget, double y)
{
  gtk_widget_remove_css_class (widget, is_below (widget, y) ? ABOVE : BELOW);
  gtk_widget_add_css_class (widget, is_below (widget, y) ? BELOW : ABOVE);
}

void
jx_drop_mark_clear (GtkWidget *widget)
{
  gtk_widget_remove_css_class (widget, ABOVE);
  gtk_widget_remove_css_class (widget, BELOW);
}

guint
jx_drop_mark_find_place (GtkWidget *widget, double y, guint from, guint here)
{
  guint to = here + (is_below (widget, y) ? 1 : 0);

  /* Its own place is free once it is taken out. */
  return from < to ? to - 1 : to;
}
