/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-in-view.h"

gboolean
jx_in_view_bring (GtkWidget *widget, double top, double bottom)
{
  GtkWidget *scroller = NULL;
  GtkWidget *content = NULL;
  GtkAdjustment *adjustment = NULL;
  double before, x, y;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && top <= bottom, FALSE);

  scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  content = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  if (content == NULL || !gtk_widget_translate_coordinates (widget, content, 0, top, &x, &y))
    return FALSE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, before + y, before + y + bottom - top);

  return gtk_adjustment_get_value (adjustment) != before;
}
