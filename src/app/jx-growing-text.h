/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JX_TYPE_GROWING_TEXT (jx_growing_text_get_type ())
G_DECLARE_FINAL_TYPE (JxGrowingText, jx_growing_text, JX, GROWING_TEXT, GtkWidget)

/**
 * JxGrowingText:
 *
 * A text view that is as high as its text at any width. A GtkTextView alone asks for the height it
 * had at its last width, which cuts it off in a row and makes a page jump.
 */
GtkWidget *jx_growing_text_new (void);
/** jx_growing_text_get_view: Returns: (transfer none): the text view, for its buffer, focus and name. */
GtkTextView *jx_growing_text_get_view (JxGrowingText *text);

G_END_DECLS
