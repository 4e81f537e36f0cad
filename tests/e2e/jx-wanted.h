/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/* Of a document as a test wants it to become: made without the program. */

/** jx_wanted_new: Returns: (transfer full): a document of this year with nothing in it. */
JxDocument *jx_wanted_new (void);

/** jx_wanted_add: Returns: (transfer none): a new item, the last of its kind. */
JxItem *jx_wanted_add (JxItem *parent, JxKind kind);

/** jx_wanted_add_project: Returns: (transfer none): a new project with the plan the program gives one. */
JxItem *jx_wanted_add_project (JxDocument *document);

/** jx_wanted_save: the finished document, to @path. */
void jx_wanted_save (JxDocument *document, const char *path);

G_END_DECLS
