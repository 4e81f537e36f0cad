/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-page-view-input.h"

/* Where the paper was when it was taken hold of. */
typedef struct
{
  JxPageView *view;
  double x, y;
} Drag;

/* What goes by the page goes so far for the first and the last. */
#define ALL_PAGES (G_MAXINT / 2)

static GtkAdjustment *
get_adjustment (JxPageView *view, GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view))
                                                   : gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JxPageView *view = JX_PAGE_VIEW (widget);
  int by = g_variant_get_int32 (arguments);
  int page = (int) jx_page_view_get_page (view);

  jx_page_view_set_page (view, by == ALL_PAGES ? G_MAXUINT : (guint) MAX (page + by, 0));
  return GDK_EVENT_STOP;
}

static gboolean
scroll_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkAdjustment *adjustment = NULL;
  GtkOrientation orientation;
  double by;

  g_variant_get (arguments, "(id)", &orientation, &by);
  adjustment = get_adjustment (JX_PAGE_VIEW (widget), orientation);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by * gtk_adjustment_get_page_size (adjustment));
  return GDK_EVENT_STOP;
}

static gboolean
wheel_cb (GtkEventControllerScroll *wheel, double dx, double dy, JxPageView *view)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (wheel));
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (view)));
  double x = gtk_widget_get_width (GTK_WIDGET (view)) / 2.;
  double y = gtk_widget_get_height (GTK_WIDGET (view)) / 2.;
  double left, top;

  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (wheel)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  if (event != NULL && gdk_event_get_position (event, &x, &y))
    {
      gtk_native_get_surface_transform (GTK_NATIVE (native), &left, &top);
      gtk_widget_translate_coordinates (native, GTK_WIDGET (view), x - left, y - top, &x, &y);
    }
  if (dy != 0)
    jx_page_view_step_zoom (view, dy < 0, x, y);

  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Drag *drag)
{
  gtk_widget_grab_focus (GTK_WIDGET (drag->view));
  drag->x = gtk_adjustment_get_value (get_adjustment (drag->view, GTK_ORIENTATION_HORIZONTAL));
  drag->y = gtk_adjustment_get_value (get_adjustment (drag->view, GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (drag->view), "grabbing");
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *drag)
{
  gtk_adjustment_set_value (get_adjustment (drag->view, GTK_ORIENTATION_HORIZONTAL), drag->x - dx);
  gtk_adjustment_set_value (get_adjustment (drag->view, GTK_ORIENTATION_VERTICAL), drag->y - dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *drag)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (drag->view), "grab");
}

void
jx_page_view_add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, modifiers;
    int by;
  } turns[] = {
    { GDK_KEY_Page_Up, 0, -1 },
    { GDK_KEY_KP_Page_Up, 0, -1 },
    { GDK_KEY_Page_Down, 0, 1 },
    { GDK_KEY_KP_Page_Down, 0, 1 },
    { GDK_KEY_Home, 0, -ALL_PAGES },
    { GDK_KEY_End, 0, ALL_PAGES },
  };
  static const struct
  {
    guint key, modifiers;
    GtkOrientation orientation;
    double by;
  } scrolls[] = {
    { GDK_KEY_space, 0, GTK_ORIENTATION_VERTICAL, 0.9 },
    { GDK_KEY_space, GDK_SHIFT_MASK, GTK_ORIENTATION_VERTICAL, -0.9 },
    { GDK_KEY_Down, 0, GTK_ORIENTATION_VERTICAL, 0.1 },
    { GDK_KEY_Up, 0, GTK_ORIENTATION_VERTICAL, -0.1 },
    { GDK_KEY_Right, 0, GTK_ORIENTATION_HORIZONTAL, 0.1 },
    { GDK_KEY_Left, 0, GTK_ORIENTATION_HORIZONTAL, -0.1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_add_binding (widget_class, turns[i].key, turns[i].modifiers, turn_cb, "i", turns[i].by);
  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    gtk_widget_class_add_binding (widget_class, scrolls[i].key, scrolls[i].modifiers, scroll_cb, "(id)", scrolls[i].orientation, scrolls[i].by);
}

void
jx_page_view_add_controllers (JxPageView *view)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *gesture = gtk_gesture_drag_new ();
  Drag *drag = g_new0 (Drag, 1);

  drag->view = view;
  g_object_set_data_full (G_OBJECT (gesture), "jx-drag", drag, g_free);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (view), "grab");
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), wheel);
  g_signal_connect (gesture, "drag-begin", G_CALLBACK (drag_begin_cb), drag);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag_update_cb), drag);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (drag_end_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
}
