/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/jx-progress.h"

#include "base/jx-amount.h"
#include "model/jx-document.h"

#define N_MONTHS 12
/* What an amount shown in two decimals cannot tell apart: 0.01 万元. */
#define SHOWN_FEN (JX_FEN_PER_WAN / 100)
#define PERCENT_SCALE_MOST 6

/* What one project, or all together, planned and spent by the end of one month. */
typedef struct
{
  gboolean exists;
  gboolean has_plan;
  gint64 plan_fen;
  gint64 plan_share;
  gboolean has_spent;
  gint64 spent_fen;
} Month;

static gint64
add_fen (gint64 a, gint64 b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return a < 0 ? G_MININT64 : G_MAXINT64;

  return sum;
}

/* @value × 10^-@scale, rounded half up; what does not fit stands at the limit. */
static gint64
round_scaled (unsigned __int128 value, int scale)
{
  unsigned __int128 unit = 1;

  for (int i = 0; i < scale; i++)
    unit *= 10;
  value = value / unit + (value % unit >= unit - unit / 2);

  return value > G_MAXINT64 ? G_MAXINT64 : (gint64) value;
}

gint64
jx_progress_plan_fen (gint64 budget_fen, JxDecimal percent)
{
  g_return_val_if_fail (budget_fen >= 0 && percent.mantissa >= 0, 0);

  return round_scaled ((unsigned __int128) budget_fen * (guint64) percent.mantissa, percent.scale + 2);
}

/* @amount_fen of @budget_fen in percent with @scale decimals, rounded half up. */
static JxDecimal
round_percent (gint64 budget_fen, gint64 amount_fen, int scale)
{
  unsigned __int128 scaled = (unsigned __int128) amount_fen * 100;

  for (int i = 0; i < scale; i++)
    scaled *= 10;

  return (JxDecimal) { (gint64) ((scaled + (guint64) budget_fen / 2) / (guint64) budget_fen), scale };
}

char *
jx_progress_plan_percent (gint64 budget_fen, gint64 amount_fen)
{
  JxDecimal percent = { 0, 0 };

  g_return_val_if_fail (budget_fen > 0 && amount_fen >= 0 && amount_fen / 10 <= budget_fen, NULL);

  for (int scale = 0; scale <= 2; scale++)
    {
      percent = round_percent (budget_fen, amount_fen, scale);
      if (jx_progress_plan_fen (budget_fen, percent) == amount_fen)
        return jx_decimal_to_string (percent);
    }
  for (int scale = 0; scale <= PERCENT_SCALE_MOST; scale++)
    {
      percent = round_percent (budget_fen, amount_fen, scale);
      if (ABS (jx_progress_plan_fen (budget_fen, percent) - amount_fen) < SHOWN_FEN / 2)
        break;
    }

  return jx_decimal_to_string (percent);
}

static void
read_checkpoint (const JxItem *checkpoint, gint64 budget_fen, Month year[N_MONTHS + 1])
{
  JxDecimal month, percent;
  gint64 spent_fen;
  Month *at;

  if (!jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_MONTH, &month) || month.scale != 0
      || month.mantissa < 1 || month.mantissa > N_MONTHS)
    return;

  at = &year[month.mantissa];
  at->exists = TRUE;
  if (jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_PLAN, &percent) && percent.mantissa >= 0)
    {
      at->has_plan = TRUE;
      at->plan_fen = jx_progress_plan_fen (budget_fen, percent);
      at->plan_share = round_scaled ((unsigned __int128) percent.mantissa * 100, percent.scale);
    }
  if (jx_item_get_amount (checkpoint, JX_FIELD_CHECKPOINT_SPENT, &spent_fen))
    {
      at->has_spent = TRUE;
      at->spent_fen = spent_fen;
    }
}

/* Fills @year[1 … 12]; months between checkpoints stand where the one before them stood. */
static void
read_project (const JxItem *project, gint64 budget_fen, Month year[N_MONTHS + 1])
{
  guint n_checkpoints = jx_item_count (project, JX_KIND_CHECKPOINT);

  for (guint i = 0; i < n_checkpoints; i++)
    read_checkpoint (jx_item_child (project, JX_KIND_CHECKPOINT, i), budget_fen, year);
  for (int month = 1; month <= N_MONTHS; month++)
    {
      if (!year[month].has_plan)
        {
          year[month].plan_fen = year[month - 1].plan_fen;
          year[month].plan_share = year[month - 1].plan_share;
        }
      if (!year[month].has_spent)
        year[month].spent_fen = year[month - 1].spent_fen;
    }
}

static gboolean
has_plan_until (const Month year[N_MONTHS + 1], int last)
{
  for (int month = 1; month <= last; month++)
    if (year[month].has_plan)
      return TRUE;

  return FALSE;
}

static int
find_latest (const Month year[N_MONTHS + 1])
{
  for (int month = N_MONTHS; month > 0; month--)
    if (year[month].has_spent)
      return month;

  return 0;
}

static void
add_year (Month sum[N_MONTHS + 1], const Month year[N_MONTHS + 1])
{
  for (int month = 1; month <= N_MONTHS; month++)
    {
      sum[month].exists |= year[month].exists;
      sum[month].has_plan |= year[month].has_plan;
      sum[month].has_spent |= year[month].has_spent;
      sum[month].plan_fen = add_fen (sum[month].plan_fen, year[month].plan_fen);
      sum[month].spent_fen = add_fen (sum[month].spent_fen, year[month].spent_fen);
    }
}

static void
read_department (JxProgress *progress, const JxItem *root, Month sum[N_MONTHS + 1])
{
  guint n_entries[N_MONTHS + 1] = { 0 };

  progress->n_projects = jx_item_count (root, JX_KIND_PROJECT);
  for (guint i = 0; i < progress->n_projects; i++)
    {
      const JxItem *project = jx_item_child (root, JX_KIND_PROJECT, i);
      Month year[N_MONTHS + 1] = { 0 };
      gint64 budget_fen;

      jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &budget_fen);
      progress->budget_fen = add_fen (progress->budget_fen, budget_fen);
      read_project (project, budget_fen, year);
      progress->n_unplanned += !has_plan_until (year, N_MONTHS);
      for (int month = 1; month <= N_MONTHS; month++)
        n_entries[month] += year[month].has_spent;
      add_year (sum, year);
    }
  for (int month = 1; month <= N_MONTHS; month++)
    sum[month].plan_share = jx_amount_share (sum[month].plan_fen, progress->budget_fen);
  progress->n_missing = progress->n_projects - n_entries[find_latest (sum)];
}

static void
collect_points (JxProgress *progress, const Month year[N_MONTHS + 1])
{
  for (int month = 1; month <= N_MONTHS; month++)
    {
      const Month *at = &year[month];
      JxProgressPoint point = {
        .month = month,
        .has_plan = at->has_plan,
        .plan_fen = at->plan_fen,
        .plan_share = at->plan_share,
        .has_spent = at->has_spent,
        .spent_fen = at->spent_fen,
        .spent_share = jx_amount_share (at->spent_fen, progress->budget_fen),
      };

      if (!at->exists)
        continue;
      if (at->has_spent)
        progress->latest = (int) progress->points->len;
      g_array_append_val (progress->points, point);
    }
}

static void
judge (JxProgress *progress, const Month year[N_MONTHS + 1], gint64 tolerance)
{
  const JxProgressPoint *point;

  progress->state = JX_PROGRESS_NO_ENTRY;
  if (progress->latest < 0)
    return;

  point = jx_progress_get_point (progress, (guint) progress->latest);
  progress->gap_fen = point->spent_fen - point->plan_fen;
  /* Of a tiny budget the shares may differ although the amounts do not. */
  if (progress->budget_fen > 0 && progress->gap_fen != 0)
    progress->gap_share = point->spent_share - point->plan_share;

  if (point->spent_fen > progress->budget_fen)
    progress->state = JX_PROGRESS_OVER;
  else if (!has_plan_until (year, point->month))
    progress->state = JX_PROGRESS_NO_PLAN;
  else if (progress->gap_share < -tolerance)
    progress->state = JX_PROGRESS_BEHIND;
  else if (progress->gap_share > tolerance)
    progress->state = JX_PROGRESS_AHEAD;
  else
    progress->state = JX_PROGRESS_ON_PLAN;
}

static JxProgress *
work_out (const JxItem *item)
{
  JxProgress *progress = g_rc_box_new0 (JxProgress);
  Month year[N_MONTHS + 1] = { 0 };

  progress->points = g_array_new (FALSE, FALSE, sizeof (JxProgressPoint));
  progress->latest = -1;
  if (jx_item_get_kind (item) == JX_KIND_DOCUMENT)
    read_department (progress, item, year);
  else
    {
      jx_item_get_amount (item, JX_FIELD_PROJECT_BUDGET, &progress->budget_fen);
      read_project (item, progress->budget_fen, year);
      progress->n_projects = 1;
      progress->n_missing = find_latest (year) == 0;
      progress->n_unplanned = !has_plan_until (year, N_MONTHS);
    }
  collect_points (progress, year);
  judge (progress, year, jx_profile_get_tolerance (jx_profile_for (item)));

  return progress;
}

/* Whether figures of the department can be others after @change. */
static gboolean
is_of_figures (const JxChange *change)
{
  JxKind kind = jx_item_get_kind (change->child != NULL ? change->child : change->item);

  if (change->type == JX_EDIT_SET)
    return kind == JX_KIND_CHECKPOINT || change->field == JX_FIELD_PROJECT_BUDGET || change->field == JX_FIELD_PROFILE;
  if (kind == JX_KIND_PROJECT)
    return change->type == JX_EDIT_INSERT || change->type == JX_EDIT_REMOVE;

  return kind == JX_KIND_CHECKPOINT;
}

static GQuark
get_shared_quark (void)
{
  return g_quark_from_static_string ("jx-progress");
}

static void
changed_cb (JxDocument *document, const JxChange *change)
{
  if (!is_of_figures (change))
    return;

  g_signal_handlers_disconnect_by_func (document, changed_cb, NULL);
  g_object_set_qdata (G_OBJECT (document), get_shared_quark (), NULL);
}

/* Each step is followed by several who show the sums of what may be thousands of projects. */
static JxProgress *
share (JxDocument *document)
{
  JxProgress *progress = g_object_get_qdata (G_OBJECT (document), get_shared_quark ());

  if (progress == NULL)
    {
      progress = work_out (jx_document_get_root (document));
      g_object_set_qdata_full (G_OBJECT (document), get_shared_quark (), progress, (GDestroyNotify) jx_progress_free);
      g_signal_connect (document, "changed", G_CALLBACK (changed_cb), NULL);
    }

  return g_rc_box_acquire (progress);
}

JxProgress *
jx_progress_new (const JxItem *item)
{
  JxDocument *document = NULL;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (jx_item_get_kind (item) == JX_KIND_PROJECT || jx_item_get_kind (item) == JX_KIND_DOCUMENT, NULL);

  document = jx_item_get_document (item);
  if (jx_item_get_kind (item) == JX_KIND_DOCUMENT && !jx_document_is_building (document))
    return share (document);

  return work_out (item);
}

static void
clear (gpointer progress)
{
  g_array_unref (((JxProgress *) progress)->points);
}

void
jx_progress_free (JxProgress *progress)
{
  if (progress != NULL)
    g_rc_box_release_full (progress, clear);
}

const JxProgressPoint *
jx_progress_get_point (const JxProgress *progress, guint index)
{
  g_return_val_if_fail (progress != NULL && index < progress->points->len, NULL);

  return &g_array_index (progress->points, JxProgressPoint, index);
}
