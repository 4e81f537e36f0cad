/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-decimal.h"

#define MAX_SCALE 18

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  g_assert (exponent >= 0 && exponent <= MAX_SCALE);

  while (exponent-- > 0)
    power *= 10;

  return power;
}

/* Appends the digits at *text to *mantissa. FALSE when there are none or they do not fit. */
static gboolean
take_digits (const char **text, gint64 *mantissa, int *count)
{
  *count = 0;

  for (; g_ascii_isdigit (**text); (*text)++, (*count)++)
    {
      int digit = g_ascii_digit_value (**text);

      if (*mantissa > (G_MAXINT64 - digit) / 10)
        return FALSE;
      *mantissa = *mantissa * 10 + digit;
    }

  return *count > 0;
}

gboolean
jx_decimal_parse (const char *text, JxDecimal *value)
{
  JxDecimal parsed = { 0, 0 };
  gboolean negative;
  int count;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  negative = *text == '-';
  if (negative)
    text++;

  if (!take_digits (&text, &parsed.mantissa, &count))
    return FALSE;
  if (*text == '.')
    {
      text++;
      if (!take_digits (&text, &parsed.mantissa, &parsed.scale) || parsed.scale > MAX_SCALE)
        return FALSE;
    }
  if (*text != '\0')
    return FALSE;

  if (negative)
    parsed.mantissa = -parsed.mantissa;
  *value = parsed;
  return TRUE;
}

int
jx_decimal_compare (JxDecimal a, JxDecimal b)
{
  /* 2^63 · 10^18 stays below 2^127. */
  __int128 left, right;

  g_return_val_if_fail (a.scale >= 0 && a.scale <= MAX_SCALE, 0);
  g_return_val_if_fail (b.scale >= 0 && b.scale <= MAX_SCALE, 0);

  left = (__int128) a.mantissa * power_of_ten (b.scale);
  right = (__int128) b.mantissa * power_of_ten (a.scale);

  return (left > right) - (left < right);
}

gboolean
jx_decimal_add (JxDecimal a, JxDecimal b, JxDecimal *sum)
{
  int scale = MAX (a.scale, b.scale);
  __int128 total;

  g_return_val_if_fail (a.scale >= 0 && a.scale <= MAX_SCALE, FALSE);
  g_return_val_if_fail (b.scale >= 0 && b.scale <= MAX_SCALE, FALSE);

  *sum = a;
  total = (__int128) a.mantissa * power_of_ten (scale - a.scale) + (__int128) b.mantissa * power_of_ten (scale - b.scale);
  if (total > G_MAXINT64 || total < G_MININT64)
    return FALSE;

  *sum = (JxDecimal) { (gint64) total, scale };
  return TRUE;
}

char *
jx_decimal_to_string (JxDecimal value)
{
  /* Not -mantissa: the least gint64 has no counterpart. */
  guint64 digits = value.mantissa < 0 ? (guint64) 0 - (guint64) value.mantissa : (guint64) value.mantissa;
  const char *sign = value.mantissa < 0 ? "-" : "";
  guint64 power;

  g_return_val_if_fail (value.scale >= 0 && value.scale <= MAX_SCALE, NULL);

  if (value.scale == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, digits);

  power = (guint64) power_of_ten (value.scale);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, digits / power, value.scale, digits % power);
}

double
jx_decimal_to_double (JxDecimal value)
{
  g_return_val_if_fail (value.scale >= 0 && value.scale <= MAX_SCALE, 0);

  return (double) ((long double) value.mantissa / (long double) power_of_ten (value.scale));
}
