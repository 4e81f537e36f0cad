/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/jx-amount.h"
#include "cli/jx-cli.h"

static const char *
get_or (const JxItem *item, JxField field, const char *blank)
{
  const char *value = jx_item_get (item, field);

  return value != NULL ? value : blank;
}

static void
show_head (GString *text, JxDocument *document)
{
  const JxItem *root = jx_document_get_root (document);
  g_autofree char *total = jx_amount_format (jx_document_sum (document, JX_FIELD_PROJECT_BUDGET));
  guint n_indicators = 0;

  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    n_indicators += jx_item_count (jx_item_child (root, JX_KIND_PROJECT, i), JX_KIND_INDICATOR);

  g_string_append_printf (text, "%s %s, %s\n", get_or (root, JX_FIELD_UNIT_CODE, "–"),
                          get_or (root, JX_FIELD_UNIT_NAME, "–"), get_or (root, JX_FIELD_YEAR, "–"));
  g_string_append_printf (text, _("%u sub-goals, %u measures, %u projects, %u indicators, %s 万元 in all\n"),
                          jx_item_count (root, JX_KIND_SUB_GOAL), jx_item_count (root, JX_KIND_MEASURE),
                          jx_item_count (root, JX_KIND_PROJECT), n_indicators, total);
}

/* Number, code, budget, what was spent at the latest checkpoint, name. */
static void
show_project (GString *text, const JxItem *project)
{
  const char *spent = "";
  char number[16];

  for (guint i = 0; i < jx_item_count (project, JX_KIND_CHECKPOINT); i++)
    spent = get_or (jx_item_child (project, JX_KIND_CHECKPOINT, i), JX_FIELD_CHECKPOINT_SPENT, spent);

  g_snprintf (number, sizeof number, "%u", jx_item_get_index (project) + 1);
  jx_cli_pad (text, number, 5, TRUE);
  g_string_append (text, "  ");
  jx_cli_pad (text, get_or (project, JX_FIELD_PROJECT_CODE, "–"), 21, FALSE);
  jx_cli_pad (text, get_or (project, JX_FIELD_PROJECT_BUDGET, "–"), 14, TRUE);
  jx_cli_pad (text, spent, 14, TRUE);
  g_string_append_printf (text, "  %s\n", get_or (project, JX_FIELD_PROJECT_NAME, "–"));
}

static void
show_projects (GString *text, JxDocument *document)
{
  const JxItem *root = jx_document_get_root (document);

  if (jx_item_count (root, JX_KIND_PROJECT) == 0)
    return;

  g_string_append (text, "\n       ");
  jx_cli_pad (text, jx_field_get_label (JX_FIELD_PROJECT_CODE), 21, FALSE);
  jx_cli_pad (text, jx_field_get_label (JX_FIELD_PROJECT_BUDGET), 14, TRUE);
  jx_cli_pad (text, jx_field_get_label (JX_FIELD_CHECKPOINT_SPENT), 14, TRUE);
  g_string_append_printf (text, "  %s\n", jx_field_get_label (JX_FIELD_PROJECT_NAME));
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    show_project (text, jx_item_child (root, JX_KIND_PROJECT, i));
}

int
jx_verb_show (int argc, char **argv, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As JSON, complete"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (JxDocument) document = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!jx_cli_parse (argc, argv, "DOC", options, 1, 1, &words, error))
    return JX_EXIT_FAILED;

  document = jx_cli_open (words[0], NULL, error);
  if (document == NULL)
    return JX_EXIT_FAILED;

  if (json)
    {
      g_autofree char *whole = jx_cli_document_to_json (document);

      g_string_append (text, whole);
    }
  else
    {
      show_head (text, document);
      show_projects (text, document);
    }

  return jx_cli_write ("-", text->str, text->len, error) ? JX_EXIT_DONE : JX_EXIT_FAILED;
}
