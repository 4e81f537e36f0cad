/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

#include <math.h>

#include "base/jx-amount.h"
#include "review/jx-month.h"

#define N_MONTHS 12
#define MOST_LINES 7

/* In em. */
#define LABEL_GAP 0.5
/* A diamond may stand on the plot's right edge. */
#define RIGHT_GAP 0.9
#define LABEL_SCALE 1.0
#define LINE_HEIGHT 1.5

/* The grid: a line every @step hundredths of a percent of the budget or, without a budget, every
 * @step_fen. */
typedef struct
{
  guint n_lines; /* above the ground line */
  double step;
  double step_fen;
} Scale;

/* 1, 2, 2.5 or 5 times a power of ten, at least @least. */
static double
find_round_step (double least)
{
  static const double factors[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (least)));

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= least * (1 - 1e-9))
      return factors[i] * power;

  return 10 * power;
}

static double
find_largest_fen (const JxProgress *progress)
{
  double largest = (double) progress->budget_fen;

  for (guint i = 0; i < progress->points->len; i++)
    {
      const JxProgressPoint *point = jx_progress_get_point (progress, i);

      largest = MAX (largest, (double) point->plan_fen);
      if (point->has_spent)
        largest = MAX (largest, (double) point->spent_fen);
    }

  return largest;
}

/* Quarters of the budget as long as they suffice; then wider, so that the lines stay countable and
 * their labels have room. */
static Scale
find_scale (const JxProgress *progress, double room)
{
  const guint most = (guint) CLAMP (room, 1, MOST_LINES);
  double largest = find_largest_fen (progress);
  Scale scale = { 0 };

  if (largest <= 0)
    return (Scale) { 0, 0, 1 };
  if (progress->budget_fen == 0)
    {
      scale.step_fen = find_round_step (largest / MIN (most, 5));
      scale.n_lines = (guint) ceil (largest / scale.step_fen - 1e-9);
      return scale;
    }

  scale.step = 2500;
  while (ceil (largest / (double) progress->budget_fen * 10000 / scale.step - 1e-9) > most)
    scale.step = scale.step < 10000 ? scale.step * 2 : find_round_step (scale.step * 1.5);
  scale.n_lines = (guint) ceil (largest / (double) progress->budget_fen * 10000 / scale.step - 1e-9);
  scale.step_fen = (double) progress->budget_fen * scale.step / 10000;

  return scale;
}

/* The amount at a line, rounded to whole 万元, to 0.01 万元 or, for the smallest budgets, to 分. */
static char *
format_line_amount (double fen, gboolean whole)
{
  double unit = whole ? JX_FEN_PER_WAN : fen < JX_FEN_PER_WAN ? 1 : JX_FEN_PER_WAN / 100;
  double rounded = floor (fen / unit + 0.5) * unit;
  char *text = jx_amount_format_grouped (rounded < (double) G_MAXINT64 ? (gint64) rounded : G_MAXINT64);

  if (whole)
    text[strcspn (text, ".")] = '\0';

  return text;
}

/* Labels of one axis from the ground line up, as wide as @widest tells. */
static GPtrArray *
make_line_labels (JxChart *chart, const Scale *scale, gboolean shares, gboolean whole, double text_scale, double *widest)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_object_unref);

  *widest = 0;
  for (guint i = 0; i <= scale->n_lines; i++)
    {
      double share = scale->step * i;
      gboolean budget = fabs (share - 10000) < 0.5;
      g_autofree char *text = NULL;
      double width;

      if (shares)
        text = g_strdup_printf ("%.0f", share / 100);
      else if (i == 0)
        text = g_strdup ("0");
      else
        text = format_line_amount (scale->step_fen * i, whole);
      g_ptr_array_add (labels, jx_chart_make_text (chart, text, text_scale, budget));
      jx_chart_measure_text (g_ptr_array_index (labels, i), &width, NULL);
      *widest = MAX (*widest, width);
    }

  return labels;
}

/* Amounts lose their decimals, then size, before they take the plot's room. */
static GPtrArray *
make_amount_labels (JxChart *chart, const Scale *scale, double *widest)
{
  double most = chart->width * 0.3;
  GPtrArray *labels = make_line_labels (chart, scale, FALSE, FALSE, LABEL_SCALE, widest);

  if (*widest > most && scale->step_fen >= 10 * JX_FEN_PER_WAN)
    {
      g_ptr_array_unref (labels);
      labels = make_line_labels (chart, scale, FALSE, TRUE, LABEL_SCALE, widest);
    }
  if (*widest > most)
    {
      double text_scale = LABEL_SCALE * most / *widest;

      g_ptr_array_unref (labels);
      labels = make_line_labels (chart, scale, FALSE, scale->step_fen >= JX_FEN_PER_WAN, text_scale, widest);
    }

  return labels;
}

static void
place_line_labels (JxChart *chart, GPtrArray *labels, double x, gboolean end)
{
  for (guint i = 0; i < labels->len; i++)
    {
      PangoLayout *label = g_ptr_array_index (labels, i);
      double y = g_array_index (chart->grid, double, i);
      double width, height;

      jx_chart_measure_text (label, &width, &height);
      jx_chart_place_text (chart, g_object_ref (label), end ? x - width : x, y - height / 2, JX_INK_QUIET);
    }
}

static void
place_unit (JxChart *chart, const char *unit, double x, gboolean end, double bottom)
{
  PangoLayout *layout = jx_chart_make_text (chart, unit, LABEL_SCALE, FALSE);
  double width, height;

  jx_chart_measure_text (layout, &width, &height);
  if (end)
    x = MAX (x - width, 0);
  jx_chart_place_text (chart, layout, x, bottom - height, JX_INK_QUIET);
}

static double
month_x (const JxChart *chart, int month)
{
  return chart->plot.x + chart->plot.width * month / N_MONTHS;
}

static double
amount_y (const JxChart *chart, gint64 fen)
{
  double part = CLAMP ((double) fen / chart->scale_fen, 0, 1);

  return chart->plot.y + chart->plot.height * (1 - part);
}

static gboolean
month_is_labelled (const JxChart *chart, int month)
{
  const GArray *points = chart->progress->points;

  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, JxProgressPoint, i).month == month)
      return TRUE;

  return points->len == 0 && month % 3 == 0;
}

/* Lays the months' labels out with names or with numbers. Returns: whether each has its room; then
 * or with @place set they are placed, those left out that would touch the one after. */
static gboolean
lay_months (JxChart *chart, double y, gboolean names, gboolean place)
{
  double free_until = G_MAXDOUBLE;
  gboolean fits = TRUE;

  /* From the end, as the year's last checkpoint matters most. */
  for (int month = N_MONTHS; month > 0; month--)
    {
      g_autofree char *number = g_strdup_printf ("%d", month);
      g_autoptr (PangoLayout) label = NULL;
      double width, x;

      if (!month_is_labelled (chart, month))
        continue;
      label = jx_chart_make_text (chart, names ? jx_month_get_short_label (chart->language, month) : number, LABEL_SCALE, FALSE);
      jx_chart_measure_text (label, &width, NULL);
      x = CLAMP (month_x (chart, month) - width / 2, 0, MAX (chart->width - width, 0));
      if (x + width > free_until)
        {
          fits = FALSE;
          continue;
        }
      free_until = x - LABEL_GAP * chart->em;
      if (place)
        jx_chart_place_text (chart, g_object_ref (label), x, y, JX_INK_QUIET);
    }

  return fits;
}

static void
place_months (JxChart *chart, double y)
{
  gboolean names = lay_months (chart, y, TRUE, FALSE);

  lay_months (chart, y, names, TRUE);
}

static void
place_marks (JxChart *chart)
{
  for (guint i = 0; i < chart->progress->points->len; i++)
    {
      const JxProgressPoint *point = jx_progress_get_point (chart->progress, i);
      JxChartMark mark = {
        month_x (chart, point->month), amount_y (chart, point->plan_fen), amount_y (chart, point->spent_fen)
      };

      g_array_append_val (chart->marks, mark);
    }
}

/* The gap stands at its checkpoint, as wide as a mark: between checkpoints the plan says nothing. */
static void
place_gap (JxChart *chart)
{
  const JxProgress *progress = chart->progress;
  const double width = 1.1 * chart->em;
  const JxChartMark *mark;
  double from;

  if (progress->state != JX_PROGRESS_BEHIND && progress->state != JX_PROGRESS_AHEAD && progress->state != JX_PROGRESS_OVER)
    return;

  mark = &g_array_index (chart->marks, JxChartMark, progress->latest);
  from = progress->state == JX_PROGRESS_OVER ? amount_y (chart, progress->budget_fen) : mark->plan_y;
  if (fabs (from - mark->spent_y) >= 1)
    chart->gap = (JxBox) { mark->x - width / 2, MIN (from, mark->spent_y), width, fabs (from - mark->spent_y) };
}

/* Whether the straight line from (@ax, @ay) to (@bx, @by) comes within @box. */
static gboolean
line_meets_box (double ax, double ay, double bx, double by, JxBox box)
{
  const double p[] = { ax - bx, bx - ax, ay - by, by - ay };
  const double q[] = { ax - box.x, box.x + box.width - ax, ay - box.y, box.y + box.height - ay };
  double from = 0, to = 1;

  for (guint i = 0; i < G_N_ELEMENTS (p); i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else if (p[i] > 0)
        to = MIN (to, q[i] / p[i]);
    }

  return from <= to;
}

static gboolean
lines_meet_box (const JxChart *chart, JxBox box)
{
  double ground = chart->plot.y + chart->plot.height;
  double plan_x = chart->plot.x, plan_y = ground;
  double spent_x = chart->plot.x, spent_y = ground;

  for (guint i = 0; i < chart->marks->len; i++)
    {
      const JxChartMark *mark = &g_array_index (chart->marks, JxChartMark, i);

      if (line_meets_box (plan_x, plan_y, mark->x, plan_y, box) || line_meets_box (mark->x, plan_y, mark->x, mark->plan_y, box))
        return TRUE;
      plan_x = mark->x;
      plan_y = mark->plan_y;
      if (!jx_progress_get_point (chart->progress, i)->has_spent)
        continue;
      if (line_meets_box (spent_x, spent_y, mark->x, mark->spent_y, box))
        return TRUE;
      spent_x = mark->x;
      spent_y = mark->spent_y;
    }
  if (line_meets_box (plan_x, plan_y, chart->plot.x + chart->plot.width, plan_y, box))
    return TRUE;

  return chart->progress->budget_fen > 0
         && line_meets_box (chart->plot.x, amount_y (chart, chart->progress->budget_fen),
                            chart->plot.x + chart->plot.width, amount_y (chart, chart->progress->budget_fen), box);
}

/* Tries to put @words beside the gap, clear of every line; the headline has them anyway. */
static gboolean
try_gap_label (JxChart *chart, const char *words)
{
  g_autoptr (PangoLayout) layout = jx_chart_make_text (chart, words, LABEL_SCALE, TRUE);
  const double near = 0.35 * chart->em, pad = 0.15 * chart->em;
  double width, height;

  jx_chart_measure_text (layout, &width, &height);
  for (int try = 0; try < 6; try++)
    {
      double slack = chart->gap.height - height;
      double x = try % 2 == 0 ? chart->gap.x + chart->gap.width + near : chart->gap.x - near - width;
      double y = chart->gap.y + slack * (try / 2 == 0 ? 0.5 : try / 2 == 1 ? 0.9 : 0.1);
      JxBox box = { x - pad, y, width + 2 * pad, height };

      if (box.x < chart->plot.x || box.x + box.width > chart->plot.x + chart->plot.width
          || box.y < chart->plot.y || box.y + box.height > chart->plot.y + chart->plot.height
          || lines_meet_box (chart, (JxBox) { box.x, box.y - near, box.width, box.height + 2 * near }))
        continue;
      chart->gap_label = box;
      jx_chart_place_text (chart, g_object_ref (layout), x, y, jx_chart_state_ink (chart->progress->state));
      return TRUE;
    }

  return FALSE;
}

static void
place_gap_label (JxChart *chart)
{
  const JxProgress *progress = chart->progress;
  g_autofree char *whole = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;
  gint64 gap_fen;

  if (chart->gap.width <= 0)
    return;

  gap_fen = progress->state == JX_PROGRESS_OVER
            ? jx_progress_get_point (progress, (guint) progress->latest)->spent_fen - progress->budget_fen
            : ABS (progress->gap_fen);
  whole = jx_progress_describe_state (chart->language, progress);
  amount = jx_amount_format_grouped (gap_fen);
  /* Translators: “Behind 1.38”. */
  words = g_strdup_printf (jx_language_say_in (chart->language, "chart", "%s %s"), jx_progress_state_get_label (chart->language, progress->state), amount);
  if (!try_gap_label (chart, whole) && !try_gap_label (chart, words))
    try_gap_label (chart, amount);
}

double
jx_chart_measure_axis_height (JxChart *chart)
{
  /* Units above, months below. */
  return 2 * LINE_HEIGHT * chart->em + LABEL_GAP * chart->em;
}

void
jx_chart_lay_plot (JxChart *chart, double top, double bottom)
{
  const double em = chart->em;
  gboolean shares = chart->progress->budget_fen > 0;
  g_autoptr (GPtrArray) amounts = NULL;
  g_autoptr (GPtrArray) percents = NULL;
  double amount_width, percent_width, height;
  Scale scale;

  top += LINE_HEIGHT * em;
  height = MAX (bottom - LINE_HEIGHT * em - LABEL_GAP * em - top, em);
  scale = find_scale (chart->progress, height / (LINE_HEIGHT * em));
  amounts = make_amount_labels (chart, &scale, &amount_width);
  percents = make_line_labels (chart, &scale, TRUE, FALSE, LABEL_SCALE, &percent_width);
  /* Millions of percent tell nothing. */
  shares = shares && percent_width < chart->width * 0.2;
  if (!shares)
    percent_width = 0;

  chart->plot.x = amount_width + LABEL_GAP * em;
  chart->plot.y = top;
  chart->plot.width = MAX (chart->width - chart->plot.x - percent_width - RIGHT_GAP * em, em);
  chart->plot.height = height;
  chart->scale_fen = scale.n_lines > 0 ? scale.step_fen * scale.n_lines : 1;
  for (guint i = 0; i <= scale.n_lines; i++)
    {
      double y = top + height * (scale.n_lines > 0 ? 1 - (double) i / scale.n_lines : 1);

      g_array_append_val (chart->grid, y);
    }

  place_line_labels (chart, amounts, amount_width, TRUE);
  place_unit (chart, jx_language_say (chart->language, "万元"), amount_width, TRUE, top - 0.7 * em);
  if (shares)
    {
      place_line_labels (chart, percents, chart->width - percent_width, FALSE);
      place_unit (chart, "%", chart->width - percent_width, FALSE, top - 0.7 * em);
    }
  place_months (chart, top + height + LABEL_GAP * em);
  place_marks (chart);
  place_gap (chart);
  place_gap_label (chart);
}
