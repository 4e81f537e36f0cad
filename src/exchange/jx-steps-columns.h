/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"

G_BEGIN_DECLS

/** jx_steps_find_astray: Returns: (nullable): the first piece that was laid into a place of figures although the source has it under the heading of another. */
const JxPiece *jx_steps_find_astray (const JxSlots *slots, const GArray *pieces, const GArray *steps);

G_END_DECLS
