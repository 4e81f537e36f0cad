/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written into a form's blanks, and what becomes of it in the document. */
#include "form/jx-aspect.h"
#include "form/jx-writing.h"
#include "model/jx-document.h"
#include "model/jx-item-build.h"

#include "jx-form-test.h"

typedef struct
{
  const char *name;
  const char *value;
  const char *sign;
  const char *number;
  const char *unit;
  const char *joined; /* NULL: refused */
} Join;

static const Join joins[] = {
  { "nothing", "≥95%", NULL, NULL, NULL, "≥95%" },
  { "sign", "≥95%", "≤", NULL, NULL, "≤95%" },
  { "sign-off", "≥95%", "", NULL, NULL, "95%" },
  { "sign-of-two-characters", "≥95%", "<=", NULL, NULL, "≤95%" },
  { "sign-in-words", "≥95%", "不少于", NULL, NULL, "不少于95%" },
  { "sign-first", NULL, "≥", NULL, NULL, "≥" },
  { "then-its-number", "≥", NULL, "95", NULL, "≥95" },
  { "then-its-unit", "≥95", NULL, NULL, "%", "≥95%" },
  { "no-sign", "≥95%", "大概", NULL, NULL, NULL },
  { "sign-of-words", "良好", "≥", NULL, NULL, NULL },
  { "words-stay-words", "良好", "定性", NULL, NULL, "良好" },
  { "figures-are-no-words", "≥95%", "定性", NULL, NULL, NULL },
  { "number", "≥95%", NULL, "98.5", NULL, "≥98.5%" },
  { "number-with-its-own", "≥95%", NULL, "<3天", NULL, "<3天" },
  { "range", "≥95%", NULL, "3-5", NULL, "≥3-5%" },
  { "words", "≥95%", NULL, "明显改善", NULL, "明显改善" },
  { "number-off", "≥95%", NULL, "", NULL, "" },
  { "number-for-words", "良好", NULL, "95", NULL, "95" },
  { "unit", "≥95%", NULL, NULL, "个", "≥95个" },
  { "unit-off", "≥95%", NULL, NULL, "", "≥95" },
  { "full-width-unit", "≥95", NULL, NULL, "％", "≥95%" },
  { "unit-without-number", NULL, NULL, NULL, "个", NULL },
  { "unit-of-words", "良好", NULL, NULL, "个", NULL },
  { "figures-are-no-unit", "≥95", NULL, NULL, "5个", NULL },
  { "all", "良好", "≥", "12", "户", "≥12户" },
  { "all-words", "≥95%", "定性", "良好", "", "良好" },
  { "all-off", "≥95%", "", "", "", "" },
};

static void
test_join (gconstpointer data)
{
  const Join *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *joined = jx_aspects_join (c->value, c->sign, c->number, c->unit, &error);

  g_assert_cmpstr (joined, ==, c->joined);
  g_assert_true ((error == NULL) == (c->joined != NULL));
}

typedef struct
{
  JxDocument *document;
  JxItem *project;
  JxForm *form;
  GPtrArray *blocks;
} Fixture;

static void
lay_out (Fixture *fixture)
{
  g_clear_pointer (&fixture->blocks, g_ptr_array_unref);
  fixture->blocks = jx_layout_new (fixture->form, fixture->project);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = jx_document_new ();
  fixture->project = jx_form_test_add (jx_document_get_root (fixture->document), JX_KIND_PROJECT);
  fixture->form = jx_form_test_parse (data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->blocks, g_ptr_array_unref);
  jx_form_free (fixture->form);
  g_object_unref (fixture->document);
}

static const JxBlank *
get_blank (Fixture *fixture, guint row, guint column)
{
  const JxCell *cell = jx_form_test_find_cell (jx_form_test_get_grid (fixture->blocks, 0), row, column);

  return &g_array_index (cell->runs, JxRun, 0).blank;
}

static void
put (Fixture *fixture, guint row, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxEdit) edit = jx_blank_write (get_blank (fixture, row, column), text, &error);

  g_assert_no_error (error);
  g_assert_false (jx_edit_is_empty (edit));
  jx_edit_free (jx_document_apply (fixture->document, edit, &error));
  g_assert_no_error (error);
  lay_out (fixture);
}

#define ALTERNATIVES "<table widths='1 1'><row><cell>{unit|document/unit-name}</cell><cell>{percent fiscal of budget}</cell></row></table>"

static void
test_alternatives (Fixture *fixture, gconstpointer data)
{
  JxItem *root = jx_document_get_root (fixture->document);

  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  jx_document_finish_building (fixture->document);
  lay_out (fixture);
  put (fixture, 0, 0, "云溪镇财政所");
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_UNIT), ==, "云溪镇财政所");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_UNIT_NAME), ==, "云溪镇人民政府");
  g_assert_false (jx_blank_is_writable (get_blank (fixture, 0, 1)));
}

#define KEYED \
  "<table widths='1 1 1'><row><cell>1—{document/monitored|7}月</cell><cell>{checkpoint(monitored)/spent}</cell>" \
  "<cell>{checkpoint(12)/spent}</cell></row></table>"

/* Months stand in order, however they come; what the form says for nothing is said by the first that depends on it. */
static void
test_keyed (Fixture *fixture, gconstpointer data)
{
  static const char *const months[] = { "3", "7", "12" };

  jx_item_init (jx_form_test_add (fixture->project, JX_KIND_CHECKPOINT), JX_FIELD_CHECKPOINT_MONTH, "3");
  jx_document_finish_building (fixture->document);
  lay_out (fixture);
  put (fixture, 0, 2, "8.00");
  put (fixture, 0, 1, "5.50");
  g_assert_cmpstr (jx_item_get (jx_document_get_root (fixture->document), JX_FIELD_MONITORED), ==, "7");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (jx_item_get (jx_item_child (fixture->project, JX_KIND_CHECKPOINT, i), JX_FIELD_CHECKPOINT_MONTH), ==, months[i]);
  g_assert_cmpstr (jx_item_get (jx_item_child (fixture->project, JX_KIND_CHECKPOINT, 1), JX_FIELD_CHECKPOINT_SPENT), ==, "5.50");
  put (fixture, 0, 1, "5.60");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 3);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxEdit) edit = NULL;

  jx_document_finish_building (fixture->document);
  lay_out (fixture);
  edit = jx_blank_write (get_blank (fixture, 0, 2), " ", &error);
  g_assert_no_error (error);
  g_assert_true (jx_edit_is_empty (edit));
  g_assert_null (jx_blank_write (get_blank (fixture, 0, 2), "两万", &error));
  g_assert_nonnull (error);
}

#define TICKS \
  "<table widths='1 1 1 1'><each list='indicator'><row><cell>{causes?经费保障:√}</cell><cell>{causes?人员保障}</cell>" \
  "<cell>{possibility?确定能:√}</cell><cell>{possibility?有可能:√}</cell></row></each></table>"

static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  JxItem *indicator = jx_form_test_add (fixture->project, JX_KIND_INDICATOR);

  jx_document_finish_building (fixture->document);
  lay_out (fixture);
  put (fixture, 0, 0, "√");
  put (fixture, 0, 1, "☑");
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_CAUSES), ==, "经费保障、人员保障");
  put (fixture, 0, 0, "");
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_CAUSES), ==, "人员保障");
  put (fixture, 0, 1, "否");
  g_assert_null (jx_item_get (indicator, JX_FIELD_INDICATOR_CAUSES));

  /* Of these only one can hold. */
  put (fixture, 0, 2, "是");
  put (fixture, 0, 3, "√");
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_POSSIBILITY), ==, "有可能");
  put (fixture, 0, 3, "");
  g_assert_null (jx_item_get (indicator, JX_FIELD_INDICATOR_POSSIBILITY));
}

#define BESIDE \
  "<table widths='1 1 1 1'><each list='term-indicator' beside='indicator' by='level1 level2'><row>" \
  "<cell merge='yes'>{level1|indicator/level1}</cell><cell>{level2}</cell><cell>{value}</cell><cell>{indicator/value}</cell></row></each></table>"

static void
add_indicator (Fixture *fixture, JxKind kind, const char *level1, const char *level2)
{
  JxItem *item = jx_form_test_add (fixture->project, kind);

  jx_item_init (item, jx_field_find (kind, "level1"), level1);
  jx_item_init (item, jx_field_find (kind, "level2"), level2);
}

/* What stands beside a row is made of the same group; what both have is changed in both. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  JxItem *made;

  add_indicator (fixture, JX_KIND_INDICATOR, "产出指标", "数量指标");
  add_indicator (fixture, JX_KIND_INDICATOR, "产出指标", "质量指标");
  add_indicator (fixture, JX_KIND_TERM_INDICATOR, "产出指标", "质量指标");
  jx_document_finish_building (fixture->document);
  lay_out (fixture);
  put (fixture, 1, 2, "≥30公里");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_TERM_INDICATOR), ==, 2);
  made = jx_item_child (fixture->project, JX_KIND_TERM_INDICATOR, 1);
  g_assert_cmpstr (jx_item_get (made, JX_FIELD_TERM_INDICATOR_LEVEL2), ==, "数量指标");
  g_assert_cmpstr (jx_item_get (made, JX_FIELD_TERM_INDICATOR_VALUE), ==, "≥30公里");

  put (fixture, 0, 0, "成本指标");
  for (JxKind kind = 0; kind < JX_N_KINDS; kind++)
    if (kind == JX_KIND_INDICATOR || kind == JX_KIND_TERM_INDICATOR)
      {
        g_autoptr (GString) all = g_string_new (NULL);

        for (guint i = 0; i < 2; i++)
          g_string_append_printf (all, "%s ", jx_item_get (jx_item_child (fixture->project, kind, i), jx_field_find (kind, "level1")));
        g_assert_true (g_str_equal (all->str, "成本指标 产出指标 ") || g_str_equal (all->str, "产出指标 成本指标 "));
      }
}

/* Several blanks make one edit, parts of a value and new items among them. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxWriting) writing = jx_writing_new ();
  g_autoptr (GError) error = NULL;
  JxItem *indicator = jx_form_test_add (fixture->project, JX_KIND_INDICATOR);
  JxItem *added = jx_item_new (fixture->document, JX_KIND_INDICATOR);
  g_autoptr (JxEdit) edit = NULL;
  g_autoptr (JxEdit) back = NULL;

  jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "良好");
  jx_document_finish_building (fixture->document);
  lay_out (fixture);
  jx_writing_insert (writing, fixture->project, added);
  for (guint column = 0; column < 3; column++)
    {
      static const char *const words[] = { "≥", "12", "户" };
      JxBlank blank = *get_blank (fixture, 0, column);

      g_assert_true (jx_writing_put (writing, &blank, words[column], &error));
      blank.item = added;
      g_assert_true (jx_writing_put (writing, &blank, words[column], &error));
    }
  edit = jx_writing_finish (writing, &error);
  back = jx_document_apply (fixture->document, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_VALUE), ==, "≥12户");
  g_assert_true (jx_item_child (fixture->project, JX_KIND_INDICATOR, 1) == added);
  g_assert_cmpstr (jx_item_get (added, JX_FIELD_INDICATOR_VALUE), ==, "≥12户");
  jx_edit_free (jx_document_apply (fixture->document, back, &error));
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_VALUE), ==, "良好");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 1);
}

#define PARTS "<table widths='1 1 1'><each list='indicator'><row><cell>{value.sign}</cell><cell>{value.number}</cell><cell>{value.unit}</cell></row></each></table>"

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      g_autofree char *path = g_strdup_printf ("/writing/join/%s", joins[i].name);

      g_test_add_data_func (path, &joins[i], test_join);
    }
  g_test_add ("/writing/alternatives", Fixture, ALTERNATIVES, set_up, test_alternatives, tear_down);
  g_test_add ("/writing/keyed", Fixture, KEYED, set_up, test_keyed, tear_down);
  g_test_add ("/writing/nothing", Fixture, KEYED, set_up, test_nothing, tear_down);
  g_test_add ("/writing/ticks", Fixture, TICKS, set_up, test_ticks, tear_down);
  g_test_add ("/writing/beside", Fixture, BESIDE, set_up, test_beside, tear_down);
  g_test_add ("/writing/together", Fixture, PARTS, set_up, test_together, tear_down);

  return g_test_run ();
}
