/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list of indicators by their headings. */
#include "exchange/jx-sense.h"

#include <string.h>

#include "exchange/jx-sense-private.h"

static gboolean
set_column (JxSense *sense, JxField field, const char *wording)
{
  sense->type = JX_SENSE_COLUMN;
  sense->field = field;
  sense->wording = wording;

  return TRUE;
}

static gboolean
set_weak (JxSense *sense, JxField field, const char *wording)
{
  sense->weak = TRUE;

  return set_column (sense, field, wording);
}

static gboolean
set_part (JxSense *sense, JxTargetPart part)
{
  sense->part = part;

  return set_column (sense, JX_FIELD_NONE, NULL);
}

static gboolean
set_tick (JxSense *sense, JxField field, const char *word)
{
  sense->tick = word;

  return set_column (sense, field, word);
}

static gboolean
set_over (JxSense *sense, JxField field, const char *wording)
{
  sense->over = TRUE;

  return set_column (sense, field, wording);
}

static gboolean
read_level (const char *word, JxSense *sense)
{
  if (jx_word_begins (word, JX_WORDS ("一级")) || jx_word_is (word, JX_WORDS ("#级指标")))
    return set_column (sense, JX_FIELD_INDICATOR_LEVEL1, "一级指标");
  if (jx_word_begins (word, JX_WORDS ("二级")))
    return set_column (sense, JX_FIELD_INDICATOR_LEVEL2, "二级指标");
  if (jx_word_begins (word, JX_WORDS ("三级")))
    return set_column (sense, JX_FIELD_INDICATOR_LEVEL3, "三级指标");
  if (jx_word_is (word, JX_WORDS ("指标名称", "绩效指标名称", "具体指标", "明细指标", "个性指标", "四级指标")))
    return set_weak (sense, JX_FIELD_INDICATOR_LEVEL3, "三级指标");
  if (jx_word_is (word, JX_WORDS ("指标内容", "绩效指标内容")))
    return set_weak (sense, JX_FIELD_INDICATOR_DESCRIPTION, "绩效指标描述");

  return FALSE;
}

/* What each column of ticks, or of the values for a grade, is for. */
static gboolean
read_lower (const char *word, JxSense *sense)
{
  static const struct
  {
    JxField field;
    const char *word;
    const char *tick;
  } lower[] = {
    { JX_FIELD_INDICATOR_CAUSES, "经费保障", "经费保障" },
    { JX_FIELD_INDICATOR_CAUSES, "制度保障", "制度保障" },
    { JX_FIELD_INDICATOR_CAUSES, "人员保障", "人员保障" },
    { JX_FIELD_INDICATOR_CAUSES, "硬件条件保障", "硬件条件保障" },
    { JX_FIELD_INDICATOR_CAUSES, "硬件保障", "硬件条件保障" },
    { JX_FIELD_INDICATOR_CAUSES, "其他", "其他" },
    { JX_FIELD_INDICATOR_POSSIBILITY, "确定能", "确定能" },
    { JX_FIELD_INDICATOR_POSSIBILITY, "有可能", "有可能" },
    { JX_FIELD_INDICATOR_POSSIBILITY, "完全不可能", "完全不可能" },
    { JX_FIELD_INDICATOR_POSSIBILITY, "不可能", "完全不可能" },
    { JX_FIELD_INDICATOR_CAUSE_NOTE, "原因说明", NULL },
    { JX_FIELD_INDICATOR_VALUE, "优", NULL },
    { JX_FIELD_INDICATOR_VALUE_GOOD, "良", NULL },
    { JX_FIELD_INDICATOR_VALUE_FAIR, "中", NULL },
    { JX_FIELD_INDICATOR_VALUE_POOR, "差", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lower); i++)
    if (strcmp (word, lower[i].word) == 0)
      return set_tick (sense, lower[i].field, lower[i].tick);

  return FALSE;
}

/* 指标值, 实际完成值, 1-7月执行情况 */
static gboolean
read_value (const char *word, JxSense *sense)
{
  gboolean of_deed = jx_word_has (word, JX_WORDS ("完成值", "完成情况", "实际值", "实际完成", "执行情况", "实现值", "完成数", "实现情况"));
  gboolean of_target = jx_word_ends (word, JX_WORDS ("指标值", "目标值", "标准值", "计划值", "预期值", "指标目标", "绩效值"));

  if ((of_deed || of_target) && jx_word_has (word, JX_WORDS ("上年", "前年", "历史", "上一年")))
    return set_column (sense, JX_FIELD_NONE, NULL);
  if (of_deed && jx_word_has (word, JX_WORDS ("预计")))
    return set_column (sense, JX_FIELD_INDICATOR_EXPECTED, "全年预计完成情况");
  if (of_deed && jx_word_has (word, JX_WORDS ("#月", "监控期", "截至", "半年", "季度", "当前", "本期")))
    return set_column (sense, JX_FIELD_INDICATOR_PROGRESS, NULL);
  if (of_deed)
    return set_column (sense, JX_FIELD_INDICATOR_ACTUAL, "实际完成值");
  if (of_target && jx_word_has (word, JX_WORDS ("半年", "季度", "#月", "中期", "实施期")))
    return set_column (sense, JX_FIELD_NONE, NULL);
  if (of_target)
    return set_column (sense, JX_FIELD_INDICATOR_VALUE, "指标值");

  return FALSE;
}

static gboolean
read_further (const char *word, JxSense *sense)
{
  if (jx_word_ends (word, JX_WORDS ("得分", "自评分", "评分")))
    return set_column (sense, JX_FIELD_INDICATOR_SCORE, "得分");
  if (jx_word_ends (word, JX_WORDS ("分值", "权重", "权数", "分值权重", "权重分值", "分数")))
    return set_column (sense, JX_FIELD_INDICATOR_WEIGHT, "分值");
  if (jx_word_has (word, JX_WORDS ("可能性")))
    return set_over (sense, JX_FIELD_INDICATOR_POSSIBILITY, NULL);
  if (jx_word_has (word, JX_WORDS ("原因", "偏差", "改进措施", "整改", "纠偏")))
    return set_over (sense, JX_FIELD_INDICATOR_REASON, "偏差原因分析及改进措施");
  if (jx_word_is (word, JX_WORDS ("评价标准", "评分标准", "绩效标准", "评价等级")))
    return set_over (sense, JX_FIELD_INDICATOR_BASIS, "指标值确定依据");
  if (jx_word_has (word, JX_WORDS ("描述", "解释", "内涵", "含义")) || jx_word_is (word, JX_WORDS ("指标说明")))
    return set_column (sense, JX_FIELD_INDICATOR_DESCRIPTION, "绩效指标描述");
  if (jx_word_ends (word, JX_WORDS ("依据", "数据来源", "佐证材料")))
    return set_column (sense, JX_FIELD_INDICATOR_BASIS, "指标值确定依据");
  if (jx_word_is (word, JX_WORDS ("备注")))
    return set_column (sense, JX_FIELD_INDICATOR_REMARK, "备注");
  if (jx_word_is (word, JX_WORDS ("指标属性", "指标类型", "指标方向性", "指标类别", "是否核心指标", "序号", "指标编码", "评分规则", "计算公式")))
    return set_column (sense, JX_FIELD_NONE, NULL);
  if (jx_word_is (word, JX_WORDS ("内容")))
    return set_weak (sense, JX_FIELD_INDICATOR_VALUE, "指标值");
  if (jx_word_is (word, JX_WORDS ("绩效指标", "评价指标", "考核指标")))
    return set_weak (sense, JX_FIELD_INDICATOR_LEVEL3, NULL);

  return FALSE;
}

gboolean
jx_sense_read_column (const char *text, JxSense *sense)
{
  g_autofree char *word = jx_sense_dup_word (text, sense);
  JxTargetPart part;

  if (word == NULL)
    return FALSE;
  part = jx_target_part_find (word);
  if (part != JX_TARGET_PART_NONE)
    return set_part (sense, part);
  if (jx_word_is (word, JX_WORDS ("绩效指标性质")))
    return set_part (sense, JX_TARGET_PART_SIGN);
  if (jx_word_is (word, JX_WORDS ("绩效度量单位", "绩效指标单位")))
    return set_part (sense, JX_TARGET_PART_UNIT);

  return read_level (word, sense) || read_lower (word, sense) || read_value (word, sense) || read_further (word, sense);
}
