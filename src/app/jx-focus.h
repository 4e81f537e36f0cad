/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jx_focus_children:
 *
 * The focus goes through the children of @widget in their order, and out. For a class whose
 * grab_focus hands the focus to a child: GTK's own grabs it whenever the focus comes in or is about to
 * leave backwards, and so it would skip what stands before that child and never get past it.
 *
 * Returns: whether a child has it now
 */
gboolean jx_focus_children (GtkWidget *widget, GtkDirectionType direction);

/**
 * jx_focus_search:
 *
 * The focus goes to @search, behind what was typed: where a list under it hands on what is typed there, the
 * row that has the focus may be found no more.
 */
void jx_focus_search (GtkSearchEntry *search);

G_END_DECLS
