/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-align.h"

G_BEGIN_DECLS

/* Forms that were not filled in, and those that say there is nothing to fill in. */

/** jx_says_none: Returns: whether @text is such as 无, 不涉及 or —. */
gboolean jx_says_none (const char *text);

/**
 * jx_steps_hold_anything:
 * @says_none: (out): whether it says that there is nothing
 *
 * Returns: whether what was laid into the form is more than a template has: its labels, the names of
 *   its indicators' levels, zeros
 */
gboolean jx_steps_hold_anything (const JxSlots *slots, const GArray *pieces, const GArray *steps, gboolean *says_none);

G_END_DECLS
