/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_HISTORY (jx_history_get_type ())
G_DECLARE_FINAL_TYPE (JxHistory, jx_history, JX, HISTORY, GObject)

/**
 * JxHistory:
 *
 * Undo and redo of a document. Everything in the windows that changes a document goes through
 * jx_history_do(). Properties, all notifying: "can-undo", "can-redo", "undo-name", "redo-name"
 * (nullable), "modified".
 */

/** jx_history_new: Returns: (transfer full): an empty history that holds @document. */
JxHistory *jx_history_new (JxDocument *document);

JxDocument *jx_history_get_document (JxHistory *history);

/**
 * jx_history_do:
 * @edit: (transfer full): what to change
 * @name: what the user calls it, translated, such as “修改指标值”; shown as “撤销‘修改指标值’”
 * @error: as jx_document_apply(); then nothing has changed
 *
 * Applies @edit and remembers how to take it back; what had been undone before is forgotten.
 */
gboolean jx_history_do (JxHistory *history, JxEdit *edit, const char *name, GError **error);

/**
 * jx_history_set:
 * @typed: (nullable): what the user typed; goes through jx_field_normalise()
 *
 * Sets one field, as one step named after it; does nothing (and is no step) when the value stays.
 *
 * Returns: whether the field now holds @typed; if not, @error says why
 */
gboolean jx_history_set (JxHistory *history, JxItem *item, JxField field, const char *typed, GError **error);

/** jx_history_undo: Returns: (transfer none) (nullable): the item the step was about, to show it; @field (out) (optional). */
JxItem *jx_history_undo (JxHistory *history, JxField *field);
JxItem *jx_history_redo (JxHistory *history, JxField *field);

gboolean jx_history_get_can_undo (JxHistory *history);
gboolean jx_history_get_can_redo (JxHistory *history);
const char *jx_history_get_undo_name (JxHistory *history);
const char *jx_history_get_redo_name (JxHistory *history);

/** jx_history_get_modified: Returns: whether the document differs from what was last marked saved. */
gboolean jx_history_get_modified (JxHistory *history);
/** jx_history_mark_written: the document as it is now is about to be written. */
void jx_history_mark_written (JxHistory *history);
/** jx_history_mark_saved: what was marked as written is in the file, whatever was done since. */
void jx_history_mark_saved (JxHistory *history);
/** jx_history_mark_unsaved: for a document that was never in a file: recovered or imported. */
void jx_history_mark_unsaved (JxHistory *history);

G_END_DECLS
