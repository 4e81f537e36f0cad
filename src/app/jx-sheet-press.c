/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <math.h>
#include <string.h>

/* What a press of the mouse in a cell begins: writing where it was pressed, its menu, a range; twice it
 * marks a word, thrice all. */

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
    {
      int caret = find_caret (cell, x, y);

      jx_sheet_view_edit (sheet, cell, NULL, caret);
      sheet->text_from = sheet->editing == cell ? caret : -1;
    }
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

  if (!jx_sheet_view_is_on_cells (sheet, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture))))
    return;
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

/* What pops up over the sheet is a child of it: a press there comes here too. */
gboolean
jx_sheet_view_is_on_cells (JxSheetView *sheet, GdkEvent *event)
{
  return event == NULL || gdk_event_get_surface (event) == gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (sheet)));
}

/* How many presses in quick succession this one makes. */
static guint
count_presses (JxSheetView *sheet, GdkEvent *event, double x, double y)
{
  int time_ms, distance;
  guint32 time = gdk_event_get_time (event);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (sheet)), "gtk-double-click-time", &time_ms, "gtk-double-click-distance", &distance, NULL);
  if (time - sheet->press_time > (guint) time_ms || fabs (x - sheet->press_at.x) > distance || fabs (y - sheet->press_at.y) > distance)
    sheet->n_presses = 0;
  sheet->press_time = time;
  sheet->press_at = GRAPHENE_POINT_INIT (x, y);

  return ++sheet->n_presses;
}

/* The text of the editor does not know of the press that brought it: the second would be its first. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, JxSheetView *sheet)
{
  guint n_presses;
  double x, y;

  if (!jx_sheet_view_is_on_cells (sheet, event) || gdk_event_get_event_type (event) != GDK_BUTTON_PRESS || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY
      || !gdk_event_get_position (event, &x, &y))
    return FALSE;

  n_presses = count_presses (sheet, event, x, y);
  if (n_presses == 1)
    sheet->text_from = -1;
  if (n_presses == 1 || sheet->text_from < 0 || sheet->editing == NULL)
    return FALSE;

  if (n_presses == 2)
    jx_sheet_editor_select_word (sheet->editor, sheet->text_from);
  else
    jx_sheet_editor_select (sheet->editor, 0, -1);

  return TRUE;
}

gboolean
jx_sheet_view_select_text_to (JxSheetView *sheet, JxSheetCell *cell, double x, double y)
{
  if (sheet->text_from < 0 || sheet->editing == NULL)
    return FALSE;
  /* From a cell of a table to another one these are meant. */
  if (cell && cell != sheet->editing && cell->row_item && sheet->editing->row_item)
    return FALSE;

  jx_sheet_editor_select (sheet->editor, sheet->text_from, find_caret (sheet->editing, x, y));

  return TRUE;
}

void
jx_sheet_view_init_press (JxSheetView *sheet)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), sheet);
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), GTK_EVENT_CONTROLLER (gesture));
  jx_sheet_view_init_range (sheet, gesture);

  sheet->text_from = -1;
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), events);

  g_object_set (sheet, "has-tooltip", TRUE, NULL);
  g_signal_connect (sheet, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
