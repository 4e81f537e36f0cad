/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-sax.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/jx-error.h"

/* The parser compares all attributes of a tag with each other: a tag of megabytes would take it hours. */
#define MAX_WAITING_BYTES (256 * 1024)
#define ATTRIBUTE_WORDS 5

static const struct
{
  const char *prefix;
  const char *uri;
} spaces[] = {
  { "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
  { "w", "http://purl.oclc.org/ooxml/wordprocessingml/main" },
  { "mc", "http://schemas.openxmlformats.org/markup-compatibility/2006" },
  { "m", "http://schemas.openxmlformats.org/officeDocument/2006/math" },
  { "m", "http://purl.oclc.org/ooxml/officeDocument/math" },
  { "rel", "http://schemas.openxmlformats.org/package/2006/relationships" },
  { "s", "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
  { "s", "http://purl.oclc.org/ooxml/spreadsheetml/main" },
};

struct _JxSax
{
  const JxSaxHandler *handler;
  gpointer user_data;
  const char *name;
  xmlParserCtxt *context;
  GHashTable *elements[G_N_ELEMENTS (spaces)]; /* the parser's own string → place + 1 */
  const xmlChar *last_uri;
  int last_space;
  const xmlChar **attributes;
  int n_attributes;
  GError *error;
};

void
jx_sax_refuse (JxSax *sax, int code, const char *message)
{
  if (sax->error == NULL)
    jx_error_set_at (&sax->error, code, sax->name, 0, "%s", message);
  xmlStopParser (sax->context);
}

/* The parser keeps one copy of each name: pointers tell them apart. */
static void
set_names (JxSax *sax)
{
  for (gsize s = 0; s < G_N_ELEMENTS (spaces); s++)
    {
      gsize length = strlen (spaces[s].prefix);

      sax->elements[s] = g_hash_table_new (NULL, NULL);
      for (int i = 0; sax->handler->names[i] != NULL; i++)
        {
          const char *name = sax->handler->names[i];

          if (strncmp (name, spaces[s].prefix, length) == 0 && name[length] == ':')
            g_hash_table_insert (sax->elements[s], (gpointer) xmlDictLookup (sax->context->dict, BAD_CAST name + length + 1, -1),
                                 GINT_TO_POINTER (i + 1));
        }
    }
}

static int
find_element (JxSax *sax, const xmlChar *name, const xmlChar *uri)
{
  if (uri != sax->last_uri)
    {
      sax->last_uri = uri;
      sax->last_space = -1;
      for (gsize s = 0; s < G_N_ELEMENTS (spaces) && uri != NULL; s++)
        if (strcmp ((const char *) uri, spaces[s].uri) == 0)
          sax->last_space = (int) s;
    }
  if (sax->last_space < 0)
    return -1;

  return GPOINTER_TO_INT (g_hash_table_lookup (sax->elements[sax->last_space], name)) - 1;
}

static void
start_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces, const xmlChar **namespaces,
          int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  JxSax *sax = data;

  sax->attributes = attributes;
  sax->n_attributes = n_attributes;
  sax->handler->start (sax, find_element (sax, name, uri), sax->user_data);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  JxSax *sax = data;

  sax->handler->end (sax, find_element (sax, name, uri), sax->user_data);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  JxSax *sax = data;

  sax->handler->text (sax, (const char *) text, (gsize) length, sax->user_data);
}

/* No Office file has one; those who write one mean harm. */
static void
doctype_cb (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  jx_sax_refuse (data, JX_ERROR_UNSUPPORTED, _("The file holds a document type declaration, which no Office program writes; ask for the original"));
}

static void
fault_cb (void *data, xmlError *fault)
{
  if (fault->level > XML_ERR_WARNING)
    jx_sax_refuse (data, JX_ERROR_SYNTAX,
                   _("What is inside the file is not whole or nested too deeply; open it in Word or WPS, save it anew and import that"));
}

static gboolean
feed_cb (const char *data, gsize length, gpointer user_data)
{
  JxSax *sax = user_data;

  xmlParseChunk (sax->context, data, (int) length, 0);
  if (sax->error == NULL && sax->context->input->end - sax->context->input->cur > MAX_WAITING_BYTES)
    jx_sax_refuse (sax, JX_ERROR_LIMIT,
                   _("Inside the file stands a tag longer than any Office program writes; open it in Word or WPS, save it anew and import that"));

  return sax->error == NULL;
}

gboolean
jx_sax_read (JxZip *zip, const char *part, const JxSaxHandler *handler, gpointer user_data, GError **error)
{
  xmlSAXHandler parser = { .initialized = XML_SAX2_MAGIC };
  JxSax sax = { handler, user_data, jx_zip_get_name (zip) };
  GError *own = NULL;

  parser.startElementNs = start_cb;
  parser.endElementNs = end_cb;
  parser.characters = text_cb;
  parser.cdataBlock = text_cb;
  parser.internalSubset = doctype_cb;
  parser.serror = fault_cb;
  sax.context = xmlCreatePushParserCtxt (&parser, &sax, NULL, 0, NULL);
  g_assert (sax.context != NULL);
  /* Without the second option libxml2 hands over &amp; in an attribute as “&#38;”. There is nothing else
   * it could put in: a file with a document type is refused. */
  xmlCtxtUseOptions (sax.context, XML_PARSE_NONET | XML_PARSE_NOENT);
  set_names (&sax);

  if (jx_zip_read (zip, part, feed_cb, &sax, &own) && sax.error == NULL)
    xmlParseChunk (sax.context, NULL, 0, 1);

  for (gsize s = 0; s < G_N_ELEMENTS (spaces); s++)
    g_hash_table_unref (sax.elements[s]);
  xmlFreeParserCtxt (sax.context);

  if (sax.error != NULL)
    {
      g_clear_error (&own);
      own = sax.error;
    }
  if (own == NULL)
    return TRUE;

  g_propagate_error (error, own);
  return FALSE;
}

const char *
jx_sax_get (const JxSax *sax, const char *name, gsize *length)
{
  for (int i = 0; i < sax->n_attributes; i++)
    {
      const xmlChar **attribute = sax->attributes + ATTRIBUTE_WORDS * i;

      if (strcmp ((const char *) attribute[0], name) == 0)
        {
          *length = (gsize) (attribute[4] - attribute[3]);
          return (const char *) attribute[3];
        }
    }

  return NULL;
}

char *
jx_sax_dup (const JxSax *sax, const char *name)
{
  gsize length;
  const char *value = jx_sax_get (sax, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

gboolean
jx_sax_is (const JxSax *sax, const char *name, const char *value)
{
  gsize length;
  const char *have = jx_sax_get (sax, name, &length);

  return have != NULL && length == strlen (value) && memcmp (have, value, length) == 0;
}

int
jx_sax_get_number (const JxSax *sax, const char *name, int fallback)
{
  gsize length;
  const char *value = jx_sax_get (sax, name, &length);
  char digits[16];
  gint64 number;

  if (value == NULL || length == 0 || length >= sizeof digits)
    return fallback;
  memcpy (digits, value, length);
  digits[length] = '\0';
  if (!g_ascii_string_to_signed (digits, 10, -1000000000, 1000000000, &number, NULL))
    return fallback;

  return (int) number;
}

gboolean
jx_sax_is_on (const JxSax *sax)
{
  return !jx_sax_is (sax, "val", "0") && !jx_sax_is (sax, "val", "false") && !jx_sax_is (sax, "val", "off");
}
