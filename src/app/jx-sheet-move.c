/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

/* Moving from cell to cell: by where they stand on the sheet, over spans, keeping to the column or
 * row in which moving began. */

static int
middle (int start, int length)
{
  return start + length / 2;
}

/* The cell nearest above or below, in the column moving keeps to. */
static JxSheetCell *
find_vertical (JxSheetView *sheet, JxSheetCell *from, gboolean down)
{
  JxSheetCell *best = NULL;
  int best_y = G_MAXINT, best_x = G_MAXINT;

  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];
      int distance = down ? cell->box.y - (from->box.y + from->box.height)
                          : from->box.y - (cell->box.y + cell->box.height);
      int across = jx_sheet_away (sheet->anchor_x, cell->box.x, cell->box.width);

      if (distance < 0 || cell == from)
        continue;
      if (distance < best_y || (distance == best_y && across < best_x))
        {
          best = cell;
          best_y = distance;
          best_x = across;
        }
    }

  return best;
}

/* The cell nearest at the left or right in the row moving keeps to; @far: the last one there. */
static JxSheetCell *
find_horizontal (JxSheetView *sheet, JxSheetCell *from, gboolean right, gboolean far)
{
  JxSheetCell *best = NULL;
  int best_x = far ? -1 : G_MAXINT;

  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];
      int distance = right ? cell->box.x - from->box.x : from->box.x - cell->box.x;

      if (distance <= 0 || jx_sheet_away (sheet->anchor_y, cell->box.y, cell->box.height) > 0)
        continue;
      if (far ? distance > best_x : distance < best_x)
        {
          best = cell;
          best_x = distance;
        }
    }

  return best;
}

static const JxSheetBlock *
find_block (JxSheetView *sheet, const JxSheetCell *cell)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[i];

      if (cell->box.y >= block->row_y[0] && cell->box.y < block->row_y[block->n_rows])
        return block;
    }

  return NULL;
}

/* The last cell above or below in the same table; of the next one where this was the last already. */
static JxSheetCell *
find_edge (JxSheetView *sheet, JxSheetCell *from, gboolean down)
{
  JxSheetCell *to = find_vertical (sheet, from, down), *next = to;

  while (next && find_block (sheet, next) == find_block (sheet, to))
    {
      to = next;
      next = find_vertical (sheet, to, down);
    }

  return to;
}

static JxSheetCell *
find_page (JxSheetView *sheet, JxSheetCell *from, gboolean down)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (sheet), GTK_TYPE_VIEWPORT);
  int page = viewport ? gtk_widget_get_height (viewport) : gtk_widget_get_height (GTK_WIDGET (sheet));
  int target = middle (from->box.y, from->box.height) + (down ? page : -page);
  JxSheetCell *best = NULL;
  gint64 best_distance = G_MAXINT64;

  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];
      gint64 distance = (gint64) jx_sheet_away (target, cell->box.y, cell->box.height) * 10000 + jx_sheet_away (sheet->anchor_x, cell->box.x, cell->box.width);

      if (distance < best_distance)
        {
          best = cell;
          best_distance = distance;
        }
    }

  return best;
}

void
jx_sheet_view_keep_anchor (JxSheetView *sheet, JxSheetCell *cell, gboolean x, gboolean y)
{
  if (x || jx_sheet_away (sheet->anchor_x, cell->box.x, cell->box.width) > 0)
    sheet->anchor_x = middle (cell->box.x, cell->box.width);
  if (y || jx_sheet_away (sheet->anchor_y, cell->box.y, cell->box.height) > 0)
    sheet->anchor_y = cell->box.y + MIN (12, cell->box.height / 2);
}

static gboolean
go_to (JxSheetView *sheet, JxSheetCell *cell, gboolean vertical)
{
  if (cell == NULL)
    return FALSE;

  jx_sheet_view_keep_anchor (sheet, cell, !vertical, vertical);
  jx_sheet_view_focus_cell (sheet, cell);

  return TRUE;
}

/* The next that can be written in: what is worked out is reached by the arrows. */
static JxSheetCell *
find_next (JxSheetView *sheet, guint index, int by)
{
  for (guint i = index + by; i < sheet->order->len; i += by)
    if (jx_sheet_cell_is_editable (sheet->order->pdata[i]))
      return sheet->order->pdata[i];

  return NULL;
}

gboolean
jx_sheet_view_move (JxSheetView *sheet, GtkDirectionType direction)
{
  JxSheetCell *from = jx_sheet_view_get_focus_cell (sheet);
  guint index;

  if (from == NULL)
    from = sheet->current;
  if (from == NULL || !g_ptr_array_find (sheet->order, from, &index))
    return FALSE;

  jx_sheet_view_keep_anchor (sheet, from, FALSE, FALSE);
  switch (direction)
    {
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      return go_to (sheet, find_vertical (sheet, from, direction == GTK_DIR_DOWN), TRUE);
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      return go_to (sheet, find_horizontal (sheet, from, direction == GTK_DIR_RIGHT, FALSE), FALSE);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
      return go_to (sheet, find_next (sheet, index, direction == GTK_DIR_TAB_FORWARD ? 1 : -1), FALSE);
    default:
      return FALSE;
    }
}

static gboolean
is_vertical (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return FALSE;
    default:
      return TRUE;
    }
}

gboolean
jx_sheet_view_move_far (JxSheetView *sheet, JxSheetCell *from, guint keyval, gboolean all)
{
  JxSheetCell *to = NULL;

  jx_sheet_view_keep_anchor (sheet, from, FALSE, FALSE);
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      to = find_edge (sheet, from, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      to = find_horizontal (sheet, from, keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right, TRUE);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      to = all ? sheet->order->pdata[0] : find_horizontal (sheet, from, FALSE, TRUE);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      to = all ? sheet->order->pdata[sheet->order->len - 1] : find_horizontal (sheet, from, TRUE, TRUE);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      to = find_page (sheet, from, FALSE);
      break;
    default:
      to = find_page (sheet, from, TRUE);
      break;
    }
  go_to (sheet, to, is_vertical (keyval));

  return TRUE;
}
