/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jx_project_sort_attach:
 * @table: the widget that has @view in it
 *
 * A menu that sorts the rows of @view by one of its columns, by the second button of the mouse and by
 * the menu key, since its heads know the first button alone; and an action each for assistive technology.
 */
void jx_project_sort_attach (GtkWidget *table, GtkColumnView *view);

G_END_DECLS
