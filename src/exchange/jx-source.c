/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-source.h"

#include <string.h>

/* No goal document comes near these; each block costs the recogniser some millionths of a second. */
#define MAX_BLOCKS 500000
#define MAX_CELLS 1000000

/* Blocks, rows and cells stand in three arrays, so that a long text costs few allocations. */
struct _JxSource
{
  char *buffer;
  GStringChunk *kept;
  GArray *blocks;
  GArray *rows;
  GArray *cells;
  gboolean flat;
  gboolean laid_out;
  gboolean paged;
  gboolean overfull;
};

JxSource *
jx_source_new (char *buffer)
{
  JxSource *source = g_new0 (JxSource, 1);

  source->buffer = buffer;
  source->kept = g_string_chunk_new (16 * 1024);
  source->blocks = g_array_new (FALSE, FALSE, sizeof (JxSourceBlock));
  source->rows = g_array_new (FALSE, FALSE, sizeof (JxSourceRow));
  source->cells = g_array_new (FALSE, FALSE, sizeof (JxSourceCell));

  return source;
}

void
jx_source_free (JxSource *source)
{
  if (source == NULL)
    return;

  g_free (source->buffer);
  g_string_chunk_free (source->kept);
  g_array_unref (source->blocks);
  g_array_unref (source->rows);
  g_array_unref (source->cells);
  g_free (source);
}

const char *
jx_source_keep (JxSource *source, const char *text, gssize length)
{
  return g_string_chunk_insert_len (source->kept, text, length);
}

static void
add_block (JxSource *source, const JxSourceBlock *block)
{
  if (source->blocks->len < MAX_BLOCKS)
    g_array_append_vals (source->blocks, block, 1);
  else
    source->overfull = TRUE;
}

void
jx_source_add_paragraph (JxSource *source, const char *text, guint line)
{
  add_block (source, &(JxSourceBlock) { JX_SOURCE_PARAGRAPH, text, line, 0, 0 });
}

void
jx_source_begin_table (JxSource *source, guint line)
{
  add_block (source, &(JxSourceBlock) { JX_SOURCE_TABLE, NULL, line, source->rows->len, 0 });
}

void
jx_source_begin_row (JxSource *source, guint line)
{
  JxSourceRow row = { line, source->cells->len, 0 };

  g_return_if_fail (source->blocks->len > 0);

  if (source->rows->len >= MAX_CELLS)
    {
      source->overfull = TRUE;
      return;
    }
  g_array_append_val (source->rows, row);
  g_array_index (source->blocks, JxSourceBlock, source->blocks->len - 1).n_rows++;
}

JxSourceCell *
jx_source_add_cell (JxSource *source, const char *text, guint line)
{
  JxSourceCell cell = { .text = text, .line = line, .columns = 1, .empty = *text == '\0' };
  JxSourceRow *row;

  g_return_val_if_fail (source->rows->len > 0, NULL);

  /* What its reader does to the last one does not matter any more. */
  if (source->cells->len >= MAX_CELLS)
    {
      source->overfull = TRUE;
      return jx_source_get_last_cell (source);
    }

  row = &g_array_index (source->rows, JxSourceRow, source->rows->len - 1);
  cell.column = row->n_cells++;
  g_array_append_val (source->cells, cell);

  return jx_source_get_last_cell (source);
}

JxSourceCell *
jx_source_get_last_cell (JxSource *source)
{
  return source->cells->len > 0 ? &g_array_index (source->cells, JxSourceCell, source->cells->len - 1) : NULL;
}

void
jx_source_drop_last (JxSource *source)
{
  if (source->overfull)
    return;

  g_return_if_fail (source->blocks->len > 0
                    && g_array_index (source->blocks, JxSourceBlock, source->blocks->len - 1).type == JX_SOURCE_PARAGRAPH);

  g_array_set_size (source->blocks, source->blocks->len - 1);
}

gboolean
jx_source_is_overfull (const JxSource *source)
{
  return source->overfull;
}

void
jx_source_set_flat (JxSource *source, gboolean flat)
{
  source->flat = flat;
}

void
jx_source_set_laid_out (JxSource *source, gboolean laid_out)
{
  source->laid_out = laid_out;
}

guint
jx_source_count_blocks (const JxSource *source)
{
  return source->blocks->len;
}

const JxSourceBlock *
jx_source_get_block (const JxSource *source, guint index)
{
  g_return_val_if_fail (index < source->blocks->len, NULL);

  return &g_array_index (source->blocks, JxSourceBlock, index);
}

const JxSourceRow *
jx_source_get_row (const JxSource *source, guint index)
{
  g_return_val_if_fail (index < source->rows->len, NULL);

  return &g_array_index (source->rows, JxSourceRow, index);
}

const JxSourceCell *
jx_source_get_cell (const JxSource *source, guint index)
{
  g_return_val_if_fail (index < source->cells->len, NULL);

  return &g_array_index (source->cells, JxSourceCell, index);
}

void
jx_source_set_paged (JxSource *source, gboolean paged)
{
  source->paged = paged;
}

gboolean
jx_source_is_paged (const JxSource *source)
{
  return source->paged;
}

void
jx_source_split_table (JxSource *source, guint index, guint row)
{
  JxSourceBlock *block = &g_array_index (source->blocks, JxSourceBlock, index);
  JxSourceBlock rest = *block;

  g_return_if_fail (block->type == JX_SOURCE_TABLE && row > 0 && row < block->n_rows);

  block->n_rows = row;
  rest.first_row += row;
  rest.n_rows -= row;
  rest.line = jx_source_get_row (source, rest.first_row)->line;
  g_array_insert_val (source->blocks, index + 1, rest);
}

gboolean
jx_source_is_flat (const JxSource *source)
{
  return source->flat;
}

gboolean
jx_source_is_laid_out (const JxSource *source)
{
  return source->laid_out;
}
