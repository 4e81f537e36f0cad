/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folders that are still there after the power went. */

/** jx_folder_force: forces to the disk what is in @folder under which name; where a file system cannot do that, nothing is lost by it. */
void jx_folder_force (const char *folder);

/** jx_folder_make: makes @folder and those above it where they are not, for their owner alone, on the disk too. Returns: 0, or an errno. */
int jx_folder_make (const char *folder);

G_END_DECLS
