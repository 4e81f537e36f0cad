/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/jx-read-html.h"

/* Where browsers look for it. */
#define HEAD_BYTES 4096

static char *
find_charset (const char *data, gsize length)
{
  static const char mark[] = "charset=";
  g_autofree char *head = g_strndup (data, MIN (length, HEAD_BYTES));
  char *at = strcasestr (head, "<meta") != NULL ? strcasestr (strcasestr (head, "<meta"), mark) : NULL;
  gsize n;

  if (at == NULL && g_str_has_prefix (head, "<?xml") && strcasestr (head, "<html") != NULL)
    {
      at = strcasestr (head, "encoding=");
      at = at != NULL ? at + 1 : NULL;
    }
  if (at == NULL)
    return NULL;

  at += strlen (mark);
  at += strspn (at, " \"'");
  n = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:");

  return n > 0 ? g_strndup (at, n) : NULL;
}

char *
jx_html_decode (const char *data, gsize length)
{
  g_autofree char *charset = find_charset (data, length);
  g_autofree char *text = NULL;
  gsize n;

  /* What is valid as UTF-8 is UTF-8, whatever somebody's editor left standing at its head. */
  if (charset == NULL || g_ascii_strcasecmp (charset, "utf-8") == 0 || memchr (data, '\0', length) != NULL || g_utf8_validate (data, (gssize) length, NULL))
    return NULL;

  /* Everyone who says the old names means the new one, which holds them. */
  if (g_ascii_strncasecmp (charset, "gb", 2) == 0 || g_ascii_strcasecmp (charset, "x-gbk") == 0)
    text = g_convert (data, (gssize) length, "UTF-8", "GB18030", NULL, &n, NULL);
  else
    text = g_convert (data, (gssize) length, "UTF-8", charset, NULL, &n, NULL);

  return text != NULL && strlen (text) == n ? g_steal_pointer (&text) : NULL;
}
