/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-search.h"

G_BEGIN_DECLS

#define JX_TYPE_MATCH_ENTRY (jx_match_entry_get_type ())
G_DECLARE_FINAL_TYPE (JxMatchEntry, jx_match_entry, JX, MATCH_ENTRY, GObject)

#define JX_TYPE_MATCH_LIST (jx_match_list_get_type ())
G_DECLARE_FINAL_TYPE (JxMatchList, jx_match_list, JX, MATCH_LIST, GObject)

/**
 * JxMatchList:
 *
 * What a search found, as a list model. An entry is made when it is looked at, so that a million
 * matches cost nothing.
 */
JxMatchList *jx_match_list_new (void);

/** jx_match_list_set_search: @search: (nullable): not owned; set another or %NULL before it is freed. */
void jx_match_list_set_search (JxMatchList *list, JxSearch *search);

/** jx_match_list_grow: tells of what the search found since. */
void jx_match_list_grow (JxMatchList *list);

guint jx_match_entry_get_index (JxMatchEntry *entry);

/** jx_match_entry_get: Returns: (transfer none) (nullable): the match; %NULL when the list shows another search by now. */
const JxMatch *jx_match_entry_get (JxMatchEntry *entry);

/**
 * jx_match_markup:
 * @replacement: (nullable): what comes in its place; %NULL when it is only shown
 *
 * Returns: (transfer full): one line of Pango markup: the match in bold among the words around it,
 *   or struck out with @replacement in bold behind it
 */
char *jx_match_markup (const JxMatch *match, const char *replacement);

G_END_DECLS
