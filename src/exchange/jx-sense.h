/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-target-parts.h"
#include "model/jx-field.h"

G_BEGIN_DECLS

/* What a label means by the words in it, whatever the form: 年度预算总额, 项目资金总额 and 资金总额（万元） are
 * one thing. Forms know their own labels exactly (jx-slots.h); this is for those of forms nobody described. */

typedef enum
{
  JX_SENSE_NONE,
  JX_SENSE_FIELD,  /* a text beside it: of the project, or of the document */
  JX_SENSE_GOALS,  /* goals beside or below it */
  JX_SENSE_TERM_GOALS,
  JX_SENSE_FUND,   /* a row of amounts: which money */
  JX_SENSE_STAGE,  /* a column of amounts: planned, spent …; a row of its own where it is an amount planned */
  JX_SENSE_COLUMN, /* a column of a list of indicators */
  JX_SENSE_SIDE,   /* it stands beside or above other labels and has no value */
  JX_SENSE_TOTAL,  /* sums */
  JX_SENSE_OTHER,  /* what no place is for */
} JxSenseType;

typedef enum
{
  JX_FUND_ALL,
  JX_FUND_FISCAL,
  JX_FUND_CARRIED,
  JX_FUND_OTHER,
} JxFund;

typedef enum
{
  JX_STAGE_BUDGET,
  JX_STAGE_ADJUSTED,
  JX_STAGE_SPENT,
  JX_STAGE_EXPECTED,
  JX_STAGE_RATE,
  JX_STAGE_WEIGHT,
  JX_STAGE_SCORE,
} JxStage;

/**
 * JxSense:
 * @field: of FIELD and COLUMN; of COLUMN %JX_FIELD_NONE where no place is for it, or with @part
 * @wording: (nullable): the ministry's words for it, which the forms here know
 * @part: of COLUMN: a part of the target value
 * @tick: (nullable): of COLUMN: the word that @field has where the column is ticked
 * @weak: of COLUMN: only where no other column is surer to be it
 * @over: of COLUMN: it may stand over several others
 * @term: of FUND: of the medium term
 * @month: of STAGE and COLUMN: up to which it is; 0 where it does not say
 * @amount_unit: (nullable): in brackets behind it
 * @figure: in brackets behind it: 10 of 执行率分值（10）; "" for none
 */
typedef struct
{
  JxSenseType type;
  JxField field;
  const char *wording;
  JxTargetPart part;
  const char *tick;
  gboolean weak;
  gboolean over;
  JxFund fund;
  gboolean term;
  JxStage stage;
  guint month;
  const char *amount_unit;
  char figure[8];
} JxSense;

/** jx_sense_read_label: Returns: whether @text is a label of the upper part of a form. */
gboolean jx_sense_read_label (const char *text, JxSense *sense);

/** jx_sense_read_column: Returns: whether @text heads a column of indicators. */
gboolean jx_sense_read_column (const char *text, JxSense *sense);

/** jx_sense_is_level: @level: 1 or 2. Returns: whether @text names a level of indicators as the rules have them: 产出指标, 数量. */
gboolean jx_sense_is_level (const char *text, guint level);

/** jx_sense_is_foot: Returns: whether @text stands below a form: notes, who filled it in. */
gboolean jx_sense_is_foot (const char *text);

G_END_DECLS
