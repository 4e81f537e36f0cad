/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

/* The focus, and what a key in a cell begins. */

JxSheetCell *
jx_sheet_view_get_focus_cell (JxSheetView *sheet)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (sheet));

  if (sheet->editing && child == GTK_WIDGET (sheet->editor))
    return sheet->editing;

  return child && JX_IS_SHEET_CELL (child) ? JX_SHEET_CELL (child) : NULL;
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

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), controller);
}
