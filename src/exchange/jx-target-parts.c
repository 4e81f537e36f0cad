/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-target-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-take-none.h"

/* No unit is longer, nor the heading of such a column. */
#define PART_BYTES 48

typedef struct
{
  const char *words;
  const char *sign; /* "" for none */
} Sign;

static const Sign signs[] = {
  { "≥", "≥" }, { ">=", "≥" }, { "=>", "≥" }, { "大于等于", "≥" }, { "大于或等于", "≥" }, { "不少于", "≥" }, { "不低于", "≥" },
  { "≤", "≤" }, { "<=", "≤" }, { "=<", "≤" }, { "小于等于", "≤" }, { "小于或等于", "≤" }, { "不超过", "≤" }, { "不高于", "≤" }, { "不多于", "≤" },
  { ">", ">" }, { "大于", ">" }, { "<", "<" }, { "小于", "<" }, { "=", "=" }, { "等于", "=" },
  { "定性", "" }, { "定性指标", "" },
};

static gboolean
is_among (const char *word, const char * const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether @heading ends like one of the words below: most do not, and need not be folded. */
static gboolean
may_be_part (const char *heading)
{
  const char *end = heading + strlen (heading);

  while (end > heading)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = jx_fold_character (g_utf8_get_char (end));
      if (!jx_fold_is_blank (c))
        return c == 0x8D28 || c == 0x5411 || c == 0x53F7 || c == 0x7B26 || c == 0x7CFB || c == 0x4F4D; /* 质 向 号 符 系 位 */
    }

  return FALSE;
}

JxTargetPart
jx_target_part_find (const char *heading)
{
  static const char * const of_sign[] = { "指标性质", "性质", "指标方向", "方向", "符号", "指标符号", "比较符号", "比较符",
                                          "运算符号", "运算符", "计算符号", "指标值符号", "目标值符号", "指标关系" };
  static const char * const of_unit[] = { "计量单位", "度量单位", "指标单位", "单位", "指标值单位", "目标值单位", "计算单位", "指标计量单位" };
  g_autofree char *folded = NULL;

  if (strnlen (heading, PART_BYTES) == PART_BYTES || !may_be_part (heading))
    return JX_TARGET_PART_NONE;
  folded = jx_fold (heading);
  if (g_str_has_prefix (folded, "绩效"))
    memmove (folded, folded + strlen ("绩效"), strlen (folded + strlen ("绩效")) + 1);
  if (is_among (folded, of_sign, G_N_ELEMENTS (of_sign)))
    return JX_TARGET_PART_SIGN;

  return is_among (folded, of_unit, G_N_ELEMENTS (of_unit)) ? JX_TARGET_PART_UNIT : JX_TARGET_PART_NONE;
}

/* Returns: (nullable): "" where the value has none, %NULL where @text is no sign. */
static const char *
read_sign (const char *text)
{
  g_autofree char *folded = NULL;

  if (strnlen (text, PART_BYTES) == PART_BYTES)
    return NULL;
  if (jx_line_is_blank (text) || jx_says_none (text))
    return "";
  folded = jx_fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (folded, signs[i].words) == 0)
      return signs[i].sign;

  return NULL;
}

gboolean
jx_target_part_fits (JxTargetPart part, const char *text)
{
  const char *sign = read_sign (text);

  return part == JX_TARGET_PART_SIGN ? sign != NULL : strnlen (text, PART_BYTES) < PART_BYTES && (sign == NULL || *sign == '\0');
}

static gboolean
begins_with_sign (const char *text)
{
  gunichar c = jx_fold_character (g_utf8_get_char (text));

  return c == 0x2265 || c == 0x2264 || c == '<' || c == '>' || c == '=';
}

static gboolean
has_digit (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_digit_value (g_utf8_get_char (p)) >= 0)
      return TRUE;

  return FALSE;
}

static gboolean
ends_with_digit (const char *text)
{
  return *text != '\0' && g_unichar_digit_value (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))) >= 0;
}

static char *
dup_unit (const char *text)
{
  g_autofree char *stripped = text != NULL ? jx_strip_dup (text) : g_strdup ("");

  return g_strdup (jx_says_none (stripped) ? "" : strcmp (stripped, "％") == 0 ? "%" : stripped);
}

char *
jx_target_parts_join (const JxTargetParts *parts, JxTaker *taker)
{
  g_autofree char *number = parts->number != NULL ? jx_strip_dup (parts->number) : g_strdup ("");
  g_autofree char *unit = dup_unit (parts->unit);
  const char *sign = parts->sign != NULL ? read_sign (parts->sign) : "";

  if (sign == NULL)
    jx_taker_leave (taker, parts->line, parts->sign, _("This is no sign of a target value"));
  if (*number == '\0')
    {
      if ((sign != NULL && *sign != '\0') || *unit != '\0')
        jx_taker_leave (taker, parts->line, *unit != '\0' ? unit : sign, _("There is no value beside this sign or unit"));
      return NULL;
    }
  if (sign == NULL || begins_with_sign (number) || (*sign == '=' && !has_digit (number)))
    sign = "";
  if (*unit != '\0' && !g_str_has_suffix (number, unit) && !ends_with_digit (number))
    {
      jx_taker_leave (taker, parts->line, unit, _("This unit does not fit the value beside it"));
      *unit = '\0';
    }
  else if (g_str_has_suffix (number, unit))
    *unit = '\0';

  return g_strconcat (sign, number, unit, NULL);
}
