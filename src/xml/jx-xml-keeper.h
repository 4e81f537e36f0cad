/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/* An attribute in a SAX2 event: name, prefix, namespace, begin and end of its value. */
#define JX_XML_ATTRIBUTE_WORDS 5

/**
 * JxXmlKeeper:
 *
 * Turns the events of elements this version does not know into XML text again, to be written back.
 * Each text declares the prefixes it uses, so that it can stand in any document of ours.
 */
typedef struct
{
  GString *text;      /* what is being kept */
  guint depth;        /* open elements in it */
  gsize total;        /* bytes kept of the whole document */
  GArray *scopes;
  gboolean tag_open;  /* the last start tag still lacks its ">" */
} JxXmlKeeper;

void jx_xml_keeper_init (JxXmlKeeper *keeper);
void jx_xml_keeper_clear (JxXmlKeeper *keeper);

/** jx_xml_keeper_start: a start tag, with what the SAX2 event has. */
void jx_xml_keeper_start (JxXmlKeeper *keeper, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int n_namespaces, const xmlChar **namespaces, int n_attributes, const xmlChar **attributes);
void jx_xml_keeper_end (JxXmlKeeper *keeper, const xmlChar *name, const xmlChar *prefix);
void jx_xml_keeper_text (JxXmlKeeper *keeper, const xmlChar *text, int length);

/** jx_xml_keeper_comment: a comment within what is kept. */
void jx_xml_keeper_comment (JxXmlKeeper *keeper, const xmlChar *text);

/**
 * jx_xml_keeper_attributes:
 * @skip: (nullable): the name of an attribute without prefix that is known
 *
 * Returns: (transfer full) (nullable): the attributes of an element that is known, a blank before each; %NULL for none
 */
char *jx_xml_keeper_attributes (JxXmlKeeper *keeper, int n_attributes, const xmlChar **attributes, const char *skip);

G_END_DECLS
