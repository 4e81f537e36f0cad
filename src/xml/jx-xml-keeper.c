/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml/jx-xml-keeper.h"

#include <string.h>

#include "xml/jx-xml-escape.h"
#include "xml/jx-xml-reader.h"

/* What an element takes besides its start tag, about. */
#define END_BYTES 16

/* A prefix declared within the kept text. Names are the parser's own strings: equal ones are one. */
typedef struct
{
  const xmlChar *prefix;
  const xmlChar *uri;
  guint depth;
} Scope;

static void
append_name (GString *out, const xmlChar *prefix, const xmlChar *name)
{
  if (prefix != NULL)
    {
      g_string_append (out, (const char *) prefix);
      g_string_append_c (out, ':');
    }
  g_string_append (out, (const char *) name);
}

static gboolean
is_declared (const JxXmlKeeper *keeper, const xmlChar *prefix, const xmlChar *uri)
{
  for (guint i = keeper->scopes->len; i > 0; i--)
    {
      const Scope *scope = &g_array_index (keeper->scopes, Scope, i - 1);

      if (xmlStrEqual (scope->prefix, prefix))
        return xmlStrEqual (scope->uri, uri);
    }

  /* Around the kept text, only our namespace is declared, as the default. */
  if (prefix == NULL)
    return xmlStrEqual (uri, BAD_CAST JX_XML_NAMESPACE);
  return xmlStrEqual (prefix, BAD_CAST "xml");
}

static void
declare (JxXmlKeeper *keeper, GString *out, const xmlChar *prefix, const xmlChar *uri)
{
  /* xmlns="" takes the default back: its elements are told without namespace. */
  Scope scope = { prefix, uri != NULL && *uri != '\0' ? uri : NULL, keeper->depth };

  g_array_append_val (keeper->scopes, scope);
  g_string_append (out, prefix != NULL ? " xmlns:" : " xmlns");
  if (prefix != NULL)
    g_string_append (out, (const char *) prefix);
  g_string_append (out, "=\"");
  if (scope.uri != NULL)
    jx_xml_escape_attribute (out, (const char *) uri, strlen ((const char *) uri));
  g_string_append_c (out, '"');
}

static void
append_attribute (JxXmlKeeper *keeper, GString *out, const xmlChar **attribute)
{
  const char *value = (const char *) attribute[3];

  if (attribute[1] != NULL && !is_declared (keeper, attribute[1], attribute[2]))
    declare (keeper, out, attribute[1], attribute[2]);
  g_string_append_c (out, ' ');
  append_name (out, attribute[1], attribute[0]);
  g_string_append (out, "=\"");
  jx_xml_escape_attribute (out, value, (const char *) attribute[4] - value);
  g_string_append_c (out, '"');
}

static void
forget_scopes (JxXmlKeeper *keeper)
{
  while (keeper->scopes->len > 0
         && g_array_index (keeper->scopes, Scope, keeper->scopes->len - 1).depth >= keeper->depth)
    g_array_set_size (keeper->scopes, keeper->scopes->len - 1);
}

static void
finish_tag (JxXmlKeeper *keeper)
{
  if (keeper->tag_open)
    g_string_append_c (keeper->text, '>');
  keeper->tag_open = FALSE;
}

void
jx_xml_keeper_init (JxXmlKeeper *keeper)
{
  *keeper = (JxXmlKeeper) { .text = g_string_new (NULL), .scopes = g_array_new (FALSE, FALSE, sizeof (Scope)) };
}

void
jx_xml_keeper_clear (JxXmlKeeper *keeper)
{
  g_string_free (keeper->text, TRUE);
  g_array_unref (keeper->scopes);
}

void
jx_xml_keeper_start (JxXmlKeeper *keeper, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int n_namespaces, const xmlChar **namespaces, int n_attributes, const xmlChar **attributes)
{
  gsize before = keeper->text->len;

  finish_tag (keeper);
  keeper->depth++;
  g_string_append_c (keeper->text, '<');
  append_name (keeper->text, prefix, name);
  for (int i = 0; i < n_namespaces; i++)
    declare (keeper, keeper->text, namespaces[2 * i], namespaces[2 * i + 1]);
  if (!is_declared (keeper, prefix, uri))
    declare (keeper, keeper->text, prefix, uri);
  for (int i = 0; i < n_attributes; i++)
    append_attribute (keeper, keeper->text, attributes + JX_XML_ATTRIBUTE_WORDS * i);

  keeper->tag_open = TRUE;
  keeper->total += keeper->text->len - before + END_BYTES;
}

void
jx_xml_keeper_end (JxXmlKeeper *keeper, const xmlChar *name, const xmlChar *prefix)
{
  g_assert (keeper->depth > 0);

  if (keeper->tag_open)
    g_string_append (keeper->text, "/>");
  else
    {
      g_string_append (keeper->text, "</");
      append_name (keeper->text, prefix, name);
      g_string_append_c (keeper->text, '>');
    }
  keeper->tag_open = FALSE;
  forget_scopes (keeper);
  keeper->depth--;
}

void
jx_xml_keeper_text (JxXmlKeeper *keeper, const xmlChar *text, int length)
{
  finish_tag (keeper);
  jx_xml_escape_text (keeper->text, (const char *) text, length);
  keeper->total += length;
}

void
jx_xml_keeper_comment (JxXmlKeeper *keeper, const xmlChar *text)
{
  gsize before = keeper->text->len;

  finish_tag (keeper);
  g_string_append_printf (keeper->text, "<!--%s-->", (const char *) text);
  keeper->total += keeper->text->len - before;
}

char *
jx_xml_keeper_attributes (JxXmlKeeper *keeper, int n_attributes, const xmlChar **attributes, const char *skip)
{
  GString *out = g_string_new (NULL);

  keeper->depth++;
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + JX_XML_ATTRIBUTE_WORDS * i;

      if (skip == NULL || attribute[1] != NULL || !xmlStrEqual (attribute[0], BAD_CAST skip))
        append_attribute (keeper, out, attribute);
    }
  forget_scopes (keeper);
  keeper->depth--;
  keeper->total += out->len;

  return g_string_free (out, out->len == 0);
}
