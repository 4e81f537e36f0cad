/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml/jx-xml-escape.h"

#define REPLACEMENT "\xEF\xBF\xBD"

typedef enum
{
  PLAIN,
  ALWAYS,       /* escaped everywhere */
  IN_ATTRIBUTE, /* escaped in attributes, where a parser would turn it into a blank or end the value */
  FORBIDDEN,
  LEAD_EF,      /* first byte of U+F000 … U+FFFF */
} ByteClass;

static const guint8 classes[256] = {
  [0x00 ... 0x08] = FORBIDDEN,
  ['\t'] = IN_ATTRIBUTE,
  ['\n'] = IN_ATTRIBUTE,
  [0x0B ... 0x0C] = FORBIDDEN,
  ['\r'] = ALWAYS,
  [0x0E ... 0x1F] = FORBIDDEN,
  ['"'] = IN_ATTRIBUTE,
  ['&'] = ALWAYS,
  ['<'] = ALWAYS,
  ['>'] = ALWAYS,
  [0xEF] = LEAD_EF,
};

static const char *
reference (guchar c)
{
  switch (c)
    {
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case '"':
      return "&quot;";
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return REPLACEMENT;
    }
}

static void
escape (GString *out, const char *text, gsize length, gboolean attribute)
{
  const guchar *begin = (const guchar *) text;
  const guchar *end = begin + length;
  const guchar *plain = begin;

  for (const guchar *p = begin; p < end; p++)
    {
      ByteClass class = classes[*p];
      gsize eaten = 1;

      if (class == PLAIN || (class == IN_ATTRIBUTE && !attribute))
        continue;
      if (class == LEAD_EF)
        {
          if (end - p < 3 || p[1] != 0xBF || p[2] < 0xBE)
            continue;
          eaten = 3;
        }

      g_string_append_len (out, (const char *) plain, p - plain);
      g_string_append (out, reference (*p));
      p += eaten - 1;
      plain = p + 1;
    }

  g_string_append_len (out, (const char *) plain, end - plain);
}

void
jx_xml_escape_text (GString *out, const char *text, gsize length)
{
  g_return_if_fail (out != NULL && text != NULL);

  escape (out, text, length, FALSE);
}

void
jx_xml_escape_attribute (GString *out, const char *text, gsize length)
{
  g_return_if_fail (out != NULL && text != NULL);

  escape (out, text, length, TRUE);
}
