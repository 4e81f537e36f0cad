/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/jx-cli.h"
#include "exchange/jx-combine.h"

static char *
to_json (GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  jx_cli_add_reports (builder, "inputs", reports);
  json_builder_end_object (builder);

  return jx_cli_finish_json (builder);
}

/* Opens all inputs and joins them into the first; the reports stand in the order of the inputs. */
static JxDocument *
take_in (char **paths, GPtrArray *reports, GError **error)
{
  g_autoptr (JxDocument) whole = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (JxDocument) document = jx_cli_open_reporting (paths[i], reports, error);

      if (document == NULL)
        return NULL;
      if (whole == NULL)
        whole = g_steal_pointer (&document);
      else
        jx_edit_free (jx_combine (whole, document, reports->pdata[i]));
    }

  return g_steal_pointer (&whole);
}

static void
print_summaries (GPtrArray *reports, JxDocument *document)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const JxReport *report = g_ptr_array_index (reports, i);
      g_autofree char *summary = jx_report_summarise (report, document);

      g_print ("%s: %s\n", jx_report_get_source (report), summary);
      jx_cli_print_entries (report);
    }
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
  g_autofree char *json = NULL;

  if (!jx_cli_parse (argc, argv, "INPUT… -o DOC.jixiao", options, 1, G_MAXUINT, &words, error))
    return JX_EXIT_FAILED;
  if (!jx_cli_check_output ("import", output, report_path, error))
    return JX_EXIT_FAILED;

  document = take_in (words, reports, error);
  if (document == NULL)
    return JX_EXIT_FAILED;
  json = to_json (reports);
  if (!jx_cli_save (document, output, report_path, json, error))
    return JX_EXIT_FAILED;

  if (!jx_cli_is_standard_output (output) && !jx_cli_is_standard_output (report_path))
    print_summaries (reports, document);

  return jx_cli_count_to_look_at (reports) > 0 ? JX_EXIT_LOOK : JX_EXIT_DONE;
}
