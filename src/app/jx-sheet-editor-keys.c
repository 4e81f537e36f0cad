/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-editor-private.h"

/* The keys of the editor, and how it is left. */

static void
leave (JxSheetEditor *editor, JxSheetLeave how)
{
  g_clear_handle_id (&editor->pending_id, g_source_remove);
  g_signal_emit_by_name (editor, "left", how);
}

static void
activate_cb (JxSheetEditor *editor)
{
  leave (editor, JX_SHEET_LEAVE_ENTER);
}

static gboolean
pending_cb (gpointer data)
{
  JxSheetEditor *editor = data;

  editor->pending_id = 0;
  leave (editor, editor->pending);

  return G_SOURCE_REMOVE;
}

/* Up and Down go through what may be written there, if anything. */
static gboolean
step (JxSheetEditor *editor, int by)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (editor, "step", by, &taken);

  return taken;
}

/* From within the text view's own handling of a key. */
static void
leave_soon (JxSheetEditor *editor, JxSheetLeave how)
{
  editor->pending = how;
  if (editor->pending_id == 0)
    editor->pending_id = g_idle_add_full (G_PRIORITY_HIGH, pending_cb, editor, NULL);
}

/* Enter reaches the buffer as a line break after the input method has seen it: only then is it ours.
 * An Enter that chose a candidate never comes here. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *where, const char *text, int length, JxSheetEditor *editor)
{
  if (editor->quiet || editor->breaking || length != 1 || text[0] != '\n')
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  leave_soon (editor, JX_SHEET_LEAVE_ENTER);
}

/* Up from the first line and down from the last go to the next cell. */
static void
move_cursor_cb (GtkTextView *view, GtkMovementStep kind, int count, gboolean extend, JxSheetEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at, line;

  if (kind != GTK_MOVEMENT_DISPLAY_LINES || extend)
    return;
  if (step (editor, count < 0 ? -1 : 1))
    {
      g_signal_stop_emission_by_name (view, "move-cursor");
      return;
    }

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  line = at;
  if (count < 0)
    {
      gtk_text_view_backward_display_line_start (view, &line);
      if (!gtk_text_iter_is_start (&line))
        return;
    }
  else
    {
      gtk_text_view_forward_display_line_end (view, &line);
      if (!gtk_text_iter_is_end (&line))
        return;
    }

  g_signal_stop_emission_by_name (view, "move-cursor");
  leave_soon (editor, count < 0 ? JX_SHEET_LEAVE_UP : JX_SHEET_LEAVE_DOWN);
}

gboolean
jx_sheet_editor_may_break (JxSheetEditor *editor)
{
  return !editor->is_entry && editor->may_break;
}

void
jx_sheet_editor_break (JxSheetEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));

  g_return_if_fail (jx_sheet_editor_may_break (editor));

  editor->breaking = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "\n", 1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  editor->breaking = FALSE;
}

static gboolean
break_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, JxSheetEditor *editor)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if (!jx_sheet_editor_may_break (editor) || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    return FALSE;

  jx_sheet_editor_break (editor);

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, JxSheetEditor *editor)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      leave (editor, JX_SHEET_LEAVE_CANCEL);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (state & GDK_CONTROL_MASK)
        return FALSE;
      leave (editor, keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? JX_SHEET_LEAVE_PREVIOUS : JX_SHEET_LEAVE_NEXT);
      return TRUE;
    case GDK_KEY_Up:
      leave (editor, JX_SHEET_LEAVE_UP);
      return TRUE;
    case GDK_KEY_Down:
      leave (editor, JX_SHEET_LEAVE_DOWN);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Only a focus that went elsewhere in the window takes the text; another window's does not. */
static void
focus_left_cb (GtkEventControllerFocus *controller, JxSheetEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (editor)))
    return;
  if (focus && (focus == GTK_WIDGET (editor) || gtk_widget_is_ancestor (focus, GTK_WIDGET (editor))))
    return;

  leave (editor, JX_SHEET_LEAVE_STAY);
}

void
jx_sheet_editor_init_keys (JxSheetEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
  GtkEventController *controller;

  g_signal_connect_swapped (editor->entry, "activate", G_CALLBACK (activate_cb), editor);
  g_signal_connect (editor->view, "move-cursor", G_CALLBACK (move_cursor_cb), editor);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), editor);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (break_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);

  controller = gtk_event_controller_key_new ();
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (focus_left_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);
}
