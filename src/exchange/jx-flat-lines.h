/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-sense.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * JxFlatLine:
 *
 * A line of a flat text, or several that are one label.
 * @text: %NULL of a table
 * @block: where it begins in the source; @end: the block behind it
 * @label: (nullable) of NONE: what it says as a label; @column: the same as a heading
 */
typedef struct
{
  const char *text;
  guint line;
  guint block;
  guint end;
  gboolean blank;
  JxSense label;
  JxSense column;
} JxFlatLine;

/** jx_flat_lines_read: @into: keeps the texts put together. Returns: (transfer full) (element-type JxFlatLine). */
GArray *jx_flat_lines_read (const JxSource *source, JxSource *into);

static inline const JxFlatLine *
jx_flat_line_get (const GArray *lines, guint index)
{
  return &g_array_index (lines, JxFlatLine, index);
}

/** jx_flat_line_is_label: Returns: whether it says anything as a label or heading. */
gboolean jx_flat_line_is_label (const JxFlatLine *line);

/** jx_flat_line_ends: Returns: whether what stands above ends before it: a title, a note, another item. */
gboolean jx_flat_line_ends (const JxFlatLine *line);

/**
 * jx_flat_list_add:
 * @first: the first line of what may be the headings of a list
 *
 * Adds the list's rows to the last table of @into. Returns: the line behind the list; @first where none begins there
 */
guint jx_flat_list_add (const GArray *lines, guint first, JxSource *into);

/** jx_flat_list_begins: Returns: whether a list's headings stand from @first on. */
gboolean jx_flat_list_begins (const GArray *lines, guint first);

G_END_DECLS
