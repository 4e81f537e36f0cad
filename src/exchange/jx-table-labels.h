/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-slots.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * JxTableLabels:
 *
 * The labels of a form met so far in the tables of an item, to tell where another item begins.
 * @slots: (nullable): of the form; %NULL: nothing is ever met
 * @met: (array): for each slot
 */
typedef struct
{
  const JxSlots *slots;
  gboolean *met;
} JxTableLabels;

void jx_table_labels_init (JxTableLabels *labels, const JxSlots *slots);
/** jx_table_labels_reset: forgets what was met. */
void jx_table_labels_reset (JxTableLabels *labels);
void jx_table_labels_clear (JxTableLabels *labels);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JxTableLabels, jx_table_labels_clear)

guint jx_table_labels_count (const JxTableLabels *labels);
/** jx_table_labels_note: @text: a cell or line. */
void jx_table_labels_note (JxTableLabels *labels, const char *text);

/**
 * jx_table_labels_look:
 * @titled: whether the item has a heading of its own: words of labels below it may be values
 * @begins_another: (out): whether labels that are not a heading row's come again: it is another item's table
 *
 * Returns: how many labels stand in @block, a table; they are noted
 */
guint jx_table_labels_look (JxTableLabels *labels, const JxSource *source, const JxSourceBlock *block, gboolean titled,
                            gboolean *begins_another);

/**
 * jx_table_labels_split: several items may stand in one table, block @index: where a title stands, or where
 * two labels stand again in a row and what lies between was further down in the form, another begins; with it the
 * rows above that are further up. The table ends there, the rest is the next block.
 */
void jx_table_labels_split (const JxTableLabels *labels, JxSource *source, guint index);

G_END_DECLS
