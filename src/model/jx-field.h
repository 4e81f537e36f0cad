/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/jx-language.h"

G_BEGIN_DECLS

/**
 * JxKind:
 *
 * The kinds of item a goal document is made of. The document holds sub-goals, measures and
 * projects; a project holds checkpoints, goals and indicators of the year, and those of the medium term.
 */
typedef enum
{
  JX_KIND_DOCUMENT,   /* 部门预算绩效文本 */
  JX_KIND_SUB_GOAL,   /* 分项绩效目标 */
  JX_KIND_MEASURE,    /* 工作保障措施, one of them */
  JX_KIND_PROJECT,    /* 预算项目 */
  JX_KIND_CHECKPOINT, /* 资金支出计划, one month's end with what was spent by then */
  JX_KIND_GOAL,       /* 项目绩效目标, one line */
  JX_KIND_INDICATOR,  /* 绩效指标, one row */
  JX_KIND_TERM_GOAL,  /* 中期目标, one line; those of the year are goals */
  JX_KIND_TERM_INDICATOR, /* 中期绩效指标, one row; those of the year are indicators */
  JX_N_KINDS
} JxKind;

/* So many kinds of list an item holds at most. */
#define JX_MAX_CHILD_KINDS 5

/* Every field of every item, in the order they are written. The table in jx-field.c tells all about each. */
typedef enum
{
  JX_FIELD_YEAR,
  JX_FIELD_REGION,
  JX_FIELD_UNIT_CODE,
  JX_FIELD_UNIT_NAME,
  JX_FIELD_DEPARTMENT_CODE,
  JX_FIELD_DEPARTMENT_NAME,
  JX_FIELD_PROFILE,
  JX_FIELD_MONITORED,
  JX_FIELD_OVERALL_GOAL,
  JX_FIELD_SAFEGUARDS_INTRO,

  JX_FIELD_SUB_GOAL_MARK,
  JX_FIELD_SUB_GOAL_TITLE,
  JX_FIELD_SUB_GOAL_GOAL,
  JX_FIELD_SUB_GOAL_INDICATOR,

  JX_FIELD_MEASURE_MARK,
  JX_FIELD_MEASURE_TEXT,

  JX_FIELD_PROJECT_CODE,
  JX_FIELD_PROJECT_NAME,
  JX_FIELD_PROJECT_DUTY,
  JX_FIELD_PROJECT_ACTIVITY,
  JX_FIELD_PROJECT_UNIT,
  JX_FIELD_PROJECT_NATURE,
  JX_FIELD_PROJECT_PERIOD,
  JX_FIELD_PROJECT_TERM_BUDGET,
  JX_FIELD_PROJECT_TERM_FISCAL,
  JX_FIELD_PROJECT_TERM_OTHER,
  JX_FIELD_PROJECT_BUDGET,
  JX_FIELD_PROJECT_FISCAL,
  JX_FIELD_PROJECT_CARRIED,
  JX_FIELD_PROJECT_OTHER,
  JX_FIELD_PROJECT_ADJUSTED,
  JX_FIELD_PROJECT_ADJUSTED_FISCAL,
  JX_FIELD_PROJECT_ADJUSTED_CARRIED,
  JX_FIELD_PROJECT_ADJUSTED_OTHER,
  JX_FIELD_PROJECT_PURPOSE,
  JX_FIELD_PROJECT_RESULT,
  JX_FIELD_PROJECT_EXECUTION_WEIGHT,
  JX_FIELD_PROJECT_EXECUTION_SCORE,

  JX_FIELD_CHECKPOINT_MONTH,
  JX_FIELD_CHECKPOINT_PLAN,
  JX_FIELD_CHECKPOINT_SPENT,
  JX_FIELD_CHECKPOINT_SPENT_FISCAL,
  JX_FIELD_CHECKPOINT_SPENT_CARRIED,
  JX_FIELD_CHECKPOINT_SPENT_OTHER,
  JX_FIELD_CHECKPOINT_EXPECTED,
  JX_FIELD_CHECKPOINT_EXPECTED_FISCAL,
  JX_FIELD_CHECKPOINT_EXPECTED_CARRIED,
  JX_FIELD_CHECKPOINT_EXPECTED_OTHER,
  JX_FIELD_CHECKPOINT_REASON,
  JX_FIELD_CHECKPOINT_REMEDY,

  JX_FIELD_GOAL_MARK,
  JX_FIELD_GOAL_TEXT,

  JX_FIELD_INDICATOR_LEVEL1,
  JX_FIELD_INDICATOR_LEVEL2,
  JX_FIELD_INDICATOR_LEVEL3,
  JX_FIELD_INDICATOR_DESCRIPTION,
  JX_FIELD_INDICATOR_VALUE,
  JX_FIELD_INDICATOR_VALUE_GOOD,
  JX_FIELD_INDICATOR_VALUE_FAIR,
  JX_FIELD_INDICATOR_VALUE_POOR,
  JX_FIELD_INDICATOR_BASIS,
  JX_FIELD_INDICATOR_WEIGHT,
  JX_FIELD_INDICATOR_PROGRESS,
  JX_FIELD_INDICATOR_EXPECTED,
  JX_FIELD_INDICATOR_CAUSES,
  JX_FIELD_INDICATOR_CAUSE_NOTE,
  JX_FIELD_INDICATOR_POSSIBILITY,
  JX_FIELD_INDICATOR_ACTUAL,
  JX_FIELD_INDICATOR_SCORE,
  JX_FIELD_INDICATOR_REASON,
  JX_FIELD_INDICATOR_REMARK,

  JX_FIELD_TERM_GOAL_MARK,
  JX_FIELD_TERM_GOAL_TEXT,

  JX_FIELD_TERM_INDICATOR_LEVEL1,
  JX_FIELD_TERM_INDICATOR_LEVEL2,
  JX_FIELD_TERM_INDICATOR_LEVEL3,
  JX_FIELD_TERM_INDICATOR_VALUE,

  JX_N_FIELDS,
  JX_FIELD_NONE = -1
} JxField;

typedef enum
{
  JX_TYPE_LINE,    /* one line of text */
  JX_TYPE_TEXT,    /* several lines, separated by \n */
  JX_TYPE_AMOUNT,  /* digits in 万元 (jx-amount.h) */
  JX_TYPE_PERCENT, /* digits without the sign, 0 … 1000 */
  JX_TYPE_YEAR,    /* 1949 … 2999 */
  JX_TYPE_MONTH,   /* 1 … 12 */
  JX_TYPE_SCORE,   /* digits, 0 … 1000 */
  JX_TYPE_TARGET,  /* a target value (jx-target-value.h), kept as written */
} JxType;

typedef struct
{
  JxField id;
  JxKind kind;          /* of the item that has the field */
  JxType type;
  const char *xml_name; /* element name, also the name in forms and paths */
  const char *json_key;
  const char *label;    /* user's name, untranslated: pass through jx_field_get_label() */
  guint max_characters;
  guint since_minor;    /* the minor version of the file format that brought it */
  gboolean result;      /* only the year itself can tell it (or, as a code, gives it): blank where a plan is taken over */
} JxFieldInfo;

/** jx_field_get_info: Returns: (transfer none): what the table says of @field. */
const JxFieldInfo *jx_field_get_info (JxField field);

/** jx_field_get_label: Returns: (transfer none): the user's name of @field, translated. */
const char *jx_field_get_label (JxField field);
/** jx_field_get_label_in: the same in @language. */
const char *jx_field_get_label_in (JxLanguage language, JxField field);

/** jx_field_names_several: Returns: whether @field, a line, names any number of words of a list, with 、 between them; else a word ticked takes the place of another. */
gboolean jx_field_names_several (JxField field);

/** jx_field_get_range: the fields of @kind are @first … @first + @count - 1. */
void jx_field_get_range (JxKind kind, JxField *first, guint *count);

/** jx_field_find: Returns: the field of @kind called @xml_name in files and forms, or %JX_FIELD_NONE. */
JxField jx_field_find (JxKind kind, const char *xml_name);

/**
 * jx_field_check:
 * @field: a field
 * @value: (nullable): a value as the document would hold it; %NULL and "" are blank and always fit
 * @error: %JX_ERROR_VALUE with a sentence that names the field and what it takes
 *
 * Returns: whether the field can hold @value
 */
gboolean jx_field_check (JxField field, const char *value, GError **error);

/**
 * jx_field_normalise:
 * @field: a field
 * @typed: what a person typed or a colleague's file holds
 * @error: %JX_ERROR_VALUE as jx_field_check()
 *
 * Turns @typed into what the document holds: white space at the ends off, amounts by
 * jx_amount_normalise(), percentages without their sign, full-width digits of numbers half-width,
 * line breaks of one-line fields to blanks. Texts keep every other character.
 *
 * Returns: (transfer full) (nullable): the value, "" for blank; %NULL with @error set if it does not fit
 */
char *jx_field_normalise (JxField field, const char *typed, GError **error);

/** jx_kind_get_xml_name: Returns: (transfer none): element name of @kind ("project"), also its name in forms and paths. */
const char *jx_kind_get_xml_name (JxKind kind);

/** jx_kind_get_label: Returns: (transfer none): the user's name of @kind, translated. */
const char *jx_kind_get_label (JxKind kind);
/** jx_kind_get_label_in: the same in @language. */
const char *jx_kind_get_label_in (JxLanguage language, JxKind kind);

/** jx_kind_get_since_minor: Returns: the minor version of the file format that brought items of @kind. */
guint jx_kind_get_since_minor (JxKind kind);

/** jx_kind_find: Returns: the kind called @xml_name, or %JX_N_KINDS. */
JxKind jx_kind_find (const char *xml_name);

/**
 * jx_kind_get_child_kinds:
 * @kind: a kind
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds of item an item of @kind holds lists of, in writing order
 */
const JxKind *jx_kind_get_child_kinds (JxKind kind, guint *n_kinds);

G_END_DECLS
