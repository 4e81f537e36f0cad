/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However long a text, narrow a column or small a page: nothing stands over a rule, over another text
 * or outside the margins, and nothing is lost. */
#include <math.h>
#include <string.h>

#include "jx-paper-test.h"
#include "model/jx-item-build.h"
#include "paper/jx-break.h"

/* Rounding of sums. */
#define SLACK_PT 0.1

typedef struct
{
  double left, top, right, bottom;
} Box;

static const JxPaperSetup setups[] = {
  { 0 },
  { .turn = JX_PAPER_TURN_LANDSCAPE },
  { .width_mm = 297, .height_mm = 420 },
  { .width_mm = 297, .height_mm = 420, .turn = JX_PAPER_TURN_LANDSCAPE },
  { .width_mm = 148, .height_mm = 210, .own_margins = TRUE, .top_mm = 20, .right_mm = 15, .bottom_mm = 20, .left_mm = 15 },
  { .width_mm = 105, .height_mm = 148, .own_margins = TRUE, .top_mm = 15, .right_mm = 15, .bottom_mm = 15, .left_mm = 15 },
};

static char *
repeat (const char *words, guint n_characters)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = g_utf8_strlen (words, -1);

  for (guint i = 0; i < n_characters; i++)
    g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (words, i % length)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static JxItem *
add (JxItem *parent, JxKind kind, JxField field, const char *words, guint n_characters)
{
  g_autofree char *text = repeat (words, n_characters);
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);
  jx_item_init (item, field, text);

  return item;
}

static void
set (JxItem *item, JxField field, const char *words, guint n_characters)
{
  g_autofree char *text = repeat (words, n_characters);

  jx_item_init (item, field, text);
}

/* Each field of an indicator so long, all of one sort. */
static void
add_indicator (JxItem *project, const char *words, guint n_characters)
{
  static const JxField fields[] = {
    JX_FIELD_INDICATOR_LEVEL2, JX_FIELD_INDICATOR_LEVEL3, JX_FIELD_INDICATOR_DESCRIPTION, JX_FIELD_INDICATOR_VALUE, JX_FIELD_INDICATOR_BASIS,
  };
  JxItem *indicator = add (project, JX_KIND_INDICATOR, JX_FIELD_INDICATOR_LEVEL1, words, n_characters);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    set (indicator, fields[i], words, n_characters);
}

static JxDocument *
make_document (void)
{
  static const char sentence[] = "完成年度道路养护任务，及时修补坑槽；“标线清晰”（12.5公里）。";
  static const char address[] = "https://www.qinghe.gov.cn/zwgk/2026/abcdefghij0123456789abcdefghij0123456789";
  JxDocument *document = jx_paper_test_document (6, 4);
  JxItem *root = jx_document_get_root (document);
  JxItem *projects[6];

  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    projects[i] = jx_item_child (root, JX_KIND_PROJECT, i);

  add (projects[0], JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, sentence, 10000);
  for (guint i = 0; i < 40; i++)
    add_indicator (projects[1], "服务对象满意度与社会公众认可程度综合评价类二级指标名称特别长的一项内容用于检验", 40);
  set (jx_item_child (projects[2], JX_KIND_INDICATOR, 1), JX_FIELD_INDICATOR_DESCRIPTION, sentence, 5000);
  add_indicator (projects[2], address, 300);
  add_indicator (projects[3], "W", 200);
  add_indicator (projects[3], "9", 60);
  add_indicator (projects[3], "≥123,456.78万元", 15);
  add_indicator (projects[3], "一", 1);
  set (projects[3], JX_FIELD_PROJECT_BUDGET, "123456789012.345678", 19);
  set (projects[3], JX_FIELD_PROJECT_CODE, "9", 60);
  set (projects[4], JX_FIELD_PROJECT_NAME, "特别长的项目名称", 300);
  set (projects[4], JX_FIELD_PROJECT_PURPOSE, address, 2000);
  set (root, JX_FIELD_UNIT_NAME, "青禾县云溪镇人民政府", 40);
  /* The sixth has no field at all. */
  projects[5] = jx_item_new (document, JX_KIND_PROJECT);
  jx_item_append (root, projects[5]);

  return document;
}

static Box
get_text_box (const JxLeafText *text)
{
  Box box = { text->x, text->y, text->x, text->y + text->count * jx_text_get_line_height (text->text) };

  for (guint line = text->first; line < text->first + text->count; line++)
    box.right = MAX (box.right, text->x + jx_text_get_line_end (text->text, line));

  return box;
}

static gboolean
overlap (double from, double to, double other_from, double other_to)
{
  return from + SLACK_PT < other_to && other_from + SLACK_PT < to;
}

static void
tell (const JxLeafText *text, guint page, const char *what)
{
  g_autofree char *line = jx_text_dup_line (text->text, text->first);

  g_error ("page %u: “%s” %s", page + 1, line, what);
}

static void
assert_clear (const JxLeaf *leaf, guint page, const JxFormPage *size)
{
  const Box room = {
    jx_mm_to_pt (size->left_mm), jx_mm_to_pt (size->top_mm),
    jx_mm_to_pt (size->width_mm - size->right_mm), jx_mm_to_pt (size->height_mm - size->bottom_mm)
  };

  for (guint i = 0; i < leaf->texts->len; i++)
    {
      const JxLeafText *text = &g_array_index (leaf->texts, JxLeafText, i);
      Box box = get_text_box (text);

      if (box.left < room.left - SLACK_PT || box.top < room.top - SLACK_PT || box.right > room.right + SLACK_PT || box.bottom > room.bottom + SLACK_PT)
        tell (text, page, "stands outside the margins");
      for (guint r = 0; r < leaf->rules->len; r++)
        {
          const JxRule *rule = &g_array_index (leaf->rules, JxRule, r);

          if (rule->type != JX_RULE_LEADER
              && overlap (box.left, box.right, fmin (rule->x1, rule->x2), fmax (rule->x1, rule->x2) + 2 * SLACK_PT)
              && overlap (box.top, box.bottom, fmin (rule->y1, rule->y2), fmax (rule->y1, rule->y2) + 2 * SLACK_PT))
            {
              g_test_message ("text %g %g %g %g (%u lines of %u from %u), rule %g %g %g %g", box.left, box.top, box.right, box.bottom,
                              text->count, jx_text_count_lines (text->text), text->first, rule->x1, rule->y1, rule->x2, rule->y2);
              tell (text, page, "stands over a rule");
            }
        }
      for (guint other = 0; other < i; other++)
        {
          Box theirs = get_text_box (&g_array_index (leaf->texts, JxLeafText, other));

          if (overlap (box.left, box.right, theirs.left, theirs.right) && overlap (box.top, box.bottom, theirs.top, theirs.bottom))
            tell (text, page, "stands over another text");
        }
    }
}

/* All pages of @document by @options. Returns: how many. */
static guint
assert_pages_clear (JxDocument *document, const JxPaperOptions *options)
{
  JxMeasure *measure = jx_measure_new ();
  g_autoptr (JxBreaker) breaker = jx_breaker_new (options, document, measure);
  g_autoptr (JxLeaf) leaf = jx_leaf_new ();
  guint page;

  for (page = 0; jx_flow_get_block (breaker->flow) != NULL; page++)
    {
      JxPageStart start;

      g_assert_cmpuint (page, <, 3000);
      jx_leaf_clear (leaf);
      jx_breaker_set_page (breaker, leaf, &start);
      assert_clear (leaf, page, &start.size);
    }
  g_clear_pointer (&breaker, jx_breaker_free);
  g_clear_pointer (&leaf, jx_leaf_free);
  jx_measure_free (measure);

  return page;
}

static void
test_forms (gconstpointer data)
{
  const JxPaperSetup *setup = data;
  g_autoptr (JxDocument) document = make_document ();
  GPtrArray *forms = jx_form_set_list (jx_form_set_get_default ());

  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (JxPaperOptions) options = jx_paper_options_new ();

      options->form = g_ptr_array_index (forms, i);
      options->setup = *setup;
      options->signatures = TRUE;
      g_test_message ("%s", jx_form_get_id (options->form));
      g_assert_cmpuint (assert_pages_clear (document, options), >=, 1);
    }
}

/* Nothing is lost where cells are torn, and a torn row's levels stand on each page. */
static void
test_whole (void)
{
  g_autoptr (JxDocument) document = make_document ();
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer character, count;
  guint place = 2;

  options->scope = JX_PAPER_PROJECTS;
  g_array_append_val (options->projects, place);
  path = jx_paper_test_save (document, options, "torn.pdf");
  text = jx_paper_test_run ("pdftotext -raw @ -", path);
  jx_paper_test_count (counts, text, 1);
  jx_paper_test_count_words (counts, form, jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, place), -1);

  /* Page numbers, headers and levels come again; what is in the cells does not. */
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &character, &count))
    {
      g_assert_cmpint (GPOINTER_TO_INT (count), >=, 0);
      if (g_utf8_strchr ("完任坑槽；abcdefghij", -1, GPOINTER_TO_UINT (character)) != NULL)
        g_assert_cmpint (GPOINTER_TO_INT (count), ==, 0);
    }
}

/* The head of a table whose first row is torn does not stand alone at the foot of a page. */
static void
test_head_accompanied (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 1);
  JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0);

  set (jx_item_child (project, JX_KIND_INDICATOR, 0), JX_FIELD_INDICATOR_DESCRIPTION, "完成年度任务，", 5000);
  for (guint n_characters = 0; n_characters < 1400; n_characters += 100)
    {
      g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
      g_autofree char *path = NULL;
      g_autofree char *text = NULL;

      options->form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
      set (project, JX_FIELD_PROJECT_PURPOSE, "用途", n_characters + 1);
      path = jx_paper_test_save (document, options, "head.pdf");
      text = jx_paper_test_run ("pdftotext -raw @ -", path);
      g_assert_false (g_regex_match_simple ("依据\\s*— \\d+ —", text, 0, 0));
    }
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "as-the-form", "landscape", "a3", "a3-landscape", "a5", "narrow" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (setups); i++)
    {
      g_autofree char *path = g_strconcat ("/paper/extremes/", names[i], NULL);

      g_test_add_data_func (path, &setups[i], test_forms);
    }
  g_test_add_func ("/paper/extremes/whole", test_whole);
  g_test_add_func ("/paper/extremes/head-accompanied", test_head_accompanied);

  return g_test_run ();
}
