/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-preview.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.25
#define ZOOM_MIN 0.25
#define ZOOM_MAX 4.

struct _JxPreview
{
  AdwWindow parent_instance;

  JxPaper *paper;
  GObject *owner;
  GDestroyNotify free_paper;
  guint page;
  double zoom; /* 1: a point is a pixel at 96 dpi */

  GtkScrolledWindow *scroller;
  GtkDrawingArea *area;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (JxPreview, jx_preview, ADW_TYPE_WINDOW)

static double
get_scale (JxPreview *self)
{
  return self->zoom * 96 / 72;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer user_data)
{
  JxPreview *self = user_data;

  if (self->paper == NULL)
    return;

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, get_scale (self), get_scale (self));
  jx_paper_draw_page (self->paper, self->page, cairo);
}

static void
update (JxPreview *self)
{
  guint count = jx_paper_count_pages (self->paper);
  g_autofree char *place = g_strdup_printf (_("Page %u of %u"), self->page + 1, count);
  double width = 0;
  double height = 0;

  jx_paper_get_page_size (self->paper, self->page, &width, &height);
  gtk_drawing_area_set_content_width (self->area, width * get_scale (self) + 0.5);
  gtk_drawing_area_set_content_height (self->area, height * get_scale (self) + 0.5);
  gtk_label_set_text (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", self->page + 1 < count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", self->zoom < ZOOM_MAX);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", self->zoom > ZOOM_MIN);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
go_to (JxPreview *self, int page)
{
  self->page = CLAMP (page, 0, (int) jx_paper_count_pages (self->paper) - 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update (self);
}

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JxPreview *self = JX_PREVIEW (widget);
  int last = jx_paper_count_pages (self->paper) - 1;

  if (g_str_equal (name, "preview.previous"))
    go_to (self, (int) self->page - 1);
  else if (g_str_equal (name, "preview.next"))
    go_to (self, (int) self->page + 1);
  else
    go_to (self, g_str_equal (name, "preview.first") ? 0 : last);
}

static void
zoom_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JxPreview *self = JX_PREVIEW (widget);
  double factor = g_str_equal (name, "preview.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;

  self->zoom = CLAMP (self->zoom * factor, ZOOM_MIN, ZOOM_MAX);
  update (self);
}

static void
jx_preview_dispose (GObject *object)
{
  JxPreview *self = JX_PREVIEW (object);

  if (self->paper != NULL && self->free_paper != NULL)
    self->free_paper (self->paper);
  self->paper = NULL;
  g_clear_object (&self->owner);

  G_OBJECT_CLASS (jx_preview_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "preview.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "preview.last", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_preview_class_init (JxPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, JxPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, area);
  gtk_widget_class_bind_template_child (widget_class, JxPreview, place);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "preview.first", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "preview.last", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_cb);
  add_bindings (widget_class);
}

static void
jx_preview_init (JxPreview *self)
{
  self->zoom = 0.8;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, draw_cb, self, NULL);
}

GtkWidget *
jx_preview_new (GtkWindow *parent, JxPaper *paper, GObject *owner, GDestroyNotify free_paper)
{
  JxPreview *self = NULL;

  g_return_val_if_fail (paper != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);

  self = g_object_new (JX_TYPE_PREVIEW, "transient-for", parent, NULL);
  self->paper = paper;
  self->owner = g_object_ref (owner);
  self->free_paper = free_paper;
  update (self);

  return GTK_WIDGET (self);
}
