/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxSource:
 *
 * A colleague's file as a reader found it: paragraphs and tables in order, each with the line it
 * stands in, and not yet understood. Every reader makes one of these; the recogniser reads nothing
 * else. Texts live as long as the source.
 */
typedef struct _JxSource JxSource;

typedef enum
{
  JX_SOURCE_PARAGRAPH, /* one line of text, maybe blank */
  JX_SOURCE_TABLE,
} JxSourceType;

/**
 * JxSourceBlock:
 * @text: of a paragraph
 * @line: where it begins, from 1
 * @first_row: of a table
 */
typedef struct
{
  JxSourceType type;
  const char *text;
  guint line;
  guint first_row;
  guint n_rows;
} JxSourceBlock;

typedef struct
{
  guint line;
  guint first_cell;
  guint n_cells;
} JxSourceRow;

/**
 * JxSourceCell:
 * @text: lines separated by \n; blank where nothing stands
 * @column: where it begins, from 0
 * @columns: how many it spans
 * @empty: nothing at all stands there, not even a blank: it may belong to the cell above or on the left
 * @joined: put together from pieces whose order was guessed
 */
typedef struct
{
  const char *text;
  guint line;
  guint column;
  guint columns;
  gboolean empty;
  gboolean joined;
} JxSourceCell;

/** jx_source_new: @buffer: (transfer full) (nullable): text that blocks may point into. */
JxSource *jx_source_new (char *buffer);
void jx_source_free (JxSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSource, jx_source_free)

/* For readers. Texts are not copied: they point into the buffer or come from jx_source_keep(). */

/** jx_source_keep: Returns: (transfer none): a copy of @text that lives as long as @source. */
const char *jx_source_keep (JxSource *source, const char *text, gssize length);
void jx_source_add_paragraph (JxSource *source, const char *text, guint line);
/** jx_source_begin_table: rows and cells added from now on belong to this table. */
void jx_source_begin_table (JxSource *source, guint line);
void jx_source_begin_row (JxSource *source, guint line);
/** jx_source_add_cell: Returns: (transfer none): the new cell in the last row, for its reader to fill in further; valid until the next is added. */
JxSourceCell *jx_source_add_cell (JxSource *source, const char *text, guint line);
/** jx_source_get_last_cell: Returns: (transfer none) (nullable): the cell added last. */
JxSourceCell *jx_source_get_last_cell (JxSource *source);
/** jx_source_drop_last: takes the last block, a paragraph, away again. */
void jx_source_drop_last (JxSource *source);
/** jx_source_set_flat: says that tables may stand among the paragraphs, a cell a line. */
void jx_source_set_flat (JxSource *source, gboolean flat);
/** jx_source_set_laid_out: says that its rows are lines of a page and its cells the words on them, with their columns: what belongs together is not known. */
void jx_source_set_laid_out (JxSource *source, gboolean laid_out);

/** jx_source_is_overfull: Returns: whether more was added than any goal document holds: what is in it is not all, and the file is to be refused. */
gboolean jx_source_is_overfull (const JxSource *source);

/* For the recogniser. */

guint jx_source_count_blocks (const JxSource *source);
const JxSourceBlock *jx_source_get_block (const JxSource *source, guint index);
const JxSourceRow *jx_source_get_row (const JxSource *source, guint index);
const JxSourceCell *jx_source_get_cell (const JxSource *source, guint index);
/** jx_source_set_paged: says that it was copied out of a page's print: its lines may stand in another order than they were read in. */
void jx_source_set_paged (JxSource *source, gboolean paged);
gboolean jx_source_is_paged (const JxSource *source);
/** jx_source_split_table: makes two tables of block @index, a table: its rows from @row on (counted from its first) are the next block. */
void jx_source_split_table (JxSource *source, guint index, guint row);
gboolean jx_source_is_flat (const JxSource *source);
gboolean jx_source_is_laid_out (const JxSource *source);

G_END_DECLS
