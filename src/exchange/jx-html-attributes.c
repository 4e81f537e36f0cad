/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-html-attributes.h"

#include <string.h>

static const char *
get_attribute (const xmlChar **attributes, const char *name)
{
  for (int i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (strcmp ((const char *) attributes[i], name) == 0)
      return attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";

  return NULL;
}

guint
jx_html_get_number (const xmlChar **attributes, const char *name, guint fallback)
{
  const char *value = get_attribute (attributes, name);

  if (value == NULL)
    return fallback;
  while (g_ascii_isspace (*value))
    value++;

  return g_ascii_isdigit (*value) ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), 1000000) : fallback;
}

gboolean
jx_html_is_hidden (const xmlChar **attributes)
{
  const char *style = get_attribute (attributes, "style");
  const char *display = style != NULL ? strcasestr (style, "display") : NULL;

  if (get_attribute (attributes, "hidden") != NULL)
    return TRUE;
  if (display == NULL)
    return style != NULL && strcasestr (style, "mso-hide:all") != NULL;

  display += strlen ("display");
  display += strspn (display, " :\t\n");

  return g_ascii_strncasecmp (display, "none", 4) == 0;
}

gboolean
jx_html_keeps_blanks (const xmlChar **attributes)
{
  const char *style = get_attribute (attributes, "style");
  const char *space = style != NULL ? strcasestr (style, "white-space") : NULL;

  if (space == NULL)
    return FALSE;

  space += strlen ("white-space");
  space += strspn (space, " :\t\n");

  return g_ascii_strncasecmp (space, "pre", 3) == 0 && g_ascii_strncasecmp (space, "pre-line", 8) != 0;
}

const char *
jx_html_get_list_format (const xmlChar **attributes)
{
  const char *type = get_attribute (attributes, "type");
  const char *style = get_attribute (attributes, "style");

  if (style != NULL && (strstr (style, "chinese") != NULL || strstr (style, "cjk-ideographic") != NULL))
    return "chineseCounting";
  switch (type != NULL ? *type : '1')
    {
    case 'a':
      return "lowerLetter";
    case 'A':
      return "upperLetter";
    case 'i':
      return "lowerRoman";
    case 'I':
      return "upperRoman";
    default:
      return "decimal";
    }
}
