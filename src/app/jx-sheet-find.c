/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

/* Which cell shows what, merged or not. */

static gboolean
stands_for (JxSheetCell *cell, JxItem *item)
{
  for (guint i = 0; cell->merged && i < cell->merged->len; i++)
    if (g_array_index (cell->merged, JxBlank, i).item == item)
      return TRUE;

  return cell->item == item;
}

/* Of a value in several columns the number, of ticks one that is ticked tell most. */
static gboolean
tells_most (JxSheetCell *cell)
{
  return jx_sheet_cell_is_tick (cell) ? cell->is_ticked : cell->part->aspect == JX_ASPECT_WHOLE || cell->part->aspect == JX_ASPECT_NUMBER;
}

JxSheetCell *
jx_sheet_view_find_shown (JxSheetView *sheet, JxItem *item, JxField field)
{
  JxSheetCell *first = NULL, *other = NULL;

  /* A name stands in the heading and in its cell: the last is the cell. */
  for (guint i = sheet->order->len; i-- > 0; )
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (!jx_sheet_cell_is_editable (cell) || cell->owner || !stands_for (cell, item))
        continue;
      if (cell->field == field && tells_most (cell))
        return cell;
      if (cell->field == field)
        other = cell;
      first = cell;
    }
  if (other)
    return other;

  /* What a row does not show (a mark) is told by its first cell. */
  return field == JX_FIELD_NONE || jx_item_get_parent (item) == sheet->item ? first : NULL;
}

gboolean
jx_sheet_view_reveal (JxSheetView *sheet, JxItem *item, JxField field)
{
  JxSheetCell *cell;

  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  cell = jx_sheet_view_find_shown (sheet, item, field);
  if (cell)
    jx_sheet_view_focus_cell (sheet, cell);

  return cell != NULL;
}

/* Whether @row is among those a cell over several rows stands for. */
static gboolean
reaches (const JxSheetCell *cell, const JxItem *row)
{
  for (guint i = 0; cell->merged && i < cell->merged->len; i++)
    {
      const JxBlank *blank = &g_array_index (cell->merged, JxBlank, i);

      if (blank->item == row || blank->beside == row)
        return TRUE;
    }

  return FALSE;
}

JxSheetCell *
jx_sheet_view_find_spot (JxSheetView *sheet, const JxSheetSpot *spot)
{
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->blank.part == spot->part && (cell->row_item == spot->row || reaches (cell, spot->row)))
        return cell;
    }

  return NULL;
}
