/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JX_TYPE_CHART_SPOT (jx_chart_spot_get_type ())
G_DECLARE_FINAL_TYPE (JxChartSpot, jx_chart_spot, JX, CHART_SPOT, GtkWidget)

/**
 * JxChartSpot:
 *
 * A place of a chart that takes the focus and tells a screen reader what is drawn there. It draws
 * nothing but the focus and lets the pointer through.
 */
GtkWidget *jx_chart_spot_new (GtkAccessibleRole role);
void jx_chart_spot_set_words (JxChartSpot *spot, const char *words);

G_END_DECLS
