/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_PROJECT_TABLE (jx_project_table_get_type ())
G_DECLARE_FINAL_TYPE (JxProjectTable, jx_project_table, JX, PROJECT_TABLE, GtkWidget)

/**
 * JxProjectTable:
 *
 * All projects of a document with their money and how they stand, a line each, in a scroller of its
 * own; it follows the document. A row opens its project by the action "win.open-project".
 */
GtkWidget *jx_project_table_new (JxDocument *document);
/** jx_project_table_select: shows and focuses the row of @project. */
void jx_project_table_select (JxProjectTable *table, JxItem *project);

G_END_DECLS
