/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The version before of a file about to be written over: beside it under its name with a “~” after it, or in
 * a folder of the user's choice. One version is kept; the one before it goes. */

/** jx_backup_dup_place: Returns: (transfer full) (nullable): where the settings say that the version before of @path is kept; %NULL for nowhere. */
char *jx_backup_dup_place (const char *path);

/** jx_backup_copy: keeps @path, where it is a file, in @place. From any thread. Returns: whether there is nothing to keep or it is kept; %G_IO_ERROR if it could not be. */
gboolean jx_backup_copy (const char *path, const char *place, GError **error);

/** jx_backup_dup_path: Returns: (transfer full): where the backup of @path stands if it is kept in @folder, or, with blank for it, beside the file. */
char *jx_backup_dup_path (const char *path, const char *folder);

G_END_DECLS
