/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "base/jx-amount.h"
#include "cli/jx-cli.h"

void
jx_cli_add_text (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

const char *
jx_cli_get_label (const JxItem *item, JxField field)
{
  return field != JX_FIELD_NONE ? jx_field_get_label (field) : jx_kind_get_label (jx_item_get_kind (item));
}

char *
jx_cli_finish_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
}

static void
add_number (JsonBuilder *builder, const char *key, const char *digits)
{
  json_builder_set_member_name (builder, key);
  if (digits != NULL)
    json_builder_add_int_value (builder, g_ascii_strtoll (digits, NULL, 10));
  else
    json_builder_add_null_value (builder);
}

static void
add_field (JsonBuilder *builder, const JxItem *item, JxField field)
{
  jx_cli_add_text (builder, jx_field_get_info (field)->json_key, jx_item_get (item, field));
}

/* Numbering as written matters only where it is not the usual one. */
static gboolean
is_mark (JxField field)
{
  return field == JX_FIELD_SUB_GOAL_MARK || field == JX_FIELD_MEASURE_MARK || field == JX_FIELD_GOAL_MARK
         || field == JX_FIELD_TERM_GOAL_MARK;
}

static void
add_fields (JsonBuilder *builder, const JxItem *item)
{
  JxField first;
  guint count;

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  for (guint i = 0; i < count; i++)
    if (!is_mark (first + i) || jx_item_get (item, first + i) != NULL)
      add_field (builder, item, first + i);
}

static void
add_items (JsonBuilder *builder, const char *key, const JxItem *parent, JxKind kind)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < jx_item_count (parent, kind); i++)
    {
      json_builder_begin_object (builder);
      add_fields (builder, jx_item_child (parent, kind, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_texts (JsonBuilder *builder, const char *key, const JxItem *parent, JxKind kind, JxField field)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < jx_item_count (parent, kind); i++)
    {
      const char *text = jx_item_get (jx_item_child (parent, kind, i), field);

      json_builder_add_string_value (builder, text != NULL ? text : "");
    }
  json_builder_end_array (builder);
}

static void
add_overview (JsonBuilder *builder, const JxItem *root)
{
  json_builder_set_member_name (builder, "overview");
  json_builder_begin_object (builder);
  add_field (builder, root, JX_FIELD_OVERALL_GOAL);
  add_items (builder, "sub_goals", root, JX_KIND_SUB_GOAL);
  json_builder_set_member_name (builder, "safeguards");
  json_builder_begin_object (builder);
  add_field (builder, root, JX_FIELD_SAFEGUARDS_INTRO);
  add_texts (builder, "measures", root, JX_KIND_MEASURE, JX_FIELD_MEASURE_TEXT);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* A checkpoint is told twice: as a line of the plan and as what was spent by then. */
static void
add_checkpoints (JsonBuilder *builder, const char *key, const JxItem *project, const JxField *told, guint n_told)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
    {
      const JxItem *checkpoint = jx_item_child (project, JX_KIND_CHECKPOINT, i);

      json_builder_begin_object (builder);
      add_number (builder, "month", jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_MONTH));
      for (guint j = 0; j < n_told; j++)
        add_field (builder, checkpoint, told[j]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_project (JsonBuilder *builder, const JxItem *project)
{
  static const JxField planned[] = { JX_FIELD_CHECKPOINT_PLAN };
  static const JxField spent[] = {
    JX_FIELD_CHECKPOINT_SPENT, JX_FIELD_CHECKPOINT_SPENT_FISCAL, JX_FIELD_CHECKPOINT_SPENT_CARRIED, JX_FIELD_CHECKPOINT_SPENT_OTHER,
    JX_FIELD_CHECKPOINT_EXPECTED, JX_FIELD_CHECKPOINT_EXPECTED_FISCAL, JX_FIELD_CHECKPOINT_EXPECTED_CARRIED, JX_FIELD_CHECKPOINT_EXPECTED_OTHER,
    JX_FIELD_CHECKPOINT_REASON, JX_FIELD_CHECKPOINT_REMEDY,
  };

  json_builder_begin_object (builder);
  add_fields (builder, project);
  add_checkpoints (builder, "plan", project, planned, G_N_ELEMENTS (planned));
  add_checkpoints (builder, "spent", project, spent, G_N_ELEMENTS (spent));
  add_texts (builder, "goals", project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT);
  add_items (builder, "indicators", project, JX_KIND_INDICATOR);
  add_texts (builder, "term_goals", project, JX_KIND_TERM_GOAL, JX_FIELD_TERM_GOAL_TEXT);
  add_items (builder, "term_indicators", project, JX_KIND_TERM_INDICATOR);
  json_builder_end_object (builder);
}

static void
add_document (JsonBuilder *builder, JxDocument *document)
{
  const JxItem *root = jx_document_get_root (document);
  g_autofree char *total = jx_amount_format (jx_document_sum (document, JX_FIELD_PROJECT_BUDGET));

  json_builder_begin_object (builder);
  add_number (builder, "year", jx_item_get (root, JX_FIELD_YEAR));
  add_field (builder, root, JX_FIELD_REGION);
  json_builder_set_member_name (builder, "unit");
  json_builder_begin_object (builder);
  add_field (builder, root, JX_FIELD_UNIT_CODE);
  add_field (builder, root, JX_FIELD_UNIT_NAME);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "department");
  json_builder_begin_object (builder);
  add_field (builder, root, JX_FIELD_DEPARTMENT_CODE);
  add_field (builder, root, JX_FIELD_DEPARTMENT_NAME);
  json_builder_end_object (builder);
  jx_cli_add_text (builder, "amount_unit", "万元");
  add_field (builder, root, JX_FIELD_PROFILE);
  add_number (builder, jx_field_get_info (JX_FIELD_MONITORED)->json_key, jx_item_get (root, JX_FIELD_MONITORED));
  add_overview (builder, root);
  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    add_project (builder, jx_item_child (root, JX_KIND_PROJECT, i));
  json_builder_end_array (builder);
  jx_cli_add_text (builder, "total", total);
  json_builder_end_object (builder);
}

char *
jx_cli_document_to_json (JxDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_document (builder, document);

  return jx_cli_finish_json (builder);
}
