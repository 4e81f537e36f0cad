/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jx_tooltip_set:
 * @text: (nullable): %NULL for none
 *
 * What gtk_widget_set_tooltip_text() does, for rows of lists that are made by the hundred: that asks the display
 * server each time where the pointer is, this only when somebody points there.
 */
void jx_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
