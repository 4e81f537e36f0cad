/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-nasty.h"

#include "model/jx-item-build.h"

#define N_LONG 2500

static const char * const words[] = {
  "“引号”与\"直引号\"和'撇号'", "甲<b>乙</b>&amp;丙 & < >", "=SUM(A1:A2)", "+86 10 1234", "-1", "@甲", "007", "12", "1.50", "1E3", "2024-01-02", "TRUE",
  "😀表情🏘️", "\u202Bעברית\u202C与中文", "第一行\n第二行\n\n    缩进的第四行", "制表\t符", "多个  空格   相连", "e\u0301与é", "&nbsp;&#160;", "</w:t></td>]]>",
  "{name}", "%s%n", "100%", "'单引号开头", "全角　空格", "㎡、℃、①", "𠮷野家",
};

static const char * const amounts[] = { "0", "0.00", NULL, "6.90", "1245.82", "0.000001", "999999999.99" };

static JxItem *
add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

static void
add_indicators (JxItem *project, const char *word)
{
  for (guint i = 0; i < 3; i++)
    {
      JxItem *item = add (project, JX_KIND_INDICATOR);

      jx_item_init (item, JX_FIELD_INDICATOR_LEVEL1, i < 2 ? "产出指标" : "效益指标");
      jx_item_init (item, JX_FIELD_INDICATOR_LEVEL2, i < 2 ? "数量指标" : "社会效益指标");
      jx_item_init (item, JX_FIELD_INDICATOR_LEVEL3, "完成数量");
      jx_item_init (item, JX_FIELD_INDICATOR_DESCRIPTION, word);
      jx_item_init (item, JX_FIELD_INDICATOR_VALUE, i == 0 ? "=100%" : i == 1 ? "≥007个" : "优");
      jx_item_init (item, JX_FIELD_INDICATOR_BASIS, "计划标准");
    }
}

static void
add_project (JxItem *root, guint index)
{
  JxItem *project = add (root, JX_KIND_PROJECT);
  const char *word = words[index];
  const char *amount = amounts[index % G_N_ELEMENTS (amounts)];
  g_autofree char *name = g_strdup_printf ("项目%u", index / 2);

  /* Two of each name; every third has no code. */
  jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
  if (index % 3 > 0)
    {
      g_autofree char *code = g_strdup_printf ("00%uP", index);

      jx_item_init (project, JX_FIELD_PROJECT_CODE, code);
    }
  if (amount != NULL)
    jx_item_init (project, JX_FIELD_PROJECT_BUDGET, amount);
  jx_item_init (project, JX_FIELD_PROJECT_FISCAL, "6.90");
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, word);
  for (guint month = 6; month <= 12; month += 6)
    {
      JxItem *checkpoint = add (project, JX_KIND_CHECKPOINT);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, month == 6 ? "6" : "12");
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, month == 6 ? "50" : "100");
    }
  jx_item_init (add (project, JX_KIND_GOAL), JX_FIELD_GOAL_TEXT, "按时完成。");
  add_indicators (project, word);
}

static char *
make_long (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_LONG; i++)
    g_string_append (text, i % 40 == 39 ? "，" : "长");

  return g_string_free (text, FALSE);
}

JxDocument *
jx_nasty_new (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  g_autofree char *text = make_long ();

  jx_item_init (root, JX_FIELD_YEAR, "2024");
  jx_item_init (root, JX_FIELD_UNIT_CODE, "007001");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇<人民政府>");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, text);
  jx_item_init (root, JX_FIELD_SAFEGUARDS_INTRO, "按照“A&B”的要求推进。");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_project (root, i);
  jx_document_finish_building (document);

  return document;
}
