/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/**
 * jx_columns_list_indicator_fields:
 * @subject: the document or a project
 *
 * The columns of a list of all indicators: the fields every goal table has, and of those that only some
 * forms have the ones in use.
 *
 * Returns: (transfer full) (element-type JxField)
 */
GArray *jx_columns_list_indicator_fields (JxItem *subject);

G_END_DECLS
