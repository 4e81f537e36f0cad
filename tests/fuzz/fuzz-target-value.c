/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the column of target values; the amounts people type are read on the way. */
#include "base/jx-amount.h"
#include "jx-fuzz.h"
#include "model/jx-target-value.h"

/* Its digits are the same number. */
static void
check_number (JxDecimal number)
{
  g_autofree char *digits = jx_decimal_to_string (number);
  JxDecimal again;

  g_assert_true (jx_decimal_parse (digits, &again));
  g_assert_cmpint (jx_decimal_compare (number, again), ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) length);
  g_autoptr (JxTargetValue) value = jx_target_value_parse (text);
  g_autofree char *words = jx_target_value_describe (value);

  g_autofree char *amount = jx_amount_normalise (text);
  gint64 amount_fen;

  g_assert_true (g_utf8_validate (words, -1, NULL));
  if (value->type == JX_TARGET_DATE)
    g_assert_true (value->month >= 0 && value->month <= 12 && value->day >= 0 && value->day <= 31);
  if (value->type == JX_TARGET_GRADE)
    g_assert_nonnull (value->grade);
  if (value->type == JX_TARGET_NUMBER)
    check_number (value->number);
  if (amount != NULL && *amount != '\0')
    g_assert_true (jx_amount_parse (amount, &amount_fen));

  return 0;
}
