/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/jx-error.h"
#include "cli/jx-cli-inputs.h"
#include "cli/jx-cli.h"
#include "exchange/jx-combine.h"

static char *
to_json (GPtrArray *reports, GPtrArray *left)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  jx_cli_add_reports (builder, "inputs", reports);
  json_builder_set_member_name (builder, "left_files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < left->len; i++)
    json_builder_add_string_value (builder, left->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return jx_cli_finish_json (builder);
}

/* Opens all inputs and joins them into the first; the reports stand in the order of the inputs.
 * @left: (element-type utf8): gets a sentence for each file of a folder that was left */
static JxDocument *
take_in (GPtrArray *inputs, GPtrArray *reports, GPtrArray *left, GError **error)
{
  g_autoptr (JxDocument) whole = NULL;

  for (guint i = 0; i < inputs->len; i++)
    {
      const JxCliInput *input = inputs->pdata[i];
      g_autoptr (GError) fault = NULL;
      g_autoptr (JxDocument) document = jx_cli_open_reporting (input->path, reports, &fault);

      if (document == NULL && !input->in_folder)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
      if (document == NULL)
        g_ptr_array_add (left, g_strdup (fault->message));
      else if (whole == NULL)
        whole = g_steal_pointer (&document);
      else
        jx_edit_free (jx_combine (whole, document, reports->pdata[reports->len - 1]));
    }

  if (whole == NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_NOT_FOUND, _("There is no goal document among these files: %s"), (char *) left->pdata[0]);

  return g_steal_pointer (&whole);
}

static void
print_summaries (GPtrArray *reports, GPtrArray *left, JxDocument *document)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const JxReport *report = g_ptr_array_index (reports, i);
      g_autofree char *summary = jx_report_summarise (report, document);

      g_print ("%s: %s\n", jx_report_get_source (report), summary);
      jx_cli_print_entries (report);
    }
  for (guint i = 0; i < left->len; i++)
    g_print (_("Left out: %s\n"), (char *) left->pdata[i]);
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
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (JxDocument) document = NULL;
  g_autofree char *json = NULL;

  if (!jx_cli_parse (argc, argv, "INPUT… -o DOC.jixiao", options, 1, G_MAXUINT, &words, error))
    return JX_EXIT_FAILED;
  if (!jx_cli_check_output ("import", output, report_path, error))
    return JX_EXIT_FAILED;

  inputs = jx_cli_list_inputs (words, output, report_path, error);
  if (inputs == NULL)
    return JX_EXIT_FAILED;
  document = take_in (inputs, reports, left, error);
  if (document == NULL)
    return JX_EXIT_FAILED;
  if (report_path != NULL)
    json = to_json (reports, left);
  if (!jx_cli_save (document, output, report_path, json, error))
    return JX_EXIT_FAILED;

  if (!jx_cli_is_standard_output (output) && !jx_cli_is_standard_output (report_path))
    print_summaries (reports, left, document);

  return left->len + jx_cli_count_to_look_at (reports) > 0 ? JX_EXIT_LOOK : JX_EXIT_DONE;
}
