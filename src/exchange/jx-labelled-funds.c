/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-labelled-funds.h"

#include "exchange/jx-read-lines.h"
#include "model/jx-item-build.h"

/* By JxFund. */
static const JxField budgets[] = { JX_FIELD_PROJECT_BUDGET, JX_FIELD_PROJECT_FISCAL, JX_FIELD_PROJECT_CARRIED, JX_FIELD_PROJECT_OTHER };
static const JxField terms[] = { JX_FIELD_PROJECT_TERM_BUDGET, JX_FIELD_PROJECT_TERM_FISCAL, JX_FIELD_NONE, JX_FIELD_PROJECT_TERM_OTHER };
static const JxField adjusted[] = { JX_FIELD_PROJECT_ADJUSTED, JX_FIELD_PROJECT_ADJUSTED_FISCAL, JX_FIELD_PROJECT_ADJUSTED_CARRIED, JX_FIELD_PROJECT_ADJUSTED_OTHER };
static const JxField spent[] = { JX_FIELD_CHECKPOINT_SPENT, JX_FIELD_CHECKPOINT_SPENT_FISCAL, JX_FIELD_CHECKPOINT_SPENT_CARRIED, JX_FIELD_CHECKPOINT_SPENT_OTHER };
static const JxField expected[] = { JX_FIELD_CHECKPOINT_EXPECTED, JX_FIELD_CHECKPOINT_EXPECTED_FISCAL, JX_FIELD_CHECKPOINT_EXPECTED_CARRIED, JX_FIELD_CHECKPOINT_EXPECTED_OTHER };

static JxItem *
get_checkpoint (JxTaker *taker, JxItem *project, guint month)
{
  g_autofree char *key = g_strdup_printf ("%u", month);
  JxItem *item;

  for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
    {
      item = jx_item_child (project, JX_KIND_CHECKPOINT, i);
      if (g_strcmp0 (jx_item_get (item, JX_FIELD_CHECKPOINT_MONTH), key) == 0)
        return item;
    }

  item = jx_taker_add (taker, project, JX_KIND_CHECKPOINT);
  jx_taker_set (taker, item, JX_FIELD_CHECKPOINT_MONTH, key, 0, NULL);

  return item;
}

gboolean
jx_fund_take (JxTaker *taker, JxItem *project, const JxSense *fund, JxStage stage, guint month, const char *text, guint line)
{
  JxField field = JX_FIELD_NONE;
  JxItem *item = project;

  switch (stage)
    {
    case JX_STAGE_BUDGET:
      field = fund->term ? terms[fund->fund] : budgets[fund->fund];
      break;
    case JX_STAGE_ADJUSTED:
      field = adjusted[fund->fund];
      break;
    case JX_STAGE_SPENT:
      field = spent[fund->fund];
      item = get_checkpoint (taker, project, month != 0 ? month : 12);
      break;
    case JX_STAGE_EXPECTED:
      field = expected[fund->fund];
      item = get_checkpoint (taker, project, month != 0 ? month : 12);
      break;
    case JX_STAGE_WEIGHT:
    case JX_STAGE_SCORE:
      if (fund->fund != JX_FUND_ALL)
        return TRUE;
      field = stage == JX_STAGE_WEIGHT ? JX_FIELD_PROJECT_EXECUTION_WEIGHT : JX_FIELD_PROJECT_EXECUTION_SCORE;
      break;
    case JX_STAGE_RATE: /* what the other columns give */
    default:
      return TRUE;
    }

  return field != JX_FIELD_NONE && jx_taker_set (taker, item, field, text, line, NULL);
}
