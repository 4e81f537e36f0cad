/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document written as a workbook and imported again is the same document. */
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-export-xlsx.h"
#include "exchange/jx-import.h"
#include "jx-generated.h"
#include "jx-test.h"
#include "jx-truth.h"
#include "model/jx-diff.h"
#include "model/jx-item-build.h"

#define N_DOCUMENTS 60

static GBytes *
export (JxDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = jx_export_xlsx (jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT), jx_document_get_root (document), &error);

  g_assert_no_error (error);
  if (g_getenv ("JX_SHOW") != NULL)
    g_file_set_contents (g_getenv ("JX_SHOW"), g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);

  return bytes;
}

static void
assert_round (JxDocument *document)
{
  g_autoptr (GBytes) book = export (document);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) imported = jx_import_data (g_bytes_get_data (book, NULL), g_bytes_get_size (book), "a.xlsx", NULL, &error);
  g_autoptr (GHashTable) expected = jx_truth_of (document);
  g_autoptr (GHashTable) actual = NULL;
  g_autoptr (GArray) differences = NULL;

  g_assert_no_error (error);
  actual = jx_truth_of (imported);
  jx_truth_assert_equal (expected, actual);
  differences = jx_diff (document, imported);
  g_assert_cmpuint (differences->len, ==, 0);
  again = export (imported);
  g_assert_true (g_bytes_equal (book, again));
}

static void
test_generated (void)
{
  for (guint seed = 0; seed < N_DOCUMENTS; seed++)
    {
      g_autoptr (JxDocument) document = jx_generated_new (seed);

      g_test_message ("document %u", seed);
      assert_round (document);
    }
}

static void
test_sample (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = jx_import_file (path, NULL, NULL);

  assert_round (document);
}

static void
test_real (void)
{
  g_autofree char *path = jx_test_shared ("seed/goal-document.txt");
  g_autoptr (JxDocument) document = NULL;

  if (path == NULL)
    return;
  document = jx_import_file (path, NULL, NULL);
  assert_round (document);
}

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

  book = export (document);
  imported = jx_import_data (g_bytes_get_data (book, NULL), g_bytes_get_size (book), "a.xlsx", NULL, NULL);
  g_assert_cmpuint (jx_item_count (jx_document_get_root (imported), JX_KIND_PROJECT), ==, G_N_ELEMENTS (names));
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

  g_test_add_func ("/exchange/export-xlsx/generated", test_generated);
  g_test_add_func ("/exchange/export-xlsx/sample", test_sample);
  g_test_add_func ("/exchange/export-xlsx/real", test_real);
  g_test_add_func ("/exchange/export-xlsx/names", test_names);
  g_test_add_func ("/exchange/export-xlsx/too-long", test_too_long);

  return g_test_run ();
}
