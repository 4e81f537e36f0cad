/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What lists whose rows are dragged have in common: the row carried, and the line where it would come. */

/** jx_drop_mark_carry: what @widget looks like is carried along by @source. */
void jx_drop_mark_carry (GtkDragSource *source, GdkDrag *drag, GtkWidget *widget);

/** jx_drop_mark_show: marks the edge of @widget that is nearer to @y, in pixels of it. */
void jx_drop_mark_show (GtkWidget *widget, double y);
void jx_drop_mark_clear (GtkWidget *widget);

/** jx_drop_mark_find_place: Returns: the place in its list that a row from the place @from gets when it is dropped at @y on @widget, the row at the place @here. */
guint jx_drop_mark_find_place (GtkWidget *widget, double y, guint from, guint here);

G_END_DECLS
