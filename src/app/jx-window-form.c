/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

/* By which form the project tabs show their projects: a button beside the tab bar (in it the bar would
 * take the arrow keys from its menu), and what it asks of the pages. */

/* Its label gives way before the tabs do. */
#define LABEL_CHARACTERS 30

static void
change_state_cb (GSimpleAction *action, GVariant *state, JxWindow *self)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), g_variant_get_string (state, NULL), JX_KIND_PROJECT);

  if (self->form_choice == NULL || form == NULL || !jx_window_commit_all (self))
    return;

  jx_form_choice_set_form (self->form_choice, form);
  /* From the menu back to where one was. */
  gtk_widget_grab_focus (GTK_WIDGET (jx_window_get_current_page (self)));
}

static GMenuModel *
make_menu (void)
{
  g_autoptr (GPtrArray) forms = jx_form_choice_list ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (jx_form_get_title (forms->pdata[i]), NULL);

      g_menu_item_set_action_and_target (item, "win.form", "s", jx_form_get_id (forms->pdata[i]));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

void
jx_window_init_form (JxWindow *self)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("form", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));

  self->form_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->form_label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->form_label), LABEL_CHARACTERS);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("x-office-document-symbolic"));
  gtk_box_append (GTK_BOX (content), self->form_label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (self->form_button, content);
  gtk_menu_button_set_menu_model (self->form_button, menu);
  jx_window_update_form (self);
}

void
jx_window_update_form (JxWindow *self)
{
  const JxForm *form = self->form_choice != NULL ? jx_form_choice_get_form (self->form_choice) : NULL;
  JxItem *item = jx_window_get_current_item (self);
  gboolean of_project = item != NULL && jx_item_get_kind (item) == JX_KIND_PROJECT;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "form");
  g_autofree char *name = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->form_button), of_project);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), of_project);
  gtk_widget_set_visible (self->form_label, !self->narrow);
  if (form == NULL)
    return;

  name = g_strdup_printf (_("Form: %s"), jx_form_get_title (form));
  gtk_label_set_text (GTK_LABEL (self->form_label), jx_form_get_title (form));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->form_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->form_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (jx_form_get_id (form)));
}

void
jx_window_take_form_choice (JxWindow *self)
{
  g_clear_object (&self->form_choice);
  if (self->session == NULL)
    return;

  self->form_choice = jx_form_choice_new (jx_session_get_path (self->session));
  g_signal_connect_object (self->form_choice, "changed", G_CALLBACK (jx_window_update_form), self, G_CONNECT_SWAPPED);
  jx_window_update_form (self);
}

void
jx_window_choose_form (JxWindow *self, GVariant *parameter)
{
  gtk_menu_button_popup (self->form_button);
}

void
jx_window_show_form (JxWindow *self, const char *id)
{
  const JxForm *form = id != NULL ? jx_form_set_find (jx_form_set_get_default (), id, JX_KIND_PROJECT) : NULL;

  if (form != NULL)
    jx_form_choice_set_form (self->form_choice, form);
}
