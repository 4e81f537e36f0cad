/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_spoken_windows_start:
 *
 * Keeps assistive technology from ending the program: that asks for windows by number, and one closed
 * meanwhile makes its number too large; GTK 4.8 then tells of the last window of its list, and where that
 * is hidden it has nothing to tell it by and crashes. From now on a hidden window is never the last while
 * another is shown. To be called once, before the first window is made.
 */
void jx_spoken_windows_start (void);

G_END_DECLS
