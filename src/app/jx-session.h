/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-history.h"

G_BEGIN_DECLS

#define JX_TYPE_SESSION (jx_session_get_type ())
G_DECLARE_FINAL_TYPE (JxSession, jx_session, JX, SESSION, GObject)

/**
 * JxSession:
 *
 * A document being worked on: the document, its history, the file it came from and how that file
 * looked when it was last read or written. Properties, all notifying: "title", "subtitle", "modified".
 */

/**
 * jx_session_new:
 * @document: a finished document
 * @path: (nullable): the .jixiao file it was read from, %NULL for one that has none yet
 * @etag: (nullable): of that file, as it was when it was read
 * @name: (nullable): what to call it as long as it has no file
 *
 * Returns: (transfer full): a session; a document without a file counts as unsaved once there is
 *   something in it
 */
JxSession *jx_session_new (JxDocument *document, const char *path, const char *etag, const char *name);

JxDocument *jx_session_get_document (JxSession *session);
JxHistory *jx_session_get_history (JxSession *session);
/** jx_session_get_path: Returns: (transfer none) (nullable): the file, %NULL as long as there is none. */
const char *jx_session_get_path (JxSession *session);
/** jx_session_get_etag: Returns: (transfer none) (nullable): of that file when it was last read or written here. */
const char *jx_session_get_etag (JxSession *session);
/** jx_session_dup_title: Returns: (transfer full): the file's name without suffix. */
char *jx_session_dup_title (JxSession *session);
/** jx_session_dup_subtitle: Returns: (transfer full): unit and year, as far as known. */
char *jx_session_dup_subtitle (JxSession *session);
gboolean jx_session_get_modified (JxSession *session);

/** jx_session_is_stale: Returns: whether somebody else changed the file since it was read or written here. */
gboolean jx_session_is_stale (JxSession *session);

/** jx_session_begin_saving: the document as it is now is being written (jx-save.h); until that ends its file is not stale. */
void jx_session_begin_saving (JxSession *session);
/** jx_session_end_saving: @path: (nullable): the session's file from now on, whose state is @etag; %NULL where nothing was written. */
void jx_session_end_saving (JxSession *session, const char *path, const char *etag);

/** jx_session_dup_etag: Returns: (transfer full) (nullable): what tells one state of the file @path from another. */
char *jx_session_dup_etag (const char *path);

/** jx_session_copy_document: Returns: (transfer full): a copy of the document as it is now that no edit will ever reach: for printing, and for threads. */
JxDocument *jx_session_copy_document (JxSession *session);

G_END_DECLS
