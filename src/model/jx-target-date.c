/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in target values, and the small steps reading a value is made of. */
#include <string.h>

#include "model/jx-target-private.h"

gboolean
jx_target_skip (const char **text, const char *word)
{
  if (!g_str_has_prefix (*text, word))
    return FALSE;

  *text += strlen (word);
  return TRUE;
}

gboolean
jx_target_skip_any (const char **text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (jx_target_skip (text, words[i]))
      return TRUE;

  return FALSE;
}

/* A whole number of at most four digits, followed by @mark; else nothing is taken. */
static int
take_part (const char **text, const char *mark)
{
  const char *at = *text;
  int part = 0;

  for (; g_ascii_isdigit (*at) && at < *text + 4; at++)
    part = part * 10 + g_ascii_digit_value (*at);
  if (part == 0 || !jx_target_skip (&at, mark))
    return 0;

  *text = at;
  return part;
}

static int
last_day (int year, int month)
{
  if (year == 0 && month == 2)
    return 0;

  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) (year == 0 ? 2000 : year));
}

static gboolean
is_day (int year, int month, int day)
{
  if (year != 0 && (year < 1949 || year > 2999))
    return FALSE;
  if (month < 0 || month > 12 || (month == 0 && (year == 0 || day != 0)))
    return FALSE;

  /* 29 February may be meant where no year is told. */
  return day == 0 || g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) (year == 0 ? 2000 : year));
}

/* 2023-12-31, 2023.12.31, 2023/12/31. */
static gboolean
take_numeric_date (const char **text, int *year, int *month, int *day)
{
  static const char *const marks[] = { "-", ".", "/" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = *text;

      *year = take_part (&at, marks[i]);
      *month = *year != 0 ? take_part (&at, marks[i]) : 0;
      *day = *month != 0 ? take_part (&at, "") : 0;
      if (*day == 0)
        continue;
      *text = at;
      return TRUE;
    }

  return FALSE;
}

/* 2023年12月31日, 2023年6月底, 2023年底, 12月31日; *said is whether more than a number of years or months. */
static void
take_written_date (const char **text, int *year, int *month, int *day, gboolean *said)
{
  static const char *const ends[] = { "底", "末" };

  *year = take_part (text, "年");
  if (*year != 0)
    jx_target_skip (text, "度");
  *month = take_part (text, "月");
  if (*month != 0)
    jx_target_skip (text, "份");
  *day = *month != 0 ? take_part (text, "日") : 0;
  if (*month != 0 && *day == 0)
    *day = take_part (text, "号");

  *said = *day != 0 || *year >= 1000;
  if (*day == 0 && (*year != 0 || *month != 0)
      && (jx_target_skip_any (text, ends, G_N_ELEMENTS (ends)) || (*month == 0 && (jx_target_skip (text, "年底") || jx_target_skip (text, "年末")))))
    {
      *said = TRUE;
      *month = *month == 0 ? 12 : *month;
      *day = *month <= 12 ? last_day (*year, *month) : 0;
    }
}

gboolean
jx_target_parse_date (const char *text, JxTargetValue *value)
{
  static const char *const introductions[] = { "截止到", "截止", "截至", "于", "在", "到" };
  static const char *const before[] = { "之前", "以前", "前", "内" };
  JxOperator operator = jx_target_take_sign (&text);
  gboolean said = TRUE;
  int year, month, day;

  jx_target_skip_any (&text, introductions, G_N_ELEMENTS (introductions));
  if (!take_numeric_date (&text, &year, &month, &day))
    take_written_date (&text, &year, &month, &day, &said);

  said |= jx_target_skip_any (&text, before, G_N_ELEMENTS (before));
  said |= jx_target_skip (&text, "完成");
  if (*text != '\0' || !said || !is_day (year, month, day))
    return FALSE;

  value->type = JX_TARGET_DATE;
  value->operator = operator;
  value->year = year;
  value->month = month;
  value->day = day;
  return TRUE;
}
