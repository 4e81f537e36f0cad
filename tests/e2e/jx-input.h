/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxInput:
 *
 * The keyboard and the mouse of the X server the tests run on, and the little a window manager would
 * do for them: on a bare server nobody else says which window the keys go to.
 */
typedef struct _JxInput JxInput;

JxInput *jx_input_new (void);
void jx_input_free (JxInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxInput, jx_input_free)

/** jx_input_give: gives the keys to the window that lies @depth windows under the topmost one, counted round. */
void jx_input_give (JxInput *input, guint depth);

/** jx_input_press: @keys: "Return", "<Control><Shift>z": key names as X has them. */
void jx_input_press (JxInput *input, const char *keys);

/** jx_input_type: each character of @text, whatever its script, as one stroke of a key. */
void jx_input_type (JxInput *input, const char *text);

/** jx_input_click: presses the first mouse button at @x, @y of the window given the keys, whose widgets are @width by @height. */
void jx_input_click (JxInput *input, int x, int y, int width, int height);

G_END_DECLS
