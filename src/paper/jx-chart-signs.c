/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

#include <math.h>

/* Chosen so that text keeps 4.5 : 1 and lines 3 : 1 on their ground, and so that the states differ
 * in lightness too; shapes and hatches tell them apart without any colour. */
static const guint32 colours[][JX_N_INKS] = {
  [JX_CHART_LIGHT] = {
    [JX_INK_GROUND] = 0xffffff, [JX_INK_TEXT] = 0x1d2025, [JX_INK_QUIET] = 0x555b66, [JX_INK_GRID] = 0xd9dce1,
    [JX_INK_PLAN] = 0x676e7a, [JX_INK_SPENT] = 0x1a5fb4, [JX_INK_ON_PLAN] = 0x256b3a, [JX_INK_BEHIND] = 0xb0400a,
    [JX_INK_AHEAD] = 0x0a6773, [JX_INK_OVER] = 0xa0104c,
  },
  [JX_CHART_DARK] = {
    [JX_INK_GROUND] = 0x242424, [JX_INK_TEXT] = 0xf3f4f6, [JX_INK_QUIET] = 0xb9bfc9, [JX_INK_GRID] = 0x494c52,
    [JX_INK_PLAN] = 0xa8afba, [JX_INK_SPENT] = 0x78aeed, [JX_INK_ON_PLAN] = 0x8fd69b, [JX_INK_BEHIND] = 0xff9d5c,
    [JX_INK_AHEAD] = 0x5fd0c5, [JX_INK_OVER] = 0xff86ad,
  },
  [JX_CHART_PRINT] = {
    [JX_INK_GROUND] = 0xffffff, [JX_INK_TEXT] = 0x000000, [JX_INK_QUIET] = 0x404040, [JX_INK_GRID] = 0xc0c0c0,
    [JX_INK_PLAN] = 0x505050, [JX_INK_SPENT] = 0x0b3c7d, [JX_INK_ON_PLAN] = 0x124a22, [JX_INK_BEHIND] = 0x7d2c05,
    [JX_INK_AHEAD] = 0x06464f, [JX_INK_OVER] = 0x6e0833,
  },
};

void
jx_chart_set_ink (const JxChart *chart, cairo_t *cairo, JxInk ink)
{
  guint32 colour = colours[chart->style][ink];

  cairo_set_source_rgb (cairo, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

void
jx_chart_trace_diamond (cairo_t *cairo, double x, double y, double radius)
{
  cairo_move_to (cairo, x, y - radius);
  cairo_line_to (cairo, x + radius, y);
  cairo_line_to (cairo, x, y + radius);
  cairo_line_to (cairo, x - radius, y);
  cairo_close_path (cairo);
}

static void
trace_triangle (cairo_t *cairo, JxBox box, gboolean upwards)
{
  double base = upwards ? box.y + box.height * 0.9 : box.y + box.height * 0.1;
  double tip = upwards ? box.y + box.height * 0.1 : box.y + box.height * 0.9;

  cairo_move_to (cairo, box.x, base);
  cairo_line_to (cairo, box.x + box.width, base);
  cairo_line_to (cairo, box.x + box.width / 2, tip);
  cairo_close_path (cairo);
}

/* Behind ▼, ahead △, over a filled square with a mark, on plan a tick, no entry a ring, no plan a bar. */
void
jx_chart_draw_sign (const JxChart *chart, cairo_t *cairo, JxProgressState state, JxBox box)
{
  const double line = MAX (box.width * 0.14, 1);

  jx_chart_set_ink (chart, cairo, jx_chart_state_ink (state));
  cairo_set_line_width (cairo, line);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  switch (state)
    {
    case JX_PROGRESS_BEHIND:
      trace_triangle (cairo, box, FALSE);
      cairo_fill (cairo);
      break;
    case JX_PROGRESS_AHEAD:
      trace_triangle (cairo, (JxBox) { box.x + line / 2, box.y, box.width - line, box.height }, TRUE);
      cairo_stroke (cairo);
      break;
    case JX_PROGRESS_OVER:
      cairo_rectangle (cairo, box.x, box.y, box.width, box.height);
      cairo_fill (cairo);
      jx_chart_set_ink (chart, cairo, JX_INK_GROUND);
      cairo_move_to (cairo, box.x + box.width / 2, box.y + box.height * 0.2);
      cairo_line_to (cairo, box.x + box.width / 2, box.y + box.height * 0.55);
      cairo_move_to (cairo, box.x + box.width / 2, box.y + box.height * 0.8);
      cairo_line_to (cairo, box.x + box.width / 2, box.y + box.height * 0.8);
      cairo_stroke (cairo);
      break;
    case JX_PROGRESS_ON_PLAN:
      cairo_move_to (cairo, box.x + box.width * 0.08, box.y + box.height * 0.55);
      cairo_line_to (cairo, box.x + box.width * 0.38, box.y + box.height * 0.85);
      cairo_line_to (cairo, box.x + box.width * 0.95, box.y + box.height * 0.18);
      cairo_stroke (cairo);
      break;
    case JX_PROGRESS_NO_ENTRY:
      cairo_new_sub_path (cairo);
      cairo_arc (cairo, box.x + box.width / 2, box.y + box.height / 2, box.width * 0.38, 0, 2 * G_PI);
      cairo_stroke (cairo);
      break;
    case JX_PROGRESS_NO_PLAN:
    case JX_PROGRESS_N_STATES:
    default:
      cairo_move_to (cairo, box.x + box.width * 0.15, box.y + box.height / 2);
      cairo_line_to (cairo, box.x + box.width * 0.85, box.y + box.height / 2);
      cairo_stroke (cairo);
      break;
    }
}

static void
trace_slants (cairo_t *cairo, JxBox box, double step, gboolean rising)
{
  /* From a multiple of the step on, so that neighbouring hatches run on into each other. */
  double from = floor ((box.x - box.height) / step) * step;

  for (double x = from; x < box.x + box.width + box.height; x += step)
    {
      cairo_move_to (cairo, x, rising ? box.y + box.height : box.y);
      cairo_line_to (cairo, x + box.height, rising ? box.y : box.y + box.height);
    }
}

/* Behind ///, ahead \\\, over both: told apart in grey as well. */
void
jx_chart_draw_hatch (const JxChart *chart, cairo_t *cairo, JxProgressState state, JxBox box)
{
  const double step = 0.4 * chart->em;

  cairo_save (cairo);
  jx_chart_set_ink (chart, cairo, jx_chart_state_ink (state));
  cairo_rectangle (cairo, box.x, box.y, box.width, box.height);
  cairo_clip_preserve (cairo);
  cairo_set_line_width (cairo, 2);
  cairo_stroke (cairo);
  cairo_set_line_width (cairo, 1.2);
  if (state != JX_PROGRESS_AHEAD)
    trace_slants (cairo, box, step, TRUE);
  if (state != JX_PROGRESS_BEHIND)
    trace_slants (cairo, box, step, FALSE);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_rank (const JxChart *chart, cairo_t *cairo, const JxChartRank *rank)
{
  const JxProgress *progress = rank->stand->progress;
  const JxProgressPoint *point;
  JxBox filled = rank->bar;
  double tick;

  jx_chart_draw_sign (chart, cairo, progress->state, rank->glyph);
  jx_chart_set_ink (chart, cairo, JX_INK_GRID);
  cairo_rectangle (cairo, rank->bar.x, rank->bar.y, rank->bar.width, rank->bar.height);
  cairo_fill (cairo);
  if (progress->latest < 0)
    return;

  point = jx_progress_get_point (progress, (guint) progress->latest);
  filled.width *= CLAMP ((double) point->spent_share / 10000, 0, 1);
  if (progress->state == JX_PROGRESS_OVER)
    jx_chart_draw_hatch (chart, cairo, progress->state, rank->bar);
  else
    {
      jx_chart_set_ink (chart, cairo, JX_INK_SPENT);
      cairo_rectangle (cairo, filled.x, filled.y, filled.width, filled.height);
      cairo_fill (cairo);
    }
  if (progress->n_unplanned > 0 || progress->budget_fen == 0)
    return;
  tick = rank->bar.x + rank->bar.width * CLAMP ((double) point->plan_share / 10000, 0, 1);
  jx_chart_set_ink (chart, cairo, JX_INK_TEXT);
  cairo_rectangle (cairo, tick - 1, rank->bar.y - 0.25 * chart->em, 2, rank->bar.height + 0.5 * chart->em);
  cairo_fill (cairo);
}

void
jx_chart_draw_ranks (const JxChart *chart, cairo_t *cairo)
{
  for (guint i = 0; i < chart->ranks->len; i++)
    draw_rank (chart, cairo, g_ptr_array_index (chart->ranks, i));
}
