/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxClip:
 *
 * Cells on their way to or from the clipboard: rows of texts, as spreadsheets and word processors
 * exchange them. Rows may be of unequal length; what is missing is blank.
 */
typedef struct _JxClip JxClip;

/* More rows than this nobody pastes on purpose; readers stop one row after, so that it can be told. */
#define JX_CLIP_MAX_ROWS 2000

JxClip *jx_clip_new (void);
void jx_clip_free (JxClip *clip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxClip, jx_clip_free)

void jx_clip_add_row (JxClip *clip);
/** jx_clip_add: appends a cell to the last row; @row_span: how many rows it stands for; 0 if a cell above stands for it too (@text is then that one's). */
void jx_clip_add (JxClip *clip, const char *text, guint row_span);

guint jx_clip_count_rows (const JxClip *clip);
guint jx_clip_count_columns (const JxClip *clip);
/** jx_clip_get: Returns: (transfer none): never %NULL; lines are separated by \n. */
const char *jx_clip_get (const JxClip *clip, guint row, guint column);

/** jx_clip_to_text: Returns: (transfer full): tabs between cells, a line a row; cells with line breaks in quotes, as spreadsheets do. A cell over several rows has its text in each. */
char *jx_clip_to_text (const JxClip *clip);
/** jx_clip_from_text: Returns: (transfer full): the opposite; any text is something, one cell at least. */
JxClip *jx_clip_from_text (const char *text);

/** jx_clip_to_html: Returns: (transfer full): a table, in UTF-8, in which every cell is text and none a number or date. */
char *jx_clip_to_html (const JxClip *clip);
/**
 * jx_clip_from_html:
 * @html: in any state
 * @length: in bytes
 *
 * Reads the tables of a page, one below the other; tables inside of cells are words of the cell. A
 * cell that spans several rows or columns has its text in each; columns in which no cell begins are
 * none. Nothing is fetched.
 *
 * Returns: (transfer full) (nullable): %NULL if there is no table
 */
JxClip *jx_clip_from_html (const char *html, gsize length);

G_END_DECLS
