/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_spoken_actions_start:
 *
 * Gives widgets of GTK's own that assistive technology could do nothing with actions by which it can:
 * "choice.next" and "choice.previous" what drops down its choices, "check.toggle" a box to be ticked,
 * "row.activate" a row of a list. To be called once, before the first widget is made.
 */
void jx_spoken_actions_start (void);

G_END_DECLS
