/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-pair-layout.h"

/* How much narrower the second child gets where there is little room. */
#define SIDE_YIELDS 40

struct _JxPairLayout
{
  GtkLayoutManager parent_instance;

  GtkAdjustment *vertical; /* (nullable): of the scroller around a page */
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

/* Widths of the two at @width; @beside: whether they stand side by side. */
static void
share_width (JxPairLayout *layout, int width, int *first, int *second, gboolean *beside)
{
  *beside = width >= layout->threshold;
  if (!*beside)
    *first = *second = width;
  else
    {
      *second = layout->side_width ? CLAMP (width / 3, layout->side_width - SIDE_YIELDS, layout->side_width)
                                   : (width - layout->space) / 2;
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
      *minimum = MAX (measure_child (one, orientation, -1) + (layout->vertical ? 2 * layout->space : 0), measure_child (other, orientation, -1));
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
  share_width (layout, for_size >= 0 ? for_size : layout->width ? layout->width : layout->threshold, &first, &second, &beside);
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
  int pad = layout->vertical ? layout->space : 0, first, second, first_height, top, tall;
  gboolean beside;

  layout->width = width;
  share_width (layout, width, &first, &second, &beside);
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
  gtk_widget_size_allocate (other, &(GtkAllocation) { beside ? width - second : 0, top, second, tall }, -1);
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
jx_pair_layout_new (GtkAdjustment *vertical, int side_width, int threshold, int space)
{
  JxPairLayout *layout = g_object_new (JX_TYPE_PAIR_LAYOUT, NULL);

  layout->vertical = g_object_ref (vertical);
  layout->side_width = side_width;
  layout->threshold = threshold;
  layout->space = space;
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (scrolled_cb), layout, G_CONNECT_SWAPPED);

  return GTK_LAYOUT_MANAGER (layout);
}
