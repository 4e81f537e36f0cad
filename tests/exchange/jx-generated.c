/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-generated.h"

#include "model/jx-item-build.h"

static const char * const names[] = {
  "河道清淤", "2023年河道清淤", "（2）河道清淤二期", "1.河道", "一、二级河道", "12", "A", "项目名称", "预算数", "绩效目标", "指标值",
  "绩效目标表编制", "其他资金：结余", "三项经费（一）", "数字（Digital）乡村 项目", "绩效目标：提质", "≥10户改厕", "老旧小区\"微改造\"",
};

static const char * const words[] = {
  "按时完成。", "全年不少于5件，认真落实", "2024年底前完工", "保障群众正常用水，用电", "1.5公里道路硬化", "通过验收；", "（含绿化）", "优",
  "资金按时拨付到位，用于日常办公费、水电费", "Clean water", "绩效目标", "一级指标", "预算数", "项目编码",
};

static const char * const lines_after[] = { "其中一期加深。", "详见附件", "（含管护）", "保障用水" };

static const char * const targets[] = { "≥95%", "≤2.07万元", "2024年12月31日前", "优", "征地顺利进行", "=100%", "10个", "3-5户" };
static const char * const amounts[] = { "0", "6.90", "1245.82", "0.000001", "1000000000000", "12", "484.370" };
static const char * const level1[] = { "产出指标", "产出指标", "产出指标", "效益指标", "满意度指标" };
static const char * const level2[] = { "数量指标", "质量指标", "时效指标", "社会效益指标", "服务对象满意度指标" };

#define PICK(random, list) ((list)[g_rand_int_range ((random), 0, (gint32) G_N_ELEMENTS (list))])

static gboolean
one_in (GRand *random, int n)
{
  return g_rand_int_range (random, 0, n) == 0;
}

/* One in six is left blank. */
static void
set (GRand *random, JxItem *item, JxField field, const char *value)
{
  if (!one_in (random, 6))
    jx_item_init (item, field, value);
}

static JxItem *
add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

static void
add_goal (GRand *random, JxItem *project)
{
  JxItem *goal = add (project, JX_KIND_GOAL);
  g_autofree char *text = one_in (random, 3) ? g_strconcat (PICK (random, words), "\n", PICK (random, lines_after), NULL)
                                             : g_strdup (PICK (random, words));

  jx_item_init (goal, JX_FIELD_GOAL_TEXT, text);
}

static void
add_indicator (GRand *random, JxItem *project, guint row)
{
  JxItem *item = add (project, JX_KIND_INDICATOR);

  jx_item_init (item, JX_FIELD_INDICATOR_LEVEL1, level1[MIN (row, 4)]);
  jx_item_init (item, JX_FIELD_INDICATOR_LEVEL2, level2[MIN (row, 4)]);
  jx_item_init (item, JX_FIELD_INDICATOR_LEVEL3, PICK (random, names));
  set (random, item, JX_FIELD_INDICATOR_DESCRIPTION, PICK (random, words));
  set (random, item, JX_FIELD_INDICATOR_VALUE, PICK (random, targets));
  set (random, item, JX_FIELD_INDICATOR_BASIS, "计划标准");
}

static void
add_project (GRand *random, JxItem *root, guint index)
{
  JxItem *project = add (root, JX_KIND_PROJECT);
  g_autofree char *code = g_strdup_printf ("13099924P%05u1000%02uX", index, index % 100);
  int month = 0;

  jx_item_init (project, JX_FIELD_PROJECT_CODE, code);
  jx_item_init (project, JX_FIELD_PROJECT_NAME, PICK (random, names));
  set (random, project, JX_FIELD_PROJECT_BUDGET, PICK (random, amounts));
  set (random, project, JX_FIELD_PROJECT_FISCAL, PICK (random, amounts));
  set (random, project, JX_FIELD_PROJECT_OTHER, PICK (random, amounts));
  set (random, project, JX_FIELD_PROJECT_PURPOSE, PICK (random, words));
  while (!one_in (random, 5) && (month += g_rand_int_range (random, 1, 5)) <= 12)
    {
      JxItem *checkpoint = add (project, JX_KIND_CHECKPOINT);
      g_autofree char *text = g_strdup_printf ("%d", month);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, text);
      set (random, checkpoint, JX_FIELD_CHECKPOINT_PLAN, month > 6 ? "83.33" : "25");
    }
  for (int n = g_rand_int_range (random, 0, 5); n > 0; n--)
    add_goal (random, project);
  for (guint n = (guint) g_rand_int_range (random, 0, 8), row = 0; row < n; row++)
    add_indicator (random, project, row);
}

JxDocument *
jx_generated_new (guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_YEAR, "2024");
  jx_item_init (root, JX_FIELD_UNIT_CODE, "801001");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "青禾县云溪镇人民政府");
  set (random, root, JX_FIELD_OVERALL_GOAL, "履行职能。\n（1）管水\n其他事项。");
  set (random, root, JX_FIELD_SAFEGUARDS_INTRO, "按照县里要求推进。");
  for (int n = g_rand_int_range (random, 0, 14); n > 0; n--)
    {
      JxItem *goal = add (root, JX_KIND_SUB_GOAL);

      jx_item_init (goal, JX_FIELD_SUB_GOAL_TITLE, PICK (random, names));
      set (random, goal, JX_FIELD_SUB_GOAL_GOAL, PICK (random, words));
      set (random, goal, JX_FIELD_SUB_GOAL_INDICATOR, PICK (random, words));
    }
  for (int n = g_rand_int_range (random, 0, 8); n > 0; n--)
    jx_item_init (add (root, JX_KIND_MEASURE), JX_FIELD_MEASURE_TEXT, PICK (random, words));
  for (int n = g_rand_int_range (random, 1, 12), i = 0; i < n; i++)
    add_project (random, root, (guint) i);
  jx_document_finish_building (document);

  return document;
}
