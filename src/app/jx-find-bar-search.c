/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-find-bar-private.h"

#include <glib/gi18n-lib.h>

#include "model/jx-path.h"

/* What the bar looks for, in slices, and which of what it found is shown. */

/* For how long it may search before the next frame. */
#define SLICE_US 8000

static void
mark_wrong (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
jx_find_bar_show_reason (JxFindBar *self, GtkEditable *wrong, const char *reason)
{
  gtk_label_set_text (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  mark_wrong (self->needle, wrong == self->needle);
  mark_wrong (self->replacement, wrong == self->replacement);
  jx_find_bar_show_state (self);
}

/* What screen readers say of the words looked for and of those in their place: what is wrong with them,
 * or which match is shown, where, of how many. */
static char *
dup_spoken (JxFindBar *self)
{
  guint count = self->found != NULL ? jx_search_get_count (self->found) : 0;
  g_autofree char *place = NULL;

  if (gtk_widget_get_visible (GTK_WIDGET (self->reason)))
    return g_strdup (gtk_label_get_text (self->reason));
  if (self->found == NULL)
    return g_strdup ("");
  if (self->at >= count)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u match", "%u matches", count), count);

  place = jx_path_to_label (jx_search_get (self->found, self->at)->item, jx_search_get (self->found, self->at)->field);
  /* Translators: which match is shown, of how many, and its place */
  return g_strdup_printf (_("Match %u of %u: %s"), self->at + 1, count, place);
}

void
jx_find_bar_show_state (JxFindBar *self)
{
  guint count = self->found != NULL ? jx_search_get_count (self->found) : 0;
  gboolean done = self->found == NULL || jx_search_is_done (self->found);
  g_autofree char *figures = NULL;
  g_autofree char *spoken = dup_spoken (self);

  if (self->found != NULL && count == 0 && done)
    figures = g_strdup (_("Not found"));
  else if (count > 0 && self->at < count)
    figures = g_strdup_printf ("%u / %u%s", self->at + 1, count, done ? "" : "…");
  else if (count > 0)
    figures = g_strdup_printf ("%u%s", count, done ? "" : "…");

  gtk_label_set_text (self->count, figures != NULL ? figures : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->needle), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->replacement), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_widget_set_sensitive (self->previous, count > 0);
  gtk_widget_set_sensitive (self->next, count > 0);
  gtk_widget_set_sensitive (self->replace, count > 0);
  gtk_widget_set_sensitive (self->replace_all, count > 0);
  gtk_widget_set_visible (self->matches, count > 0 && gtk_toggle_button_get_active (self->list_mode));

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, self->at < count ? self->at : GTK_INVALID_LIST_POSITION);
  self->syncing = FALSE;
}

/* Where the match shown last is among those found now. */
static void
find_last (JxFindBar *self)
{
  guint count = jx_search_get_count (self->found);

  self->at = G_MAXUINT;
  if (self->last.item == NULL || !jx_item_is_attached (self->last.item))
    return;

  for (guint i = jx_search_find (self->found, self->last.item); i < count; i++)
    {
      const JxMatch *match = jx_search_get (self->found, i);

      if (match->item == self->last.item && match->field == self->last.field && match->offset == self->last.offset)
        {
          self->at = i;
          return;
        }
    }
}

static void
go_on_searching (JxFindBar *self, gint64 budget_us)
{
  g_autoptr (GError) error = NULL;

  jx_search_step (self->found, budget_us, &error);
  if (error != NULL)
    jx_find_bar_show_reason (self, self->needle, error->message);
  jx_match_list_grow (self->entries);
  if (jx_search_is_done (self->found))
    {
      g_clear_handle_id (&self->slice, g_source_remove);
      if (self->at == G_MAXUINT)
        find_last (self);
    }
  jx_find_bar_show_state (self);
}

static gboolean
slice_cb (gpointer user_data)
{
  JxFindBar *self = user_data;

  go_on_searching (self, SLICE_US);

  return self->slice != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static JxItem *
get_scope (JxFindBar *self)
{
  switch (gtk_drop_down_get_selected (self->scope))
    {
    case SCOPE_DEPARTMENT: return jx_document_get_root (jx_history_get_document (self->history));
    case SCOPE_PROJECT: return self->current;
    case SCOPE_ALL:
    default: return NULL;
    }
}

JxSearch *
jx_find_bar_make_search (JxFindBar *self, GError **error)
{
  JxSearchOptions options = {
    gtk_editable_get_text (self->needle),
    gtk_toggle_button_get_active (self->match_case),
    gtk_toggle_button_get_active (self->whole_word),
    gtk_toggle_button_get_active (self->regex),
    NULL,
  };

  if (self->history == NULL || *options.needle == '\0')
    return NULL;

  options.scope = get_scope (self);
  return jx_search_new (jx_history_get_document (self->history), &options, error);
}

void
jx_find_bar_forget (JxFindBar *self)
{
  g_clear_handle_id (&self->slice, g_source_remove);
  self->syncing = TRUE;
  jx_match_list_set_search (self->entries, NULL);
  self->syncing = FALSE;
  g_clear_pointer (&self->found, jx_search_free);
  self->at = G_MAXUINT;
}

void
jx_find_bar_search_anew (JxFindBar *self)
{
  g_autoptr (GError) error = NULL;
  JxSearch *search = jx_find_bar_make_search (self, &error);

  self->stale = FALSE;
  jx_find_bar_forget (self);
  jx_find_bar_show_reason (self, error != NULL ? self->needle : NULL, error != NULL ? error->message : NULL);
  if (search == NULL)
    return;

  self->found = search;
  self->syncing = TRUE;
  jx_match_list_set_search (self->entries, search);
  self->syncing = FALSE;
  self->slice = g_idle_add_full (G_PRIORITY_LOW, slice_cb, self, NULL);
  go_on_searching (self, SLICE_US);
}

/* All there is to know now, for what needs more than the first matches. */
gboolean
jx_find_bar_ensure_found (JxFindBar *self)
{
  if (self->found == NULL || self->stale)
    jx_find_bar_search_anew (self);
  if (self->found != NULL && !jx_search_is_done (self->found))
    go_on_searching (self, -1);

  return self->found != NULL && jx_search_get_count (self->found) > 0;
}

void
jx_find_bar_reveal (JxFindBar *self, guint at, gboolean enter)
{
  self->at = at;
  self->last = *jx_search_get (self->found, at);
  jx_find_bar_show_state (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
  jx_find_bar_emit_reveal (self, enter);
}

gboolean
jx_find_bar_go (JxFindBar *self, int by, gboolean enter)
{
  guint count = 0;
  guint at = 0;

  g_return_val_if_fail (JX_IS_FIND_BAR (self), FALSE);

  if (!jx_find_bar_ensure_found (self))
    return FALSE;

  count = jx_search_get_count (self->found);
  if (self->at < count)
    at = (self->at + count + by) % count;
  else
    {
      /* From the page that is looked at. */
      guint base = self->current != NULL ? jx_search_find (self->found, self->current) : 0;

      at = by > 0 ? base % count : (base + count - 1) % count;
    }
  jx_find_bar_reveal (self, at, enter);

  return TRUE;
}
