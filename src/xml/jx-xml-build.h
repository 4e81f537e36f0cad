/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/parser.h>

#include "model/jx-document.h"
#include "xml/jx-xml-keeper.h"

G_BEGIN_DECLS

/* From parser events to a document, checking everything on the way. Private to the reader. */

/* The document's own item, a project, and what a project holds. */
#define JX_XML_MAX_OPEN_ITEMS 3

/* An item whose end tag has not come yet. */
typedef struct
{
  JxItem *item;
  JxKind kind;
  JxField first;
  JxField end;       /* one past its last field */
  JxField next;      /* the first field that may still come */
  guint64 seen;      /* bit n: the n-th field has come */
  guint list;        /* which of its lists is being filled, from 1; 0: still its fields */
  char *attributes;  /* of a later version */
  GString *elements; /* of a later version; NULL for none */
} JxXmlOpenItem;

typedef struct
{
  xmlParserCtxt *context;
  const char *name;       /* of the file, for errors */
  GError *error;
  JxDocument *document;
  const xmlChar *namespace;
  const xmlChar *kind_names[JX_N_KINDS];
  const xmlChar *field_names[JX_N_FIELDS];
  JxXmlOpenItem open[JX_XML_MAX_OPEN_ITEMS];
  guint n_open;
  guint n_items;
  gboolean later;         /* of a later minor version: what is not known is kept */
  gboolean ended;         /* the root's end tag has come */
  gboolean all_seen;      /* the parser has been given the last byte of the file */

  JxField field;          /* whose element is open, or JX_FIELD_NONE */
  int field_line;
  GString *text;          /* its value so far */
  char *field_attributes; /* of a later version */
  GString *field_content; /* all it holds, while it holds more than text; else NULL */

  JxXmlKeeper keeper;
} JxXmlBuild;

/** jx_xml_build_init: @name: the file as the user named it, for errors; must outlive @build. */
void jx_xml_build_init (JxXmlBuild *build, const char *name);

/** jx_xml_build_set_names: once the parser @context, with @build as its user data, is there. */
void jx_xml_build_set_names (JxXmlBuild *build, xmlParserCtxt *context);

void jx_xml_build_clear (JxXmlBuild *build);

/** jx_xml_build_bytes_left: Returns: how much the parser has not yet come to. */
gsize jx_xml_build_bytes_left (const JxXmlBuild *build);

/** jx_xml_build_fill_handler: sets the events to be listened to; errors of syntax are the reader's. */
void jx_xml_build_fill_handler (xmlSAXHandler *handler);

G_END_DECLS
