/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/* What the readers of the several kinds of text table share. */

/**
 * JxLines:
 * @lines: (array length=n_lines): the text's lines, each ended by NUL
 */
typedef struct
{
  JxSource *source;
  char **lines;
  guint n_lines;
} JxLines;

/* Each of these reads one table that begins with line @first (from 0) into the source and returns
 * how many lines it took, 0 if no such table begins there. */

guint jx_read_tabs (JxLines *lines, guint first);
guint jx_read_tabbed_rows (JxLines *lines, guint first);
guint jx_read_barred_rows (JxLines *lines, guint first);
guint jx_read_comma_rows (JxLines *lines, guint first);
guint jx_read_grid (JxLines *lines, guint first);
guint jx_read_pipes (JxLines *lines, guint first);
guint jx_read_dashes (JxLines *lines, guint first);

/** jx_layout_looks_like: Returns: whether the text is laid out in columns with blanks, as a PDF's is. */
gboolean jx_layout_looks_like (const JxLines *lines);
/** jx_read_layout: reads all of such a text. */
void jx_read_layout (JxLines *lines);

/** jx_line_is_blank: Returns: whether @line has nothing but white space of any kind. */
gboolean jx_line_is_blank (const char *line);
/** jx_line_is_stroke: Returns: whether @text is blank or nothing but dashes or a slash, which stand for nothing. */
gboolean jx_line_is_stroke (const char *text);
/** jx_char_columns: Returns: columns of a terminal the character takes: 0, 1 or 2. */
int jx_char_columns (gunichar c);
/** jx_text_columns: the same of @length bytes, all of @text for -1. */
guint jx_text_columns (const char *text, gssize length);
/** jx_text_skip_columns: Returns: where column @columns of @text begins, its end if it is shorter. */
const char *jx_text_skip_columns (const char *text, guint columns);

/**
 * JxWrapped:
 *
 * A cell's text put together again from the lines it was wrapped into.
 */
typedef struct
{
  GString *text;
  guint last_columns;
  gboolean paragraph_ended;
  gboolean blank; /* a blank other than the cell's own filling stands in it */
} JxWrapped;

/** jx_wrapped_add: @width: columns a line of the cell can take: a line is joined to the one before only if it would not have fitted there. */
void jx_wrapped_add (JxWrapped *wrapped, const char *line, gsize length, guint width);
/** jx_wrapped_finish: Returns: (transfer none): the text, kept by @source; "" where there was nothing. */
const char *jx_wrapped_finish (JxWrapped *wrapped, JxSource *source);

/** jx_break_lines: Where a row is one line, the end of a line within a cell is written as web pages do: makes it one. */
void jx_break_lines (GString *text);

/** jx_join_pieces: appends @piece, a further piece of the same sentence: with a blank only between two words of letters. */
void jx_join_pieces (GString *text, const char *piece, gsize length);

G_END_DECLS
