/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-sense.h"
#include "exchange/jx-source.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/** JxLabelledList: the indicators of a table, its columns by their headings. */
typedef struct _JxLabelledList JxLabelledList;

/** jx_labelled_list_new: Returns: (transfer full) (nullable): the list that row @row heads, %NULL if it heads none. */
JxLabelledList *jx_labelled_list_new (JxTaker *taker, GPtrArray *candidates, const JxSource *source, const JxSourceRow *row);
void jx_labelled_list_free (JxLabelledList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxLabelledList, jx_labelled_list_free)

/**
 * jx_labelled_list_take: takes the indicator that @row has into @project.
 * @n_left: (inout): cells that could not be taken are added
 *
 * Returns: whether @row belongs to the list; else it ends before it
 */
gboolean jx_labelled_list_take (JxLabelledList *list, JxItem *project, const JxSourceRow *row, guint *n_left);

/** jx_labelled_list_holds: Returns: whether @row, which belongs to the list, has an indicator in it. */
gboolean jx_labelled_list_holds (const JxLabelledList *list, const JxSourceRow *row);

G_END_DECLS
