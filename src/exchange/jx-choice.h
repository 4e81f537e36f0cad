/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"
#include "exchange/jx-candidate.h"

G_BEGIN_DECLS

/**
 * JxChoice:
 *
 * The form that some tables are read by.
 * @candidate: (nullable): %NULL where none fits
 * @n_met: how many of its labels stand there
 * @rival: how much of its score the next best has, of a hundred
 */
typedef struct
{
  const JxCandidate *candidate;
  guint n_met;
  guint rival;
} JxChoice;

/**
 * jx_choice_make:
 * @candidates: (element-type JxCandidate): the likeliest for the whole source first
 *
 * Chooses by the labels in the blocks from @first to before @end; of forms that fit nearly as well as
 * the best, the likeliest.
 */
JxChoice jx_choice_make (GPtrArray *candidates, const JxSource *source, guint first, guint end);

/**
 * jx_choice_get_certainty:
 * @steps: how @pieces were laid into the form; @n_left: what was left before
 *
 * Returns: how sure the form is, 1 … 100: by the labels that were met, the cells that have a place, and
 *   how far the next best form is behind
 */
guint jx_choice_get_certainty (const JxChoice *choice, const GArray *pieces, const GArray *steps, guint n_left);

G_END_DECLS
