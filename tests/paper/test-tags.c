/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a PDF by which it is read aloud. */
#include <string.h>

#include "jx-paper-test.h"
#include "jx-test.h"
#include "model/jx-item-build.h"

static guint
count_matches (const char *text, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint count = 0;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    count++;

  return count;
}

static void
assert_matches (const char *text, const char *pattern)
{
  if (g_regex_match_simple (pattern, text, G_REGEX_MULTILINE | G_REGEX_DOTALL, 0))
    return;

  g_test_message ("%s", text);
  g_error ("no “%s”", pattern);
}

static void
test_elements (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 6);
  g_autofree char *path = jx_paper_test_save (document, NULL, "elements.pdf");
  g_autofree char *tree = jx_paper_test_run ("pdfinfo -struct-text @", path);
  g_autofree char *info = jx_paper_test_run ("pdfinfo @", path);
  gsize length;
  g_autofree char *bytes = jx_test_read (path, &length);

  assert_matches (info, "Tagged: +yes");
  g_assert_nonnull (memmem (bytes, length, "/Lang (zh-CN)", strlen ("/Lang (zh-CN)")));
  g_assert_nonnull (memmem (bytes, length, "/DisplayDocTitle true", strlen ("/DisplayDocTitle true")));

  g_assert_cmpuint (count_matches (tree, "^\\S"), ==, 1);
  assert_matches (tree, "^Document\n  P .*\n    \"青禾县云溪镇人民政府\"\n");
  assert_matches (tree, "^  TOC\n    TOCI\n      Link .*\n        \"第一部分　部门整体绩效目标1\"\n");
  assert_matches (tree, "^  H1 [^\n]*\n    \"第一部分部门整体绩效目标\"\n  H2 [^\n]*\n    \"一、总体绩效目标\"\n  P ");
  assert_matches (tree, "^  H3 [^\n]*\n    \"（一）便民服务\"\n  P [^\n]*\n    \"绩效目标：办好");
  assert_matches (tree, "^  H2 [^\n]*\n    \"1.第1段村级道路养护绩效目标表\"\n  Table");
  g_assert_cmpuint (count_matches (tree, "^    TOCI$"), ==, 5 + 2);
  g_assert_cmpuint (count_matches (tree, "^  Table "), ==, 2 * 2);
}

static void
test_cells (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 6);
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
  g_autofree char *path = NULL;
  g_autofree char *tree = NULL;

  /* Fonts of one byte a glyph, and glyphs that are not a character each. */
  jx_item_init (project, JX_FIELD_PROJECT_PURPOSE, "привет office (x\\y) 浭\xf0\xa0\xae\xb7 AVATAR");
  path = jx_paper_test_save (document, NULL, "cells.pdf");
  tree = jx_paper_test_run ("pdfinfo -struct-text @", path);

  assert_matches (tree, "\"привет office \\(x\\\\y\\) 浭𠮷 AVATAR\"");
  assert_matches (tree, "^      TH:? *\n +/Scope /Row\n +\"项目编码\"\n      TD:? *\n +/ColSpan \\d\n +\"990026[^\"]*\"\n");
  assert_matches (tree, "^      TH:? *\n +/Scope /Column\n +\"一级指标\"\n");
  assert_matches (tree, "^      TH:? *\n +/RowSpan 4\n +/Scope /Row\n +\"产出指标\"\n");
  assert_matches (tree, "^      TD *\n +\"≥12.5公里\"\n");
}

/* Every word is in the tree once; what is on the page again, or is of the page, is not. */
static void
test_every_word_once (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 80);
  JxItem *root = jx_document_get_root (document);
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_DOCUMENT);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GRegex) quoted = g_regex_new ("^ +\"(.*)\"$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GRegex) contents = g_regex_new ("^  TOC$.*?^  \\w", G_REGEX_MULTILINE | G_REGEX_DOTALL, 0, NULL);
  g_autofree char *path = NULL;
  g_autofree char *tree = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  GHashTableIter iter;
  gpointer character, count;

  /* A paragraph over pages, too. */
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (words, "第%u件事项按期办结。", i);
  jx_item_init (root, JX_FIELD_SAFEGUARDS_INTRO, words->str);
  path = jx_paper_test_save (document, NULL, "words.pdf");
  tree = jx_paper_test_run ("pdfinfo -struct-text @", path);
  body = g_regex_replace_literal (contents, tree, -1, 0, "", 0, NULL);
  g_regex_match (quoted, body, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *told = g_match_info_fetch (match, 1);

      jx_paper_test_count (counts, told, 1);
    }
  jx_paper_test_count_words (counts, form, root, -1);

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &character, &count))
    {
      if (GPOINTER_TO_INT (count) != 0)
        g_error ("U+%04X is %d times too often in the tree", GPOINTER_TO_UINT (character), GPOINTER_TO_INT (count));
    }
}

static void
test_long_table_is_one (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 300);
  g_autofree char *path = jx_paper_test_save (document, NULL, "long.pdf");
  g_autofree char *tree = jx_paper_test_run ("pdfinfo -struct-text @", path);

  g_assert_cmpuint (count_matches (tree, "^  Table "), ==, 2);
  g_assert_cmpuint (count_matches (tree, "\"一级指标\""), ==, 1);
  g_assert_cmpuint (count_matches (tree, "\"产出指标\""), ==, 1);
  assert_matches (tree, "/RowSpan 200\n +/Scope /Row\n +\"产出指标\"");
  g_assert_cmpuint (count_matches (tree, "^    TR$"), ==, 7 + 1 + 300);
}

/* Where a row is torn the table is told in two, each with its head. */
static void
test_torn_table (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 6);
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *tree = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (words, "完成年度养护任务，");
  jx_item_init (jx_item_child (project, JX_KIND_INDICATOR, 2), JX_FIELD_INDICATOR_DESCRIPTION, words->str);
  path = jx_paper_test_save (document, NULL, "torn.pdf");
  tree = jx_paper_test_run ("pdfinfo -struct-text @", path);

  g_assert_cmpuint (count_matches (tree, "^  Table "), >=, 3);
  g_assert_cmpuint (count_matches (tree, "^  Table "), ==, count_matches (tree, "\"一级指标\"") + 1);
}

/* A chart is a figure with words that stand for it. */
static void
test_figures (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 6);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autofree char *path = NULL;
  g_autofree char *tree = NULL;
  g_autofree char *unpacked = NULL;

  options->with_charts = TRUE;
  path = jx_paper_test_save (document, options, "figures.pdf");
  tree = jx_paper_test_run ("pdfinfo -struct-text @", path);
  unpacked = jx_paper_test_unpack (path);

  g_assert_cmpuint (count_matches (tree, "^  Figure"), ==, 3);
  g_assert_cmpuint (count_matches (unpacked, "/S /Figure"), ==, 3);
  /* 第1段, 第2段 */
  g_assert_cmpuint (count_matches (unpacked, "/Alt <FEFF7B2C003[12]6BB5"), ==, 2);
  g_assert_cmpuint (count_matches (unpacked, "/Alt <FEFF"), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/paper/tags/elements", test_elements);
  g_test_add_func ("/paper/tags/cells", test_cells);
  g_test_add_func ("/paper/tags/every-word-once", test_every_word_once);
  g_test_add_func ("/paper/tags/long-table-is-one", test_long_table_is_one);
  g_test_add_func ("/paper/tags/torn-table", test_torn_table);
  g_test_add_func ("/paper/tags/figures", test_figures);

  return g_test_run ();
}
