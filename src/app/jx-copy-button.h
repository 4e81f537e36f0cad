/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** jx_copy_button_new: Returns: (transfer floating): a button that copies @text, which stands beside it. */
GtkWidget *jx_copy_button_new (const char *text);

G_END_DECLS
