/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-sort.h"

#include <glib/gi18n-lib.h>

/* In the order of the table's columns; amounts with the largest first, the state with those far behind first. */
static const struct
{
  const char *action;
  const char *label;
  GtkSortType order;
} ways[] = {
  { "by-number", N_("By N_umber"), GTK_SORT_ASCENDING },
  { "by-name", N_("By _Name"), GTK_SORT_ASCENDING },
  { "by-budget", N_("By _Budget, the Largest First"), GTK_SORT_DESCENDING },
  { "by-spending", N_("By _Spending, the Largest First"), GTK_SORT_DESCENDING },
  { "by-plan", N_("By _Plan, the Largest First"), GTK_SORT_DESCENDING },
  { "by-state", N_("By St_ate, Those Behind First"), GTK_SORT_ASCENDING },
};

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkColumnView *view = user_data;
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), ways[i].action))
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

        /* Else the head of the column it was sorted by keeps its mark. */
        gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
        gtk_column_view_sort_by_column (view, column, ways[i].order);
      }
}

/* Returns: (nullable): the mark in the head of the column, which says how it is sorted. */
static GtkWidget *
find_mark (GtkWidget *head)
{
  GtkWidget *box = gtk_widget_get_first_child (head);

  return box != NULL ? gtk_widget_get_last_child (box) : NULL;
}

/* What the heads show, for those who do not see them. */
static gboolean
tell_order_cb (gpointer user_data)
{
  GtkColumnView *view = user_data;
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *heads = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *head = heads != NULL ? gtk_widget_get_first_child (heads) : NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; head != NULL && i < g_list_model_get_n_items (columns); i++, head = gtk_widget_get_next_sibling (head))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *title = gtk_column_view_column_get_title (column);
      GtkWidget *mark = find_mark (head);

      if (mark != NULL && gtk_widget_has_css_class (mark, "ascending"))
        words = g_strdup_printf (_("Sorted by “%s”, ascending"), title);
      else if (mark != NULL && gtk_widget_has_css_class (mark, "descending"))
        words = g_strdup_printf (_("Sorted by “%s”, descending"), title);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);

  return G_SOURCE_REMOVE;
}

/* The heads follow after this. */
static void
order_changed_cb (GtkColumnView *view)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_order_cb, g_object_ref (view), g_object_unref);
}

static GMenuModel *
make_menu (void)
{
  g_autoptr (GMenu) section = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *action = g_strconcat ("sort.", ways[i].action, NULL);

      g_menu_append (section, _(ways[i].label), action);
    }
  g_menu_append_section (menu, _("Sort the Table"), G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

static void
popup (GtkPopover *menu, const GdkRectangle *at)
{
  gtk_popover_set_pointing_to (menu, at);
  gtk_popover_popup (menu);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkPopover *menu)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (menu, &(GdkRectangle) { x, y, 1, 1 });
}

static gboolean
menu_key_cb (GtkWidget *table, GVariant *arguments, gpointer menu)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (table));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, table, &bounds))
    return FALSE;

  popup (menu, &(GdkRectangle) { bounds.origin.x + bounds.size.width / 4, bounds.origin.y, 1, bounds.size.height });
  return TRUE;
}

static void
add_keys (GtkWidget *table, GtkWidget *menu)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                             gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (menu_key_cb, menu, NULL)));
  gtk_widget_add_controller (table, keys);
}

void
jx_project_sort_attach (GtkWidget *table, GtkColumnView *view)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) model = make_menu ();
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (GTK_IS_WIDGET (table) && GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (ways[i].action, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (sort_cb), view, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (table, "sort", G_ACTION_GROUP (group));
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (order_changed_cb), view, G_CONNECT_SWAPPED);

  gtk_widget_set_parent (menu, table);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), menu, 0);
  gtk_widget_add_controller (table, GTK_EVENT_CONTROLLER (click));
  add_keys (table, menu);
}
