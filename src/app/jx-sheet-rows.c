/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-checkpoints.h"
#include "app/jx-sheet-order.h"
#include "model/jx-item-build.h"

/* Tables and lists that grow: the row in work, its handle and menu, the buttons under tables; and the
 * bubble that says what is doubtful about the cell in work. */

#define HANDLE_SIZE 22
#define BUBBLE_WIDTH 340

JxItem *
jx_sheet_view_get_work_item (JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);

  if (cell == NULL)
    cell = sheet->current;
  if (cell == NULL || cell->item == NULL || jx_item_get_parent (cell->item) != sheet->item)
    return NULL;

  return cell->row_item || cell->in_list || cell->across ? cell->item : NULL;
}

JxField
jx_sheet_view_get_first_text (JxKind kind)
{
  switch (kind)
    {
    case JX_KIND_GOAL:
      return JX_FIELD_GOAL_TEXT;
    case JX_KIND_TERM_GOAL:
      return JX_FIELD_TERM_GOAL_TEXT;
    case JX_KIND_INDICATOR:
      return JX_FIELD_INDICATOR_LEVEL3;
    case JX_KIND_TERM_INDICATOR:
      return JX_FIELD_TERM_INDICATOR_LEVEL3;
    default:
      return JX_FIELD_NONE;
    }
}

JxItem *
jx_sheet_view_make_item (JxSheetView *sheet, JxKind kind, JxItem *neighbour)
{
  JxItem *item = jx_item_new (sheet->document, kind);

  if (neighbour)
    jx_sheet_table_init_groups (item, neighbour);

  return item;
}

/* A table is mostly written group by group; beside a row goes what is of its group. */
static void
propose_group (JxItem *item, JxItem *project, JxItem *last)
{
  const char *level1 = NULL;
  const char *level2 = NULL;

  jx_sheet_order_get_next (jx_profile_for (project), last, &level1, &level2);
  jx_item_init (item, jx_field_find (jx_item_get_kind (item), "level1"), level1);
  jx_item_init (item, jx_field_find (jx_item_get_kind (item), "level2"), level2);
}

gboolean
jx_sheet_view_insert_item (JxSheetView *sheet, JxItem *owner, JxItem *item, int index, GError **error)
{
  g_autofree char *name = g_strdup_printf (_("Add “%s”"), jx_kind_get_label (jx_item_get_kind (item)));

  return jx_history_do (sheet->history, jx_edit_new_insert (owner, item, index), name, error);
}

gboolean
jx_sheet_view_add (JxSheetView *sheet, JxItem *owner, JxKind kind, const char *text, GError **error)
{
  guint count = jx_item_count (owner, kind);
  JxItem *item;

  if (kind == JX_KIND_CHECKPOINT)
    return jx_checkpoints_add_standard (sheet->history, owner, error);

  item = jx_sheet_view_make_item (sheet, kind, NULL);
  if (jx_field_find (kind, "level1") != JX_FIELD_NONE)
    propose_group (item, sheet->item, count ? jx_item_child (owner, kind, count - 1) : NULL);
  if (text)
    {
      g_autofree char *value = jx_field_normalise (jx_sheet_view_get_first_text (kind), text, error);

      if (value == NULL)
        return FALSE;
      jx_item_init (item, jx_sheet_view_get_first_text (kind), value);
    }
  if (!jx_sheet_view_insert_item (sheet, owner, item, -1, error))
    return FALSE;
  if (text == NULL)
    jx_sheet_view_reveal (sheet, item, jx_sheet_view_get_first_text (kind));

  return TRUE;
}

JxEdit *
jx_sheet_view_make_lines (JxSheetView *sheet, JxItem *owner, JxKind kind, JxItem *first, GStrv lines, GError **error)
{
  JxField field = jx_sheet_view_get_first_text (kind);
  guint at = first ? jx_item_get_index (first) + 1 : jx_item_count (owner, kind);
  g_autoptr (JxEdit) group = jx_edit_new_group ();

  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *value = jx_field_normalise (field, lines[i], error);
      JxItem *item;

      if (value == NULL)
        return NULL;
      if (i == 0 && first)
        {
          jx_edit_add (group, jx_edit_new_set (first, field, value));
          continue;
        }
      item = jx_sheet_view_make_item (sheet, kind, NULL);
      jx_item_init (item, field, value);
      jx_edit_add (group, jx_edit_new_insert (owner, item, at++));
    }

  return g_steal_pointer (&group);
}

gboolean
jx_sheet_view_add_lines (JxSheetView *sheet, JxItem *owner, JxKind kind, JxItem *first, GStrv lines, GError **error)
{
  guint n_lines = g_strv_length (lines);
  g_autofree char *name = g_strdup_printf (_("Add %u × “%s”"), first ? n_lines - 1 : n_lines, jx_kind_get_label (kind));
  JxEdit *group = jx_sheet_view_make_lines (sheet, owner, kind, first, lines, error);

  return group && jx_history_do (sheet->history, group, name, error);
}

static void
popup_at (JxSheetView *sheet, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = sheet->current && sheet->current->across ? jx_sheet_across_menu_new () : jx_sheet_row_menu_new ();

  if (sheet->menu == NULL)
    {
      sheet->menu = gtk_popover_menu_new_from_model (NULL);
      /* It is long: beside its cell it has the whole height. */
      gtk_popover_set_position (GTK_POPOVER (sheet->menu), GTK_POS_RIGHT);
      gtk_widget_set_parent (sheet->menu, GTK_WIDGET (sheet));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (sheet->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (sheet->menu), at);
  gtk_popover_popup (GTK_POPOVER (sheet->menu));
}

void
jx_sheet_view_popup_menu (JxSheetView *sheet, JxSheetCell *cell)
{
  if (jx_sheet_view_get_work_item (sheet))
    popup_at (sheet, &cell->box);
}

gboolean
jx_sheet_view_is_on_handle (JxSheetView *sheet, double x, double y)
{
  graphene_rect_t bounds;

  return gtk_widget_get_visible (sheet->handle) && gtk_widget_compute_bounds (sheet->handle, GTK_WIDGET (sheet), &bounds)
         && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y));
}

static void
handle_clicked_cb (JxSheetView *sheet)
{
  graphene_rect_t bounds;

  if (sheet->editing)
    jx_sheet_view_stop_editing (sheet, TRUE);
  if (!gtk_widget_compute_bounds (sheet->handle, GTK_WIDGET (sheet), &bounds))
    return;
  popup_at (sheet, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
}

static void
adder_clicked_cb (JxSheetView *sheet, GtkWidget *button)
{
  JxKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));

  if (sheet->editing)
    jx_sheet_view_stop_editing (sheet, TRUE);
  jx_sheet_view_add (sheet, sheet->item, kind, NULL, NULL);
}

static void
append_adder (JxSheetView *sheet, GtkWidget *box, JxKind kind)
{
  g_autofree char *label = g_strdup_printf (_("Add %s"), jx_kind_get_label (kind));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (adder_clicked_cb), sheet);
  gtk_box_append (GTK_BOX (box), button);
  if (kind != JX_KIND_INDICATOR)
    return;

  button = gtk_button_new_with_label (_("From the Library…"));
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.library");
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_adder (JxSheetView *sheet, const JxSheetBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_adder (sheet, box, block->adds);
  if (block->beside != JX_N_KINDS)
    append_adder (sheet, box, block->beside);
  gtk_widget_add_css_class (box, "adder");
  gtk_widget_set_parent (box, GTK_WIDGET (sheet));

  return box;
}

static void
update_adders (JxSheetView *sheet)
{
  guint n_adders = 0;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[i];

      if (block->owner && n_adders++ == sheet->adders->len)
        g_ptr_array_add (sheet->adders, make_adder (sheet, block));
    }
}

void
jx_sheet_view_update_rows (JxSheetView *sheet)
{
  JxSheetCell *cell = jx_sheet_view_get_focus_cell (sheet);
  JxItem *item = jx_sheet_view_get_work_item (sheet);
  const char *message = NULL;

  if (sheet->blocks == NULL)
    return;

  update_adders (sheet);
  jx_sheet_view_enable_row_actions (sheet, item);
  jx_sheet_view_enable_edit_actions (sheet);
  /* Items side by side have no row to take hold of. */
  gtk_widget_set_visible (sheet->handle, sheet->dropping || (item && !(sheet->current && sheet->current->across)
                                                             && gtk_widget_get_focus_child (GTK_WIDGET (sheet))));

  if (sheet->notice)
    message = sheet->notice;
  else if (cell && (cell->problem || (cell->mark != JX_SHEET_MARK_NONE && cell != sheet->editing)))
    message = jx_sheet_cell_get_message (cell);
  gtk_label_set_text (GTK_LABEL (sheet->bubble), message ? message : "");
  gtk_widget_set_visible (sheet->bubble, message != NULL && sheet->current != NULL);
  if (sheet->notice ? sheet->notice_is_fault : cell && cell->problem)
    gtk_widget_add_css_class (sheet->bubble, "error");
  else
    gtk_widget_remove_css_class (sheet->bubble, "error");
  gtk_widget_queue_allocate (GTK_WIDGET (sheet));
}

void
jx_sheet_view_set_notice (JxSheetView *sheet, const char *notice, gboolean is_fault)
{
  g_free (sheet->notice);
  sheet->notice_is_fault = is_fault;
  sheet->notice = g_strdup (notice);
  jx_sheet_view_update_range (sheet);
  jx_sheet_view_update_rows (sheet);
}

static void
allocate_bubble (JxSheetView *sheet, const GdkRectangle *box, int width)
{
  int wide, high, x, y;

  gtk_widget_measure (sheet->bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  wide = MIN (wide, BUBBLE_WIDTH);
  gtk_widget_measure (sheet->bubble, GTK_ORIENTATION_VERTICAL, wide, &high, NULL, NULL, NULL);
  x = CLAMP (box->x, 0, MAX (0, width - wide));
  y = box->y + box->height + 3;
  if (y + high > sheet->layout_height)
    y = box->y - high - 3;
  gtk_widget_size_allocate (sheet->bubble, &(GtkAllocation) { x, y, wide, high }, -1);
}

static void
allocate_adders (JxSheetView *sheet)
{
  guint n_adders = 0;

  for (guint i = 0; i < sheet->blocks->len && n_adders < sheet->adders->len; i++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[i];
      GtkWidget *adder;
      int wide, high;

      if (block->owner == NULL)
        continue;
      adder = sheet->adders->pdata[n_adders++];
      gtk_widget_measure (adder, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
      gtk_widget_measure (adder, GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);
      gtk_widget_size_allocate (adder, &(GtkAllocation) { JX_SHEET_MARGIN, block->add_y + (JX_SHEET_ADD_HEIGHT - high) / 2, wide, high }, -1);
    }
}

void
jx_sheet_view_allocate_rows (JxSheetView *sheet, int width)
{
  JxSheetCell *focused = jx_sheet_view_get_focus_cell (sheet);
  JxSheetCell *cell = focused ? focused : sheet->current; /* its menu may have the focus */

  if (gtk_widget_get_visible (sheet->handle))
    {
      int minimum;

      gtk_widget_measure (sheet->handle, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_measure (sheet->handle, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (sheet->handle,
                                &(GtkAllocation) { (JX_SHEET_MARGIN - HANDLE_SIZE) / 2, cell->box.y + (MIN (cell->box.height, 40) - HANDLE_SIZE) / 2,
                                                   HANDLE_SIZE, HANDLE_SIZE }, -1);
    }
  if (gtk_widget_get_visible (sheet->bubble))
    allocate_bubble (sheet, &cell->box, width);
  allocate_adders (sheet);
  gtk_popover_present (GTK_POPOVER (sheet->choices));
  if (sheet->menu)
    gtk_popover_present (GTK_POPOVER (sheet->menu));
}

void
jx_sheet_view_class_init_rows (GtkWidgetClass *widget_class)
{
  jx_sheet_view_class_init_row_actions (widget_class);
}

void
jx_sheet_view_init_rows (JxSheetView *sheet)
{
  sheet->adders = g_ptr_array_new ();

  sheet->handle = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (sheet->handle, "flat");
  gtk_widget_add_css_class (sheet->handle, "handle");
  gtk_widget_set_tooltip_text (sheet->handle, _("Drag to move this row; click for more"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet->handle), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Insert, move or delete this row"), -1);
  gtk_widget_set_focus_on_click (sheet->handle, FALSE);
  gtk_widget_set_visible (sheet->handle, FALSE);
  gtk_widget_set_parent (sheet->handle, GTK_WIDGET (sheet));
  g_signal_connect_swapped (sheet->handle, "clicked", G_CALLBACK (handle_clicked_cb), sheet);
  jx_sheet_view_init_drag (sheet);

  sheet->bubble = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (sheet->bubble), TRUE);
  gtk_label_set_xalign (GTK_LABEL (sheet->bubble), 0);
  gtk_widget_add_css_class (sheet->bubble, "bubble");
  gtk_widget_set_can_target (sheet->bubble, FALSE);
  gtk_widget_set_visible (sheet->bubble, FALSE);
  gtk_widget_set_parent (sheet->bubble, GTK_WIDGET (sheet));
}
