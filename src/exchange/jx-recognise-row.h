/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-slots.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/**
 * JxRowReading:
 *
 * The row of a list that is being read: its item, made once one of its cells holds something, and the item
 * of the list beside it; what waits for the end of the row; and what rows below have from those above.
 */
typedef struct _JxRowReading JxRowReading;

/**
 * jx_row_reading_new:
 * @holder: of the lists
 * @rows_known: whether the source has rows, and not lines only
 * @texts: what keeps the texts that wait; outlives it
 */
JxRowReading *jx_row_reading_new (JxTaker *taker, JxItem *holder, const JxSlots *slots, gboolean rows_known, GStringChunk *texts);
void jx_row_reading_free (JxRowReading *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxRowReading, jx_row_reading_free)

/** jx_row_reading_get_item: Returns: (transfer none): the item of the row that @slot is about, of the list or of the one beside it. */
JxItem *jx_row_reading_get_item (JxRowReading *row, const JxSlot *slot);

/** jx_row_reading_meet: @slot is filled next, which may end the row and begin another; @line, @text: what was read before, for what is doubted. */
void jx_row_reading_meet (JxRowReading *row, guint slot, guint line, const char *text);

/** jx_row_reading_finish: the row ends. */
void jx_row_reading_finish (JxRowReading *row, guint line, const char *text);

/** jx_row_reading_set_inherits: whether rows below that lack @field have it from above. */
void jx_row_reading_set_inherits (JxRowReading *row, JxField field, gboolean inherits);

/** jx_row_reading_keep_shared: Returns: whether @slot is one for both items of a row; then @text is kept for them. */
gboolean jx_row_reading_keep_shared (JxRowReading *row, const JxSlot *slot, const char *text);

/** jx_row_reading_keep_part: Returns: whether @slot has a part of a value; then @text is kept until the row ends. */
gboolean jx_row_reading_keep_part (JxRowReading *row, const JxSlot *slot, const char *text, guint line);

/** jx_row_reading_note_joined: lines were put together in the row. */
void jx_row_reading_note_joined (JxRowReading *row);

/** jx_row_reading_note_missing: nothing was found for @slot. */
void jx_row_reading_note_missing (JxRowReading *row, guint slot);

G_END_DECLS
