/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxLockNote:
 *
 * The note “.~lock.NAME#” beside a file, which tells colleagues who share the folder that somebody
 * has it open. LibreOffice writes and reads the same, so either program warns of the other. It is
 * a courtesy, not a lock: nothing is prevented.
 */
typedef struct _JxLockNote JxLockNote;

/**
 * JxLockHolder:
 * @person: full name or, where there is none, the user's name there; maybe blank
 * @host: the machine's name; maybe blank
 * @since: when it was opened, as the note says it; maybe blank
 */
typedef struct
{
  char *person;
  char *host;
  char *since;
} JxLockHolder;

/**
 * jx_lock_note_take:
 * @path: a file
 * @holder: (out) (transfer full) (nullable): who else has it open
 *
 * Puts a note beside @path unless somebody else's is there. One of our own, left by a run that ended
 * badly, is taken over.
 *
 * Returns: (transfer full) (nullable): the note; %NULL if somebody else holds the file, or if the
 *   folder takes no note (then @holder is %NULL)
 */
JxLockNote *jx_lock_note_take (const char *path, JxLockHolder **holder);

/** jx_lock_note_free: takes the note away, if it is still ours. */
void jx_lock_note_free (JxLockNote *note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxLockNote, jx_lock_note_free)

void jx_lock_holder_free (JxLockHolder *holder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxLockHolder, jx_lock_holder_free)

G_END_DECLS
