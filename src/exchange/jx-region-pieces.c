/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-region-pieces.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-gaps.h"
#include "exchange/jx-read-lines.h"

/* What stands side by side above a table may come as one paragraph: it is divided at its gaps where
 * that makes a label of one part. */
static gboolean
add_parts (GArray *pieces, JxSource *source, const JxSlots *slots, const JxPiece *whole)
{
  g_auto (GStrv) parts = jx_gaps_split (whole->text);
  gboolean has_label = FALSE;

  if (parts[0] == NULL || parts[1] == NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    has_label |= *parts[i] != '\0' && jx_slots_find_label (slots, parts[i]) != NULL;
  if (!has_label || jx_slots_find_label (slots, whole->text) != NULL)
    return FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      JxPiece part = *whole;

      if (*parts[i] == '\0')
        continue;
      part.text = jx_source_keep (source, parts[i], -1);
      part.begins_row = i == 0;
      part.certain = TRUE;
      g_array_append_val (pieces, part);
    }

  return TRUE;
}

static void
add_paragraph (GArray *pieces, JxSource *source, const JxSlots *slots, const JxSourceBlock *block, guint *row, gboolean behind)
{
  gboolean flat = jx_source_is_flat (source);
  JxPiece piece = { .text = block->text, .line = block->line, .row = (*row)++, .begins_row = TRUE, .row_cells = 1 };

  if ((!flat && jx_line_is_blank (block->text)) || jx_line_is_page_number (block->text, FALSE))
    return;
  piece.empty = *block->text == '\0';
  piece.outside = !flat;
  piece.behind = !flat && behind;
  if (flat || !add_parts (pieces, source, slots, &piece))
    g_array_append_val (pieces, piece);
}

static void
add_table (GArray *pieces, const JxSource *source, const JxSourceBlock *block, guint *row_number, gboolean behind)
{
  for (guint r = 0; r < block->n_rows; r++, (*row_number)++)
    {
      const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);

      if (jx_row_counts_columns (source, row))
        continue;
      for (guint c = 0; c < row->n_cells; c++)
        {
          const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);
          JxPiece piece = { .text = cell->text, .line = cell->line, .row = *row_number, .column = cell->column,
                            .begins_row = c == 0, .empty = cell->empty };

          piece.joined = cell->joined;
          piece.resumes = behind && r == 0;
          piece.row_cells = row->n_cells;
          g_array_append_val (pieces, piece);
        }
    }
}

GArray *
jx_region_list_pieces (JxSource *source, const JxSlots *slots, const JxRegion *region)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (JxPiece));
  guint row = 0;
  gboolean has_table = FALSE;

  for (guint b = region->first; b < region->end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        add_paragraph (pieces, source, slots, block, &row, has_table);
      else
        {
          add_table (pieces, source, block, &row, has_table);
          has_table = TRUE;
        }
    }

  return pieces;
}

/* In a flat text a label that was broken over lines is several lines. Of two labels one is made only
 * where the first stood just before: 指标值, and then 指标值 over 确定依据. */
static void
join_labels (GArray *pieces, JxSource *source, const JxSlots *slots)
{
  const GArray *before = NULL;
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      JxPiece piece = g_array_index (pieces, JxPiece, i);
      const JxPiece *next = i + 1 < pieces->len ? &g_array_index (pieces, JxPiece, i + 1) : NULL;
      const GArray *labels = jx_slots_find_label (slots, piece.text);
      gboolean short_ones = next != NULL && strlen (piece.text) + strlen (next->text) <= slots->longest;

      if (short_ones && !jx_line_is_blank (piece.text) && !jx_line_is_blank (next->text)
          && (labels == NULL || labels == before || jx_slots_find_label (slots, next->text) == NULL))
        {
          g_autofree char *both = g_strconcat (piece.text, next->text, NULL);
          const GArray *joined = jx_slots_find_label (slots, both);

          if (joined != NULL)
            {
              piece.text = jx_source_keep (source, both, -1);
              labels = joined;
              i++;
            }
        }
      if (labels != NULL || !jx_line_is_blank (piece.text))
        before = labels;
      g_array_index (pieces, JxPiece, n++) = piece;
    }
  g_array_set_size (pieces, n);
}

/* A label before a value that the form writes without one: another wording of the value's place. */
static void
drop_value_labels (GArray *pieces, const JxSlots *slots)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      JxPiece piece = g_array_index (pieces, JxPiece, i);
      JxPiece *next = i + 1 < pieces->len ? &g_array_index (pieces, JxPiece, i + 1) : NULL;

      if (next != NULL && next->row == piece.row + (next->begins_row && !piece.outside && piece.row_cells == 1)
          && !jx_line_is_blank (next->text) && jx_slots_is_value_label (slots, piece.text))
        {
          next->begins_row = piece.begins_row;
          next->certain = TRUE;
        }
      else
        g_array_index (pieces, JxPiece, n++) = piece;
    }
  g_array_set_size (pieces, n);
}

void
jx_region_join_labels (GArray *pieces, JxSource *source, const JxSlots *slots)
{
  if (jx_source_is_flat (source))
    join_labels (pieces, source, slots);
  drop_value_labels (pieces, slots);
}

/* Whether nothing but blanks stands beside piece @index; @first and @end: its row. */
static gboolean
is_alone (const GArray *pieces, guint index, guint *first, guint *end)
{
  guint row = g_array_index (pieces, JxPiece, index).row;

  for (*first = index; *first > 0 && g_array_index (pieces, JxPiece, *first - 1).row == row; --*first)
    if (!jx_line_is_blank (g_array_index (pieces, JxPiece, *first - 1).text))
      return FALSE;
  for (*end = index + 1; *end < pieces->len && g_array_index (pieces, JxPiece, *end).row == row; ++*end)
    if (!jx_line_is_blank (g_array_index (pieces, JxPiece, *end).text))
      return FALSE;

  return TRUE;
}

void
jx_region_take_notes (GArray *pieces, const JxSlots *slots, void (*take) (const JxNote *note, const JxPiece *piece, gpointer user_data),
                      gpointer user_data)
{
  guint n = 0;
  gboolean labelled = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      JxPiece piece = g_array_index (pieces, JxPiece, i);
      gboolean is_label = jx_slots_find_label (slots, piece.text) != NULL;
      guint first = i;
      guint end = i + 1;
      g_auto (JxNote) note = { JX_NOTE_NONE };
      gboolean is_note = !is_label && jx_note_read (piece.text, &note)
                         && (is_alone (pieces, i, &first, &end) || note.type == JX_NOTE_UNIT);

      /* Below labels a year or a month may be a value. */
      labelled |= is_label;
      if ((note.type == JX_NOTE_YEAR || note.type == JX_NOTE_MONTH) && labelled && !piece.outside)
        is_note = FALSE;

      if (!is_note)
        {
          g_array_index (pieces, JxPiece, n++) = piece;
          continue;
        }
      take (&note, &piece, user_data);
      if (end > i + 1 || first < i)
        n -= i - first;
      i = end - 1;
    }
  g_array_set_size (pieces, n);
}

void
jx_region_init_pieces (GArray *pieces, const JxSlots *slots)
{
  for (guint i = 0; i < pieces->len; i++)
    jx_piece_init (&g_array_index (pieces, JxPiece, i), slots);
  for (guint i = 0; i < pieces->len; i++)
    {
      JxPiece *piece = &g_array_index (pieces, JxPiece, i);
      guint first, end;

      piece->alone = is_alone (pieces, i, &first, &end);
      piece->beside_label = i + 1 < pieces->len && (piece + 1)->labels != NULL && jx_fold_character (g_utf8_get_char (piece->text)) != '(';
    }
  for (guint i = pieces->len; i > 0 && g_array_index (pieces, JxPiece, i - 1).blank; i--)
    g_array_index (pieces, JxPiece, i - 1).trailing = TRUE;
}
