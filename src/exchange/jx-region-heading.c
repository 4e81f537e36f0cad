/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-region-heading.h"

#include <string.h>

/* So many columns that the form does not have may stand side by side. */
#define UNKNOWN_COLUMNS 2

/* The place of a label in the heading row: of several the first that is not @met (nullable) yet; -1 for none. */
static int
find_in_heading (const GArray *labels, guint first, guint n, const gboolean *met)
{
  int found = -1;

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      guint slot = g_array_index (labels, guint, i);

      if (slot < first || slot >= first + n)
        continue;
      if (met == NULL || slot - first >= JX_HEADING_MAX || !met[slot - first])
        return (int) (slot - first);
      if (found < 0)
        found = (int) (slot - first);
    }

  return found;
}

/* The columns of a heading row as the source has them: from piece @from as far as its row reaches,
 * in a flat text as far as the labels do. */
typedef struct
{
  JxColumn order[JX_HEADING_MAX];
  guint columns[JX_HEADING_MAX];
  guint n;
  guint n_met;
  guint n_parts;
  guint n_cells;
} Columns;

/* In a flat text the heading goes on to the last of its labels; a word between is an unknown column. */
static guint
find_flat_end (const GArray *pieces, guint from, guint first, guint n)
{
  gboolean met[JX_HEADING_MAX] = { FALSE };
  guint end = from;

  for (guint i = from; i < pieces->len && i <= end + UNKNOWN_COLUMNS && i < from + JX_HEADING_MAX; i++)
    {
      const JxPiece *piece = &g_array_index (pieces, JxPiece, i);
      int at = find_in_heading (piece->labels, first, n, met);

      /* A label met again is a word in the rows below. */
      if (at >= 0 && at < JX_HEADING_MAX && !met[at])
        {
          met[at] = TRUE;
          end = i + 1;
        }
      else if (piece->blank || piece->labels != NULL || piece->like_target)
        break;
    }

  return end;
}

/* A column that the form does not have, and another form's list of the same items has. */
static const JxSlot *
find_in_other_form (GPtrArray *candidates, const JxSlots *slots, guint first, guint n, const char *text)
{
  const JxCandidate *ignored;
  const JxSlot *other = jx_candidates_find_labelled (candidates, text, &ignored);

  if (other == NULL || other->type != JX_SLOT_VALUE || other->merge || other->each != jx_slots_get (slots, first + n)->each)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (jx_slots_get (slots, first + n + i)->field == other->field)
      return NULL;

  return other;
}

static void
read_heading (GPtrArray *candidates, const JxSlots *slots, const GArray *pieces, guint from, gboolean rows_known, guint first, guint n,
              Columns *columns)
{
  const JxPiece *begin = &g_array_index (pieces, JxPiece, from);
  guint end = rows_known ? pieces->len : find_flat_end (pieces, from, first, n);
  gboolean met[JX_HEADING_MAX] = { FALSE };

  *columns = (Columns) { .n_cells = begin->row_cells };
  for (guint i = from; i < end && columns->n < JX_HEADING_MAX; i++)
    {
      const JxPiece *piece = &g_array_index (pieces, JxPiece, i);
      int at = find_in_heading (piece->labels, first, n, met);
      const JxSlot *other;
      JxTargetPart part;

      if (rows_known && piece->row != begin->row)
        break;
      if (piece->blank)
        continue;
      part = at < 0 ? jx_target_part_find (piece->text) : JX_TARGET_PART_NONE;
      columns->n_met += at >= 0;
      if (at >= 0 && at < JX_HEADING_MAX)
        met[at] = TRUE;
      other = at < 0 && part == JX_TARGET_PART_NONE && !piece->blank ? find_in_other_form (candidates, slots, first, n, piece->text) : NULL;
      columns->n_parts += part != JX_TARGET_PART_NONE;
      columns->order[columns->n] = (JxColumn) { at, part, other };
      columns->columns[columns->n++] = piece->column;
    }
}

static gboolean
is_usual_order (const Columns *columns, guint n)
{
  for (guint i = 0; i < columns->n; i++)
    if (columns->order[i].place != (int) i)
      return FALSE;

  return columns->n == n;
}

/* Finds where the heading over a list's rows stands. Returns: whether there is one; then @slot is its first and @at
 * its first piece. */
static gboolean
find_heading (GPtrArray *candidates, const JxSlots *slots, const GArray *pieces, gboolean rows_known, guint *slot, guint *n, guint *at, Columns *columns)
{
  for (guint s = 0; s < slots->slots->len; s++)
    {
      *slot = s;
      *n = jx_slots_get (slots, s)->first ? jx_slots_count_heading (slots, s) : 0;
      for (guint i = 0; *n > 0 && i < pieces->len; i++)
        {
          const JxPiece *piece = &g_array_index (pieces, JxPiece, i);

          if (rows_known ? !piece->begins_row : find_in_heading (piece->labels, s, *n, NULL) < 0)
            continue;
          read_heading (candidates, slots, pieces, i, rows_known, s, *n, columns);
          *at = i;
          if (columns->n_met * 2 > *n && (columns->n_met + columns->n_parts) * 2 > columns->n)
            return TRUE;
        }
    }

  return FALSE;
}

JxSlots *
jx_region_reorder_columns (GPtrArray *candidates, const JxSlots *slots, GArray *pieces, gboolean rows_known, JxHeading *heading)
{
  Columns columns;
  guint slot, n, at;

  heading->n_cells = 0;
  if (!find_heading (candidates, slots, pieces, rows_known, &slot, &n, &at, &columns))
    return NULL;
  for (guint i = 0; i < at; i++)
    g_array_index (pieces, JxPiece, i).above_list = TRUE;

  heading->n_cells = columns.n_cells;
  heading->first = slot + columns.n;
  heading->n = columns.n;
  memcpy (heading->columns, columns.columns, sizeof heading->columns);

  return is_usual_order (&columns, n) ? NULL : jx_slots_reorder (slots, slot, columns.order, columns.n);
}
