/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-candidate.h"
#include "exchange/jx-taker.h"

G_BEGIN_DECLS

/** JxList: a list of projects while it is read; it may go on in further tables. */
typedef struct _JxList JxList;

/** jx_list_new: Returns: (transfer full) (nullable): a list, if block @block, a table, begins one. */
JxList *jx_list_new (JxTaker *taker, GPtrArray *candidates, const JxSource *source, guint block);
void jx_list_free (JxList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxList, jx_list_free)

/** jx_list_goes_on: Returns: whether block @block, a table without headings, is the list's continuation. */
gboolean jx_list_goes_on (const JxList *list, guint block);

/** jx_list_take: takes the rows of @block. */
void jx_list_take (JxList *list, guint block);

G_END_DECLS
