/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-spending-field.h"

#include <glib/gi18n-lib.h>

#include "app/jx-focus.h"
#include "app/jx-refused.h"
#include "app/jx-typing.h"
#include "base/jx-amount.h"
#include "base/jx-error.h"
#include "review/jx-progress.h"

struct _JxSpendingField
{
  GtkWidget parent_instance;

  JxHistory *history;
  JxItem *item;
  JxField field;
  GtkWidget *input;  /* the entry or text view */
  GtkWidget *child;  /* the same, or the scroller around it */
  char *shown;       /* what the document held when it was last shown */
  char *problem;
  gboolean is_share; /* the field is a percentage, and what it is of @whole_fen is shown and typed */
  gint64 whole_fen;
  gboolean syncing;
  guint take_id;     /* source that takes what was written without the focus */
};

static void typing_init (JxTypingInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JxSpendingField, jx_spending_field, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (JX_TYPE_TYPING, typing_init))

enum
{
  PROBLEM_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the document holds, as it is shown. */
static char *
dup_value (JxSpendingField *self)
{
  const char *value = self->item ? jx_item_get (self->item, self->field) : NULL;
  JxDecimal percent;

  if (!self->is_share)
    return g_strdup (value ? value : "");
  if (value == NULL || !jx_item_get_decimal (self->item, self->field, &percent) || percent.mantissa < 0)
    return g_strdup ("");

  return jx_amount_format (jx_progress_plan_fen (self->whole_fen, percent));
}

/* Returns: (transfer full) (nullable): what the document is to hold for what was typed. */
static char *
dup_meant (JxSpendingField *self, const char *typed, GError **error)
{
  g_autofree char *amount = NULL;
  gint64 fen;

  if (!self->is_share)
    return g_strdup (typed);

  amount = jx_field_normalise (JX_FIELD_CHECKPOINT_SPENT, typed, error);
  if (amount == NULL || amount[0] == '\0')
    return g_steal_pointer (&amount);

  jx_amount_parse (amount, &fen);
  if (fen / 10 > self->whole_fen)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("“%s” is more than ten times the budget; write in 万元 what is planned"), typed);
      return NULL;
    }

  return jx_progress_plan_percent (self->whole_fen, fen);
}

static char *
dup_text (JxSpendingField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_ENTRY (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (JxSpendingField *self, const char *text)
{
  g_autofree char *old = dup_text (self);

  if (g_str_equal (old, text))
    return;
  self->syncing = TRUE;
  if (GTK_IS_ENTRY (self->input))
    gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
  self->syncing = FALSE;
}

static gboolean
take_cb (gpointer user_data)
{
  JxSpendingField *self = user_data;

  self->take_id = 0;
  jx_spending_field_commit (self);

  return G_SOURCE_REMOVE;
}

/* Assistive technology writes without the focus, which then never leaves. */
static void
written_cb (JxSpendingField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (self->syncing)
    return;

  jx_typing_note (JX_TYPING (self));
  if (self->take_id == 0 && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    self->take_id = g_idle_add (take_cb, self);
}

static void
set_problem (JxSpendingField *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  if (problem)
    gtk_widget_add_css_class (self->child, "error");
  else
    gtk_widget_remove_css_class (self->child, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem ? problem : "", -1);
  g_signal_emit (self, signals[PROBLEM_CHANGED], 0);
}

static JxEdit *
dup_edit (JxTyping *typing)
{
  JxSpendingField *self = JX_SPENDING_FIELD (typing);
  g_autofree char *typed = dup_text (self);
  g_autofree char *meant = NULL;

  if (self->item == NULL || !jx_item_is_attached (self->item) || g_strcmp0 (typed, self->shown) == 0)
    return NULL;

  meant = dup_meant (self, typed, NULL);
  return meant != NULL ? jx_typing_make_edit (self->item, self->field, meant) : NULL;
}

static void
add_refused (JxTyping *typing, GPtrArray *refused)
{
  JxSpendingField *self = JX_SPENDING_FIELD (typing);
  g_autofree char *typed = dup_text (self);
  g_autofree char *meant = NULL, *value = NULL;

  if (self->item == NULL || !jx_item_is_attached (self->item) || g_strcmp0 (typed, self->shown) == 0)
    return;

  meant = dup_meant (self, typed, NULL);
  value = meant != NULL ? jx_field_normalise (self->field, meant, NULL) : NULL;
  if (value == NULL)
    jx_refused_add_of (refused, self->item, self->field, typed);
}

static void
typing_init (JxTypingInterface *iface)
{
  iface->dup_edit = dup_edit;
  iface->add_refused = add_refused;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, JxSpendingField *self)
{
  return keyval == GDK_KEY_Escape && jx_spending_field_revert (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, JxSpendingField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  /* Another window, or the entry's own menu, has the focus: nothing is finished yet. */
  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;

  jx_spending_field_commit (self);
}

static void
jx_spending_field_dispose (GObject *object)
{
  JxSpendingField *self = JX_SPENDING_FIELD (object);

  g_clear_handle_id (&self->take_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->input = NULL;
  g_clear_object (&self->history);

  G_OBJECT_CLASS (jx_spending_field_parent_class)->dispose (object);
}

static void
jx_spending_field_finalize (GObject *object)
{
  JxSpendingField *self = JX_SPENDING_FIELD (object);

  g_free (self->shown);
  g_free (self->problem);

  G_OBJECT_CLASS (jx_spending_field_parent_class)->finalize (object);
}

static gboolean
jx_spending_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_SPENDING_FIELD (widget)->input);
}

static void
jx_spending_field_class_init (JxSpendingFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_spending_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = jx_spending_field_finalize;
  widget_class->focus = jx_focus_children;
  widget_class->grab_focus = jx_spending_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "spendingfield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[PROBLEM_CHANGED] = g_signal_new ("problem-changed", JX_TYPE_SPENDING_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jx_spending_field_init (JxSpendingField *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->field = JX_FIELD_NONE;
  self->shown = g_strdup ("");

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
make_entry (JxSpendingField *self)
{
  self->input = self->child = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->input), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->input), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->input), 10);
  gtk_editable_set_alignment (GTK_EDITABLE (self->input), 1);
  gtk_widget_add_css_class (self->input, "numeric");
  g_signal_connect_object (self->input, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->input, "activate", G_CALLBACK (jx_spending_field_commit), self);
}

static void
make_view (JxSpendingField *self)
{
  self->input = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  self->child = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->child), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->child), 54);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->child), 140);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->child), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->child), self->input);
  gtk_widget_add_css_class (self->child, "text");
}

GtkWidget *
jx_spending_field_new (JxHistory *history, gboolean several_lines)
{
  JxSpendingField *self = g_object_new (JX_TYPE_SPENDING_FIELD, NULL);

  self->history = g_object_ref (history);
  if (several_lines)
    make_view (self);
  else
    make_entry (self);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
jx_spending_field_set_target (JxSpendingField *self, JxItem *item, JxField field, const char *name)
{
  g_return_if_fail (JX_IS_SPENDING_FIELD (self));

  if (self->item != item || self->field != field)
    {
      /* What was being typed belongs to the item it was typed for. */
      if (self->item && jx_item_is_attached (self->item))
        jx_spending_field_commit (self);
      self->item = item;
      self->field = field;
      set_problem (self, NULL);
      g_clear_pointer (&self->shown, g_free);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  jx_spending_field_update (self);
}

void
jx_spending_field_set_share_of (JxSpendingField *self, gint64 whole_fen)
{
  g_return_if_fail (JX_IS_SPENDING_FIELD (self));

  self->is_share = TRUE;
  self->whole_fen = whole_fen;
  gtk_widget_set_sensitive (GTK_WIDGET (self), whole_fen > 0);
  jx_spending_field_update (self);
}

JxItem *
jx_spending_field_get_item (JxSpendingField *self)
{
  return self->item;
}

JxField
jx_spending_field_get_field (JxSpendingField *self)
{
  return self->field;
}

void
jx_spending_field_update (JxSpendingField *self)
{
  g_autofree char *value = dup_value (self);

  if (self->shown && g_str_equal (self->shown, value))
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&value);
  set_text (self, self->shown);
  set_problem (self, NULL);
}

gboolean
jx_spending_field_commit (JxSpendingField *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL, *meant = NULL, *value = NULL;

  if (self->item == NULL || self->input == NULL)
    return TRUE;

  typed = dup_text (self);
  if (g_strcmp0 (typed, self->shown) == 0)
    set_problem (self, NULL);
  else if ((meant = dup_meant (self, typed, &error)) == NULL
           || !jx_history_set (self->history, self->item, self->field, meant, &error))
    set_problem (self, error->message);
  else
    {
      set_problem (self, NULL);
      /* The document may hold it otherwise than it was typed, or as before. */
      value = dup_value (self);
      set_text (self, value);
    }

  return error == NULL;
}

gboolean
jx_spending_field_revert (JxSpendingField *self)
{
  g_autofree char *typed = dup_text (self);

  if (g_strcmp0 (typed, self->shown) == 0)
    return FALSE;

  set_text (self, self->shown);
  set_problem (self, NULL);
  jx_typing_note (JX_TYPING (self));

  return TRUE;
}

const char *
jx_spending_field_get_problem (JxSpendingField *self)
{
  return self->problem;
}
