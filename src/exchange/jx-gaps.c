/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-gaps.h"

#include <string.h>

char **
jx_gaps_split (const char *text)
{
  g_autoptr (GRegex) gap = NULL;

  /* Most texts have none; a web page makes one blank of several before the unit of the amounts. */
  if (strstr (text, " 单位") == NULL && strstr (text, " 金额单位") == NULL && strstr (text, "  ") == NULL && strchr (text, '\t') == NULL && strstr (text, "\xE3\x80\x80") == NULL && strstr (text, "\xC2\xA0") == NULL)
    {
      char **whole = g_new0 (char *, 2);

      whole[0] = g_strdup (text);
      return whole;
    }
  gap = g_regex_new ("(?: {2,}|[\\t\\x{A0}\\x{3000}])[\\s\\x{A0}\\x{3000}]*| (?=(?:金额)?单位[:：])", 0, 0, NULL);

  return g_regex_split (gap, text, 0);
}
