/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of amounts has its headings above: where one of them is missing, the amounts beside it must not be taken for its own. */
#include "exchange/jx-steps-columns.h"

#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* So many cells may be missing in front of a row. */
#define MISSING_MOST 2

static gboolean
is_figure (const JxSlot *slot)
{
  JxType type;

  if (slot->type != JX_SLOT_VALUE || slot->each != JX_N_KINDS)
    return FALSE;
  type = jx_field_get_info (slot->field)->type;

  return type == JX_TYPE_AMOUNT || type == JX_TYPE_SCORE;
}

/* How far slot @index is from the end of its row. */
static guint
get_place (const JxSlots *slots, guint index)
{
  guint end = index;

  while (end < slots->slots->len && jx_slots_get (slots, end)->row == jx_slots_get (slots, index)->row)
    end++;

  return end - index;
}

/* Headings stand in a row of labels only, as far as it goes. */
static gboolean
is_heading (const JxSlots *slots, guint index)
{
  guint row = jx_slots_get (slots, index)->row;
  guint n = 0;

  if (jx_slots_get (slots, index)->type != JX_SLOT_LABEL || jx_slots_get (slots, index)->each != JX_N_KINDS || jx_slots_get (slots, index)->header)
    return FALSE;
  for (guint s = index; s < slots->slots->len && jx_slots_get (slots, s)->row == row; s++)
    if (jx_slots_get (slots, s)->type != JX_SLOT_LABEL)
      return FALSE;
  for (guint s = index; s > 0 && jx_slots_get (slots, s - 1)->row == row; s--)
    n++;
  for (guint s = index; s < slots->slots->len && jx_slots_get (slots, s)->row == row; s++)
    n++;

  return n >= 3;
}

/* The slot of each piece, -1 for none. */
static int *
list_slots (const GArray *pieces, const GArray *steps)
{
  int *slots = g_new (int, pieces->len + 1);

  for (guint i = 0; i < pieces->len; i++)
    slots[i] = -1;
  for (guint i = 0; i < steps->len; i++)
    {
      const JxStep *step = &g_array_index (steps, JxStep, i);

      if (step->type == JX_STEP_FILL)
        slots[step->piece] = (int) step->slot;
    }

  return slots;
}

static guint
get_row_width (const GArray *pieces, guint index)
{
  guint row = g_array_index (pieces, JxPiece, index).row;

  while (index + 1 < pieces->len && g_array_index (pieces, JxPiece, index + 1).row == row)
    index++;

  return g_array_index (pieces, JxPiece, index).column;
}

/* The nearest heading above piece @index in its column; in a row that is shorter, cells in front are missing, as they are
 * merged with those above. -1 for none. */
static int
find_heading (const JxSlots *slots, const GArray *pieces, const int *filled, guint index)
{
  const JxPiece *piece = &g_array_index (pieces, JxPiece, index);
  guint width = get_row_width (pieces, index);

  for (guint i = index; i > 0; i--)
    {
      const JxPiece *above = &g_array_index (pieces, JxPiece, i - 1);
      guint width_above = get_row_width (pieces, i - 1);

      if (above->row == piece->row || above->outside || width_above < width || width_above > width + MISSING_MOST
          || above->column != piece->column + width_above - width)
        continue;
      if (above->labels != NULL && filled[i - 1] >= 0)
        return is_heading (slots, (guint) filled[i - 1]) ? filled[i - 1] : -1;
      if (!above->blank && !above->numeric)
        return -1;
    }

  return -1;
}

/* A tick stands under its word, or under one that the form has not. */
static gboolean
is_under_another_word (const GArray *pieces, const JxSlot *slot, guint index)
{
  const JxPiece *piece = &g_array_index (pieces, JxPiece, index);
  const JxFormPart *part = slot->node->parts->pdata[0];

  if (part->type != JX_PART_TICK || !jx_mark_is_tick (piece->text))
    return FALSE;
  for (guint i = index; i > 0; i--)
    {
      const JxPiece *above = &g_array_index (pieces, JxPiece, i - 1);

      if (above->row == piece->row || above->column != piece->column || above->blank || jx_mark_is_tick (above->text))
        continue;
      return !jx_mark_is_word_of_tick (part, above->text) && above->labels != NULL;
    }

  return FALSE;
}

const JxPiece *
jx_steps_find_astray (const JxSlots *slots, const GArray *pieces, const GArray *steps)
{
  g_autofree int *filled = list_slots (pieces, steps);

  for (guint i = 0; i < pieces->len; i++)
    {
      const JxPiece *piece = &g_array_index (pieces, JxPiece, i);
      int heading;

      if (filled[i] < 0 || jx_line_is_stroke (piece->text) || piece->outside)
        continue;
      if (jx_slots_get (slots, (guint) filled[i])->type == JX_SLOT_VALUE && is_under_another_word (pieces, jx_slots_get (slots, (guint) filled[i]), i))
        return piece;
      if (!is_figure (jx_slots_get (slots, (guint) filled[i])))
        continue;
      heading = find_heading (slots, pieces, filled, i);
      if (heading >= 0 && jx_slots_get (slots, (guint) heading)->row < jx_slots_get (slots, (guint) filled[i])->row
          && get_place (slots, (guint) heading) != get_place (slots, (guint) filled[i]))
        return piece;
    }

  return NULL;
}
