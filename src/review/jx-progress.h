/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/jx-decimal.h"
#include "base/jx-language.h"
#include "review/jx-profile.h"

G_BEGIN_DECLS

typedef enum
{
  JX_PROGRESS_NO_ENTRY, /* nothing spent has been entered yet */
  JX_PROGRESS_ON_PLAN,
  JX_PROGRESS_BEHIND,
  JX_PROGRESS_AHEAD,
  JX_PROGRESS_OVER,     /* more was spent than the whole budget */
  JX_PROGRESS_NO_PLAN,  /* spending was entered, but no plan to hold it against */
  JX_PROGRESS_N_STATES
} JxProgressState;

/**
 * JxProgressPoint:
 * @has_plan: whether the plan names this month; without it the plan is that of the month before
 * @plan_fen: planned to be spent by the month's end, cumulative
 * @plan_share: the same in hundredths of a percent of the budget
 * @has_spent: whether spending was entered for this month; for a department, of at least one project
 * @spent_fen: spent by then, cumulative; meaningless without @has_spent. A project of the department
 *   without an entry of its own counts with its latest earlier one
 */
typedef struct
{
  int month;
  gboolean has_plan;
  gint64 plan_fen;
  gint64 plan_share;
  gboolean has_spent;
  gint64 spent_fen;
  gint64 spent_share;
} JxProgressPoint;

/**
 * JxProgress:
 * @points: (element-type JxProgressPoint): by month
 * @latest: the last point with an entry, -1 for none
 * @gap_fen: spent less planned at @latest (negative: behind)
 * @gap_share: the same in hundredths of a percent of the budget; 0 where there is no budget
 * @n_projects: how many projects were added up (1 for a project)
 * @n_missing: of these, how many have no entry at @latest
 * @n_unplanned: of these, how many have no plan at all
 *
 * Sums that no gint64 holds stand at its limit.
 */
typedef struct
{
  gint64 budget_fen;
  GArray *points;
  int latest;
  JxProgressState state;
  gint64 gap_fen;
  gint64 gap_share;
  guint n_projects;
  guint n_missing;
  guint n_unplanned;
} JxProgress;

/** jx_progress_new: @item: a project, or the document's root for the whole department. Returns: (transfer full): to be read alone; that of a department is shared by all who ask, until one of its figures changes. */
JxProgress *jx_progress_new (const JxItem *item);
void jx_progress_free (JxProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxProgress, jx_progress_free)

/** jx_progress_get_point: Returns: (transfer none): the point @index, which there is. */
const JxProgressPoint *jx_progress_get_point (const JxProgress *progress, guint index);

/** jx_progress_plan_fen: Returns: @percent of @budget_fen (0 or more), rounded half up to a 分, exactly. */
gint64 jx_progress_plan_fen (gint64 budget_fen, JxDecimal percent);
/**
 * jx_progress_plan_percent:
 * @budget_fen: more than 0
 * @amount_fen: from 0 to ten times the budget
 *
 * The opposite: exactly where two decimals are enough, else with as few as give an amount that is the
 * same in two decimals of 万元.
 *
 * Returns: (transfer full): a percentage as a plan holds it
 */
char *jx_progress_plan_percent (gint64 budget_fen, gint64 amount_fen);

/** jx_progress_state_get_label: Returns: (transfer none): 按计划, 落后, 超前, 超支, 未填报, 无计划. */
const char *jx_progress_state_get_label (JxLanguage language, JxProgressState state);
/** jx_progress_format_share: Returns: (transfer full): hundredths of a percent without the sign and without noughts at the end: 1000 is “10”, 1050 “10.5”. */
char *jx_progress_format_share (gint64 share);
/** jx_progress_describe: Returns: (transfer full): a sentence for the whole: “6月底：已支出 5.52 万元，计划 6.90 万元，落后 1.38 万元（10 个百分点）。”, and what is missing. */
char *jx_progress_describe (JxLanguage language, const JxProgress *progress);
/** jx_progress_describe_point: Returns: (transfer full): the same for the point @index. */
char *jx_progress_describe_point (JxLanguage language, const JxProgress *progress, guint index);
/** jx_progress_describe_state: Returns: (transfer full): the state and the gap alone: “落后 1.38 万元（10 个百分点）”. */
char *jx_progress_describe_state (JxLanguage language, const JxProgress *progress);
/** jx_progress_describe_missing: Returns: (transfer full) (nullable): what the figures leave out; %NULL when they are whole. */
char *jx_progress_describe_missing (JxLanguage language, const JxProgress *progress);

G_END_DECLS
