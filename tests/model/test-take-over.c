/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "model/jx-item-build.h"
#include "model/jx-take-over.h"

static void
test_years (void)
{
  static const struct
  {
    const char *text, *raised;
  } rows[] = {
    { "2025年完成改造", "2026年完成改造" },
    { "2024年未拨付补助，2025年12月31日前拨付", "2025年未拨付补助，2026年12月31日前拨付" },
    { "2025—2027年分三年实施", "2026—2028年分三年实施" },
    { "2025至2027年", "2026至2028年" },
    { "2025-12-31", "2026-12-31" },
    { "2025.3.31前", "2026.3.31前" },
    { "2025/06/30", "2026/06/30" },
    { "≤2000元/月", "≤2000元/月" },
    { "≥2000", "≥2000" },
    { "2000-3000元", "2000-3000元" },
    { "按财预〔2020〕10号执行", "按财预〔2020〕10号执行" },
    { "12025年", "12025年" },
    { "3.2025年", "3.2025年" },
    { "1949年", "1949年" },
    { "", "" },
    { "2025", "2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *raised = jx_raise_years (rows[i].text, 1);

      g_assert_cmpstr (raised, ==, rows[i].raised);
    }
}

static JxItem *
add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);
  return item;
}

static JxDocument *
make_last_year (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = add (root, JX_KIND_PROJECT);
  JxItem *checkpoint = add (project, JX_KIND_CHECKPOINT);
  JxItem *indicator = add (project, JX_KIND_INDICATOR);

  jx_item_init (root, JX_FIELD_YEAR, "2025");
  jx_item_init (root, JX_FIELD_UNIT_CODE, "352001");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "2025年，全镇…");
  jx_item_init (project, JX_FIELD_PROJECT_CODE, "99031725P00030210020W");
  jx_item_init (project, JX_FIELD_PROJECT_NAME, "2025年道路养护");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");
  jx_item_init (project, JX_FIELD_PROJECT_RESULT, "已完成");
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, "3");
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, "25");
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_SPENT, "1.00");
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_REASON, "招标晚了");
  jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "2025年9月30日前");
  jx_item_init (indicator, JX_FIELD_INDICATOR_WEIGHT, "20");
  jx_item_init (indicator, JX_FIELD_INDICATOR_ACTUAL, "2025年9月12日");
  jx_item_init (indicator, JX_FIELD_INDICATOR_SCORE, "20");
  jx_document_finish_building (document);

  return g_steal_pointer (&document);
}

static void
test_document (void)
{
  g_autoptr (JxDocument) last = make_last_year ();
  g_autoptr (JxDocument) document = jx_take_over_document (last, 1);
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_child (root, JX_KIND_PROJECT, 0);
  JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, 0);
  JxItem *indicator = jx_item_child (project, JX_KIND_INDICATOR, 0);

  g_assert_cmpstr (jx_item_get (root, JX_FIELD_YEAR), ==, "2026");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_UNIT_CODE), ==, "352001");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_OVERALL_GOAL), ==, "2026年，全镇…");
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_NAME), ==, "2026年道路养护");
  g_assert_null (jx_item_get (project, JX_FIELD_PROJECT_CODE));
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_BUDGET), ==, "6.90");
  g_assert_null (jx_item_get (project, JX_FIELD_PROJECT_RESULT));
  g_assert_cmpstr (jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_PLAN), ==, "25");
  g_assert_null (jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_SPENT));
  g_assert_null (jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_REASON));
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_VALUE), ==, "2026年9月30日前");
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_WEIGHT), ==, "20");
  g_assert_null (jx_item_get (indicator, JX_FIELD_INDICATOR_ACTUAL));
  g_assert_null (jx_item_get (indicator, JX_FIELD_INDICATOR_SCORE));

  /* Last year's stays as it was. */
  g_assert_cmpstr (jx_item_get (jx_document_get_root (last), JX_FIELD_YEAR), ==, "2025");
}

static void
test_same_year (void)
{
  g_autoptr (JxDocument) document = make_last_year ();
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
  JxItem *copy = jx_take_over_project (document, project, 0);

  g_assert_false (jx_item_is_attached (copy));
  g_assert_null (jx_item_get (copy, JX_FIELD_PROJECT_CODE));
  g_assert_cmpstr (jx_item_get (copy, JX_FIELD_PROJECT_NAME), ==, "2025年道路养护");
  g_assert_null (jx_item_get (jx_item_child (copy, JX_KIND_CHECKPOINT, 0), JX_FIELD_CHECKPOINT_SPENT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/take-over/years", test_years);
  g_test_add_func ("/take-over/document", test_document);
  g_test_add_func ("/take-over/copy-within-the-year", test_same_year);

  return g_test_run ();
}
