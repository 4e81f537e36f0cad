/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "form/jx-figure.h"
#include "review/jx-progress.h"

G_BEGIN_DECLS

typedef enum
{
  JX_CHART_LIGHT,
  JX_CHART_DARK,
  JX_CHART_PRINT, /* on white, legible in grey */
} JxChartStyle;

/**
 * JxChart:
 *
 * A chart of spending against the plan, laid out for one size; it knows where its points lie, for
 * pointer and keyboard. All lengths are in the units of the cairo context it is drawn to: logical
 * pixels on a screen, points on paper. It holds no reference to the document.
 */
typedef struct _JxChart JxChart;

/**
 * jx_chart_new:
 * @item: a project, or the document's root (then the projects are ranked below by how far they lag)
 * @height: 0 for the height that shows it well, see jx_chart_get_height()
 * @font_size: of the running text
 */
JxChart *jx_chart_new (JxItem *item, double width, double height, JxChartStyle style, double font_size);
/** jx_chart_new_again: Returns: (transfer full): what @chart tells, laid out anew as by jx_chart_new(); the document, which may be large, is not read again for it. */
JxChart *jx_chart_new_again (const JxChart *chart, double width, double height, JxChartStyle style, double font_size);
/** jx_chart_new_titled: with the name of project or unit and the year above it, where nobody can point at it or write beside it; in the language of the document. */
JxChart *jx_chart_new_titled (JxItem *item, double width, double height, JxChartStyle style, double font_size);
const JxProgress *jx_chart_get_progress (const JxChart *chart);
double jx_chart_get_height (const JxChart *chart);
/** jx_chart_draw: @selected: a point to show exactly, -1 for none. Paints no ground. */
void jx_chart_draw (const JxChart *chart, cairo_t *cairo, int selected);
/** jx_chart_find_point: Returns: the point whose month is nearest to @x, @y, -1 outside the plot. */
int jx_chart_find_point (const JxChart *chart, double x, double y);
/** jx_chart_get_point: where point @index lies (its spending, or its plan where there is no entry). */
void jx_chart_get_point (const JxChart *chart, guint index, double *x, double *y);
/** jx_chart_is_blank: Returns: whether a chart of @item would show nothing, no budget, plan or spending; on pages it is then left out. */
gboolean jx_chart_is_blank (const JxItem *item);
/** jx_chart_describe: Returns: (transfer full): a sentence for the whole, for those who do not see it. */
char *jx_chart_describe (const JxChart *chart);

/** jx_chart_count_ranks: Returns: how many projects stand below a department's chart. */
guint jx_chart_count_ranks (const JxChart *chart);
/** jx_chart_get_rank: Returns: (transfer none): the project in the row @index, and where the row lies; all (out) (optional). */
JxItem *jx_chart_get_rank (const JxChart *chart, guint index, double *x, double *y, double *width, double *height);
/** jx_chart_describe_rank: Returns: (transfer full): the row in words: its place, name, state and figures. */
char *jx_chart_describe_rank (const JxChart *chart, guint index);

void jx_chart_free (JxChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxChart, jx_chart_free)

/** jx_chart_draw_figure: a #JxFigureDraw: the chart of @item with its title, for the writers of files; none that would be blank. */
JxFigure *jx_chart_draw_figure (JxItem *item, JxFigureFormat format, double width_pt);

/** jx_chart_save: @path: ends in .svg, .png or .pdf ("-" with @format); atomically. @format: (nullable): "svg", "png", "pdf", %NULL: by the suffix. */
gboolean jx_chart_save (JxItem *item, const char *path, const char *format, GError **error);

G_END_DECLS
