/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/jx-error.h"
#include "cli/jx-cli.h"
#include "paper/jx-chart.h"

int
jx_verb_chart (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *code = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to draw: .svg, .png or .pdf"), "OUT" },
    { "project", 0, 0, G_OPTION_ARG_STRING, &code, N_("Only this project"), "CODE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &format, N_("svg, png or pdf, where OUT does not tell"), N_("FORMAT") },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (JxDocument) document = NULL;
  JxItem *item = NULL;

  if (!jx_cli_parse (argc, argv, "DOC -o OUT", options, 1, 1, &words, error))
    return JX_EXIT_FAILED;
  if (output == NULL)
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_USAGE, _("chart: no file to draw to; give one with -o"));
      return JX_EXIT_FAILED;
    }

  document = jx_cli_open (words[0], NULL, error);
  if (document == NULL)
    return JX_EXIT_FAILED;

  item = code != NULL ? jx_cli_find_project (document, words[0], code, error) : jx_document_get_root (document);
  if (item == NULL || !jx_chart_save (item, output, format, error))
    return JX_EXIT_FAILED;

  return JX_EXIT_DONE;
}
