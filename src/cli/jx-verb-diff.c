/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/jx-cli.h"
#include "model/jx-diff.h"
#include "model/jx-path.h"

static const char *const type_names[] = {
  [JX_DIFFERENCE_CHANGED] = "changed",
  [JX_DIFFERENCE_ADDED] = "added",
  [JX_DIFFERENCE_REMOVED] = "removed",
  [JX_DIFFERENCE_MOVED] = "moved",
};

/* What names an item to a person: the first field of it that says something. */
static const char *
get_caption (const JxItem *item)
{
  static const JxField captions[JX_N_KINDS] = {
    [JX_KIND_DOCUMENT] = JX_FIELD_UNIT_NAME,
    [JX_KIND_SUB_GOAL] = JX_FIELD_SUB_GOAL_TITLE,
    [JX_KIND_MEASURE] = JX_FIELD_MEASURE_TEXT,
    [JX_KIND_PROJECT] = JX_FIELD_PROJECT_NAME,
    [JX_KIND_CHECKPOINT] = JX_FIELD_CHECKPOINT_MONTH,
    [JX_KIND_GOAL] = JX_FIELD_GOAL_TEXT,
    [JX_KIND_INDICATOR] = JX_FIELD_INDICATOR_LEVEL3,
    [JX_KIND_TERM_GOAL] = JX_FIELD_TERM_GOAL_TEXT,
    [JX_KIND_TERM_INDICATOR] = JX_FIELD_TERM_INDICATOR_LEVEL3,
  };
  const char *caption = jx_item_get (item, captions[jx_item_get_kind (item)]);

  return caption != NULL ? caption : "";
}

static const char *
get_side (const JxItem *item, JxField field)
{
  if (item == NULL)
    return NULL;

  return field == JX_FIELD_NONE ? get_caption (item) : jx_item_get (item, field);
}

static char *
to_text (GArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const JxDifference *difference = &g_array_index (differences, JxDifference, i);
      g_autofree char *place = jx_path_to_label (difference->b != NULL ? difference->b : difference->a, difference->field);
      const char *a = get_side (difference->a, difference->field);
      const char *b = get_side (difference->b, difference->field);

      switch (difference->type)
        {
        case JX_DIFFERENCE_CHANGED:
          g_string_append_printf (text, _("%s: “%s” → “%s”\n"), place, a != NULL ? a : "", b != NULL ? b : "");
          break;
        case JX_DIFFERENCE_ADDED:
          g_string_append_printf (text, _("%s: added “%s”\n"), place, b);
          break;
        case JX_DIFFERENCE_REMOVED:
          g_string_append_printf (text, _("%s: removed “%s”\n"), place, a);
          break;
        case JX_DIFFERENCE_MOVED:
          g_string_append_printf (text, _("%s: moved “%s” here\n"), place, b);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return g_string_free (text, FALSE);
}

static char *
to_json (GArray *differences)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      const JxDifference *difference = &g_array_index (differences, JxDifference, i);
      g_autofree char *path_a = difference->a != NULL ? jx_path_to_string (difference->a, difference->field) : NULL;
      g_autofree char *path_b = difference->b != NULL ? jx_path_to_string (difference->b, difference->field) : NULL;

      json_builder_begin_object (builder);
      jx_cli_add_text (builder, "type", type_names[difference->type]);
      jx_cli_add_text (builder, "path", path_b != NULL ? path_b : path_a);
      jx_cli_add_text (builder, "path_a", path_a);
      jx_cli_add_text (builder, "a", get_side (difference->a, difference->field));
      jx_cli_add_text (builder, "b", get_side (difference->b, difference->field));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
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
