/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a web page is made of; that it is taken in again as the same document: test-export-round. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "exchange/jx-import.h"
#include "jx-test.h"
#include "jx-written.h"
#include "model/jx-item-build.h"

static char *
export (JxDocument *document)
{
  g_autoptr (GBytes) bytes = jx_written_new ("html", document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
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
  g_assert_cmpuint (jx_written_count (page, "<h1>"), ==, 1);
  g_assert_cmpuint (jx_written_count (page, "<li class=\"level-"), ==, jx_written_count (page, "<h2 id=\"s") + jx_written_count (page, "<h3 id=\"s"));
  g_assert_cmpuint (jx_written_count (page, "<a href=\"#s"), ==, jx_written_count (page, "<li class=\"level-"));
  g_assert_cmpuint (jx_written_count (page, "<caption>"), ==, jx_written_count (page, "<table>"));
  g_assert_cmpuint (jx_written_count (page, "<table>"), ==, jx_written_count (page, " aria-label=\""));
  g_assert_cmpuint (jx_written_count (page, "<table>"), >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/export-html/odd-words", test_odd_words);
  g_test_add_func ("/exchange/export-html/markup", test_markup);

  return g_test_run ();
}
