/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_flat_rows_new:
 * @source: a flat text: a cell a line
 *
 * Lays the lines out in rows again by what labels say and columns may hold, whatever the form.
 *
 * Returns: (transfer full) (nullable): the same with tables, %NULL where none was found; its texts may be @source's
 */
JxSource *jx_flat_rows_new (const JxSource *source);

G_END_DECLS
