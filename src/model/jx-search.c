/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "model/jx-search-matcher.h"

struct _JxSearch
{
  JxDocument *document;
  JxMatcher *matcher;
  JxItem *scope;      /* NULL: everything */
  GArray *matches;    /* of JxMatch */
  gboolean begun;
  gboolean done;
  guint next_project; /* where a search of everything goes on */

  /* Of the field just looked in */
  JxItem *item;
  JxField field;
  const char *value;
  GError *fault;
};

JxSearch *
jx_search_new (JxDocument *document, const JxSearchOptions *options, GError **error)
{
  g_autoptr (JxMatcher) matcher = NULL;
  JxSearch *search = NULL;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL && options->needle != NULL && *options->needle != '\0', NULL);
  g_return_val_if_fail (options->scope == NULL || jx_item_get_document (options->scope) == document, NULL);

  matcher = jx_matcher_new (options->needle, options->match_case, options->whole_word, options->regex, error);
  if (matcher == NULL)
    return NULL;

  search = g_new0 (JxSearch, 1);
  search->document = g_object_ref (document);
  search->matcher = g_steal_pointer (&matcher);
  search->scope = options->scope;
  search->matches = g_array_new (FALSE, FALSE, sizeof (JxMatch));

  return search;
}

void
jx_search_free (JxSearch *search)
{
  if (search == NULL)
    return;

  g_array_unref (search->matches);
  jx_matcher_free (search->matcher);
  g_clear_error (&search->fault);
  g_object_unref (search->document);
  g_free (search);
}

static gboolean
found_cb (gsize offset, gsize length, const GMatchInfo *info, gpointer user_data)
{
  JxSearch *search = user_data;
  JxMatch match = { search->item, search->field, offset, length, search->value };

  g_array_append_val (search->matches, match);
  return TRUE;
}

static gboolean
look_in_fields (JxSearch *search, JxItem *item)
{
  JxField first;
  guint count;

  jx_field_get_range (jx_item_get_kind (item), &first, &count);
  search->item = item;
  for (guint i = 0; i < count; i++)
    {
      search->field = first + i;
      search->value = jx_item_get (item, search->field);
      if (search->value != NULL && search->field != JX_FIELD_PROFILE
          && !jx_matcher_each (search->matcher, search->value, found_cb, search, &search->fault))
        return FALSE;
    }

  return TRUE;
}

/* @item and what it holds; of the root all but the projects, which come one by one. */
static gboolean
look_in (JxSearch *search, JxItem *item)
{
  guint n_kinds;
  const JxKind *kinds = jx_kind_get_child_kinds (jx_item_get_kind (item), &n_kinds);

  if (!look_in_fields (search, item))
    return FALSE;

  for (guint k = 0; k < n_kinds; k++)
    {
      guint count = kinds[k] != JX_KIND_PROJECT ? jx_item_count (item, kinds[k]) : 0;

      for (guint i = 0; i < count; i++)
        if (!look_in (search, jx_item_child (item, kinds[k], i)))
          return FALSE;
    }

  return TRUE;
}

/* The next piece of work. Returns whether there was one and nothing went wrong. */
static gboolean
look_on (JxSearch *search)
{
  JxItem *root = jx_document_get_root (search->document);
  JxItem *project = NULL;

  if (!search->begun)
    {
      JxItem *start = search->scope != NULL ? search->scope : root;

      search->begun = TRUE;
      return !jx_item_is_attached (start) || look_in (search, start);
    }

  if (search->scope == NULL)
    project = jx_item_child (root, JX_KIND_PROJECT, search->next_project++);
  return project != NULL && look_in (search, project);
}

gboolean
jx_search_step (JxSearch *search, gint64 budget_us, GError **error)
{
  gint64 end = g_get_monotonic_time () + budget_us;

  g_return_val_if_fail (search != NULL, FALSE);

  while (!search->done)
    {
      search->done = !look_on (search);
      if (budget_us >= 0 && g_get_monotonic_time () >= end)
        break;
    }

  if (search->fault != NULL)
    g_propagate_error (error, g_steal_pointer (&search->fault));
  return !search->done;
}

gboolean
jx_search_is_done (const JxSearch *search)
{
  g_return_val_if_fail (search != NULL, TRUE);

  return search->done;
}

guint
jx_search_get_count (const JxSearch *search)
{
  g_return_val_if_fail (search != NULL, 0);

  return search->matches->len;
}

const JxMatch *
jx_search_get (const JxSearch *search, guint index)
{
  g_return_val_if_fail (search != NULL && index < search->matches->len, NULL);

  return &g_array_index (search->matches, JxMatch, index);
}

/* 0 for what belongs to the department, else the place of the project, counted from 1. */
static guint
get_rank (const JxItem *item)
{
  while (item != NULL && jx_item_get_kind (item) != JX_KIND_PROJECT)
    item = jx_item_get_parent (item);

  return item != NULL ? jx_item_get_index (item) + 1 : 0;
}

guint
jx_search_find (const JxSearch *search, const JxItem *item)
{
  guint low = 0;
  guint high = 0;
  guint wanted = 0;

  g_return_val_if_fail (search != NULL && item != NULL, 0);

  high = search->matches->len;
  wanted = get_rank (item);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_rank (jx_search_get (search, middle)->item) < wanted)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gboolean
jx_search_check_replacement (const JxSearch *search, const char *replacement, GError **error)
{
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (search != NULL && replacement != NULL, FALSE);

  if (!jx_matcher_is_regex (search->matcher) || g_regex_check_replacement (replacement, NULL, &fault))
    return TRUE;

  g_set_error_literal (error, JX_ERROR, JX_ERROR_USAGE,
                       _("In the replacement a \\ must be followed by a digit, which stands for what a pair of brackets matched; write \\\\ for the character itself"));
  return FALSE;
}

/* Rebuilds the value of one field: what stays as it is and what comes in place of its matches. */
typedef struct
{
  const JxSearch *search;
  const char *replacement;
  GHashTable *left_out; /* nullable */
  guint index;          /* of the match to be found next */
  guint first, end;     /* matches wanted */
  const char *rest;     /* of the value, not yet taken over */
  const char *value;
  GString *after;
  guint n_replaced;
} Rebuild;

static gboolean
is_wanted (const Rebuild *rebuild, guint index)
{
  return index >= rebuild->first && index < rebuild->end
         && (rebuild->left_out == NULL || !g_hash_table_contains (rebuild->left_out, GUINT_TO_POINTER (index)));
}

static gboolean
rebuild_cb (gsize offset, gsize length, const GMatchInfo *info, gpointer user_data)
{
  Rebuild *rebuild = user_data;
  guint index = rebuild->index++;
  g_autofree char *expanded = NULL;

  if (!is_wanted (rebuild, index))
    return index + 1 < rebuild->end;

  if (jx_matcher_is_regex (rebuild->search->matcher))
    expanded = g_match_info_expand_references (info, rebuild->replacement, NULL);
  g_string_append_len (rebuild->after, rebuild->rest, rebuild->value + offset - rebuild->rest);
  g_string_append (rebuild->after, expanded != NULL ? expanded : rebuild->replacement);
  rebuild->rest = rebuild->value + offset + length;
  rebuild->n_replaced++;

  return index + 1 < rebuild->end;
}

/* Index past the last match in the field of match @index. */
static guint
find_field_end (const JxSearch *search, guint index)
{
  const JxMatch *match = jx_search_get (search, index);
  guint end = index + 1;

  while (end < search->matches->len
         && jx_search_get (search, end)->item == match->item && jx_search_get (search, end)->field == match->field)
    end++;

  return end;
}

static guint
find_field_start (const JxSearch *search, guint index)
{
  const JxMatch *match = jx_search_get (search, index);

  while (index > 0
         && jx_search_get (search, index - 1)->item == match->item && jx_search_get (search, index - 1)->field == match->field)
    index--;

  return index;
}

char *
jx_search_expand (const JxSearch *search, guint index, const char *replacement)
{
  Rebuild rebuild = { search, replacement, NULL, 0, index, index + 1, };
  const JxMatch *match = NULL;

  g_return_val_if_fail (search != NULL && index < search->matches->len, NULL);
  g_return_val_if_fail (replacement != NULL, NULL);

  if (!jx_matcher_is_regex (search->matcher))
    return g_strdup (replacement);

  /* Captures come only by matching once more, from the text's start as the first time. */
  match = jx_search_get (search, index);
  rebuild.index = find_field_start (search, index);
  rebuild.value = match->value;
  rebuild.rest = match->value + match->offset;
  rebuild.after = g_string_new (NULL);
  jx_matcher_each (search->matcher, match->value, rebuild_cb, &rebuild, NULL);

  return g_string_free (rebuild.after, FALSE);
}

static gboolean
is_stale (const JxMatch *match)
{
  return jx_item_get (match->item, match->field) != match->value || !jx_item_is_attached (match->item);
}

/* One field, whose matches are @start … @end - 1. */
static void
replace_field (JxSearchReplaced *replaced, Rebuild *rebuild, guint start, guint end)
{
  const JxMatch *match = jx_search_get (rebuild->search, start);
  g_autoptr (GError) error = NULL;

  rebuild->index = start;
  rebuild->value = rebuild->rest = match->value;
  rebuild->n_replaced = 0;
  g_string_truncate (rebuild->after, 0);

  if (is_stale (match))
    g_set_error_literal (&error, JX_ERROR, JX_ERROR_VALUE, _("The text was changed meanwhile; search again"));
  else if (jx_matcher_each (rebuild->search->matcher, match->value, rebuild_cb, rebuild, &error))
    {
      g_string_append (rebuild->after, rebuild->rest);
      if (rebuild->n_replaced > 0 && jx_field_check (match->field, rebuild->after->str, &error))
        {
          jx_edit_add (replaced->edit, jx_edit_new_set (match->item, match->field, rebuild->after->str));
          replaced->n_replaced += rebuild->n_replaced;
        }
    }
  if (error == NULL)
    return;

  for (guint i = start; i < end; i++)
    if (is_wanted (rebuild, i))
      g_array_append_val (replaced->skipped, i);
  if (replaced->reason == NULL && replaced->skipped->len > 0)
    replaced->reason = g_strdup (error->message);
}

JxSearchReplaced *
jx_search_replace (const JxSearch *search, const char *replacement, guint first, guint count, GHashTable *left_out)
{
  JxSearchReplaced *replaced = NULL;
  Rebuild rebuild = { search, replacement, left_out, };

  g_return_val_if_fail (search != NULL && replacement != NULL, NULL);
  g_return_val_if_fail (first <= search->matches->len, NULL);

  replaced = g_new0 (JxSearchReplaced, 1);
  replaced->edit = jx_edit_new_group ();
  replaced->skipped = g_array_new (FALSE, FALSE, sizeof (guint));
  rebuild.first = first;
  rebuild.end = first + MIN (count, search->matches->len - first);
  rebuild.after = g_string_new (NULL);

  for (guint i = first; i < rebuild.end;)
    {
      guint start = i == first ? find_field_start (search, i) : i;

      i = find_field_end (search, start);
      replace_field (replaced, &rebuild, start, i);
    }
  g_string_free (rebuild.after, TRUE);

  return replaced;
}

void
jx_search_replaced_free (JxSearchReplaced *replaced)
{
  if (replaced == NULL)
    return;

  jx_edit_free (replaced->edit);
  g_array_unref (replaced->skipped);
  g_free (replaced->reason);
  g_free (replaced);
}
