/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-actions.h"
#include "app/jx-library-keeper.h"
#include "app/jx-settings.h"
#include "app/jx-tell.h"

/* Narrower than this the list of projects folds away. */
#define NARROW_PX 900

G_DEFINE_FINAL_TYPE (JxWindow, jx_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (JxWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  if (self->session != NULL)
    {
      name = jx_session_dup_title (self->session);
      subtitle = jx_session_dup_subtitle (self->session);
      title = jx_session_get_modified (self->session) ? g_strdup_printf ("%s •", name) : g_strdup (name);
    }

  adw_window_title_set_title (self->title, title != NULL ? title : _("Jixiao"));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Jixiao"));
}

/* Logging out while something is unsaved asks first, as closing the window does. */
static void
update_inhibitor (JxWindow *self)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  gboolean unsaved = self->session != NULL && jx_session_get_modified (self->session);

  if (unsaved && self->inhibitor == 0)
    self->inhibitor = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT, _("There are unsaved changes"));
  else if (!unsaved && self->inhibitor != 0)
    {
      gtk_application_uninhibit (application, self->inhibitor);
      self->inhibitor = 0;
    }
}

static void
update_session (JxWindow *self)
{
  update_title (self);
  update_inhibitor (self);
  if (jx_paper_choice_set_path (self->paper_choice, jx_session_get_path (self->session)))
    jx_application_remember_documents (JX_APPLICATION (g_application_get_default ()));
  jx_form_choice_set_path (self->form_choice, jx_session_get_path (self->session));
  /* What was saved has found its words. */
  if (self->session != NULL && !jx_session_get_modified (self->session))
    jx_library_keeper_learn (jx_library_keeper_get_default (), jx_session_get_document (self->session));
}

static void
update_history (JxWindow *self)
{
  JxHistory *history = self->session != NULL ? jx_session_get_history (self->session) : NULL;
  const char *undo_name = history != NULL ? jx_history_get_undo_name (history) : NULL;
  const char *redo_name = history != NULL ? jx_history_get_redo_name (history) : NULL;
  g_autofree char *undo = undo_name != NULL ? g_strdup_printf (_("Undo “%s”"), undo_name) : g_strdup (_("Undo"));
  g_autofree char *redo = redo_name != NULL ? g_strdup_printf (_("Redo “%s”"), redo_name) : g_strdup (_("Redo"));

  jx_actions_update (self);
  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
}

static void
show_stack_page (JxWindow *self)
{
  gboolean has_document = self->session != NULL;

  if (!has_document && self->start_page == NULL)
    {
      GtkWidget *bin = gtk_stack_get_child_by_name (self->stack, "start");

      self->start_page = JX_START_PAGE (jx_start_page_new ());
      adw_bin_set_child (ADW_BIN (bin), GTK_WIDGET (self->start_page));
    }
  gtk_stack_set_visible_child_name (self->stack, has_document ? "document" : "start");
  gtk_widget_set_visible (self->sidebar_button, has_document);
  gtk_widget_set_visible (self->undo_button, has_document);
  gtk_widget_set_visible (self->redo_button, has_document);
  gtk_widget_set_visible (self->find_button, has_document);
  gtk_widget_set_visible (self->print_button, has_document);
}

/* The start page is made for a window that is seen without a document, not for one about to have one. */
static void
jx_window_map (GtkWidget *widget)
{
  JxWindow *self = JX_WINDOW (widget);

  if (self->session == NULL)
    show_stack_page (self);
  GTK_WIDGET_CLASS (jx_window_parent_class)->map (widget);
}

static gboolean
fold_cb (gpointer user_data)
{
  JxWindow *self = user_data;
  gboolean narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_PX;

  self->fold = 0;
  if (narrow == self->narrow)
    return G_SOURCE_REMOVE;

  if (narrow)
    self->show_sidebar = adw_flap_get_reveal_flap (self->flap);
  self->narrow = narrow;
  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !narrow && self->show_sidebar);
  jx_window_update_form (self);

  return G_SOURCE_REMOVE;
}

static void
sidebar_opened_cb (JxSidebar *sidebar, JxItem *item, JxWindow *self)
{
  jx_window_show_tab (self, item);
  if (self->narrow)
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
undo_clicked_cb (GtkButton *button, JxWindow *self)
{
  jx_window_undo (self, NULL);
}

static void
redo_clicked_cb (GtkButton *button, JxWindow *self)
{
  jx_window_redo (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, JxWindow *self)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value)); /* container ours, files the list's */
  gboolean taken = jx_window_drop (self, files);

  g_slist_free (files);

  return taken;
}

static void
jx_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JxWindow *self = JX_WINDOW (widget);

  GTK_WIDGET_CLASS (jx_window_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width < NARROW_PX) != self->narrow && self->fold == 0)
    self->fold = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static void
remember_size (JxWindow *self)
{
  GSettings *settings = jx_settings_get ();
  int width = 0;
  int height = 0;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "show-sidebar", self->narrow ? self->show_sidebar : adw_flap_get_reveal_flap (self->flap));
}

static gboolean
jx_window_close_request (GtkWindow *window)
{
  JxWindow *self = JX_WINDOW (window);

  remember_size (self);
  if (self->saving != NULL)
    {
      self->closing = TRUE;
      return GDK_EVENT_STOP;
    }
  if (self->session != NULL && (!jx_window_commit_all (self) || jx_session_get_modified (self->session)))
    {
      jx_window_ask_before_closing (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (jx_window_parent_class)->close_request (window);
}

static void
jx_window_dispose (GObject *object)
{
  JxWindow *self = JX_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->fold, g_source_remove);
  g_clear_handle_id (&self->tidy, g_source_remove);
  g_clear_object (&self->stray);
  if (self->session != NULL)
    jx_window_set_session (self, NULL);
  g_clear_object (&self->paper_choice);
  g_clear_object (&self->form_choice);
  g_clear_weak_pointer (&self->preview);
  g_clear_weak_pointer (&self->before_find);
  g_clear_weak_pointer (&self->found);
  g_clear_weak_pointer (&self->said);
  g_clear_weak_pointer (&self->before_menu);
  g_clear_pointer (&self->chart_item, g_free);
  g_clear_pointer (&self->opening, g_free);

  G_OBJECT_CLASS (jx_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, title);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, form_button);
  gtk_widget_class_bind_template_child (widget_class, JxWindow, tabs);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, redo_clicked_cb);
}

static void
jx_window_class_init (JxWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_window_dispose;
  widget_class->map = jx_window_map;
  widget_class->size_allocate = jx_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = jx_window_close_request;

  g_type_ensure (JX_TYPE_FILE_BAR);
  g_type_ensure (JX_TYPE_FIND_BAR);
  g_type_ensure (JX_TYPE_SIDEBAR);
  bind_template (widget_class);
}

static void
init_size (JxWindow *self)
{
  GSettings *settings = jx_settings_get ();

  self->show_sidebar = settings == NULL || g_settings_get_boolean (settings, "show-sidebar");
  adw_flap_set_reveal_flap (self->flap, self->show_sidebar);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               settings != NULL ? g_settings_get_int (settings, "window-width") : 1280,
                               settings != NULL ? g_settings_get_int (settings, "window-height") : 720);
  if (settings != NULL && g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
jx_window_init (JxWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GPropertyAction) show_sidebar = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  show_sidebar = g_property_action_new ("show-sidebar", self->flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_sidebar));
  jx_actions_add (self);
  jx_window_init_zoom (self);
  jx_window_init_form (self);
  jx_window_init_tabs (self);
  jx_window_init_menu (self);
  jx_window_init_find (self);
  jx_window_init_file (self);
  g_signal_connect_object (self->sidebar, "opened", G_CALLBACK (sidebar_opened_cb), self, 0);

  /* Before the entries, which would take a file's name as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  init_size (self);
  update_title (self);
  update_history (self);
}

JxWindow *
jx_window_new (JxApplication *application)
{
  g_return_val_if_fail (JX_IS_APPLICATION (application), NULL);

  return g_object_new (JX_TYPE_WINDOW, "application", application, NULL);
}

JxSession *
jx_window_get_session (JxWindow *self)
{
  g_return_val_if_fail (JX_IS_WINDOW (self), NULL);

  return self->session;
}

void
jx_window_set_session (JxWindow *self, JxSession *session)
{
  JxHistory *history = NULL;

  g_return_if_fail (JX_IS_WINDOW (self));

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->session, update_session, self);
      g_signal_handlers_disconnect_by_func (jx_session_get_history (self->session), update_history, self);
      g_signal_handlers_disconnect_by_func (jx_session_get_document (self->session), jx_actions_update, self);
      jx_window_empty_tabs (self);
      jx_sidebar_set_document (self->sidebar, NULL);
      jx_find_bar_set_history (self->find_bar, NULL);
    }
  g_set_object (&self->session, session);
  g_clear_object (&self->paper_choice);
  if (self->preview != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preview));
  jx_window_forget_origin (self);
  jx_window_keep_drafts (self);
  jx_window_watch_file (self);
  jx_window_take_form_choice (self);
  if (session != NULL)
    {
      history = jx_session_get_history (session);
      self->paper_choice = jx_paper_choice_new (jx_session_get_path (session));
      jx_application_remember_documents (JX_APPLICATION (g_application_get_default ()));
      g_signal_connect_object (session, "notify", G_CALLBACK (update_session), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (history, "notify", G_CALLBACK (update_history), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (jx_session_get_document (session), "settled", G_CALLBACK (jx_actions_update), self, G_CONNECT_SWAPPED);
      jx_sidebar_set_document (self->sidebar, jx_session_get_document (session));
      jx_find_bar_set_history (self->find_bar, history);
      jx_window_fill_tabs (self);
      jx_library_keeper_learn (jx_library_keeper_get_default (), jx_session_get_document (session));
    }
  update_inhibitor (self);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  show_stack_page (self);
  update_title (self);
  update_history (self);
}

gboolean
jx_window_is_empty (JxWindow *self)
{
  g_return_val_if_fail (JX_IS_WINDOW (self), FALSE);

  return self->session == NULL && self->opening == NULL && self->reading == NULL;
}

gboolean
jx_window_commit (JxWindow *self)
{
  JxPage *page = NULL;

  g_return_val_if_fail (JX_IS_WINDOW (self), FALSE);

  page = jx_window_get_current_page (self);
  return page == NULL || jx_page_commit (page);
}

void
jx_window_toast (JxWindow *self, const char *text)
{
  AdwToast *toast = NULL;

  /* One waits for the other: what is said again and again would keep back what comes after it. */
  if (self->said != NULL && g_str_equal (adw_toast_get_title (self->said), text))
    return;

  toast = adw_toast_new (text);
  g_set_weak_pointer (&self->said, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What the button takes back is the last step: with the next one it goes. The toast itself stays its
 * time; libadwaita 1.2 crashes where one is dismissed while it moves in. */
static void
take_undo_away (AdwToast *toast)
{
  adw_toast_set_button_label (toast, NULL);
}

void
jx_window_toast_undo (JxWindow *self, const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (jx_session_get_document (self->session), "changed", G_CALLBACK (take_undo_away), toast, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->said, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
jx_window_say_deleted (JxWindow *self, GVariant *parameter)
{
  jx_window_toast_undo (self, g_variant_get_string (parameter, NULL));
}

void
jx_window_complain (JxWindow *self, const char *heading, const char *sentence)
{
  jx_tell_problem (GTK_WINDOW (self), heading, sentence);
}
