/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-document.h"

G_BEGIN_DECLS

/* What was planned in one year as the beginning of another year's plan. */

/**
 * jx_take_over_project:
 * @document: the document the new project is for
 * @project: a project of any document
 * @years: how many years later @document is
 *
 * Copies @project as a plan for a later year: years in its texts and dates are raised, and what only
 * the year itself could tell is blank: its spending, what came of it, scores and reasons. So is its
 * code, which is given anew.
 *
 * Returns: (transfer none): a new unattached item of @document
 */
JxItem *jx_take_over_project (JxDocument *document, const JxItem *project, int years);

/** jx_take_over_document: Returns: (transfer full): a new document, @years later than @last, with everything in it taken over. */
JxDocument *jx_take_over_document (JxDocument *last, int years);

/**
 * jx_raise_years:
 * @text: any text
 * @years: how many years
 *
 * Adds @years to each year in @text: four digits from 1990 to 2099 that stand alone and are told for a
 * year by what follows: 年, the rest of a date or of a span of years. An amount (2000元), a longer
 * number and the year in the number of a regulation (〔2020〕10号) are none.
 *
 * Returns: (transfer full)
 */
char *jx_raise_years (const char *text, int years);

G_END_DECLS
