/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-pair-layout.h"

/* How much narrower the second child gets where there is little room. */
#define SIDE_YIELDS 40

struct _JxPairLayout
{
  GtkLayoutManager parent_instance;

  GtkAdjustment *horizontal; /* (nullable): of the scroller around a page */
  GtkAdjustment *vertical;   /* (nullable): the same scroller's */
  int side;                  /* what the second child covers at the right of what is seen */
  int side_width;          /* the most the second child gets beside the first; 0: half */
  int threshold;           /* from which width on they stand side by side */
  int space;               /* around the first, or between the two */
  int width;               /* as last allocated */
};

G_DEFINE_FINAL_TYPE (JxPairLayout, jx_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum, natural;

  gtk_widget_measure (child, orientation, for_size, &minimum, &natural, NULL, NULL);

  return orientation == GTK_ORIENTATION_VERTICAL ? natural : minimum;
}

/* How much of @width is seen at once: a page may be wider than its scroller. */
static int
get_seen (JxPairLayout *layout, int width)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (layout));
  GtkWidget *viewport = layout->vertical ? gtk_widget_get_parent (widget) : NULL;
  int seen = viewport ? gtk_widget_get_width (viewport) : 0;

  return seen > 0 && seen < width ? seen : width;
}

/* The width of @other where @seen is seen at once. */
static int
get_side (JxPairLayout *layout, GtkWidget *other, int seen)
{
  if (layout->side_width == 0)
    return (seen - layout->space) / 2;

  /* With large letters it needs more than it is meant to have. */
  return MAX (CLAMP (seen / 3, layout->side_width - SIDE_YIELDS, layout->side_width), measure_child (other, GTK_ORIENTATION_HORIZONTAL, -1));
}

/* Widths of the two, @other the second, at @width; @beside: whether they stand side by side. */
static void
share_width (JxPairLayout *layout, GtkWidget *other, int width, int *first, int *second, gboolean *beside)
{
  int seen = get_seen (layout, width);

  *beside = seen >= layout->threshold;
  if (!*beside)
    {
      *first = width;
      *second = seen;
    }
  else
    {
      *second = get_side (layout, other, seen);
      *first = width - *second - (layout->vertical ? 0 : layout->space);
    }
  if (layout->vertical)
    *first -= 2 * layout->space;
}

static GtkSizeRequestMode
jx_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jx_pair_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  JxPairLayout *layout = JX_PAIR_LAYOUT (manager);
  GtkWidget *one = gtk_widget_get_first_child (widget), *other = gtk_widget_get_next_sibling (one);
  int first, second, first_height, second_height;
  gboolean beside;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int seen = get_seen (layout, G_MAXINT);

      *minimum = MAX (measure_child (one, orientation, -1) + (layout->vertical ? 2 * layout->space : 0), measure_child (other, orientation, -1));
      if (layout->vertical && seen != G_MAXINT && seen >= layout->threshold)
        *minimum = measure_child (one, orientation, -1) + 2 * layout->space + get_side (layout, other, seen);
      *natural = MAX (*minimum, layout->threshold);
      return;
    }

  /* Asked for no width, a page answers for the one it has: for another every cell of the sheet would
   * be measured, and again for this one, at each change. */
  if (for_size < 0 && layout->vertical && layout->width == 0)
    {
      *minimum = *natural = 0;
      return;
    }
  share_width (layout, other, for_size >= 0 ? for_size : layout->width ? layout->width : layout->threshold, &first, &second, &beside);
  first_height = measure_child (one, orientation, first) + (layout->vertical ? 2 * layout->space : 0);
  second_height = layout->vertical && beside ? 0 : measure_child (other, orientation, second);
  *minimum = *natural = beside ? MAX (first_height, second_height)
                               : first_height + (layout->vertical ? 0 : layout->space) + second_height;
}

static void
jx_pair_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  JxPairLayout *layout = JX_PAIR_LAYOUT (manager);
  GtkWidget *one = gtk_widget_get_first_child (widget), *other = gtk_widget_get_next_sibling (one);
  int pad = layout->vertical ? layout->space : 0, first, second, first_height, top, tall, left;
  gboolean beside;

  layout->width = width;
  share_width (layout, other, width, &first, &second, &beside);
  first_height = measure_child (one, GTK_ORIENTATION_VERTICAL, first);
  gtk_widget_size_allocate (one, &(GtkAllocation) { pad, pad, first, first_height }, -1);

  if (!beside)
    {
      top = first_height + 2 * pad + (layout->vertical ? 0 : layout->space);
      tall = MAX (measure_child (other, GTK_ORIENTATION_VERTICAL, second), height - top);
    }
  else if (layout->vertical)
    {
      tall = MIN (height, (int) gtk_adjustment_get_page_size (layout->vertical));
      top = CLAMP ((int) gtk_adjustment_get_value (layout->vertical), 0, height - tall);
    }
  else
    {
      top = 0;
      tall = height;
    }
  measure_child (other, GTK_ORIENTATION_VERTICAL, second);
  left = layout->horizontal ? CLAMP ((int) gtk_adjustment_get_value (layout->horizontal), 0, width - get_seen (layout, width)) : 0;
  layout->side = beside && layout->vertical ? second : 0;
  gtk_widget_size_allocate (other, &(GtkAllocation) { beside ? left + get_seen (layout, width) - second : left, top, second, tall }, -1);
}

static void
scrolled_cb (JxPairLayout *layout)
{
  GtkWidget *widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (layout));

  if (widget)
    gtk_widget_queue_allocate (widget);
}

static void
jx_pair_layout_dispose (GObject *object)
{
  g_clear_object (&JX_PAIR_LAYOUT (object)->horizontal);
  g_clear_object (&JX_PAIR_LAYOUT (object)->vertical);

  G_OBJECT_CLASS (jx_pair_layout_parent_class)->dispose (object);
}

static void
jx_pair_layout_class_init (JxPairLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_pair_layout_dispose;
  manager_class->get_request_mode = jx_pair_layout_get_request_mode;
  manager_class->measure = jx_pair_layout_measure;
  manager_class->allocate = jx_pair_layout_allocate;
}

static void
jx_pair_layout_init (JxPairLayout *layout)
{
  layout->threshold = 640;
  layout->space = 24;
}

GtkLayoutManager *
jx_pair_layout_new (GtkScrolledWindow *scroller, int side_width, int threshold, int space)
{
  JxPairLayout *layout = g_object_new (JX_TYPE_PAIR_LAYOUT, NULL);

  layout->horizontal = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  layout->vertical = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  layout->side_width = side_width;
  layout->threshold = threshold;
  layout->space = space;
  g_signal_connect_object (layout->horizontal, "value-changed", G_CALLBACK (scrolled_cb), layout, G_CONNECT_SWAPPED);
  g_signal_connect_object (layout->vertical, "value-changed", G_CALLBACK (scrolled_cb), layout, G_CONNECT_SWAPPED);

  return GTK_LAYOUT_MANAGER (layout);
}

GtkLayoutManager *
jx_pair_layout_new_halves (int threshold, int space)
{
  JxPairLayout *layout = g_object_new (JX_TYPE_PAIR_LAYOUT, NULL);

  layout->threshold = threshold;
  layout->space = space;

  return GTK_LAYOUT_MANAGER (layout);
}

int
jx_pair_layout_get_side (JxPairLayout *layout)
{
  g_return_val_if_fail (JX_IS_PAIR_LAYOUT (layout), 0);

  return layout->side;
}

void
jx_pair_layout_set_threshold (JxPairLayout *layout, int threshold)
{
  g_return_if_fail (JX_IS_PAIR_LAYOUT (layout));

  if (layout->threshold == threshold)
    return;

  layout->threshold = threshold;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (layout));
}
