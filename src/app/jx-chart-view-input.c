/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-chart-view-private.h"

static void
hover (JxChartView *self, int index)
{
  if (self->hovered == index)
    return;

  self->hovered = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
find_rank (JxChartView *self, double at_x, double at_y)
{
  JxChart *chart = jx_chart_view_get_chart (self);

  for (guint i = 0; chart != NULL && i < jx_chart_count_ranks (chart); i++)
    {
      double x, y, width, height;

      jx_chart_get_rank (chart, i, &x, &y, &width, &height);
      if (at_x >= x && at_x < x + width && at_y >= y && at_y < y + height)
        return (int) i;
    }

  return -1;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, JxChartView *self)
{
  JxChart *chart = jx_chart_view_get_chart (self);

  if (chart == NULL)
    return;

  hover (self, jx_chart_find_point (chart, x, y));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_rank (self, x, y) >= 0 ? "pointer" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller, JxChartView *self)
{
  hover (self, -1);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, JxChartView *self)
{
  JxChart *chart = jx_chart_view_get_chart (self);
  int rank = find_rank (self, x, y);
  int point = chart != NULL ? jx_chart_find_point (chart, x, y) : -1;

  if (rank >= 0)
    jx_chart_view_activate_rank (self, rank);
  else if (point >= 0 && n_press == 1)
    gtk_widget_grab_focus (g_ptr_array_index (self->points, point));
  else if (point >= 0 && n_press == 2)
    jx_chart_view_activate_point (self, point);
}

gboolean
jx_chart_view_activate_focused (JxChartView *self)
{
  int point = jx_chart_view_find_focused (self->points);
  int rank = jx_chart_view_find_focused (self->ranks);

  if (point >= 0)
    jx_chart_view_activate_point (self, point);
  else if (rank >= 0)
    jx_chart_view_activate_rank (self, rank);

  return point >= 0 || rank >= 0;
}

gboolean
jx_chart_view_focus_spot (GPtrArray *spots, int to)
{
  if (spots->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (spots, CLAMP (to, 0, (int) spots->len - 1)));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, JxChartView *self)
{
  int point = jx_chart_view_find_focused (self->points);
  int rank = jx_chart_view_find_focused (self->ranks);
  GPtrArray *spots = rank >= 0 ? self->ranks : self->points;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return point >= 0 && jx_chart_view_focus_spot (spots, point - 1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return point >= 0 && jx_chart_view_focus_spot (spots, point + 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return rank >= 0 && jx_chart_view_focus_spot (spots, rank - 1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return rank >= 0 && jx_chart_view_focus_spot (spots, rank + 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return jx_chart_view_focus_spot (spots, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return jx_chart_view_focus_spot (spots, G_MAXINT);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return jx_chart_view_activate_focused (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
query_tooltip_cb (JxChartView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int rank = keyboard ? -1 : find_rank (self, x, y);
  g_autofree char *words = rank >= 0 ? jx_chart_describe_rank (self->chart, (guint) rank) : NULL;

  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

void
jx_chart_view_listen (JxChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
