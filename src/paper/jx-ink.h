/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "paper/jx-face.h"

G_BEGIN_DECLS

/**
 * JxInk:
 *
 * Collects glyphs and gives them to cairo in as few strokes as the fonts allow: the number of drawing
 * operations is what printing takes its time for.
 */
typedef struct _JxInk JxInk;

JxInk *jx_ink_new (cairo_t *cairo);
/** jx_ink_add: @word with its base line's start at @x, @y. */
void jx_ink_add (JxInk *ink, const JxWord *word, double x, double y);
/** jx_ink_take_count: Returns: how many glyphs were added since it was last asked. */
guint jx_ink_take_count (JxInk *ink);
/** jx_ink_flush: draws what was collected; before anything else is drawn or tagged. */
void jx_ink_flush (JxInk *ink);
/** jx_ink_free: flushes too. */
void jx_ink_free (JxInk *ink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxInk, jx_ink_free)

G_END_DECLS
