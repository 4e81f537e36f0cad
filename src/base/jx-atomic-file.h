/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxAtomicFile:
 *
 * A file that appears whole or not at all: written beside its place under a passing name, forced to
 * the disk, then renamed over what was there. Symbolic links are followed first, so that a link
 * stays a link; permissions of the file replaced are kept.
 */
typedef struct _JxAtomicFile JxAtomicFile;

/** jx_atomic_file_new: @path: where it shall appear; "-" is standard output, written at commit. Returns: (transfer full) (nullable). */
JxAtomicFile *jx_atomic_file_new (const char *path, GError **error);

/** jx_atomic_file_make_private: where nothing is there yet, the file will be for its owner alone. */
void jx_atomic_file_make_private (JxAtomicFile *file);

/** jx_atomic_file_write: appends; buffered. A failure is remembered and reported by commit too. */
gboolean jx_atomic_file_write (JxAtomicFile *file, const void *data, gsize length, GError **error);

/** jx_atomic_file_commit: flush, fsync, rename, fsync of the folder. On failure the old file is as it was. */
gboolean jx_atomic_file_commit (JxAtomicFile *file, GError **error);

/** jx_atomic_file_free: what was not committed is removed without a trace. */
void jx_atomic_file_free (JxAtomicFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxAtomicFile, jx_atomic_file_free)

G_END_DECLS
