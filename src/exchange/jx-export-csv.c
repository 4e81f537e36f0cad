/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-export-csv.h"

#include <string.h>

#include "exchange/jx-columns.h"

#define MARK "\xEF\xBB\xBF"
#define LINE_END "\r\n"
#define N_MONTHS 12

static const JxField document_fields[] = { JX_FIELD_YEAR, JX_FIELD_UNIT_CODE, JX_FIELD_UNIT_NAME };
static const JxField month_fields[] = { JX_FIELD_CHECKPOINT_PLAN, JX_FIELD_CHECKPOINT_SPENT };

typedef struct
{
  GString *text;
  gboolean in_line;
  gboolean months[N_MONTHS + 1]; /* those that any project has */
  const GArray *project_fields;  /* (element-type JxField), as the next */
  const GArray *indicator_fields;
} Csv;

static void
add_value (Csv *csv, const char *value)
{
  gboolean quoted = value != NULL && strpbrk (value, ",\"\r\n") != NULL;

  if (csv->in_line)
    g_string_append_c (csv->text, ',');
  csv->in_line = TRUE;
  if (quoted)
    g_string_append_c (csv->text, '"');
  for (const char *p = value != NULL ? value : ""; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv->text, '"');
      g_string_append_c (csv->text, *p);
    }
  if (quoted)
    g_string_append_c (csv->text, '"');
}

static void
end_line (Csv *csv)
{
  g_string_append (csv->text, LINE_END);
  csv->in_line = FALSE;
}

static guint
get_month (const JxItem *checkpoint)
{
  const char *month = jx_item_get (checkpoint, JX_FIELD_CHECKPOINT_MONTH);
  guint64 number = month != NULL ? g_ascii_strtoull (month, NULL, 10) : 0;

  return number <= N_MONTHS ? (guint) number : 0;
}

static void
note_months (Csv *csv, const JxItem *project)
{
  for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
    csv->months[get_month (jx_item_child (project, JX_KIND_CHECKPOINT, i))] = TRUE;
}

static void
add_labels (Csv *csv, const GArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    add_value (csv, jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, g_array_index (fields, JxField, i)));
}

/* @item: (nullable): blanks for none. */
static void
add_fields (Csv *csv, const JxItem *item, const GArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    add_value (csv, item != NULL ? jx_item_get (item, g_array_index (fields, JxField, i)) : NULL);
}

static void
add_heading (Csv *csv)
{
  for (gsize i = 0; i < G_N_ELEMENTS (document_fields); i++)
    add_value (csv, jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, document_fields[i]));
  add_labels (csv, csv->project_fields);
  for (guint month = 1; month <= N_MONTHS; month++)
    for (gsize i = 0; csv->months[month] && i < G_N_ELEMENTS (month_fields); i++)
      {
        g_autofree char *label = g_strdup_printf (jx_language_say (JX_LANGUAGE_DOCUMENT, "End of month %u: %s"), month, jx_field_get_label_in (JX_LANGUAGE_DOCUMENT, month_fields[i]));

        add_value (csv, label);
      }
  add_value (csv, jx_kind_get_label_in (JX_LANGUAGE_DOCUMENT, JX_KIND_GOAL));
  add_labels (csv, csv->indicator_fields);
  end_line (csv);
}

static const JxItem *
find_checkpoint (const JxItem *project, guint month)
{
  for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
    if (get_month (jx_item_child (project, JX_KIND_CHECKPOINT, i)) == month)
      return jx_item_child (project, JX_KIND_CHECKPOINT, i);

  return NULL;
}

static void
add_goals (Csv *csv, const JxItem *project)
{
  g_autoptr (GString) goals = g_string_new (NULL);

  for (guint i = 0; i < jx_item_count (project, JX_KIND_GOAL); i++)
    {
      const char *text = jx_item_get (jx_item_child (project, JX_KIND_GOAL, i), JX_FIELD_GOAL_TEXT);

      if (i > 0)
        g_string_append_c (goals, '\n');
      g_string_append (goals, text != NULL ? text : "");
    }
  add_value (csv, goals->str);
}

/* @indicator: (nullable): a project without any has a line too. */
static void
add_line (Csv *csv, const JxItem *project, const JxItem *indicator)
{
  const JxItem *root = jx_item_get_parent (project);

  for (gsize i = 0; i < G_N_ELEMENTS (document_fields); i++)
    add_value (csv, root != NULL ? jx_item_get (root, document_fields[i]) : NULL);
  add_fields (csv, project, csv->project_fields);
  for (guint month = 1; month <= N_MONTHS; month++)
    for (gsize i = 0; csv->months[month] && i < G_N_ELEMENTS (month_fields); i++)
      {
        const JxItem *checkpoint = find_checkpoint (project, month);

        add_value (csv, checkpoint != NULL ? jx_item_get (checkpoint, month_fields[i]) : NULL);
      }
  add_goals (csv, project);
  add_fields (csv, indicator, csv->indicator_fields);
  end_line (csv);
}

static void
add_project (Csv *csv, const JxItem *project)
{
  guint n = jx_item_count (project, JX_KIND_INDICATOR);

  for (guint i = 0; i < MAX (n, 1); i++)
    add_line (csv, project, jx_item_child (project, JX_KIND_INDICATOR, i));
}

char *
jx_export_csv (JxItem *subject)
{
  g_autoptr (GPtrArray) projects = jx_columns_list_items (subject, JX_KIND_PROJECT);
  g_autoptr (GArray) project_fields = jx_columns_new (subject, JX_KIND_PROJECT);
  g_autoptr (GArray) indicator_fields = jx_columns_new (subject, JX_KIND_INDICATOR);
  Csv csv = { .text = g_string_new (MARK), .project_fields = project_fields, .indicator_fields = indicator_fields };

  for (guint i = 0; i < projects->len; i++)
    note_months (&csv, projects->pdata[i]);
  add_heading (&csv);
  for (guint i = 0; i < projects->len; i++)
    add_project (&csv, projects->pdata[i]);

  return g_string_free (csv.text, FALSE);
}
