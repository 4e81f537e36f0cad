/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-zip.h"

G_BEGIN_DECLS

/* The XML inside of Office files, read as it is inflated: no tree, no entities, nothing fetched. */

typedef struct _JxSax JxSax;

/**
 * JxSaxHandler:
 * @names: (array zero-terminated=1): the elements that are known, with the usual prefixes: "w:p",
 *   "mc:Choice", "rel:Relationship"; whatever prefix the file has for them
 * @start: @element: place in @names, -1 for one not known
 * @text: @length bytes of @text
 */
typedef struct
{
  const char * const *names;
  void (*start) (JxSax *sax, int element, gpointer user_data);
  void (*end) (JxSax *sax, int element, gpointer user_data);
  void (*text) (JxSax *sax, const char *text, gsize length, gpointer user_data);
} JxSaxHandler;

/**
 * jx_sax_read:
 * @part: of @zip
 * @error: %JX_ERROR_SYNTAX, %JX_ERROR_LIMIT, or what a handler refused with
 *
 * Returns: whether all of it was read
 */
gboolean jx_sax_read (JxZip *zip, const char *part, const JxSaxHandler *handler, gpointer user_data, GError **error);

/** jx_sax_refuse: for handlers: ends the reading with the sentence @message. */
void jx_sax_refuse (JxSax *sax, int code, const char *message);

/* For @start: the attributes of the element at hand, by their names without prefix. */

/** jx_sax_get: @length: (out). Returns: (transfer none) (nullable): the value, not ended by NUL. */
const char *jx_sax_get (const JxSax *sax, const char *name, gsize *length);
/** jx_sax_dup: Returns: (transfer full) (nullable). */
char *jx_sax_dup (const JxSax *sax, const char *name);
/** jx_sax_is: Returns: whether the attribute is there and its value is @value. */
gboolean jx_sax_is (const JxSax *sax, const char *name, const char *value);
/** jx_sax_get_number: Returns: the value, @fallback if it is none or beyond ±10^9. */
int jx_sax_get_number (const JxSax *sax, const char *name, int fallback);
/** jx_sax_is_on: Returns: what an element that switches something says by its attribute val; without one it is on. */
gboolean jx_sax_is_on (const JxSax *sax);

G_END_DECLS
