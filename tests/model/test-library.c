/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own indicators: what is taken in, found again, kept within bounds, written down and read. */
#include "model/jx-library.h"

#include "base/jx-error.h"
#include "model/jx-document.h"
#include "model/jx-item-build.h"

typedef struct
{
  const char *level1, *level2, *level3, *description, *value, *basis;
} Row;

static JxDocument *
make_document (const char *year, const Row *rows, guint n_rows)
{
  JxDocument *document = jx_document_new ();
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

  jx_item_init (jx_document_get_root (document), JX_FIELD_YEAR, year);
  jx_item_append (jx_document_get_root (document), project);
  for (guint i = 0; i < n_rows; i++)
    {
      JxItem *indicator = jx_item_new (document, JX_KIND_INDICATOR);

      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL1, rows[i].level1);
      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL2, rows[i].level2);
      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL3, rows[i].level3);
      jx_item_init (indicator, JX_FIELD_INDICATOR_DESCRIPTION, rows[i].description);
      jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, rows[i].value);
      jx_item_init (indicator, JX_FIELD_INDICATOR_BASIS, rows[i].basis);
      jx_item_append (project, indicator);
    }
  jx_document_finish_building (document);

  return document;
}

static JxItem *
get_project (JxDocument *document)
{
  return jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);
}

static gboolean
learn (JxLibrary *library, const char *year, const Row *rows, guint n_rows)
{
  g_autoptr (JxDocument) document = make_document (year, rows, n_rows);

  return jx_library_learn (library, get_project (document));
}

static const Row road = { "产出指标", "质量指标", "养护合格率", "抽查合格的路段所占比率", "≥95%", "行业标准" };

static const JxLibraryEntry *
get_only (JxLibrary *library, const char *words)
{
  g_autoptr (GPtrArray) found = jx_library_search (library, words, NULL);

  g_assert_cmpuint (found->len, ==, 1);

  return found->pdata[0];
}

static void
test_years (void)
{
  static const Row later = { "产出指标", "质量", "养护合格率", "抽查合格的公里数所占比率", "≥97%", "" };
  static const Row earlier = { "产出", "质量指标", "养护 合格率", "", "≥90%", "旧标准" };
  g_autoptr (JxLibrary) library = jx_library_new ();
  const JxLibraryEntry *entry;
  int year;

  g_assert_true (learn (library, "2025", &road, 1));
  g_assert_false (learn (library, "2025", &road, 1));
  g_assert_true (learn (library, "2026", &later, 1));
  g_assert_true (learn (library, "2024", &earlier, 1));
  g_assert_cmpuint (jx_library_count (library), ==, 1);

  /* The newest words stand, and what it left blank. */
  entry = get_only (library, "");
  g_assert_cmpstr (entry->level3, ==, "养护合格率");
  g_assert_cmpstr (entry->description, ==, "抽查合格的公里数所占比率");
  g_assert_cmpstr (entry->basis, ==, "行业标准");
  g_assert_cmpint (entry->year, ==, 2026);

  /* For this year's document last year's value is meant. */
  g_assert_cmpstr (jx_library_entry_get_value (entry, 2026, &year), ==, "≥95%");
  g_assert_cmpint (year, ==, 2025);
  g_assert_cmpstr (jx_library_entry_get_value (entry, 2025, &year), ==, "≥90%");
  g_assert_cmpstr (jx_library_entry_get_value (entry, 0, &year), ==, "≥97%");
  g_assert_cmpint (year, ==, 2026);
  /* Where there is none before, the latest. */
  g_assert_cmpstr (jx_library_entry_get_value (entry, 2020, NULL), ==, "≥97%");

  /* So many years and no more. */
  g_assert_true (learn (library, "2027", &road, 1));
  g_assert_cmpstr (jx_library_entry_get_value (get_only (library, ""), 2025, NULL), ==, "≥95%");
}

static void
test_learns_whole_rows_only (void)
{
  static const Row rows[] = {
    { "产出指标", "数量指标", "养护里程", "", "≥86公里", "计划标准" },
    { "", "", "养护路段", "", "≥12段", "" },
    { "产出指标", "数量指标", "", "没有名称", "≥1个", "" },
    { "产出指标", "数量指标", "没有指标值", "", "", "" },
  };
  g_autoptr (JxLibrary) library = jx_library_new ();

  g_assert_true (learn (library, "2026", rows, G_N_ELEMENTS (rows)));
  g_assert_cmpuint (jx_library_count (library), ==, 2);
  /* A blank group is that of the row above. */
  g_assert_cmpstr (get_only (library, "养护路段")->level2, ==, "数量指标");
  g_assert_cmpstr (get_only (library, "养护路段")->level1, ==, "产出指标");
}

static void
test_search (void)
{
  static const Row rows[] = {
    { "产出指标", "数量指标", "清淤长度", "全年清淤的公里数", "≥12公里", "计划标准" },
    { "产出指标", "质量指标", "验收合格率", "合格的河段所占比率", "≥95%", "行业标准" },
    { "满意度指标", "服务对象满意度指标", "村民满意度", "问卷", "≥90％", "其他" },
  };
  g_autoptr (JxLibrary) library = jx_library_new ();
  g_autoptr (GPtrArray) of_group = NULL, by_level = NULL, none = NULL;

  learn (library, "2026", rows, G_N_ELEMENTS (rows));
  g_assert_cmpstr (get_only (library, " 清淤 ")->level3, ==, "清淤长度");
  g_assert_cmpstr (get_only (library, "合格 行业")->level3, ==, "验收合格率");
  g_assert_cmpstr (get_only (library, "90%")->level3, ==, "村民满意度"); /* folded */
  none = jx_library_search (library, "清淤 满意", NULL);
  g_assert_cmpuint (none->len, ==, 0);

  of_group = jx_library_search (library, "", "质量");
  g_assert_cmpuint (of_group->len, ==, 3);
  g_assert_cmpstr (((JxLibraryEntry *) of_group->pdata[0])->level3, ==, "验收合格率");

  g_assert_true (jx_library_set_marked (library, get_only (library, "清淤"), TRUE));
  g_assert_false (jx_library_set_marked (library, get_only (library, "清淤"), TRUE));
  by_level = jx_library_search (library, "", NULL);
  g_assert_cmpstr (((JxLibraryEntry *) by_level->pdata[0])->level3, ==, "清淤长度");

  jx_library_remove (library, get_only (library, "清淤"));
  g_assert_cmpuint (jx_library_count (library), ==, 2);
}

static void
test_mark (void)
{
  static const Row rows[] = { { "产出指标", "数量指标", "清淤长度", "", "", "" }, { "产出指标", "数量指标", "", "", "≥1个", "" } };
  g_autoptr (JxLibrary) library = jx_library_new ();
  g_autoptr (JxDocument) document = make_document ("2026", rows, G_N_ELEMENTS (rows));

  /* Even without a value, but not without a name. */
  g_assert_null (jx_library_find (library, jx_item_child (get_project (document), JX_KIND_INDICATOR, 0)));
  g_assert_true (jx_library_mark (library, jx_item_child (get_project (document), JX_KIND_INDICATOR, 0)));
  g_assert_false (jx_library_mark (library, jx_item_child (get_project (document), JX_KIND_INDICATOR, 1)));
  g_assert_cmpuint (jx_library_count (library), ==, 1);
  g_assert_true (get_only (library, "")->marked);
  g_assert_null (jx_library_entry_get_value (get_only (library, ""), 0, NULL));
  g_assert_true (jx_library_find (library, jx_item_child (get_project (document), JX_KIND_INDICATOR, 0)) == get_only (library, ""));
}

static void
test_bound (void)
{
  g_autoptr (JxLibrary) library = jx_library_new ();

  for (guint d = 0; d < 30; d++)
    {
      g_autofree Row *rows = g_new0 (Row, 100);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 100; i++)
        {
          g_ptr_array_add (names, g_strdup_printf ("第%u项第%u个", d, i));
          rows[i] = (Row) { "产出指标", "数量指标", names->pdata[i], "", "≥1个", "" };
        }
      learn (library, "2026", rows, 100);
      if (d == 0)
        jx_library_set_marked (library, get_only (library, "第0项第7个"), TRUE);
      g_assert_cmpuint (jx_library_count (library), <=, JX_LIBRARY_MAX_ENTRIES + 200);
    }

  /* Those not used for longest went, but for the marked one. */
  {
    g_autoptr (GPtrArray) first = jx_library_search (library, "第0项", NULL), last = jx_library_search (library, "第29项", NULL);

    g_assert_cmpuint (first->len, ==, 1);
    g_assert_cmpuint (last->len, ==, 100);
  }
}

static void
test_file (void)
{
  static const Row rows[] = {
    { "产出指标", "数量指标", "清淤长度", "全年清淤\n的公里数 = 多少；\\", " ≥12公里", "计划标准" },
    { "效益指标", "社会效益指标", "沿河 环境", "#", "好转", "" },
  };
  g_autoptr (JxLibrary) library = jx_library_new (), again = NULL, later = NULL, merged = jx_library_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL, *same = NULL, *third = NULL;
  gsize length, same_length;

  learn (library, "2025", rows, 1);
  learn (library, "2026", rows, G_N_ELEMENTS (rows));
  jx_library_set_marked (library, get_only (library, "好转"), TRUE);
  data = jx_library_to_data (library, &length);
  again = jx_library_parse (data, length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jx_library_count (again), ==, 2);
  g_assert_cmpstr (get_only (again, "清淤")->description, ==, rows[0].description);
  g_assert_cmpstr (jx_library_entry_get_value (get_only (again, "清淤"), 2026, NULL), ==, rows[0].value);
  g_assert_true (get_only (again, "好转")->marked);
  same = jx_library_to_data (again, &same_length);
  g_assert_cmpmem (data, length, same, same_length);

  /* What was read is older than what is used from now on. */
  learn (again, "2026", rows, 1);
  {
    g_autoptr (GPtrArray) list = jx_library_search (again, "", NULL);

    g_assert_true (((JxLibraryEntry *) list->pdata[0])->marked);
  }
  jx_library_merge (merged, library);
  third = jx_library_to_data (merged, &same_length);
  g_assert_cmpmem (data, length, third, same_length);

  later = jx_library_parse ("[library]\nversion=2\n", -1, &error);
  g_assert_null (later);
  g_assert_error (error, JX_ERROR, JX_ERROR_UNSUPPORTED);
}

static void
test_bad_files (void)
{
  static const char *files[] = { "", "nonsense", "[indicator 1]\nlevel3=甲\n", "[library]\nversion=1\n[indicator 1\n" };
  g_autoptr (JxLibrary) library = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jx_library_parse (files[i], strlen (files[i]), &error));
      g_assert_error (error, JX_ERROR, JX_ERROR_SYNTAX);
    }

  /* One group that makes no sense does not take the others with it. */
  library = jx_library_parse ("[library]\nversion=1\n[a]\nlevel3=甲\nyear=99999\nvalue-x=1\nvalue-2025=≥1个\n[b]\nlevel2=乙\n[c]\nlevel3=\xff\xfe\n", -1, NULL);
  g_assert_nonnull (library);
  g_assert_cmpuint (jx_library_count (library), ==, 1);
  g_assert_cmpstr (jx_library_entry_get_value (get_only (library, ""), 2026, NULL), ==, "≥1个");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/years", test_years);
  g_test_add_func ("/library/learns-whole-rows-only", test_learns_whole_rows_only);
  g_test_add_func ("/library/search", test_search);
  g_test_add_func ("/library/mark", test_mark);
  g_test_add_func ("/library/bound", test_bound);
  g_test_add_func ("/library/file", test_file);
  g_test_add_func ("/library/bad-files", test_bad_files);

  return g_test_run ();
}
