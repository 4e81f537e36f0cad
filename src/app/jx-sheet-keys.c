/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <string.h>

#include "app/jx-pair-layout.h"

/* The focus, and what a key or a press in a cell begins. */

JxSheetCell *
jx_sheet_view_get_focus_cell (JxSheetView *sheet)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (sheet));

  if (sheet->editing && child == GTK_WIDGET (sheet->editor))
    return sheet->editing;

  return child && JX_IS_SHEET_CELL (child) ? JX_SHEET_CELL (child) : NULL;
}

static gboolean
scroll_cb (gpointer data)
{
  JxSheetView *sheet = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (sheet), GTK_TYPE_VIEWPORT);
  GtkWidget *inside = viewport ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GtkLayoutManager *around = gtk_widget_get_layout_manager (gtk_widget_get_parent (GTK_WIDGET (sheet)));
  GtkAdjustment *adjustment;
  graphene_point_t at;

  sheet->scroll_id = 0;
  if (sheet->current == NULL || inside == NULL)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_compute_point (GTK_WIDGET (sheet), inside, &GRAPHENE_POINT_INIT (sheet->current->box.x, sheet->current->box.y), &at))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, at.y - JX_SHEET_MARGIN, at.y + sheet->current->box.height + JX_SHEET_MARGIN);
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, at.x - JX_SHEET_MARGIN, at.x + sheet->current->box.width + JX_SHEET_MARGIN
                             + (JX_IS_PAIR_LAYOUT (around) ? jx_pair_layout_get_side (JX_PAIR_LAYOUT (around)) : 0));

  return G_SOURCE_REMOVE;
}

/* After the next layout: a cell just made has no place yet. */
void
jx_sheet_view_scroll_to_cell (JxSheetView *sheet, JxSheetCell *cell)
{
  sheet->current = cell;
  if (sheet->scroll_id == 0)
    sheet->scroll_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, scroll_cb, sheet, NULL);
}

void
jx_sheet_view_focus_cell (JxSheetView *sheet, JxSheetCell *cell)
{
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  jx_sheet_view_scroll_to_cell (sheet, cell);
  jx_sheet_view_update_rows (sheet);
}

/* The key itself goes on to the editor, by way of its input method: the first key is not lost. */
static gboolean
begin_typing (JxSheetView *sheet, JxSheetCell *cell, GtkEventControllerKey *controller)
{
  jx_sheet_view_edit (sheet, cell, "", 0);
  if (sheet->editing == cell)
    gtk_event_controller_key_forward (controller, jx_sheet_editor_get_input (sheet->editor));

  return TRUE;
}

/* Keys that put something into a text, accents that wait for their letter included. */
static gboolean
begins_text (guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return (character >= 0x20 && character != 0x7f) || keyval == GDK_KEY_Multi_key
         || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek);
}

gboolean
jx_sheet_view_clear_cell (JxSheetView *sheet, JxSheetCell *cell)
{
  if (cell->draft)
    jx_sheet_cell_set_draft (cell, NULL, NULL);
  else if (jx_sheet_cell_is_editable (cell))
    jx_sheet_view_set_value (sheet, cell, "", NULL);

  return TRUE;
}

static gboolean
is_arrow (guint keyval)
{
  return (keyval >= GDK_KEY_Left && keyval <= GDK_KEY_Down) || (keyval >= GDK_KEY_KP_Left && keyval <= GDK_KEY_KP_Down);
}

static gboolean
move_by_key (JxSheetView *sheet, JxSheetCell *cell, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      /* Control and Page Up is the tab bar's. */
      if ((modifiers & ~GDK_CONTROL_MASK) || (modifiers && keyval != GDK_KEY_Home && keyval != GDK_KEY_End))
        return FALSE;
      return jx_sheet_view_move_far (sheet, cell, keyval, modifiers != 0);
    default:
      break;
    }

  if (modifiers == GDK_CONTROL_MASK && is_arrow (keyval))
    return jx_sheet_view_move_far (sheet, cell, keyval, FALSE);
  if (modifiers)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      jx_sheet_view_move (sheet, GTK_DIR_UP);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      jx_sheet_view_move (sheet, GTK_DIR_DOWN);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      jx_sheet_view_move (sheet, GTK_DIR_LEFT);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      jx_sheet_view_move (sheet, GTK_DIR_RIGHT);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);

  if (keyval == GDK_KEY_Escape && jx_sheet_view_give_up_drag (sheet))
    return TRUE;
  if (cell == NULL || sheet->editing)
    return FALSE;
  if (jx_sheet_view_range_key (sheet, cell, keyval, state) || jx_sheet_view_clipboard_key (sheet, cell, keyval, state))
    return TRUE;
  if (move_by_key (sheet, cell, keyval, state))
    return TRUE;
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    {
      jx_sheet_view_popup_menu (sheet, cell);
      return TRUE;
    }
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
    case GDK_KEY_space:
      if (!jx_sheet_view_toggle (sheet, cell))
        jx_sheet_view_edit (sheet, cell, NULL, g_utf8_strlen (jx_sheet_cell_get_shown (cell), -1));
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return jx_sheet_view_clear_cell (sheet, cell);
    case GDK_KEY_Escape:
      if (jx_sheet_view_drop_range (sheet))
        return TRUE;
      if (cell->draft == NULL)
        return FALSE;
      jx_sheet_cell_set_draft (cell, NULL, NULL);
      jx_sheet_view_update_rows (sheet);
      return TRUE;
    default:
      break;
    }

  return begins_text (keyval) && !jx_sheet_cell_is_tick (cell) && begin_typing (sheet, cell, controller);
}

JxSheetCell *
jx_sheet_view_pick (JxSheetView *sheet, double x, double y)
{
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (jx_sheet_away (x, cell->box.x, cell->box.width) == 0 && jx_sheet_away (y, cell->box.y, cell->box.height) == 0)
        return cell;
    }

  return NULL;
}

/* Where in the value, in characters, the text was pressed. */
static int
find_caret (JxSheetCell *cell, double x, double y)
{
  const char *value = jx_sheet_cell_get_shown (cell);
  int top = (cell->box.height - jx_sheet_cell_get_text_height (cell)) / 2, index, trailing, prefix = strlen (cell->prefix);

  pango_layout_xy_to_index (cell->layout, (x - cell->box.x - JX_SHEET_PAD_X) * PANGO_SCALE,
                            (y - cell->box.y - top) * PANGO_SCALE, &index, &trailing);
  index = CLAMP (index - prefix, 0, (int) strlen (value));

  return MIN (g_utf8_strlen (value, index) + trailing, g_utf8_strlen (value, -1));
}

static gboolean
is_extending (GtkGestureClick *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
}

static void
press_cell (JxSheetView *sheet, JxSheetCell *cell, double x, double y)
{
  sheet->pressed_tick = jx_sheet_cell_is_tick (cell) ? cell : NULL;
  if (sheet->pressed_tick)
    jx_sheet_view_focus_cell (sheet, cell);
  else
    jx_sheet_view_edit (sheet, cell, NULL, find_caret (cell, x, y));
}

/* Where the press became a drag over other cells, those are meant. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, JxSheetView *sheet)
{
  JxSheetCell *tick = g_steal_pointer (&sheet->pressed_tick);

  if (tick && tick == jx_sheet_view_pick (sheet, x, y) && sheet->range_to.row == NULL)
    jx_sheet_view_toggle (sheet, tick);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_pick (sheet, x, y);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY && jx_sheet_view_is_on_line (sheet, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (n_press == 2)
        jx_sheet_view_reset_columns_at (sheet, x, y);
      return;
    }
  /* The row's handle sees to itself: to take what was typed would move the focus, and the handle with it, under the mouse. */
  if (jx_sheet_view_is_on_handle (sheet, x, y))
    return;
  if (cell == NULL)
    {
      /* A press on the paper takes what was typed; the focus stays in the sheet. */
      if (sheet->editing)
        jx_sheet_view_stop_editing (sheet, TRUE);
      return;
    }
  if (cell == sheet->editing)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  jx_sheet_view_keep_anchor (sheet, cell, TRUE, TRUE);
  if (button == GDK_BUTTON_SECONDARY)
    {
      /* The menu is about all that is selected. */
      if (!cell->selected)
        jx_sheet_view_focus_cell (sheet, cell);
      jx_sheet_view_popup_menu (sheet, cell);
    }
  else if (!is_extending (gesture) || !jx_sheet_view_extend_to (sheet, cell))
    press_cell (sheet, cell, x, y);
}

static gboolean
query_tooltip_cb (JxSheetView *sheet, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  JxSheetCell *cell = keyboard ? jx_sheet_view_get_focus_cell (sheet) : jx_sheet_view_pick (sheet, x, y);

  if (cell == NULL || cell == sheet->editing || jx_sheet_cell_get_message (cell) == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, jx_sheet_cell_get_message (cell));
  gtk_tooltip_set_tip_area (tooltip, &cell->box);

  return TRUE;
}

void
jx_sheet_view_focus_changed (JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);

  /* A menu hands the focus back to its cell, where what became of its command is to be read. */
  if (cell && sheet->current != cell)
    {
      jx_sheet_view_scroll_to_cell (sheet, cell);
      g_clear_pointer (&sheet->notice, g_free);
    }
  jx_sheet_view_update_range (sheet);
  jx_sheet_view_update_rows (sheet);
}

void
jx_sheet_view_init_keys (JxSheetView *sheet)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), controller);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), sheet);
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), GTK_EVENT_CONTROLLER (gesture));
  jx_sheet_view_init_range (sheet, gesture);

  g_object_set (sheet, "has-tooltip", TRUE, NULL);
  g_signal_connect (sheet, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
