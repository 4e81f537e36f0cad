/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/jx-cli.h"
#include "model/jx-diff.h"
#include "model/jx-path.h"

static const char *
get_side (const JxItem *item, JxField field)
{
  if (item == NULL)
    return NULL;

  return field == JX_FIELD_NONE ? jx_item_get_caption (item) : jx_item_get (item, field);
}

static char *
to_text (GArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const JxDifference *difference = &g_array_index (differences, JxDifference, i);
      g_autofree char *place = jx_path_to_label (difference->b != NULL ? difference->b : difference->a, difference->field);
      g_autofree char *line = jx_cli_describe_difference (difference->type, place,
                                                          get_side (difference->a, difference->field),
                                                          get_side (difference->b, difference->field));

      g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}

static char *
to_json (GArray *differences)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      const JxDifference *difference = &g_array_index (differences, JxDifference, i);
      g_autofree char *path_a = difference->a != NULL ? jx_path_to_string (difference->a, difference->field) : NULL;
      g_autofree char *path_b = difference->b != NULL ? jx_path_to_string (difference->b, difference->field) : NULL;
      JxItem *item = difference->b != NULL ? difference->b : difference->a;

      json_builder_begin_object (builder);
      jx_cli_add_text (builder, "type", jx_difference_type_get_name (difference->type));
      jx_cli_add_text (builder, "path", path_b != NULL ? path_b : path_a);
      jx_cli_add_text (builder, "path_a", path_a);
      jx_cli_add_text (builder, "label", jx_cli_get_label (item, difference->field));
      jx_cli_add_text (builder, "a", get_side (difference->a, difference->field));
      jx_cli_add_text (builder, "b", get_side (difference->b, difference->field));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return jx_cli_finish_json (builder);
}

int
jx_verb_diff (int argc, char **argv, GError **error)
{
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("As JSON"), NULL },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (JxDocument) a = NULL;
  g_autoptr (JxDocument) b = NULL;
  g_autoptr (GArray) differences = NULL;
  g_autofree char *text = NULL;

  if (!jx_cli_parse (argc, argv, "A B", options, 2, 2, &words, error))
    return JX_EXIT_FAILED;

  a = jx_cli_open (words[0], NULL, error);
  b = a != NULL ? jx_cli_open (words[1], NULL, error) : NULL;
  if (b == NULL)
    return JX_EXIT_FAILED;

  differences = jx_diff (a, b);
  text = json ? to_json (differences) : to_text (differences);
  if (!jx_cli_write ("-", text, -1, error))
    return JX_EXIT_FAILED;

  return differences->len > 0 ? JX_EXIT_LOOK : JX_EXIT_DONE;
}
