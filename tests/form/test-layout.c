/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "form/jx-layout.h"
#include "jx-form-test.h"
#include "model/jx-item-build.h"

static void
assert_text (GArray *runs, const char *expected)
{
  g_autofree char *text = jx_runs_dup_text (runs);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_goals (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse ("<table widths='1'><row><cell list='goal'>{number:1.}{text}</cell></row></table>");
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  JxItem *goals[4];
  g_autoptr (GPtrArray) blocks = NULL;
  const JxCell *cell;

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      goals[i] = jx_form_test_add (project, JX_KIND_GOAL);
      jx_item_init (goals[i], JX_FIELD_GOAL_TEXT, i == 3 ? NULL : "修渠");
    }
  jx_item_init (goals[1], JX_FIELD_GOAL_MARK, "②");
  /* A mark that no longer tells the place is not shown. */
  jx_item_init (goals[2], JX_FIELD_GOAL_MARK, "7）");
  jx_document_finish_building (document);

  blocks = jx_layout_new (form, project);
  cell = jx_form_test_find_cell (jx_form_test_get_grid (blocks, 0), 0, 0);
  assert_text (cell->runs, "1.修渠\n②修渠\n3.修渠\n4.");
  g_assert_cmpint (cell->each, ==, JX_KIND_GOAL);
  g_assert_true (cell->owner == project);
  g_assert_false (cell->label);
  g_assert_null (g_array_index (cell->runs, JxRun, 0).item);
  g_assert_true (g_array_index (cell->runs, JxRun, 1).item == goals[0]);
  g_assert_cmpint (g_array_index (cell->runs, JxRun, 1).field, ==, JX_FIELD_GOAL_TEXT);
}

static void
test_no_goals (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse ("<table widths='1'><row><cell list='goal'>{number:1.}{text}</cell></row></table>");
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GPtrArray) blocks = NULL;
  const JxCell *cell;

  jx_document_finish_building (document);
  blocks = jx_layout_new (form, project);
  cell = jx_form_test_find_cell (jx_form_test_get_grid (blocks, 0), 0, 0);
  g_assert_cmpuint (cell->runs->len, ==, 0);
  g_assert_cmpint (cell->each, ==, JX_KIND_GOAL);
  g_assert_true (cell->owner == project);
}

static void
test_blank_field_can_be_written_in (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse ("<table><row><cell>预算</cell><cell>{budget:万元}</cell></row></table>");
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GPtrArray) blocks = NULL;
  const JxCell *label, *value;

  jx_document_finish_building (document);
  blocks = jx_layout_new (form, project);
  label = jx_form_test_find_cell (jx_form_test_get_grid (blocks, 0), 0, 0);
  value = jx_form_test_find_cell (jx_form_test_get_grid (blocks, 0), 0, 1);

  g_assert_true (label->label);
  g_assert_false (value->label);
  g_assert_cmpuint (value->runs->len, ==, 1);
  g_assert_cmpstr (g_array_index (value->runs, JxRun, 0).text, ==, "");
  g_assert_true (g_array_index (value->runs, JxRun, 0).item == project);
  g_assert_cmpint (g_array_index (value->runs, JxRun, 0).field, ==, JX_FIELD_PROJECT_BUDGET);
}

static void
test_alignment (void)
{
  static const struct { const char *words; JxAlign align; } cells[] = {
    { "六个汉字居中", JX_ALIGN_CENTER }, { "七个汉字靠左边", JX_ALIGN_START }, { "两<br/>行", JX_ALIGN_START }, { "", JX_ALIGN_CENTER },
  };
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);

  jx_document_finish_building (document);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = g_strdup_printf ("<style name='a' align='auto'/><table style='a'><row><cell>%s</cell></row></table>", cells[i].words);
      g_autoptr (JxForm) form = jx_form_test_parse (text);
      g_autoptr (GPtrArray) blocks = jx_layout_new (form, project);

      g_assert_cmpint (jx_form_test_find_cell (jx_form_test_get_grid (blocks, 0), 0, 0)->align, ==, cells[i].align);
    }
}

static void
test_blocks (void)
{
  static const struct { JxBlockType type; const char *text; gboolean page_before; } expected[] = {
    { JX_BLOCK_TITLE_PAGE_START }, { JX_BLOCK_PARAGRAPH, "云溪镇" }, { JX_BLOCK_PARAGRAPH, "部门预算绩效文本" }, { JX_BLOCK_TITLE_PAGE_END },
    { JX_BLOCK_CONTENTS }, { JX_BLOCK_USE }, { JX_BLOCK_HEADING, "第二部分\n预算项目绩效目标", TRUE },
    { JX_BLOCK_USE, NULL, TRUE }, { JX_BLOCK_USE, NULL, TRUE },
  };
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  g_autoptr (GPtrArray) blocks = NULL;

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇");
  jx_form_test_add (root, JX_KIND_PROJECT);
  jx_form_test_add (root, JX_KIND_PROJECT);
  jx_document_finish_building (document);

  blocks = jx_layout_new (form, root);
  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      g_assert_cmpint (block->type, ==, expected[i].type);
      g_assert_cmpint (block->page_before, ==, expected[i].page_before);
      if (expected[i].text != NULL)
        assert_text (block->runs, expected[i].text);
    }
  g_assert_true (((JxBlock *) blocks->pdata[8])->item == jx_item_child (root, JX_KIND_PROJECT, 1));
  g_assert_cmpstr (jx_form_get_id (((JxBlock *) blocks->pdata[8])->form), ==, "hebei-goal-table");
}

static void
test_overview (void)
{
  static const char *const expected[] = {
    "第一部分\n部门整体绩效目标", "一、总体绩效目标", "第一段", "第二段", "二、分项绩效目标", "（一）基层治理", "绩效目标：", "绩效指标：不少于5次",
    "三、工作保障措施", "(一）加强管理。", "（二）",
  };
  JxFormSet *set = jx_form_set_get_default ();
  const JxForm *form = jx_form_set_find_overview (set, jx_form_set_find (set, NULL, JX_KIND_DOCUMENT));
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *sub_goal = jx_form_test_add (root, JX_KIND_SUB_GOAL);
  JxItem *measure = jx_form_test_add (root, JX_KIND_MEASURE);
  g_autoptr (GPtrArray) blocks = NULL;

  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "第一段\n\n第二段");
  jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_TITLE, "基层治理");
  jx_item_init (sub_goal, JX_FIELD_SUB_GOAL_INDICATOR, "不少于5次");
  jx_item_init (measure, JX_FIELD_MEASURE_TEXT, "加强管理。");
  jx_item_init (measure, JX_FIELD_MEASURE_MARK, "(一）");
  jx_form_test_add (root, JX_KIND_MEASURE);
  jx_document_finish_building (document);

  blocks = jx_layout_new (form, root);
  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < blocks->len; i++)
    assert_text (((JxBlock *) blocks->pdata[i])->runs, expected[i]);
  g_assert_true (((JxBlock *) blocks->pdata[5])->item == sub_goal);
}

static void
test_speed (void)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), "hebei-goal-table", JX_KIND_PROJECT);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  double best = HUGE_VAL;

  for (int i = 0; i < 4; i++)
    jx_item_init (jx_form_test_add (project, JX_KIND_CHECKPOINT), JX_FIELD_CHECKPOINT_PLAN, "25");
  for (int i = 0; i < 3; i++)
    jx_item_init (jx_form_test_add (project, JX_KIND_GOAL), JX_FIELD_GOAL_TEXT, "保障各村道路、水渠和路灯全年完好。");
  for (int i = 0; i < 7; i++)
    {
      JxItem *indicator = jx_form_test_add (project, JX_KIND_INDICATOR);

      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL1, "产出指标");
      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL2, "数量指标");
      jx_item_init (indicator, JX_FIELD_INDICATOR_DESCRIPTION, "全年养护村道的总里程数");
    }
  jx_document_finish_building (document);

  for (int round = 0; round < 20; round++)
    {
      g_test_timer_start ();
      for (int i = 0; i < 1000; i++)
        g_ptr_array_unref (jx_layout_new (form, project));
      best = MIN (best, g_test_timer_elapsed ());
    }
  g_test_minimized_result (best, "1000 projects laid out: %.1f ms", best * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/layout/goals", test_goals);
  g_test_add_func ("/layout/no-goals", test_no_goals);
  g_test_add_func ("/layout/blank-field-can-be-written-in", test_blank_field_can_be_written_in);
  g_test_add_func ("/layout/alignment", test_alignment);
  g_test_add_func ("/layout/blocks", test_blocks);
  g_test_add_func ("/layout/overview", test_overview);
  if (g_test_perf ())
    g_test_add_func ("/layout/speed", test_speed);

  return g_test_run ();
}
