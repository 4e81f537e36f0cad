/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-command.h"

#include <string.h>

#include "app/jx-mnemonic.h"
#include "base/jx-fold.h"

struct _JxCommand
{
  GObject parent_instance;

  char *name;
  char *place;
  char *keys;
  char *action;
  GVariant *target; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (JxCommand, jx_command, G_TYPE_OBJECT)

static char *
dup_keys (GMenuModel *menu, int index, GtkApplication *application, const char *action, GVariant *target)
{
  g_autofree char *detailed = g_action_print_detailed_name (action, target);
  g_auto (GStrv) known = gtk_application_get_accels_for_action (application, detailed);
  g_autofree char *own = NULL;
  const char *accelerator = known[0];
  guint key;
  GdkModifierType modifiers;

  if (g_menu_model_get_item_attribute (menu, index, "accel", "s", &own))
    accelerator = own;

  return accelerator != NULL && gtk_accelerator_parse (accelerator, &key, &modifiers) ? gtk_accelerator_get_label (key, modifiers) : g_strdup ("");
}

/* Of groups that are neither the window's nor the application's only the widget itself knows. */
static gboolean
is_possible (const char *action, GtkApplicationWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (g_str_has_prefix (action, "win."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action + strlen ("win."));
  if (g_str_has_prefix (action, "app."))
    return g_action_group_get_action_enabled (G_ACTION_GROUP (application), action + strlen ("app."));

  return TRUE;
}

static void
add_entry (GMenuModel *menu, int index, const char *place, GtkApplicationWindow *window, GListStore *commands)
{
  g_autoptr (JxCommand) command = NULL;
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;

  if (!g_menu_model_get_item_attribute (menu, index, "label", "s", &label) || !g_menu_model_get_item_attribute (menu, index, "action", "s", &action)
      || !is_possible (action, window))
    return;

  command = g_object_new (JX_TYPE_COMMAND, NULL);
  command->name = jx_dup_without_mnemonic (label);
  command->place = g_strdup (place);
  command->target = g_menu_model_get_item_attribute_value (menu, index, "target", NULL);
  command->keys = dup_keys (menu, index, gtk_window_get_application (GTK_WINDOW (window)), action, command->target);
  command->action = g_steal_pointer (&action);
  g_list_store_append (commands, command);
}

static void
list_below (GMenuModel *menu, const char *place, GtkApplicationWindow *window, GListStore *commands)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, "section");
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, "submenu");
      g_autofree char *label = NULL;

      add_entry (menu, i, place, window, commands);
      if (section != NULL)
        list_below (section, place, window, commands);
      if (submenu != NULL && g_menu_model_get_item_attribute (menu, i, "label", "s", &label))
        {
          g_autofree char *name = jx_dup_without_mnemonic (label);
          g_autofree char *inner = *place != '\0' ? g_strdup_printf ("%s › %s", place, name) : g_strdup (name);

          list_below (submenu, inner, window, commands);
        }
    }
}

void
jx_command_list (GMenuModel *menu, const char *place, GtkApplicationWindow *window, GListStore *commands)
{
  g_return_if_fail (G_IS_MENU_MODEL (menu) && place != NULL && GTK_IS_APPLICATION_WINDOW (window) && G_IS_LIST_STORE (commands));

  list_below (menu, place, window, commands);
}

const char *
jx_command_get_name (JxCommand *command)
{
  g_return_val_if_fail (JX_IS_COMMAND (command), NULL);

  return command->name;
}

const char *
jx_command_get_place (JxCommand *command)
{
  g_return_val_if_fail (JX_IS_COMMAND (command), NULL);

  return command->place;
}

const char *
jx_command_get_keys (JxCommand *command)
{
  g_return_val_if_fail (JX_IS_COMMAND (command), NULL);

  return command->keys;
}

gboolean
jx_command_matches (JxCommand *command, const char *words)
{
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_auto (GStrv) each = NULL;

  g_return_val_if_fail (JX_IS_COMMAND (command) && words != NULL, FALSE);

  name = jx_fold (command->name);
  place = jx_fold (command->place);
  each = g_strsplit (words, " ", -1);
  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *word = jx_fold (each[i]);

      if (strstr (name, word) == NULL && strstr (place, word) == NULL)
        return FALSE;
    }

  return TRUE;
}

void
jx_command_run (JxCommand *command, GtkWidget *widget)
{
  g_return_if_fail (JX_IS_COMMAND (command) && GTK_IS_WIDGET (widget));

  if (!gtk_widget_activate_action_variant (widget, command->action, command->target))
    gtk_widget_error_bell (widget);
}

static void
jx_command_finalize (GObject *object)
{
  JxCommand *command = JX_COMMAND (object);

  g_free (command->name);
  g_free (command->place);
  g_free (command->keys);
  g_free (command->action);
  g_clear_pointer (&command->target, g_variant_unref);

  G_OBJECT_CLASS (jx_command_parent_class)->finalize (object);
}

static void
jx_command_class_init (JxCommandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_command_finalize;
}

static void
jx_command_init (JxCommand *command)
{
}
