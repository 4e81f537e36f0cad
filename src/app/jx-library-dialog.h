/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/jx-library-keeper.h"

G_BEGIN_DECLS

#define JX_TYPE_LIBRARY_DIALOG (jx_library_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JxLibraryDialog, jx_library_dialog, JX, LIBRARY_DIALOG, AdwWindow)

/**
 * JxLibraryDialog:
 *
 * The indicator library to look through: search, take one or several, mark, remove. Signal: "chosen"
 * (#GPtrArray of #JxLibraryEntry) when some are to be inserted; they are valid during the signal.
 */

/**
 * jx_library_dialog_new:
 * @parent: (nullable)
 * @level2: (nullable): the group of the row in work, whose indicators come first
 * @year: of the document, before which values are looked for; 0 unknown
 */
JxLibraryDialog *jx_library_dialog_new (GtkWindow *parent, JxLibraryKeeper *keeper, const char *level2, int year);

G_END_DECLS
