/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * JxDocxTable:
 *
 * A table while it is read. A source has no tables in tables: one in a cell is taken for lines of
 * that cell where it has only one column; else its rows stand where it stood, in reading order, and
 * the row around it goes on behind it as a further row.
 */
typedef struct _JxDocxTable JxDocxTable;

/** jx_docx_table_new: @source: keeps the texts. */
JxDocxTable *jx_docx_table_new (JxSource *source);
void jx_docx_table_free (JxDocxTable *table);

void jx_docx_table_begin_row (JxDocxTable *table, guint line);
/** jx_docx_table_skip: leaves @columns columns of the row free. */
void jx_docx_table_skip (JxDocxTable *table, guint columns);
/** jx_docx_table_drop_row: the row just begun was deleted. */
void jx_docx_table_drop_row (JxDocxTable *table);

void jx_docx_table_begin_cell (JxDocxTable *table, guint line);
/** jx_docx_table_set_span: @columns: from 1; more than any table has are cut. */
void jx_docx_table_set_span (JxDocxTable *table, int columns);
typedef enum
{
  JX_DOCX_COVERED_ABOVE, /* the cell above reaches down here */
  JX_DOCX_COVERED_LEFT,
  JX_DOCX_DELETED,
} JxDocxCover;
/** jx_docx_table_cover: the cell at hand is not one of its own. */
void jx_docx_table_cover (JxDocxTable *table, JxDocxCover cover);
/** jx_docx_table_add_text: a paragraph of the cell at hand; dropped where there is none. */
void jx_docx_table_add_text (JxDocxTable *table, const char *text, gsize length, guint line);
void jx_docx_table_end_cell (JxDocxTable *table);

guint jx_docx_table_count_cells (const JxDocxTable *table);

/** jx_docx_table_put_in: puts @inner, which is done, into the cell of @table at hand. */
void jx_docx_table_put_in (JxDocxTable *table, const JxDocxTable *inner);

/** jx_docx_table_hand_over: adds the table, which is done, to the source. */
void jx_docx_table_hand_over (const JxDocxTable *table);

/** jx_docx_add_lines: adds a paragraph that stands in no table to @source, one for each of its lines. */
void jx_docx_add_lines (JxSource *source, const char *text, gsize length, guint line);

G_END_DECLS
