/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-chart-view.h"
#include "paper/jx-chart.h"

G_BEGIN_DECLS

struct _JxChartView
{
  GtkWidget parent_instance;

  JxItem *item;
  JxDocument *document;  /* holds the item */
  JxChart *chart;        /* for chart_width; NULL until it is needed */
  int chart_width;
  GPtrArray *points;     /* (element-type JxChartSpot) */
  GPtrArray *ranks;      /* (element-type JxChartSpot) */
  int hovered;           /* the point under the pointer, -1 for none */
};

enum
{
  JX_CHART_VIEW_POINT_ACTIVATED,
  JX_CHART_VIEW_PROJECT_ACTIVATED,
  JX_CHART_VIEW_N_SIGNALS
};

/* jx_chart_view_get_chart: (nullable): the chart as it is shown; NULL without an item. */
JxChart *jx_chart_view_get_chart (JxChartView *self);
/* jx_chart_view_find_focused: the place of the spot with the focus in @spots, -1 for none. */
int jx_chart_view_find_focused (GPtrArray *spots);
/* jx_chart_view_activate_focused: the spot with the focus. Returns: whether there is one. */
gboolean jx_chart_view_activate_focused (JxChartView *self);
/* jx_chart_view_focus_spot: moves the focus to spot @to, or to the last where there are fewer. */
gboolean jx_chart_view_focus_spot (GPtrArray *spots, int to);
void jx_chart_view_activate_point (JxChartView *self, int index);
void jx_chart_view_activate_rank (JxChartView *self, int index);
/* jx_chart_view_listen: in jx-chart-view-input.c: to the pointer and the keyboard. */
void jx_chart_view_listen (JxChartView *self);

G_END_DECLS
