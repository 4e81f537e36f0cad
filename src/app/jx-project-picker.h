/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_PROJECT_PICKER (jx_project_picker_get_type ())
G_DECLARE_FINAL_TYPE (JxProjectPicker, jx_project_picker, JX, PROJECT_PICKER, GtkWidget)

/**
 * JxProjectPicker:
 *
 * A list of a document's projects, each with a box to tick. Signal "changed": the user ticked or unticked.
 */

/** jx_project_picker_set_document: shows @document's projects as they are now; with as many as before the ticks stay. */
void jx_project_picker_set_document (JxProjectPicker *picker, JxDocument *document);

/** jx_project_picker_dup_chosen: Returns: (transfer full) (element-type guint): the places ticked, in order. */
GArray *jx_project_picker_dup_chosen (JxProjectPicker *picker);
/** jx_project_picker_set_chosen: @places: (element-type guint): those beyond the last are left out. */
void jx_project_picker_set_chosen (JxProjectPicker *picker, const GArray *places);

G_END_DECLS
