/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jx_spoken_start:
 *
 * Sees to it, from now on and in every window, GTK's own dialogs included, that assistive technology
 * hears names where GTK 4.8 tells none, tells one twice and with its underscore, or tells the type
 * of the widget instead. Names that were given are left as they are. Entries do what they offer.
 */
void jx_spoken_start (void);

G_END_DECLS
