/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/jx-report.h"
#include "model/jx-document.h"

G_BEGIN_DECLS

/**
 * JxLoaded:
 * @report: (nullable): of a colleague's file that was taken in; %NULL for a goal document
 * @etag: (nullable): of a goal document's file
 */
typedef struct
{
  JxDocument *document;
  JxReport *report;
  char *etag;
} JxLoaded;

/**
 * jx_loader_read_async:
 * @path: any file
 * @callback: on the main thread
 *
 * Reads @path in a thread: as a goal document if it is or claims to be one, by its beginning or its
 * suffix, else as a colleague's file. When cancelled it calls back at once; a program that converts the
 * file for it is ended.
 */
void jx_loader_read_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** jx_loader_read_copied_async: the same for what was copied in another program: @contents, as a colleague's file called @name. */
void jx_loader_read_copied_async (GBytes *contents, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** jx_loader_read_finish: Returns: (transfer full) (nullable): what was read, or @error. */
JxLoaded *jx_loader_read_finish (GAsyncResult *result, GError **error);

void jx_loaded_free (JxLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxLoaded, jx_loaded_free)

G_END_DECLS
