/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_closed_menus_start:
 *
 * Keeps a menu that was closed from the mouse: where its entry brings up a window at once, GTK 4.8 may
 * still tell the closed menu that the mouse is over it, and from then on every press in the window goes
 * to that menu and nowhere. A menu's surface therefore goes as it closes; opened again it has another.
 * To be called once, before the first menu is opened.
 */
void jx_closed_menus_start (void);

G_END_DECLS
