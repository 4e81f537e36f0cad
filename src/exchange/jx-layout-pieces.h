/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_layout_pieces:
 * @slots: of the form they are to be laid into: its labels tell what belongs together
 * @first, @end: the blocks of one item in a source that is laid out
 * @left: (element-type JxPiece): gets what stands below the heading of a list's rows, a row each: which
 *   words belong to which column cannot be told for certain
 *
 * Puts words on lines of a page together again: labels broken over lines, values wrapped in their
 * columns, and all of them in the order in which the form has them.
 *
 * Returns: (transfer full) (element-type JxPiece): texts live as long as @source
 */
GArray *jx_layout_pieces (JxSource *source, const JxSlots *slots, guint first, guint end, GArray *left);

G_END_DECLS
