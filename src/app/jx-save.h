/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/jx-session.h"

G_BEGIN_DECLS

/**
 * jx_save_async:
 * @path: where to; when it is done the session's file
 * @cancellable: (nullable): gives it up: at once, whatever a disk far away is doing
 *
 * Writes the document as it is now durably, in a thread, and before that keeps the version before where the
 * user wants it. Whether the file is stale is the caller's question.
 */
void jx_save_async (JxSession *session, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * jx_save_finish:
 * @backup_error: (out) (nullable): set where the version before could not be kept; saving went on all the same
 *
 * Returns: whether it is saved; if not, the old file is as it was, but where it was given up it may still be written
 */
gboolean jx_save_finish (JxSession *session, GAsyncResult *result, GError **backup_error, GError **error);

G_END_DECLS
