/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_SIDEBAR (jx_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (JxSidebar, jx_sidebar, JX, SIDEBAR, GtkWidget)

/**
 * JxSidebar:
 *
 * The department and its projects, with a search and the sums below. Signal "opened" (gpointer item):
 * a #JxItem, the root or a project, was chosen by click, Enter or its menu.
 */

/** jx_sidebar_set_document: @document: (nullable). */
void jx_sidebar_set_document (JxSidebar *sidebar, JxDocument *document);

/** jx_sidebar_set_current: marks the row of @item (nullable) as the one shown beside. */
void jx_sidebar_set_current (JxSidebar *sidebar, JxItem *item);

/** jx_sidebar_focus_search: puts the cursor into the search entry. */
void jx_sidebar_focus_search (JxSidebar *sidebar);

G_END_DECLS
