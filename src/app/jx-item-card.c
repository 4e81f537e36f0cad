/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-item-card.h"

#include <glib/gi18n-lib.h>

#include "app/jx-field-edit.h"
#include "app/jx-focus.h"
#include "app/jx-item-drag.h"
#include "app/jx-lines.h"
#include "base/jx-numeral.h"

struct _JxItemCard
{
  GtkWidget parent_instance;

  JxItem *item;
  GtkWidget *number;
  GtkWidget *head;   /* the field beside the number */
  GtkWidget *menu;
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (JxItemCard, jx_item_card, GTK_TYPE_WIDGET)

static guint structure_signal;
static guint lines_signal;

static const struct
{
  const char *action;
  JxItemCardMove move;
} moves[] = {
  { "item.add-before", JX_ITEM_CARD_ADD_BEFORE },
  { "item.add-after", JX_ITEM_CARD_ADD_AFTER },
  { "item.move-up", JX_ITEM_CARD_MOVE_UP },
  { "item.move-down", JX_ITEM_CARD_MOVE_DOWN },
  { "item.remove", JX_ITEM_CARD_REMOVE },
};

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (moves[i].action, action))
      {
        g_signal_emit (widget, structure_signal, 0, (int) moves[i].move);
        return;
      }
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JxItemCard) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_auto (GStrv) lines = text != NULL ? jx_lines_split (text) : NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (lines != NULL && lines[0] != NULL)
    g_signal_emit (self, lines_signal, 0, lines);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (JX_ITEM_CARD (widget)));
}

static char *
dup_number (const JxItem *item)
{
  JxField mark = jx_item_get_kind (item) == JX_KIND_SUB_GOAL ? JX_FIELD_SUB_GOAL_MARK : JX_FIELD_MEASURE_MARK;
  g_autofree char *numeral = NULL;

  if (jx_item_get (item, mark) != NULL)
    return g_strdup (jx_item_get (item, mark));
  numeral = jx_numeral_chinese (MIN (jx_item_get_index (item) + 1, 9999));

  return g_strdup_printf ("（%s）", numeral);
}

void
jx_item_card_update (JxItemCard *self)
{
  const JxItem *parent = NULL;
  g_autofree char *number = NULL;
  guint index;

  g_return_if_fail (JX_IS_ITEM_CARD (self));

  parent = jx_item_get_parent (self->item);
  if (parent == NULL)
    return;

  index = jx_item_get_index (self->item);
  number = dup_number (self->item);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-up", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-down",
                                 index + 1 < jx_item_count (parent, jx_item_get_kind (self->item)));
  for (GtkWidget *field = gtk_widget_get_first_child (self->body); field != NULL; field = gtk_widget_get_next_sibling (field))
    {
      g_autofree char *name = g_strconcat (number, " ", jx_field_get_label (jx_field_edit_get_field (JX_FIELD_EDIT (field))), NULL);

      jx_field_edit_set_name (JX_FIELD_EDIT (field), name);
    }
  if (self->head != NULL)
    {
      g_autofree char *name = g_strconcat (number, " ", jx_field_get_label (jx_field_edit_get_field (JX_FIELD_EDIT (self->head))), NULL);
      g_autofree char *menu = g_strdup_printf (_("Actions of %s"), number);

      jx_field_edit_set_name (JX_FIELD_EDIT (self->head), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
    }
}

static void
lines_cb (JxItemCard *self, GStrv lines)
{
  g_signal_emit (self, lines_signal, 0, lines);
}

static void
append_move (GMenu *menu, const char *label, const char *action, const char *accelerator)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, action);

  g_menu_item_set_attribute (entry, "accel", "s", accelerator);
  g_menu_append_item (menu, entry);
}

static GMenuModel *
get_menu (void)
{
  static GMenu *menu;

  if (menu == NULL)
    {
      g_autoptr (GMenu) add = g_menu_new ();
      g_autoptr (GMenu) move = g_menu_new ();
      g_autoptr (GMenu) remove = g_menu_new ();

      menu = g_menu_new ();
      g_menu_append (add, _("Add _Before"), "item.add-before");
      g_menu_append (add, _("Add _After"), "item.add-after");
      g_menu_append (add, _("_Paste Lines as Items"), "item.paste");
      append_move (move, _("Move _Up"), "item.move-up", "<Alt>Up");
      append_move (move, _("Move _Down"), "item.move-down", "<Alt>Down");
      g_menu_append (remove, _("_Remove"), "item.remove");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
    }

  return G_MENU_MODEL (menu);
}

static gboolean
jx_item_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_ITEM_CARD (widget)->head);
}

static void
jx_item_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (jx_item_card_parent_class)->dispose (object);
}

static void
jx_item_card_class_init (JxItemCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_item_card_dispose;
  widget_class->focus = jx_focus_children;
  widget_class->grab_focus = jx_item_card_grab_focus;
  lines_signal = g_signal_new ("lines", JX_TYPE_ITEM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  structure_signal = g_signal_new ("structure", JX_TYPE_ITEM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_signal_new ("dropped", JX_TYPE_ITEM_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (widget_class, moves[i].action, NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "item.paste", NULL, paste_cb);

  gtk_widget_class_set_css_name (widget_class, "itemcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Before the editor, which would scroll by these keys. */
static void
add_keys (JxItemCard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Up, GDK_ALT_MASK), gtk_named_action_new ("item.move-up")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK), gtk_named_action_new ("item.move-down")));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* In the order of the places: so the focus goes through them. */
static void
put (JxItemCard *self, GtkWidget *child, int column, int row, int column_span)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", column, "row", row, "column-span", column_span, NULL);
}

static void
jx_item_card_init (JxItemCard *self)
{
  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  self->number = gtk_label_new (NULL);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->number, "number");
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), get_menu ());
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->menu, _("Add, move, remove"));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->body, "parts");
  add_keys (self);
  jx_item_drag_enable (self, self->number);
}

GtkWidget *
jx_item_card_new (JxHistory *history, JxItem *item)
{
  JxItemCard *self;
  gboolean sub_goal;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  self = g_object_new (JX_TYPE_ITEM_CARD, NULL);
  self->item = item;
  sub_goal = jx_item_get_kind (item) == JX_KIND_SUB_GOAL;
  self->head = jx_field_edit_new (history, item, sub_goal ? JX_FIELD_SUB_GOAL_TITLE : JX_FIELD_MEASURE_TEXT, NULL);
  put (self, self->number, 0, 0, 1);
  put (self, self->head, 1, 0, 1);
  put (self, self->menu, 2, 0, 1);
  put (self, self->body, 0, 1, 3);
  g_signal_connect_object (self->head, "lines", G_CALLBACK (lines_cb), self, G_CONNECT_SWAPPED);
  if (sub_goal)
    {
      gtk_widget_add_css_class (self->head, "title");
      gtk_box_append (GTK_BOX (self->body), jx_field_edit_new (history, item, JX_FIELD_SUB_GOAL_GOAL, C_("sub-goal", "Goal")));
      gtk_box_append (GTK_BOX (self->body),
                      jx_field_edit_new (history, item, JX_FIELD_SUB_GOAL_INDICATOR, C_("sub-goal", "Indicator")));
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "measure");
      gtk_widget_set_visible (self->body, FALSE);
    }
  jx_item_card_update (self);

  return GTK_WIDGET (self);
}

JxItem *
jx_item_card_get_item (JxItemCard *self)
{
  g_return_val_if_fail (JX_IS_ITEM_CARD (self), NULL);

  return self->item;
}
