/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

/* Moving rows by dragging the handle of the one in work: a line shows where they would come to stand. */

#define LINE_WIDTH 3

/* From where to where the row, or line, of @item reaches. */
static gboolean
get_extent (JxSheetView *sheet, JxItem *item, int *top, int *bottom)
{
  JxSheetCell *cell;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[i];

      for (guint r = 0; block->owner && r < block->n_rows; r++)
        if (block->grid->row_item[r] == item)
          {
            *top = block->row_y[r];
            *bottom = block->row_y[r + 1];
            return TRUE;
          }
    }

  cell = jx_sheet_view_find_shown (sheet, item, jx_sheet_view_get_first_text (jx_item_get_kind (item)));
  if (cell == NULL)
    return FALSE;

  *top = cell->box.y;
  *bottom = cell->box.y + cell->box.height;

  return TRUE;
}

/* Before which of its list what is dragged would stand at @y; @line_y: (out): where that is on the sheet. */
static guint
find_position (JxSheetView *sheet, JxItem *item, double y, int *line_y)
{
  JxItem *owner = jx_item_get_parent (item);
  guint count = jx_item_count (owner, jx_item_get_kind (item));
  int top, bottom;

  for (guint i = 0; i < count; i++)
    {
      if (!get_extent (sheet, jx_item_child (owner, jx_item_get_kind (item), i), &top, &bottom))
        continue;
      *line_y = top;
      if (y < (top + bottom) / 2)
        return i;
      *line_y = bottom;
    }

  return count;
}

static void
stop (JxSheetView *sheet)
{
  sheet->dropping = FALSE;
  jx_sheet_view_stop_following (sheet);
  gtk_widget_set_cursor_from_name (sheet->handle, "grab");
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
}

static gboolean
get_pointer_y (JxSheetView *sheet, GtkGestureDrag *gesture, double offset_y, double *y)
{
  graphene_point_t at;
  double start_x, start_y;

  if (!gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    return FALSE;
  /* The handle stays where it is while rows are dragged. */
  if (!gtk_widget_compute_point (sheet->handle, GTK_WIDGET (sheet), &GRAPHENE_POINT_INIT (start_x, start_y + offset_y), &at))
    return FALSE;

  *y = at.y;

  return TRUE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, JxSheetView *sheet)
{
  JxItem *item = jx_sheet_view_get_work_item (sheet);
  double y;

  if (item == NULL || !get_pointer_y (sheet, gesture, offset_y, &y))
    return;
  if (!sheet->dropping && !gtk_drag_check_threshold (sheet->handle, 0, 0, offset_x, offset_y))
    return;
  if (!sheet->dropping)
    {
      /* First of all: a handle that goes, even as the focus passes from the editor to its cell, is dragged no more. */
      sheet->dropping = TRUE;
      if (sheet->editing && !jx_sheet_view_stop_editing (sheet, TRUE))
        {
          sheet->dropping = FALSE;
          return;
        }
      /* From now on it is no click on the handle. */
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (sheet->handle, "grabbing");
    }

  jx_sheet_view_follow (sheet, 0, y);
  jx_sheet_view_drag_on (sheet);
}

void
jx_sheet_view_drag_to (JxSheetView *sheet, double y)
{
  JxItem *item = jx_sheet_view_get_work_item (sheet);

  sheet->dropping = TRUE;
  sheet->drop_position = find_position (sheet, item, y, &sheet->drop_y);
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
}

void
jx_sheet_view_drop_rows (JxSheetView *sheet)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!sheet->dropping)
    return;

  stop (sheet);
  rows = jx_sheet_view_list_rows (sheet);
  if (rows->len)
    jx_sheet_view_move_rows_to (sheet, rows, sheet->drop_position);
}

gboolean
jx_sheet_view_give_up_drag (JxSheetView *sheet)
{
  if (!sheet->dropping)
    return FALSE;

  stop (sheet);
  gtk_gesture_set_state (sheet->handle_drag, GTK_EVENT_SEQUENCE_DENIED);

  return TRUE;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, JxSheetView *sheet)
{
  jx_sheet_view_drop_rows (sheet);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, JxSheetView *sheet)
{
  if (sheet->dropping)
    stop (sheet);
}

void
jx_sheet_view_snapshot_drag (JxSheetView *sheet, GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (sheet));
  int width = sheet->layout_width - 2 * JX_SHEET_MARGIN;
  GdkRGBA colour;

  if (!sheet->dropping)
    return;

  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &colour))
    gtk_style_context_get_color (context, &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (JX_SHEET_MARGIN - 6, sheet->drop_y - LINE_WIDTH / 2, width + 12, LINE_WIDTH));
}

void
jx_sheet_view_init_drag (JxSheetView *sheet)
{
  sheet->handle_drag = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (sheet->handle_drag), GTK_PHASE_CAPTURE);
  g_signal_connect (sheet->handle_drag, "drag-update", G_CALLBACK (drag_update_cb), sheet);
  g_signal_connect (sheet->handle_drag, "drag-end", G_CALLBACK (drag_end_cb), sheet);
  g_signal_connect (sheet->handle_drag, "cancel", G_CALLBACK (cancel_cb), sheet);
  gtk_widget_add_controller (sheet->handle, GTK_EVENT_CONTROLLER (sheet->handle_drag));
  gtk_widget_set_cursor_from_name (sheet->handle, "grab");
}
