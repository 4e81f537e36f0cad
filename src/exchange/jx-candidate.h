/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-pattern.h"
#include "exchange/jx-script.h"
#include "exchange/jx-slots.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * JxCandidate:
 *
 * A form that a source may have been written by.
 * @slots: of its tables
 * @script: its headings and paragraphs
 * @votes: how well the whole source fits it
 */
typedef struct
{
  const JxForm *form;
  JxSlots *slots;
  JxScript *script;
  guint votes;
} JxCandidate;

/** jx_candidates_new: @loose: other wordings of their labels will do. Returns: (transfer full) (element-type JxCandidate): the forms of @subject in @set, those first that fit @source best. */
GPtrArray *jx_candidates_new (JxFormSet *set, JxKind subject, const JxSource *source, gboolean loose);

/** jx_candidate_count_labels: Returns: how many different labels of @candidate stand in the blocks from @first to before @end. */
guint jx_candidate_count_labels (const JxCandidate *candidate, const JxSource *source, guint first, guint end);

/** jx_candidate_get_certainty: how sure a source's text is @candidate's, a document's form: how many of its headings were met, of a hundred. */
guint jx_candidate_get_certainty (const JxCandidate *candidate);

/**
 * jx_candidates_find_labelled:
 * @candidate: (out): whose place it is
 *
 * Returns: (nullable): what is filled where the label @text is met, right of it or, in a list, below it, by the first of
 *   @candidates that has such a label
 */
const JxSlot *jx_candidates_find_labelled (GPtrArray *candidates, const char *text, const JxCandidate **candidate);

/**
 * jx_candidates_find_field:
 * @yearly: of what is told month by month: of the whole year
 *
 * Returns: (nullable): the first place of one of @candidates that holds nothing but @field
 */
const JxSlot *jx_candidates_find_field (GPtrArray *candidates, JxField field, gboolean yearly, const JxCandidate **candidate);

/** jx_candidates_find_tick: Returns: (nullable): the first place of one of @candidates that is ticked for @word. */
const JxSlot *jx_candidates_find_tick (GPtrArray *candidates, const char *word);

/** jx_candidate_is_heading_of: Returns: whether @text is the heading with @value in it, in another wording of its words. */
gboolean jx_candidate_is_heading_of (const JxCandidate *candidate, const char *text, const char *value);

/** jx_candidate_match_heading: Returns: whether @text is the heading over an item of the form, with fixed words and a field in it. */
gboolean jx_candidate_match_heading (const JxCandidate *candidate, const char *text, JxMatch *match);

G_END_DECLS
