/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-slots.h"

G_BEGIN_DECLS

/**
 * JxPiece:
 *
 * A cell (or, in a flat text, a line) on its way into a form.
 * @row: the source's row; meaningless where @rows_known is not said
 * @row_cells: how many cells that row has
 * @resumes: it is in the first row of a table behind another one, which may go on in it
 * @outside: a paragraph beside tables: it is no cell; @behind: below the first of them; @certain: a label beside it tells what it is
 * @trailing: nothing but blanks stands behind it
 * @alone: nothing but blanks stands beside it in its row
 * @beside_label: a label stands right behind it
 * @above_list: the heading of the list's rows stands below it: it is in none of them
 * @labels: (nullable) (transfer none) (element-type guint): the label slots with just these words
 * @head_labels: (nullable): those with the words before a colon; then @tail is what stands behind it
 */
typedef struct
{
  const char *text;
  guint line;
  guint row;
  guint row_cells;
  guint column;
  gboolean begins_row;
  gboolean empty;
  gboolean blank;
  gboolean trailing;
  gboolean resumes;
  gboolean outside;
  gboolean behind;
  gboolean certain;
  gboolean above_list;
  gboolean alone;
  gboolean beside_label;
  gboolean joined;
  gboolean numeric;
  gboolean like_target;
  const GArray *labels;
  const GArray *head_labels;
  const char *tail;
} JxPiece;

typedef enum
{
  JX_STEP_FILL,    /* the piece goes into the slot */
  JX_STEP_EXTEND,  /* it goes on with what is in the slot */
  JX_STEP_DISCARD, /* it belongs nowhere */
  JX_STEP_BOTH,    /* label and value in one: the slot is the value's */
  JX_STEP_MISS,    /* no piece: the slot is missing in the source */
} JxStepType;

typedef struct
{
  JxStepType type;
  guint piece;
  guint slot;
} JxStep;

#define JX_HEADING_MAX 64

/**
 * JxHeading:
 *
 * Where the columns under a list's heading stand in the source: a row with as many cells as the
 * heading has the same columns.
 * @n_cells: of the heading's row, 0: there is no heading
 * @first: the first slot of the list's rows
 * @n: how many columns the form has there
 * @columns: where each of them stands
 */
typedef struct
{
  guint n_cells;
  guint first;
  guint n;
  guint columns[JX_HEADING_MAX];
} JxHeading;

/** jx_piece_init: works out what the pieces are by their words. */
void jx_piece_init (JxPiece *piece, const JxSlots *slots);

/**
 * jx_align:
 * @pieces: (element-type JxPiece): of one item of the form, in reading order
 * @rows_known: whether rows are told apart in the source
 * @heading: found in @pieces
 * @cost: (out): how badly they fit
 *
 * Finds the cheapest way to lay the pieces into the slots, in order: labels onto labels, numbers
 * into fields of numbers, rows onto rows; rows of a list as often as there are; a row may stand
 * elsewhere than in the form.
 *
 * Returns: (transfer full) (nullable) (element-type JxStep): in source order; %NULL if there is too much
 */
GArray *jx_align (const JxSlots *slots, const GArray *pieces, gboolean rows_known, const JxHeading *heading, int *cost);

G_END_DECLS
