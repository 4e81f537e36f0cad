/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_place_dup_share_dir:
 *
 * Returns: (transfer full): the folder `share` the running program was installed with, found from
 *   the program itself so that an installation runs from anywhere it was moved or staged to; the
 *   configured one where the program does not lie in a `bin` folder
 */
char *jx_place_dup_share_dir (void);

/**
 * jx_place_list_data:
 * @room: "forms", "profiles" or "words"
 *
 * Lists the data files of a room: those of the user's data folder (`jixiao/ROOM/` there) first,
 * then the system's data folders, then those built in. A file hides later ones of the same name.
 *
 * Returns: (transfer full) (element-type utf8): URIs (`file:` or `resource:`) for g_file_new_for_uri(), in name order within a folder
 */
GPtrArray *jx_place_list_data (const char *room);

/** jx_place_init_text: binds the message catalogue `jixiao` and sets the locale; once, at start of main. */
void jx_place_init_text (void);

G_END_DECLS
