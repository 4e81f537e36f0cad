/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jx_picture_take:
 * @native: a window that is shown
 * @name: of the picture, which is put into the folder that JX_PICTURES names
 * @faults: a line is added to it for each text that is cut and does not tell its whole on hover, that
 *   stands outside of @native, or that cannot be told from its ground
 *
 * Waits until @native stands still, and looks at it.
 */
void jx_picture_take (GtkNative *native, const char *name, GString *faults);

G_END_DECLS
