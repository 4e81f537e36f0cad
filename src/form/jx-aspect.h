/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"

G_BEGIN_DECLS

/* A target value whose sign, number and unit stand in columns of their own. Of one begun with its sign
 * the number may be missing yet. */

/** jx_aspect_dup: @value: not blank. Returns: (transfer full): what stands in the column of @aspect; of a value without figures the words are its number, and 定性 its sign. */
char *jx_aspect_dup (const char *value, JxAspect aspect);

/**
 * jx_aspects_join:
 * @value: (nullable): as it is
 * @sign, @number, @unit: (nullable): what a person typed there, %NULL for what stays; a number may bring its sign and unit
 * @error: %JX_ERROR_VALUE: why they do not fit together
 *
 * Returns: (transfer full) (nullable): the value, "" for blank; %NULL if it does not fit
 */
char *jx_aspects_join (const char *value, const char *sign, const char *number, const char *unit, GError **error);

G_END_DECLS
