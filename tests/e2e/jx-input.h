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

/** jx_input_give: gives the keys to the topmost window with this title. Returns: whether there is one to be seen. */
gboolean jx_input_give (JxInput *input, const char *title);

/** jx_input_move_window: moves the window given the keys to @x, @y of the screen, as a window manager would. */
void jx_input_move_window (JxInput *input, int x, int y);

/** jx_input_press: @keys: "Return", "<Control><Shift>z": key names as X has them. */
void jx_input_press (JxInput *input, const char *keys);

/** jx_input_type: each character of @text, whatever its script, as one stroke of a key. */
void jx_input_type (JxInput *input, const char *text);

/** jx_input_point: moves the mouse to @x, @y of the window given the keys, whose widgets are @width by @height. */
void jx_input_point (JxInput *input, int x, int y, int width, int height);

/** jx_input_point_popup: moves the mouse to @x, @y of the menu, list or tip that is @width by @height. @rests: (out): whether it was moved there the last time too. Returns: whether there is one. */
gboolean jx_input_point_popup (JxInput *input, int x, int y, int width, int height, gboolean *rests);

/** jx_input_button: of the mouse: 1 the first, 3 the other; 4 and 5 the wheel up and down; goes @down, or up. */
void jx_input_button (JxInput *input, guint button, gboolean down);

/** jx_input_hold_key: @key: as X names it, "Shift_L"; goes @down, or up. */
void jx_input_hold_key (JxInput *input, const char *key, gboolean down);

/** jx_input_dup_look: Returns: (transfer full): other words for each other look of the place at @x, @y of the window given the keys, whose widgets are @total_width by @total_height. */
char *jx_input_dup_look (JxInput *input, int x, int y, int width, int height, int total_width, int total_height);

/** jx_input_print: tells on standard error of the windows that can be seen, from the lowest, and of the mouse. */
void jx_input_print (JxInput *input);

G_END_DECLS
