/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-script.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/* What a page bears that is nobody's text: its number, and the table of contents, whose lines stand
 * again where they belong. */

/** jx_line_is_page_number: @bare: a number alone will do. Returns: whether @line is such as “— 3 —” or “第 3 页”. */
gboolean jx_line_is_page_number (const char *line, gboolean bare);

/** jx_row_counts_columns: Returns: whether @row does nothing but number the columns: 1, 2, 3 … */
gboolean jx_row_counts_columns (const JxSource *source, const JxSourceRow *row);

/** jx_line_read_leader: @length: (out): bytes of the words. Returns: whether @line is words, dots or a gap, and a page number. */
gboolean jx_line_read_leader (const char *line, gsize *length);

/**
 * JxContents:
 *
 * A table of contents while it is met.
 */
typedef struct
{
  const JxSource *source;
  const JxScript *script;
  GHashTable *last; /* (nullable): folded paragraph → where it stands last */
  gboolean open;
} JxContents;

/** jx_contents_has: Returns: whether block @index, a paragraph, belongs to the table of contents; paragraphs are asked for in order. */
gboolean jx_contents_has (JxContents *contents, guint index);
void jx_contents_clear (JxContents *contents);

G_END_DECLS
