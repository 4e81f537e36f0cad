/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-find-bar-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-match-rows.h"
#include "app/jx-pair-layout.h"

G_DEFINE_FINAL_TYPE (JxFindBar, jx_find_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_REVEAL,
  SIGNAL_CLOSED,
  SIGNAL_REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
jx_find_bar_emit_reveal (JxFindBar *self, gboolean enter)
{
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, &self->last, enter);
}

void
jx_find_bar_emit_replaced (JxFindBar *self, guint n_replaced, guint n_skipped)
{
  g_signal_emit (self, signals[SIGNAL_REPLACED], 0, n_replaced, n_skipped);
}

static void
options_changed_cb (JxFindBar *self)
{
  if (!self->syncing)
    jx_find_bar_search_anew (self);
}

static void
next_cb (JxFindBar *self)
{
  jx_find_bar_go (self, 1, FALSE);
}

static void
previous_cb (JxFindBar *self)
{
  jx_find_bar_go (self, -1, FALSE);
}

static void
close_cb (JxFindBar *self)
{
  jx_find_bar_close (self);
}

static void
replace_mode_cb (GtkToggleButton *button, JxFindBar *self)
{
  if (gtk_toggle_button_get_active (button) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->replacement));
}

static void
list_mode_cb (JxFindBar *self)
{
  jx_find_bar_show_state (self);
}

static void
activate_cb (GtkListView *list, guint position, JxFindBar *self)
{
  jx_find_bar_reveal (self, position, TRUE);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, JxFindBar *self)
{
  guint position = gtk_single_selection_get_selected (selection);

  if (!self->syncing && self->found != NULL && position < jx_search_get_count (self->found) && position != self->at)
    jx_find_bar_reveal (self, position, FALSE);
}

static void
settled_cb (JxFindBar *self)
{
  if (jx_find_bar_is_open (self))
    jx_find_bar_search_anew (self);
  else
    self->stale = TRUE;
}

/* Tab goes from what to find to what comes in its place and back, past the buttons between them. */
static gboolean
tab_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, JxFindBar *self)
{
  gboolean in_needle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)) == GTK_WIDGET (self->needle);
  gboolean back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab) || (state & GDK_CONTROL_MASK) != 0
      || back == in_needle || !gtk_toggle_button_get_active (self->replace_mode))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (in_needle ? self->replacement : self->needle));
}

static void
add_tab (JxFindBar *self, GtkEditable *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (tab_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
}

static void
jx_find_bar_dispose (GObject *object)
{
  JxFindBar *self = JX_FIND_BAR (object);
  GtkWidget *child = NULL;

  if (self->entries != NULL)
    jx_find_bar_set_history (self, NULL);
  g_clear_object (&self->entries);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jx_find_bar_parent_class)->dispose (object);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  jx_find_bar_close (JX_FIND_BAR (widget));

  return GDK_EVENT_STOP;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, replace_mode);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, needle);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, match_case);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, whole_word);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, regex);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, scope);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, scopes);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, list_mode);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, replace);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, replace_all);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, reason);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, matches);
  gtk_widget_class_bind_template_child (widget_class, JxFindBar, list);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_mode_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "replace_cb", G_CALLBACK (jx_find_bar_replace));
  gtk_widget_class_bind_template_callback_full (widget_class, "replace_all_cb", G_CALLBACK (jx_find_bar_replace_all));
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
jx_find_bar_class_init (JxFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_find_bar_dispose;

  signals[SIGNAL_REVEAL] =
    g_signal_new ("reveal", JX_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", JX_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REPLACED] =
    g_signal_new ("replaced", JX_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (JX_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
jx_find_bar_init (JxFindBar *self)
{
  g_autoptr (GtkListItemFactory) factory = jx_match_rows_new ();

  self->at = G_MAXUINT;
  self->entries = jx_match_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tab (self, self->needle);
  add_tab (self, self->replacement);

  gtk_list_view_set_factory (self->list, factory);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  g_object_unref (self->selection); /* the list holds it */
  jx_find_bar_show_state (self);
}

void
jx_find_bar_set_history (JxFindBar *self, JxHistory *history)
{
  g_return_if_fail (JX_IS_FIND_BAR (self));

  if (history == self->history)
    return;

  jx_find_bar_forget (self);
  self->last = (JxMatch) { NULL };
  self->current = NULL;
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_func (jx_history_get_document (self->history), settled_cb, self);
  g_set_object (&self->history, history);
  if (history != NULL)
    g_signal_connect_object (jx_history_get_document (history), "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
}

void
jx_find_bar_set_current (JxFindBar *self, JxItem *item)
{
  gboolean is_project = FALSE;
  gboolean was_project = FALSE;
  gboolean in_project = FALSE;

  g_return_if_fail (JX_IS_FIND_BAR (self));

  if (item == self->current)
    return;

  is_project = item != NULL && jx_item_get_kind (item) == JX_KIND_PROJECT;
  was_project = g_list_model_get_n_items (G_LIST_MODEL (self->scopes)) > SCOPE_PROJECT;
  in_project = gtk_drop_down_get_selected (self->scope) == SCOPE_PROJECT;
  self->current = item;

  self->syncing = TRUE;
  if (is_project && !was_project)
    gtk_string_list_append (self->scopes, _("This project"));
  else if (!is_project && was_project)
    {
      if (in_project)
        gtk_drop_down_set_selected (self->scope, SCOPE_ALL);
      gtk_string_list_remove (self->scopes, SCOPE_PROJECT);
    }
  self->syncing = FALSE;
  if (in_project)
    settled_cb (self);
}

void
jx_find_bar_open (JxFindBar *self, const char *words, gboolean with_replacement)
{
  g_return_if_fail (JX_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (with_replacement)
    gtk_toggle_button_set_active (self->replace_mode, TRUE);
  if (words != NULL)
    gtk_editable_set_text (self->needle, words);
  if (self->stale || self->found == NULL)
    jx_find_bar_search_anew (self);
  /* First marked: what is marked while the cursor blinks already GTK warns of. */
  gtk_editable_select_region (self->needle, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->needle));
}

void
jx_find_bar_close (JxFindBar *self)
{
  g_return_if_fail (JX_IS_FIND_BAR (self));

  if (!jx_find_bar_is_open (self))
    return;

  gtk_search_bar_set_search_mode (self->bar, FALSE);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

gboolean
jx_find_bar_is_open (JxFindBar *self)
{
  g_return_val_if_fail (JX_IS_FIND_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}
