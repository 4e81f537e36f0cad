/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_CHART_VIEW (jx_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (JxChartView, jx_chart_view, JX, CHART_VIEW, GtkWidget)

/**
 * JxChartView:
 *
 * The chart as a widget: follows the document, the pointer, the keyboard and the dark style; each
 * point is an accessible child. Signals: "point-activated" (int index): Enter or a double click on
 * a checkpoint; "project-activated" (JxItem *): on a ranked project.
 */
GtkWidget *jx_chart_view_new (void);
/** jx_chart_view_set_item: @item: (nullable): a project, or the document's root. */
void jx_chart_view_set_item (JxChartView *view, JxItem *item);

G_END_DECLS
