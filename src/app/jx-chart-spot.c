/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-chart-spot.h"

struct _JxChartSpot
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (JxChartSpot, jx_chart_spot, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
  g_signal_emit (widget, activated_signal, 0);
}

static void
jx_chart_spot_class_init (JxChartSpotClass *klass)
{
  activated_signal = g_signal_new ("activated", JX_TYPE_CHART_SPOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "spot.activate", NULL, activate_cb);
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
