/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-project-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JX_TYPE_PROJECT_ROW (jx_project_row_get_type ())
G_DECLARE_FINAL_TYPE (JxProjectRow, jx_project_row, JX, PROJECT_ROW, GtkWidget)

/**
 * JxProjectRow:
 *
 * A row of the sidebar: number and name, below them the spending bar and the amount; the same height
 * for every entry. Signals: "clicked" () and, for the context menu, "menu" (double x, double y).
 */
GtkWidget *jx_project_row_new (void);

/** jx_project_row_set_entry: @entry: (nullable): followed as long as it is set. */
void jx_project_row_set_entry (JxProjectRow *row, JxProjectEntry *entry);
JxProjectEntry *jx_project_row_get_entry (JxProjectRow *row);

G_END_DECLS
