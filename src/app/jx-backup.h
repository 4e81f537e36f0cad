/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_backup_keep:
 * @path: a file about to be written over; there need not be one yet
 *
 * Keeps the version before where the settings say: not at all, beside the file under its name with
 * a “~” after it, or in a folder of the user's choice. One version is kept; the one before it goes.
 *
 * Returns: whether there is nothing to keep or it is kept; %G_IO_ERROR if it could not be
 */
gboolean jx_backup_keep (const char *path, GError **error);

/** jx_backup_dup_path: Returns: (transfer full): where the backup of @path stands if it is kept in @folder, or, with blank for it, beside the file. */
char *jx_backup_dup_path (const char *path, const char *folder);

G_END_DECLS
