/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"
#include "paper/jx-ink.h"

G_BEGIN_DECLS

/**
 * JxText:
 *
 * A text broken into lines for one width. Where a line may break is Pango's word; besides, a number
 * is never torn and its unit stays with it.
 */
typedef struct _JxText JxText;

/**
 * jx_text_new:
 * @text: UTF-8; "\n" begins a new line
 * @width_pt: of the lines
 * @indent_pt: of each first line
 * @line_height_pt: from base line to base line
 * @tear: tear every word that is wider than a line: for a face that was made smaller already
 *
 * No line is wider than @width_pt unless a single character is, or a number or short word that
 * jx_text_get_excess() tells of.
 *
 * Returns: (transfer full)
 */
JxText *jx_text_new (JxFace *face, const char *text, JxAlign align, double width_pt, double indent_pt, double line_height_pt, gboolean tear);
JxText *jx_text_ref (JxText *text);
void jx_text_unref (JxText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxText, jx_text_unref)

guint jx_text_count_lines (const JxText *text);
double jx_text_get_line_height (const JxText *text);
/** jx_text_get_height: of all its lines. */
double jx_text_get_height (const JxText *text);
/** jx_text_dup_line: Returns: (transfer full): what stands on line @line. */
char *jx_text_dup_line (const JxText *text, guint line);
/** jx_text_get_line_end: Returns: where line @line ends, from the text's left edge. */
double jx_text_get_line_end (const JxText *text, guint line);
/** jx_text_get_excess: Returns: by what factor the widest number or short word is wider than the lines; 1 if all fit. */
double jx_text_get_excess (const JxText *text);
/** jx_text_draw: the lines from @first on, @count of them, the first one's top left corner at @x, @y. */
void jx_text_draw (const JxText *text, guint first, guint count, double x, double y, JxInk *ink);

G_END_DECLS
