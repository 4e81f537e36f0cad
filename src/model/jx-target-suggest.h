/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_target_suggest:
 * @typed: a target value in the making: “95”, “≥95”, “95%”
 * @units: (array zero-terminated=1): that may be meant, likeliest first
 *
 * What may be meant by a number whose sign or unit is still to come: the signs it may have, and the
 * units. Nothing for what is no number.
 *
 * Returns: (transfer full) (element-type utf8): whole values that can be measured, none of them @typed itself
 */
GPtrArray *jx_target_suggest (const char *typed, const char *const *units);

G_END_DECLS
