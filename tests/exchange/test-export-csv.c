/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/jx-export-csv.h"
#include "model/jx-item-build.h"

static JxItem *
add (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

static void
test_lines (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *river = add (root, JX_KIND_PROJECT);
  JxItem *road = add (root, JX_KIND_PROJECT);
  JxItem *checkpoint = add (river, JX_KIND_CHECKPOINT);
  g_autofree char *csv = NULL;
  g_autofree char *one = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) lines_of_one = NULL;

  jx_item_init (root, JX_FIELD_YEAR, "2024");
  jx_item_init (river, JX_FIELD_PROJECT_CODE, "007");
  jx_item_init (river, JX_FIELD_PROJECT_NAME, "河道,\"清淤\"");
  jx_item_init (river, JX_FIELD_PROJECT_BUDGET, "6.90");
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, "6");
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, "50");
  jx_item_init (add (river, JX_KIND_INDICATOR), JX_FIELD_INDICATOR_LEVEL1, "产出指标");
  jx_item_init (add (river, JX_KIND_INDICATOR), JX_FIELD_INDICATOR_VALUE, "≥95%");
  jx_item_init (road, JX_FIELD_PROJECT_NAME, "修路");
  jx_document_finish_building (document);

  csv = jx_export_csv (root);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF"));
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_nonnull (strstr (lines[0], ",6月底"));
  g_assert_cmpstr (lines[1], ==, "2024,,,007,\"河道,\"\"清淤\"\"\",6.90,,,,,50,,,产出指标,,,,,,,,,");
  g_assert_cmpstr (lines[2], ==, "2024,,,007,\"河道,\"\"清淤\"\"\",6.90,,,,,50,,,,,,,≥95%,,,,,");
  g_assert_cmpstr (lines[3], ==, "2024,,,,修路,,,,,,,,,,,,,,,,,,");
  g_assert_cmpstr (lines[4], ==, "");

  one = jx_export_csv (road);
  lines_of_one = g_strsplit (one, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines_of_one), ==, 3);
  g_assert_cmpstr (lines_of_one[1], ==, "2024,,,,修路,,,,,,,,,,,,,,,,");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/export-csv/lines", test_lines);

  return g_test_run ();
}
