/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-spending-bar.h"

#define BAR_HEIGHT 4
#define TICK_HEIGHT 8
#define TICK_WIDTH 2
#define WHOLE 10000 /* hundredths of a percent */

struct _JxSpendingBar
{
  GtkWidget parent_instance;

  gint64 spent_share; /* -1: no entry */
  gint64 plan_share;  /* -1: none */
  JxProgressState state;
};

G_DEFINE_FINAL_TYPE (JxSpendingBar, jx_spending_bar, GTK_TYPE_WIDGET)

static const char *
state_class (JxProgressState state)
{
  switch (state)
    {
    case JX_PROGRESS_BEHIND: return "behind";
    case JX_PROGRESS_AHEAD: return "ahead";
    case JX_PROGRESS_OVER: return "over";
    case JX_PROGRESS_NO_ENTRY:
    case JX_PROGRESS_ON_PLAN:
    default: return "on-plan";
    }
}

static void
append_part (GtkSnapshot *snapshot, const GdkRGBA *color, float alpha, graphene_rect_t rect, float radius)
{
  GdkRGBA shade = *color;
  GskRoundedRect outline;

  shade.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (&outline, &rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &shade, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
jx_spending_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JxSpendingBar *self = JX_SPENDING_BAR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float top = (gtk_widget_get_height (widget) - BAR_HEIGHT) / 2.f;
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  gtk_style_context_get_color (style, &color);
  append_part (snapshot, &color, 0.2f, GRAPHENE_RECT_INIT (0, top, width, BAR_HEIGHT), BAR_HEIGHT / 2.f);

  if (self->spent_share > 0)
    {
      float filled = width * MIN (self->spent_share, WHOLE) / WHOLE;

      append_part (snapshot, &color, 1.f, GRAPHENE_RECT_INIT (mirrored ? width - filled : 0, top, filled, BAR_HEIGHT), BAR_HEIGHT / 2.f);
    }

  if (self->plan_share >= 0)
    {
      float at = (width - TICK_WIDTH) * MIN (self->plan_share, WHOLE) / WHOLE;
      GdkRGBA tick;

      if (!gtk_style_context_lookup_color (style, "window_fg_color", &tick))
        tick = color;
      append_part (snapshot, &tick, 1.f,
                   GRAPHENE_RECT_INIT (mirrored ? width - TICK_WIDTH - at : at, top + (BAR_HEIGHT - TICK_HEIGHT) / 2.f, TICK_WIDTH, TICK_HEIGHT), 0);
    }
}

static void
jx_spending_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 24 : TICK_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 96 : TICK_HEIGHT;
}

static void
jx_spending_bar_class_init (JxSpendingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = jx_spending_bar_snapshot;
  widget_class->measure = jx_spending_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "spendingbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jx_spending_bar_init (JxSpendingBar *self)
{
  self->spent_share = -1;
  self->plan_share = -1;
  self->state = JX_PROGRESS_NO_ENTRY;
}

GtkWidget *
jx_spending_bar_new (void)
{
  return g_object_new (JX_TYPE_SPENDING_BAR, NULL);
}

void
jx_spending_bar_set_progress (JxSpendingBar *self, const JxProgress *progress)
{
  const JxProgressPoint *latest = NULL;
  JxProgressState state = JX_PROGRESS_NO_ENTRY;

  g_return_if_fail (JX_IS_SPENDING_BAR (self));

  if (progress != NULL && progress->latest >= 0)
    {
      latest = &g_array_index (progress->points, JxProgressPoint, progress->latest);
      state = progress->state;
    }
  self->spent_share = latest != NULL ? latest->spent_share : -1;
  self->plan_share = latest != NULL && latest->has_plan ? latest->plan_share : -1;
  if (state != self->state)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), state_class (self->state));
      gtk_widget_add_css_class (GTK_WIDGET (self), state_class (state));
      self->state = state;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
