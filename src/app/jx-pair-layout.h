/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JX_TYPE_PAIR_LAYOUT (jx_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (JxPairLayout, jx_pair_layout, JX, PAIR_LAYOUT, GtkLayoutManager)

/**
 * JxPairLayout:
 *
 * Lays two children side by side where there is room, one above the other where there is not,
 * without moving them about in the tree, so that the focus stays.
 *
 * Made with jx_pair_layout_new() it is a page's: the second child is a column at the right that
 * stays in view while the first, longer one is scrolled. Else both have half of the width.
 *
 * @scroller: around the page; @side_width: the most the second child gets beside the
 * first, unless it needs more; @threshold: from which width on; @space: around the first. All in pixels.
 */
GtkLayoutManager *jx_pair_layout_new (GtkScrolledWindow *scroller, int side_width, int threshold, int space);

/** jx_pair_layout_new_halves: both get half of the width from @threshold on, with @space between them. */
GtkLayoutManager *jx_pair_layout_new_halves (int threshold, int space);

/** jx_pair_layout_get_side: Returns: how much the second child covers at the right of what is seen of a page. */
int jx_pair_layout_get_side (JxPairLayout *layout);

/** jx_pair_layout_set_threshold: @threshold: from which width on the two stand side by side. */
void jx_pair_layout_set_threshold (JxPairLayout *layout, int threshold);

G_END_DECLS
