/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * jx_two_panes_connect:
 * @leaflet: a list and a page called "detail", side by side or, where it is narrow, one behind the other
 * @detail: what the page shows
 * @back: a button that leads back to the list, seen where it has to
 *
 * Enter on a row of @list leads to the detail where both do not stand side by side.
 */
void jx_two_panes_connect (AdwLeaflet *leaflet, GtkListBox *list, GtkWidget *detail, GtkWidget *back);

/**
 * jx_two_panes_add_tab: Tab leads from the row of @list that is selected to its detail, which @detail shows;
 * GTK's own Tab goes to the next row, and so to another detail.
 */
void jx_two_panes_add_tab (GtkListBox *list, GtkWidget *detail);

/** jx_two_panes_row_new: Returns: (transfer floating): a row for such a list, with @title and a mark at its end that is not seen yet. */
GtkListBoxRow *jx_two_panes_row_new (const char *title);

/** jx_two_panes_row_set: what is said under the row's title; whether its mark is seen. */
void jx_two_panes_row_set (GtkListBoxRow *row, const char *status, gboolean marked);

G_END_DECLS
