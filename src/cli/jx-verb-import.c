/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>

#include "base/jx-error.h"
#include "cli/jx-cli.h"
#include "exchange/jx-combine.h"
#include "xml/jx-xml-writer.h"

static void
add_count (JsonBuilder *builder, const char *key, guint value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
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

static gboolean
write_reports (GPtrArray *reports, const char *path, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "inputs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    add_report (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  text = g_strconcat (json, "\n", NULL);

  return jx_cli_write (path, text, -1, error);
}

/* Opens all inputs and joins them into the first; the reports stand in the order of the inputs. */
static JxDocument *
take_in (char **paths, GPtrArray *reports, GError **error)
{
  g_autoptr (JxDocument) whole = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      JxReport *report = NULL;
      g_autoptr (JxDocument) document = jx_cli_open (paths[i], &report, error);

      if (document == NULL)
        return NULL;

      if (report == NULL)
        report = jx_report_new (paths[i]);
      g_ptr_array_add (reports, report);
      if (whole == NULL)
        whole = g_steal_pointer (&document);
      else
        jx_edit_free (jx_combine (whole, document, report));
    }

  return g_steal_pointer (&whole);
}

static guint
print_summaries (GPtrArray *reports, JxDocument *document)
{
  guint n_to_look_at = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      const JxReport *report = g_ptr_array_index (reports, i);
      g_autofree char *summary = jx_report_summarise (report, document);
      GPtrArray *entries = jx_report_list (report);

      g_print ("%s: %s\n", jx_report_get_source (report), summary);
      for (guint j = 0; j < entries->len; j++)
        {
          const JxReportEntry *entry = g_ptr_array_index (entries, j);

          if (entry->type == JX_REPORT_TAKEN)
            continue;
          n_to_look_at++;
          g_print ("%s:%u: %s: “%s”\n", jx_report_get_source (report), entry->line, entry->message, entry->text);
        }
    }

  return n_to_look_at;
}

int
jx_verb_import (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *report_path = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write the document"), "DOC.jixiao" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report_path, N_("Where to write the report, as JSON"), "FILE.json" },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_report_free);
  g_autoptr (JxDocument) document = NULL;

  if (!jx_cli_parse (argc, argv, "INPUT… -o DOC.jixiao", options, 1, G_MAXUINT, &words, error))
    return JX_EXIT_FAILED;
  if (output == NULL)
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_USAGE, _("import: no file to write to; give one with -o"));
      return JX_EXIT_FAILED;
    }

  document = take_in (words, reports, error);
  if (document == NULL || !jx_xml_save (document, output, error))
    return JX_EXIT_FAILED;
  if (report_path != NULL && !write_reports (reports, report_path, error))
    return JX_EXIT_FAILED;

  /* The summary would spoil a document that goes to standard output. */
  if (g_strcmp0 (output, "-") == 0 || g_strcmp0 (report_path, "-") == 0)
    {
      for (guint i = 0; i < reports->len; i++)
        if (jx_report_count (reports->pdata[i], JX_REPORT_GUESSED) + jx_report_count (reports->pdata[i], JX_REPORT_LEFT) > 0)
          return JX_EXIT_LOOK;
      return JX_EXIT_DONE;
    }

  return print_summaries (reports, document) > 0 ? JX_EXIT_LOOK : JX_EXIT_DONE;
}
