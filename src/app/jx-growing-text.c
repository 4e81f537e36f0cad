/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-growing-text.h"

#include "app/jx-focus.h"

/* As far as libadwaita's entries keep their text from the edge. */
#define SIDE_MARGIN 9
#define END_MARGIN 6
/* Lines of Chinese characters stand closer than is good for reading. */
#define LINE_SPACING 4
#define LEAST_WIDTH 80
#define NATURAL_WIDTH 400

struct _JxGrowingText
{
  GtkWidget parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (JxGrowingText, jx_growing_text, GTK_TYPE_WIDGET)

static int
measure_text (JxGrowingText *self, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (self->view, text);
  pango_layout_set_width (layout, MAX (width - 2 * SIDE_MARGIN, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, LINE_SPACING * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + LINE_SPACING + 2 * END_MARGIN;
}

static GtkSizeRequestMode
jx_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jx_growing_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  JxGrowingText *self = JX_GROWING_TEXT (widget);

  gtk_widget_measure (self->view, orientation, for_size, minimum, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = measure_text (self, for_size > 0 ? for_size : NATURAL_WIDTH);
}

static void
jx_growing_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JxGrowingText *self = JX_GROWING_TEXT (widget);
  int least_width, least_height;

  /* Its own request may still be that of another width; what hangs over is empty. */
  gtk_widget_measure (self->view, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->view, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->view, &(GtkAllocation) { 0, 0, MAX (width, least_width), MAX (height, least_height) }, -1);
}

static gboolean
jx_growing_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_GROWING_TEXT (widget)->view);
}

static void
jx_growing_text_dispose (GObject *object)
{
  g_clear_pointer (&JX_GROWING_TEXT (object)->view, gtk_widget_unparent);
  G_OBJECT_CLASS (jx_growing_text_parent_class)->dispose (object);
}

static void
jx_growing_text_class_init (JxGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_growing_text_dispose;
  widget_class->get_request_mode = jx_growing_text_get_request_mode;
  widget_class->measure = jx_growing_text_measure;
  widget_class->size_allocate = jx_growing_text_size_allocate;
  widget_class->focus = jx_focus_children;
  widget_class->grab_focus = jx_growing_text_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "growingtext");
}

static void
jx_growing_text_init (JxGrowingText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  self->view = GTK_WIDGET (view);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, END_MARGIN);
  gtk_text_view_set_bottom_margin (view, END_MARGIN);
  gtk_text_view_set_left_margin (view, SIDE_MARGIN);
  gtk_text_view_set_right_margin (view, SIDE_MARGIN);
  gtk_text_view_set_pixels_inside_wrap (view, LINE_SPACING);
  gtk_text_view_set_pixels_below_lines (view, LINE_SPACING);
  gtk_widget_add_css_class (self->view, "field");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jx_growing_text_new (void)
{
  return g_object_new (JX_TYPE_GROWING_TEXT, NULL);
}

GtkTextView *
jx_growing_text_get_view (JxGrowingText *text)
{
  g_return_val_if_fail (JX_IS_GROWING_TEXT (text), NULL);

  return GTK_TEXT_VIEW (text->view);
}
