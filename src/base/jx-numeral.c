/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-numeral.h"

#include <string.h>

#define MAX_NUMBER 9999

static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

static const struct
{
  guint value;
  const char *name;
} places[] = { { 1000, "千" }, { 100, "百" }, { 10, "十" }, { 1, "" } };

char *
jx_numeral_chinese (guint number)
{
  GString *text;
  gboolean gap = FALSE;

  g_return_val_if_fail (number > 0, NULL);

  if (number > MAX_NUMBER)
    return g_strdup_printf ("%u", number);

  text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint digit = number / places[i].value % 10;

      if (digit == 0)
        {
          gap = TRUE;
          continue;
        }
      if (gap && text->len > 0)
        g_string_append (text, digits[0]);
      gap = FALSE;
      /* 十三, not 一十三, but 一百一十三. */
      if (number >= 20 || places[i].value != 10)
        g_string_append (text, digits[digit]);
      g_string_append (text, places[i].name);
    }

  return g_string_free (text, FALSE);
}

/* The digit at *text, 10 if there is none; other spellings too. */
static guint
take_digit (const char **text)
{
  static const struct
  {
    const char *name;
    guint digit;
  } others[] = { { "〇", 0 }, { "○", 0 }, { "两", 2 }, { "兩", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (g_str_has_prefix (*text, digits[i]))
      {
        *text += strlen (digits[i]);
        return i;
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (*text, others[i].name))
      {
        *text += strlen (others[i].name);
        return others[i].digit;
      }

  return 10;
}

guint
jx_numeral_parse_chinese (const char *text)
{
  guint number = 0, used = 0;
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *rest = text;
      guint digit = take_digit (&rest);

      if (digit == 0)
        {
          /* One 零 for a gap, and something after it. */
          if (gap || used == 0)
            return 0;
          gap = TRUE;
          text = rest;
          digit = take_digit (&rest);
        }
      if (digit == 10 && used == 0 && places[i].value == 10)
        digit = 1; /* 十三 */
      if (digit == 0 || digit == 10 || !g_str_has_prefix (rest, places[i].name))
        continue;
      /* 一百零二, never 一百二. */
      if (used != 0 && (used / places[i].value == 10) == gap)
        return 0;

      number += digit * places[i].value;
      used = places[i].value;
      text = rest + strlen (places[i].name);
      gap = FALSE;
    }

  return *text == '\0' && !gap ? number : 0;
}
