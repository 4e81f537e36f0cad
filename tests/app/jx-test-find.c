/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-test-find.h"

static GtkWidget *
find (GtkWidget *widget, GType type, guint *n)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
jx_test_find (GtkWidget *widget, GType type, guint n)
{
  return find (widget, type, &n);
}

GtkWidget *
jx_test_get (GtkWidget *widget, GType type, guint n)
{
  GtkWidget *found = find (widget, type, &n);

  g_assert_nonnull (found);
  return found;
}
