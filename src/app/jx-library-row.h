/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-library.h"

G_BEGIN_DECLS

#define JX_TYPE_LIBRARY_HIT (jx_library_hit_get_type ())
G_DECLARE_FINAL_TYPE (JxLibraryHit, jx_library_hit, JX, LIBRARY_HIT, GObject)

/** jx_library_hit_new: @entry: the library's; @year: before which its value is looked for. Returns: (transfer full): it, for a list model. */
JxLibraryHit *jx_library_hit_new (const JxLibraryEntry *entry, int year);
const JxLibraryEntry *jx_library_hit_get_entry (JxLibraryHit *hit);

#define JX_TYPE_LIBRARY_ROW (jx_library_row_get_type ())
G_DECLARE_FINAL_TYPE (JxLibraryRow, jx_library_row, JX, LIBRARY_ROW, GtkWidget)

/** JxLibraryRow: one indicator of the library in two lines, whether it is picked from the list and whether it is marked. Signals: "picked" and "marked" (gboolean), as either changes. */
GtkWidget *jx_library_row_new (void);
/** jx_library_row_set_hit: @hit: (nullable). */
void jx_library_row_set_hit (JxLibraryRow *row, JxLibraryHit *hit);
void jx_library_row_set_picked (JxLibraryRow *row, gboolean picked);
/** jx_library_row_get_entry: Returns: (transfer none) (nullable). */
const JxLibraryEntry *jx_library_row_get_entry (JxLibraryRow *row);

G_END_DECLS
