/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <json-glib/json-glib.h>

#include "exchange/jx-export-text.h"
#include "jx-test.h"
#include "model/jx-item-build.h"

static const JxForm *
get_form (const char *id, JxKind subject)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), id, subject);

  g_assert_nonnull (form);

  return form;
}

/* @text without white space and without the marks a converter leaves. */
static char *
dup_bare (const char *text)
{
  GString *bare = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char (text);

      if (g_str_has_prefix (text, "[bookmark:"))
        {
          text = strchr (text, ']') + 1;
          continue;
        }
      if (!g_unichar_isspace (character))
        g_string_append_unichar (bare, character);
      text = g_utf8_next_char (text);
    }

  return g_string_free (bare, FALSE);
}

static JxItem *
add_item (JxItem *parent, JxKind kind)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_append (parent, item);

  return item;
}

/* What the JSON object of @item says, by the table of fields. */
static void
take_fields (JxItem *item, JsonObject *object)
{
  JxField first;
  guint count;

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    {
      const char *key = jx_field_get_info (first + i)->json_key;
      JsonNode *node = json_object_get_member (object, key);

      if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        jx_item_init (item, first + i, json_node_get_string (node));
      else
        {
          g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

          jx_item_init (item, first + i, number);
        }
    }
}

/* A list of objects, or of texts that go to @field. */
static void
take_list (JxItem *parent, JsonObject *object, const char *name, JxKind kind, JxField field)
{
  JsonArray *array = json_object_get_array_member (object, name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JxItem *item = add_item (parent, kind);

      if (JSON_NODE_HOLDS_OBJECT (node))
        take_fields (item, json_node_get_object (node));
      else
        jx_item_init (item, field, json_node_get_string (node));
    }
}

static JxDocument *
read_json (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JsonObject *object, *overview, *safeguards;
  JsonArray *projects;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  object = json_node_get_object (json_parser_get_root (parser));
  take_fields (root, json_object_get_object_member (object, "unit"));

  overview = json_object_get_object_member (object, "overview");
  safeguards = json_object_get_object_member (overview, "safeguards");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, json_object_get_string_member (overview, "goal"));
  jx_item_init (root, JX_FIELD_SAFEGUARDS_INTRO, json_object_get_string_member (safeguards, "intro"));
  take_list (root, overview, "sub_goals", JX_KIND_SUB_GOAL, JX_FIELD_NONE);
  take_list (root, safeguards, "measures", JX_KIND_MEASURE, JX_FIELD_MEASURE_TEXT);

  projects = json_object_get_array_member (object, "projects");
  for (guint i = 0; i < json_array_get_length (projects); i++)
    {
      JsonObject *source = json_array_get_object_element (projects, i);
      JxItem *project = add_item (root, JX_KIND_PROJECT);

      take_fields (project, source);
      take_list (project, source, "plan", JX_KIND_CHECKPOINT, JX_FIELD_NONE);
      take_list (project, source, "goals", JX_KIND_GOAL, JX_FIELD_GOAL_TEXT);
      take_list (project, source, "indicators", JX_KIND_INDICATOR, JX_FIELD_NONE);
    }

  return document;
}

static void
test_real_document (void)
{
  g_autofree char *json_path = jx_test_shared ("seed/goal-document.json");
  g_autofree char *text_path = jx_test_shared ("seed/goal-document.txt");
  g_autofree char *source = NULL, *expected = NULL, *text = NULL, *bare = NULL;
  g_autoptr (JxDocument) document = NULL;
  JxItem *measure;

  if (json_path == NULL || text_path == NULL)
    return;

  document = read_json (json_path);
  /* The seventh measure's number has one half-width bracket in the source. */
  measure = jx_item_child (jx_document_get_root (document), JX_KIND_MEASURE, 6);
  jx_item_init (measure, JX_FIELD_MEASURE_MARK, "(七）");
  jx_document_finish_building (document);

  source = jx_test_read (text_path, NULL);
  expected = dup_bare (source);
  text = jx_export_text (get_form (NULL, JX_KIND_DOCUMENT), jx_document_get_root (document));
  bare = dup_bare (text);
  g_assert_cmpstr (bare, ==, expected);
}

static JxItem *
make_project (JxDocument *document)
{
  JxItem *root = jx_document_get_root (document);
  JxItem *project = add_item (root, JX_KIND_PROJECT);

  jx_item_init (root, JX_FIELD_UNIT_CODE, "301002");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "青禾县云溪镇人民政府");
  jx_item_init (project, JX_FIELD_PROJECT_NAME, "村道养护");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "6.90");

  return project;
}

static void
add_indicator (JxItem *project, const char *level1, const char *level2, const char *level3)
{
  JxItem *indicator = add_item (project, JX_KIND_INDICATOR);

  jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL1, level1);
  jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL2, level2);
  jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL3, level3);
}

static void
test_grammar (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = make_project (document);
  JxItem *goal = add_item (project, JX_KIND_GOAL);
  g_autofree char *text = NULL;

  jx_item_init (goal, JX_FIELD_GOAL_TEXT, "道路平整\n\t雨后可行");
  add_indicator (project, "产出指标", "数量指标", "养护里程");
  add_indicator (project, "产出指标", "数量指标", "巡查次数");
  jx_document_finish_building (document);

  text = jx_export_text (get_form ("hebei-goal-table", JX_KIND_PROJECT), project);
  g_assert_cmpstr (text, ==,
                   "1.村道养护绩效目标表\n"
                   "\t301002青禾县云溪镇人民政府\n\t单位：万元\n\n"
                   "\t项目编码\n\t \n\t项目名称\n\t村道养护\n\n"
                   "\t预算规模及资金用途\n\t预算数\n\t6.90\n\t其中：财政资金\n\t \n\t其他资金\n\t \n\n"
                   "\t\n\t \n\n"
                   "\t资金支出计划（%）\n\t \n\t \n\t \n\t \n\n"
                   "\t\n\t \n\t \n\t \n\t \n\n"
                   "\t绩效目标\n\t1.道路平整\n 雨后可行\n\n"
                   "\n \n"
                   "\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\t指标值确定依据\n\n"
                   "\t产出指标\n\t数量指标\n\t养护里程\n\t \n\t \n\t \n\n"
                   "\t\n\t数量指标\n\t巡查次数\n\t \n\t \n\t \n\n"
                   "\n \n");
}

static void
test_title_page_is_left_out (void)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autofree char *text = NULL;

  jx_item_init (jx_document_get_root (document), JX_FIELD_YEAR, "2031");
  make_project (document);
  jx_document_finish_building (document);

  text = jx_export_text (get_form ("hebei-document", JX_KIND_DOCUMENT), jx_document_get_root (document));
  g_assert_null (strstr (text, "2031"));
  g_assert_nonnull (strstr (text, "第一部分\n部门整体绩效目标\n"));
  g_assert_nonnull (strstr (text, "1.村道养护绩效目标表\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-text/real-document", test_real_document);
  g_test_add_func ("/export-text/grammar", test_grammar);
  g_test_add_func ("/export-text/title-page-is-left-out", test_title_page_is_left_out);

  return g_test_run ();
}
