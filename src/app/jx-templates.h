/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/* Projects to begin from. A template is a goal document in a folder `templates`, the user's own
 * (XDG_DATA_HOME/jixiao/templates) or that of the program; each project in it is one. */

/** jx_templates_read: Returns: (transfer full): a document with all projects of all templates, the user's own first. What cannot be read is left out. */
JxDocument *jx_templates_read (void);

/** jx_templates_keep: makes @project a template of the user's; one of the same name is replaced. @error: %G_IO_ERROR if it cannot be written. */
gboolean jx_templates_keep (const JxItem *project, GError **error);

G_END_DECLS
