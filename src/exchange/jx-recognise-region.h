/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-candidate.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/**
 * JxRegion:
 *
 * The blocks of a source that tell of one item of a list: a project with its heading and tables.
 * @first: the first block behind the heading
 * @end: the first block that does not belong to it
 * @heading: (nullable): the heading's text
 * @by_labels: where no form fits well, its labels alone tell what is in it (jx-labelled.h)
 */
typedef struct
{
  guint first;
  guint end;
  const char *heading;
  guint heading_line;
  gboolean by_labels;
} JxRegion;

/**
 * jx_region_take:
 * @candidates: (element-type JxCandidate): the forms it may be in, the likeliest first
 *
 * Returns: whether @region was an item of one of the forms; it is in the document then
 */
gboolean jx_region_take (JxTaker *taker, GPtrArray *candidates, JxSource *source, const JxRegion *region);

/** jx_region_leave: tells all of @region as not understood, but what may stand over any table (jx-caption.h). */
void jx_region_leave (JxTaker *taker, GPtrArray *candidates, const JxSource *source, const JxRegion *region);

G_END_DECLS
