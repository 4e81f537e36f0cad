/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"
#include "model/jx-library.h"

G_BEGIN_DECLS

#define JX_TYPE_LIBRARY_KEEPER (jx_library_keeper_get_type ())
G_DECLARE_FINAL_TYPE (JxLibraryKeeper, jx_library_keeper, JX, LIBRARY_KEEPER, GObject)

/**
 * JxLibraryKeeper:
 *
 * The user's indicator library and the file it is kept in. Reading, learning from a document and
 * writing never hold the program up: threads read and write, documents are gone through in idle
 * moments. Signals: "changed", also once the file has been read; "failed" (const char *), a sentence:
 * it could not be written, and is tried again with the next change and at the end.
 */

/** jx_library_keeper_get_default: Returns: (transfer none): the one of the user's data folder. */
JxLibraryKeeper *jx_library_keeper_get_default (void);
/** jx_library_keeper_close_default: writes what is not written yet; at the program's end. */
void jx_library_keeper_close_default (void);
/** jx_library_keeper_new: @path: of the file, which need not be there. Returns: (transfer full). */
JxLibraryKeeper *jx_library_keeper_new (const char *path);

/** jx_library_keeper_get_library: Returns: (transfer none): after changing it, call jx_library_keeper_changed(). */
JxLibrary *jx_library_keeper_get_library (JxLibraryKeeper *keeper);
/** jx_library_keeper_is_reading: Returns: whether the file has not been read yet. */
gboolean jx_library_keeper_is_reading (JxLibraryKeeper *keeper);
/** jx_library_keeper_learn: takes the indicators of @document in, little by little. */
void jx_library_keeper_learn (JxLibraryKeeper *keeper, JxDocument *document);
/** jx_library_keeper_changed: has the library written soon, and tells. */
void jx_library_keeper_changed (JxLibraryKeeper *keeper);
/** jx_library_keeper_flush: writes what is not written yet, now. */
void jx_library_keeper_flush (JxLibraryKeeper *keeper);

G_END_DECLS
