/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-project-page.h"
#include "app/jx-sheet-shape.h"

/* How large the sheets are shown: by keys, the wheel, and a line in the menu that says how large. */

static int
get_percent (JxWindow *self)
{
  JxPage *page = self->session != NULL ? jx_window_get_current_page (self) : NULL;
  int zoom = jx_sheet_shape_get_zoom (jx_sheet_shape_get ());

  if (zoom != JX_ZOOM_FIT)
    return zoom;

  return page != NULL && JX_IS_PROJECT_PAGE (page) ? jx_project_page_get_percent (JX_PROJECT_PAGE (page)) : 100;
}

static void
update (JxWindow *self)
{
  g_autofree char *percent = g_strdup_printf (_("%d%%"), get_percent (self));
  gboolean fits = jx_sheet_shape_get_zoom (jx_sheet_shape_get ()) == JX_ZOOM_FIT;

  gtk_button_set_label (GTK_BUTTON (self->zoom_button), percent);
  gtk_widget_set_tooltip_text (self->zoom_button, fits ? _("As Wide as the Window") : _("Zoom to the Width of the Window"));
}

void
jx_window_zoom_in (JxWindow *self, GVariant *parameter)
{
  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), jx_sheet_shape_step_zoom (get_percent (self), 1));
}

void
jx_window_zoom_out (JxWindow *self, GVariant *parameter)
{
  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), jx_sheet_shape_step_zoom (get_percent (self), -1));
}

void
jx_window_zoom_fit (JxWindow *self, GVariant *parameter)
{
  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), JX_ZOOM_FIT);
}

static GtkWidget *
make_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label ("100%");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, icon != NULL ? "circular" : "numeric");
  if (icon != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

void
jx_window_init_zoom (JxWindow *self)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Zoom"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (line, "zoom");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), make_button ("zoom-out-symbolic", _("Zoom Out"), "win.zoom-out"));
  self->zoom_button = make_button (NULL, _("As Wide as the Window"), "win.zoom-fit");
  gtk_label_set_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->zoom_button))), 5);
  gtk_box_append (GTK_BOX (line), self->zoom_button);
  gtk_box_append (GTK_BOX (line), make_button ("zoom-in-symbolic", _("Zoom In"), "win.zoom-in"));
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), line, "zoom");

  g_signal_connect_object (popover, "show", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jx_sheet_shape_get (), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
