/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-note.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"

#define NOTE_BYTES 300

/* What a title is made of besides a name: the kind of table … */
static const char * const kinds[] = {
  "绩效目标", "绩效", "目标公开", "目标批复", "目标", "申报", "自评", "评价", "监控", "运行", "执行", "完成", "情况", "汇总", "一览", "明细", "实现程度", "监测", "考核", "信息", "公开", "填报", "批复", "跟踪", "评分",
};

/* … what it is about in general … */
static const char * const subjects[] = {
  "部门", "单位", "预算", "项目", "支出", "财政", "专项", "资金", "年度", "年初", "省级", "市级", "县级", "区级", "镇级", "乡级", "本级",
};

/* … and whose: what names of administrations end with. */
static const char * const bodies[] = {
  "省", "市", "县", "区", "旗", "镇", "乡", "局", "委", "办", "厅", "府", "部", "院", "会", "所", "处", "站", "中心", "街道", "校", "中学", "小学", "队", "馆", "公司", "场", "社", "协", "团",
};

static gboolean
chop_suffix (char *text, const char *suffix)
{
  gsize length = strlen (text);

  if (!g_str_has_suffix (text, suffix))
    return FALSE;

  text[length - strlen (suffix)] = '\0';
  return TRUE;
}

static guint
chop_words (char *text, const char * const *words, gsize n)
{
  guint n_chopped = 0;

  for (gsize i = 0; i < n; i++)
    if (chop_suffix (text, words[i]))
      {
        n_chopped++;
        i = (gsize) -1; /* from the first again */
      }

  return n_chopped;
}

/* "2024", "2024年", "2024年度" at the end. */
static gboolean
chop_year (char *text, guint *year)
{
  gsize length = strlen (text);
  gsize words = g_str_has_suffix (text, "年度") ? strlen ("年度") : g_str_has_suffix (text, "年") ? strlen ("年") : 0;
  const char *digits;

  if (length < words + 4)
    return FALSE;
  digits = text + length - words - 4;
  if (strspn (digits, "0123456789") != 4 || (digits > text && g_ascii_isdigit (digits[-1])) || (*digits != '1' && *digits != '2'))
    return FALSE;

  *year = (guint) g_ascii_strtoull (digits, NULL, 10);
  text[length - words - 4] = '\0';
  return TRUE;
}

/* "2024年1-8月" at the end. */
static void
chop_months (char *text, guint *month)
{
  char *end = text + strlen (text);
  char *begin;

  if (!g_str_has_suffix (text, "月"))
    return;
  end -= strlen ("月");
  for (begin = end; begin > text && g_ascii_isdigit (begin[-1]); begin--)
    ;
  if (begin == end || end - begin > 2)
    return;
  *month = (guint) g_ascii_strtoull (begin, NULL, 10);
  while (begin > text && (g_ascii_isdigit (begin[-1]) || begin[-1] == '-' || begin[-1] == '~'))
    begin--;
  for (const char * const *dash = (const char * const[]) { "—", "至", "–", NULL }; *dash != NULL; dash++)
    if (begin - text >= (gssize) strlen (*dash) && strncmp (begin - strlen (*dash), *dash, strlen (*dash)) == 0)
      for (begin -= strlen (*dash); begin > text && g_ascii_isdigit (begin[-1]);)
        begin--;
  if (*month < 1 || *month > 12 || !g_str_has_suffix (text, "月") || begin == text)
    *month = 0;
  else
    *begin = '\0';
}

/* "(2024年度)", "(样表)" behind the title. */
static void
chop_brackets (char *text, guint *year)
{
  char *open = g_str_has_suffix (text, ")") ? strrchr (text, '(') : NULL;
  g_autofree char *inside = NULL;

  if (open == NULL || open == text)
    return;
  inside = g_strndup (open + 1, strlen (open) - 2);
  chop_year (inside, year);
  *open = '\0';
}

static gboolean
ends_with_body (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (g_str_has_suffix (text, bodies[i]))
      return TRUE;

  return FALSE;
}

/* "附件1", "附表2:" in front. */
static const char *
skip_appendix (const char *text)
{
  if (!g_str_has_prefix (text, "附件") && !g_str_has_prefix (text, "附表"))
    return text;
  text += strlen ("附件");

  return text + strspn (text, "0123456789-.:");
}

static gboolean
read_title (const char *folded, JxNote *note)
{
  g_autofree char *text = NULL;
  const char *rest;
  guint n_kinds, n_subjects;
  gboolean dated, table;
  JxMark mark;

  if (strstr (folded, "绩效") == NULL && strstr (folded, "目标") == NULL)
    return FALSE;

  text = g_strdup (skip_appendix (folded));
  chop_brackets (text, &note->year);
  table = chop_suffix (text, "表");
  n_kinds = chop_words (text, kinds, G_N_ELEMENTS (kinds));
  if (n_kinds == 0)
    return FALSE;
  if (table && (g_str_has_suffix (text, "整体") || g_str_has_suffix (text, "整体支出")))
    {
      note->type = JX_NOTE_WHOLE;
      return TRUE;
    }
  n_subjects = chop_words (text, subjects, G_N_ELEMENTS (subjects));
  chop_months (text, &note->month);
  dated = chop_year (text, &note->year);
  if (dated)
    chop_words (text, subjects, G_N_ELEMENTS (subjects));

  rest = text;
  note->numbered = jx_mark_read (text, &mark);
  if (note->numbered)
    rest += mark.length;
  if (*rest == '\0')
    return table || (dated && n_subjects > 0);
  if (rest != text || !ends_with_body (rest) || n_subjects + dated < 2 || (!table && !dated))
    return FALSE;
  /* 河北省 alone is no unit but where the form is from. */
  if (!g_str_has_suffix (rest, "省"))
    note->unit_name = g_strdup (rest);

  return TRUE;
}

static gboolean
read_year (const char *folded, JxNote *note)
{
  g_autofree char *text = NULL;
  gsize length = strlen (folded);
  gboolean labelled = FALSE;

  if (strpbrk (folded, "0123456789") == NULL)
    return FALSE;

  if (*folded == '(' && folded[length - 1] == ')')
    text = g_strndup (folded + 1, length - 2);
  else
    text = g_strdup (folded);
  for (const char * const *word = (const char * const[]) { "预算年度:", "年度:", "所属年度:", "申报年度:", NULL }; *word != NULL; word++)
    if (g_str_has_prefix (text, *word))
      {
        memmove (text, text + strlen (*word), strlen (text + strlen (*word)) + 1);
        labelled = TRUE;
        break;
      }

  return (labelled || g_str_has_suffix (text, "年") || g_str_has_suffix (text, "年度")) && chop_year (text, &note->year) && *text == '\0';
}

/* "(1-7月)", "(2024年1-7月)", "(1月至7月)" */
static gboolean
read_month (const char *folded, JxNote *note)
{
  g_autoptr (GRegex) months = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL;
  g_autofree char *month = NULL;

  if (!g_str_has_suffix (folded, "月)") && !g_str_has_suffix (folded, "月"))
    return FALSE;
  months = g_regex_new ("^\\(?(?:([12]\\d{3})年)?1月?[-~—–－―至到](1[0-2]|[2-9])月\\)?$", 0, 0, NULL);
  if (!g_regex_match (months, folded, 0, &match))
    return FALSE;
  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  note->year = (guint) g_ascii_strtoull (year, NULL, 10);
  note->month = (guint) g_ascii_strtoull (month, NULL, 10);

  return TRUE;
}

static gboolean
read_unit (const char *folded, JxNote *note)
{
  static const char * const units[] = { "万元", "亿元", "元" };
  static const char * const heads[] = { "单位:", "金额单位:", "计量单位:", "货币单位:", "资金单位:" };
  g_autofree char *text = NULL;

  if (strstr (folded, "单位:") == NULL)
    return FALSE;

  text = *folded == '(' && g_str_has_suffix (folded, ")") ? g_strndup (folded + 1, strlen (folded) - 2) : g_strdup (folded);
  for (gsize h = 0; h < G_N_ELEMENTS (heads); h++)
    if (g_str_has_prefix (text, heads[h]))
      {
        const char *unit = text + strlen (heads[h]);

        if (g_str_has_prefix (unit, "人民币"))
          unit += strlen ("人民币");
        for (gsize u = 0; u < G_N_ELEMENTS (units); u++)
          if (strcmp (unit, units[u]) == 0)
            {
              note->amount_unit = units[u];
              return TRUE;
            }
      }

  return FALSE;
}

gboolean
jx_note_read (const char *text, JxNote *note)
{
  g_autofree char *folded = NULL;

  *note = (JxNote) { JX_NOTE_NONE };
  if (*text == '\0' || strnlen (text, NOTE_BYTES) == NOTE_BYTES)
    return FALSE;

  folded = jx_fold (text);
  if (*folded == '\0')
    return FALSE;
  if (read_unit (folded, note))
    note->type = JX_NOTE_UNIT;
  else if (read_year (folded, note))
    note->type = JX_NOTE_YEAR;
  else if (read_month (folded, note))
    note->type = JX_NOTE_MONTH;
  else if (read_title (folded, note) && note->type == JX_NOTE_NONE)
    note->type = JX_NOTE_TITLE;
  if (note->type == JX_NOTE_NONE)
    {
      note->year = note->month = 0;
      return FALSE;
    }

  return TRUE;
}

gboolean
jx_note_names_body (const char *text)
{
  g_autofree char *folded = jx_fold (text);

  return ends_with_body (folded);
}

void
jx_note_clear (JxNote *note)
{
  g_clear_pointer (&note->unit_name, g_free);
  note->type = JX_NOTE_NONE;
}
