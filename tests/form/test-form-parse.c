/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/jx-error.h"
#include "form/jx-form.h"
#include "jx-form-test.h"
#include "jx-test.h"

#define HEAD "<form xmlns='urn:jixiao:form:1' id='t' subject='project'>\n<title>表</title>\n"
#define TAIL "</form>\n"

static const JxFormNode *
child (const JxFormNode *node, guint index)
{
  g_assert_cmpuint (index, <, node->children->len);

  return node->children->pdata[index];
}

static const JxFormPart *
get_part (const JxFormNode *node, guint index)
{
  g_assert_cmpuint (index, <, node->parts->len);

  return node->parts->pdata[index];
}

static void
test_head (void)
{
  const char *text = "<form xmlns='urn:jixiao:form:1' id='qinghe' standard='yes'><title> 青禾表 </title>"
                     "<page size='A4' orientation='landscape' margins-mm='10 20.5 30 40'/></form>";
  g_autoptr (GError) error = NULL;
  g_autoptr (JxForm) form = jx_form_parse (text, strlen (text), "t.xml", &error);
  const JxFormPage *page;

  g_assert_no_error (error);
  g_assert_cmpstr (jx_form_get_id (form), ==, "qinghe");
  g_assert_cmpstr (jx_form_get_title (form), ==, "青禾表");
  g_assert_cmpint (jx_form_get_subject (form), ==, JX_KIND_DOCUMENT);
  g_assert_true (jx_form_is_standard (form));

  page = jx_form_get_page (form);
  g_assert_cmpfloat (page->width_mm, ==, 297);
  g_assert_cmpfloat (page->height_mm, ==, 210);
  g_assert_cmpfloat (page->top_mm, ==, 10);
  g_assert_cmpfloat (page->right_mm, ==, 20.5);
  g_assert_cmpfloat (page->bottom_mm, ==, 30);
  g_assert_cmpfloat (page->left_mm, ==, 40);
}

static void
test_parts (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse ("<heading level='3'>{number:（一）}{name}\n    表<br/>{document/unit-code}{budget:万元}</heading>");
  const JxFormNode *heading = child (jx_form_get_root (form), 0);

  g_assert_cmpint (heading->type, ==, JX_NODE_HEADING);
  g_assert_cmpint (heading->level, ==, 3);
  g_assert_cmpint (heading->line, ==, 3);
  g_assert_nonnull (heading->style);
  g_assert_false (jx_form_node_is_label (heading));
  g_assert_cmpuint (heading->parts->len, ==, 7);

  g_assert_cmpint (get_part (heading, 0)->type, ==, JX_PART_NUMBER);
  g_assert_true (get_part (heading, 0)->chinese);
  g_assert_cmpstr (get_part (heading, 0)->text, ==, "（");
  g_assert_cmpstr (get_part (heading, 0)->after, ==, "）");
  g_assert_cmpint (get_part (heading, 0)->field, ==, JX_FIELD_NONE);
  g_assert_cmpint (get_part (heading, 1)->field, ==, JX_FIELD_PROJECT_NAME);
  g_assert_cmpstr (get_part (heading, 2)->text, ==, "表");
  g_assert_false (get_part (heading, 2)->optional);
  g_assert_cmpint (get_part (heading, 3)->type, ==, JX_PART_BREAK);
  g_assert_cmpint (get_part (heading, 4)->kind, ==, JX_KIND_DOCUMENT);
  g_assert_cmpint (get_part (heading, 4)->field, ==, JX_FIELD_UNIT_CODE);
  g_assert_cmpint (get_part (heading, 5)->field, ==, JX_FIELD_PROJECT_BUDGET);
  g_assert_cmpstr (get_part (heading, 6)->text, ==, "万元");
  g_assert_true (get_part (heading, 6)->optional);
}

static void
test_table (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse (
    "<style name='cell' size-pt='9'/><style name='label' size-pt='8'/><style name='head' size-pt='7'/>"
    "<table widths='1 2 3 4' frame='no'>"
    "<row header='yes' style='head' frame='yes'><cell columns='4'>头</cell></row>"
    "<row><cell rows='2' merge='yes'>标签<alias>名称</alias><alias> 别名 </alias></cell><cell columns='3' merge='drawn'>{name}</cell></row>"
    "<row><across list='checkpoint' items='3'><cell>{month}</cell></across></row>"
    "<row><cell/><cell columns='3' list='goal'>{number:1.}{text}</cell></row>"
    "<each list='indicator'><row><cell columns='4'>{value}</cell></row></each>"
    "</table>");
  const JxFormNode *table = child (jx_form_get_root (form), 0);
  const JxFormNode *label = child (child (table, 1), 0);
  const JxFormNode *across = child (child (table, 2), 0);
  const JxFormNode *goals = child (child (table, 3), 1);

  g_assert_cmpuint (table->widths->len, ==, 4);
  g_assert_true (child (table, 0)->header);
  g_assert_true (child (child (table, 0), 0)->frame);
  g_assert_cmpfloat (child (child (table, 0), 0)->style->size_pt, ==, 7);

  g_assert_true (jx_form_node_is_label (label));
  g_assert_false (label->frame);
  g_assert_cmpfloat (label->style->size_pt, ==, 8);
  g_assert_cmpint (label->rows, ==, 2);
  g_assert_true (label->merge);
  g_assert_false (label->drawn_only);
  g_assert_cmpuint (label->aliases->len, ==, 2);
  g_assert_cmpstr (label->aliases->pdata[0], ==, "名称");
  g_assert_cmpint (label->parts->len, ==, 1);
  g_assert_true (child (child (table, 1), 1)->drawn_only);
  g_assert_cmpfloat (child (child (table, 1), 1)->style->size_pt, ==, 9);

  g_assert_cmpint (across->each, ==, JX_KIND_CHECKPOINT);
  g_assert_cmpint (across->columns, ==, 3);
  g_assert_cmpint (across->items, ==, 3);
  g_assert_false (jx_form_node_is_label (child (child (table, 3), 0)));
  g_assert_cmpint (goals->each, ==, JX_KIND_GOAL);
  g_assert_cmpint (get_part (goals, 0)->field, ==, JX_FIELD_GOAL_MARK);
  g_assert_cmpint (get_part (goals, 1)->field, ==, JX_FIELD_GOAL_TEXT);
  g_assert_cmpint (child (table, 4)->type, ==, JX_NODE_EACH);
}

static void
test_equal_widths (void)
{
  g_autoptr (JxForm) form = jx_form_test_parse ("<table><row><cell columns='2'>甲</cell><cell>乙</cell></row></table>");

  g_assert_cmpuint (child (jx_form_get_root (form), 0)->widths->len, ==, 3);
}

/* What is wrong, the line it is in, and a piece of the sentence. */
static const struct
{
  const char *blocks;
  int line;
  const char *sentence;
} bad[] = {
  { "<paragraph>{nmae}</paragraph>", 3, "a “project” has no field “nmae”; choose one of: code name" },
  { "\n\n<paragraph>{title}</paragraph>", 5, "has no field “title”" },
  { "<paragraph>{sub-goal/title}</paragraph>", 3, "“sub-goal” does not hold" },
  { "<paragraph>{name</paragraph>", 3, "a brace stands alone" },
  { "<paragraph>name}</paragraph>", 3, "a brace stands alone" },
  { "<paragraph>{a{name}}</paragraph>", 3, "a brace stands alone" },
  { "<paragraph>{number:x}</paragraph>", 3, "how to number" },
  { "<paragraph>{}</paragraph>", 3, "has no field “”" },
  { "<paragraph>{checkpoint(12)/spnt}</paragraph>", 3, "a “checkpoint” has no field “spnt”" },
  { "<paragraph>{checkpoint(monitord)/spent}</paragraph>", 3, "“(monitord)” does not say which item" },
  { "<paragraph>{checkpoint/spent}</paragraph>", 3, "“checkpoint” does not hold" },
  { "<paragraph>{checkpoint(12/spent}</paragraph>", 3, "does not hold" },
  { "<paragraph>{sub-goal(1)/goal/x}</paragraph>", 3, "has no field “goal/x”" },
  { "<table><each list='term-goal' beside='goals'><row><cell>x</cell></row></each></table>", 3, "holds no list “goals”" },
  { "<table><each list='goal' beside='goal'><row><cell>x</cell></row></each></table>", 3, "holds no list “goal”" },
  { "<table><each list='goal' beside='measure'><row><cell>x</cell></row></each></table>", 3, "holds no list “measure”" },
  { "<table><each list='goal' by='text'><row><cell>x</cell></row></each></table>", 3, "name the second with “beside”" },
  { "<table><each list='goal' beside='term-goal' by='text level1'><row><cell>x</cell></row></each></table>", 3, "“by” names “level1”" },
  { "<each list='goal' beside='term-goal'><paragraph>x</paragraph></each>", 3, "only rows of a table" },
  { "<table><each list='goal' beside='term-goal'><row><cell>{indicator/value}</cell></row></each></table>", 3, "“indicator” does not hold" },
  { "<paragraph>{unit|}</paragraph>", 3, "has no field “”" },
  { "<paragraph>{name.sign}</paragraph>", 3, "“.sign” is no part of “name”" },
  { "<each list='indicator'><paragraph>{value.colour}</paragraph></each>", 3, "“.colour” is no part of “value”" },
  { "<paragraph>{nmae?新增}</paragraph>", 3, "has no field “nmae”" },
  { "<paragraph>{percent budget of}</paragraph>", 3, "does not say of what" },
  { "<paragraph>{sum }</paragraph>", 3, "does not say of what" },
  { "<paragraph>{sum indicator/nmae}</paragraph>", 3, "has no field “nmae”" },
  { "<paragraph>{percent indicator/weight of budget}</paragraph>", 3, "“indicator” does not hold" },
  { "<paragraph><b>x</b></paragraph>", 3, "“b” may not stand among words" },
  { "<paragraph style='none'>x</paragraph>", 3, "no style “none”" },
  { "<paragraph colour='red'>x</paragraph>", 3, "no attribute “colour”" },
  { "<cell>x</cell>", 3, "“cell” may not stand in “form”" },
  { "<tabel/>", 3, "no element “tabel”" },
  { "words", 1, "words straight in “form”" },
  { "<heading level='7'>x</heading>", 3, "whole number from 1 to 4" },
  { "<style face='fangsong'/>", 3, "the style has no “name”" },
  { "<style name='s' face='arial'/>", 3, "“face” is “arial”" },
  { "<style name='s' size-pt='huge'/>", 3, "“size-pt” is “huge”" },
  { "<style name='s' size-pt='nan'/>", 3, "“size-pt” is “nan”" },
  { "<page margins-mm='1 2 3'/>", 3, "four numbers" },
  { "<page size='B9'/>", 3, "“size” is “B9”" },
  { "<use list='project'/>", 3, "holds no list “project”" },
  { "<use/>", 3, "which “form”" },
  { "<each list='project'><paragraph>x</paragraph></each>", 3, "holds no list “project”" },
  { "<each><paragraph>x</paragraph></each>", 3, "of which “list”" },
  { "<each list='goal'><row><cell>x</cell></row></each>", 3, "“row” may not stand in “each”" },
  { "<table><each list='goal'><paragraph>x</paragraph></each></table>", 3, "“paragraph” may not stand in “each”" },
  { "<table/>", 3, "“table” is empty" },
  { "<table><row/></table>", 3, "“row” is empty" },
  { "<table widths='1 x'><row><cell>x</cell></row></table>", 3, "“widths” has “x”" },
  { "<table widths='1 -2'><row><cell>x</cell></row></table>", 3, "“widths” has “-2”" },
  { "<table widths='1 2'>\n<row><cell>x</cell></row></table>", 4, "add up to 1, but 2 of the table's 2 are free" },
  { "<table widths='1 2'>\n<row><cell columns='3'>x</cell></row></table>", 4, "add up to 3, but 2" },
  { "<table widths='1 2'><row><cell columns='0'>x</cell></row></table>", 3, "“columns” is “0”" },
  { "<table widths='1 2'><row><cell columns='1.5'>x</cell></row></table>", 3, "“columns” is “1.5”" },
  { "<table widths='1 2'><row><cell rows='2'>x</cell><cell>x</cell></row>\n<row><cell>y</cell><cell>y</cell></row></table>", 4, "add up to 2, but 1" },
  { "<table widths='1 1 1'><row><cell>x</cell><cell rows='2'>x</cell><cell>x</cell></row>\n<row><cell columns='2'>y</cell></row></table>", 4, "into the middle" },
  { "<table widths='1 2'><row><cell rows='2'>x</cell><cell>x</cell></row></table>", 3, "past the last row" },
  { "<table widths='1 2'><row><cell rows='2'>x</cell><cell>x</cell></row>\n<each list='goal'><row><cell>y</cell></row></each></table>", 4, "into the repeated rows" },
  { "<table widths='1 1'><row><across list='checkpoint' columns='2'><cell rows='2'>{month}</cell><cell>{plan}</cell></across></row></table>", 3, "different “rows”" },
  { "<table widths='1 1'><row><across list='checkpoint' columns='2'><cell>x</cell></across></row></table>", 3, "no field" },
  { "<table widths='1 1'><row><across list='checkpoint' columns='2'/></row></table>", 3, "“across” is empty" },
};

static void
test_mistakes (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strconcat (HEAD, bad[which].blocks, TAIL, NULL);
  g_autofree char *place = g_strdup_printf ("t.xml:%d: ", bad[which].line);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxForm) form = jx_form_parse (text, strlen (text), "t.xml", &error);

  g_assert_null (form);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == JX_ERROR);
  g_assert_nonnull (strstr (error->message, bad[which].sentence));
  g_assert_true (g_str_has_prefix (error->message, place));
}

/* Whole files that are no forms. */
static const struct
{
  const char *text;
  const char *sentence;
} not_forms[] = {
  { "", "t.xml:1: this is not well-formed XML" },
  { "青禾县", "t.xml:1: this is not well-formed XML" },
  { "<form xmlns='urn:jixiao:form:1' id='t'>\n<title>t</form>", "t.xml:2: this is not well-formed XML" },
  { "<form id='t'><title>t</title></form>", "t.xml:1: this is not a form" },
  { "<table xmlns='urn:jixiao:form:1'/>", "t.xml:1: this is not a form" },
  { "<form xmlns='urn:jixiao:form:1'><title>t</title></form>", "has no “id”" },
  { "<form xmlns='urn:jixiao:form:1' id='t'/>", "has no title" },
  { "<form xmlns='urn:jixiao:form:1' id='t' subject='goal'><title>t</title></form>", "“subject” is “goal”" },
  { "<!DOCTYPE form [<!ENTITY a 'b'>]><form xmlns='urn:jixiao:form:1' id='t'><title>&a;</title></form>", "document type declaration" },
};

static void
test_no_form (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxForm) form = jx_form_parse (not_forms[which].text, strlen (not_forms[which].text), "t.xml", &error);

  g_assert_null (form);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, not_forms[which].sentence));
}

static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (jx_form_parse (text, strlen (text), "t.xml", &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_LIMIT);
}

/* Whatever a file holds, there is a form or a sentence that names the file. */
static void
assert_form_or_sentence (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JxForm) form = jx_form_parse (text, length, "t.xml", &error);

  g_assert_true ((form == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_str_has_prefix (error->message, "t.xml:"));
}

static void
test_damaged_files (void)
{
  g_autofree char *path = jx_test_source ("data/forms/hebei-goal-table.xml");
  gsize length;
  g_autofree char *text = jx_test_read (path, &length);

  for (gsize i = 0; i < length; i += 11)
    assert_form_or_sentence (text, i);

  for (int round = 0; round < 500; round++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);

      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        damaged[g_test_rand_int_range (0, length)] = "{}<>/\"'=1 \0x"[g_test_rand_int_range (0, 12)];
      assert_form_or_sentence (damaged, length);
    }
}

static void
test_marks (void)
{
  static const struct { const char *mark; guint number; } marks[] = {
    { "（七）", 7 }, { "(七）", 7 }, { "7.", 7 }, { "７、", 7 }, { "⑦", 7 }, { "（十三）", 13 }, { "12、", 12 },
    { "第二十一条", 21 }, { "⒊", 3 }, { "㈣", 4 }, { "①.", 1 }, { "", 0 }, { "—", 0 }, { "a", 0 }, { "一一", 0 }, { "目标3：", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_test_message ("“%s”", marks[i].mark);
      g_assert_cmpuint (jx_form_read_mark (marks[i].mark), ==, marks[i].number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/form-parse/head", test_head);
  g_test_add_func ("/form-parse/parts", test_parts);
  g_test_add_func ("/form-parse/table", test_table);
  g_test_add_func ("/form-parse/equal-widths", test_equal_widths);
  g_test_add_func ("/form-parse/too-large", test_too_large);
  g_test_add_func ("/form-parse/damaged-files", test_damaged_files);
  g_test_add_func ("/form-parse/marks", test_marks);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form-parse/mistakes/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_mistakes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form-parse/no-form/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_no_form);
    }

  return g_test_run ();
}
