/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/jx-progress.h"

#include <glib/gi18n-lib.h>

#include "base/jx-amount.h"
#include "review/jx-month.h"

static const char *const state_labels[JX_PROGRESS_N_STATES] = {
  [JX_PROGRESS_NO_ENTRY] = NC_("progress", "No entry"),
  [JX_PROGRESS_ON_PLAN] = NC_("progress", "On plan"),
  [JX_PROGRESS_BEHIND] = NC_("progress", "Behind"),
  [JX_PROGRESS_AHEAD] = NC_("progress", "Ahead"),
  [JX_PROGRESS_OVER] = NC_("progress", "Over budget"),
  [JX_PROGRESS_NO_PLAN] = NC_("progress", "No plan"),
};

const char *
jx_progress_state_get_label (JxLanguage language, JxProgressState state)
{
  g_return_val_if_fail (state < JX_PROGRESS_N_STATES, "");

  return jx_language_say_in (language, "progress", state_labels[state]);
}

char *
jx_progress_format_share (gint64 share)
{
  gint64 whole = share / 100;
  int part = (int) ABS (share % 100);
  const char *sign = share < 0 && whole == 0 ? "-" : "";

  if (part == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, whole);
  if (part % 10 == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", sign, whole, part / 10);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", sign, whole, part);
}

/* The gap in words; @share as a share of the budget, left out where there is no budget. */
static char *
describe_gap (JxLanguage language, gint64 gap_fen, gint64 share, gint64 budget_fen)
{
  g_autofree char *amount = jx_amount_format_grouped (gap_fen < 0 ? -gap_fen : gap_fen);
  g_autofree char *points = jx_progress_format_share (ABS (share));

  if (gap_fen == 0)
    return g_strdup (jx_language_say (language, "exactly on plan"));
  if (budget_fen == 0)
    return g_strdup_printf (gap_fen < 0 ? jx_language_say (language, "%s 万元 behind") : jx_language_say (language, "%s 万元 ahead"), amount);

  /* Translators: an amount, then percentage points of the budget. */
  return g_strdup_printf (gap_fen < 0 ? jx_language_say (language, "%s 万元 behind (%s points)") : jx_language_say (language, "%s 万元 ahead (%s points)"), amount, points);
}

static char *
describe_over (JxLanguage language, const JxProgress *progress, const JxProgressPoint *point)
{
  gint64 over_fen = point->spent_fen - progress->budget_fen;
  g_autofree char *amount = jx_amount_format_grouped (over_fen);
  g_autofree char *points = jx_progress_format_share (point->spent_share - 10000);

  if (progress->budget_fen == 0)
    return g_strdup_printf (jx_language_say (language, "%s 万元 over a budget of nothing"), amount);

  return g_strdup_printf (jx_language_say (language, "%s 万元 over the budget of the year (%s points)"), amount, points);
}

char *
jx_progress_describe_state (JxLanguage language, const JxProgress *progress)
{
  g_autofree char *gap = NULL;

  g_return_val_if_fail (progress != NULL, NULL);

  switch (progress->state)
    {
    case JX_PROGRESS_NO_ENTRY:
      return g_strdup (jx_language_say (language, "No spending entered yet"));
    case JX_PROGRESS_NO_PLAN:
      return g_strdup (jx_language_say (language, "No plan to compare with"));
    case JX_PROGRESS_OVER:
      return describe_over (language, progress, jx_progress_get_point (progress, (guint) progress->latest));
    case JX_PROGRESS_ON_PLAN:
      gap = describe_gap (language, progress->gap_fen, progress->gap_share, progress->budget_fen);
      if (progress->gap_fen == 0)
        return g_strdup (jx_progress_state_get_label (language, JX_PROGRESS_ON_PLAN));
      /* Translators: the state and a small gap: “On plan, 0.20 万元 behind (1 point)”. */
      return g_strdup_printf (jx_language_say (language, "On plan, %s"), gap);
    case JX_PROGRESS_BEHIND:
    case JX_PROGRESS_AHEAD:
    case JX_PROGRESS_N_STATES:
    default:
      return describe_gap (language, progress->gap_fen, progress->gap_share, progress->budget_fen);
    }
}

/* “5.52 万元 (40%)”; without a budget there is nothing it could be a share of. */
static char *
describe_amount (JxLanguage language, gint64 fen, gint64 share, gint64 budget_fen)
{
  g_autofree char *amount = jx_amount_format_grouped (fen);
  g_autofree char *percent = jx_progress_format_share (share);

  if (budget_fen == 0)
    return g_strdup_printf (jx_language_say (language, "%s 万元"), amount);

  /* Translators: an amount and its share of the budget. */
  return g_strdup_printf (jx_language_say (language, "%s 万元 (%s%%)"), amount, percent);
}

char *
jx_progress_describe_point (JxLanguage language, const JxProgress *progress, guint index)
{
  const JxProgressPoint *point;
  const char *month;
  g_autofree char *spent = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *gap = NULL;

  g_return_val_if_fail (progress != NULL && index < progress->points->len, NULL);

  point = jx_progress_get_point (progress, index);
  month = jx_month_get_label (language, point->month);
  spent = describe_amount (language, point->spent_fen, point->spent_share, progress->budget_fen);
  plan = describe_amount (language, point->plan_fen, point->plan_share, progress->budget_fen);

  if (!point->has_spent && !point->has_plan)
    /* Translators: %s is a month, as “end of March”. */
    return g_strdup_printf (jx_language_say (language, "By the %s: no plan and no spending entered."), month);
  if (!point->has_spent)
    return g_strdup_printf (jx_language_say (language, "By the %s: %s planned, no spending entered."), month, plan);
  if (progress->n_unplanned == progress->n_projects)
    return g_strdup_printf (jx_language_say (language, "By the %s: %s spent, nothing planned."), month, spent);

  gap = describe_gap (language, point->spent_fen - point->plan_fen, point->spent_share - point->plan_share, progress->budget_fen);

  /* Translators: month; what was spent; what was planned; the gap. */
  return g_strdup_printf (jx_language_say (language, "By the %s: %s spent, %s planned; %s."), month, spent, plan, gap);
}

/* Takes @first; @second may be NULL. */
static char *
join_sentences (JxLanguage language, char *first, const char *second)
{
  char *both;

  if (second == NULL)
    return first;

  /* Translators: two whole sentences; leave the blank out where the language has none. */
  both = g_strdup_printf (jx_language_say_in (language, "sentences", "%s %s"), first, second);
  g_free (first);

  return both;
}

char *
jx_progress_describe_missing (JxLanguage language, const JxProgress *progress)
{
  g_autofree char *entries = NULL;
  g_autofree char *plans = NULL;

  g_return_val_if_fail (progress != NULL, NULL);

  if (progress->n_projects > 1 && progress->latest >= 0 && progress->n_missing > 0)
    entries = g_strdup_printf (jx_language_say_number (language,
                                            "%u of %u projects has no entry for the %s; it counts with its earlier figure.",
                                            "%u of %u projects have no entry for the %s; they count with their earlier figures.",
                                            progress->n_missing),
                               progress->n_missing, progress->n_projects,
                               jx_month_get_label (language, jx_progress_get_point (progress, (guint) progress->latest)->month));
  if (progress->n_projects > 1 && progress->n_unplanned > 0)
    plans = g_strdup_printf (jx_language_say_number (language,
                                          "%u project has no plan; it is not in the planned sum.",
                                          "%u projects have no plan; they are not in the planned sum.",
                                          progress->n_unplanned),
                             progress->n_unplanned);

  return entries != NULL ? join_sentences (language, g_steal_pointer (&entries), plans) : g_steal_pointer (&plans);
}

char *
jx_progress_describe (JxLanguage language, const JxProgress *progress)
{
  g_autofree char *missing = NULL;
  g_autofree char *point = NULL;
  g_autofree char *state = NULL;
  g_autofree char *budget = NULL;

  g_return_val_if_fail (progress != NULL, NULL);

  missing = jx_progress_describe_missing (language, progress);
  if (progress->latest < 0)
    {
      budget = jx_amount_format_grouped (progress->budget_fen);
      return join_sentences (language, g_strdup_printf (jx_language_say (language, "Budget %s 万元. No spending entered yet."), budget), missing);
    }
  point = jx_progress_describe_point (language, progress, (guint) progress->latest);
  if (progress->state != JX_PROGRESS_OVER)
    return join_sentences (language, g_steal_pointer (&point), missing);
  state = jx_progress_describe_state (language, progress);

  /* Translators: “3.00 万元 over the budget of the year (30 points)”, then a whole sentence. */
  return join_sentences (language, g_strdup_printf (jx_language_say (language, "%s. %s"), state, point), missing);
}
