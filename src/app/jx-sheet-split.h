/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-layout.h"

G_BEGIN_DECLS

/**
 * JxSheetPiece:
 * @part: (nullable): what of the form it shows of the document; %NULL for printed words
 * @blank: where that is written; of what is worked out nothing can be
 * @run: which of the cell's runs it shows
 * @owner: (nullable): of the line that adds an item of kind @adds: the list's holder
 * @prefix, @value, @suffix: never %NULL
 * @line: counted from 0
 *
 * What one #JxSheetCell shows.
 */
typedef struct
{
  const JxFormPart *part;
  JxBlank blank;
  guint run;
  JxItem *owner;
  JxKind adds;
  char *prefix;
  char *value;
  char *suffix;
  guint line;
} JxSheetPiece;

/**
 * jx_sheet_split:
 * @runs: (element-type JxRun): of a cell, heading or paragraph
 * @each, @owner: of a cell that shows a list (#JxCell); %JX_N_KINDS and %NULL else
 *
 * Breaks @runs into pieces that can each be written in, or are worked out: words printed before the first field of a
 * line become its prefix, words after a field its suffix ("25" with "%"), so that a line with one
 * field wraps as it prints. A list gets one more piece, for adding to it.
 *
 * Returns: (transfer full) (element-type JxSheetPiece): at least one
 */
GArray *jx_sheet_split (GArray *runs, JxKind each, JxItem *owner);

G_END_DECLS
