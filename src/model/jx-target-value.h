/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/jx-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  JX_TARGET_TEXT,    /* a sentence: cannot be measured */
  JX_TARGET_NUMBER,  /* ≥2.07万元 */
  JX_TARGET_RANGE,   /* 3-5个 */
  JX_TARGET_DATE,    /* 2023年12月31日前 */
  JX_TARGET_GRADE,   /* 优, 有效提升 */
} JxTargetType;

typedef enum
{
  JX_OPERATOR_NONE,
  JX_OPERATOR_AT_LEAST,  /* ≥ */
  JX_OPERATOR_MORE,      /* > */
  JX_OPERATOR_EQUAL,     /* = */
  JX_OPERATOR_LESS,      /* < */
  JX_OPERATOR_AT_MOST,   /* ≤ */
} JxOperator;

/**
 * JxTargetValue:
 *
 * How a target value (指标值) was understood. Only this: the document keeps the value as written.
 * @operator: the sign, as ≥ or in words (不少于, 以上); a date's 前, 之前, 以前 and 底 are no sign
 * @number: of a number; of a range its lower end
 * @upper: of a range
 * @year, @month, @day: of a date; 0 where the date does not say. 年底 and 月底 are their last day
 * @unit: of a number or range: "%", "万元", "元/月", half-width and without blanks; "" for none
 * @grade: (nullable): of a grade: the word
 */
typedef struct
{
  JxTargetType type;
  JxOperator operator;
  JxDecimal number;
  JxDecimal upper;
  char *unit;
  int year;
  int month;
  int day;
  char *grade;
} JxTargetValue;

/** jx_target_value_parse: @text: (nullable). Returns: (transfer full): how @text is understood; every text is something (%JX_TARGET_TEXT at worst). */
JxTargetValue *jx_target_value_parse (const char *text);

/**
 * jx_target_value_split:
 * @sign: (out): what stands before the figures: "≥", "不少于"
 * @number: (out): the figures, of a range both: "95", "3-5"; of what is no number the whole text
 * @unit: (out): what stands behind them: "%", "个以上"
 *
 * Takes @text apart as it is written: the three, one behind the other, are @text without its blanks.
 *
 * Returns: whether it is a number or a range; else @sign and @unit are ""
 */
gboolean jx_target_value_split (const char *text, char **sign, char **number, char **unit);

/** jx_target_value_describe: Returns: (transfer full): “≥ · 95 · %”, for the user to see how it was understood. */
char *jx_target_value_describe (const JxTargetValue *value);

void jx_target_value_free (JxTargetValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxTargetValue, jx_target_value_free)

G_END_DECLS
