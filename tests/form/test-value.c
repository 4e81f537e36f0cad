/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between braces in a form, and what a document makes of it. */
#include "jx-form-test.h"
#include "model/jx-item-build.h"

static const struct
{
  const char *words;
  const char *shown;
} cases[] = {
  /* One item of a list, by what its first field says. */
  { "{checkpoint(12)/spent}", "9.50" },
  { "{checkpoint(6)/spent}", "" },
  { "{checkpoint(3)/spent}", "" },
  { "{checkpoint(monitored)/spent}万元", "7.25万元" },
  { "1—{document/monitored}月执行数", "1—7月执行数" },
  /* The first that is not blank. */
  { "{unit|document/unit-name}", "云溪镇人民政府" },
  { "{name|document/unit-name}", "修路" },
  { "{nature|document/region}", "" },
  { "{execution-weight|10}", "10" },
  { "{adjusted|budget}", "10.00" },
  { "{adjusted|budget:万元}", "10.00万元" },
  { "{carried:万元}", "" },
  /* Ticks. */
  { "{period?一年}一年 {period?三年}三年", "☐一年 ☑三年" },
  { "{nature?新增}", "☐" },
  { "{period?三年:√}", "√" },
  { "{period?一年:√}", "" },
  /* Worked out. */
  { "{percent checkpoint(12)/spent of adjusted|budget:%}", "95.00%" },
  { "{percent checkpoint(7)/spent of budget}", "72.50" },
  { "{percent checkpoint(6)/spent of budget:%}", "" },
  { "{percent budget of fiscal:%}", "" },
  { "{percent budget of other:%}", "" },
  { "{sum indicator/weight}", "50.5" },
  { "{sum execution-weight|10 indicator/weight}", "60.5" },
  { "{sum execution-score indicator/score}", "" },
  { "{sum execution-weight|10 indicator/score}", "10" },
  { "{sum budget other}", "10.00" },
};

static JxDocument *
make_document (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_form_test_add (root, JX_KIND_PROJECT);
  static const struct { const char *month, *spent; } spent[] = { { "6", NULL }, { "7", "7.25" }, { "12", "9.50" } };
  static const char *const weights[] = { "20", "30.5", NULL };

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  jx_item_init (root, JX_FIELD_MONITORED, "7");
  jx_item_init (project, JX_FIELD_PROJECT_NAME, "修路");
  jx_item_init (project, JX_FIELD_PROJECT_PERIOD, "三年");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "10.00");
  jx_item_init (project, JX_FIELD_PROJECT_FISCAL, "0");
  for (gsize i = 0; i < G_N_ELEMENTS (spent); i++)
    {
      JxItem *checkpoint = jx_form_test_add (project, JX_KIND_CHECKPOINT);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, spent[i].month);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_SPENT, spent[i].spent);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    jx_item_init (jx_form_test_add (project, JX_KIND_INDICATOR), JX_FIELD_INDICATOR_WEIGHT, weights[i]);
  jx_document_finish_building (document);

  return document;
}

static void
test_shown (void)
{
  g_autoptr (JxDocument) document = make_document ();
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *blocks = g_strdup_printf ("<table widths='1'><row><cell>%s</cell></row></table>", cases[i].words);
      g_autoptr (JxForm) form = jx_form_test_parse (blocks);
      g_autoptr (GPtrArray) layout = jx_layout_new (form, project);
      const JxCell *cell = jx_form_test_find_cell (jx_form_test_get_grid (layout, 0), 0, 0);
      g_autofree char *shown = jx_runs_dup_text (cell->runs);
      g_autofree char *again = jx_form_node_dup_text (cell->node, project);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (again, ==, cases[i].shown);
    }
}

/* The parts of a target value; what is no number is said to be qualitative. */
static void
test_parts_of_values (void)
{
  static const struct { const char *value, *shown; } values[] = {
    { "≥95%", "≥ 95 %" }, { "不少于10个", "不少于 10 个" }, { "＝１００％", "＝ １００ ％" }, { "2.07万元", " 2.07 万元" },
    { "3-5个", " 3-5 个" }, { "≤2000元/月", "≤ 2000 元/月" }, { "优", "定性 优 " }, { "2026年12月31日前", "定性 2026年12月31日前 " },
    { NULL, "  " },
  };
  g_autoptr (JxForm) form = jx_form_test_parse ("<table widths='1'><each list='indicator'><row><cell>{value.sign} {value.number} {value.unit}</cell></row></each></table>");

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (JxDocument) document = jx_document_new ();
      JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
      g_autoptr (GPtrArray) layout = NULL;
      g_autofree char *shown = NULL;

      jx_item_init (jx_form_test_add (project, JX_KIND_INDICATOR), JX_FIELD_INDICATOR_VALUE, values[i].value);
      layout = jx_layout_new (form, project);
      shown = jx_runs_dup_text (jx_form_test_find_cell (jx_form_test_get_grid (layout, 0), 0, 0)->runs);
      g_assert_cmpstr (shown, ==, values[i].shown);
    }
}

static void
add_row (JxItem *project, JxKind kind, const char *level1, const char *level2, const char *level3)
{
  JxItem *item = jx_form_test_add (project, kind);

  jx_item_init (item, jx_field_find (kind, "level1"), level1);
  jx_item_init (item, jx_field_find (kind, "level2"), level2);
  jx_item_init (item, jx_field_find (kind, "level3"), level3);
}

/* Two lists in the same rows: what belongs together stands together, and nothing is lost of either. */
static void
test_beside (void)
{
  static const char *const expected[] = { "成本/-/a", "产出/1/b", "产出/2/-", "产出/3/c", "产出/-/d", "效益/4/e", "满意/-/f" };
  g_autoptr (JxForm) form = jx_form_test_parse ("<table widths='1'><each list='term-indicator' beside='indicator' by='level1 level2'><row>"
                                                "<cell>{level1|indicator/level1}/{level3|indicator/remark}/{indicator/level3}</cell></row></each></table>");
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GPtrArray) layout = NULL;
  const JxGrid *grid;

  add_row (project, JX_KIND_TERM_INDICATOR, "产出", "数量", "1");
  add_row (project, JX_KIND_TERM_INDICATOR, "产出", "数量", "2");
  add_row (project, JX_KIND_TERM_INDICATOR, "产出", "质量", "3");
  add_row (project, JX_KIND_TERM_INDICATOR, "效益", "社会", "4");
  add_row (project, JX_KIND_INDICATOR, "成本", "经济", "a");
  add_row (project, JX_KIND_INDICATOR, "产出", "数量", "b");
  add_row (project, JX_KIND_INDICATOR, "产出", "质量", "c");
  add_row (project, JX_KIND_INDICATOR, "产出", "时效", "d");
  add_row (project, JX_KIND_INDICATOR, "效益", "社会", "e");
  add_row (project, JX_KIND_INDICATOR, "满意", "对象", "f");

  layout = jx_layout_new (form, project);
  grid = jx_form_test_get_grid (layout, 0);
  g_assert_cmpuint (grid->n_rows, ==, G_N_ELEMENTS (expected));
  for (guint row = 0; row < grid->n_rows; row++)
    {
      g_autofree char *shown = jx_runs_dup_text (jx_form_test_find_cell (grid, row, 0)->runs);
      g_auto (GStrv) cells = g_strsplit (expected[row], "/", -1);
      g_autofree char *wanted = g_strdup_printf ("%s/%s/%s", cells[0], g_str_equal (cells[1], "-") ? "" : cells[1], g_str_equal (cells[2], "-") ? "" : cells[2]);

      g_assert_cmpstr (shown, ==, wanted);
    }
}

/* What is shown can be written to where it stands: in the field that says it, else in the first. */
static void
test_whose (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse ("<table widths='1 1 1 1'><row><cell>{unit|document/unit-name}</cell><cell>{adjusted|other}</cell>"
                                                "<cell>{checkpoint(12)/spent}</cell><cell>{period?三年}</cell></row></table>");
  g_autoptr (JxDocument) document = make_document ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_child (root, JX_KIND_PROJECT, 0);
  g_autoptr (GPtrArray) layout = jx_layout_new (form, project);
  const struct { const JxItem *item; JxField field; } expected[] = {
    { root, JX_FIELD_UNIT_NAME }, { project, JX_FIELD_PROJECT_ADJUSTED },
    { jx_item_child (project, JX_KIND_CHECKPOINT, 2), JX_FIELD_CHECKPOINT_SPENT }, { NULL, JX_FIELD_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const JxRun *run = &g_array_index (jx_form_test_find_cell (jx_form_test_get_grid (layout, 0), 0, i)->runs, JxRun, 0);

      g_assert_true (run->item == expected[i].item);
      g_assert_cmpint (run->field, ==, expected[i].field);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/form/value/shown", test_shown);
  g_test_add_func ("/form/value/parts-of-values", test_parts_of_values);
  g_test_add_func ("/form/value/beside", test_beside);
  g_test_add_func ("/form/value/whose", test_whose);

  return g_test_run ();
}
