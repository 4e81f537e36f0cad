/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two files say of the same projects becomes one document. */
#include <string.h>

#include "exchange/jx-combine.h"
#include "exchange/jx-import.h"
#include "jx-test.h"
#include "jx-town.h"

static const char goals[] =
  "1.清淤绩效目标表\n"
  "\t项目编码\n\t13099924P000017100038\n\t项目名称\n\t清淤\n\n"
  "\t预算规模及资金用途\n\t预算数\n\t16.90\n\t其中：财政资金\n\t16.90\n\t其他资金\n\t \n\n"
  "\t绩效目标\n\t1.清淤三公里\n\n \n"
  "\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n"
  "\t产出指标\n\t数量指标\n\t清淤长度\n\t \n\t≥3公里\n\t \n\n"
  "\t产出指标\n\t质量指标\n\t合格率\n\t验收\n\t优\n\t行业标准\n\n \n"
  "2.绿化绩效目标表\n"
  "\t项目编码\n\t \n\t项目名称\n\t绿化\n\n"
  "\t预算规模及资金用途\n\t预算数\n\t2.00\n\t其中：财政资金\n\t2.00\n\t其他资金\n\t \n\n";

/* The first by its code under another name, the second by its name; a third; one value that differs. */
static const char later[] =
  "1.绿化绩效目标表\n"
  "\t项目编码\n\t \n\t项目名称\n\t绿化\n\n"
  "\t预算规模及资金用途\n\t预算数\n\t3.00\n\t其中：财政资金\n\t \n\t其他资金\n\t1.00\n\n \n"
  "2.河道清淤绩效目标表\n"
  "\t项目编码\n\t13099924P000017100038\n\t项目名称\n\t河道清淤\n\n"
  "\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n"
  "\t产出指标\n\t质量指标\n\t合格率\n\t \n\t优\n\t \n\n"
  "\t产出指标\n\t数量指标\n\t清淤长度\n\t实测长度\n\t≥3公里\n\t计划标准\n\n \n"
  "3.路灯绩效目标表\n"
  "\t项目编码\n\t \n\t项目名称\n\t路灯\n\n"
  "\t预算规模及资金用途\n\t预算数\n\t1.00\n\t其中：财政资金\n\t1.00\n\t其他资金\n\t \n\n";

static JxDocument *
import (const char *text)
{
  g_autoptr (GError) error = NULL;
  JxDocument *document = jx_import_data (text, strlen (text), "a.txt", NULL, &error);

  g_assert_no_error (error);
  return document;
}

static const char *
get (JxDocument *document, const char *path, JxField field)
{
  return jx_item_get (jx_town_item (document, path), field);
}

static gboolean
is_left (JxReport *report, const char *path, const char *text)
{
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];

      if (entry->type == JX_REPORT_LEFT && g_strcmp0 (entry->path, path) == 0 && strcmp (entry->text, text) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_filled (void)
{
  g_autoptr (JxDocument) into = import (goals);
  g_autoptr (JxDocument) from = import (later);
  g_autoptr (JxReport) report = jx_report_new ("later");
  g_autoptr (JxEdit) inverse = jx_combine (into, from, report);
  JxItem *root = jx_document_get_root (into);
  g_autoptr (JxEdit) again = NULL;

  g_assert_cmpuint (jx_item_count (root, JX_KIND_PROJECT), ==, 3);
  g_assert_cmpstr (get (into, "project[1]", JX_FIELD_PROJECT_NAME), ==, "清淤");
  g_assert_cmpuint (jx_item_count (jx_town_item (into, "project[1]"), JX_KIND_INDICATOR), ==, 2);
  g_assert_cmpstr (get (into, "project[1]/indicator[1]", JX_FIELD_INDICATOR_DESCRIPTION), ==, "实测长度");
  g_assert_cmpstr (get (into, "project[1]/indicator[1]", JX_FIELD_INDICATOR_BASIS), ==, "计划标准");
  g_assert_cmpstr (get (into, "project[1]/indicator[2]", JX_FIELD_INDICATOR_DESCRIPTION), ==, "验收");
  g_assert_cmpstr (get (into, "project[3]", JX_FIELD_PROJECT_BUDGET), ==, "2.00");
  g_assert_cmpstr (get (into, "project[3]", JX_FIELD_PROJECT_OTHER), ==, "1.00");
  g_assert_cmpstr (get (into, "project[2]", JX_FIELD_PROJECT_NAME), ==, "路灯");
  g_assert_true (is_left (report, "project[3]/budget", "3.00"));
  g_assert_true (is_left (report, "project[1]/name", "河道清淤"));
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), ==, 2);

  again = jx_document_apply (into, inverse, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (jx_item_count (root, JX_KIND_PROJECT), ==, 2);
  g_assert_null (get (into, "project[1]/indicator[1]", JX_FIELD_INDICATOR_DESCRIPTION));
}

static const char planned[] =
  "1.河道清淤绩效目标表\n"
  "\t项目编码\n\t13099923P000017100038\n\t项目名称\n\t河道清淤\n\n"
  "\t预算规模及资金用途\n\t预算数\n\t86.00\n\t其中：财政资金\n\t86.00\n\t其他资金\n\t \n\n"
  "\t绩效目标\n\t清淤12公里，提升防洪能力。\n\n \n"
  "\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n"
  "\t产出指标\n\t数量指标\n\t清淤河道长度\n\t河道长度\n\t≥12公里\n\t计划标准\n\n"
  "\t满意度指标\n\t服务对象满意度指标\n\t群众满意度\n\t问卷\n\t≥90%\n\t问卷\n\n \n";

/* A self-evaluation fills spending, actual values, scores and reasons. */
static void
test_evaluated (void)
{
  g_autofree char *path = jx_test_source ("tests/exchange/corpus/self-evaluation.html");
  g_autofree char *page = jx_test_read (path, NULL);
  g_autoptr (JxDocument) into = import (planned);
  g_autoptr (JxDocument) from = import (page);
  g_autoptr (JxReport) report = jx_report_new ("later");
  g_autoptr (JxEdit) inverse = jx_combine (into, from, report);
  JxItem *project = jx_town_item (into, "project[1]");

  g_assert_nonnull (inverse);
  g_assert_cmpuint (jx_item_count (jx_document_get_root (into), JX_KIND_PROJECT), ==, 1);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_RESULT), ==, "已清淤12.5公里。");
  g_assert_cmpstr (get (into, "project[1]/checkpoint[1]", JX_FIELD_CHECKPOINT_SPENT), ==, "76.40");
  g_assert_cmpuint (jx_item_count (project, JX_KIND_GOAL), ==, 1);
  g_assert_cmpuint (jx_item_count (project, JX_KIND_INDICATOR), ==, 6);
  g_assert_cmpstr (get (into, "project[1]/indicator[1]", JX_FIELD_INDICATOR_BASIS), ==, "计划标准");
  g_assert_cmpstr (get (into, "project[1]/indicator[1]", JX_FIELD_INDICATOR_ACTUAL), ==, "12.5公里");
  g_assert_cmpstr (get (into, "project[1]/indicator[6]", JX_FIELD_INDICATOR_DESCRIPTION), ==, "问卷");
  g_assert_cmpstr (get (into, "project[1]/indicator[6]", JX_FIELD_INDICATOR_SCORE), ==, "9.78");
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/combine/filled", test_filled);
  g_test_add_func ("/exchange/combine/evaluated", test_evaluated);

  return g_test_run ();
}
