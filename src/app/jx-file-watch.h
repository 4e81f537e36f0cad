/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-lock-note.h"
#include "app/jx-session.h"

G_BEGIN_DECLS

#define JX_TYPE_FILE_WATCH (jx_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (JxFileWatch, jx_file_watch, JX, FILE_WATCH, GObject)

typedef enum
{
  JX_FILE_SAME,
  JX_FILE_CHANGED, /* somebody else wrote it since it was read or written here */
  JX_FILE_GONE,    /* it was moved or deleted, or its folder cannot be reached */
} JxFileState;

/**
 * JxFileWatch:
 *
 * Looks after the file of a session: notices what others do to it and tells others, by a lock note,
 * that it is open here. Signal: "changed" (), when the state or the holder is another.
 */

/** jx_file_watch_new: watches the file @session has now, if any; for another path, another watch. */
JxFileWatch *jx_file_watch_new (JxSession *session);

JxFileState jx_file_watch_get_state (JxFileWatch *watch);
/** jx_file_watch_get_holder: Returns: (transfer none) (nullable): who else has the file open. */
const JxLockHolder *jx_file_watch_get_holder (JxFileWatch *watch);
/** jx_file_watch_check: looks at the file now; for moments when a change may have come unnoticed, as on shared folders. */
void jx_file_watch_check (JxFileWatch *watch);

G_END_DECLS
