/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <glib/gi18n-lib.h>

/* A rectangle of cells of one table, by keys or pointer. It is kept by what its corners stand for,
 * so that it outlives the cells on the sheet. */

static JxSheetSpot
get_spot (const JxSheetCell *cell)
{
  return (JxSheetSpot) { cell->row_item, cell->blank.part };
}

static gboolean
is_spot (const JxSheetCell *cell, const JxSheetSpot *spot)
{
  return cell->row_item == spot->row && cell->blank.part == spot->part;
}

static const JxSheetBlock *
find_block (JxSheetView *sheet, const JxItem *item)
{
  for (guint i = 0; item && i < sheet->blocks->len; i++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[i];

      if (block->owner && block->owner == jx_item_get_parent (item)
          && (block->adds == jx_item_get_kind (item) || block->beside == jx_item_get_kind (item)))
        return block;
    }

  return NULL;
}

static JxSheetTable *
make_table (JxSheetView *sheet, const JxItem *item)
{
  const JxSheetBlock *block = find_block (sheet, item);

  return block ? jx_sheet_table_new (block->grid, block->owner, block->adds, block->beside) : NULL;
}

/* The rows a cell stands for. */
static gboolean
find_rows (const JxSheetTable *table, const JxSheetCell *cell, guint *top, guint *bottom)
{
  if (cell->row_item == NULL || !jx_sheet_table_find_item (table, cell->row_item, top))
    return FALSE;

  *bottom = cell->merged && cell->merged->len ? *top + cell->merged->len - 1 : *top;

  return TRUE;
}

static gboolean
find_place (const JxSheetTable *table, const JxSheetSpot *spot, guint *row, guint *column)
{
  return spot->row && jx_sheet_table_find_item (table, spot->row, row) && jx_sheet_table_find_part (table, spot->part, column);
}

static gboolean
find_cell_range (const JxSheetTable *table, const JxSheetCell *cell, JxSheetRange *range)
{
  if (!find_rows (table, cell, &range->top, &range->bottom) || !jx_sheet_table_find_part (table, cell->blank.part, &range->left))
    return FALSE;

  range->right = range->left;

  return TRUE;
}

/* A merged cell is selected whole or not at all. */
static void
widen (JxSheetView *sheet, const JxSheetTable *table, JxSheetRange *range)
{
  gboolean wider = TRUE;

  while (wider)
    {
      wider = FALSE;
      for (guint i = 0; i < sheet->order->len; i++)
        {
          JxSheetCell *cell = sheet->order->pdata[i];
          JxSheetRange own;

          if (cell->merged == NULL || !find_cell_range (table, cell, &own) || own.left < range->left || own.left > range->right)
            continue;
          if (own.bottom < range->top || own.top > range->bottom || (own.top >= range->top && own.bottom <= range->bottom))
            continue;
          range->top = MIN (range->top, own.top);
          range->bottom = MAX (range->bottom, own.bottom);
          wider = TRUE;
        }
    }
}

static gboolean
find_selected (JxSheetView *sheet, const JxSheetTable *table, JxSheetRange *range)
{
  guint from_row, from_column, to_row, to_column;

  if (!find_place (table, &sheet->range_from, &from_row, &from_column) || !find_place (table, &sheet->range_to, &to_row, &to_column))
    return FALSE;

  *range = (JxSheetRange) { MIN (from_row, to_row), MIN (from_column, to_column), MAX (from_row, to_row), MAX (from_column, to_column) };
  widen (sheet, table, range);

  return TRUE;
}

JxSheetTable *
jx_sheet_view_get_range (JxSheetView *sheet, JxSheetRange *range, gboolean *explicit)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);
  g_autoptr (JxSheetTable) table = NULL;
  gboolean selected;

  if (cell == NULL)
    cell = sheet->current;
  table = make_table (sheet, sheet->range_from.row ? sheet->range_from.row : cell ? cell->row_item : NULL);
  if (table == NULL)
    return NULL;

  selected = find_selected (sheet, table, range);
  if (explicit)
    *explicit = selected;
  if (!selected && (cell == NULL || !find_cell_range (table, cell, range)))
    return NULL;

  return g_steal_pointer (&table);
}

void
jx_sheet_view_select (JxSheetView *sheet, const JxSheetTable *table, guint from_row, guint from_column, guint to_row, guint to_column)
{
  JxSheetCell *cell;

  sheet->range_from = (JxSheetSpot) { table->items->pdata[from_row], table->columns->pdata[from_column] };
  sheet->range_to = (JxSheetSpot) { table->items->pdata[to_row], table->columns->pdata[to_column] };
  cell = jx_sheet_view_find_spot (sheet, &sheet->range_to);
  if (cell)
    jx_sheet_view_focus_cell (sheet, cell);
  jx_sheet_view_update_range (sheet);
}

gboolean
jx_sheet_view_drop_range (JxSheetView *sheet)
{
  if (sheet->range_from.row == NULL)
    return FALSE;

  sheet->range_from.row = sheet->range_to.row = NULL;
  jx_sheet_view_update_range (sheet);

  return TRUE;
}

/* A range is where the focus is, or was before it went to a menu. */
static gboolean
is_current (JxSheetView *sheet)
{
  JxSheetCell *focused = jx_sheet_view_get_focus_cell (sheet);

  if (sheet->range_from.row == NULL || !jx_item_is_attached (sheet->range_from.row)
      || !jx_item_is_attached (sheet->range_to.row))
    return FALSE;

  return focused == NULL || focused == jx_sheet_view_find_spot (sheet, &sheet->range_to);
}

void
jx_sheet_view_update_range (JxSheetView *sheet)
{
  g_autoptr (JxSheetTable) table = NULL;
  g_autofree char *count = NULL;
  JxSheetCell *focused = jx_sheet_view_get_focus_cell (sheet);
  JxSheetRange range = { 1, 1, 0, 0 };

  if (sheet->blocks == NULL)
    return;

  if (!is_current (sheet))
    sheet->range_from.row = sheet->range_to.row = NULL;
  table = make_table (sheet, sheet->range_from.row);
  if (table && find_selected (sheet, table, &range))
    count = g_strdup_printf (_("%u × %u cells selected"), range.bottom - range.top + 1, range.right - range.left + 1);

  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];
      JxSheetRange own;
      gboolean selected = count && find_cell_range (table, cell, &own) && own.left >= range.left && own.left <= range.right
                          && own.top >= range.top && own.bottom <= range.bottom;

      jx_sheet_cell_set_selected (cell, selected, cell != focused ? NULL : sheet->notice ? sheet->notice : count);
    }
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
}

static gboolean
extend (JxSheetView *sheet, JxSheetSpot start, JxSheetSpot end)
{
  g_autoptr (JxSheetTable) table = make_table (sheet, end.row);
  guint row, column, to_row, to_column;

  if (table == NULL || !find_place (table, &start, &row, &column) || !find_place (table, &end, &to_row, &to_column))
    return FALSE;
  if (sheet->editing && !jx_sheet_view_stop_editing (sheet, TRUE))
    return TRUE;
  /* Taking what was typed may have changed the table. */
  g_clear_pointer (&table, jx_sheet_table_free);
  table = make_table (sheet, end.row);
  if (table && find_place (table, &start, &row, &column) && find_place (table, &end, &to_row, &to_column))
    jx_sheet_view_select (sheet, table, row, column, to_row, to_column);

  return TRUE;
}

gboolean
jx_sheet_view_extend_to (JxSheetView *sheet, JxSheetCell *cell)
{
  JxSheetCell *from = jx_sheet_view_get_focus_cell (sheet);
  JxSheetSpot start = sheet->range_from;

  if (start.row == NULL && from)
    start = get_spot (from);

  return extend (sheet, start, get_spot (cell));
}

/* Where the range reaches to after a key; over the rows of a merged cell in one step. */
static gboolean
step (const JxSheetTable *table, const JxSheetCell *cell, guint keyval, gboolean far, guint *row, guint *column)
{
  guint top = *row, bottom = *row, last_row = table->items->len - 1, last_column = table->columns->len - 1;

  find_rows (table, cell, &top, &bottom);
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *row = far || top == 0 ? 0 : top - 1;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *row = far ? last_row : MIN (bottom + 1, last_row);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *column = far || *column == 0 ? 0 : *column - 1;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *column = far ? last_column : MIN (*column + 1, last_column);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *row = far ? 0 : *row;
      *column = 0;
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *row = far ? last_row : *row;
      *column = last_column;
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
jx_sheet_view_range_key (JxSheetView *sheet, JxSheetCell *cell, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);
  JxSheetSpot own = get_spot (cell), from = sheet->range_from.row ? sheet->range_from : own;
  g_autoptr (JxSheetTable) table = make_table (sheet, cell->row_item);
  guint row, column, to_row, to_column;

  if (table == NULL || !find_place (table, &from, &row, &column))
    return FALSE;
  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_a || keyval == GDK_KEY_A))
    {
      jx_sheet_view_select (sheet, table, table->items->len - 1, table->columns->len - 1, 0, 0);
      return TRUE;
    }
  if ((modifiers & ~GDK_CONTROL_MASK) != GDK_SHIFT_MASK)
    return FALSE;
  if (!find_place (table, sheet->range_to.row ? &sheet->range_to : &own, &to_row, &to_column)
      || !step (table, cell, keyval, (modifiers & GDK_CONTROL_MASK) != 0, &to_row, &to_column))
    return FALSE;

  jx_sheet_view_select (sheet, table, row, column, to_row, to_column);

  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_pick (sheet, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  sheet->pressed = (JxSheetSpot) { NULL, NULL };
  if (!jx_sheet_view_is_on_cells (sheet, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    return;
  if (jx_sheet_view_begin_sizing (sheet, x, y))
    return;

  sheet->pressed = cell ? get_spot (cell) : (JxSheetSpot) { NULL, NULL };
  if ((state & GDK_SHIFT_MASK) && sheet->range_from.row)
    sheet->pressed = sheet->range_from;
}

/* What is dragged is over this place now. */
static void
drag_over (JxSheetView *sheet, double x, double y)
{
  JxSheetCell *cell = jx_sheet_view_pick (sheet, x, y);

  /* Within the cell pressed the text is meant, until other cells were reached. */
  if (sheet->range_to.row == NULL && jx_sheet_view_select_text_to (sheet, cell, x, y))
    return;
  if (sheet->pressed.row == NULL || cell == NULL || cell->row_item == NULL)
    return;
  if (is_spot (cell, sheet->range_to.row ? &sheet->range_to : &sheet->pressed))
    return;

  extend (sheet, sheet->pressed, get_spot (cell));
}

void
jx_sheet_view_drag_on (JxSheetView *sheet)
{
  double x, y;

  if (!jx_sheet_view_get_followed (sheet, &x, &y))
    return;
  if (sheet->dropping)
    jx_sheet_view_drag_to (sheet, y);
  else
    drag_over (sheet, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, JxSheetView *sheet)
{
  double x, y;

  if (jx_sheet_view_size_by (sheet, offset_x) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (sheet->pressed.row == NULL && sheet->text_from < 0)
    return;

  jx_sheet_view_follow (sheet, x + offset_x, y + offset_y);
  jx_sheet_view_drag_on (sheet);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, JxSheetView *sheet)
{
  jx_sheet_view_stop_following (sheet);
  jx_sheet_view_end_sizing (sheet);
}

void
jx_sheet_view_snapshot_range (JxSheetView *sheet, GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (sheet));
  GdkRectangle box;
  gboolean any = FALSE;
  GdkRGBA colour;

  for (guint i = 0; i < sheet->order->len; i++)
    {
      const JxSheetCell *cell = sheet->order->pdata[i];

      if (!cell->selected)
        continue;
      if (any)
        gdk_rectangle_union (&box, &cell->box, &box);
      else
        box = cell->box;
      any = TRUE;
    }
  if (!any)
    return;

  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &colour))
    gtk_style_context_get_color (context, &colour);
  gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT (box.x - 1, box.y - 1, box.width + 3, box.height + 3),
                              (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { colour, colour, colour, colour });
}

void
jx_sheet_view_init_range (JxSheetView *sheet, GtkGesture *click)
{
  sheet->drag = gtk_gesture_drag_new ();
  g_signal_connect (sheet->drag, "drag-begin", G_CALLBACK (drag_begin_cb), sheet);
  g_signal_connect (sheet->drag, "drag-update", G_CALLBACK (drag_update_cb), sheet);
  g_signal_connect (sheet->drag, "drag-end", G_CALLBACK (drag_end_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), GTK_EVENT_CONTROLLER (sheet->drag));
  /* A press that is a click's is a drag's too. */
  gtk_gesture_group (sheet->drag, click);
}

/* What keys do with Shift, for assistive technology, which presses none. */
static const struct
{
  const char *action;
  guint keyval;
  GdkModifierType modifiers;
} selections[] = {
  { "select.up", GDK_KEY_Up, GDK_SHIFT_MASK },
  { "select.down", GDK_KEY_Down, GDK_SHIFT_MASK },
  { "select.left", GDK_KEY_Left, GDK_SHIFT_MASK },
  { "select.right", GDK_KEY_Right, GDK_SHIFT_MASK },
  { "select.all", GDK_KEY_a, GDK_CONTROL_MASK },
};

static void
select_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);

  if (sheet->current == NULL || (sheet->editing && !jx_sheet_view_stop_editing (sheet, TRUE)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    if (g_str_equal (selections[i].action, action))
      jx_sheet_view_range_key (sheet, sheet->current, selections[i].keyval, selections[i].modifiers);
}

void
jx_sheet_view_class_init_range (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    gtk_widget_class_install_action (widget_class, selections[i].action, NULL, select_cb);
}
