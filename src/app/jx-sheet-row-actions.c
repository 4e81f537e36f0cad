/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-sheet-order.h"
#include "model/jx-item-build.h"

/* What is done with whole rows: the one in work, or all that a range reaches into. */

static const char *row_actions[] = {
  "row.insert-above", "row.insert-below", "row.duplicate", "row.move-up", "row.move-down", "row.delete", "row.sort",
  "row.keep", "row.own-group",
};

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = jx_item_get_index (*(JxItem *const *) a), other = jx_item_get_index (*(JxItem *const *) b);

  return one < other ? -1 : one > other;
}

/* Of two lists beside one another the one the range begins in. */
static void
add_range (GPtrArray *rows, const JxSheetTable *table, const JxSheetRange *range)
{
  JxKind kind = table->beside == JX_N_KINDS ? table->kind : ((const JxFormPart *) table->columns->pdata[range->left])->kind;

  for (guint r = range->top; r <= range->bottom; r++)
    {
      const JxBlank *blank = jx_sheet_table_get_blank (table, r, range->left);
      JxItem *item = table->beside == JX_N_KINDS ? table->items->pdata[r] : blank->item;

      if (item && jx_item_get_kind (item) == kind && !g_ptr_array_find (rows, item, NULL))
        g_ptr_array_add (rows, item);
    }
  g_ptr_array_sort (rows, compare_places);
}

GPtrArray *
jx_sheet_view_list_rows (JxSheetView *sheet)
{
  GPtrArray *rows = g_ptr_array_new ();
  JxItem *item = jx_sheet_view_get_work_item (sheet);
  JxSheetRange range;
  gboolean several = FALSE;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (sheet, &range, &several);

  if (table && several)
    add_range (rows, table, &range);
  else if (item)
    g_ptr_array_add (rows, item);

  return rows;
}

static void
insert_beside (JxSheetView *sheet, JxItem *beside, guint offset)
{
  JxKind kind = jx_item_get_kind (beside);
  JxItem *item = jx_sheet_view_make_item (sheet, kind, beside);

  if (!jx_sheet_view_insert_item (sheet, jx_item_get_parent (beside), item, jx_item_get_index (beside) + offset, NULL))
    return;
  if (!jx_sheet_view_reveal (sheet, item, jx_sheet_view_get_first_text (kind)))
    return;
  if (sheet->current->in_list)
    jx_sheet_view_edit (sheet, sheet->current, NULL, 0);
}

static void
duplicate_rows (JxSheetView *sheet, GPtrArray *rows)
{
  JxItem *last = rows->pdata[rows->len - 1], *first_copy = NULL;
  JxField field = sheet->current ? sheet->current->field : JX_FIELD_NONE;
  g_autofree char *name = rows->len > 1 ? g_strdup_printf (_("Duplicate %u rows"), rows->len)
                          : g_strdup_printf (_("Duplicate “%s”"), jx_kind_get_label (jx_item_get_kind (last)));
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < rows->len; i++)
    {
      JxItem *copy = jx_item_copy (sheet->document, rows->pdata[i]);

      jx_edit_add (group, jx_edit_new_insert (jx_item_get_parent (last), copy, jx_item_get_index (last) + 1 + i));
      if (first_copy == NULL)
        first_copy = copy;
    }
  if (jx_history_do (sheet->history, group, name, NULL))
    jx_sheet_view_reveal (sheet, first_copy, field);
}

static void
delete_rows (JxSheetView *sheet, GPtrArray *rows)
{
  g_autofree char *name = rows->len > 1 ? g_strdup_printf (_("Delete %u rows"), rows->len)
                          : g_strdup_printf (_("Delete “%s”"), jx_kind_get_label (jx_item_get_kind (rows->pdata[0])));
  g_autofree char *said = rows->len > 1 ? g_strdup_printf (_("%u rows deleted"), rows->len)
                          : g_strdup_printf (_("“%s” deleted"), jx_kind_get_label (jx_item_get_kind (rows->pdata[0])));
  JxEdit *group = rows->len > 1 ? jx_edit_new_group () : NULL;

  for (guint i = 0; group && i < rows->len; i++)
    jx_edit_add (group, jx_edit_new_remove (rows->pdata[i]));
  if (jx_history_do (sheet->history, group ? group : jx_edit_new_remove (rows->pdata[0]), name, NULL))
    gtk_widget_activate_action (GTK_WIDGET (sheet), "win.say-deleted", "s", said);
}

void
jx_sheet_view_move_rows_to (JxSheetView *sheet, GPtrArray *rows, guint position)
{
  JxItem *first = rows->pdata[0], *last = rows->pdata[rows->len - 1];
  g_autofree char *name = rows->len > 1 ? g_strdup_printf (_("Move %u rows"), rows->len)
                          : g_strdup_printf (_("Move “%s”"), jx_kind_get_label (jx_item_get_kind (first)));
  gboolean down = position > jx_item_get_index (last);
  JxEdit *group;

  if (position >= jx_item_get_index (first) && position <= jx_item_get_index (last) + 1)
    return;

  /* One after another, so that they keep their order. */
  group = jx_edit_new_group ();
  for (guint i = 0; i < rows->len; i++)
    jx_edit_add (group, jx_edit_new_move (rows->pdata[i], down ? position - 1 : position + i));
  jx_history_do (sheet->history, group, name, NULL);
  if (sheet->current)
    jx_sheet_view_scroll_to_cell (sheet, sheet->current);
}

static void
move_rows (JxSheetView *sheet, GPtrArray *rows, gboolean down)
{
  JxItem *first = rows->pdata[0], *last = rows->pdata[rows->len - 1];

  if (down && jx_item_get_index (last) + 1 < jx_item_count (jx_item_get_parent (last), jx_item_get_kind (last)))
    jx_sheet_view_move_rows_to (sheet, rows, jx_item_get_index (last) + 2);
  else if (!down && jx_item_get_index (first) > 0)
    jx_sheet_view_move_rows_to (sheet, rows, jx_item_get_index (first) - 1);
}

/* All of the list, whatever is selected. */
static void
sort_rows (JxSheetView *sheet, const JxItem *item)
{
  g_autoptr (JxEdit) order = jx_sheet_order_sort (jx_profile_for (sheet->item), sheet->item, jx_item_get_kind (item));

  if (order == NULL)
    jx_sheet_view_set_notice (sheet, _("The rows stand in official order already"), FALSE);
  else
    jx_history_do (sheet->history, g_steal_pointer (&order), _("Sort in official order"), NULL);
}

/* Rows of one group share its cells, so that what is written there is written for all: this gives the
 * rows cells of their own. */
static void
give_own_group (JxSheetView *sheet, GPtrArray *rows)
{
  JxKind kind = jx_item_get_kind (rows->pdata[0]);
  JxField level1 = jx_field_find (kind, "level1"), level2 = jx_field_find (kind, "level2");
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < rows->len; i++)
    {
      jx_edit_add (group, jx_edit_new_set (rows->pdata[i], level1, NULL));
      jx_edit_add (group, jx_edit_new_set (rows->pdata[i], level2, NULL));
    }
  if (jx_history_do (sheet->history, group, _("Group of its own"), NULL))
    jx_sheet_view_reveal (sheet, rows->pdata[0], level1);
}

static void
row_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JxSheetView *sheet = JX_SHEET_VIEW (widget);
  g_autoptr (GPtrArray) rows = NULL;

  if (sheet->editing && !jx_sheet_view_stop_editing (sheet, TRUE))
    return;
  rows = jx_sheet_view_list_rows (sheet);
  if (rows->len == 0)
    return;

  if (g_str_equal (action, "row.insert-above"))
    insert_beside (sheet, rows->pdata[0], 0);
  else if (g_str_equal (action, "row.insert-below"))
    insert_beside (sheet, rows->pdata[rows->len - 1], 1);
  else if (g_str_equal (action, "row.duplicate"))
    duplicate_rows (sheet, rows);
  else if (g_str_equal (action, "row.delete"))
    delete_rows (sheet, rows);
  else if (g_str_equal (action, "row.sort"))
    sort_rows (sheet, rows->pdata[0]);
  else if (g_str_equal (action, "row.keep"))
    jx_sheet_view_keep_rows (sheet, rows);
  else if (g_str_equal (action, "row.own-group"))
    give_own_group (sheet, rows);
  else
    move_rows (sheet, rows, g_str_equal (action, "row.move-down"));
}

gboolean
jx_sheet_view_shows_indicators (JxSheetView *sheet)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const JxSheetBlock *block = sheet->blocks->pdata[i];

      if (block->owner && (block->adds == JX_KIND_INDICATOR || block->beside == JX_KIND_INDICATOR))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_grouped (const JxItem *item)
{
  return jx_field_find (jx_item_get_kind (item), "level1") != JX_FIELD_NONE;
}

/* Items side by side keep an order of their own: that of the months. */
static gboolean
is_of_across (const char *action)
{
  return g_str_has_prefix (action, "row.insert-") || g_str_equal (action, "row.delete");
}

void
jx_sheet_view_enable_row_actions (JxSheetView *sheet, JxItem *item)
{
  g_autoptr (GPtrArray) rows = jx_sheet_view_list_rows (sheet);
  gboolean across = sheet->current && sheet->current->across;

  for (guint i = 0; i < G_N_ELEMENTS (row_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (sheet), row_actions[i], item != NULL && (!across || is_of_across (row_actions[i])));
  jx_sheet_view_enable_column_actions (sheet, sheet->current && sheet->current->row_item);
  if (item == NULL || across || rows->len == 0)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "row.move-up", jx_item_get_index (rows->pdata[0]) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "row.move-down",
                                 jx_item_get_index (rows->pdata[rows->len - 1]) + 1 < jx_item_count (sheet->item, jx_item_get_kind (item)));
  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "row.sort", is_grouped (item));
  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "row.keep", jx_item_get_kind (item) == JX_KIND_INDICATOR);
  gtk_widget_action_set_enabled (GTK_WIDGET (sheet), "row.own-group", is_grouped (item));
}

static void
append (GMenu *menu, const char *label, const char *action, const char *accelerator)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, action);

  if (accelerator)
    g_menu_item_set_attribute (entry, "accel", "s", accelerator);
  g_menu_append_item (menu, entry);
}

GMenuModel *
jx_sheet_row_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenu) insert = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) column = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  append (clipboard, _("Cu_t"), "cells.cut", "<Control>x");
  append (clipboard, _("_Copy"), "cells.copy", "<Control>c");
  append (clipboard, _("_Paste"), "cells.paste", "<Control>v");
  append (clipboard, _("_Fill Down"), "cells.fill-down", "<Control>d");
  append (clipboard, _("Cl_ear"), "cells.clear", "Delete");
  append (insert, _("Insert _Above"), "row.insert-above", NULL);
  append (insert, _("Insert _Below"), "row.insert-below", NULL);
  append (insert, _("D_uplicate"), "row.duplicate", NULL);
  append (insert, _("Insert from the _Library…"), "win.library", NULL);
  append (insert, _("_Keep in the Library"), "row.keep", NULL);
  append (move, _("Move _Up"), "row.move-up", "<Alt>Up");
  append (move, _("Move _Down"), "row.move-down", "<Alt>Down");
  append (move, _("_Sort in Official Order"), "row.sort", NULL);
  append (move, _("_Group of Its Own"), "row.own-group", "<Control>m");
  append (column, _("_Widen Column"), "column.widen", "<Alt>Right");
  append (column, _("_Narrow Column"), "column.narrow", "<Alt>Left");
  append (column, _("Column Widths of the F_orm"), "column.reset", NULL);
  append (remove, _("_Delete"), "row.delete", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (insert));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (column));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));

  return G_MENU_MODEL (menu);
}

GMenuModel *
jx_sheet_across_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _("Insert _Before"), "row.insert-above", NULL);
  append (menu, _("Insert _After"), "row.insert-below", NULL);
  append (menu, _("_Delete"), "row.delete", NULL);

  return G_MENU_MODEL (menu);
}

void
jx_sheet_view_class_init_row_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_actions); i++)
    gtk_widget_class_install_action (widget_class, row_actions[i], NULL, row_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "row.own-group", NULL);
}
