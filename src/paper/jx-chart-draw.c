/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

/* In em. */
#define DIAMOND 0.48
#define DOT 0.27

static double
ground_y (const JxChart *chart)
{
  return chart->plot.y + chart->plot.height;
}

static void
draw_grid (const JxChart *chart, cairo_t *cairo)
{
  const double right = chart->plot.x + chart->plot.width;

  cairo_save (cairo);
  /* The words at the gap stand between the lines, not on them. */
  cairo_rectangle (cairo, chart->plot.x - chart->em, chart->plot.y - chart->em,
                   chart->plot.width + 2 * chart->em, chart->plot.height + 2 * chart->em);
  cairo_rectangle (cairo, chart->gap_label.x, chart->gap_label.y, chart->gap_label.width, chart->gap_label.height);
  cairo_set_fill_rule (cairo, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cairo);
  cairo_set_line_width (cairo, 1);
  jx_chart_set_ink (chart, cairo, JX_INK_GRID);
  for (guint i = 1; i < chart->grid->len; i++)
    {
      double y = g_array_index (chart->grid, double, i);

      cairo_move_to (cairo, chart->plot.x, y);
      cairo_line_to (cairo, right, y);
    }
  for (guint i = 0; i < chart->marks->len; i++)
    {
      double x = g_array_index (chart->marks, JxChartMark, i).x;

      cairo_move_to (cairo, x, chart->plot.y);
      cairo_line_to (cairo, x, ground_y (chart));
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_frame (const JxChart *chart, cairo_t *cairo)
{
  const double right = chart->plot.x + chart->plot.width;
  const double budget_y = ground_y (chart) - chart->plot.height * (double) chart->progress->budget_fen / chart->scale_fen;

  jx_chart_set_ink (chart, cairo, JX_INK_QUIET);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, chart->plot.x, ground_y (chart));
  cairo_line_to (cairo, right, ground_y (chart));
  for (guint i = 0; i < chart->marks->len; i++)
    {
      double x = g_array_index (chart->marks, JxChartMark, i).x;

      cairo_move_to (cairo, x, ground_y (chart));
      cairo_line_to (cairo, x, ground_y (chart) + 0.3 * chart->em);
    }
  cairo_stroke (cairo);
  if (chart->progress->budget_fen <= 0)
    return;
  jx_chart_set_ink (chart, cairo, JX_INK_TEXT);
  cairo_set_line_width (cairo, 1.8);
  cairo_move_to (cairo, chart->plot.x, budget_y);
  cairo_line_to (cairo, right, budget_y);
  cairo_stroke (cairo);
}

/* The plan from the checkpoint after @from up to and with @to (-1: the year's beginning), as steps. */
static void
trace_plan (const JxChart *chart, cairo_t *cairo, int from, int to)
{
  const JxChartMark *start = from >= 0 ? &g_array_index (chart->marks, JxChartMark, from) : NULL;
  double y = start != NULL ? start->plan_y : ground_y (chart);

  cairo_move_to (cairo, start != NULL ? start->x : chart->plot.x, y);
  for (int i = from + 1; i <= to; i++)
    {
      const JxChartMark *mark = &g_array_index (chart->marks, JxChartMark, i);

      cairo_line_to (cairo, mark->x, y);
      y = mark->plan_y;
      cairo_line_to (cairo, mark->x, y);
    }
  if (to == (int) chart->marks->len - 1)
    cairo_line_to (cairo, chart->plot.x + chart->plot.width, y);
}

static void
draw_plan (const JxChart *chart, cairo_t *cairo)
{
  const double dashes[] = { 0.4 * chart->em, 0.3 * chart->em };
  const double radius = DIAMOND * chart->em;
  const int last = (int) chart->marks->len - 1;

  if (chart->progress->n_unplanned == chart->progress->n_projects)
    return;

  cairo_save (cairo);
  /* Hollow means hollow: the line stops at a diamond's edge, whatever lies below. */
  cairo_rectangle (cairo, chart->plot.x - chart->em, chart->plot.y - chart->em,
                   chart->plot.width + 2 * chart->em, chart->plot.height + 2 * chart->em);
  for (guint i = 0; i < chart->marks->len; i++)
    if (jx_progress_get_point (chart->progress, i)->has_plan)
      {
        const JxChartMark *mark = &g_array_index (chart->marks, JxChartMark, i);

        jx_chart_trace_diamond (cairo, mark->x, mark->plan_y, radius);
      }
  cairo_set_fill_rule (cairo, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cairo);
  jx_chart_set_ink (chart, cairo, JX_INK_PLAN);
  cairo_set_line_width (cairo, 1.5);
  trace_plan (chart, cairo, -1, chart->progress->latest);
  cairo_stroke (cairo);
  /* What is to come. */
  cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);
  trace_plan (chart, cairo, chart->progress->latest, last);
  cairo_stroke (cairo);
  cairo_restore (cairo);

  jx_chart_set_ink (chart, cairo, JX_INK_PLAN);
  cairo_set_line_width (cairo, 1.5);
  for (guint i = 0; i < chart->marks->len; i++)
    if (jx_progress_get_point (chart->progress, i)->has_plan)
      {
        const JxChartMark *mark = &g_array_index (chart->marks, JxChartMark, i);

        jx_chart_trace_diamond (cairo, mark->x, mark->plan_y, radius);
      }
  cairo_stroke (cairo);
}

static void
draw_spending (const JxChart *chart, cairo_t *cairo)
{
  jx_chart_set_ink (chart, cairo, JX_INK_SPENT);
  cairo_set_line_width (cairo, 2.6);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cairo, chart->plot.x, ground_y (chart));
  for (guint i = 0; i < chart->marks->len; i++)
    if (jx_progress_get_point (chart->progress, i)->has_spent)
      {
        const JxChartMark *mark = &g_array_index (chart->marks, JxChartMark, i);

        cairo_line_to (cairo, mark->x, mark->spent_y);
      }
  cairo_stroke (cairo);
  for (guint i = 0; i < chart->marks->len; i++)
    if (jx_progress_get_point (chart->progress, i)->has_spent)
      {
        const JxChartMark *mark = &g_array_index (chart->marks, JxChartMark, i);

        cairo_arc (cairo, mark->x, mark->spent_y, DOT * chart->em, 0, 2 * G_PI);
        cairo_fill (cairo);
      }
}

static void
draw_key (const JxChart *chart, cairo_t *cairo, const JxChartKey *key)
{
  const JxBox box = key->box;
  const double y = box.y + box.height / 2;
  const double middle = box.x + box.width / 2;

  switch (key->type)
    {
    case JX_KEY_PLAN:
      jx_chart_set_ink (chart, cairo, JX_INK_PLAN);
      cairo_set_line_width (cairo, 1.5);
      cairo_move_to (cairo, box.x, y);
      cairo_line_to (cairo, middle - DIAMOND * chart->em, y);
      cairo_move_to (cairo, middle + DIAMOND * chart->em, y);
      cairo_line_to (cairo, box.x + box.width, y);
      jx_chart_trace_diamond (cairo, middle, y, DIAMOND * chart->em);
      cairo_stroke (cairo);
      break;
    case JX_KEY_SPENT:
      jx_chart_set_ink (chart, cairo, JX_INK_SPENT);
      cairo_set_line_width (cairo, 2.6);
      cairo_move_to (cairo, box.x, y);
      cairo_line_to (cairo, box.x + box.width, y);
      cairo_stroke (cairo);
      cairo_arc (cairo, middle, y, DOT * chart->em, 0, 2 * G_PI);
      cairo_fill (cairo);
      break;
    case JX_KEY_GAP:
      jx_chart_draw_hatch (chart, cairo, chart->progress->state,
                           (JxBox) { middle - 0.55 * chart->em, y - 0.45 * chart->em, 1.1 * chart->em, 0.9 * chart->em });
      break;
    case JX_KEY_BUDGET:
    default:
      jx_chart_set_ink (chart, cairo, JX_INK_TEXT);
      cairo_set_line_width (cairo, 1.8);
      cairo_move_to (cairo, box.x, y);
      cairo_line_to (cairo, box.x + box.width, y);
      cairo_stroke (cairo);
      break;
    }
}

static void
draw_hair (const JxChart *chart, cairo_t *cairo, guint selected)
{
  const double dots[] = { 1, 2 };
  double x, y;

  jx_chart_get_point (chart, selected, &x, &y);
  cairo_save (cairo);
  jx_chart_set_ink (chart, cairo, JX_INK_TEXT);
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, x, chart->plot.y);
  cairo_line_to (cairo, x, ground_y (chart));
  cairo_stroke (cairo);
  cairo_set_dash (cairo, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cairo, chart->plot.x, y);
  cairo_line_to (cairo, chart->plot.x + chart->plot.width, y);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_texts (const JxChart *chart, cairo_t *cairo, int selected)
{
  for (guint i = 0; i < chart->texts->len; i++)
    {
      const JxChartText *text = &g_array_index (chart->texts, JxChartText, i);

      jx_chart_set_ink (chart, cairo, text->ink);
      cairo_move_to (cairo, text->x, text->y);
      pango_cairo_show_layout (cairo, text->layout);
    }
  if (chart->readout_y < 0)
    return;
  jx_chart_set_ink (chart, cairo, JX_INK_TEXT);
  cairo_move_to (cairo, 0, chart->readout_y);
  pango_cairo_show_layout (cairo, selected >= 0 ? g_ptr_array_index (chart->readouts, (guint) selected) : chart->idle);
}

void
jx_chart_draw (const JxChart *chart, cairo_t *cairo, int selected)
{
  g_return_if_fail (chart != NULL && cairo != NULL);
  g_return_if_fail (selected < (int) chart->marks->len);

  cairo_save (cairo);
  jx_chart_draw_sign (chart, cairo, chart->progress->state, chart->glyph);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_MITER);
  draw_grid (chart, cairo);
  draw_frame (chart, cairo);
  if (chart->gap.width > 0)
    jx_chart_draw_hatch (chart, cairo, chart->progress->state, chart->gap);
  if (selected >= 0)
    draw_hair (chart, cairo, (guint) selected);
  draw_plan (chart, cairo);
  for (guint i = 0; i < chart->keys->len; i++)
    draw_key (chart, cairo, &g_array_index (chart->keys, JxChartKey, i));
  draw_spending (chart, cairo);
  jx_chart_draw_ranks (chart, cairo);
  draw_texts (chart, cairo, selected);
  cairo_restore (cairo);
}
