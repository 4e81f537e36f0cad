/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-target-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "model/jx-target-private.h"

/* A unit of more characters is rather the rest of a sentence; behind a sign more is believed. */
#define UNIT_CHARACTERS 4
#define UNIT_CHARACTERS_SIGNED 6

typedef struct
{
  const char *word;
  JxOperator operator;
} Sign;

/* Longer words before those they begin with. */
static const Sign signs[] = {
  { "≥", JX_OPERATOR_AT_LEAST },        { "≧", JX_OPERATOR_AT_LEAST },        { "⩾", JX_OPERATOR_AT_LEAST },
  { "≮", JX_OPERATOR_AT_LEAST },        { ">=", JX_OPERATOR_AT_LEAST },       { "=>", JX_OPERATOR_AT_LEAST },
  { "大于或等于", JX_OPERATOR_AT_LEAST }, { "大于等于", JX_OPERATOR_AT_LEAST }, { "不少于", JX_OPERATOR_AT_LEAST },
  { "不低于", JX_OPERATOR_AT_LEAST },    { "不小于", JX_OPERATOR_AT_LEAST },    { "至少", JX_OPERATOR_AT_LEAST },
  { "最少", JX_OPERATOR_AT_LEAST },      { "≤", JX_OPERATOR_AT_MOST },          { "≦", JX_OPERATOR_AT_MOST },
  { "⩽", JX_OPERATOR_AT_MOST },         { "≯", JX_OPERATOR_AT_MOST },          { "<=", JX_OPERATOR_AT_MOST },
  { "=<", JX_OPERATOR_AT_MOST },        { "小于或等于", JX_OPERATOR_AT_MOST },  { "小于等于", JX_OPERATOR_AT_MOST },
  { "不超过", JX_OPERATOR_AT_MOST },     { "不高于", JX_OPERATOR_AT_MOST },      { "不大于", JX_OPERATOR_AT_MOST },
  { "不多于", JX_OPERATOR_AT_MOST },     { "不超出", JX_OPERATOR_AT_MOST },      { "不晚于", JX_OPERATOR_AT_MOST },
  { "不迟于", JX_OPERATOR_AT_MOST },     { "至多", JX_OPERATOR_AT_MOST },        { "最多", JX_OPERATOR_AT_MOST },
  { ">", JX_OPERATOR_MORE },            { "大于", JX_OPERATOR_MORE },           { "高于", JX_OPERATOR_MORE },
  { "多于", JX_OPERATOR_MORE },          { "超过", JX_OPERATOR_MORE },           { "<", JX_OPERATOR_LESS },
  { "小于", JX_OPERATOR_LESS },          { "低于", JX_OPERATOR_LESS },           { "少于", JX_OPERATOR_LESS },
  { "=", JX_OPERATOR_EQUAL },           { "等于", JX_OPERATOR_EQUAL },
};

/* Behind a number; 以上 and 以下 take the number itself in. */
static const Sign endings[] = {
  { "及以上", JX_OPERATOR_AT_LEAST }, { "以上", JX_OPERATOR_AT_LEAST }, { "及以下", JX_OPERATOR_AT_MOST },
  { "以下", JX_OPERATOR_AT_MOST },    { "以内", JX_OPERATOR_AT_MOST },  { "之内", JX_OPERATOR_AT_MOST },
};

static const char *const grades[] = {
  "优", "良", "中", "差", "低", "高", "好", "优秀", "良好", "优良", "中等", "一般", "较好", "较差", "较高", "较低", "很好",
  "合格", "基本合格", "不合格", "及格", "不及格", "达标", "基本达标", "满意", "基本满意", "比较满意", "较满意", "很满意",
  "非常满意", "明显", "较明显", "显著", "较大", "较小",
};

/* 有效提升: how, and what becomes of it. */
static const char *const degrees[] = {
  "有效", "明显", "显著", "逐步", "逐年", "持续", "稳步", "不断", "进一步", "大幅度", "大幅", "有所", "基本", "全面",
  "得到", "充分", "较大", "较好", "切实",
};
static const char *const developments[] = {
  "提升", "提高", "改善", "增强", "增加", "增长", "加强", "促进", "推动", "保障", "维护", "降低", "减少", "下降", "缓解",
  "控制", "发挥", "完善", "优化", "改进", "巩固", "落实", "好转", "稳定",
};

static gboolean
cut_ending (char *text, const char *ending)
{
  if (!g_str_has_suffix (text, ending))
    return FALSE;

  text[strlen (text) - strlen (ending)] = '\0';
  return TRUE;
}

/* One spelling of what is typed in several: marks half-width, no blanks, one dash, one middle dot.
 * A blank between two digits stays, as nobody knows whether they are one number. */
static char *
plain_text (const char *text)
{
  GString *plain = g_string_new (NULL);
  gboolean blank = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      gunichar folded = jx_fold_character (character);

      if (jx_fold_is_blank (character))
        {
          blank = TRUE;
          continue;
        }
      if (folded < 0x80 && character >= 0x80)
        character = folded;
      if (blank && plain->len > 0 && g_ascii_isdigit (plain->str[plain->len - 1]) && character < 0x80 && g_ascii_isdigit ((char) character))
        g_string_append_c (plain, ' ');
      blank = FALSE;

      switch (character)
        {
        case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: /* dashes, minus */
        case '~': case 0x301C: case 0x223C:
          character = '-';
          break;
        case 0x2022: case 0x2027: case 0x22C5: case 0x30FB: case 0xFF65:
          character = 0x00B7;
          break;
        default:
          break;
        }
      g_string_append_unichar (plain, character);
    }

  if (!cut_ending (plain->str, "。"))
    cut_ending (plain->str, ";");
  return g_string_free (plain, FALSE);
}

/* Digits with thousands separators, if any, in their places. */
static gboolean
take_number (const char **text, JxDecimal *number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *at = *text;
  guint group = 0;
  gboolean separated = FALSE;

  if (*at == '-')
    g_string_append_c (digits, *at++);
  for (; g_ascii_isdigit (*at) || (*at == ',' && g_ascii_isdigit (at[1])); at++)
    {
      if (g_ascii_isdigit (*at))
        {
          g_string_append_c (digits, *at);
          group++;
          continue;
        }
      if (group == 0 || group > 3 || (separated && group != 3))
        return FALSE;
      separated = TRUE;
      group = 0;
    }
  if (separated && group != 3)
    return FALSE;
  if (*at == '.')
    do
      g_string_append_c (digits, *at++);
    while (g_ascii_isdigit (*at));

  *text = at;
  return jx_decimal_parse (digits->str, number);
}

JxOperator
jx_target_take_sign (const char **text)
{
  static const char *const introductions[] = { "控制在", "达到", "完成" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (jx_target_skip (text, signs[i].word))
      return signs[i].operator;

  jx_target_skip_any (text, introductions, G_N_ELEMENTS (introductions));
  return JX_OPERATOR_NONE;
}

/* Whether @unit can be what is counted: no marks, no figures (but in m2), no words of a sentence. */
static gboolean
is_unit (const char *unit, glong max_characters)
{
  static const char *const foreign[] = { "的", "完成", "左右", "以", "前", "后", "为", "和", "及", "并" };
  gunichar last = 0;

  if (g_utf8_strlen (unit, -1) > max_characters)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (strstr (unit, foreign[i]) != NULL)
      return FALSE;

  for (; *unit != '\0'; unit = g_utf8_next_char (unit))
    {
      gunichar character = g_utf8_get_char (unit);
      gboolean power = last < 0x80 && g_ascii_isalpha ((char) last) && (character == '2' || character == '3');

      if (!g_unichar_isalpha (character) && !power && g_utf8_strchr ("%‰/·()°℃㎡㎏²³", -1, character) == NULL)
        return FALSE;
      last = character;
    }

  return TRUE;
}

/* 3天内 is at most three days; 内 behind other units means nothing that is counted. */
static gboolean
cut_within (char *unit)
{
  static const char *const times[] = { "分钟", "小时", "天", "日", "周", "月", "年" };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *within = g_strconcat (times[i], "内", NULL);

      if (g_str_has_suffix (unit, within))
        return cut_ending (unit, "内");
    }

  return FALSE;
}

/* Takes endings such as 完成 and 以上 off @unit. FALSE when they contradict the sign in front. */
static gboolean
cut_endings (char *unit, JxOperator *operator)
{
  JxOperator ending = JX_OPERATOR_NONE;

  cut_ending (unit, "完成");
  for (gsize i = 0; i < G_N_ELEMENTS (endings) && ending == JX_OPERATOR_NONE; i++)
    if (cut_ending (unit, endings[i].word))
      ending = endings[i].operator;
  if (ending == JX_OPERATOR_NONE && cut_within (unit))
    ending = JX_OPERATOR_AT_MOST;

  if (ending != JX_OPERATOR_NONE && *operator != JX_OPERATOR_NONE && *operator != ending)
    return FALSE;
  if (ending != JX_OPERATOR_NONE)
    *operator = ending;
  return TRUE;
}

static gboolean
parse_number (const char *text, JxTargetValue *value)
{
  JxOperator operator = jx_target_take_sign (&text);
  g_autofree char *unit = NULL;
  JxDecimal number;

  if (!take_number (&text, &number))
    return FALSE;

  unit = g_strdup (text);
  if (!cut_endings (unit, &operator)
      || !is_unit (unit, operator == JX_OPERATOR_NONE ? UNIT_CHARACTERS : UNIT_CHARACTERS_SIGNED))
    return FALSE;

  value->type = JX_TARGET_NUMBER;
  value->operator = operator;
  value->number = number;
  g_free (value->unit);
  value->unit = g_steal_pointer (&unit);
  return TRUE;
}

/* 3-5个, 3个至5个, 80%-90%; two years are no range of a measure. */
static gboolean
parse_range (const char *text, JxTargetValue *value)
{
  const char *between = NULL, *dash = NULL;
  g_autofree char *first_unit = NULL, *unit = NULL;
  JxOperator none = JX_OPERATOR_NONE;
  JxDecimal number, upper;

  if (!take_number (&text, &number))
    return FALSE;
  between = text;
  while (*text == '-' ? FALSE : *text != '\0' && !g_str_has_prefix (text, "至"))
    text = g_utf8_next_char (text);
  dash = text;
  if (!jx_target_skip (&text, "至"))
    while (*text == '-')
      text++;
  if (text == dash || *text == '-' || !take_number (&text, &upper) || jx_decimal_compare (number, upper) > 0)
    return FALSE;

  first_unit = g_strndup (between, (gsize) (dash - between));
  unit = g_strdup (text);
  if (!cut_endings (unit, &none) || none != JX_OPERATOR_NONE || !is_unit (unit, UNIT_CHARACTERS)
      || (*first_unit != '\0' && strcmp (first_unit, unit) != 0)
      || (number.mantissa >= 1949 && number.scale == 0 && g_str_has_prefix (unit, "年")))
    return FALSE;

  value->type = JX_TARGET_RANGE;
  value->number = number;
  value->upper = upper;
  g_free (value->unit);
  value->unit = g_steal_pointer (&unit);
  return TRUE;
}

static gboolean
is_grade (const char *text)
{
  const char *at = text;

  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    if (strcmp (text, grades[i]) == 0)
      return TRUE;

  while (jx_target_skip_any (&at, degrees, G_N_ELEMENTS (degrees)))
    ;
  return at != text && jx_target_skip_any (&at, developments, G_N_ELEMENTS (developments)) && *at == '\0';
}

static gboolean
parse_grade (const char *text, JxTargetValue *value)
{
  const char *grade = text;
  JxOperator operator = jx_target_take_sign (&grade);

  if (!is_grade (grade))
    return FALSE;

  value->type = JX_TARGET_GRADE;
  value->operator = operator;
  value->grade = g_strdup (grade);
  return TRUE;
}

JxTargetValue *
jx_target_value_parse (const char *text)
{
  g_autofree char *plain = plain_text (text != NULL ? text : "");
  JxTargetValue *value = g_new0 (JxTargetValue, 1);

  value->unit = g_strdup ("");
  /* 2023年12月31日 would else be 2023 of something. */
  if (jx_target_parse_date (plain, value) || parse_range (plain, value) || parse_number (plain, value) || parse_grade (plain, value))
    return value;

  value->type = JX_TARGET_TEXT;
  return value;
}

/* The end of the figures that begin at @text: of one number, or of all there are. */
static const char *
find_figures_end (const char *text, gboolean all)
{
  const char *end = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar folded = jx_fold_character (g_utf8_get_char (p));

      if (folded < 0x80 && g_ascii_isdigit ((char) folded))
        end = g_utf8_next_char (p);
      else if (!all && folded != '.' && folded != ',')
        break;
    }

  return end;
}

gboolean
jx_target_value_split (const char *text, char **sign, char **number, char **unit)
{
  g_autoptr (JxTargetValue) value = jx_target_value_parse (text);
  gboolean split = value->type == JX_TARGET_NUMBER || value->type == JX_TARGET_RANGE;
  const char *begin = text, *end;

  g_return_val_if_fail (text != NULL, FALSE);

  while (split && *begin != '\0' && !g_unichar_isdigit (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  end = split ? find_figures_end (begin, value->type == JX_TARGET_RANGE) : begin + strlen (begin);

  *sign = g_strstrip (g_strndup (text, (gsize) (begin - text)));
  *number = g_strstrip (g_strndup (begin, (gsize) (end - begin)));
  *unit = g_strstrip (g_strdup (end));
  return split;
}

static char *
describe_date (const JxTargetValue *value)
{
  if (value->year != 0 && value->day != 0)
    return g_strdup_printf ("%d-%02d-%02d", value->year, value->month, value->day);
  if (value->year != 0 && value->month != 0)
    return g_strdup_printf ("%d-%02d", value->year, value->month);
  if (value->year != 0)
    return g_strdup_printf ("%d", value->year);
  if (value->day != 0)
    return g_strdup_printf ("%02d-%02d", value->month, value->day);

  return g_strdup_printf (_("month %d"), value->month);
}

static char *
describe_numbers (const JxTargetValue *value)
{
  g_autofree char *number = jx_decimal_to_string (value->number);
  g_autofree char *upper = jx_decimal_to_string (value->upper);

  return value->type == JX_TARGET_RANGE ? g_strdup_printf ("%s–%s", number, upper) : g_steal_pointer (&number);
}

char *
jx_target_value_describe (const JxTargetValue *value)
{
  static const char *const marks[] = {
    [JX_OPERATOR_NONE] = "", [JX_OPERATOR_AT_LEAST] = "≥ · ", [JX_OPERATOR_MORE] = "> · ",
    [JX_OPERATOR_EQUAL] = "= · ", [JX_OPERATOR_LESS] = "< · ", [JX_OPERATOR_AT_MOST] = "≤ · ",
  };
  g_autofree char *what = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  switch (value->type)
    {
    case JX_TARGET_NUMBER:
    case JX_TARGET_RANGE:
      what = describe_numbers (value);
      break;
    case JX_TARGET_DATE:
      what = describe_date (value);
      break;
    case JX_TARGET_GRADE:
      what = g_strdup (value->grade);
      break;
    default:
      /* Translators: of a target value that is a sentence */
      return g_strdup (_("text, cannot be measured"));
    }

  return g_strconcat (marks[value->operator], what, *value->unit != '\0' ? " · " : "", value->unit, NULL);
}

void
jx_target_value_free (JxTargetValue *value)
{
  if (value == NULL)
    return;

  g_free (value->unit);
  g_free (value->grade);
  g_free (value);
}
