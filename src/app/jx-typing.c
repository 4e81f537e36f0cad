/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-typing.h"

G_DEFINE_INTERFACE (JxTyping, jx_typing, GTK_TYPE_WIDGET)

static void
jx_typing_default_init (JxTypingInterface *iface)
{
}

JxEdit *
jx_typing_dup_edit (JxTyping *typing)
{
  g_return_val_if_fail (JX_IS_TYPING (typing), NULL);

  return JX_TYPING_GET_IFACE (typing)->dup_edit (typing);
}

void
jx_typing_add_refused (JxTyping *typing, GPtrArray *refused)
{
  g_return_if_fail (JX_IS_TYPING (typing));

  JX_TYPING_GET_IFACE (typing)->add_refused (typing, refused);
}

void
jx_typing_note (JxTyping *typing)
{
  g_return_if_fail (JX_IS_TYPING (typing));

  gtk_widget_activate_action (GTK_WIDGET (typing), "win.note-typing", NULL);
}

JxEdit *
jx_typing_make_edit (JxItem *item, JxField field, const char *typed)
{
  g_autofree char *value = jx_field_normalise (field, typed, NULL);
  const char *old = jx_item_get (item, field);

  return value != NULL && !g_str_equal (value, old != NULL ? old : "") ? jx_edit_new_set (item, field, value) : NULL;
}

JxTyping *
jx_typing_find (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *typing = focus != NULL ? gtk_widget_get_ancestor (focus, JX_TYPE_TYPING) : NULL;

  return typing != NULL ? JX_TYPING (typing) : NULL;
}
