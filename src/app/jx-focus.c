/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-focus.h"

gboolean
jx_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean backward = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}

void
jx_focus_search (GtkSearchEntry *search)
{
  GtkEditable *text = NULL;

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (search));

  text = gtk_editable_get_delegate (GTK_EDITABLE (search));
  if (!gtk_widget_has_focus (GTK_WIDGET (text)))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}
