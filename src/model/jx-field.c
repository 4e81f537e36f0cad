/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-amount.h"
#include "base/jx-decimal.h"
#include "base/jx-error.h"
#include "base/jx-fold.h"

typedef struct
{
  const char *xml_name;
  const char *label;
  JxKind child_kinds[JX_MAX_CHILD_KINDS];
  guint n_child_kinds;
  guint since_minor;
} KindInfo;

static const KindInfo kinds[JX_N_KINDS] = {
  [JX_KIND_DOCUMENT] = { "goal-document", N_("Goal document"), { JX_KIND_SUB_GOAL, JX_KIND_MEASURE, JX_KIND_PROJECT }, 3 },
  [JX_KIND_SUB_GOAL] = { "sub-goal", N_("Sub-goal") },
  [JX_KIND_MEASURE] = { "measure", N_("Safeguard measure") },
  [JX_KIND_PROJECT] = { "project", N_("Project"),
                        { JX_KIND_CHECKPOINT, JX_KIND_GOAL, JX_KIND_INDICATOR, JX_KIND_TERM_GOAL, JX_KIND_TERM_INDICATOR }, 5 },
  [JX_KIND_CHECKPOINT] = { "checkpoint", N_("Checkpoint") },
  [JX_KIND_GOAL] = { "goal", N_("Goal") },
  [JX_KIND_INDICATOR] = { "indicator", N_("Indicator") },
  [JX_KIND_TERM_GOAL] = { "term-goal", N_("Medium-term goal"), .since_minor = 1 },
  [JX_KIND_TERM_INDICATOR] = { "term-indicator", N_("Medium-term indicator"), .since_minor = 1 },
};

#define LINE_CHARACTERS 1000
#define TEXT_CHARACTERS 100000
#define NUMBER_CHARACTERS 40

#define ENTRY(minor, is_result, id, kind, type, xml_name, json_key, label, max) \
  [JX_FIELD_##id] = { JX_FIELD_##id, JX_KIND_##kind, JX_TYPE_##type, xml_name, json_key, label, max, minor, is_result }
#define FIELD_SINCE(minor, ...) ENTRY (minor, FALSE, __VA_ARGS__)
#define FIELD(...) FIELD_SINCE (0, __VA_ARGS__)
#define RESULT_SINCE(minor, ...) ENTRY (minor, TRUE, __VA_ARGS__)
#define RESULT(...) RESULT_SINCE (0, __VA_ARGS__)

static const JxFieldInfo fields[JX_N_FIELDS] = {
  FIELD (YEAR, DOCUMENT, YEAR, "year", "year", N_("Year"), NUMBER_CHARACTERS),
  FIELD (REGION, DOCUMENT, LINE, "region", "region", N_("Region"), LINE_CHARACTERS),
  FIELD (UNIT_CODE, DOCUMENT, LINE, "unit-code", "code", N_("Unit code"), LINE_CHARACTERS),
  FIELD (UNIT_NAME, DOCUMENT, LINE, "unit-name", "name", N_("Unit name"), LINE_CHARACTERS),
  FIELD_SINCE (1, DEPARTMENT_CODE, DOCUMENT, LINE, "department-code", "code", N_("Code of the department in charge"), LINE_CHARACTERS),
  FIELD_SINCE (1, DEPARTMENT_NAME, DOCUMENT, LINE, "department-name", "name", N_("Department in charge"), LINE_CHARACTERS),
  FIELD (PROFILE, DOCUMENT, LINE, "profile", "profile", N_("Rule set"), LINE_CHARACTERS),
  RESULT_SINCE (1, MONITORED, DOCUMENT, MONTH, "monitored", "monitored", N_("Monitored up to month"), NUMBER_CHARACTERS),
  FIELD (OVERALL_GOAL, DOCUMENT, TEXT, "overall-goal", "goal", N_("Overall goal"), TEXT_CHARACTERS),
  FIELD (SAFEGUARDS_INTRO, DOCUMENT, TEXT, "safeguards-intro", "intro", N_("Safeguards, introduction"), TEXT_CHARACTERS),

  FIELD (SUB_GOAL_MARK, SUB_GOAL, LINE, "mark", "mark", N_("Number as written"), NUMBER_CHARACTERS),
  FIELD (SUB_GOAL_TITLE, SUB_GOAL, LINE, "title", "title", N_("Sub-goal title"), LINE_CHARACTERS),
  FIELD (SUB_GOAL_GOAL, SUB_GOAL, TEXT, "goal", "goal", N_("Goal of the sub-goal"), TEXT_CHARACTERS),
  FIELD (SUB_GOAL_INDICATOR, SUB_GOAL, TEXT, "indicator", "indicator", N_("Indicator of the sub-goal"), TEXT_CHARACTERS),

  FIELD (MEASURE_MARK, MEASURE, LINE, "mark", "mark", N_("Number as written"), NUMBER_CHARACTERS),
  FIELD (MEASURE_TEXT, MEASURE, TEXT, "text", "text", N_("Measure"), TEXT_CHARACTERS),

  RESULT (PROJECT_CODE, PROJECT, LINE, "code", "code", N_("Project code"), LINE_CHARACTERS),
  FIELD (PROJECT_NAME, PROJECT, LINE, "name", "name", N_("Project name"), LINE_CHARACTERS),
  FIELD_SINCE (1, PROJECT_DUTY, PROJECT, LINE, "duty", "duty", N_("Duty"), LINE_CHARACTERS),
  FIELD_SINCE (1, PROJECT_ACTIVITY, PROJECT, LINE, "activity", "activity", N_("Activity"), LINE_CHARACTERS),
  FIELD_SINCE (1, PROJECT_UNIT, PROJECT, LINE, "unit", "unit", N_("Implementing unit"), LINE_CHARACTERS),
  FIELD_SINCE (1, PROJECT_NATURE, PROJECT, LINE, "nature", "nature", N_("Nature of the project"), LINE_CHARACTERS),
  FIELD_SINCE (1, PROJECT_PERIOD, PROJECT, LINE, "period", "period", N_("Project period"), LINE_CHARACTERS),
  FIELD_SINCE (1, PROJECT_TERM_BUDGET, PROJECT, AMOUNT, "term-budget", "term_budget", N_("Medium-term funds"), NUMBER_CHARACTERS),
  FIELD_SINCE (1, PROJECT_TERM_FISCAL, PROJECT, AMOUNT, "term-fiscal", "term_fiscal", N_("Medium-term fiscal funds"), NUMBER_CHARACTERS),
  FIELD_SINCE (1, PROJECT_TERM_OTHER, PROJECT, AMOUNT, "term-other", "term_other", N_("Medium-term other funds"), NUMBER_CHARACTERS),
  FIELD (PROJECT_BUDGET, PROJECT, AMOUNT, "budget", "budget", N_("Budget"), NUMBER_CHARACTERS),
  FIELD (PROJECT_FISCAL, PROJECT, AMOUNT, "fiscal", "fiscal", N_("Fiscal funds"), NUMBER_CHARACTERS),
  FIELD_SINCE (1, PROJECT_CARRIED, PROJECT, AMOUNT, "carried", "carried", N_("Funds carried over"), NUMBER_CHARACTERS),
  FIELD (PROJECT_OTHER, PROJECT, AMOUNT, "other", "other", N_("Other funds"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, PROJECT_ADJUSTED, PROJECT, AMOUNT, "adjusted", "adjusted", N_("Adjusted budget"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, PROJECT_ADJUSTED_FISCAL, PROJECT, AMOUNT, "adjusted-fiscal", "adjusted_fiscal", N_("Adjusted fiscal funds"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, PROJECT_ADJUSTED_CARRIED, PROJECT, AMOUNT, "adjusted-carried", "adjusted_carried", N_("Adjusted funds carried over"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, PROJECT_ADJUSTED_OTHER, PROJECT, AMOUNT, "adjusted-other", "adjusted_other", N_("Adjusted other funds"), NUMBER_CHARACTERS),
  FIELD (PROJECT_PURPOSE, PROJECT, TEXT, "purpose", "purpose", N_("Purpose"), TEXT_CHARACTERS),
  RESULT (PROJECT_RESULT, PROJECT, TEXT, "result", "result", N_("Goals achieved"), TEXT_CHARACTERS),
  FIELD_SINCE (1, PROJECT_EXECUTION_WEIGHT, PROJECT, SCORE, "execution-weight", "execution_weight", N_("Weight of budget execution"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, PROJECT_EXECUTION_SCORE, PROJECT, SCORE, "execution-score", "execution_score", N_("Score of budget execution"), NUMBER_CHARACTERS),

  FIELD (CHECKPOINT_MONTH, CHECKPOINT, MONTH, "month", "month", N_("Month"), NUMBER_CHARACTERS),
  FIELD (CHECKPOINT_PLAN, CHECKPOINT, PERCENT, "plan", "percent", N_("Planned share"), NUMBER_CHARACTERS),
  RESULT (CHECKPOINT_SPENT, CHECKPOINT, AMOUNT, "spent", "amount", N_("Spent so far"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, CHECKPOINT_SPENT_FISCAL, CHECKPOINT, AMOUNT, "spent-fiscal", "fiscal", N_("Fiscal funds spent so far"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, CHECKPOINT_SPENT_CARRIED, CHECKPOINT, AMOUNT, "spent-carried", "carried", N_("Funds carried over spent so far"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, CHECKPOINT_SPENT_OTHER, CHECKPOINT, AMOUNT, "spent-other", "other", N_("Other funds spent so far"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, CHECKPOINT_EXPECTED, CHECKPOINT, AMOUNT, "expected", "expected", N_("Spending expected for the year"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, CHECKPOINT_EXPECTED_FISCAL, CHECKPOINT, AMOUNT, "expected-fiscal", "expected_fiscal", N_("Spending of fiscal funds expected for the year"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, CHECKPOINT_EXPECTED_CARRIED, CHECKPOINT, AMOUNT, "expected-carried", "expected_carried", N_("Spending of funds carried over expected for the year"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, CHECKPOINT_EXPECTED_OTHER, CHECKPOINT, AMOUNT, "expected-other", "expected_other", N_("Spending of other funds expected for the year"), NUMBER_CHARACTERS),
  RESULT (CHECKPOINT_REASON, CHECKPOINT, TEXT, "reason", "reason", N_("Reason for the deviation"), TEXT_CHARACTERS),
  RESULT (CHECKPOINT_REMEDY, CHECKPOINT, TEXT, "remedy", "remedy", N_("Remedy"), TEXT_CHARACTERS),

  FIELD (GOAL_MARK, GOAL, LINE, "mark", "mark", N_("Number as written"), NUMBER_CHARACTERS),
  FIELD (GOAL_TEXT, GOAL, TEXT, "text", "text", N_("Goal"), TEXT_CHARACTERS),

  FIELD (INDICATOR_LEVEL1, INDICATOR, LINE, "level1", "level1", N_("Level-1 indicator"), LINE_CHARACTERS),
  FIELD (INDICATOR_LEVEL2, INDICATOR, LINE, "level2", "level2", N_("Level-2 indicator"), LINE_CHARACTERS),
  FIELD (INDICATOR_LEVEL3, INDICATOR, LINE, "level3", "level3", N_("Level-3 indicator"), LINE_CHARACTERS),
  FIELD (INDICATOR_DESCRIPTION, INDICATOR, TEXT, "description", "description", N_("Description"), TEXT_CHARACTERS),
  FIELD (INDICATOR_VALUE, INDICATOR, TARGET, "value", "value", N_("Target value"), LINE_CHARACTERS),
  FIELD_SINCE (1, INDICATOR_VALUE_GOOD, INDICATOR, TARGET, "value-good", "value_good", N_("Value for “good”"), LINE_CHARACTERS),
  FIELD_SINCE (1, INDICATOR_VALUE_FAIR, INDICATOR, TARGET, "value-fair", "value_fair", N_("Value for “fair”"), LINE_CHARACTERS),
  FIELD_SINCE (1, INDICATOR_VALUE_POOR, INDICATOR, TARGET, "value-poor", "value_poor", N_("Value for “poor”"), LINE_CHARACTERS),
  FIELD (INDICATOR_BASIS, INDICATOR, LINE, "basis", "basis", N_("Basis of the value"), LINE_CHARACTERS),
  FIELD (INDICATOR_WEIGHT, INDICATOR, SCORE, "weight", "weight", N_("Weight"), NUMBER_CHARACTERS),
  RESULT_SINCE (1, INDICATOR_PROGRESS, INDICATOR, LINE, "progress", "progress", N_("Value so far"), LINE_CHARACTERS),
  RESULT_SINCE (1, INDICATOR_EXPECTED, INDICATOR, LINE, "expected", "expected", N_("Value expected for the year"), LINE_CHARACTERS),
  RESULT_SINCE (1, INDICATOR_CAUSES, INDICATOR, LINE, "causes", "causes", N_("Causes of the deviation"), LINE_CHARACTERS),
  RESULT_SINCE (1, INDICATOR_CAUSE_NOTE, INDICATOR, TEXT, "cause-note", "cause_note", N_("Explanation of the causes"), TEXT_CHARACTERS),
  RESULT_SINCE (1, INDICATOR_POSSIBILITY, INDICATOR, LINE, "possibility", "possibility", N_("Possibility of reaching the goal"), LINE_CHARACTERS),
  RESULT (INDICATOR_ACTUAL, INDICATOR, LINE, "actual", "actual", N_("Actual value"), LINE_CHARACTERS),
  RESULT (INDICATOR_SCORE, INDICATOR, SCORE, "score", "score", N_("Score"), NUMBER_CHARACTERS),
  RESULT (INDICATOR_REASON, INDICATOR, TEXT, "reason", "reason", N_("Reason and improvement"), TEXT_CHARACTERS),
  RESULT_SINCE (1, INDICATOR_REMARK, INDICATOR, TEXT, "remark", "remark", N_("Remark"), TEXT_CHARACTERS),

  FIELD_SINCE (1, TERM_GOAL_MARK, TERM_GOAL, LINE, "mark", "mark", N_("Number as written"), NUMBER_CHARACTERS),
  FIELD_SINCE (1, TERM_GOAL_TEXT, TERM_GOAL, TEXT, "text", "text", N_("Medium-term goal"), TEXT_CHARACTERS),

  FIELD_SINCE (1, TERM_INDICATOR_LEVEL1, TERM_INDICATOR, LINE, "level1", "level1", N_("Level-1 indicator"), LINE_CHARACTERS),
  FIELD_SINCE (1, TERM_INDICATOR_LEVEL2, TERM_INDICATOR, LINE, "level2", "level2", N_("Level-2 indicator"), LINE_CHARACTERS),
  FIELD_SINCE (1, TERM_INDICATOR_LEVEL3, TERM_INDICATOR, LINE, "level3", "level3", N_("Level-3 indicator"), LINE_CHARACTERS),
  FIELD_SINCE (1, TERM_INDICATOR_VALUE, TERM_INDICATOR, TARGET, "value", "value", N_("Target value"), LINE_CHARACTERS),
};

static gboolean
is_number_within (const char *value, gint64 lowest, gint64 highest, gboolean whole)
{
  JxDecimal number;

  return *value != '-'
         && jx_decimal_parse (value, &number)
         && (!whole || number.scale == 0)
         && jx_decimal_compare (number, (JxDecimal) { lowest, 0 }) >= 0
         && jx_decimal_compare (number, (JxDecimal) { highest, 0 }) <= 0;
}

/* What XML cannot hold, no field may hold: the document could not be saved. */
static gboolean
is_storable (const char *value, gboolean lines)
{
  for (const char *p = value; *p != '\0'; p++)
    {
      guchar c = *p;

      if (c < 0x20 && c != '\t' && !(c == '\n' && lines))
        return FALSE;
      if (c == 0xEF && (guchar) p[1] == 0xBF && (guchar) p[2] >= 0xBE) /* U+FFFE, U+FFFF */
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_text (const JxFieldInfo *info, const char *value, GError **error)
{
  gsize length = strlen (value);

  if (!g_utf8_validate (value, length, NULL) || !is_storable (value, info->type == JX_TYPE_TEXT))
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                 _("“%s” contains characters that cannot be stored; remove the control characters"), _(info->label));
  else if (length > info->max_characters && g_utf8_strlen (value, length) > (glong) info->max_characters)
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                 _("“%s” is too long; shorten it to %u characters"), _(info->label), info->max_characters);
  else
    return TRUE;

  return FALSE;
}

const JxFieldInfo *
jx_field_get_info (JxField field)
{
  g_return_val_if_fail (field >= 0 && field < JX_N_FIELDS, NULL);

  return &fields[field];
}

const char *
jx_field_get_label (JxField field)
{
  return jx_field_get_label_in (JX_LANGUAGE_INTERFACE, field);
}

const char *
jx_field_get_label_in (JxLanguage language, JxField field)
{
  g_return_val_if_fail (field >= 0 && field < JX_N_FIELDS, NULL);

  return jx_language_say (language, fields[field].label);
}

gboolean
jx_field_names_several (JxField field)
{
  return field == JX_FIELD_INDICATOR_CAUSES;
}

void
jx_field_get_range (JxKind kind, JxField *first, guint *count)
{
  static const struct { JxField first, last; } ranges[JX_N_KINDS] = {
    [JX_KIND_DOCUMENT] = { JX_FIELD_YEAR, JX_FIELD_SAFEGUARDS_INTRO },
    [JX_KIND_SUB_GOAL] = { JX_FIELD_SUB_GOAL_MARK, JX_FIELD_SUB_GOAL_INDICATOR },
    [JX_KIND_MEASURE] = { JX_FIELD_MEASURE_MARK, JX_FIELD_MEASURE_TEXT },
    [JX_KIND_PROJECT] = { JX_FIELD_PROJECT_CODE, JX_FIELD_PROJECT_EXECUTION_SCORE },
    [JX_KIND_CHECKPOINT] = { JX_FIELD_CHECKPOINT_MONTH, JX_FIELD_CHECKPOINT_REMEDY },
    [JX_KIND_GOAL] = { JX_FIELD_GOAL_MARK, JX_FIELD_GOAL_TEXT },
    [JX_KIND_INDICATOR] = { JX_FIELD_INDICATOR_LEVEL1, JX_FIELD_INDICATOR_REMARK },
    [JX_KIND_TERM_GOAL] = { JX_FIELD_TERM_GOAL_MARK, JX_FIELD_TERM_GOAL_TEXT },
    [JX_KIND_TERM_INDICATOR] = { JX_FIELD_TERM_INDICATOR_LEVEL1, JX_FIELD_TERM_INDICATOR_VALUE },
  };

  g_return_if_fail (kind < JX_N_KINDS);

  *first = ranges[kind].first;
  *count = ranges[kind].last - ranges[kind].first + 1;
}

JxField
jx_field_find (JxKind kind, const char *xml_name)
{
  JxField first;
  guint count;

  g_return_val_if_fail (xml_name != NULL, JX_FIELD_NONE);

  jx_field_get_range (kind, &first, &count);
  for (guint i = 0; i < count; i++)
    if (strcmp (fields[first + i].xml_name, xml_name) == 0)
      return first + i;

  return JX_FIELD_NONE;
}

gboolean
jx_field_check (JxField field, const char *value, GError **error)
{
  const JxFieldInfo *info = jx_field_get_info (field);
  const char *label = NULL;
  gint64 amount_fen;

  g_return_val_if_fail (info != NULL, FALSE);

  if (value == NULL || *value == '\0')
    return TRUE;

  label = info->label;
  switch (info->type)
    {
    case JX_TYPE_LINE:
    case JX_TYPE_TEXT:
    case JX_TYPE_TARGET:
      return is_text (info, value, error);

    case JX_TYPE_AMOUNT:
      if (jx_amount_parse (value, &amount_fen))
        return TRUE;
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                   _("“%s” is not an amount for “%s”; write 万元 in digits, such as 6.90"), value, _(label));
      return FALSE;

    case JX_TYPE_PERCENT:
      if (is_number_within (value, 0, 1000, FALSE))
        return TRUE;
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                   _("“%s” is not a percentage for “%s”; write a number from 0 to 100"), value, _(label));
      return FALSE;

    case JX_TYPE_YEAR:
      if (*value != '0' && is_number_within (value, 1949, 2999, TRUE))
        return TRUE;
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                   _("“%s” is not a year; write four digits, such as 2026"), value);
      return FALSE;

    case JX_TYPE_MONTH:
      if (is_number_within (value, 1, 12, TRUE) && *value != '0')
        return TRUE;
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                   _("“%s” is not a month; write a number from 1 to 12"), value);
      return FALSE;

    case JX_TYPE_SCORE:
      if (is_number_within (value, 0, 1000, FALSE))
        return TRUE;
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                   _("“%s” is not a number for “%s”; write digits, such as 12.5"), value, _(label));
      return FALSE;

    default:
      g_assert_not_reached ();
    }
}

/* Full-width digits and point to half-width, as numbers are typed; of a percentage the sign is left
 * out. Blanks inside stay, and are refused: 1 2 may be 12 or two numbers. */
static char *
clean_number (const char *typed, gboolean percent)
{
  g_autofree char *stripped = jx_strip_dup (typed);
  g_autofree char *bare = NULL;
  GString *number = g_string_new (NULL);

  for (const char *p = stripped; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (number, jx_fold_character (g_utf8_get_char (p)));
  if (percent && number->len > 0 && number->str[number->len - 1] == '%')
    g_string_truncate (number, number->len - 1);

  bare = g_string_free (number, FALSE);
  return jx_strip_dup (bare);
}

static char *
clean_text (const char *typed)
{
  g_autofree char *text = jx_strip_dup (typed);
  GString *lines = g_string_new (text);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  return g_string_free (lines, FALSE);
}

static char *
clean_line (const char *typed)
{
  char *line = clean_text (typed);

  g_strdelimit (line, "\n", ' ');
  return line;
}

char *
jx_field_normalise (JxField field, const char *typed, GError **error)
{
  const JxFieldInfo *info = jx_field_get_info (field);
  g_autofree char *value = NULL;

  g_return_val_if_fail (info != NULL && typed != NULL, NULL);

  /* Says why; what follows walks over characters. */
  if (!g_utf8_validate (typed, -1, NULL) && !is_text (info, typed, error))
    return NULL;

  switch (info->type)
    {
    case JX_TYPE_TEXT:
      value = clean_text (typed);
      break;

    case JX_TYPE_LINE:
    case JX_TYPE_TARGET:
      value = clean_line (typed);
      break;

    case JX_TYPE_AMOUNT:
      value = jx_amount_normalise (typed);
      if (value == NULL)
        value = g_strdup (typed);
      break;

    default:
      value = clean_number (typed, info->type == JX_TYPE_PERCENT);
      break;
    }

  if (!jx_field_check (field, value, error))
    return NULL;

  return g_steal_pointer (&value);
}

const char *
jx_kind_get_xml_name (JxKind kind)
{
  g_return_val_if_fail (kind < JX_N_KINDS, NULL);

  return kinds[kind].xml_name;
}

const char *
jx_kind_get_label (JxKind kind)
{
  return jx_kind_get_label_in (JX_LANGUAGE_INTERFACE, kind);
}

const char *
jx_kind_get_label_in (JxLanguage language, JxKind kind)
{
  g_return_val_if_fail (kind < JX_N_KINDS, NULL);

  return jx_language_say (language, kinds[kind].label);
}

JxKind
jx_kind_find (const char *xml_name)
{
  JxKind kind;

  g_return_val_if_fail (xml_name != NULL, JX_N_KINDS);

  for (kind = 0; kind < JX_N_KINDS; kind++)
    if (strcmp (kinds[kind].xml_name, xml_name) == 0)
      break;

  return kind;
}

guint
jx_kind_get_since_minor (JxKind kind)
{
  g_return_val_if_fail (kind < JX_N_KINDS, 0);

  return kinds[kind].since_minor;
}

const JxKind *
jx_kind_get_child_kinds (JxKind kind, guint *n_kinds)
{
  g_return_val_if_fail (kind < JX_N_KINDS, NULL);

  *n_kinds = kinds[kind].n_child_kinds;
  return kinds[kind].child_kinds;
}
