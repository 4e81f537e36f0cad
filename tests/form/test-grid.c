/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-layout.h"
#include "jx-form-test.h"
#include "model/jx-item-build.h"

/* The whole grid as lines: cells of a row with | between, “^” for one that goes on from above. */
static char *
dup_grid (const JxGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < grid->n_rows; row++)
    {
      for (guint column = 0; column < grid->n_columns;)
        {
          const JxCell *cell = jx_form_test_find_cell (grid, row, column);
          g_autofree char *words = jx_runs_dup_text (cell->runs);

          g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", cell->row < row ? "^" : words);
          column += cell->column_span;
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* Lays out @blocks, a form about a project, and compares its first table. */
static void
assert_grid (const char *blocks, JxItem *project, const char *expected)
{
  g_autoptr (JxForm) form = jx_form_test_parse (blocks);
  g_autoptr (GPtrArray) layout = jx_layout_new (form, project);
  g_autofree char *text = dup_grid (jx_form_test_get_grid (layout, 0));

  g_assert_cmpstr (text, ==, expected);
}

#define INDICATORS \
  "<table widths='1 1 1'><each list='indicator'><row>" \
  "<cell merge='yes'>{level1}</cell><cell merge='yes'>{level2}</cell><cell>{value}</cell>" \
  "</row></each></table>"

/* What level1, level2 and value of the rows are, and what the table looks like. */
static const struct
{
  const char *name;
  const char *rows;
  const char *expected;
} merges[] = {
  { "none", "甲 a 1,乙 b 2", "甲|a|1\n乙|b|2\n" },
  { "first", "甲 a 1,甲 b 2,甲 c 3", "甲|a|1\n^|b|2\n^|c|3\n" },
  { "both", "甲 a 1,甲 a 2,甲 b 3", "甲|a|1\n^|^|2\n^|b|3\n" },
  { "second-only-inside-first", "甲 a 1,乙 a 2", "甲|a|1\n乙|a|2\n" },
  { "not-neighbours", "甲 a 1,乙 b 2,甲 a 3", "甲|a|1\n乙|b|2\n甲|a|3\n" },
  { "values-never", "甲 a 1,甲 a 1", "甲|a|1\n^|^|1\n" },
  { "blanks-never", "- a 1,- a 2", "|a|1\n|a|2\n" },
  { "blank-second", "甲 - 1,甲 - 2", "甲||1\n^||2\n" },
};

static void
test_merging (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  g_auto (GStrv) rows = g_strsplit (merges[which].rows, ",", -1);

  for (int i = 0; rows[i] != NULL; i++)
    {
      JxItem *indicator = jx_form_test_add (project, JX_KIND_INDICATOR);
      g_auto (GStrv) values = g_strsplit (rows[i], " ", -1);

      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL1, g_str_equal (values[0], "-") ? NULL : values[0]);
      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL2, g_str_equal (values[1], "-") ? NULL : values[1]);
      jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, values[2]);
    }
  jx_document_finish_building (document);

  assert_grid (INDICATORS, project, merges[which].expected);
}

/* A label beside the head and all rows, as the ministry's tables have it. */
static void
test_label_beside_a_list (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);

  for (int i = 0; i < 3; i++)
    jx_item_init (jx_form_test_add (project, JX_KIND_INDICATOR), JX_FIELD_INDICATOR_VALUE, i == 1 ? "5" : "7");
  jx_document_finish_building (document);

  assert_grid ("<table widths='1 2'><row header='yes'><cell merge='yes'>绩效指标</cell><cell>指标值</cell></row>"
               "<each list='indicator'><row><cell merge='yes'>绩效指标</cell><cell>{value}</cell></row></each></table>",
               project, "绩效指标|指标值\n^|7\n^|5\n^|7\n");
}

#define PLAN \
  "<table widths='1 1 1 1 1'>" \
  "<row><cell rows='2'>计划</cell><across list='checkpoint' columns='4' items='4'><cell>{month:月底}</cell></across></row>" \
  "<row><across list='checkpoint' columns='4' items='4'><cell>{plan:%}</cell></across></row></table>"

static void
test_across (gconstpointer data)
{
  static const char *const expected[] = {
    "计划||||\n^||||\n",
    "计划|1月底\n^|25%\n",
    "计划|1月底|2月底\n^|25%|\n",
    "计划|1月底|2月底|3月底\n^|25%||25%\n",
    "计划|1月底|2月底|3月底|4月底\n^|25%||25%|\n",
    "计划|1月底|2月底|3月底|4月底|5月底\n^|25%||25%||25%\n",
  };
  guint count = GPOINTER_TO_UINT (data);
  guint shares = count > 0 ? count : 4;
  g_autoptr (JxForm) form = jx_form_test_parse (PLAN);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GPtrArray) blocks = NULL;
  const JxGrid *grid;
  const JxCell *cell;

  for (guint i = 0; i < count; i++)
    {
      JxItem *checkpoint = jx_form_test_add (project, JX_KIND_CHECKPOINT);
      g_autofree char *month = g_strdup_printf ("%u", i + 1);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, month);
      if (i % 2 == 0)
        jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, "25");
    }
  jx_document_finish_building (document);
  assert_grid (PLAN, project, expected[count]);

  blocks = jx_layout_new (form, project);
  grid = jx_form_test_get_grid (blocks, 0);
  g_assert_cmpuint (grid->n_columns, ==, shares + 1);
  g_assert_cmpfloat_with_epsilon (grid->widths[0], 0.2, 1e-9);
  for (guint i = 0; i < shares; i++)
    g_assert_cmpfloat_with_epsilon (grid->widths[i + 1], 0.8 / shares, 1e-9);

  /* A blank one tells what it stands for. */
  cell = jx_form_test_find_cell (grid, 0, 1);
  g_assert_cmpint (cell->each, ==, count == 0 ? JX_KIND_CHECKPOINT : JX_N_KINDS);
  g_assert_true (cell->owner == (count == 0 ? project : NULL));
}

static void
test_blank_fields (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);

  jx_item_init (project, JX_FIELD_PROJECT_FISCAL, "0");
  jx_document_finish_building (document);

  assert_grid ("<table><row><cell>{budget}</cell><cell>{budget:万元}</cell><cell>共{budget:万元}，财政{fiscal:万元}</cell>"
               "<cell>{document/unit-code}{document/unit-name}</cell><cell/></row></table>",
               project, "||共，财政0万元||\n");
}

static void
assert_covers (const JxGrid *grid)
{
  g_autofree guint *covered = g_new0 (guint, grid->n_rows * grid->n_columns);
  double sum = 0;

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];
      const JxCell *before = i > 0 ? grid->cells->pdata[i - 1] : NULL;

      g_assert_cmpuint (cell->row_span, >, 0);
      g_assert_cmpuint (cell->column_span, >, 0);
      g_assert_cmpuint (cell->row + cell->row_span, <=, grid->n_rows);
      g_assert_cmpuint (cell->column + cell->column_span, <=, grid->n_columns);
      g_assert_true (before == NULL || before->row < cell->row || (before->row == cell->row && before->column < cell->column));
      g_assert_cmpint (cell->align, !=, JX_ALIGN_AUTO);
      for (guint row = 0; row < cell->row_span; row++)
        for (guint column = 0; column < cell->column_span; column++)
          covered[(cell->row + row) * grid->n_columns + cell->column + column]++;
    }
  for (guint i = 0; i < grid->n_rows * grid->n_columns; i++)
    g_assert_cmpuint (covered[i], ==, 1);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      g_assert_cmpfloat (grid->widths[i], >, 0);
      sum += grid->widths[i];
    }
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-6);
}

/* Cells that merge lie within one cell of each merging column left of them. */
static void
assert_nested (const JxGrid *grid)
{
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];
      const JxCell *left;

      if (!cell->node->merge || cell->column == 0)
        continue;
      left = jx_form_test_find_cell (grid, cell->row, cell->column - 1);
      if (left->node->merge)
        g_assert_cmpuint (left->row + left->row_span, >=, cell->row + cell->row_span);
    }
}

#define WILD \
  "<table widths='3 1 4 1 5 9 2'>" \
  "<row><cell rows='3' columns='2'>{name}</cell><across list='checkpoint' columns='4'><cell rows='2'>{month}</cell><cell rows='2' columns='3'>{plan}</cell></across>" \
  "<cell>尾</cell></row>" \
  "<row><cell>尾</cell></row><row><cell columns='5' list='goal'>{text}</cell></row>" \
  "<each list='indicator'><row><cell rows='2' merge='yes'>{level1}</cell><cell columns='3' merge='yes'>{level2}</cell><cell columns='3'>{value}</cell></row>" \
  "<row><cell columns='2' merge='yes'>{basis}</cell><cell columns='4'>{reason}</cell></row></each>" \
  "<row><cell columns='7'>完</cell></row></table>"

static void
test_random_documents (void)
{
  static const char *const words[] = { NULL, "产出指标", "效益指标", "很长很长的一个指标名称" };
  g_autoptr (JxForm) wild = jx_form_test_parse (WILD);
  const JxForm *official = jx_form_set_find (jx_form_set_get_default (), "hebei-goal-table", JX_KIND_PROJECT);

  for (int round = 0; round < 200; round++)
    {
      g_autoptr (JxDocument) document = jx_document_new ();
      JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
      guint n_checkpoints = g_test_rand_int_range (0, 14);
      guint n_indicators = g_test_rand_int_range (0, round == 0 ? 201 : 12);

      for (guint i = 0; i < n_checkpoints; i++)
        jx_form_test_add (project, JX_KIND_CHECKPOINT);
      for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
        jx_form_test_add (project, JX_KIND_GOAL);
      for (guint i = 0; i < n_indicators; i++)
        {
          JxItem *indicator = jx_form_test_add (project, JX_KIND_INDICATOR);

          jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL1, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
          jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL2, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
        }
      jx_document_finish_building (document);

      for (int i = 0; i < 2; i++)
        {
          g_autoptr (GPtrArray) blocks = jx_layout_new (i == 0 ? wild : official, project);

          for (guint j = 0; j < blocks->len; j++)
            {
              const JxBlock *block = blocks->pdata[j];

              if (block->type != JX_BLOCK_TABLE)
                continue;
              assert_covers (block->grid);
              assert_nested (block->grid);
            }
        }
    }
}

static void
test_indicator_rows (gconstpointer data)
{
  guint count = GPOINTER_TO_UINT (data);
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), "hebei-goal-table", JX_KIND_PROJECT);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GPtrArray) blocks = NULL;
  const JxGrid *grid;

  for (guint i = 0; i < count; i++)
    jx_form_test_add (project, JX_KIND_INDICATOR);
  jx_document_finish_building (document);

  blocks = jx_layout_new (form, project);
  grid = jx_form_test_get_grid (blocks, 1);
  g_assert_cmpuint (grid->n_rows, ==, count + 1);
  g_assert_cmpuint (grid->n_columns, ==, 6);
  g_assert_true (grid->row_is_header[0]);
  g_assert_null (grid->row_item[0]);
  for (guint i = 0; i < count; i++)
    {
      g_assert_false (grid->row_is_header[i + 1]);
      g_assert_true (grid->row_item[i + 1] == jx_item_child (project, JX_KIND_INDICATOR, i));
    }
}

/* A table of a list without items and without a head is no table. */
static void
test_no_rows (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse (INDICATORS);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_form_test_add (jx_document_get_root (document), JX_KIND_PROJECT);
  g_autoptr (GPtrArray) blocks = NULL;

  jx_document_finish_building (document);
  blocks = jx_layout_new (form, project);
  g_assert_cmpuint (blocks->len, ==, 0);
}

static void
add_numbered (const char *path, guint number, GTestDataFunc function)
{
  g_autofree char *full = g_strdup_printf ("%s/%u", path, number);

  g_test_add_data_func (full, GUINT_TO_POINTER (number), function);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autofree char *path = g_strdup_printf ("/grid/merging/%s", merges[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_merging);
    }
  g_test_add_func ("/grid/label-beside-a-list", test_label_beside_a_list);
  for (guint i = 0; i <= 5; i++)
    add_numbered ("/grid/across", i, test_across);
  g_test_add_func ("/grid/blank-fields", test_blank_fields);
  g_test_add_func ("/grid/random-documents", test_random_documents);
  add_numbered ("/grid/indicator-rows", 0, test_indicator_rows);
  add_numbered ("/grid/indicator-rows", 200, test_indicator_rows);
  g_test_add_func ("/grid/no-rows", test_no_rows);

  return g_test_run ();
}
