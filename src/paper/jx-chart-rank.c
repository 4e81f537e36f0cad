/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

#include "base/jx-amount.h"

/* In em. */
#define ROW_HEIGHT 1.9
#define SPACE_BEFORE 1.0

/* The projects of a department in the order of their lag, before they have their places. */
struct _JxChartRanking
{
  JxChart *chart;
  PangoLayout *summary;
  double summary_height;
};

static char *
describe_counts (const JxChart *chart)
{
  /* What needs a look comes first. */
  static const JxProgressState order[] = {
    JX_PROGRESS_BEHIND, JX_PROGRESS_OVER, JX_PROGRESS_AHEAD, JX_PROGRESS_ON_PLAN, JX_PROGRESS_NO_PLAN, JX_PROGRESS_NO_ENTRY
  };
  const guint *counts = chart->facts->counts;
  const JxLanguage language = chart->language;
  GString *text = g_string_new (NULL);
  const char *separator = "";

  g_string_append (text, jx_language_say_in (language, "chart", "Projects:"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (counts[order[i]] > 0)
      {
        g_string_append_printf (text, "%s %s\302\240%u", separator, jx_progress_state_get_label (language, order[i]), counts[order[i]]);
        separator = " ·";
      }

  return g_string_free (text, FALSE);
}

JxChartRanking *
jx_chart_ranking_new (JxChart *chart)
{
  g_autofree char *counts = NULL;
  JxChartRanking *ranking;

  if (chart->facts->n_projects == 0)
    return NULL;

  ranking = g_new0 (JxChartRanking, 1);
  ranking->chart = chart;
  counts = describe_counts (chart);
  ranking->summary = jx_chart_make_text (chart, counts, 1, TRUE);
  jx_chart_wrap_text (ranking->summary, chart->width);
  jx_chart_measure_text (ranking->summary, NULL, &ranking->summary_height);

  return ranking;
}

void
jx_chart_ranking_free (JxChartRanking *ranking)
{
  if (ranking == NULL)
    return;

  g_object_unref (ranking->summary);
  g_free (ranking);
}

double
jx_chart_ranking_measure (const JxChartRanking *ranking, guint n_rows)
{
  guint n_lines = n_rows + (n_rows < ranking->chart->facts->n_projects ? 1 : 0);

  return SPACE_BEFORE * ranking->chart->em + ranking->summary_height + 0.3 * ranking->chart->em
         + n_lines * ROW_HEIGHT * ranking->chart->em;
}

/* How a project stands, from the whole phrase to the bare state. */
typedef enum
{
  WORDS_WHOLE,
  WORDS_AMOUNT,
  WORDS_STATE,
} Words;

static char *
describe_short (JxLanguage language, const JxProgress *progress, Words words)
{
  const char *label = jx_progress_state_get_label (language, progress->state);
  g_autofree char *amount = NULL;
  gint64 gap_fen = ABS (progress->gap_fen);

  if (words == WORDS_STATE
      || (progress->state != JX_PROGRESS_BEHIND && progress->state != JX_PROGRESS_AHEAD && progress->state != JX_PROGRESS_OVER))
    return g_strdup (label);
  if (progress->state == JX_PROGRESS_OVER)
    gap_fen = jx_progress_get_point (progress, (guint) progress->latest)->spent_fen - progress->budget_fen;
  else if (words == WORDS_WHOLE)
    return jx_progress_describe_state (language, progress);
  amount = jx_amount_format_grouped (gap_fen);
  if (words == WORDS_WHOLE)
    /* Translators: “Over budget 0.60 万元”. */
    return g_strdup_printf (jx_language_say_in (language, "chart", "%s %s 万元"), label, amount);

  return g_strdup_printf (jx_language_say_in (language, "chart", "%s %s"), label, amount);
}

static PangoLayout *
make_words (JxChart *chart, const JxProgress *progress, Words how)
{
  g_autofree char *words = describe_short (chart->language, progress, how);

  return jx_chart_make_text (chart, words, 1, FALSE);
}

static const JxChartStand *
get_stand (const JxChart *chart, guint index)
{
  return &g_array_index (chart->facts->first, JxChartStand, index);
}

/* One width for all rows' words, so that the bars stand under each other. */
static double
measure_words (JxChartRanking *ranking, guint n_rows, Words how)
{
  double widest = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const JxChartStand *stand = get_stand (ranking->chart, i);
      g_autoptr (PangoLayout) layout = make_words (ranking->chart, stand->progress, how);
      double width;

      jx_chart_measure_text (layout, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

static void
place_in_row (JxChart *chart, PangoLayout *layout, double x, double width, JxBox row, JxInk ink)
{
  double height;

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  jx_chart_measure_text (layout, NULL, &height);
  jx_chart_place_text (chart, layout, x, row.y + (row.height - height) / 2, ink);
}

static void
lay_row (JxChart *chart, const JxChartStand *stand, double y, double words_width, Words how)
{
  JxChartRank *rank = g_new0 (JxChartRank, 1);
  const double em = chart->em;
  const char *name = jx_item_get (stand->item, JX_FIELD_PROJECT_NAME);
  const double name_x = 1.6 * em;
  const double name_width = MAX (chart->width * 0.3, em);
  const double bar_x = name_x + name_width + 0.8 * em;
  const double words_x = chart->width - words_width;
  g_autofree char *number = NULL;

  if (name == NULL)
    name = number = g_strdup_printf (jx_language_say (chart->language, "Project %u"), jx_item_get_index (stand->item) + 1);
  rank->stand = stand;
  rank->row = (JxBox) { 0, y, chart->width, ROW_HEIGHT * em };
  rank->glyph = (JxBox) { 0.1 * em, y + (ROW_HEIGHT - 0.8) / 2 * em, 0.8 * em, 0.8 * em };
  rank->bar = (JxBox) { bar_x, y + (ROW_HEIGHT - 0.8) / 2 * em, MAX (words_x - 0.8 * em - bar_x, em), 0.8 * em };
  place_in_row (chart, jx_chart_make_text (chart, name, 1, FALSE), name_x, name_width, rank->row, JX_INK_TEXT);
  place_in_row (chart, make_words (chart, stand->progress, how), words_x, words_width, rank->row,
                jx_chart_state_ink (stand->progress->state));
  g_ptr_array_add (chart->ranks, rank);
}

void
jx_chart_ranking_lay (JxChartRanking *ranking, double top, guint n_rows)
{
  JxChart *chart = ranking->chart;
  double y = top + SPACE_BEFORE * chart->em;
  const double most = chart->width * 0.42;
  Words how = WORDS_WHOLE;
  double words_width = measure_words (ranking, n_rows, how);

  jx_chart_place_text (chart, g_object_ref (ranking->summary), 0, y, JX_INK_TEXT);
  y += ranking->summary_height + 0.3 * chart->em;
  while (words_width > most && how < WORDS_STATE)
    words_width = measure_words (ranking, n_rows, ++how);
  words_width = MIN (words_width, most) + 1;
  for (guint i = 0; i < n_rows; i++)
    {
      lay_row (chart, get_stand (chart, i), y, words_width, how);
      y += ROW_HEIGHT * chart->em;
    }
  if (n_rows < chart->facts->n_projects)
    {
      guint n_more = chart->facts->n_projects - n_rows;
      g_autofree char *more = g_strdup_printf (jx_language_say_number (chart->language, "%u more project", "%u more projects", n_more), n_more);
      JxBox row = { 0, y, chart->width, ROW_HEIGHT * chart->em };

      place_in_row (chart, jx_chart_make_text (chart, more, 1, FALSE), 1.6 * chart->em, chart->width - 1.6 * chart->em, row,
                    JX_INK_QUIET);
    }
}

guint
jx_chart_count_ranks (const JxChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  return chart->ranks->len;
}

JxItem *
jx_chart_get_rank (const JxChart *chart, guint index, double *x, double *y, double *width, double *height)
{
  const JxChartRank *rank;

  g_return_val_if_fail (chart != NULL && index < chart->ranks->len, NULL);

  rank = g_ptr_array_index (chart->ranks, index);
  if (x != NULL)
    *x = rank->row.x;
  if (y != NULL)
    *y = rank->row.y;
  if (width != NULL)
    *width = rank->row.width;
  if (height != NULL)
    *height = rank->row.height;

  return rank->stand->item;
}

char *
jx_chart_describe_rank (const JxChart *chart, guint index)
{
  const JxChartRank *rank;
  const char *name;
  g_autofree char *words = NULL;

  g_return_val_if_fail (chart != NULL && index < chart->ranks->len, NULL);

  rank = g_ptr_array_index (chart->ranks, index);
  name = jx_item_get (rank->stand->item, JX_FIELD_PROJECT_NAME);
  words = jx_progress_describe (chart->language, rank->stand->progress);

  /* Translators: a project's place in the list of those that lag, its name, how it stands, in sentences. */
  return g_strdup_printf (jx_language_say (chart->language, "%u. %s: %s"), index + 1, name != NULL ? name : "", words);
}
