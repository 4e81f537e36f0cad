/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-candidate.h"
#include "exchange/jx-sense.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/**
 * JxLabelledItem:
 *
 * The project that labels tell of.
 * @unit: (nullable): what amounts are in that do not say it themselves
 * @project: (nullable): once there is something of it
 */
typedef struct
{
  JxTaker *taker;
  GPtrArray *candidates;
  const char *unit;
  JxItem *project;
  guint n_taken;
  guint n_left;
  gboolean unit_told;
} JxLabelledItem;

/** jx_labelled_item_get: Returns: (transfer none): its project, made if need be. */
JxItem *jx_labelled_item_get (JxLabelledItem *l);

/** jx_labelled_leave: tells that @text was not understood. */
void jx_labelled_leave (JxLabelledItem *l, const char *text, guint line, const char *why);

/** jx_labelled_is_amount: Returns: whether @text is a number, with 元 or % or without. */
gboolean jx_labelled_is_amount (const char *text);

/** jx_labelled_take_amount: takes the text of @cell, which stands in the row of @fund and the column of @stage. */
void jx_labelled_take_amount (JxLabelledItem *l, const JxSense *fund, const JxSense *stage, const JxSourceCell *cell);

/** jx_labelled_take_field: takes @text for the field that @sense, a label's, is of. */
void jx_labelled_take_field (JxLabelledItem *l, const JxSense *sense, const char *text, guint line);

/** jx_labelled_take_value: takes @text, whatever @label, whose sense is @sense, is of; tells what no place is for. */
void jx_labelled_take_value (JxLabelledItem *l, const JxSense *sense, const char *label, const char *text, guint line);

/** jx_labelled_take_inline: Returns: whether @text is a label, a colon and a value, which was taken. */
gboolean jx_labelled_take_inline (JxLabelledItem *l, const char *text, guint line);

G_END_DECLS
