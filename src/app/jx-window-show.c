/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-command-dialog.h"
#include "app/jx-command.h"
#include "app/jx-guide.h"
#include "app/jx-preferences.h"
#include "app/jx-sheet-view.h"

/* What the window only shows: its menu, its search, its keys, what it is. */

void
jx_window_search (JxWindow *self, GVariant *parameter)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  jx_sidebar_focus_search (self->sidebar);
}

void
jx_window_show_menu (JxWindow *self, GVariant *parameter)
{
  gtk_menu_button_popup (self->menu_button);
}

static void
menu_opens_cb (GtkMenuButton *button, gpointer user_data)
{
  JxWindow *self = user_data;

  g_set_weak_pointer (&self->before_menu, gtk_window_get_focus (GTK_WINDOW (self)));
}

/* From a menu within the menu the focus would go nowhere; it goes back to where one was at work. */
static void
menu_closed_cb (GtkPopover *popover, JxWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    return;
  if (self->before_menu != NULL && gtk_widget_get_mapped (self->before_menu))
    gtk_widget_grab_focus (self->before_menu);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

void
jx_window_init_menu (JxWindow *self)
{
  gtk_widget_set_focus_on_click (gtk_widget_get_first_child (GTK_WIDGET (self->menu_button)), FALSE);
  gtk_menu_button_set_create_popup_func (self->menu_button, menu_opens_cb, self, NULL);
  g_signal_connect_object (gtk_menu_button_get_popover (self->menu_button), "closed", G_CALLBACK (menu_closed_cb), self, 0);
}

/* What has buttons or keys, but stands in no menu. */
static GMenuModel *
make_other_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Undo"), "win.undo");
  g_menu_append (menu, _("Redo"), "win.redo");
  g_menu_append (menu, _("Next match"), "win.find-next");
  g_menu_append (menu, _("Previous match"), "win.find-previous");
  g_menu_append (menu, _("Department goals"), "win.open-overview");
  g_menu_append (menu, _("Filter projects"), "win.search");
  g_menu_append (menu, _("Close the tab"), "win.close-tab");
  g_menu_append (menu, _("Move the tab to the left"), "win.move-tab-back");
  g_menu_append (menu, _("Move the tab to the right"), "win.move-tab-forward");
  g_menu_append (menu, _("Zoom in"), "win.zoom-in");
  g_menu_append (menu, _("Zoom out"), "win.zoom-out");

  return G_MENU_MODEL (menu);
}

/* Those for the row in work first: that is where one is. */
void
jx_window_show_commands (JxWindow *self, GVariant *parameter)
{
  g_autoptr (GListStore) commands = g_list_store_new (JX_TYPE_COMMAND);
  g_autoptr (GMenuModel) other = make_other_menu ();
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && gtk_widget_get_ancestor (focus, JX_TYPE_SHEET_VIEW) != NULL)
    {
      g_autoptr (GMenuModel) menu = jx_sheet_row_menu_new ();

      jx_command_list (menu, _("Row"), GTK_APPLICATION_WINDOW (self), commands);
    }
  jx_command_list (gtk_menu_button_get_menu_model (self->menu_button), "", GTK_APPLICATION_WINDOW (self), commands);
  jx_command_list (other, "", GTK_APPLICATION_WINDOW (self), commands);
  jx_command_list (gtk_menu_button_get_menu_model (self->form_button), _("Form"), GTK_APPLICATION_WINDOW (self), commands);
  gtk_window_present (GTK_WINDOW (jx_command_dialog_new (GTK_WINDOW (self), G_LIST_MODEL (commands))));
}

void
jx_window_show_shortcuts (JxWindow *self, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (self);

  /* Only as the window's help overlay does it show the keys of actions; made when first asked for. */
  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/jixiao/Jixiao/jx-shortcuts.ui");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/* One for all windows, and beside them: it is read while one works. */
void
jx_window_show_guide (JxWindow *self, GVariant *parameter)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (JX_IS_GUIDE (window))
        {
          gtk_window_present (window);
          return;
        }
    }
  gtk_window_present (GTK_WINDOW (jx_guide_new ()));
}

void
jx_window_show_preferences (JxWindow *self, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (jx_preferences_new (GTK_WINDOW (self))));
}

void
jx_window_show_about (JxWindow *self, GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (self),
                         "application-name", _("Jixiao"),
                         "application-icon", JX_APPLICATION_ID,
                         "version", JX_VERSION,
                         "developer-name", _("The Jixiao project"),
                         "comments", _("Budget performance goals: take in a colleague’s document, correct it, set spending against the plan, print it."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "copyright", "© 2026 The Jixiao project",
                         NULL);
}
