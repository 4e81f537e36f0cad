/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form the program has never seen, in the user's data folder, is read by its description alone. */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/jx-import.h"
#include "jx-town.h"
#include "model/jx-path.h"

/* Another province's: other labels, another order, other columns. */
static const char table_form[] =
  "<form xmlns=\"urn:jixiao:form:1\" id=\"lakeside-table\" subject=\"project\">\n"
  "  <title>湖滨省项目支出目标申报表</title>\n"
  "  <page size=\"A4\" margins-mm=\"20 20 20 20\"/>\n"
  "  <heading level=\"2\">项目申报表之{number:一}：{name}</heading>\n"
  "  <table widths=\"20 30 20 30\">\n"
  "    <row><cell>申报事项</cell><cell>{name}</cell><cell>事项代码<alias>事项编号</alias></cell><cell>{code}</cell></row>\n"
  "    <row><cell>填报单位</cell><cell columns=\"3\">{document/unit-name}</cell></row>\n"
  "    <row><cell>为什么要办</cell><cell columns=\"3\">{purpose}</cell></row>\n"
  "    <row><cell>要达到什么</cell><cell columns=\"3\" list=\"goal\">{number:（1）}{text}</cell></row>\n"
  "    <row><cell>资金合计（万元）</cell><cell>{budget}</cell><cell>自筹</cell><cell>{other}</cell></row>\n"
  "  </table>\n"
  "  <table widths=\"10 30 30 10 20\">\n"
  "    <row header=\"yes\"><cell>权重</cell><cell>怎么算</cell><cell>考核什么</cell><cell>达到多少</cell><cell>大类</cell></row>\n"
  "    <each list=\"indicator\">\n"
  "      <row><cell>{weight}</cell><cell>{description}</cell><cell>{level3}</cell><cell>{value}</cell><cell merge=\"yes\">{level1}</cell></row>\n"
  "    </each>\n"
  "  </table>\n"
  "</form>\n";

static const char behind_tabs[] =
  "项目申报表之一：湿地修复\n"
  "\t申报事项\n\t湿地修复\n\t事项编号\n\tLK-24-0001\n\n"
  "\t填报单位\n\t湖滨省苇塘县林业局\n\n"
  "\t为什么要办\n\t湿地退化。\n\n"
  "\t要达到什么\n\t（1）恢复湿地\n（2）建立档案\n\n"
  "\t资金合计（万元）\n\t1,234.50\n\t自筹\n\t \n\n\n \n"
  "\t权重\n\t怎么算\n\t考核什么\n\t达到多少\n\t大类\n\n"
  "\t20\n\t按实测面积\n\t恢复面积\n\t≥300亩\n\t产出\n\n"
  "\t30.5\n\t建档数除以应建数\n\t建档率\n\t=100%\n\t\n\n"
  " \n"
  "项目申报表之二：巡护\n"
  "\t申报事项\n\t巡护\n\t事项代码\n\tLK-24-0002\n\n"
  "\t填报单位\n\t湖滨省苇塘县林业局\n\n"
  "\t资金合计（万元）\n\t8\n\t自筹\n\t3.5\n\n";

static const char flat[] =
  "项目申报表之一：湿地修复\n"
  "申报事项\n湿地修复\n事项编号\nLK-24-0001\n填报单位\n湖滨省苇塘县林业局\n为什么要办\n湿地退化。\n"
  "要达到什么\n（1）恢复湿地\n（2）建立档案\n资金合计（万元）\n1,234.50\n自筹\n\n"
  "权重\n怎么算\n考核什么\n达到多少\n大类\n20\n按实测面积\n恢复面积\n≥300亩\n产出\n30.5\n建档数除以应建数\n建档率\n=100%\n\n"
  "项目申报表之二：巡护\n"
  "申报事项\n巡护\n事项代码\nLK-24-0002\n填报单位\n湖滨省苇塘县林业局\n资金合计（万元）\n8\n自筹\n3.5\n";

static const char tabbed_rows[] =
  "申报事项\t湿地修复\t事项编号\tLK-24-0001\n"
  "填报单位\t湖滨省苇塘县林业局\n"
  "为什么要办\t湿地退化。\n"
  "要达到什么\t（1）恢复湿地\n"
  "\t（2）建立档案\n"
  "资金合计（万元）\t1,234.50\t自筹\t\n"
  "\n"
  "权重\t怎么算\t考核什么\t达到多少\t大类\n"
  "20\t按实测面积\t恢复面积\t≥300亩\t产出\n"
  "30.5\t建档数除以应建数\t建档率\t=100%\t\n"
  "\n"
  "申报事项\t巡护\t事项代码\tLK-24-0002\n"
  "填报单位\t湖滨省苇塘县林业局\n"
  "资金合计（万元）\t8\t自筹\t3.5\n";

/* The rows in another order, the columns too, and one more of them; pipes. */
static const char shuffled[] =
  "| 事项代码 | LK-24-0001 | 申报事项 | 湿地修复 |\n"
  "| 资金合计（万元） | 1,234.50 | 自筹 | |\n"
  "| 填报单位 | 湖滨省苇塘县林业局 |\n"
  "| 要达到什么 | （1）恢复湿地 |\n"
  "| | （2）建立档案 |\n"
  "| 为什么要办 | 湿地退化。 |\n"
  "\n"
  "| 大类 | 考核什么 | 达到多少 | 备注 | 怎么算 | 权重 |\n"
  "|------|---|---|---|---|---|\n"
  "| 产出 | 恢复面积 | ≥300亩 | 暂定 | 按实测面积 | 20 |\n"
  "| | 建档率 | =100% | | 建档数除以应建数 | 30.5 |\n"
  "\n"
  "| 申报事项 | 巡护 | 事项代码 | LK-24-0002 |\n"
  "| 填报单位 | 湖滨省苇塘县林业局 |\n"
  "| 资金合计（万元） | 8 | 自筹 | 3.5 |\n";

typedef struct
{
  const char *name;
  const char *text;
  guint n_left;
} Case;

static const Case cases[] = {
  { "behind-tabs", behind_tabs, 0 },
  { "flat", flat, 0 },
  { "tabbed-rows", tabbed_rows, 0 },
  { "shuffled", shuffled, 2 },
};

static const struct { const char *path, *value; } expected[] = {
  { "unit-name", "湖滨省苇塘县林业局" },
  { "project[1]/name", "湿地修复" },
  { "project[1]/code", "LK-24-0001" },
  { "project[1]/purpose", "湿地退化。" },
  { "project[1]/goal[1]/text", "恢复湿地" },
  { "project[1]/goal[1]/mark", NULL },
  { "project[1]/goal[2]/text", "建立档案" },
  { "project[1]/budget", "1234.50" },
  { "project[1]/other", NULL },
  { "project[1]/indicator[1]/weight", "20" },
  { "project[1]/indicator[1]/description", "按实测面积" },
  { "project[1]/indicator[1]/level3", "恢复面积" },
  { "project[1]/indicator[1]/value", "≥300亩" },
  { "project[1]/indicator[1]/level1", "产出" },
  { "project[1]/indicator[2]/weight", "30.5" },
  { "project[1]/indicator[2]/level3", "建档率" },
  { "project[1]/indicator[2]/value", "=100%" },
  { "project[1]/indicator[2]/level1", "产出" },
  { "project[2]/name", "巡护" },
  { "project[2]/code", "LK-24-0002" },
  { "project[2]/budget", "8" },
  { "project[2]/other", "3.5" },
};

static void
test_unseen (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (JxReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = jx_import_data (test->text, strlen (test->text), "a.txt", &report, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < jx_report_list (report)->len; i++)
    {
      const JxReportEntry *entry = jx_report_list (report)->pdata[i];

      g_test_message ("%s %u “%s” %s", jx_report_type_get_name (entry->type), entry->line, entry->text, entry->message);
    }
  g_assert_cmpstr (jx_report_get_form (report, NULL), ==, "lakeside-table");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      JxField field;
      JxItem *item = jx_path_resolve (document, expected[i].path, &field);

      g_test_message ("%s", expected[i].path);
      g_assert_nonnull (item);
      g_assert_cmpstr (jx_item_get (item, field), ==, expected[i].value);
    }
  g_assert_cmpuint (jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT), ==, 2);
  g_assert_cmpuint (jx_item_count (jx_town_item (document, "project[1]"), JX_KIND_INDICATOR), ==, 2);
  g_assert_cmpuint (jx_item_count (jx_town_item (document, "project[1]"), JX_KIND_GOAL), ==, 2);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), ==, test->n_left);
}

/* The form that came with the program is still there beside it. */
static void
test_known (void)
{
  g_autoptr (JxReport) report = NULL;
  g_autoptr (JxDocument) document = jx_import_data (JX_TOWN_TEXT, strlen (JX_TOWN_TEXT), "a.txt", &report, NULL);

  g_assert_cmpstr (jx_report_get_form (report, NULL), ==, "hebei-goal-table");
  jx_town_check (document);
}

static char *
write_form (void)
{
  char *folder = g_dir_make_tmp ("jixiao-forms-XXXXXX", NULL);
  g_autofree char *forms = g_build_filename (folder, "jixiao", "forms", NULL);
  g_autofree char *path = g_build_filename (forms, "lakeside.xml", NULL);

  g_assert_cmpint (g_mkdir_with_parents (forms, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, table_form, -1, NULL));

  return folder;
}

static void
remove_form (const char *folder)
{
  static const char * const names[] = { "jixiao/forms/lakeside.xml", "jixiao/forms", "jixiao", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = write_form ();
  int status;

  /* The set of forms is read once a process: every test has the same folder. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/exchange/import-forms/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_unseen);
    }
  g_test_add_func ("/exchange/import-forms/known", test_known);

  status = g_test_run ();
  remove_form (folder);

  return status;
}
