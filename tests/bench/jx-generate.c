/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-generate N FILE: writes a made-up document of N projects, the same each time. */

#include <stdlib.h>

#include "model/jx-document.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-writer.h"

#define N_WORDS G_N_ELEMENTS (works)

static const char *const places[] = { "云溪镇", "青禾村", "石桥社区", "柳湾村", "东坪村", "南岭社区", "松涛村", "新塘村" };
static const char *const works[] = {
  "道路养护", "垃圾清运", "路灯更换", "河道清淤", "图书室开放", "老年食堂", "防汛演练", "农技培训",
  "厕所改造", "绿化补植", "档案整理", "网格巡查", "饮水管网检修", "健身场地维护", "困难家庭走访", "消防栓检查",
};
static const char *const ends[] = { "补助", "专项经费", "以奖代补资金", "工作经费", "配套资金" };
static const char *const bases[] = { "历史标准", "行业标准", "计划指标", "工作标准", "经验标准" };

static const struct
{
  const char *level1;
  const char *level2;
  const char *level3;
} indicators[] = {
  { "产出指标", "数量指标", "完成%s的处数" },
  { "产出指标", "数量指标", "参与%s的人次" },
  { "产出指标", "质量指标", "%s验收合格率" },
  { "产出指标", "时效指标", "%s完成时间" },
  { "产出指标", "成本指标", "%s平均成本" },
  { "效益指标", "经济效益指标", "%s节约的支出" },
  { "效益指标", "社会效益指标", "%s受益人口" },
  { "效益指标", "可持续影响指标", "%s长期管护机制" },
  { "满意度指标", "服务对象满意度指标", "群众对%s的满意度" },
};

static const char *
pick (GRand *rand, const char *const *words, guint n_words)
{
  return words[g_rand_int_range (rand, 0, n_words)];
}

static void
set (JxItem *item, JxField field, char *value)
{
  g_assert_true (jx_field_check (field, value, NULL));
  jx_item_init (item, field, value);
  g_free (value);
}

static JxItem *
add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);
  return item;
}

static char *
sentence (GRand *rand, const char *work, guint n_clauses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_clauses; i++)
    g_string_append_printf (text, "%s按期开展%s，第%d批覆盖%d户；", pick (rand, places, G_N_ELEMENTS (places)),
                            i == 0 ? work : pick (rand, works, N_WORDS),
                            g_rand_int_range (rand, 1, 9), g_rand_int_range (rand, 12, 4000));
  g_string_append (text, "资金及时足额拨付。");

  return g_string_free (text, FALSE);
}

static char *
target (GRand *rand, guint row)
{
  switch (row)
    {
    case 2:
    case 8:
      return g_strdup_printf ("≥%d%%", g_rand_int_range (rand, 80, 101));
    case 3:
      return g_strdup_printf ("2026年%d月30日前", g_rand_int_range (rand, 4, 13));
    case 4:
    case 5:
      return g_strdup_printf ("≤%d.%02d万元", g_rand_int_range (rand, 0, 90), g_rand_int_range (rand, 0, 100));
    case 7:
      return g_strdup ("优");
    default:
      return g_strdup_printf ("≥%d个", g_rand_int_range (rand, 1, 5000));
    }
}

static void
add_checkpoints (JxItem *project, GRand *rand, gint64 budget_fen)
{
  static const struct { int month; int percent; } plan[] = { { 3, 25 }, { 6, 50 }, { 10, 83 }, { 12, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      JxItem *checkpoint = add (project, JX_KIND_CHECKPOINT);

      set (checkpoint, JX_FIELD_CHECKPOINT_MONTH, g_strdup_printf ("%d", plan[i].month));
      set (checkpoint, JX_FIELD_CHECKPOINT_PLAN, g_strdup_printf ("%d", plan[i].percent));
      if (i < 2)
        {
          gint64 spent_fen = budget_fen / 100 * plan[i].percent / 10 * g_rand_int_range (rand, 5, 12);

          set (checkpoint, JX_FIELD_CHECKPOINT_SPENT,
               g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", spent_fen / 1000000, (int) (spent_fen / 10000 % 100)));
        }
    }
}

static void
add_indicators (JxItem *project, GRand *rand, const char *work, guint number)
{
  for (guint row = 0; row < G_N_ELEMENTS (indicators); row++)
    {
      JxItem *indicator;
      g_autoptr (GString) name = NULL;

      /* Two thirds of the rows, not the same in each project. */
      if ((row + number) % 3 == 0)
        continue;

      indicator = add (project, JX_KIND_INDICATOR);
      name = g_string_new (indicators[row].level3);
      g_string_replace (name, "%s", work, 0);
      set (indicator, JX_FIELD_INDICATOR_LEVEL1, g_strdup (indicators[row].level1));
      set (indicator, JX_FIELD_INDICATOR_LEVEL2, g_strdup (indicators[row].level2));
      set (indicator, JX_FIELD_INDICATOR_LEVEL3, g_strdup (name->str));
      set (indicator, JX_FIELD_INDICATOR_DESCRIPTION,
           g_strdup_printf ("反映%s开展%s的情况", pick (rand, places, G_N_ELEMENTS (places)), work));
      set (indicator, JX_FIELD_INDICATOR_VALUE, target (rand, row));
      set (indicator, JX_FIELD_INDICATOR_BASIS, g_strdup (pick (rand, bases, G_N_ELEMENTS (bases))));
    }
}

static void
add_project (JxItem *root, GRand *rand, guint number)
{
  JxItem *project = add (root, JX_KIND_PROJECT);
  const char *work = pick (rand, works, N_WORDS);
  int wan = g_rand_int_range (rand, 1, 900);
  int hundredths = g_rand_int_range (rand, 0, 100);

  set (project, JX_FIELD_PROJECT_CODE, g_strdup_printf ("9990026P%012u", number));
  set (project, JX_FIELD_PROJECT_NAME, g_strdup_printf ("2026年%s%s%s", pick (rand, places, G_N_ELEMENTS (places)), work,
                                                        pick (rand, ends, G_N_ELEMENTS (ends))));
  set (project, JX_FIELD_PROJECT_BUDGET, g_strdup_printf ("%d.%02d", wan, hundredths));
  set (project, JX_FIELD_PROJECT_FISCAL, g_strdup_printf ("%d.%02d", wan, hundredths));
  if (number % 3 == 0)
    set (project, JX_FIELD_PROJECT_OTHER, g_strdup ("0.00"));
  set (project, JX_FIELD_PROJECT_PURPOSE, sentence (rand, work, 1));

  add_checkpoints (project, rand, wan * G_GINT64_CONSTANT (1000000) + hundredths * 10000);
  for (int i = 1; i <= 1 + (int) (number % 3); i++)
    {
      JxItem *goal = add (project, JX_KIND_GOAL);

      set (goal, JX_FIELD_GOAL_MARK, g_strdup_printf ("%d.", i));
      set (goal, JX_FIELD_GOAL_TEXT, sentence (rand, work, 1));
    }
  add_indicators (project, rand, work, number);
}

static void
add_overview (JxItem *root, GRand *rand)
{
  set (root, JX_FIELD_YEAR, g_strdup ("2026"));
  set (root, JX_FIELD_REGION, g_strdup ("青禾县"));
  set (root, JX_FIELD_UNIT_CODE, g_strdup ("990026"));
  set (root, JX_FIELD_UNIT_NAME, g_strdup ("青禾县云溪镇人民政府"));
  set (root, JX_FIELD_OVERALL_GOAL, sentence (rand, works[0], 12));

  for (guint i = 0; i < 12; i++)
    {
      JxItem *sub_goal = add (root, JX_KIND_SUB_GOAL);

      set (sub_goal, JX_FIELD_SUB_GOAL_TITLE, g_strdup (works[i]));
      set (sub_goal, JX_FIELD_SUB_GOAL_GOAL, sentence (rand, works[i], 2));
      set (sub_goal, JX_FIELD_SUB_GOAL_INDICATOR, sentence (rand, works[i], 2));
    }
  for (guint i = 0; i < 6; i++)
    set (add (root, JX_KIND_MEASURE), JX_FIELD_MEASURE_TEXT, sentence (rand, works[i], 3));
}

int
main (int argc, char **argv)
{
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);
  guint64 n_projects;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[1], 10, 0, 1000000, &n_projects, NULL))
    {
      g_printerr ("usage: jx-generate N FILE\n");
      return 2;
    }

  document = jx_document_new ();
  add_overview (jx_document_get_root (document), rand);
  for (guint i = 1; i <= n_projects; i++)
    add_project (jx_document_get_root (document), rand, i);
  jx_document_finish_building (document);

  if (!jx_xml_save (document, argv[2], &error))
    {
      g_printerr ("jx-generate: %s\n", error->message);
      return 2;
    }

  return 0;
}
