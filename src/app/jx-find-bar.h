/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-history.h"
#include "model/jx-search.h"

G_BEGIN_DECLS

#define JX_TYPE_FIND_BAR (jx_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (JxFindBar, jx_find_bar, JX, FIND_BAR, GtkWidget)

/**
 * JxFindBar:
 *
 * Finds words in the document as they are typed, counts and lists them by place, and replaces them,
 * one or all, each time as one step of undo.
 *
 * Signals: "reveal" (const JxMatch *, gboolean enter): show this match, and put the focus there where
 * @enter; "closed" (): give the focus back; "replaced" (guint, guint): so many matches were replaced
 * as one step, so many could not be.
 */

/** jx_find_bar_set_history: @history: (nullable): of the document to search. */
void jx_find_bar_set_history (JxFindBar *bar, JxHistory *history);

/** jx_find_bar_set_current: @item: (nullable): what is being looked at: the root or a project; a search goes on from there. */
void jx_find_bar_set_current (JxFindBar *bar, JxItem *item);

/** jx_find_bar_open: @words: (nullable): what to look for; %NULL for what it was. */
void jx_find_bar_open (JxFindBar *bar, const char *words, gboolean with_replacement);
void jx_find_bar_close (JxFindBar *bar);
gboolean jx_find_bar_is_open (JxFindBar *bar);

/** jx_find_bar_go: @by: 1 to the next match, -1 to the one before; @enter: as of "reveal". Returns: whether there was one. */
gboolean jx_find_bar_go (JxFindBar *bar, int by, gboolean enter);

G_END_DECLS
