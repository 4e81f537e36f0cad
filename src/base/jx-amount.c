/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-amount.h"

#include <string.h>

#include "base/jx-fold.h"

/* 1 万元 = 10^6 分. */
#define WAN_DECIMALS 6

/* How many decimals an amount in each unit may have, as one 分 is the least. */
static const struct
{
  const char *name;
  int decimals;
} units[] = {
  { "", WAN_DECIMALS },
  { "万元", WAN_DECIMALS },
  { "万", WAN_DECIMALS },
  { "元", 2 },
  { "亿元", 10 },
  { "亿", 10 },
};

/* Digits with at most @decimals after the point, in 10^-@decimals of the unit. */
static gboolean
parse_scaled (const char *text, int decimals, gint64 *amount_fen)
{
  gint64 amount = 0;
  int after_point = -1;

  if (!g_ascii_isdigit (*text))
    return FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '.' && after_point < 0)
        {
          after_point = 0;
          continue;
        }
      if (!g_ascii_isdigit (*text) || amount > JX_AMOUNT_MAX_FEN / 10)
        return FALSE;
      if (after_point >= 0 && ++after_point > decimals)
        return FALSE;
      amount = amount * 10 + g_ascii_digit_value (*text);
    }
  if (after_point == 0)
    return FALSE;

  for (after_point = MAX (after_point, 0); after_point < decimals; after_point++)
    {
      if (amount > JX_AMOUNT_MAX_FEN / 10)
        return FALSE;
      amount *= 10;
    }
  if (amount > JX_AMOUNT_MAX_FEN)
    return FALSE;

  *amount_fen = amount;
  return TRUE;
}

gboolean
jx_amount_parse (const char *text, gint64 *amount_fen)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (amount_fen != NULL, FALSE);

  return parse_scaled (text, WAN_DECIMALS, amount_fen);
}

/* Splits @typed into digits and a unit, both half-width. A separator that does not part thousands
 * may be a slip for the decimal point, so it is refused. */
static gboolean
split_digits (const char *typed, GString *digits, GString *unit)
{
  gboolean separated = FALSE, decimal = FALSE, blank = FALSE;
  guint group = 0;

  for (; *typed != '\0'; typed = g_utf8_next_char (typed))
    {
      gunichar character = jx_fold_character (g_utf8_get_char (typed));

      if (jx_fold_is_blank (character))
        {
          blank = TRUE;
          continue;
        }
      if (unit->len > 0 || !(character < 0x80 && (g_ascii_isdigit (character) || strchr (".,", (int) character))))
        {
          g_string_append_unichar (unit, character);
          continue;
        }
      if (blank)
        return FALSE;

      if (character == ',')
        {
          if (decimal || group == 0 || group > 3 || (separated && group != 3))
            return FALSE;
          separated = TRUE;
          group = 0;
          continue;
        }
      if (character == '.')
        {
          if (decimal || (separated && group != 3))
            return FALSE;
          decimal = TRUE;
        }
      else
        group++;
      g_string_append_c (digits, (char) character);
    }

  return digits->len > 0 && (decimal || !separated || group == 3);
}

/* ".5" and "6." are typed, but not kept so; nor are noughts beyond what a 分 needs. */
static void
tidy_digits (GString *digits, gsize decimals)
{
  const char *point = strchr (digits->str, '.');

  if (point == NULL)
    return;
  if (point == digits->str && digits->len > 1)
    {
      g_string_prepend_c (digits, '0');
      point = digits->str + 1;
    }

  decimals += (gsize) (point - digits->str) + 1;
  while (digits->len > decimals && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  if (digits->len > 1 && digits->str[digits->len - 1] == '.')
    g_string_truncate (digits, digits->len - 1);
}

char *
jx_amount_normalise (const char *typed)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) unit = g_string_new (NULL);

  g_return_val_if_fail (typed != NULL, NULL);

  stripped = jx_strip_dup (typed);
  if (*stripped == '\0')
    return g_steal_pointer (&stripped);
  if (!split_digits (stripped, digits, unit))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gint64 amount_fen;

      if (strcmp (unit->str, units[i].name) != 0)
        continue;
      tidy_digits (digits, (gsize) units[i].decimals);
      if (!parse_scaled (digits->str, units[i].decimals, &amount_fen))
        return NULL;
      return units[i].decimals == WAN_DECIMALS ? g_strdup (digits->str) : jx_amount_format (amount_fen);
    }

  return NULL;
}

/* @separator: between thousands, "" for none. */
static char *
format_amount (gint64 amount_fen, const char *separator)
{
  /* Not -amount_fen: the least gint64 has no counterpart. */
  guint64 amount = amount_fen < 0 ? (guint64) 0 - (guint64) amount_fen : (guint64) amount_fen;
  guint64 wan = amount / JX_FEN_PER_WAN;
  g_autofree char *integer = g_strdup_printf ("%" G_GUINT64_FORMAT, wan);
  char decimals[WAN_DECIMALS + 1];
  gsize length = strlen (integer);
  GString *text = g_string_new (amount_fen < 0 ? "-" : NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, integer[i]);
    }

  g_snprintf (decimals, sizeof decimals, "%06u", (guint) (amount % JX_FEN_PER_WAN));
  for (length = WAN_DECIMALS; length > 2 && decimals[length - 1] == '0'; length--)
    decimals[length - 1] = '\0';
  g_string_append_printf (text, ".%s", decimals);

  return g_string_free (text, FALSE);
}

char *
jx_amount_format (gint64 amount_fen)
{
  return format_amount (amount_fen, "");
}

char *
jx_amount_format_grouped (gint64 amount_fen)
{
  return format_amount (amount_fen, ",");
}

gint64
jx_amount_share (gint64 part_fen, gint64 whole_fen)
{
  __int128 twice, share;

  if (whole_fen <= 0)
    return 0;

  twice = (__int128) part_fen * 20000;
  /* Away from zero, so that a gap and its opposite have the same size. */
  share = (twice + (part_fen < 0 ? -(__int128) whole_fen : whole_fen)) / ((__int128) whole_fen * 2);

  return (gint64) CLAMP (share, G_MININT64, G_MAXINT64);
}
