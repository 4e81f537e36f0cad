/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-spoken-actions.h"

#include <adwaita.h>

static void
choose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GListModel) model = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;
  guint target = 0;

  g_object_get (widget, "model", &model, "selected", &selected, NULL);
  /* Where nothing is chosen yet the next is the first. */
  if (selected != GTK_INVALID_LIST_POSITION)
    target = g_str_equal (action, "choice.next") ? selected + 1 : selected - 1;
  if (model != NULL && target < g_list_model_get_n_items (model))
    g_object_set (widget, "selected", target, NULL);
}

static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
add_action (GType type, const char *action, GtkWidgetActionActivateFunc activate)
{
  gtk_widget_class_install_action (g_type_class_ref (type), action, NULL, activate); /* the class stays for good */
}

void
jx_spoken_actions_start (void)
{
  add_action (GTK_TYPE_DROP_DOWN, "choice.next", choose_cb);
  add_action (GTK_TYPE_DROP_DOWN, "choice.previous", choose_cb);
  add_action (GTK_TYPE_CHECK_BUTTON, "check.toggle", activate_cb);
  add_action (GTK_TYPE_LIST_BOX_ROW, "row.activate", activate_cb);
  /* A row too, which has what rows have. */
  add_action (ADW_TYPE_COMBO_ROW, "choice.next", choose_cb);
  add_action (ADW_TYPE_COMBO_ROW, "choice.previous", choose_cb);
}
