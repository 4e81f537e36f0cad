/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document written as a web page and imported again is the same document. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "exchange/jx-export-html.h"
#include "exchange/jx-import.h"
#include "jx-generated.h"
#include "jx-test.h"
#include "jx-truth.h"
#include "model/jx-diff.h"
#include "model/jx-item-build.h"

#define N_DOCUMENTS 150

static char *
export (JxDocument *document)
{
  return jx_export_html (jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT), jx_document_get_root (document));
}

static void
assert_round (JxDocument *document)
{
  g_autofree char *page = export (document);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) imported = jx_import_data (page, strlen (page), "a.html", NULL, &error);
  g_autoptr (GHashTable) expected = jx_truth_of (document);
  g_autoptr (GHashTable) actual = NULL;
  g_autoptr (GArray) differences = NULL;

  g_assert_no_error (error);
  if (g_getenv ("JX_SHOW") != NULL)
    g_file_set_contents (g_getenv ("JX_SHOW"), page, -1, NULL);
  actual = jx_truth_of (imported);
  jx_truth_assert_equal (expected, actual);
  differences = jx_diff (document, imported);
  g_assert_cmpuint (differences->len, ==, 0);
  again = export (imported);
  g_assert_cmpstr (again, ==, page);
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

static void
test_odd_words (void)
{
  static const char text[] = "<b>甲</b> & \"乙\"  丙\n\n 丁<!-- 戊 -->&lt;";
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  g_autofree char *page = NULL;
  g_autoptr (JxDocument) imported = NULL;

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇</title><script>");
  jx_item_init (project, JX_FIELD_PROJECT_NAME, "河道\"清淤");
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, text);
  jx_item_append (root, project);
  jx_document_finish_building (document);

  page = export (document);
  imported = jx_import_data (page, strlen (page), "a.html", NULL, NULL);
  project = jx_item_child (jx_document_get_root (imported), JX_KIND_PROJECT, 0);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_PURPOSE), ==, text);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_NAME), ==, "河道\"清淤");
  g_assert_null (strstr (page, "<script"));
}

static void
count_fault_cb (void *data, xmlError *fault)
{
  /* The parser does not know the elements of HTML 5. */
  if (fault->code != XML_HTML_UNKNOWN_TAG)
    {
      g_test_message ("%d: %s", fault->line, fault->message);
      *(guint *) data += 1;
    }
}

static guint
count_words (const char *page, const char *words)
{
  guint n = 0;

  for (const char *at = page; (at = strstr (at, words)) != NULL; at++)
    n++;

  return n;
}

/* Well made, whole in itself, and told to those who do not see it. */
static void
test_markup (void)
{
  g_autofree char *path = jx_test_source ("data/samples/yunxi.txt");
  g_autoptr (JxDocument) document = jx_import_file (path, NULL, NULL);
  g_autofree char *page = export (document);
  guint n_faults = 0;

  xmlSetStructuredErrorFunc (&n_faults, count_fault_cb);
  xmlFreeDoc (htmlReadMemory (page, (int) strlen (page), NULL, "UTF-8", HTML_PARSE_NONET));
  xmlSetStructuredErrorFunc (NULL, NULL);
  g_assert_cmpuint (n_faults, ==, 0);

  g_assert_nonnull (strstr (page, "<html lang=\"zh-CN\">"));
  g_assert_nonnull (strstr (page, "<th scope=\"col\""));
  g_assert_nonnull (strstr (page, "<th scope=\"row\""));
  g_assert_nonnull (strstr (page, "@page{size:A4"));
  g_assert_null (strstr (page, "src="));
  g_assert_null (strstr (page, "http"));
  g_assert_cmpuint (count_words (page, "<h1>"), ==, 1);
  g_assert_cmpuint (count_words (page, "<li class=\"level-"), ==, count_words (page, "<h2 id=\"s") + count_words (page, "<h3 id=\"s"));
  g_assert_cmpuint (count_words (page, "<a href=\"#s"), ==, count_words (page, "<li class=\"level-"));
  g_assert_cmpuint (count_words (page, "<caption>"), ==, count_words (page, "<table>"));
  g_assert_cmpuint (count_words (page, "<table>"), ==, count_words (page, " aria-label=\""));
  g_assert_cmpuint (count_words (page, "<table>"), >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/export-html/generated", test_generated);
  g_test_add_func ("/exchange/export-html/sample", test_sample);
  g_test_add_func ("/exchange/export-html/real", test_real);
  g_test_add_func ("/exchange/export-html/odd-words", test_odd_words);
  g_test_add_func ("/exchange/export-html/markup", test_markup);

  return g_test_run ();
}
