/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/jx-error.h"
#include "model/jx-history.h"
#include "model/jx-item-build.h"
#include "model/jx-path.h"
#include "model/jx-search.h"

static JxItem *
add (JxItem *parent, JxKind kind, JxField field, const char *value)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_init (item, field, value);
  jx_item_append (parent, item);
  return item;
}

static JxDocument *
make_document (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = NULL;
  JxItem *indicator = NULL;

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_PROFILE, "2021");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "云溪镇修路，云溪镇清河。\n第二行：A4纸和PPP项目");
  add (root, JX_KIND_SUB_GOAL, JX_FIELD_SUB_GOAL_TITLE, "道路养护");

  project = add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, "2026年云溪镇道路养护");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "12.50");
  indicator = add (project, JX_KIND_INDICATOR, JX_FIELD_INDICATOR_LEVEL3, "养护里程");
  jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "≥25公里");
  indicator = add (project, JX_KIND_INDICATOR, JX_FIELD_INDICATOR_LEVEL3, "ppp合同数");
  jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "≥2个");

  project = add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, "老年食堂");
  add (project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, "服务云溪镇老人250人");
  jx_document_finish_building (document);

  return document;
}

static JxSearch *
run (JxDocument *document, JxSearchOptions options)
{
  g_autoptr (GError) error = NULL;
  JxSearch *search = jx_search_new (document, &options, &error);

  g_assert_no_error (error);
  g_assert_false (jx_search_step (search, -1, &error));
  g_assert_no_error (error);
  g_assert_true (jx_search_is_done (search));

  return search;
}

static char *
list (JxSearch *search)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jx_search_get_count (search); i++)
    {
      const JxMatch *match = jx_search_get (search, i);
      g_autofree char *path = jx_path_to_string (match->item, match->field);

      g_string_append_printf (text, "%s%s@%u+%u", i > 0 ? " " : "", path, match->offset, match->length);
    }

  return g_string_free (text, FALSE);
}

static void
test_finds (void)
{
  static const struct
  {
    const char *needle;
    gboolean match_case, whole_word, regex;
    const char *scope; /* a path; NULL for everything */
    const char *found;
  } rows[] = {
    { "云溪镇", 0, 0, 0, NULL, "unit-name@0+9 overall-goal@0+9 overall-goal@18+9 project[1]/name@7+9 project[2]/goal[1]/text@6+9" },
    { "云溪镇", 0, 0, 0, "", "unit-name@0+9 overall-goal@0+9 overall-goal@18+9" },
    { "云溪镇", 0, 0, 0, "project[1]", "project[1]/name@7+9" },
    { "道路养护", 0, 0, 0, NULL, "sub-goal[1]/title@0+12 project[1]/name@16+12" },
    /* Amounts and years too; the rule set not. */
    { "12.50", 0, 0, 0, NULL, "project[1]/budget@0+5" },
    { "202", 0, 0, 0, NULL, "year@0+3 project[1]/name@0+3" },
    /* Case. */
    { "ppp", 0, 0, 0, NULL, "overall-goal@57+3 project[1]/indicator[2]/level3@0+3" },
    { "ppp", 1, 0, 0, NULL, "project[1]/indicator[2]/level3@0+3" },
    { "PP", 1, 0, 0, NULL, "overall-goal@57+2" },
    /* Whole words: among Chinese characters any Chinese needle is one, a part of a number is not. */
    { "25", 0, 0, 0, NULL, "project[1]/indicator[1]/value@3+2 project[2]/goal[1]/text@21+2" },
    { "25", 0, 1, 0, NULL, "project[1]/indicator[1]/value@3+2" },
    { "PP", 0, 1, 0, NULL, "" },
    { "PPP", 0, 1, 0, NULL, "overall-goal@57+3 project[1]/indicator[2]/level3@0+3" },
    { "12.50", 0, 1, 0, NULL, "project[1]/budget@0+5" },
    { "12", 0, 1, 0, NULL, "" },
    { "50", 0, 1, 0, NULL, "" },
    { "12.5", 0, 1, 0, NULL, "" },
    { "镇", 0, 1, 0, "project[1]", "project[1]/name@13+3" },
    /* What is special in expressions is not in plain text. */
    { "≥2.", 0, 0, 0, NULL, "" },
    { "PP.", 0, 0, 0, NULL, "" },
    /* Regular expressions. */
    { "≥(\\d+)", 0, 0, 1, NULL, "project[1]/indicator[1]/value@0+5 project[1]/indicator[2]/value@0+4" },
    { "^第.", 0, 0, 1, NULL, "overall-goal@37+6" },
    { "x*", 0, 0, 1, NULL, "" },
    { "2|25", 0, 1, 1, "project[1]", "project[1]/indicator[1]/value@3+2 project[1]/indicator[2]/value@3+1" },
    { "P+", 0, 0, 1, NULL, "overall-goal@57+3 project[1]/indicator[2]/level3@0+3" },
  };
  g_autoptr (JxDocument) document = make_document ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JxItem *scope = rows[i].scope != NULL ? jx_path_resolve (document, rows[i].scope, NULL) : NULL;
      g_autoptr (JxSearch) search = NULL;
      g_autofree char *found = NULL;

      if (rows[i].scope != NULL && *rows[i].scope == '\0')
        scope = jx_document_get_root (document);
      search = run (document, (JxSearchOptions) { rows[i].needle, rows[i].match_case, rows[i].whole_word, rows[i].regex, scope });
      found = list (search);
      g_test_message ("%s", rows[i].needle);
      g_assert_cmpstr (found, ==, rows[i].found);
    }
}

static void
test_place (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSearch) search = run (document, (JxSearchOptions) { .needle = "云溪镇" });
  JxItem *root = jx_document_get_root (document);

  g_assert_cmpuint (jx_search_find (search, root), ==, 0);
  g_assert_cmpuint (jx_search_find (search, jx_item_child (root, JX_KIND_PROJECT, 0)), ==, 3);
  g_assert_cmpuint (jx_search_find (search, jx_item_child (root, JX_KIND_PROJECT, 1)), ==, 4);
}

static void
test_steps (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSearch) whole = run (document, (JxSearchOptions) { .needle = "2" });
  g_autoptr (JxSearch) search = jx_search_new (document, &(JxSearchOptions) { .needle = "2" }, NULL);
  g_autofree char *expected = list (whole);
  g_autofree char *found = NULL;
  guint n_steps = 0;

  while (jx_search_step (search, 0, NULL))
    n_steps++;
  g_assert_cmpuint (n_steps, ==, 3);
  found = list (search);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_bad_expressions (void)
{
  static const char *const needles[] = { "(", "[a", "*", "a{2,1}", "(?<=a+)b", "\\" };
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSearch) search = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JxEdit) inverse = NULL;
  g_autoptr (JxEdit) edit = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (JxSearch) plain = NULL;

      g_assert_null (jx_search_new (document, &(JxSearchOptions) { .needle = needles[i], .regex = TRUE }, &fault));
      g_assert_error (fault, JX_ERROR, JX_ERROR_USAGE);
      plain = jx_search_new (document, &(JxSearchOptions) { .needle = needles[i] }, NULL);
      g_assert_nonnull (plain);
    }

  /* One that would go on for ever is told so instead. */
  for (guint i = 0; i < 200; i++)
    g_string_append_c (text, 'a');
  edit = jx_edit_new_set (jx_document_get_root (document), JX_FIELD_OVERALL_GOAL, text->str);
  inverse = jx_document_apply (document, edit, NULL);
  search = jx_search_new (document, &(JxSearchOptions) { .needle = "(a+)+[bc]", .regex = TRUE }, NULL);
  g_assert_false (jx_search_step (search, -1, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_USAGE);
}

static void
test_replaces (void)
{
  static const struct
  {
    const char *needle;
    const char *replacement;
    gboolean regex;
    guint n_replaced, n_skipped;
    const char *path, *after;
  } rows[] = {
    { "云溪镇", "青禾镇", FALSE, 5, 0, "overall-goal", "青禾镇修路，青禾镇清河。\n第二行：A4纸和PPP项目" },
    { "云溪镇", "", FALSE, 5, 0, "unit-name", "人民政府" },
    { "ppp", "\\1", FALSE, 2, 0, "project[1]/indicator[2]/level3", "\\1合同数" },
    { "≥(\\d+)(.)", "不少于\\1\\2", TRUE, 2, 0, "project[1]/indicator[1]/value", "不少于25公里" },
    { "(云溪)(镇)", "\\2\\1", TRUE, 5, 0, "overall-goal", "镇云溪修路，镇云溪清河。\n第二行：A4纸和PPP项目" },
    /* Numbers take numbers only; a line takes no second one. */
    { "12.50", "13.00", FALSE, 1, 0, "project[1]/budget", "13.00" },
    { "12.50", "十三", FALSE, 0, 1, "project[1]/budget", "12.50" },
    { "2026", "2027", FALSE, 2, 0, "year", "2027" },
    { "2026", "明", FALSE, 1, 1, "project[1]/name", "明年云溪镇道路养护" },
    { "道路", "道\n路", FALSE, 0, 2, "sub-goal[1]/title", "道路养护" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JxDocument) document = make_document ();
      g_autoptr (JxSearch) search = run (document, (JxSearchOptions) { .needle = rows[i].needle, .regex = rows[i].regex });
      g_autoptr (JxSearchReplaced) replaced = NULL;
      g_autoptr (JxEdit) inverse = NULL;
      JxField field;
      JxItem *item = jx_path_resolve (document, rows[i].path, &field);

      g_test_message ("%s → %s", rows[i].needle, rows[i].replacement);
      g_assert_true (jx_search_check_replacement (search, rows[i].replacement, NULL));
      replaced = jx_search_replace (search, rows[i].replacement, 0, G_MAXUINT, NULL);
      g_assert_cmpuint (replaced->n_replaced, ==, rows[i].n_replaced);
      g_assert_cmpuint (replaced->skipped->len, ==, rows[i].n_skipped);
      g_assert_cmpint (replaced->reason != NULL, ==, rows[i].n_skipped > 0);
      inverse = jx_document_apply (document, replaced->edit, NULL);
      g_assert_nonnull (inverse);
      g_assert_cmpstr (jx_item_get (item, field), ==, rows[i].after);
    }
}

static void
test_replaces_some (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSearch) search = run (document, (JxSearchOptions) { .needle = "(云)溪镇", .regex = TRUE });
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);
  g_autoptr (JxSearchReplaced) some = NULL;
  g_autoptr (JxSearchReplaced) one = NULL;
  g_autoptr (JxSearchReplaced) stale = NULL;
  g_autoptr (JxEdit) back = NULL;
  g_autoptr (JxEdit) inverse = NULL;
  g_autofree char *expanded = jx_search_expand (search, 2, "\\1水");
  JxItem *root = jx_document_get_root (document);

  g_assert_cmpstr (expanded, ==, "云水");

  /* One of two in a field left out. */
  g_hash_table_add (left_out, GUINT_TO_POINTER (1));
  g_hash_table_add (left_out, GUINT_TO_POINTER (4));
  some = jx_search_replace (search, "\\1水", 0, G_MAXUINT, left_out);
  g_assert_cmpuint (some->n_replaced, ==, 3);
  back = jx_document_apply (document, some->edit, NULL);
  g_assert_true (g_str_has_prefix (jx_item_get (root, JX_FIELD_OVERALL_GOAL), "云溪镇修路，云水清河。"));
  g_assert_cmpstr (jx_item_get (jx_item_child (jx_item_child (root, JX_KIND_PROJECT, 1), JX_KIND_GOAL, 0), JX_FIELD_GOAL_TEXT), ==, "服务云溪镇老人250人");

  /* What was found before the change is left alone. */
  stale = jx_search_replace (search, "青", 2, 1, NULL);
  g_assert_cmpuint (stale->n_replaced, ==, 0);
  g_assert_cmpuint (stale->skipped->len, ==, 1);
  jx_edit_free (jx_document_apply (document, back, NULL));

  /* The second in its field alone. */
  one = jx_search_replace (search, "青", 2, 1, NULL);
  g_assert_cmpuint (one->n_replaced, ==, 1);
  inverse = jx_document_apply (document, one->edit, NULL);
  g_assert_true (g_str_has_prefix (jx_item_get (root, JX_FIELD_OVERALL_GOAL), "云溪镇修路，青清河。"));
}

static void
test_bad_replacement (void)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSearch) plain = run (document, (JxSearchOptions) { .needle = "云" });
  g_autoptr (JxSearch) regex = run (document, (JxSearchOptions) { .needle = "云", .regex = TRUE });
  g_autoptr (GError) error = NULL;

  g_assert_true (jx_search_check_replacement (plain, "\\", NULL));
  g_assert_true (jx_search_check_replacement (regex, "\\\\", NULL));
  g_assert_false (jx_search_check_replacement (regex, "\\", &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_USAGE);
}

static char *
make_text (GRand *rand)
{
  static const char *const pieces[] = { "云", "溪", "镇", "a", "A", "b", "1", "25", " ", "，" };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 1, 30); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static JxDocument *
make_random_document (GRand *rand)
{
  JxDocument *document = jx_document_new ();

  for (int p = g_rand_int_range (rand, 0, 5); p > 0; p--)
    {
      g_autofree char *name = make_text (rand);
      JxItem *project = add (jx_document_get_root (document), JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, name);

      for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
        {
          g_autofree char *text = make_text (rand);

          add (project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, text);
        }
    }
  jx_document_finish_building (document);

  return document;
}

/* Every value before and after, as one text. */
static void
dump (GString *text, JxItem *item)
{
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s|", jx_item_get (item, first + i) != NULL ? jx_item_get (item, first + i) : "");
  for (guint k = 0; k < n_kinds; k++)
    for (guint i = 0; i < jx_item_count (item, kinds[k]); i++)
      dump (text, jx_item_child (item, kinds[k], i));
}

/* Replacing everywhere is what replacing in the text of the whole would give; undoing gives that text back. */
static void
test_properties (void)
{
  static const char *const needles[] = { "云", "溪镇", "a", "25", "1", "云溪", "，" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (JxDocument) document = make_random_document (rand);
      g_autoptr (JxHistory) history = jx_history_new (document);
      const char *needle = needles[g_rand_int_range (rand, 0, G_N_ELEMENTS (needles))];
      g_autofree char *replacement = make_text (rand);
      gboolean regex = g_rand_boolean (rand); /* none of the needles means anything else as an expression */
      g_autoptr (JxSearch) search = run (document, (JxSearchOptions) { needle, TRUE, FALSE, regex, NULL });
      g_autoptr (JxSearchReplaced) replaced = jx_search_replace (search, replacement, 0, G_MAXUINT, NULL);
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (GString) after = g_string_new (NULL);
      g_autoptr (GString) undone = g_string_new (NULL);

      dump (before, jx_document_get_root (document));
      g_assert_true (jx_history_do (history, g_steal_pointer (&replaced->edit), "x", NULL));
      dump (after, jx_document_get_root (document));
      jx_history_undo (history, NULL);
      dump (undone, jx_document_get_root (document));

      g_assert_cmpstr (undone->str, ==, before->str);
      g_assert_cmpuint (replaced->n_replaced, ==, jx_search_get_count (search));
      g_assert_cmpuint (g_string_replace (before, needle, replacement, 0), ==, jx_search_get_count (search));
      g_assert_cmpstr (after->str, ==, before->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/search/finds", test_finds);
  g_test_add_func ("/search/place", test_place);
  g_test_add_func ("/search/steps", test_steps);
  g_test_add_func ("/search/bad-expressions", test_bad_expressions);
  g_test_add_func ("/search/replaces", test_replaces);
  g_test_add_func ("/search/replaces-some", test_replaces_some);
  g_test_add_func ("/search/bad-replacement", test_bad_replacement);
  g_test_add_func ("/search/properties", test_properties);

  return g_test_run ();
}
