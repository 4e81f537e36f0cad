/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-find-bar-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-replace-dialog.h"

/* A text as part of the name of a step. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= 20)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, 19);
  return g_strconcat (start, "…", NULL);
}

static char *
dup_step_name (JxFindBar *self)
{
  g_autofree char *from = shorten (gtk_editable_get_text (self->needle));
  g_autofree char *to = shorten (gtk_editable_get_text (self->replacement));

  /* Translators: a step of undo */
  return g_strdup_printf (_("Replace “%s” with “%s”"), from, to);
}

static gboolean
check_replacement (JxFindBar *self)
{
  g_autoptr (GError) error = NULL;

  if (jx_search_check_replacement (self->found, gtk_editable_get_text (self->replacement), &error))
    {
      jx_find_bar_show_reason (self, NULL, NULL);
      return TRUE;
    }

  jx_find_bar_show_reason (self, self->replacement, error->message);
  return FALSE;
}

void
jx_find_bar_replace (JxFindBar *self)
{
  const char *replacement = gtk_editable_get_text (self->replacement);
  g_autoptr (JxSearchReplaced) replaced = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expanded = NULL;
  g_autofree char *name = NULL;
  JxMatch match;
  guint at = 0;

  if (!jx_find_bar_ensure_found (self) || !check_replacement (self))
    return;
  if (self->at >= jx_search_get_count (self->found))
    {
      jx_find_bar_go (self, 1, FALSE);
      return;
    }

  at = self->at;
  match = *jx_search_get (self->found, at);
  expanded = jx_search_expand (self->found, at, replacement);
  replaced = jx_search_replace (self->found, replacement, at, 1, NULL);
  name = dup_step_name (self);
  if (replaced->n_replaced == 0)
    {
      jx_find_bar_show_reason (self, self->replacement, replaced->reason);
      return;
    }
  if (!jx_history_do (self->history, g_steal_pointer (&replaced->edit), name, &error))
    {
      jx_find_bar_show_reason (self, self->replacement, error->message);
      return;
    }

  if (!jx_find_bar_ensure_found (self))
    return;
  while (at < jx_search_get_count (self->found) && jx_search_get (self->found, at)->item == match.item && jx_search_get (self->found, at)->field == match.field
         && jx_search_get (self->found, at)->offset < match.offset + strlen (expanded))
    at++;
  jx_find_bar_reveal (self, at % jx_search_get_count (self->found), FALSE);
}

/* The dialog has done it, or not. */
static void
replaced_cb (JxSearchReplaced *replaced, gpointer user_data)
{
  JxFindBar *self = user_data;
  g_autofree char *name = dup_step_name (self);
  g_autoptr (GError) error = NULL;

  if (self->history == NULL || replaced->n_replaced == 0)
    return;
  if (!jx_history_do (self->history, g_steal_pointer (&replaced->edit), name, &error))
    jx_find_bar_show_reason (self, self->replacement, error->message);
  else
    jx_find_bar_emit_replaced (self, replaced->n_replaced, replaced->skipped->len);
}

void
jx_find_bar_replace_all (JxFindBar *self)
{
  JxSearch *search = NULL;

  if (!jx_find_bar_ensure_found (self) || !check_replacement (self))
    return;

  /* A search of its own, which nothing that happens here can take away. */
  search = jx_find_bar_make_search (self, NULL);
  jx_search_step (search, -1, NULL);
  jx_replace_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), search,
                             gtk_editable_get_text (self->needle), gtk_editable_get_text (self->replacement),
                             replaced_cb, GTK_WIDGET (self));
}
