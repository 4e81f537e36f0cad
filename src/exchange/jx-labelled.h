/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-recognise-region.h"

G_BEGIN_DECLS

/* Tables of no form that is described here: what a cell is tells the label left of it or above it (jx-sense.h),
 * and where it stands. What no label tells is left. */

/** jx_labelled_is_form: Returns: whether block @index, a table, has labels enough to be read so. */
gboolean jx_labelled_is_form (const JxSource *source, guint index);

/** jx_labelled_names_project: Returns: whether @text, a paragraph, is a project's name behind its label and a gap. */
gboolean jx_labelled_names_project (const char *text);

/** jx_labelled_take: @unit: (nullable): what amounts are in, as a note says. Returns: whether anything was taken or told; else nothing was done. */
gboolean jx_labelled_take (JxTaker *taker, GPtrArray *candidates, JxSource *source, const JxRegion *region, const char *unit);

G_END_DECLS
