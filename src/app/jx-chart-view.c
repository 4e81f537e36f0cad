/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-chart-view-private.h"

#include <adwaita.h>
#include <math.h>

#include "app/jx-chart-spot.h"

#define LEAST_WIDTH 240
#define NATURAL_WIDTH 480

G_DEFINE_FINAL_TYPE (JxChartView, jx_chart_view, GTK_TYPE_WIDGET)

static guint signals[JX_CHART_VIEW_N_SIGNALS];

static double
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (resolution > 0 ? resolution : 96) / 72;
}

static JxChartStyle
get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (manager))
    return JX_CHART_DARK;

  return adw_style_manager_get_high_contrast (manager) ? JX_CHART_PRINT : JX_CHART_LIGHT;
}

/* The chart for @width, laid out anew only when that changes or something was invalidated. */
static JxChart *
get_chart (JxChartView *self, int width)
{
  g_autoptr (JxChart) other = NULL;

  if ((self->chart != NULL && self->chart_width == width) || self->item == NULL)
    return self->chart;

  other = self->chart;
  self->chart = other != NULL ? jx_chart_new_again (other, width, 0, get_style (), get_font_size (GTK_WIDGET (self)))
                              : jx_chart_new (self->item, width, 0, get_style (), get_font_size (GTK_WIDGET (self)));
  self->chart_width = width;

  return self->chart;
}

JxChart *
jx_chart_view_get_chart (JxChartView *self)
{
  return get_chart (self, MAX (gtk_widget_get_width (GTK_WIDGET (self)), LEAST_WIDTH));
}

int
jx_chart_view_find_focused (GPtrArray *spots)
{
  for (guint i = 0; i < spots->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (spots, i)))
      return (int) i;

  return -1;
}

/* The point to be shown exactly: not before somebody uses the keyboard. */
static int
find_visibly_focused (JxChartView *self)
{
  int point = jx_chart_view_find_focused (self->points);

  return point >= 0 && gtk_widget_has_visible_focus (g_ptr_array_index (self->points, point)) ? point : -1;
}

static void
resize_spots (JxChartView *self, GPtrArray *spots, guint count, GtkAccessibleRole role)
{
  while (spots->len > count)
    gtk_widget_unparent (g_ptr_array_steal_index (spots, spots->len - 1));
  while (spots->len < count)
    {
      GtkWidget *spot = jx_chart_spot_new (role);

      gtk_widget_set_parent (spot, GTK_WIDGET (self));
      g_signal_connect_object (spot, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (spot, "activated", G_CALLBACK (jx_chart_view_activate_focused), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (spots, spot);
    }
}

/* One spot a datum; those that stay keep the focus. */
static void
update_spots (JxChartView *self)
{
  JxChart *chart = jx_chart_view_get_chart (self);
  const JxProgress *progress = chart != NULL ? jx_chart_get_progress (chart) : NULL;
  g_autofree char *words = chart != NULL ? jx_chart_describe (chart) : NULL;

  resize_spots (self, self->points, progress != NULL ? progress->points->len : 0, GTK_ACCESSIBLE_ROLE_IMG);
  resize_spots (self, self->ranks, chart != NULL ? jx_chart_count_ranks (chart) : 0, GTK_ACCESSIBLE_ROLE_LINK);
  for (guint i = 0; i < self->points->len; i++)
    {
      g_autofree char *point = jx_progress_describe_point (JX_LANGUAGE_INTERFACE, progress, i);

      jx_chart_spot_set_words (g_ptr_array_index (self->points, i), point);
    }
  for (guint i = 0; i < self->ranks->len; i++)
    {
      g_autofree char *rank = jx_chart_describe_rank (chart, i);

      jx_chart_spot_set_words (g_ptr_array_index (self->ranks, i), rank);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
}

static void
invalidate (JxChartView *self)
{
  g_clear_pointer (&self->chart, jx_chart_free);
  self->hovered = -1;
  update_spots (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jx_chart_view_activate_point (JxChartView *self, int index)
{
  g_signal_emit (self, signals[JX_CHART_VIEW_POINT_ACTIVATED], 0, index);
}

void
jx_chart_view_activate_rank (JxChartView *self, int index)
{
  JxItem *project = jx_chart_get_rank (jx_chart_view_get_chart (self), (guint) index, NULL, NULL, NULL, NULL);

  g_signal_emit (self, signals[JX_CHART_VIEW_PROJECT_ACTIVATED], 0, project);
}

static GtkSizeRequestMode
jx_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jx_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  JxChartView *self = JX_CHART_VIEW (widget);
  JxChart *chart;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  chart = get_chart (self, for_size > 0 ? for_size : NATURAL_WIDTH);
  *minimum = *natural = chart != NULL ? (int) ceil (jx_chart_get_height (chart)) : 0;
}

static void
allocate_spot (GtkWidget *spot, double x, double y, double width, double height)
{
  GtkAllocation allocation = { (int) x, (int) y, (int) width, (int) height };

  gtk_widget_measure (spot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (spot, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (spot, &allocation, -1);
}

static void
jx_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JxChartView *self = JX_CHART_VIEW (widget);
  const double size = 1.8 * get_font_size (widget);
  JxChart *chart = get_chart (self, MAX (width, LEAST_WIDTH));
  double x, y, rank_width, rank_height;

  for (guint i = 0; i < self->points->len; i++)
    {
      jx_chart_get_point (chart, i, &x, &y);
      allocate_spot (g_ptr_array_index (self->points, i), x - size / 2, y - size / 2, size, size);
    }
  for (guint i = 0; i < self->ranks->len; i++)
    {
      jx_chart_get_rank (chart, i, &x, &y, &rank_width, &rank_height);
      allocate_spot (g_ptr_array_index (self->ranks, i), x, y, rank_width, rank_height);
    }
}

static void
jx_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JxChartView *self = JX_CHART_VIEW (widget);
  JxChart *chart = jx_chart_view_get_chart (self);
  cairo_t *cairo;

  if (chart == NULL)
    return;

  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                    (float) gtk_widget_get_height (widget)));
  jx_chart_draw (chart, cairo, self->hovered >= 0 ? self->hovered : find_visibly_focused (self));
  cairo_destroy (cairo);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/* Tab enters at the latest checkpoint, goes on to the ranking, then out; arrows move within. */
static gboolean
jx_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JxChartView *self = JX_CHART_VIEW (widget);
  gboolean in_points = jx_chart_view_find_focused (self->points) >= 0;
  gboolean in_ranks = jx_chart_view_find_focused (self->ranks) >= 0;
  int latest = self->points->len > 0 ? jx_chart_get_progress (jx_chart_view_get_chart (self))->latest : -1;

  if (direction == GTK_DIR_TAB_BACKWARD)
    {
      if (in_points)
        return FALSE;
      return (!in_ranks && jx_chart_view_focus_spot (self->ranks, 0)) || jx_chart_view_focus_spot (self->points, latest);
    }
  if (in_ranks || (in_points && direction != GTK_DIR_TAB_FORWARD))
    return FALSE;
  if (in_points)
    return jx_chart_view_focus_spot (self->ranks, 0);

  return jx_chart_view_focus_spot (self->points, latest) || jx_chart_view_focus_spot (self->ranks, 0);
}

static gboolean
jx_chart_view_grab_focus (GtkWidget *widget)
{
  return jx_chart_view_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
jx_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jx_chart_view_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    invalidate (JX_CHART_VIEW (widget));
}

static void
jx_chart_view_dispose (GObject *object)
{
  JxChartView *self = JX_CHART_VIEW (object);

  jx_chart_view_set_item (self, NULL);
  G_OBJECT_CLASS (jx_chart_view_parent_class)->dispose (object);
}

static void
jx_chart_view_finalize (GObject *object)
{
  JxChartView *self = JX_CHART_VIEW (object);

  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->ranks);
  G_OBJECT_CLASS (jx_chart_view_parent_class)->finalize (object);
}

static void
jx_chart_view_class_init (JxChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jx_chart_view_dispose;
  object_class->finalize = jx_chart_view_finalize;
  widget_class->get_request_mode = jx_chart_view_get_request_mode;
  widget_class->measure = jx_chart_view_measure;
  widget_class->size_allocate = jx_chart_view_size_allocate;
  widget_class->snapshot = jx_chart_view_snapshot;
  widget_class->focus = jx_chart_view_focus;
  widget_class->grab_focus = jx_chart_view_grab_focus;
  widget_class->system_setting_changed = jx_chart_view_system_setting_changed;

  signals[JX_CHART_VIEW_POINT_ACTIVATED] = g_signal_new ("point-activated", JX_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[JX_CHART_VIEW_PROJECT_ACTIVATED] = g_signal_new ("project-activated", JX_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jx_chart_view_init (JxChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->hovered = -1;
  self->points = g_ptr_array_new ();
  self->ranks = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  jx_chart_view_listen (self);
}

GtkWidget *
jx_chart_view_new (void)
{
  return g_object_new (JX_TYPE_CHART_VIEW, NULL);
}

void
jx_chart_view_set_item (JxChartView *view, JxItem *item)
{
  JxDocument *document = item != NULL ? jx_item_get_document (item) : NULL;

  g_return_if_fail (JX_IS_CHART_VIEW (view));

  if (view->item == item && item != NULL)
    return;

  if (view->document != NULL)
    g_signal_handlers_disconnect_by_data (view->document, view);
  view->item = item;
  g_set_object (&view->document, document);
  if (view->document != NULL)
    g_signal_connect_object (view->document, "settled", G_CALLBACK (invalidate), view, G_CONNECT_SWAPPED);
  invalidate (view);
}
