/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-chart-spot.h"

struct _JxChartSpot
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (JxChartSpot, jx_chart_spot, GTK_TYPE_WIDGET)

static void
jx_chart_spot_class_init (JxChartSpotClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chartspot");
}

static void
jx_chart_spot_init (JxChartSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
jx_chart_spot_new (GtkAccessibleRole role)
{
  return g_object_new (JX_TYPE_CHART_SPOT, "accessible-role", role, NULL);
}

void
jx_chart_spot_set_words (JxChartSpot *spot, const char *words)
{
  g_return_if_fail (JX_IS_CHART_SPOT (spot));

  gtk_accessible_update_property (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
