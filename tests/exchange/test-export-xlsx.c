/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workbook is made of; that it is taken in again as the same document: test-export-round. */
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-export-xlsx.h"
#include "exchange/jx-import.h"
#include "jx-test.h"
#include "jx-written.h"
#include "model/jx-item-build.h"

/* Names that Excel does not take for sheets, or takes for one another. */
static void
test_names (void)
{
  static const char * const names[] = { "", "a/b:c*d?[e]\\f", "'", "History", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "A", "a" };
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  g_autoptr (JxDocument) imported = NULL;
  g_autoptr (GBytes) book = NULL;

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, names[i]);
      jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");
      jx_item_append (root, project);
    }
  jx_document_finish_building (document);

  book = jx_written_new ("xlsx", document);
  imported = jx_written_take (book);
  g_assert_cmpuint (jx_item_count (jx_document_get_root (imported), JX_KIND_PROJECT), ==, G_N_ELEMENTS (names));
}

/* Money is numbers that show the digits they were given; sums are formulas that know what they come to. */
static void
test_sheets (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = jx_import_file (path, NULL, NULL);
  g_autoptr (GBytes) book = jx_written_new ("xlsx", document);
  g_autofree char *projects = jx_written_read_part (book, "xl/worksheets/sheet1.xml");
  g_autofree char *spending = jx_written_read_part (book, "xl/worksheets/sheet2.xml");
  g_autofree char *styles = jx_written_read_part (book, "xl/styles.xml");
  g_autofree char *chart = jx_written_read_part (book, "xl/charts/chart1.xml");
  g_autofree char *workbook = jx_written_read_part (book, "xl/workbook.xml");
  guint n_projects = jx_item_count (jx_document_get_root (document), JX_KIND_PROJECT);

  g_assert_nonnull (strstr (projects, "<f>SUM(C2:C10)</f><v>694.3"));
  g_assert_nonnull (strstr (projects, "<pane "));
  g_assert_cmpuint (jx_written_count (spending, "<f>SUM("), ==, 4);
  g_assert_nonnull (strstr (spending, "<drawing "));
  g_assert_cmpuint (jx_written_count (chart, "<c:ser>"), ==, 1);
  g_assert_nonnull (strstr (styles, "formatCode=\"0.00\""));
  g_assert_cmpuint (jx_written_count (workbook, "<sheet "), ==, 3 + 1 + n_projects);
}

/* What a workbook takes for something else: a formula, a number, the code of a character. */
static void
test_odd_words (void)
{
  static const char * const words[] = { "=1+1", "007", "_x000D_", "_x000d", "1E3", "'=1" };
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  g_autoptr (GBytes) book = NULL;
  g_autoptr (JxDocument) taken = NULL;

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, "修路");
      jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, words[i]);
      jx_item_append (root, project);
    }
  jx_document_finish_building (document);

  book = jx_written_new ("xlsx", document);
  taken = jx_written_take (book);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const JxItem *project = jx_item_child (jx_document_get_root (taken), JX_KIND_PROJECT, i);

      g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_PURPOSE), ==, words[i]);
    }
}

static void
test_too_long (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  g_autofree char *text = g_strnfill (40000, 'x');
  g_autoptr (GError) error = NULL;

  jx_item_init (root, JX_FIELD_OVERALL_GOAL, text);
  jx_document_finish_building (document);
  g_assert_null (jx_export_xlsx (jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT), root, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/export-xlsx/names", test_names);
  g_test_add_func ("/exchange/export-xlsx/sheets", test_sheets);
  g_test_add_func ("/exchange/export-xlsx/odd-words", test_odd_words);
  g_test_add_func ("/exchange/export-xlsx/too-long", test_too_long);

  return g_test_run ();
}
