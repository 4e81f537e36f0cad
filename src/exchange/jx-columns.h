/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/** jx_columns_list_items: Returns: (transfer container) (element-type JxItem): all items of @kind below @subject, a document's item or a project, in order; @subject itself where it is one. */
GPtrArray *jx_columns_list_items (JxItem *subject, JxKind kind);

/**
 * jx_columns_new:
 * @subject: a document's item or a project
 *
 * Which fields a list of all items of @kind below @subject shows: those that have always been, and of
 * those that only some forms have the ones in use.
 *
 * Returns: (transfer full) (element-type JxField): in the order of the table of fields
 */
GArray *jx_columns_new (JxItem *subject, JxKind kind);

G_END_DECLS
