/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxDecimal:
 * @mantissa: all digits as one integer
 * @scale: how many of them stand after the point, 0 … 18
 *
 * An exact decimal number: 83.33 is { 8333, 2 }. Used for percentages, weights, scores and the
 * numbers in target values; money is integer 分 (jx-amount.h).
 */
typedef struct
{
  gint64 mantissa;
  int scale;
} JxDecimal;

/**
 * jx_decimal_parse:
 * @text: optional '-', digits, optional '.' and digits; nothing else (no blanks, no separators)
 * @value: (out): the number
 *
 * Returns: whether @text is such a number and fits
 */
gboolean jx_decimal_parse (const char *text, JxDecimal *value);

/** jx_decimal_compare: Returns: <0, 0, >0 as @a is less than, equal to or greater than @b, exactly. */
int jx_decimal_compare (JxDecimal a, JxDecimal b);

/** jx_decimal_add: @sum: (out): @a and @b together, with the more decimals of the two. Returns: whether it fits; if not, @sum is @a. */
gboolean jx_decimal_add (JxDecimal a, JxDecimal b, JxDecimal *sum);

/** jx_decimal_to_string: Returns: (transfer full): the number as jx_decimal_parse() takes it, all its decimals kept. */
char *jx_decimal_to_string (JxDecimal value);

/** jx_decimal_to_double: Returns: the nearest double, for drawing only, never for sums. */
double jx_decimal_to_double (JxDecimal value);

G_END_DECLS
