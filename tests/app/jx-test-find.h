/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** jx_test_find: Returns: (transfer none) (nullable): the @n-th of @type within @widget that is shown. */
GtkWidget *jx_test_find (GtkWidget *widget, GType type, guint n);
/** jx_test_get: the same, which must be there. */
GtkWidget *jx_test_get (GtkWidget *widget, GType type, guint n);

G_END_DECLS
