/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/* Texts that were typed and do not fit stand in their fields and nowhere in the document. A list of
 * them goes with a draft, in words that outlive fields and document. */

/* What a list holds at most: more was never typed, and a draft is written again and again. */
#define JX_REFUSED_MAX 100
/* Of one of them, in characters; the rest is cut off. A text of any length would make a draft no XML reader takes, and
 * all that is unsaved with it. */
#define JX_REFUSED_MAX_CHARS 10000

/** JxRefused: @place: where @text was typed, in the user's words. */
typedef struct
{
  char *place;
  char *text;
} JxRefused;

/** jx_refused_list_new: Returns: (transfer full) (element-type JxRefused): an empty list. */
GPtrArray *jx_refused_list_new (void);

/** jx_refused_add: adds @text, typed in @place, if @list is not full; ended by “…” where it is cut. */
void jx_refused_add (GPtrArray *list, const char *place, const char *text);

/** jx_refused_dup_start: Returns: (transfer full): @text, cut after @n_chars and then ended by “…”. */
char *jx_refused_dup_start (const char *text, glong n_chars);

/** jx_refused_add_of: the same, typed for @field of @item, or of one that would be part of it. */
void jx_refused_add_of (GPtrArray *list, const JxItem *item, JxField field, const char *text);

G_END_DECLS
