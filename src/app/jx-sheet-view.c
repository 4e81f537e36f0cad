/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include "app/jx-refused.h"
#include "app/jx-typing.h"

static void typing_init (JxTypingInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JxSheetView, jx_sheet_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (JX_TYPE_TYPING, typing_init))

static void
settled_cb (JxSheetView *sheet)
{
  /* What was said is of something before this. */
  g_clear_pointer (&sheet->notice, g_free);
  jx_sheet_view_sync (sheet);
}

static void
jx_sheet_view_map (GtkWidget *widget)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  GTK_WIDGET_CLASS (jx_sheet_view_parent_class)->map (widget);
  if (viewport == NULL)
    return;

  sheet->vertical = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_object (sheet->vertical, "value-changed", G_CALLBACK (jx_sheet_view_scrolled), sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet->vertical, "changed", G_CALLBACK (gtk_widget_queue_draw), sheet, G_CONNECT_SWAPPED);
}

static void
jx_sheet_view_unmap (GtkWidget *widget)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);

  if (sheet->vertical)
    g_signal_handlers_disconnect_by_data (sheet->vertical, sheet);
  g_clear_object (&sheet->vertical);
  GTK_WIDGET_CLASS (jx_sheet_view_parent_class)->unmap (widget);
}

/* The buttons that add rows come after the last cell. */
static gboolean
move_among_adders (JxSheetView *sheet, GtkWidget *child, GtkDirectionType direction)
{
  guint index = 0;
  gboolean on_adder = g_ptr_array_find (sheet->adders, child, &index);
  guint next = on_adder ? index + 1 : 0;

  if (on_adder && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_FORWARD)
    return next < sheet->adders->len && gtk_widget_child_focus (sheet->adders->pdata[next], direction);
  if (direction != GTK_DIR_TAB_BACKWARD || !on_adder)
    return FALSE;
  if (index > 0)
    return gtk_widget_child_focus (sheet->adders->pdata[index - 1], direction);

  jx_sheet_view_focus_cell (sheet, sheet->order->pdata[sheet->order->len - 1]);
  return TRUE;
}

/* Of a row, or of the text being written: there the arrows go from entry to entry. */
static gboolean
is_in_menu (JxSheetView *sheet)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (sheet)));
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) : NULL;

  return menu != NULL && gtk_widget_get_visible (menu) && gtk_widget_is_ancestor (menu, GTK_WIDGET (sheet));
}

static gboolean
jx_sheet_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  JxSheetCell *first;

  if (sheet->order->len == 0)
    return FALSE;
  if (child != NULL && g_ptr_array_find (sheet->adders, child, NULL))
    return move_among_adders (sheet, child, direction);
  if (child != NULL && is_in_menu (sheet))
    return gtk_widget_child_focus (child, direction);
  /* A menu that closes hands the focus on: it goes back to where it came from. */
  if (child != NULL && child != sheet->menu)
    return jx_sheet_view_move (sheet, direction) || move_among_adders (sheet, child, direction);

  first = sheet->order->pdata[direction == GTK_DIR_TAB_BACKWARD ? sheet->order->len - 1 : 0];
  jx_sheet_view_focus_cell (sheet, sheet->current ? sheet->current : first);

  return TRUE;
}

static void
jx_sheet_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (jx_sheet_view_parent_class)->set_focus_child (widget, child);
  jx_sheet_view_let_view_follow (JX_SHEET_VIEW (widget), child == NULL || g_ptr_array_find (JX_SHEET_VIEW (widget)->adders, child, NULL));
  jx_sheet_view_focus_changed (JX_SHEET_VIEW (widget));
}

static gboolean
jx_sheet_view_grab_focus (GtkWidget *widget)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);

  return jx_sheet_view_focus (widget, GTK_DIR_TAB_FORWARD) || sheet->order->len > 0;
}

static JxEdit *
dup_typed (JxTyping *typing)
{
  return jx_sheet_view_dup_typed (JX_SHEET_VIEW (typing), NULL);
}

/* Of an item that is not there yet: of what it will be part of. */
static void
add_cell (GPtrArray *refused, JxSheetView *sheet, JxSheetCell *cell, const char *text)
{
  if (cell->owner)
    jx_refused_add_of (refused, cell->owner, jx_sheet_view_get_first_text (cell->adds), text);
  else
    jx_refused_add_of (refused, cell->item ? cell->item : cell->blank.holder ? cell->blank.holder : sheet->item, cell->field, text);
}

static void
add_refused (JxTyping *typing, GPtrArray *refused)
{
  JxSheetView *sheet = JX_SHEET_VIEW (typing);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxEdit) edit = jx_sheet_view_dup_typed (sheet, &error);
  g_autofree char *typed = error ? jx_sheet_editor_dup_text (sheet->editor) : NULL;

  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];
      const char *text = cell == sheet->editing ? typed : cell->draft;

      if (text)
        add_cell (refused, sheet, cell, text);
    }
}

static void
typing_init (JxTypingInterface *iface)
{
  iface->dup_edit = dup_typed;
  iface->add_refused = add_refused;
}

static void
jx_sheet_view_dispose (GObject *object)
{
  JxSheetView *sheet = JX_SHEET_VIEW (object);
  GtkWidget *child;

  /* While all that is told of the focus is still there. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (sheet)))
    gtk_widget_set_focus_child (GTK_WIDGET (sheet), NULL);
  g_clear_handle_id (&sheet->scroll_id, g_source_remove);
  sheet->editing = NULL;
  sheet->current = NULL;
  if (sheet->cells)
    g_ptr_array_set_size (sheet->cells, 0);
  if (sheet->order)
    g_ptr_array_set_size (sheet->order, 0);
  if (sheet->adders)
    g_ptr_array_set_size (sheet->adders, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (sheet))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jx_sheet_view_parent_class)->dispose (object);
}

static void
jx_sheet_view_finalize (GObject *object)
{
  JxSheetView *sheet = JX_SHEET_VIEW (object);

  g_clear_pointer (&sheet->blocks, g_ptr_array_unref);
  g_clear_pointer (&sheet->content, g_ptr_array_unref);
  g_clear_pointer (&sheet->cells, g_ptr_array_unref);
  g_clear_pointer (&sheet->order, g_ptr_array_unref);
  g_clear_pointer (&sheet->adders, g_ptr_array_unref);
  g_clear_pointer (&sheet->faces, g_hash_table_unref);
  g_clear_object (&sheet->history);
  g_clear_object (&sheet->document);
  g_clear_pointer (&sheet->suggest, jx_sheet_suggest_free);
  g_free (sheet->notice);
  g_free (sheet->sizing_from);

  G_OBJECT_CLASS (jx_sheet_view_parent_class)->finalize (object);
}

static void
jx_sheet_view_class_init (JxSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jx_sheet_view_dispose;
  object_class->finalize = jx_sheet_view_finalize;
  widget_class->map = jx_sheet_view_map;
  widget_class->unmap = jx_sheet_view_unmap;
  widget_class->focus = jx_sheet_view_focus;
  widget_class->set_focus_child = jx_sheet_view_set_focus_child;
  widget_class->grab_focus = jx_sheet_view_grab_focus;
  jx_sheet_view_class_init_space (widget_class);
  jx_sheet_view_class_init_edit_actions (widget_class);
  jx_sheet_view_class_init_rows (widget_class);
  jx_sheet_view_class_init_range (widget_class);
  jx_sheet_view_class_init_clipboard (widget_class);
  jx_sheet_view_class_init_columns (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
jx_sheet_view_init (JxSheetView *sheet)
{
  sheet->cells = g_ptr_array_new ();
  sheet->order = g_ptr_array_new ();
  sheet->faces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pango_attr_list_unref);
  jx_sheet_view_init_space (sheet);
  jx_sheet_view_init_editing (sheet);
  jx_sheet_view_init_keys (sheet);
  jx_sheet_view_init_press (sheet);
  jx_sheet_view_init_rows (sheet);
  jx_sheet_view_init_columns (sheet);
}

GtkWidget *
jx_sheet_view_new (JxHistory *history, const JxForm *form, JxItem *item)
{
  JxSheetView *sheet;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);
  g_return_val_if_fail (form != NULL && item != NULL, NULL);

  sheet = g_object_new (JX_TYPE_SHEET_VIEW, NULL);
  sheet->history = g_object_ref (history);
  sheet->document = g_object_ref (jx_history_get_document (history));
  sheet->form = form;
  sheet->item = item;
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, jx_form_get_title (form),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  jx_sheet_view_sync (sheet);
  g_signal_connect_object (sheet->document, "settled", G_CALLBACK (settled_cb), sheet, G_CONNECT_SWAPPED);

  return GTK_WIDGET (sheet);
}

void
jx_sheet_view_set_form (JxSheetView *sheet, const JxForm *form)
{
  JxBlank current;

  g_return_if_fail (JX_IS_SHEET_VIEW (sheet));
  g_return_if_fail (form != NULL && jx_form_get_subject (form) == jx_item_get_kind (sheet->item));

  if (form == sheet->form)
    return;

  current = sheet->current ? sheet->current->blank : (JxBlank) { .field = JX_FIELD_NONE };
  sheet->form = form;
  jx_sheet_view_drop_range (sheet);
  /* Other tables grow by other lists. */
  for (guint i = 0; i < sheet->adders->len; i++)
    gtk_widget_unparent (sheet->adders->pdata[i]);
  g_ptr_array_set_size (sheet->adders, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, jx_form_get_title (form), -1);
  jx_sheet_view_sync (sheet);
  if (current.item)
    sheet->current = jx_sheet_view_find_shown (sheet, current.item, current.field);
}

gboolean
jx_sheet_view_commit (JxSheetView *sheet)
{
  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), FALSE);

  if (sheet->editing)
    jx_sheet_view_stop_editing (sheet, TRUE);
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->draft)
        {
          jx_sheet_view_focus_cell (sheet, cell);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
jx_sheet_view_revert (JxSheetView *sheet)
{
  g_return_val_if_fail (JX_IS_SHEET_VIEW (sheet), FALSE);

  if (sheet->editing)
    {
      g_autofree char *typed = jx_sheet_editor_dup_text (sheet->editor);
      JxSheetCell *cell = sheet->editing;
      gboolean differs = !g_str_equal (typed, cell->owner ? "" : cell->value);

      jx_sheet_view_stop_editing (sheet, FALSE);
      return differs;
    }
  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->draft)
        {
          jx_sheet_cell_set_draft (cell, NULL, NULL);
          jx_sheet_view_focus_cell (sheet, cell);
          return TRUE;
        }
    }

  return FALSE;
}
