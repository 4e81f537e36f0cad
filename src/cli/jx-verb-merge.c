/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "base/jx-error.h"
#include "cli/jx-cli.h"
#include "model/jx-merge.h"
#include "model/jx-path.h"

/* One of theirs, merged. */
typedef struct
{
  char *source;
  JxDocument *theirs;
  JxMerge *merge;
  GPtrArray *items; /* of each change, what the paths tell */
  GPtrArray *paths, *labels;
} Merged;

static void
merged_free (Merged *merged)
{
  g_free (merged->source);
  g_object_unref (merged->theirs);
  jx_merge_free (merged->merge);
  g_ptr_array_unref (merged->items);
  g_ptr_array_unref (merged->paths);
  g_ptr_array_unref (merged->labels);
  g_free (merged);
}

static void
replace (GPtrArray *texts, guint place, char *text)
{
  g_free (texts->pdata[place]);
  texts->pdata[place] = text;
}

/* Where each change is in the document; where it stood, for what does not stand there. */
static void
locate (Merged *merged)
{
  GArray *changes = jx_merge_list (merged->merge);

  g_ptr_array_set_size (merged->items, (int) changes->len);
  g_ptr_array_set_size (merged->paths, (int) changes->len);
  g_ptr_array_set_size (merged->labels, (int) changes->len);
  for (guint i = 0; i < changes->len; i++)
    {
      const JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);
      JxItem *item = change->mine != NULL ? change->mine : change->theirs;

      merged->items->pdata[i] = item;
      if (!jx_item_is_attached (item))
        continue;
      replace (merged->paths, i, jx_path_to_string (item, change->field));
      replace (merged->labels, i, jx_path_to_label (item, change->field));
    }
}

static Merged *
merge (JxDocument *mine, JxDocument *theirs, JxDocument *base, gboolean prefer_theirs, const char *source, GError **error)
{
  Merged *merged = g_new0 (Merged, 1);
  g_autoptr (JxEdit) edit = NULL;
  JxEdit *inverse = NULL;

  merged->source = g_strdup (source);
  merged->theirs = g_object_ref (theirs);
  merged->items = g_ptr_array_new ();
  merged->paths = g_ptr_array_new_with_free_func (g_free);
  merged->labels = g_ptr_array_new_with_free_func (g_free);
  merged->merge = jx_merge_new (jx_document_get_root (mine), jx_document_get_root (theirs),
                                base != NULL ? jx_document_get_root (base) : NULL, JX_MERGE_WHOLE);
  if (prefer_theirs)
    jx_merge_prefer_theirs (merged->merge);
  locate (merged);

  edit = jx_merge_make_edit (merged->merge);
  inverse = jx_document_apply (mine, edit, error);
  if (inverse == NULL)
    {
      merged_free (merged);
      return NULL;
    }

  jx_edit_free (inverse);
  return merged;
}

static const char *
get_side (const JxItem *item, JxField field, const char *value)
{
  return field != JX_FIELD_NONE || item == NULL ? value : jx_item_get_caption (item);
}

/* @mine: what the document had; for what theirs put in, nothing. */
static void
get_sides (const JxMergeChange *change, const char **mine, const char **theirs, const char **base)
{
  *mine = get_side (change->type != JX_DIFFERENCE_ADDED ? change->mine : NULL, change->field, change->mine_value);
  *theirs = get_side (change->theirs, change->field, change->theirs_value);
  *base = get_side (change->base, change->field, change->base_value);
}

static void
add_changes (JsonBuilder *builder, const char *key, GPtrArray *all, gboolean conflicts, JxDifferenceType type)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const Merged *merged = all->pdata[i];
      GArray *changes = jx_merge_list (merged->merge);

      for (guint j = 0; j < changes->len; j++)
        {
          const JxMergeChange *change = &g_array_index (changes, JxMergeChange, j);
          const char *mine, *theirs, *base;

          if (jx_merge_is_offered (change) || change->conflict != conflicts || (!conflicts && change->type != type))
            continue;
          get_sides (change, &mine, &theirs, &base);
          json_builder_begin_object (builder);
          jx_cli_add_text (builder, "source", merged->source);
          jx_cli_add_text (builder, "type", jx_difference_type_get_name (change->type));
          jx_cli_add_text (builder, "path", merged->paths->pdata[j]);
          jx_cli_add_text (builder, "place", merged->labels->pdata[j]);
          jx_cli_add_text (builder, "label", jx_cli_get_label (merged->items->pdata[j], change->field));
          jx_cli_add_text (builder, "mine", mine);
          jx_cli_add_text (builder, "theirs", theirs);
          jx_cli_add_text (builder, "base", base);
          jx_cli_add_text (builder, "taken", change->taken ? "theirs" : "mine");
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static char *
to_json (GPtrArray *all, GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_changes (builder, "conflicts", all, TRUE, JX_DIFFERENCE_CHANGED);
  for (JxDifferenceType type = JX_DIFFERENCE_CHANGED; type <= JX_DIFFERENCE_MOVED; type++)
    add_changes (builder, jx_difference_type_get_name (type), all, FALSE, type);
  jx_cli_add_reports (builder, "inputs", reports);
  json_builder_end_object (builder);

  return jx_cli_finish_json (builder);
}

static const char *
or_blank (const char *text)
{
  return text != NULL ? text : "";
}

static void
print_conflict (const JxMergeChange *change, const char *place)
{
  const char *outcome = change->taken ? _("theirs taken") : _("mine kept");
  const char *mine, *theirs, *base;

  get_sides (change, &mine, &theirs, &base);
  switch (change->type)
    {
    case JX_DIFFERENCE_CHANGED:
      if (change->base != NULL)
        g_print (_("%s: conflict: mine “%s”, theirs “%s”, before “%s”; %s\n"), place, or_blank (mine), or_blank (theirs), or_blank (base), outcome);
      else
        g_print (_("%s: conflict: mine “%s”, theirs “%s”; %s\n"), place, or_blank (mine), or_blank (theirs), outcome);
      break;
    case JX_DIFFERENCE_ADDED:
      g_print (_("%s: conflict: “%s” was removed here and changed there; %s\n"), place, or_blank (theirs), outcome);
      break;
    case JX_DIFFERENCE_REMOVED:
      g_print (_("%s: conflict: “%s” was changed here and removed there; %s\n"), place, or_blank (mine), outcome);
      break;
    case JX_DIFFERENCE_MOVED:
      g_print (_("%s: conflict: “%s” stands at another place there; %s\n"), place, or_blank (mine), outcome);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
print_change (const JxMergeChange *change, const char *place)
{
  const char *mine, *theirs, *base;
  g_autofree char *line = NULL;

  get_sides (change, &mine, &theirs, &base);
  line = jx_cli_describe_difference (change->type, place, mine, theirs);
  g_print ("%s", line);
}

/* Conflicts first: they are what somebody has to look at. */
static void
print_merged (const Merged *merged)
{
  GArray *changes = jx_merge_list (merged->merge);
  guint n_conflicts = jx_merge_count_conflicts (merged->merge);
  guint n_changes = changes->len - n_conflicts;

  for (guint i = 0; i < changes->len; i++)
    n_changes -= jx_merge_is_offered (&g_array_index (changes, JxMergeChange, i));
  g_print (_("%s: changes %u, conflicts %u\n"), merged->source, n_changes, n_conflicts);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < changes->len; i++)
      {
        const JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);

        if (jx_merge_is_offered (change))
          continue;
        if (change->conflict && round == 0)
          print_conflict (change, merged->labels->pdata[i]);
        else if (!change->conflict && round == 1)
          print_change (change, merged->labels->pdata[i]);
      }
}

/* Takes all of theirs in, one after another. Returns: (element-type Merged): NULL on error. */
static GPtrArray *
merge_all (JxDocument *mine, char **paths, JxDocument *base, gboolean prefer_theirs, GPtrArray *reports, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) merged_free);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (JxDocument) theirs = jx_cli_open_reporting (paths[i], reports, error);
      Merged *merged = theirs != NULL ? merge (mine, theirs, base, prefer_theirs, paths[i], error) : NULL;

      if (merged == NULL)
        return NULL;
      g_ptr_array_add (all, merged);
    }

  for (guint i = 0; i < all->len; i++)
    locate (all->pdata[i]);
  return g_steal_pointer (&all);
}

static gboolean
parse_preference (const char *word, gboolean *prefer_theirs, GError **error)
{
  *prefer_theirs = g_strcmp0 (word, "theirs") == 0;
  if (word == NULL || *prefer_theirs || strcmp (word, "mine") == 0)
    return TRUE;

  g_set_error (error, JX_ERROR, JX_ERROR_USAGE, _("merge: “%s” is nobody to prefer; write mine or theirs"), word);
  return FALSE;
}

int
jx_verb_merge (int argc, char **argv, GError **error)
{
  g_autofree char *output = NULL;
  g_autofree char *base_path = NULL;
  g_autofree char *preference = NULL;
  g_autofree char *report_path = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write the document"), "OUT" },
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &base_path, N_("What all of them came from"), "BASE" },
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &preference, N_("Whose words stand in a conflict"), "mine|theirs" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report_path, N_("Where to write the report, as JSON"), "FILE.json" },
    { NULL }
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_report_free);
  g_autoptr (JxDocument) mine = NULL;
  g_autoptr (JxDocument) base = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *json = NULL;
  gboolean prefer_theirs = FALSE;
  guint n_conflicts = 0;

  if (!jx_cli_parse (argc, argv, "MINE THEIRS… -o OUT", options, 2, G_MAXUINT, &words, error)
      || !jx_cli_check_output ("merge", output, report_path, error)
      || !parse_preference (preference, &prefer_theirs, error))
    return JX_EXIT_FAILED;

  mine = jx_cli_open_reporting (words[0], reports, error);
  base = mine != NULL && base_path != NULL ? jx_cli_open_reporting (base_path, reports, error) : NULL;
  if (mine == NULL || (base_path != NULL && base == NULL))
    return JX_EXIT_FAILED;
  all = merge_all (mine, words + 1, base, prefer_theirs, reports, error);
  if (all == NULL)
    return JX_EXIT_FAILED;

  json = to_json (all, reports);
  if (!jx_cli_save (mine, output, report_path, json, error))
    return JX_EXIT_FAILED;

  for (guint i = 0; i < all->len; i++)
    n_conflicts += jx_merge_count_conflicts (((Merged *) all->pdata[i])->merge);
  if (!jx_cli_is_standard_output (output) && !jx_cli_is_standard_output (report_path))
    {
      for (guint i = 0; i < reports->len; i++)
        jx_cli_print_entries (reports->pdata[i]);
      for (guint i = 0; i < all->len; i++)
        print_merged (all->pdata[i]);
    }

  return n_conflicts + jx_cli_count_to_look_at (reports) > 0 ? JX_EXIT_LOOK : JX_EXIT_DONE;
}
