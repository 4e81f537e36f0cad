/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-date.h"

#include <math.h>
#include <string.h>

/* Days of the year 1 before those from which workbooks count. */
#define BEFORE_1900 693594
#define BEFORE_1904 695056
/* Excel has a 29 February 1900, as the first spreadsheets had. */
#define WRONG_LEAP_DAY 60
#define MAX_DAYS 2958465

/* The letters of @section outside of words, with the words as blanks. */
static char *
dup_letters (const char *section)
{
  char *letters = g_strdup (section);
  char end = '\0';

  for (char *at = letters; *at != '\0'; at++)
    {
      gboolean inside = end != '\0';

      if (inside && *at == end)
        end = '\0';
      else if (!inside && *at == '"')
        end = '"';
      else if (!inside && *at == '[' && strchr ("hHmMsS", at[1]) == NULL)
        end = ']';
      else if (!inside && (*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
        at[1] = ' ';
      if (inside || end != '\0')
        *at = ' ';
    }

  return letters;
}

gboolean
jx_xlsx_is_date_format (const char *section)
{
  g_autofree char *letters = dup_letters (section);

  return strpbrk (letters, "yYdDmMhHsS") != NULL && strpbrk (letters, "0#?") == NULL;
}

typedef struct
{
  GDate date;
  int hour, minute, second;
} Moment;

static gboolean
moment_init (Moment *moment, double value, gboolean from_1904)
{
  double days = floor (value);
  int seconds = (int) floor ((value - days) * 86400 + 0.5);

  if (value < 0 || value > MAX_DAYS)
    return FALSE;
  if (seconds >= 86400)
    {
      seconds -= 86400;
      days += 1;
    }
  if (!from_1904 && days < WRONG_LEAP_DAY)
    days += 1;

  g_date_clear (&moment->date, 1);
  g_date_set_julian (&moment->date, (guint32) days + (from_1904 ? BEFORE_1904 : BEFORE_1900));
  moment->hour = seconds / 3600;
  moment->minute = seconds / 60 % 60;
  moment->second = seconds % 60;

  return TRUE;
}

static void
append_part (GString *text, const Moment *moment, char letter, gsize n, gboolean minutes)
{
  static const char * const weekdays[] = { "一", "二", "三", "四", "五", "六", "日" };
  int width = n > 1 ? 2 : 1;

  switch (letter)
    {
    case 'y':
      g_string_append_printf (text, n > 2 ? "%04d" : "%02d", n > 2 ? g_date_get_year (&moment->date) : g_date_get_year (&moment->date) % 100);
      break;
    case 'm':
      g_string_append_printf (text, "%0*d", width, minutes ? moment->minute : (int) g_date_get_month (&moment->date));
      break;
    case 'd':
      if (n > 2)
        g_string_append_printf (text, "星期%s", weekdays[g_date_get_weekday (&moment->date) - 1]);
      else
        g_string_append_printf (text, "%0*d", width, g_date_get_day (&moment->date));
      break;
    case 'h':
      g_string_append_printf (text, "%0*d", width, moment->hour);
      break;
    default:
      g_string_append_printf (text, "%0*d", width, moment->second);
      break;
    }
}

/* An m is minutes next to hours or seconds. */
static gboolean
means_minutes (const char *letters, gsize at, gsize n, char before)
{
  gsize after = at + n + strcspn (letters + at + n, "yYdDmMhHsS");

  return before == 'h' || letters[after] == 's' || letters[after] == 'S';
}

char *
jx_xlsx_format_date (const char *section, double value, gboolean from_1904)
{
  g_autofree char *letters = dup_letters (section);
  g_autoptr (GString) text = g_string_new (NULL);
  Moment moment;
  char before = '\0';

  if (!moment_init (&moment, value, from_1904))
    return g_strdup ("#####");

  for (gsize i = 0; section[i] != '\0';)
    {
      char letter = g_ascii_tolower (letters[i]);
      gsize n = 1;

      if (strchr ("ymdhs", letter) != NULL)
        {
          while (g_ascii_tolower (letters[i + n]) == letter)
            n++;
          append_part (text, &moment, letter, n, letter == 'm' && means_minutes (letters, i, n, before));
          before = letter;
        }
      else if (section[i] == '_' || section[i] == '*')
        n = section[i + 1] != '\0' ? 2 : 1;
      else if (letters[i] == ' ' && section[i] == '[')
        n = strcspn (section + i, "]") + (strchr (section + i, ']') != NULL);
      else if (strchr ("\"[]\\", section[i]) == NULL && section[i] != ';')
        g_string_append_c (text, section[i]);
      i += n;
    }

  return g_strdup (text->str);
}
