/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another province's form is another file: a description the program has never seen is put into
 * the user's folder, and the command line takes in and prints by it. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "jx-run.h"
#include "jx-test.h"

static const char description[] =
  "<?xml version='1.0' encoding='UTF-8'?>\n"
  "<form xmlns='urn:jixiao:form:1' id='lanhai-table' subject='project'>\n"
  "  <title>岚海省项目绩效申报卡</title>\n"
  "  <page size='A4' orientation='landscape' margins-mm='20 20 20 20'/>\n"
  "  <style name='cell' face='song' size-pt='10' align='center'/>\n"
  "  <style name='title' face='hei' size-pt='14' align='center'/>\n"
  "  <heading level='1' style='title'>申报卡：{name}</heading>\n"
  "  <table widths='1 2 1 2'>\n"
  "    <row><cell>立项名称</cell><cell>{name}</cell><cell>立项编号</cell><cell>{code}</cell></row>\n"
  "    <row><cell>申请资金合计</cell><cell>{budget}</cell><cell>本级拨款</cell><cell>{fiscal}</cell></row>\n"
  "    <row><cell>资金用途说明</cell><cell columns='3'>{purpose}</cell></row>\n"
  "    <row><cell>年度任务</cell><cell columns='3' list='goal'>{number:1.}{text}</cell></row>\n"
  "  </table>\n"
  "  <table widths='2 2 2 1'>\n"
  "    <row header='yes'><cell>考核类别</cell><cell>考核要素</cell><cell>考核内容</cell><cell>达标数值</cell></row>\n"
  "    <each list='indicator'><row><cell merge='yes'>{level1}</cell><cell>{level2}</cell><cell>{level3}</cell><cell>{value}</cell></row></each>\n"
  "  </table>\n"
  "</form>\n";

static const char card[] =
  "申报卡：滨海栈道维护\n"
  "\t立项名称\n\t滨海栈道维护\n\t立项编号\n\tLH-2026-018\n\n"
  "\t申请资金合计\n\t36.50\n\t本级拨款\n\t30.00\n\n"
  "\t资金用途说明\n\t用于更换栈道木板和护栏。\n\n"
  "\t年度任务\n\t1.更换木板800平方米。\n2.检修护栏3公里。\n\n"
  " \n"
  "\t考核类别\n\t考核要素\n\t考核内容\n\t达标数值\n\n"
  "\t产出\n\t数量\n\t更换木板面积\n\t≥800平方米\n\n"
  "\t\n\t质量\n\t验收合格率\n\t=100%\n\n"
  "\t效果\n\t社会\n\t游客投诉数\n\t≤3次\n\n";

static JsonObject *
get_only_project (JsonParser *parser, const char *json)
{
  JsonArray *projects = NULL;

  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  projects = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "projects");
  g_assert_cmpuint (json_array_get_length (projects), ==, 1);

  return json_array_get_object_element (projects, 0);
}

static void
test_unseen (void)
{
  g_autofree char *forms = g_build_filename (g_get_user_data_dir (), "jixiao", "forms", NULL);
  g_autofree char *form = g_build_filename (forms, "lanhai.xml", NULL);
  g_autofree char *folder = jx_run_folder ();
  g_autofree char *text = g_build_filename (folder, "card.txt", NULL);
  g_autofree char *document = g_build_filename (folder, "card.jixiao", NULL);
  g_autofree char *report = g_build_filename (folder, "report.json", NULL);
  g_autofree char *pdf = g_build_filename (folder, "card.pdf", NULL);
  g_autofree char *report_json = NULL;
  g_autofree char *page = NULL;
  g_autoptr (JxRun) refused = NULL;
  g_autoptr (JxRun) import = NULL;
  g_autoptr (JxRun) show = NULL;
  g_autoptr (JxRun) again = NULL;
  g_autoptr (JxRun) print = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *project = NULL;
  JsonObject *second = NULL;

  g_setenv ("XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  g_assert_true (g_file_set_contents (text, card, -1, NULL));
  refused = jx_run (NULL, "import", text, "-o", document, NULL);
  jx_run_assert_refused (refused, "card.txt");

  g_assert_cmpint (g_mkdir_with_parents (forms, 0700), ==, 0);
  g_assert_true (g_file_set_contents (form, description, -1, NULL));
  import = jx_run (NULL, "import", text, "-o", document, "--report", report, NULL);
  g_test_message ("%s%s", import->out, import->err);
  g_assert_cmpstr (import->err, ==, "");
  g_assert_cmpint (import->status, <, 2);
  report_json = jx_test_read (report, NULL);
  g_assert_nonnull (strstr (report_json, "lanhai-table"));

  show = jx_run (NULL, "show", document, "--json", NULL);
  project = get_only_project (parser, show->out);
  g_assert_cmpstr (json_object_get_string_member (project, "code"), ==, "LH-2026-018");
  g_assert_cmpstr (json_object_get_string_member (project, "name"), ==, "滨海栈道维护");
  g_assert_cmpstr (json_object_get_string_member (project, "budget"), ==, "36.50");
  g_assert_cmpstr (json_object_get_string_member (project, "fiscal"), ==, "30.00");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (project, "goals")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (project, "indicators")), ==, 3);
  second = json_array_get_object_element (json_object_get_array_member (project, "indicators"), 1);
  g_assert_cmpstr (json_object_get_string_member (second, "level1"), ==, "产出");
  g_assert_cmpstr (json_object_get_string_member (second, "value"), ==, "=100%");

  print = jx_run (NULL, "export", document, "-o", pdf, "--form", "lanhai-table", "--only", "LH-2026-018", NULL);
  jx_run_assert_pages (print);
  page = jx_test_read (pdf, NULL);
  g_assert_true (g_str_has_prefix (page, "%PDF-"));
  again = jx_run (NULL, "export", document, "-o", "-", "--to", "text", "--form", "lanhai-table", "--only", "LH-2026-018", NULL);
  g_assert_nonnull (strstr (again->out, "达标数值"));
  g_assert_nonnull (strstr (again->out, "≤3次"));

  jx_test_remove (folder);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;

  return n;
}

/* The forms that come with the program: one of projects shows all of them, or the one chosen. */
static void
test_official (void)
{
  static const struct { const char *form, *words; } cases[] = {
    { "hebei-goal-table", "指标值确定依据" }, { "hebei-goal-table-grades", "工作活动" }, { "ministry-declaration-2015", "中期资金总额" },
    { "ministry-goals-2021", "权重" }, { "ministry-self-evaluation", "总分" }, { "ministry-monitoring", "1—7月执行率" },
  };
  g_autofree char *sample = jx_test_source ("data/samples/yunxi-2025.jixiao");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxRun) all = jx_run (NULL, "export", sample, "-o", "-", "--to", "text", "--form", cases[i].form, NULL);
      g_autoptr (JxRun) one = jx_run (NULL, "export", sample, "-o", "-", "--to", "text", "--form", cases[i].form, "--only", "99031725P000202100118", NULL);

      g_test_message ("%s", cases[i].form);
      g_assert_cmpint (all->status, ==, 0);
      g_assert_cmpuint (count (all->out, cases[i].words), ==, 3);
      g_assert_cmpuint (count (one->out, cases[i].words), ==, 1);
      g_assert_nonnull (strstr (one->out, "独居老人助餐服务补贴"));
      g_assert_null (strstr (one->out, "河道保洁经费"));
    }
}

/* A monitoring table tells up to the month asked for, else the document's, else the latest reported. */
static void
test_month (void)
{
  g_autofree char *sample = jx_test_source ("data/samples/yunxi-2025.jixiao");
  g_autofree char *other = jx_test_source ("data/samples/yunxi.jixiao");
  g_autoptr (JxRun) said = jx_run (NULL, "export", sample, "-o", "-", "--to", "text", "--form", "ministry-monitoring", NULL);
  g_autoptr (JxRun) asked = jx_run (NULL, "export", sample, "-o", "-", "--to", "text", "--form", "ministry-monitoring", "--at", "10", NULL);
  g_autoptr (JxRun) reported = jx_run (NULL, "export", other, "-o", "-", "--to", "text", "--form", "ministry-monitoring", NULL);
  g_autoptr (JxRun) wrong = jx_run (NULL, "export", other, "-o", "-", "--to", "text", "--form", "ministry-monitoring", "--at", "13", NULL);

  g_assert_nonnull (strstr (said->out, "1—7月执行数"));
  g_assert_nonnull (strstr (said->out, "88.36"));
  g_assert_nonnull (strstr (asked->out, "1—10月执行数"));
  g_assert_nonnull (strstr (asked->out, "131.40"));
  g_assert_null (strstr (asked->out, "88.36"));
  g_assert_nonnull (strstr (reported->out, "1—6月执行数"));
  jx_run_assert_refused (wrong, "13");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli/forms/unseen", test_unseen);
  g_test_add_func ("/cli/forms/official", test_official);
  g_test_add_func ("/cli/forms/month", test_month);

  return g_test_run ();
}
