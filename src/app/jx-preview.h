/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/jx-paper-choice.h"
#include "app/jx-session.h"

G_BEGIN_DECLS

#define JX_TYPE_PREVIEW (jx_preview_get_type ())
G_DECLARE_FINAL_TYPE (JxPreview, jx_preview, JX, PREVIEW, AdwWindow)

/**
 * jx_preview_new:
 * @parent: (nullable): the document's window
 * @choice: what is shown and how; what is chosen here goes there
 * @current: a project's place to begin with where chosen projects are asked for, G_MAXUINT for none
 *
 * A window with the pages as they are printed, small ones beside them, and what can be chosen about
 * them; from there they go to the printer or a PDF. Edits made meanwhile are seen when one comes back to it.
 *
 * Returns: (transfer none): owned by GTK
 */
GtkWidget *jx_preview_new (GtkWindow *parent, JxSession *session, JxPaperChoice *choice, guint current);

G_END_DECLS
