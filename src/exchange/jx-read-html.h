/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * jx_read_html:
 * @text: a web page, decoded; marks of Word's are blotted out in it
 * @name: stands for the file in errors
 * @error: %JX_ERROR_LIMIT
 *
 * Reads what is to be seen: paragraphs, numbers of lists, tables with what their cells span; no
 * scripts, nothing hidden, no navigation. Nothing is fetched. Faults are mended as browsers do.
 *
 * Returns: (transfer full) (nullable)
 */
JxSource *jx_read_html (char *text, const char *name, GError **error);

/**
 * jx_html_decode:
 * @data: a file's bytes
 *
 * For pages that say themselves which charset they are in, where jx_decode() does not find it out by looking.
 *
 * Returns: (transfer full) (nullable): the page in UTF-8; %NULL if it says nothing or nothing that is true
 */
char *jx_html_decode (const char *data, gsize length);

G_END_DECLS
