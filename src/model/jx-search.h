/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/**
 * JxSearchOptions:
 * @needle: what to look for, not empty
 * @match_case: whether a is not A
 * @whole_word: whether only what does not stand inside Latin letters or digits counts
 * @regex: whether @needle is a regular expression; ^ and $ are ends of lines
 * @scope: (nullable): %NULL for the whole document, its root for all but the projects, any other
 *   item for that and what it holds
 */
typedef struct
{
  const char *needle;
  gboolean match_case;
  gboolean whole_word;
  gboolean regex;
  JxItem *scope;
} JxSearchOptions;

/**
 * JxMatch:
 * @offset: in bytes of @value
 * @length: in bytes, more than 0
 * @value: what was looked in; once the field holds another, the match is stale
 */
typedef struct
{
  JxItem *item;
  JxField field;
  guint offset;
  guint length;
  const char *value;
} JxMatch;

/**
 * JxSearch:
 *
 * A search through a document, and what it found: places in the document's order. Every field of
 * the field table is looked in but the rule set, which is no text of the document's.
 */
typedef struct _JxSearch JxSearch;

/**
 * jx_search_new:
 * @options: copied
 * @error: %JX_ERROR_USAGE for a bad regular expression
 *
 * Returns: (transfer full) (nullable): a search that has not begun
 */
JxSearch *jx_search_new (JxDocument *document, const JxSearchOptions *options, GError **error);

void jx_search_free (JxSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSearch, jx_search_free)

/**
 * jx_search_step:
 * @budget_us: for how long to search, about; -1 until done
 *
 * Goes on searching. After a change of the document a search has to be made anew.
 *
 * Returns: whether there is more to search; %FALSE with @error set where the expression takes too long
 */
gboolean jx_search_step (JxSearch *search, gint64 budget_us, GError **error);

/** jx_search_is_done: Returns: whether everything was searched. */
gboolean jx_search_is_done (const JxSearch *search);

/** jx_search_get_count: Returns: how many were found so far. */
guint jx_search_get_count (const JxSearch *search);

/** jx_search_get: Returns: (transfer none): the @index-th match; valid until the next step. */
const JxMatch *jx_search_get (const JxSearch *search, guint index);

/** jx_search_find: Returns: index of the first match at or after @item (the root or a project) in the document's order; the count past the last. */
guint jx_search_find (const JxSearch *search, const JxItem *item);

/**
 * jx_search_check_replacement:
 *
 * Returns: whether @replacement fits; with a regular expression \0 … \9 stand for what its brackets
 *   matched, and a \ that means nothing is %JX_ERROR_USAGE
 */
gboolean jx_search_check_replacement (const JxSearch *search, const char *replacement, GError **error);

/** jx_search_expand: Returns: (transfer full): what would stand in place of the @index-th match; @replacement passed the check. */
char *jx_search_expand (const JxSearch *search, guint index, const char *replacement);

/**
 * JxSearchReplaced:
 * @edit: a group, one edit a field
 * @n_replaced: how many matches it replaces
 * @skipped: (element-type guint): indices of matches that stay as they are although wanted, because
 *   their field could not hold what comes out or was changed since; in order
 * @reason: (nullable): why the first of these stays
 */
typedef struct
{
  JxEdit *edit;
  guint n_replaced;
  GArray *skipped;
  char *reason;
} JxSearchReplaced;

/**
 * jx_search_replace:
 * @replacement: passed jx_search_check_replacement()
 * @first, @count: which matches; 0 and %G_MAXUINT for all
 * @left_out: (nullable) (element-type guint): set of indices, as keys by GUINT_TO_POINTER(), of those not wanted
 *
 * Works out the edit that replaces matches; changes nothing.
 */
JxSearchReplaced *jx_search_replace (const JxSearch *search, const char *replacement, guint first, guint count, GHashTable *left_out);

void jx_search_replaced_free (JxSearchReplaced *replaced);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSearchReplaced, jx_search_replaced_free)

G_END_DECLS
