/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-layout.h"

G_BEGIN_DECLS

/* Between the files that make a layout. */

/**
 * JxScope:
 * @kind: of the item words are about here
 * @items: that item and its holders, each under its kind; %NULL for one that is not there
 * @each: (nullable): in rows of two lists: what repeats them
 */
typedef struct
{
  JxKind kind;
  JxItem *items[JX_N_KINDS];
  const JxFormNode *each;
} JxScope;

/** jx_scope_init: the scope of @item. */
void jx_scope_init (JxScope *scope, JxItem *item);

/** jx_scope_enter: @item: (nullable): of @kind, below what @scope is about: it is now about this one. */
void jx_scope_enter (JxScope *scope, JxKind kind, JxItem *item);

/** jx_scope_get_holder: Returns: (nullable): the item in @scope that holds the list of @kind. */
JxItem *jx_scope_get_holder (const JxScope *scope, JxKind kind);

/** jx_runs_new: Returns: (transfer full): an empty array of #JxRun with room for @reserved. */
GArray *jx_runs_new (guint reserved);

/** jx_runs_add_words: appends fixed words. */
void jx_runs_add_words (GArray *runs, const char *words);

/** jx_runs_add_parts: appends what the parts of @node show in @scope. */
void jx_runs_add_parts (GArray *runs, const JxFormNode *node, const JxScope *scope);

/** jx_value_get_blank: Returns: where what @part shows in @scope is written. */
JxBlank jx_value_get_blank (const JxFormPart *part, const JxScope *scope);

/** jx_value_dup: @item: (out) (nullable), @field: (out): whose field it is, where it is all of it. Returns: (transfer full) (nullable): what @part, neither text nor number nor break, shows in @scope; %NULL for nothing. */
char *jx_value_dup (const JxFormPart *part, const JxScope *scope, JxItem **item, JxField *field);

/** jx_runs_is_blank: Returns: whether @runs show nothing. */
gboolean jx_runs_is_blank (GArray *runs);

/** jx_runs_equal: Returns: whether @a and @b show the same. */
gboolean jx_runs_equal (GArray *a, GArray *b);

/** jx_runs_resolve_align: Returns: @align, or what %JX_ALIGN_AUTO means for @runs. */
JxAlign jx_runs_resolve_align (GArray *runs, JxAlign align);

/** JxBeside: two items beside one another; one of them may be %NULL. */
typedef struct
{
  JxItem *left;
  JxItem *right;
} JxBeside;

/** jx_beside_new: Returns: (transfer full) (element-type JxBeside): the items of the two lists of @each, which @holder holds, a pair a row. */
GArray *jx_beside_new (JxItem *holder, const JxFormNode *each);

/** jx_grid_new: Returns: (transfer full) (nullable): the grid of @table; %NULL if it has no rows. */
JxGrid *jx_grid_new (const JxFormNode *table, const JxScope *scope);
void jx_grid_free (JxGrid *grid);

G_END_DECLS
