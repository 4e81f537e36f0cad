/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_PROJECT_ENTRY (jx_project_entry_get_type ())
G_DECLARE_FINAL_TYPE (JxProjectEntry, jx_project_entry, JX, PROJECT_ENTRY, GObject)

/** JxProjectEntry: stands for one item in a #JxProjectList. Signal "changed" () when what a list shows of it may be different. */
JxItem *jx_project_entry_get_item (JxProjectEntry *entry);

#define JX_TYPE_PROJECT_LIST (jx_project_list_get_type ())
G_DECLARE_FINAL_TYPE (JxProjectList, jx_project_list, JX, PROJECT_LIST, GObject)

/**
 * JxProjectList:
 *
 * A #GListModel of #JxProjectEntry: the whole document first, then its projects in order. It follows
 * the document step by step; entries are made when first asked for and stay the same object.
 */
JxProjectList *jx_project_list_new (JxDocument *document);

/** jx_project_list_get_position: Returns: the place of @item (the root or a project), #G_MAXUINT when it is not in the list. */
guint jx_project_list_get_position (JxProjectList *list, JxItem *item);

G_END_DECLS
