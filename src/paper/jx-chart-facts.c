/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

static void
clear_stand (gpointer data)
{
  jx_progress_free (((JxChartStand *) data)->progress);
}

/* The furthest behind first; those who entered nothing cannot be compared and stand last. */
static int
compare_stands (const JxChartStand *one, const JxChartStand *other)
{
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

/* No chart shows more than the first: ten thousand need not be kept for them. */
static void
rank_project (JxChartFacts *facts, JxItem *project)
{
  JxChartStand stand = { project, jx_progress_new (project) };
  guint place = facts->first->len;

  facts->counts[stand.progress->state]++;
  while (place > 0 && compare_stands (&stand, &g_array_index (facts->first, JxChartStand, place - 1)) < 0)
    place--;
  if (place >= JX_CHART_MOST_RANKS)
    {
      clear_stand (&stand);
      return;
    }
  g_array_insert_val (facts->first, place, stand);
  if (facts->first->len > JX_CHART_MOST_RANKS)
    g_array_set_size (facts->first, JX_CHART_MOST_RANKS);
}

JxChartFacts *
jx_chart_facts_new (JxItem *item)
{
  JxChartFacts *facts = g_rc_box_new0 (JxChartFacts);

  facts->item = item;
  facts->progress = jx_progress_new (item);
  facts->first = g_array_new (FALSE, FALSE, sizeof (JxChartStand));
  g_array_set_clear_func (facts->first, clear_stand);
  facts->n_projects = jx_item_get_kind (item) == JX_KIND_DOCUMENT ? facts->progress->n_projects : 0;
  for (guint i = 0; i < facts->n_projects; i++)
    rank_project (facts, jx_item_child (item, JX_KIND_PROJECT, i));

  return facts;
}

static void
clear (gpointer data)
{
  JxChartFacts *facts = data;

  jx_progress_free (facts->progress);
  g_array_unref (facts->first);
}

void
jx_chart_facts_unref (JxChartFacts *facts)
{
  g_rc_box_release_full (facts, clear);
}
