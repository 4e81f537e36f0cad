/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jx_in_view_bring:
 * @top, @bottom: of @widget, in pixels from its own top
 *
 * Scrolls the scrolled window @widget stands in, if there is one, so that this part of it can be seen.
 *
 * Returns: whether it had to
 */
gboolean jx_in_view_bring (GtkWidget *widget, double top, double bottom);

G_END_DECLS
