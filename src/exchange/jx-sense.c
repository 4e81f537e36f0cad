/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-sense.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-sense-private.h"

/* No label is longer, brackets apart. */
#define LABEL_CHARACTERS 16
#define LABEL_BYTES 200

#define FIGURES '#'

gboolean
jx_word_has (const char *word, const char * const *parts)
{
  for (; *parts != NULL; parts++)
    if (strstr (word, *parts) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
jx_word_ends (const char *word, const char * const *parts)
{
  for (; *parts != NULL; parts++)
    if (g_str_has_suffix (word, *parts))
      return TRUE;

  return FALSE;
}

gboolean
jx_word_begins (const char *word, const char * const *parts)
{
  for (; *parts != NULL; parts++)
    if (g_str_has_prefix (word, *parts))
      return TRUE;

  return FALSE;
}

gboolean
jx_word_is (const char *word, const char * const *words)
{
  for (; *words != NULL; words++)
    if (strcmp (word, *words) == 0)
      return TRUE;

  return FALSE;
}

/* The unit or the figure in brackets, @length bytes at @inside. */
static void
read_brackets (JxSense *sense, const char *inside, gsize length)
{
  g_autofree char *words = g_strndup (inside, length);
  gsize digits = strspn (words, "0123456789.");

  if (sense->amount_unit == NULL && strstr (words, "元") != NULL && strchr (words, '/') == NULL)
    sense->amount_unit = strstr (words, "万元") != NULL ? "万元" : strstr (words, "亿元") != NULL ? "亿元" : "元";
  if (digits > 0 && digits < sizeof sense->figure && jx_word_is (words + digits, JX_WORDS ("", "分", "%")))
    g_strlcpy (sense->figure, words, MIN (digits + 1, sizeof sense->figure));
}

/* Takes what stands in brackets out of @word, in place. */
static void
cut_brackets (char *word, JxSense *sense)
{
  char *open;

  while ((open = strchr (word, '(')) != NULL)
    {
      char *close = strchr (open, ')');

      if (close == NULL)
        return;
      read_brackets (sense, open + 1, (gsize) (close - open - 1));
      memmove (open, close + 1, strlen (close + 1) + 1);
    }
}

/* Figures become a mark; one before 月 is the month, of several the last. */
static void
cut_figures (char *word, JxSense *sense)
{
  char *end = word;

  for (const char *p = word; *p != '\0';)
    {
      guint64 number;
      char *behind;

      if (!g_ascii_isdigit (*p))
        {
          *end++ = *p++;
          continue;
        }
      number = g_ascii_strtoull (p, &behind, 10);
      if (g_str_has_prefix (behind, "月") && number >= 1 && number <= 12)
        sense->month = (guint) number;
      p = behind;
      *end++ = FIGURES;
    }
  *end = '\0';
}

/* Most texts are told from labels at a glance: figures, sentences. */
static gboolean
may_be_word (const char *text)
{
  gsize length = strnlen (text, LABEL_BYTES);
  gboolean wide = FALSE;

  for (const char *p = text; *p != '\0' && !wide; p++)
    wide = (guchar) *p >= 0xE3;

  return wide && length < LABEL_BYTES && (length <= LABEL_CHARACTERS * 6 || strchr (text, '(') != NULL || strstr (text, "（") != NULL);
}

char *
jx_sense_dup_word (const char *text, JxSense *sense)
{
  g_autofree char *word = NULL;

  *sense = (JxSense) { JX_SENSE_NONE, .field = JX_FIELD_NONE };
  if (!may_be_word (text))
    return NULL;
  word = jx_fold (text);
  cut_brackets (word, sense);
  if (g_str_has_suffix (word, ":"))
    word[strlen (word) - 1] = '\0';
  if (*word == '\0' || g_utf8_strlen (word, -1) > LABEL_CHARACTERS || strpbrk (word, ",;%") != NULL || strstr (word, "。") != NULL)
    return NULL;
  cut_figures (word, sense);

  return g_steal_pointer (&word);
}

typedef struct
{
  JxField field;
  const char *wording;
  const char * const *ends;
} FieldWords;

/* Labels with a text beside them, by what their words end with. */
static gboolean
read_field (const char *word, JxSense *sense)
{
  static const char * const name[] = { "项目名称", "专项名称", "项目名", "政策名称", "支出名称", NULL };
  static const char * const code[] = { "项目编码", "项目代码", "项目编号", NULL };
  static const char * const department[] = { "主管部门", "主管部门名称", "主管部门及代码", "主管单位", "主管单位名称", "主管局", "主管预算部门", NULL };
  static const char * const unit[] = { "实施单位", "实施单位名称", "承担单位", "执行单位", "使用单位", "项目单位", "项目实施部门", "项目单位名称", NULL };
  static const char * const body[] = { "预算单位", "预算单位名称", "申报单位", "申报单位名称", "填报单位", "填报单位名称", "编制单位", "编报单位",
                                       "单位名称", "部门名称", "申报部门", "填报部门", NULL };
  static const char * const nature[] = { "项目属性", "项目性质", NULL };
  static const char * const period[] = { "项目期", "项目周期", "实施期限", "项目期限", "实施周期", "起止时间", "起止年限", "起止年月", NULL };
  static const char * const year[] = { "预算年度", "所属年度", "项目年度", NULL };
  static const char * const purpose[] = { "资金用途", "内容描述", "项目内容", "主要内容", "项目概况", "项目概述", "项目描述", "项目简介", "项目基本情况",
                                          "项目实施内容", "项目基本概况", NULL };
  static const char * const duty[] = { "职责", "职责活动", "部门职责", "工作职责", NULL };
  static const char * const activity[] = { "工作活动", "活动名称", NULL };
  static const FieldWords fields[] = {
    { JX_FIELD_PROJECT_NAME, "项目名称", name },
    { JX_FIELD_PROJECT_CODE, "项目编码", code },
    { JX_FIELD_DEPARTMENT_NAME, "主管部门及代码", department },
    { JX_FIELD_PROJECT_UNIT, "实施单位", unit },
    { JX_FIELD_UNIT_NAME, "预算单位", body },
    { JX_FIELD_PROJECT_NATURE, "项目属性", nature },
    { JX_FIELD_PROJECT_PERIOD, "项目期", period },
    { JX_FIELD_YEAR, NULL, year },
    { JX_FIELD_PROJECT_PURPOSE, NULL, purpose },
    { JX_FIELD_PROJECT_DUTY, "部门职责", duty },
    { JX_FIELD_PROJECT_ACTIVITY, "工作活动", activity },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (jx_word_ends (word, fields[i].ends))
      {
        sense->type = JX_SENSE_FIELD;
        sense->field = fields[i].field;
        sense->wording = fields[i].wording;
        return TRUE;
      }

  return FALSE;
}

static gboolean
set_type (JxSense *sense, JxSenseType type)
{
  sense->type = type;

  return TRUE;
}

static gboolean
set_result (JxSense *sense)
{
  sense->type = JX_SENSE_FIELD;
  sense->field = JX_FIELD_PROJECT_RESULT;
  sense->wording = "实际完成情况";

  return TRUE;
}

/* 年度总体目标, 预期目标, 实际完成情况 */
static gboolean
read_goals (const char *word, JxSense *sense)
{
  gboolean of_goal = jx_word_has (word, JX_WORDS ("目标"));

  if (jx_word_is (word, JX_WORDS ("实际完成情况", "完成情况", "实际完成", "全年完成情况", "目标完成情况", "年度完成情况", "实际完成目标", "全年实际完成情况"))
      || (of_goal && jx_word_ends (word, JX_WORDS ("完成情况", "实现情况", "完成情况综述", "完成情况描述"))))
    return set_result (sense);
  if (!of_goal || jx_word_has (word, JX_WORDS ("目标值", "可能性", "目标表", "#"))
      || !jx_word_ends (word, JX_WORDS ("目标", "目标情况", "目标内容", "目标描述", "目标说明", "目标概述")))
    return FALSE;
  if (jx_word_has (word, JX_WORDS ("中期", "实施期", "实施周期", "中长期", "长期")) || jx_word_is (word, JX_WORDS ("项目总目标", "总目标")))
    return set_type (sense, JX_SENSE_TERM_GOALS);
  sense->wording = jx_word_is (word, JX_WORDS ("预期目标", "年初设定目标")) ? "预期目标" : "年度总体目标";

  return set_type (sense, JX_SENSE_GOALS);
}

static gboolean
set_stage (JxSense *sense, JxStage stage, const char *wording)
{
  sense->type = JX_SENSE_STAGE;
  sense->stage = stage;
  sense->wording = wording;

  return TRUE;
}

/* The columns of a table of amounts. */
static gboolean
read_stage (const char *word, JxSense *sense)
{
  gboolean of_sum = jx_word_ends (word, JX_WORDS ("数", "额", "金额", "资金"))
                    || (sense->month != 0 && jx_word_ends (word, JX_WORDS ("情况")));

  if (jx_word_has (word, JX_WORDS ("执行率", "支出率", "支付率", "使用率")) && jx_word_has (word, JX_WORDS ("分值", "权重")))
    {
      sense->type = JX_SENSE_FIELD;
      sense->field = JX_FIELD_PROJECT_EXECUTION_WEIGHT;
      return TRUE;
    }
  if (jx_word_ends (word, JX_WORDS ("执行率", "支出率", "支付率", "使用率", "执行进度", "支出进度")))
    return set_stage (sense, JX_STAGE_RATE, NULL);
  if (jx_word_is (word, JX_WORDS ("分值", "权重", "分数")))
    return set_stage (sense, JX_STAGE_WEIGHT, "分值");
  if (jx_word_is (word, JX_WORDS ("得分", "自评得分", "自评分")))
    return set_stage (sense, JX_STAGE_SCORE, "得分");
  if (of_sum && jx_word_has (word, JX_WORDS ("预计")))
    return set_stage (sense, JX_STAGE_EXPECTED, "全年预计执行数");
  if (of_sum && !jx_word_has (word, JX_WORDS ("计划", "预算执行情况", "上年", "预算完成情况"))
      && jx_word_has (word, JX_WORDS ("执行", "支出", "完成", "支付", "使用")) && !jx_word_is (word, JX_WORDS ("资金使用情况", "支出情况", "执行情况")))
    return set_stage (sense, JX_STAGE_SPENT, sense->month == 0 ? "全年执行数" : NULL);
  if (jx_word_has (word, JX_WORDS ("预算")) && jx_word_has (word, JX_WORDS ("全年", "调整")) && jx_word_ends (word, JX_WORDS ("数", "额", "预算")))
    return set_stage (sense, JX_STAGE_ADJUSTED, "全年预算数");
  if (jx_word_ends (word, JX_WORDS ("预算数", "年初预算", "预算金额", "预算安排数", "预算安排", "年度预算")) && !jx_word_has (word, JX_WORDS ("上年")))
    return set_stage (sense, JX_STAGE_BUDGET, jx_word_has (word, JX_WORDS ("年初")) ? "年初预算数" : "预算数");

  return FALSE;
}

static gboolean
set_fund (JxSense *sense, JxFund fund, const char *wording)
{
  sense->type = JX_SENSE_FUND;
  sense->fund = fund;
  sense->wording = wording;

  return TRUE;
}

/* The rows of a table of amounts. */
static gboolean
read_fund (const char *word, JxSense *sense)
{
  sense->term = jx_word_begins (word, JX_WORDS ("中期", "实施期", "实施周期"));
  if (g_str_has_prefix (word, "其中:"))
    word += strlen ("其中:");
  else if (g_str_has_prefix (word, "其中") && strcmp (word, "其中") != 0)
    word += strlen ("其中");
  if (jx_word_has (word, JX_WORDS ("上年预算", "同名项目")))
    return set_type (sense, JX_SENSE_OTHER);
  if (jx_word_has (word, JX_WORDS ("结转", "结余")) && jx_word_ends (word, JX_WORDS ("资金", "结转", "结余", "数", "额")))
    return set_fund (sense, JX_FUND_CARRIED, "上年结转资金");
  if (jx_word_is (word, JX_WORDS ("其他", "其它", "非财政资金", "自筹资金", "其他收入", "单位自有资金")) || jx_word_ends (word, JX_WORDS ("其他资金", "其它资金")))
    return set_fund (sense, JX_FUND_OTHER, "其他资金");
  if (jx_word_ends (word, JX_WORDS ("财政资金", "财政拨款", "财政拨款资金", "财政性资金", "财政补助", "财政安排")) && !jx_word_has (word, JX_WORDS ("上级", "中央", "省级", "市级")))
    return set_fund (sense, JX_FUND_FISCAL, "其中：财政拨款");
  if (jx_word_ends (word, JX_WORDS ("资金总额", "预算总额", "总预算", "金额合计", "资金合计", "当年预算", "预算资金", "资金总量", "预算合计", "资金数额"))
      || jx_word_is (word, JX_WORDS ("总额", "年度资金", "申报金额", "项目金额")))
    return set_fund (sense, JX_FUND_ALL, "年度资金总额");

  return FALSE;
}

static gboolean
is_other (const char *word)
{
  return jx_word_has (word, JX_WORDS ("负责人", "联系人", "电话", "联系方式", "地址", "邮编", "立项依据", "级次", "项目类别", "项目类型", "项目分类", "资金性质",
                                      "资金来源", "必要性", "可行性", "保证项目", "实施计划", "开始日期", "完成日期", "结束日期", "填报日期", "填表日期",
                                      "政策依据", "设立依据", "实施进度", "密级", "功能科目", "经济科目", "支出功能", "资金类别", "评价等级", "自评等级",
                                      "管理办法", "制度名称", "上级补助", "本级支出", "补助区县"));
}

gboolean
jx_sense_read_label (const char *text, JxSense *sense)
{
  g_autofree char *word = jx_sense_dup_word (text, sense);

  if (word == NULL)
    return FALSE;
  if (is_other (word))
    return set_type (sense, JX_SENSE_OTHER);
  if (jx_word_is (word, JX_WORDS ("总分", "合计", "总计", "小计", "共计", "总得分", "合计得分", "综合得分")))
    return set_type (sense, JX_SENSE_TOTAL);
  if (read_field (word, sense) || read_goals (word, sense) || read_stage (word, sense) || read_fund (word, sense))
    return TRUE;
  if (jx_word_ends (word, JX_WORDS ("绩效指标", "项目资金", "资金情况", "执行情况", "支出情况", "资金金额", "预算规模", "预算资金情况", "资金安排", "预算情况",
                                    "资金使用情况", "项目预算", "指标完成情况", "资金投入情况", "资金构成", "评价指标", "资金投入", "考核指标")))
    return set_type (sense, JX_SENSE_SIDE);

  return FALSE;
}

gboolean
jx_sense_is_level (const char *text, guint level)
{
  JxSense ignored;
  g_autofree char *word = jx_sense_dup_word (text, &ignored);

  if (word == NULL)
    return FALSE;
  if (g_str_has_suffix (word, "指标"))
    word[strlen (word) - strlen ("指标")] = '\0';
  if (level == 1)
    return jx_word_is (word, JX_WORDS ("产出", "效益", "满意度", "成本", "效果", "投入", "过程", "决策", "管理", "社会满意度", "公众满意度", "服务对象满意度"));

  return jx_word_is (word, JX_WORDS ("数量", "质量", "时效", "成本", "经济成本", "社会成本", "生态环境成本", "生态成本", "经济效益", "社会效益", "生态效益",
                                     "环境效益", "可持续影响", "可持续发展", "服务对象满意度", "满意度", "受益对象满意度", "社会公众满意度", "进度", "成本控制"))
         || (jx_word_has (word, JX_WORDS ("服务对象")) && jx_word_has (word, JX_WORDS ("满意度")));
}

gboolean
jx_sense_is_foot (const char *text)
{
  g_autofree char *word = jx_fold (text);

  return jx_word_begins (word, JX_WORDS ("注:", "注1", "注:1", "备注:", "说明:", "填报人", "填表人", "审核人", "填报说明", "填表说明", "联系人", "联系电话",
                                         "单位负责人", "经办人", "附件:", "填报单位负责人", "制表人", "自评等级", "评价等级"));
}
