/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "base/jx-atomic-file.h"
#include "base/jx-error.h"
#include "cli/jx-cli.h"
#include "xml/jx-xml-writer.h"

/* What the verbs share that take something in, write a document and tell about it. */

static void
add_count (JsonBuilder *builder, const char *key, guint value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_tables (JsonBuilder *builder, const JxReport *report)
{
  GPtrArray *tables = jx_report_list_tables (report);

  json_builder_set_member_name (builder, "tables");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tables->len; i++)
    {
      const JxReportTable *table = g_ptr_array_index (tables, i);

      json_builder_begin_object (builder);
      add_count (builder, "line", table->line);
      jx_cli_add_text (builder, "path", table->path);
      jx_cli_add_text (builder, "form", table->form);
      jx_cli_add_text (builder, "title", table->title);
      add_count (builder, "certainty", table->certainty);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_report (JsonBuilder *builder, const JxReport *report)
{
  GPtrArray *entries = jx_report_list (report);
  guint certainty = 0;
  const char *form = jx_report_get_form (report, &certainty);

  json_builder_begin_object (builder);
  jx_cli_add_text (builder, "source", jx_report_get_source (report));
  jx_cli_add_text (builder, "form", form);
  add_count (builder, "certainty", certainty);
  for (JxReportType type = JX_REPORT_TAKEN; type <= JX_REPORT_LEFT; type++)
    add_count (builder, jx_report_type_get_name (type), jx_report_count (report, type));
  add_tables (builder, report);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const JxReportEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      jx_cli_add_text (builder, "type", jx_report_type_get_name (entry->type));
      add_count (builder, "line", entry->line);
      jx_cli_add_text (builder, "text", entry->text);
      jx_cli_add_text (builder, "path", entry->path);
      jx_cli_add_text (builder, "message", entry->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
jx_cli_add_reports (JsonBuilder *builder, const char *key, GPtrArray *reports)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    add_report (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
}

char *
jx_cli_describe_difference (JxDifferenceType type, const char *place, const char *a, const char *b)
{
  a = a != NULL ? a : "";
  b = b != NULL ? b : "";
  switch (type)
    {
    case JX_DIFFERENCE_CHANGED:
      return g_strdup_printf (_("%s: “%s” → “%s”\n"), place, a, b);
    case JX_DIFFERENCE_ADDED:
      return g_strdup_printf (_("%s: added “%s”\n"), place, b);
    case JX_DIFFERENCE_REMOVED:
      return g_strdup_printf (_("%s: removed “%s”\n"), place, a);
    case JX_DIFFERENCE_MOVED:
      return g_strdup_printf (_("%s: moved “%s” here\n"), place, b);
    default:
      g_assert_not_reached ();
    }
}

void
jx_cli_print_entries (const JxReport *report)
{
  GPtrArray *entries = jx_report_list (report);

  for (guint i = 0; i < entries->len; i++)
    {
      const JxReportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->type != JX_REPORT_TAKEN)
        g_print ("%s:%u: %s: “%s”\n", jx_report_get_source (report), entry->line, entry->message, entry->text);
    }
}

guint
jx_cli_count_to_look_at (GPtrArray *reports)
{
  guint count = 0;

  for (guint i = 0; i < reports->len; i++)
    count += jx_report_count (reports->pdata[i], JX_REPORT_GUESSED) + jx_report_count (reports->pdata[i], JX_REPORT_LEFT);

  return count;
}

JxDocument *
jx_cli_open_reporting (const char *path, GPtrArray *reports, GError **error)
{
  JxReport *report = NULL;
  JxDocument *document = jx_cli_open (path, &report, error);

  if (document != NULL)
    g_ptr_array_add (reports, report != NULL ? report : jx_report_new (path));

  return document;
}

gboolean
jx_cli_is_standard_output (const char *path)
{
  return g_strcmp0 (path, "-") == 0;
}

gboolean
jx_cli_check_output (const char *verb, const char *output, const char *report_path, GError **error)
{
  if (output == NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("%s: no file to write to; give one with -o"), verb);
  else if (report_path != NULL && strcmp (output, report_path) == 0)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("%s: document and report cannot go to the same place; give another with --report"), verb);
  else
    return TRUE;

  return FALSE;
}

gboolean
jx_cli_save (JxDocument *document, const char *output, const char *report_path, const char *report, GError **error)
{
  g_autoptr (JxAtomicFile) file = report_path != NULL ? jx_atomic_file_new (report_path, error) : NULL;

  if (report_path != NULL && (file == NULL || !jx_atomic_file_write (file, report, strlen (report), error)))
    return FALSE;

  return jx_xml_save (document, output, error)
         && (file == NULL || jx_atomic_file_commit (file, error));
}
