/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JX_TYPE_DRAFT_STORE (jx_draft_store_get_type ())
G_DECLARE_FINAL_TYPE (JxDraftStore, jx_draft_store, JX, DRAFT_STORE, GObject)

/**
 * JxDraftStore:
 *
 * Where drafts lie: in a folder with a folder for each run of the program. A run holds a lock on its
 * own for as long as it lives, however it ends; drafts in a folder that nobody holds were left by
 * a run that ended without saving or asking.
 */

/** jx_draft_store_new: @folder: made when it is first needed. Returns: (transfer full). */
JxDraftStore *jx_draft_store_new (const char *folder);

/** jx_draft_store_get_default: Returns: (transfer none): the user's, until jx_draft_store_close_default(). */
JxDraftStore *jx_draft_store_get_default (void);
/** jx_draft_store_close_default: at the end of the program. */
void jx_draft_store_close_default (void);

/** jx_draft_store_dup_file: Returns: (transfer full): the name of a new draft of this run; nothing is made yet. */
char *jx_draft_store_dup_file (JxDraftStore *store);

/** jx_draft_store_prepare: makes this run's folder and holds it, once; before the first write. From any thread. */
gboolean jx_draft_store_prepare (JxDraftStore *store, GError **error);

/**
 * jx_draft_store_take_left:
 *
 * Looks for drafts that ended runs have left and holds them, so that no other run offers them too.
 *
 * Returns: (transfer full) (element-type filename): their names, in no order
 */
GPtrArray *jx_draft_store_take_left (JxDraftStore *store);

/** jx_draft_store_close: lets go of all it holds; removes the folders that are empty, and nothing else. */
void jx_draft_store_close (JxDraftStore *store);

G_END_DECLS
