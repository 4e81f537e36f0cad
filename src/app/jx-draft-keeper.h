/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-draft-store.h"
#include "app/jx-session.h"

G_BEGIN_DECLS

#define JX_TYPE_DRAFT_KEEPER (jx_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (JxDraftKeeper, jx_draft_keeper, JX, DRAFT_KEEPER, GObject)

/**
 * JxDraftKeeper:
 *
 * Keeps a draft of one session as long as something in it is unsaved, or typed and not taken: a
 * moment after a change the document is put into bytes and written in a thread, one at a time, the latest
 * state last. There is no draft when nothing is unsaved.
 *
 * Signal "failed" (const char *): no draft could be written, in the user's words; tried again soon.
 * Signal "kept": the draft is as it should be again: written, or gone as nothing is unsaved.
 */

/**
 * JxDraftTyped:
 * @refused: (element-type JxRefused): to add to what was typed and does not fit
 *
 * Returns: (transfer full) (nullable): what would be done with what is being typed if it were taken now
 */
typedef JxEdit *(*JxDraftTyped) (GPtrArray *refused, gpointer user_data);

/** jx_draft_keeper_new: @typed: (nullable): asked for with each draft, until it is stopped. */
JxDraftKeeper *jx_draft_keeper_new (JxDraftStore *store, JxSession *session, JxDraftTyped typed, gpointer user_data);

/** jx_draft_keeper_note_typing: what is being typed is other than before, or nothing any more. */
void jx_draft_keeper_note_typing (JxDraftKeeper *keeper);

/** jx_draft_keeper_adopt: @file: a draft of an ended run that the session was made from; it is this keeper's from now on. */
void jx_draft_keeper_adopt (JxDraftKeeper *keeper, const char *file);

/** jx_draft_keeper_get_file: Returns: (transfer none): where the draft lies when there is one. */
const char *jx_draft_keeper_get_file (JxDraftKeeper *keeper);

/** jx_draft_keeper_discard: removes the draft and keeps none any more: its user wants none of it. */
void jx_draft_keeper_discard (JxDraftKeeper *keeper);

/** jx_draft_keeper_stop: keeps no draft any more; what there is stays and is offered at the next start. */
void jx_draft_keeper_stop (JxDraftKeeper *keeper);

G_END_DECLS
