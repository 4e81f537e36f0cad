/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-layout.h"
#include "paper/jx-paper-options.h"
#include "paper/jx-table.h"

G_BEGIN_DECLS

/* How deep forms may use one another. */
#define JX_FLOW_DEPTH 4

/**
 * JxPlace:
 * @index: in each form's blocks, from the outermost in
 * @line: paragraph: line; contents: entry
 * @table: of a table
 *
 * A place in a document's blocks: all that is kept of where a page begins.
 */
typedef struct
{
  guint depth;
  guint index[JX_FLOW_DEPTH];
  guint line;
  JxTablePlace table;
} JxPlace;

/**
 * JxFlow:
 *
 * The blocks of a document one after another. Forms used by the form are laid out when it is their
 * turn and let go of after it, so that ten thousand projects take no more room than one.
 */
typedef struct _JxFlow JxFlow;

/** jx_flow_new: what @options choose of @document; they must outlive the flow. */
JxFlow *jx_flow_new (const JxPaperOptions *options, JxDocument *document, JxMeasure *measure);
/** jx_flow_get_block: Returns: (transfer none) (nullable): the block at hand, never a USE; %NULL at the end. */
const JxBlock *jx_flow_get_block (JxFlow *flow);
/** jx_flow_get_next: Returns: (transfer none) (nullable): the block @ahead blocks on, %NULL if it is not in the same form. */
const JxBlock *jx_flow_get_next (JxFlow *flow, guint ahead);
/** jx_flow_get_form: Returns: (transfer none): the form the block at hand is of. */
const JxForm *jx_flow_get_form (JxFlow *flow);
/** jx_flow_starts_page: Returns: whether the block at hand asks for a new page. */
gboolean jx_flow_starts_page (JxFlow *flow);
/** jx_flow_step: goes to the next block. */
void jx_flow_step (JxFlow *flow);
/** jx_flow_get_place: Returns: (transfer none): where it stands; line and table are the caller's to change. */
JxPlace *jx_flow_get_place (JxFlow *flow);
void jx_flow_seek (JxFlow *flow, const JxPlace *place);
/** jx_flow_measure_table: Returns: (transfer none): @block, a table, measured; until another one is asked for. */
JxTable *jx_flow_measure_table (JxFlow *flow, const JxBlock *block, double width_pt);
/** jx_flow_count: how many parts (uses of a form) the document has and, @done, are behind. */
guint jx_flow_count (JxFlow *flow, guint *done);
void jx_flow_free (JxFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxFlow, jx_flow_free)

G_END_DECLS
