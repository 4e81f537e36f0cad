/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-item-list.h"

#include <glib/gi18n-lib.h>

#include "model/jx-item-build.h"

/* How many cards are made before the page is shown, and at a time after that. */
#define FIRST_CARDS 8
#define NEXT_CARDS 8

struct _JxItemList
{
  GtkWidget parent_instance;

  JxHistory *history;
  JxItem *root;
  JxKind kind;
  GtkWidget *cards;
  guint n_cards;    /* the first so many items have their card */
  gboolean stale;   /* numbers are to be shown anew when the step is done */
  guint fill_id;
};

G_DEFINE_FINAL_TYPE (JxItemList, jx_item_list, GTK_TYPE_WIDGET)

static GtkWidget *
get_card (JxItemList *self, guint index)
{
  GtkWidget *card = gtk_widget_get_first_child (self->cards);

  while (card != NULL && index-- > 0)
    card = gtk_widget_get_next_sibling (card);

  return card;
}

static void
settled_cb (JxItemList *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = gtk_widget_get_next_sibling (card))
    jx_item_card_update (JX_ITEM_CARD (card));
}

static JxField
get_mark_field (const JxItemList *self)
{
  return self->kind == JX_KIND_SUB_GOAL ? JX_FIELD_SUB_GOAL_MARK : JX_FIELD_MEASURE_MARK;
}

static JxEdit *
new_structure_edit (JxItemList *self, JxItem *item, JxItem *added, JxItemCardMove move)
{
  guint index = jx_item_get_index (item);

  switch (move)
    {
    case JX_ITEM_CARD_ADD_BEFORE:
      return jx_edit_new_insert (self->root, added, (int) index);
    case JX_ITEM_CARD_ADD_AFTER:
      return jx_edit_new_insert (self->root, added, (int) index + 1);
    case JX_ITEM_CARD_MOVE_UP:
      return jx_edit_new_move (item, index - 1);
    case JX_ITEM_CARD_MOVE_DOWN:
      return jx_edit_new_move (item, index + 1);
    case JX_ITEM_CARD_REMOVE:
    default:
      return jx_edit_new_remove (item);
    }
}

static const char *
get_step_name (JxKind kind, JxItemCardMove move)
{
  gboolean sub_goal = kind == JX_KIND_SUB_GOAL;

  switch (move)
    {
    case JX_ITEM_CARD_ADD_BEFORE:
    case JX_ITEM_CARD_ADD_AFTER:
      return sub_goal ? _("Add sub-goal") : _("Add measure");
    case JX_ITEM_CARD_MOVE_UP:
    case JX_ITEM_CARD_MOVE_DOWN:
      return sub_goal ? _("Move sub-goal") : _("Move measure");
    case JX_ITEM_CARD_REMOVE:
    default:
      return sub_goal ? _("Remove sub-goal") : _("Remove measure");
    }
}

/* Numbers that were written otherwise than they count would be wrong in another order. */
static void
add_clear_marks (JxItemList *self, JxEdit *group)
{
  JxField mark = get_mark_field (self);

  for (guint i = 0; i < jx_item_count (self->root, self->kind); i++)
    {
      JxItem *item = jx_item_child (self->root, self->kind, i);

      if (jx_item_get (item, mark) != NULL)
        jx_edit_add (group, jx_edit_new_set (item, mark, NULL));
    }
}

static void
focus_item (JxItemList *self, JxItem *item)
{
  JxItemCard *card = item != NULL ? jx_item_list_find (self, item) : NULL;

  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
}

/* @item: (nullable): beside which; NULL only for adding at the end. */
static void
change_structure (JxItemList *self, JxItem *item, JxItemCardMove move)
{
  gboolean adds = move == JX_ITEM_CARD_ADD_BEFORE || move == JX_ITEM_CARD_ADD_AFTER;
  JxItem *added = adds ? jx_item_new (jx_history_get_document (self->history), self->kind) : NULL;
  JxEdit *group = jx_edit_new_group ();
  guint index = item != NULL ? jx_item_get_index (item) : 0;
  g_autoptr (GError) error = NULL;

  jx_edit_add (group, item != NULL ? new_structure_edit (self, item, added, move) : jx_edit_new_insert (self->root, added, -1));
  add_clear_marks (self, group);
  if (!jx_history_do (self->history, group, get_step_name (self->kind, move), &error))
    {
      /* Nothing a person could do through the menu fails. */
      g_critical ("%s", error->message);
      return;
    }
  if (move == JX_ITEM_CARD_REMOVE)
    {
      g_autofree char *said = g_strdup_printf (_("“%s” deleted"), jx_kind_get_label (self->kind));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.say-deleted", "s", said);
    }
  if (adds)
    focus_item (self, added);
  else if (move != JX_ITEM_CARD_REMOVE)
    focus_item (self, item);
  else if (jx_item_count (self->root, self->kind) > 0)
    focus_item (self, jx_item_child (self->root, self->kind, MIN (index, jx_item_count (self->root, self->kind) - 1)));
}

static void
structure_cb (JxItemList *self, int move, JxItemCard *card)
{
  change_structure (self, jx_item_card_get_item (card), (JxItemCardMove) move);
}

/* What was pasted: a blank card takes the first line, of the others each is an item after it. */
static void
lines_cb (JxItemList *self, GStrv lines, JxItemCard *card)
{
  JxItem *item = jx_item_card_get_item (card), *first = NULL;
  JxField field = self->kind == JX_KIND_SUB_GOAL ? JX_FIELD_SUB_GOAL_TITLE : JX_FIELD_MEASURE_TEXT;
  g_autoptr (JxEdit) group = jx_edit_new_group ();
  g_autofree char *name = NULL;
  guint place = jx_item_get_index (item), count = g_strv_length (lines);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *value = jx_field_normalise (field, lines[i], NULL);
      JxItem *next = NULL;

      if (value == NULL)
        return;
      if (i == 0 && jx_item_get (item, field) == NULL)
        {
          jx_edit_add (group, jx_edit_new_set (item, field, value));
          first = item;
          continue;
        }
      next = jx_item_new (jx_history_get_document (self->history), self->kind);
      jx_item_init (next, field, value);
      jx_edit_add (group, jx_edit_new_insert (self->root, next, (int) ++place));
      if (first == NULL)
        first = next;
    }
  add_clear_marks (self, group);
  name = g_strdup_printf (_("Add %u × “%s”"), count, jx_kind_get_label (self->kind));
  if (jx_history_do (self->history, g_steal_pointer (&group), name, NULL))
    focus_item (self, first);
}

static void
dropped_cb (JxItemList *self, guint place, JxItemCard *card)
{
  JxItem *item = jx_item_card_get_item (card);
  JxEdit *group = jx_edit_new_group ();

  jx_edit_add (group, jx_edit_new_move (item, place));
  add_clear_marks (self, group);
  if (jx_history_do (self->history, group, get_step_name (self->kind, JX_ITEM_CARD_MOVE_DOWN), NULL))
    focus_item (self, item);
}

static void
add_cb (JxItemList *self)
{
  change_structure (self, NULL, JX_ITEM_CARD_ADD_AFTER);
}

static void
make_card (JxItemList *self, guint index)
{
  GtkWidget *card = jx_item_card_new (self->history, jx_item_child (self->root, self->kind, index));

  g_signal_connect_object (card, "structure", G_CALLBACK (structure_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "lines", G_CALLBACK (lines_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self->cards), card,
                              index == 0               ? NULL
                              : index == self->n_cards ? gtk_widget_get_last_child (self->cards)
                                                       : get_card (self, index - 1));
  self->n_cards++;
}

static void
fill (JxItemList *self, guint count)
{
  guint n_items = jx_item_count (self->root, self->kind);

  while (self->n_cards < MIN (count, n_items))
    make_card (self, self->n_cards);
}

static gboolean
fill_cb (gpointer user_data)
{
  JxItemList *self = user_data;

  fill (self, self->n_cards + NEXT_CARDS);
  if (self->n_cards < jx_item_count (self->root, self->kind))
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
changed_cb (JxDocument *document, const JxChange *change, JxItemList *self)
{
  guint n_cards = self->n_cards;
  GtkWidget *card;

  if (change->type == JX_EDIT_SET && change->field == get_mark_field (self))
    self->stale = TRUE;
  if (change->item != self->root || change->child == NULL || jx_item_get_kind (change->child) != self->kind)
    return;

  self->stale = TRUE;
  switch (change->type)
    {
    case JX_EDIT_INSERT:
      if (change->index <= self->n_cards)
        make_card (self, change->index);
      break;
    case JX_EDIT_REMOVE:
      if (change->index >= self->n_cards)
        break;
      card = get_card (self, change->index);
      gtk_box_remove (GTK_BOX (self->cards), card);
      self->n_cards--;
      break;
    case JX_EDIT_MOVE:
      fill (self, MAX (change->index, change->from) + 1);
      card = get_card (self, change->from);
      gtk_box_reorder_child_after (GTK_BOX (self->cards), card,
                                   change->index == 0 ? NULL
                                   : get_card (self, change->index > change->from ? change->index : change->index - 1));
      break;
    case JX_EDIT_ORDER:
      self->n_cards = 0;
      while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
        gtk_box_remove (GTK_BOX (self->cards), card);
      fill (self, n_cards);
      break;
    case JX_EDIT_SET:
    case JX_EDIT_GROUP:
    default:
      break;
    }
}

static void
jx_item_list_dispose (GObject *object)
{
  JxItemList *self = JX_ITEM_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (jx_item_list_parent_class)->dispose (object);
}

static void
jx_item_list_class_init (JxItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jx_item_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jx_item_list_init (JxItemList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

GtkWidget *
jx_item_list_new (JxHistory *history, JxKind kind)
{
  GtkWidget *add;
  JxItemList *self;
  JxDocument *document;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);
  g_return_val_if_fail (kind == JX_KIND_SUB_GOAL || kind == JX_KIND_MEASURE, NULL);

  self = g_object_new (JX_TYPE_ITEM_LIST, NULL);
  document = jx_history_get_document (history);
  self->history = g_object_ref (history);
  self->root = jx_document_get_root (document);
  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, kind == JX_KIND_SUB_GOAL ? _("Sub-goals") : _("Measures"), -1);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->cards, GTK_WIDGET (self));
  add = gtk_button_new_with_mnemonic (kind == JX_KIND_SUB_GOAL ? _("Add Sub-goal") : _("Add Measure"));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (add, GTK_WIDGET (self));

  fill (self, FIRST_CARDS);
  if (self->n_cards < jx_item_count (self->root, kind))
    self->fill_id = g_idle_add (fill_cb, self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (document, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

JxItemCard *
jx_item_list_find (JxItemList *self, JxItem *item)
{
  g_return_val_if_fail (JX_IS_ITEM_LIST (self), NULL);

  if (jx_item_get_kind (item) != self->kind || jx_item_get_parent (item) != self->root)
    return NULL;
  fill (self, jx_item_get_index (item) + 1);

  return JX_ITEM_CARD (get_card (self, jx_item_get_index (item)));
}
