/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-field-edit.h"

#include <glib/gi18n-lib.h>

#include "app/jx-focus.h"
#include "app/jx-growing-text.h"
#include "app/jx-in-view.h"
#include "app/jx-lines.h"
#include "app/jx-refused.h"
#include "app/jx-typing.h"

/* As far as libadwaita's entries keep their text from the edge. */
#define TEXT_MARGIN 9

struct _JxFieldEdit
{
  GtkWidget parent_instance;

  JxHistory *history;
  JxItem *item;
  JxField field;
  GtkWidget *label;      /* nullable */
  GtkWidget *editor;     /* a GtkEntry or a GtkTextView */
  GtkWidget *reason;
  GtkTextBuffer *buffer; /* of a GtkTextView, else NULL */
  gboolean typed;        /* it holds what the document does not */
  guint take_id;         /* source that takes what was written without the focus */
  gulong menu_id;        /* handler that opens the editor's menu once that is in view */
  gboolean syncing;
};

static void typing_init (JxTypingInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JxFieldEdit, jx_field_edit, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (JX_TYPE_TYPING, typing_init))

static guint lines_signal;

static char *
dup_typed (JxFieldEdit *self)
{
  GtkTextIter start, end;

  if (self->buffer == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_reason (JxFieldEdit *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->reason, reason != NULL);
  if (reason != NULL)
    {
      gtk_widget_add_css_class (self->editor, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
    }
  else if (gtk_widget_has_css_class (self->editor, "error"))
    {
      gtk_widget_remove_css_class (self->editor, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

/* Without a frame an empty field could not be seen. */
static void
mark_blank (JxFieldEdit *self)
{
  g_autofree char *shown = dup_typed (self);

  if (*shown == '\0')
    gtk_widget_add_css_class (self->editor, "blank");
  else
    gtk_widget_remove_css_class (self->editor, "blank");
}

/* Shows what the document holds; text and cursor stay untouched where that is what stands there. */
static void
show_value (JxFieldEdit *self)
{
  const char *value = jx_item_get (self->item, self->field);
  g_autofree char *shown = dup_typed (self);

  self->typed = FALSE;
  show_reason (self, NULL);
  if (value == NULL)
    value = "";
  if (g_str_equal (shown, value))
    {
      mark_blank (self);
      return;
    }

  self->syncing = TRUE;
  if (self->buffer != NULL)
    gtk_text_buffer_set_text (self->buffer, value, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->editor), value);
  self->syncing = FALSE;
}

gboolean
jx_field_edit_commit (JxFieldEdit *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (JX_IS_FIELD_EDIT (self), FALSE);

  if (!self->typed || !jx_item_is_attached (self->item))
    return TRUE;

  typed = dup_typed (self);
  if (!jx_history_set (self->history, self->item, self->field, typed, &error))
    {
      show_reason (self, error->message);
      return FALSE;
    }
  /* Also where the value stayed: “ 12 ” becomes “12”. */
  show_value (self);

  return TRUE;
}

static JxEdit *
dup_edit (JxTyping *typing)
{
  JxFieldEdit *self = JX_FIELD_EDIT (typing);
  g_autofree char *typed = dup_typed (self);

  return self->typed && jx_item_is_attached (self->item) ? jx_typing_make_edit (self->item, self->field, typed) : NULL;
}

static void
add_refused (JxTyping *typing, GPtrArray *refused)
{
  JxFieldEdit *self = JX_FIELD_EDIT (typing);
  g_autofree char *typed = dup_typed (self);
  g_autofree char *value = jx_field_normalise (self->field, typed, NULL);

  if (self->typed && value == NULL && jx_item_is_attached (self->item))
    jx_refused_add_of (refused, self->item, self->field, typed);
}

static void
typing_init (JxTypingInterface *iface)
{
  iface->dup_edit = dup_edit;
  iface->add_refused = add_refused;
}

gboolean
jx_field_edit_revert (JxFieldEdit *self)
{
  gboolean typed;

  g_return_val_if_fail (JX_IS_FIELD_EDIT (self), FALSE);

  typed = self->typed;
  if (typed)
    {
      show_value (self);
      jx_typing_note (JX_TYPING (self));
    }

  return typed;
}

/* A text that grows with its page does not scroll itself: the page has to follow the cursor. Returns: whether it had to. */
static gboolean
bring_in_view (JxFieldEdit *self)
{
  GdkRectangle place;
  GtkTextIter iter;
  int y;

  if (self->buffer == NULL)
    return jx_in_view_bring (self->editor, 0, gtk_widget_get_height (self->editor));

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->editor), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->editor), GTK_TEXT_WINDOW_WIDGET, 0, place.y, NULL, &y);

  return jx_in_view_bring (self->editor, y - place.height, y + 2 * place.height);
}

static void
follow_cursor_cb (JxFieldEdit *self)
{
  if (gtk_widget_has_focus (self->editor))
    bring_in_view (self);
}

static gboolean
take_cb (gpointer user_data)
{
  JxFieldEdit *self = user_data;

  self->take_id = 0;
  jx_field_edit_commit (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (JxFieldEdit *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  mark_blank (self);
  if (self->syncing)
    return;

  self->typed = TRUE;
  /* Assistive technology writes without the focus, which then never leaves. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    bring_in_view (self);
  else if (self->take_id == 0)
    self->take_id = g_idle_add (take_cb, self);
  jx_typing_note (JX_TYPING (self));
}

static void
activate_cb (JxFieldEdit *self)
{
  jx_field_edit_commit (self);
}

static void
leave_cb (JxFieldEdit *self)
{
  jx_field_edit_commit (self);
}

static void
painted_cb (JxFieldEdit *self, GdkFrameClock *clock)
{
  g_clear_signal_handler (&self->menu_id, clock);
  gtk_widget_activate_action (self->buffer != NULL ? self->editor : GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->editor))), "menu.popup", NULL);
}

static gboolean
key_pressed_cb (JxFieldEdit *self, guint key, guint code, GdkModifierType state)
{
  gboolean menu = key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);

  /* It opens where the editor is, and out of sight that may be outside of the screen; once the page is painted anew it is not. */
  if (menu && self->menu_id == 0 && bring_in_view (self))
    {
      self->menu_id = g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (painted_cb), self,
                                               G_CONNECT_SWAPPED);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape)
    return jx_field_edit_revert (self);
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0 && self->buffer != NULL)
    {
      jx_field_edit_commit (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Once a step, not for each of its parts: a page has dozens of these, a step may have tens of thousands. */
static void
settled_cb (JxFieldEdit *self)
{
  if (!self->typed)
    show_value (self);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JxFieldEdit) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_auto (GStrv) lines = text != NULL ? jx_lines_split (text) : NULL;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (g_strv_length (lines) > 1)
    {
      if (jx_field_edit_commit (self))
        g_signal_emit (self, lines_signal, 0, lines);
    }
  else if (self->buffer != NULL)
    gtk_text_buffer_insert_interactive_at_cursor (self->buffer, text, -1, TRUE);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
}

/* Before the editor's own. */
static void
paste_cb (GtkWidget *input, JxFieldEdit *self)
{
  g_autofree char *typed = dup_typed (self);

  if (typed[0] != '\0' || !g_signal_has_handler_pending (self, lines_signal, 0, FALSE))
    return;

  g_signal_stop_emission_by_name (input, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (input), NULL, pasted_cb, g_object_ref (self));
}

static GtkWidget *
make_text (JxFieldEdit *self)
{
  GtkWidget *text = jx_growing_text_new ();

  self->editor = GTK_WIDGET (jx_growing_text_get_view (JX_GROWING_TEXT (text)));
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "paste-clipboard", G_CALLBACK (paste_cb), self, 0);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (follow_cursor_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return text;
}

static GtkWidget *
make_entry (JxFieldEdit *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->editor = entry;
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard", G_CALLBACK (paste_cb), self, 0);

  return entry;
}

static gboolean
jx_field_edit_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_FIELD_EDIT (widget)->editor);
}

static void
jx_field_edit_dispose (GObject *object)
{
  JxFieldEdit *self = JX_FIELD_EDIT (object);
  GtkWidget *child;

  g_clear_handle_id (&self->take_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (jx_field_edit_parent_class)->dispose (object);
}

static void
jx_field_edit_class_init (JxFieldEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_field_edit_dispose;
  widget_class->focus = jx_focus_children;
  widget_class->grab_focus = jx_field_edit_grab_focus;
  lines_signal = g_signal_new ("lines", JX_TYPE_FIELD_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_css_name (widget_class, "fieldedit");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
jx_field_edit_init (JxFieldEdit *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

static void
add_parts (JxFieldEdit *self, const char *label)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *editor = NULL;

  if (label != NULL)
    {
      self->label = gtk_label_new (label);
      gtk_label_set_xalign (GTK_LABEL (self->label), 0);
      gtk_widget_set_margin_start (self->label, TEXT_MARGIN);
      gtk_widget_add_css_class (self->label, "dim-label");
      gtk_widget_set_parent (self->label, GTK_WIDGET (self));
    }
  editor = jx_field_get_info (self->field)->type == JX_TYPE_TEXT ? make_text (self) : make_entry (self);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (editor, GTK_WIDGET (self));
  self->reason = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->reason), 0);
  gtk_widget_set_margin_start (self->reason, TEXT_MARGIN);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_widget_add_css_class (self->reason, "error");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self));

  /* Before the editor, which would take Escape and Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
jx_field_edit_new (JxHistory *history, JxItem *item, JxField field, const char *label)
{
  JxFieldEdit *self;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (jx_field_get_info (field)->kind == jx_item_get_kind (item), NULL);

  self = g_object_new (JX_TYPE_FIELD_EDIT, NULL);
  self->history = g_object_ref (history);
  self->item = item;
  self->field = field;
  add_parts (self, label);
  jx_field_edit_set_name (self, label != NULL ? label : jx_field_get_label (field));
  show_value (self);
  g_signal_connect_object (jx_history_get_document (history), "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

JxItem *
jx_field_edit_get_item (JxFieldEdit *self)
{
  g_return_val_if_fail (JX_IS_FIELD_EDIT (self), NULL);

  return self->item;
}

JxField
jx_field_edit_get_field (JxFieldEdit *self)
{
  g_return_val_if_fail (JX_IS_FIELD_EDIT (self), JX_FIELD_NONE);

  return self->field;
}

void
jx_field_edit_set_name (JxFieldEdit *self, const char *name)
{
  g_return_if_fail (JX_IS_FIELD_EDIT (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
