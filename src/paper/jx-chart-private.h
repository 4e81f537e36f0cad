/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "paper/jx-chart.h"

G_BEGIN_DECLS

/* What a stroke or word means; the style says which colour that is. */
typedef enum
{
  JX_INK_GROUND,
  JX_INK_TEXT,
  JX_INK_QUIET,
  JX_INK_GRID,
  JX_INK_PLAN,
  JX_INK_SPENT,
  JX_INK_ON_PLAN,
  JX_INK_BEHIND,
  JX_INK_AHEAD,
  JX_INK_OVER,
  JX_N_INKS
} JxInk;

typedef struct
{
  double x, y, width, height;
} JxBox;

/* A text in its place. */
typedef struct
{
  PangoLayout *layout;
  double x, y;
  JxInk ink;
} JxChartText;

typedef enum
{
  JX_KEY_PLAN,
  JX_KEY_SPENT,
  JX_KEY_GAP,
  JX_KEY_BUDGET,
} JxChartKeyType;

/* A sample of the legend; its words are among the texts. */
typedef struct
{
  JxChartKeyType type;
  JxBox box;
} JxChartKey;

/* A checkpoint on the plot. */
typedef struct
{
  double x;
  double plan_y;
  double spent_y;
} JxChartMark;

/* How a project of a department stands. */
typedef struct
{
  JxItem *item;
  JxProgress *progress;
} JxChartStand;

#define JX_CHART_MOST_RANKS 10

/* What a chart tells, whatever its size: charts of one state of the document share it. */
typedef struct
{
  JxItem *item;
  JxProgress *progress;
  guint n_projects;                   /* of a department; 0 of a project */
  guint counts[JX_PROGRESS_N_STATES]; /* of these */
  GArray *first;                      /* (element-type JxChartStand): the furthest behind of them, in order */
} JxChartFacts;

/* A project in the ranking. Its words are among the texts. */
typedef struct
{
  const JxChartStand *stand; /* of the facts */
  JxBox row;
  JxBox bar;
  JxBox glyph;
} JxChartRank;

struct _JxChart
{
  JxChartFacts *facts;
  JxItem *item;               /* of the facts, as is what follows */
  const JxProgress *progress;
  JxChartStyle style;
  JxLanguage language;
  double width;
  double height;
  double em;             /* size of the running text */
  PangoFontDescription *font;
  PangoContext *context;
  GArray *texts;         /* (element-type JxChartText) */
  JxBox glyph;           /* the state's sign in the headline */
  GPtrArray *readouts;   /* (element-type PangoLayout): a sentence a point */
  PangoLayout *idle;     /* what stands there while no point is selected */
  double readout_y;
  GArray *keys;          /* (element-type JxChartKey) */

  JxBox plot;
  double scale_fen;      /* the amount at the plot's upper edge */
  GArray *grid;          /* (element-type double): y of the grid lines */
  GArray *marks;         /* (element-type JxChartMark): as the points of progress */
  JxBox gap;             /* hatched; no width: none */
  JxBox gap_label;       /* no width: none */

  GPtrArray *ranks;      /* (element-type JxChartRank): those that are shown */
};

/* jx-chart-facts.c; jx_chart_facts_new: Returns: (transfer full). */
JxChartFacts *jx_chart_facts_new (JxItem *item);
void jx_chart_facts_unref (JxChartFacts *facts);

/* jx-chart-text.c */
PangoLayout *jx_chart_make_text (JxChart *chart, const char *text, double scale, gboolean bold);
void jx_chart_wrap_text (PangoLayout *layout, double width);
void jx_chart_measure_text (PangoLayout *layout, double *width, double *height);
/* jx_chart_place_text: takes @layout. */
void jx_chart_place_text (JxChart *chart, PangoLayout *layout, double x, double y, JxInk ink);
JxInk jx_chart_state_ink (JxProgressState state);

/* jx-chart-plot.c: what lies in the plot's box and on its axes, between @top and @bottom of the chart. */
void jx_chart_lay_plot (JxChart *chart, double top, double bottom);
double jx_chart_measure_axis_height (JxChart *chart);

/* jx-chart-rank.c */
typedef struct _JxChartRanking JxChartRanking;
JxChartRanking *jx_chart_ranking_new (JxChart *chart);
void jx_chart_ranking_free (JxChartRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxChartRanking, jx_chart_ranking_free)
/* jx_chart_ranking_measure: the height of the ranking with at most @n_rows projects. */
double jx_chart_ranking_measure (const JxChartRanking *ranking, guint n_rows);
void jx_chart_ranking_lay (JxChartRanking *ranking, double top, guint n_rows);

/* jx-chart.c */
char *jx_chart_dup_title (JxLanguage language, JxItem *item);

/* jx-chart-signs.c */
void jx_chart_set_ink (const JxChart *chart, cairo_t *cairo, JxInk ink);
void jx_chart_draw_sign (const JxChart *chart, cairo_t *cairo, JxProgressState state, JxBox box);
void jx_chart_draw_hatch (const JxChart *chart, cairo_t *cairo, JxProgressState state, JxBox box);
void jx_chart_trace_diamond (cairo_t *cairo, double x, double y, double radius);
void jx_chart_draw_ranks (const JxChart *chart, cairo_t *cairo);

G_END_DECLS
