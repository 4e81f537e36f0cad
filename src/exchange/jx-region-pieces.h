/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"
#include "exchange/jx-note.h"
#include "exchange/jx-recognise-region.h"

G_BEGIN_DECLS

/* What stands in a region, cell by cell, made ready to be laid into a form. */

/** jx_region_list_pieces: Returns: (transfer full) (element-type JxPiece): cells and paragraphs of @region in order; texts live as long as @source. */
GArray *jx_region_list_pieces (JxSource *source, const JxSlots *slots, const JxRegion *region);

/** jx_region_join_labels: makes one piece of a label broken over lines in a flat text, and takes away labels of values that the form writes without. */
void jx_region_join_labels (GArray *pieces, JxSource *source, const JxSlots *slots);

/**
 * jx_region_take_notes: takes away what is no part of a table: titles, years, the unit of amounts.
 * @take: is told of each
 */
void jx_region_take_notes (GArray *pieces, const JxSlots *slots, void (*take) (const JxNote *note, const JxPiece *piece, gpointer user_data),
                           gpointer user_data);

/** jx_region_init_pieces: works out what the pieces are by their words and neighbours. */
void jx_region_init_pieces (GArray *pieces, const JxSlots *slots);

G_END_DECLS
