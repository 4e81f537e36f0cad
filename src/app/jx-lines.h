/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_lines_split:
 * @text: such as was pasted
 *
 * The items of a list that was written down as lines: blank lines are none, and a number at a line's
 * head (1. 一、 （一） ③) is left out, since lists here number themselves.
 *
 * Returns: (transfer full) (array zero-terminated=1): may be empty
 */
GStrv jx_lines_split (const char *text);

G_END_DECLS
