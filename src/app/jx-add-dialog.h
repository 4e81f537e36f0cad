/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_ADD_DIALOG (jx_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JxAddDialog, jx_add_dialog, JX, ADD_DIALOG, AdwWindow)

/** JxAddChosen: @projects: (element-type JxItem): new unattached projects of the dialog's document, in order. */
typedef void (*JxAddChosen) (GtkWindow *parent, GPtrArray *projects);

/**
 * jx_add_dialog_present:
 * @parent: the window
 * @document: what the projects are for
 * @chosen: called when the user has chosen; never if nothing was
 *
 * Lets the user choose projects from the templates, or from another document, such as last year's,
 * as jx_take_over_project() takes them.
 *
 * Returns: (transfer none): the dialog, owned by GTK
 */
JxAddDialog *jx_add_dialog_present (GtkWindow *parent, JxDocument *document, JxAddChosen chosen);

/** jx_add_dialog_show_source: shows the projects of @source, which is called @name. */
void jx_add_dialog_show_source (JxAddDialog *dialog, JxDocument *source, const char *name);

/** jx_add_dialog_choose: marks the project @index of what is shown, or takes the mark away. */
void jx_add_dialog_choose (JxAddDialog *dialog, guint index, gboolean wanted);

G_END_DECLS
