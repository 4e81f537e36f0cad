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
  GPtrArray *ranks; /* (element-type JxChartRank) */
  PangoLayout *summary;
  double summary_height;
};

void
jx_chart_rank_free (JxChartRank *rank)
{
  jx_progress_free (rank->progress);
  g_free (rank);
}

/* The furthest behind first; those who entered nothing cannot be compared and stand last. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const JxChartRank *one = *(const JxChartRank *const *) a;
  const JxChartRank *other = *(const JxChartRank *const *) b;
  gboolean one_entered = one->progress->latest >= 0;
  gboolean other_entered = other->progress->latest >= 0;

  if (one_entered != other_entered)
    return one_entered ? -1 : 1;
  if (one->progress->gap_share != other->progress->gap_share)
    return one->progress->gap_share < other->progress->gap_share ? -1 : 1;
  if (one->progress->gap_fen != other->progress->gap_fen)
    return one->progress->gap_fen < other->progress->gap_fen ? -1 : 1;

  return (int) jx_item_get_index (one->item) - (int) jx_item_get_index (other->item);
}

static char *
describe_counts (const JxChartRanking *ranking)
{
  /* What needs a look comes first. */
  static const JxProgressState order[] = {
    JX_PROGRESS_BEHIND, JX_PROGRESS_OVER, JX_PROGRESS_AHEAD, JX_PROGRESS_ON_PLAN, JX_PROGRESS_NO_PLAN, JX_PROGRESS_NO_ENTRY
  };
  guint counts[JX_PROGRESS_N_STATES] = { 0 };
  const JxLanguage language = ranking->chart->language;
  GString *text = g_string_new (NULL);
  const char *separator = "";

  for (guint i = 0; i < ranking->ranks->len; i++)
    counts[((JxChartRank *) g_ptr_array_index (ranking->ranks, i))->progress->state]++;
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
  guint n_projects = jx_item_count (chart->item, JX_KIND_PROJECT);
  g_autofree char *counts = NULL;
  JxChartRanking *ranking;

  if (n_projects == 0)
    return NULL;

  ranking = g_new0 (JxChartRanking, 1);
  ranking->chart = chart;
  ranking->ranks = g_ptr_array_new_full (n_projects, (GDestroyNotify) jx_chart_rank_free);
  for (guint i = 0; i < n_projects; i++)
    {
      JxChartRank *rank = g_new0 (JxChartRank, 1);

      rank->item = jx_item_child (chart->item, JX_KIND_PROJECT, i);
      rank->progress = jx_progress_new (rank->item);
      g_ptr_array_add (ranking->ranks, rank);
    }
  g_ptr_array_sort (ranking->ranks, compare_ranks);
  counts = describe_counts (ranking);
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

  g_ptr_array_unref (ranking->ranks);
  g_object_unref (ranking->summary);
  g_free (ranking);
}

guint
jx_chart_ranking_count (const JxChartRanking *ranking)
{
  return ranking->ranks->len;
}

double
jx_chart_ranking_measure (const JxChartRanking *ranking, guint n_rows)
{
  guint n_lines = n_rows + (n_rows < ranking->ranks->len ? 1 : 0);

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

/* One width for all rows' words, so that the bars stand under each other. */
static double
measure_words (JxChartRanking *ranking, guint n_rows, Words how)
{
  double widest = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const JxChartRank *rank = g_ptr_array_index (ranking->ranks, i);
      g_autoptr (PangoLayout) layout = make_words (ranking->chart, rank->progress, how);
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
lay_row (JxChartRanking *ranking, JxChartRank *rank, double y, double words_width, Words how)
{
  JxChart *chart = ranking->chart;
  const double em = chart->em;
  const char *name = jx_item_get (rank->item, JX_FIELD_PROJECT_NAME);
  const double name_x = 1.6 * em;
  const double name_width = MAX (chart->width * 0.3, em);
  const double bar_x = name_x + name_width + 0.8 * em;
  const double words_x = chart->width - words_width;
  g_autofree char *number = NULL;

  if (name == NULL)
    name = number = g_strdup_printf (jx_language_say (chart->language, "Project %u"), jx_item_get_index (rank->item) + 1);
  rank->row = (JxBox) { 0, y, chart->width, ROW_HEIGHT * em };
  rank->glyph = (JxBox) { 0.1 * em, y + (ROW_HEIGHT - 0.8) / 2 * em, 0.8 * em, 0.8 * em };
  rank->bar = (JxBox) { bar_x, y + (ROW_HEIGHT - 0.8) / 2 * em, MAX (words_x - 0.8 * em - bar_x, em), 0.8 * em };
  place_in_row (chart, jx_chart_make_text (chart, name, 1, FALSE), name_x, name_width, rank->row, JX_INK_TEXT);
  place_in_row (chart, make_words (chart, rank->progress, how), words_x, words_width, rank->row,
                jx_chart_state_ink (rank->progress->state));
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
      lay_row (ranking, g_ptr_array_index (ranking->ranks, i), y, words_width, how);
      y += ROW_HEIGHT * chart->em;
    }
  if (n_rows < ranking->ranks->len)
    {
      guint n_more = ranking->ranks->len - n_rows;
      g_autofree char *more = g_strdup_printf (jx_language_say_number (chart->language, "%u more project", "%u more projects", n_more), n_more);
      JxBox row = { 0, y, chart->width, ROW_HEIGHT * chart->em };

      place_in_row (chart, jx_chart_make_text (chart, more, 1, FALSE), 1.6 * chart->em, chart->width - 1.6 * chart->em, row,
                    JX_INK_QUIET);
    }

  /* What is shown goes over to the chart, the rest with the ranking. */
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (chart->ranks, g_ptr_array_steal_index (ranking->ranks, 0));
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

  return rank->item;
}

char *
jx_chart_describe_rank (const JxChart *chart, guint index)
{
  const JxChartRank *rank;
  const char *name;
  g_autofree char *words = NULL;

  g_return_val_if_fail (chart != NULL && index < chart->ranks->len, NULL);

  rank = g_ptr_array_index (chart->ranks, index);
  name = jx_item_get (rank->item, JX_FIELD_PROJECT_NAME);
  words = jx_progress_describe (chart->language, rank->progress);

  /* Translators: a project's place in the list of those that lag, its name, how it stands, in sentences. */
  return g_strdup_printf (jx_language_say (chart->language, "%u. %s: %s"), index + 1, name != NULL ? name : "", words);
}
