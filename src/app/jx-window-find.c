/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/jx-find-bar.h"

/* Around what is scrolled to. */
#define SCROLL_MARGIN 24
/* How long a page may take to find its places. */
#define SCROLL_FRAMES 12

/* The find bar and the pages: where the focus is, comes from and goes to. */

static gboolean
is_in_bar (JxWindow *self, GtkWidget *widget)
{
  return widget != NULL && gtk_widget_is_ancestor (widget, GTK_WIDGET (self->find_bar));
}

/* What is marked where somebody writes, if it is part of a line. */
static char *
dup_marked_words (GtkWidget *widget)
{
  g_autofree char *words = NULL;
  int start, end;
  GtkTextIter from, to;

  if (GTK_IS_EDITABLE (widget) && gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), &start, &end))
    words = gtk_editable_get_chars (GTK_EDITABLE (widget), start, end);
  else if (GTK_IS_TEXT_VIEW (widget)
           && gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), &from, &to))
    words = gtk_text_iter_get_text (&from, &to);

  return words != NULL && strchr (words, '\n') == NULL ? g_steal_pointer (&words) : NULL;
}

/* A selection without the focus can hardly be seen. */
static void
mark_text (GtkTextBuffer *buffer, const GtkTextIter *from, const GtkTextIter *to)
{
  static const GdkRGBA amber = { 0.96, 0.76, 0.07, 0.5 };

  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "found") == NULL)
    gtk_text_buffer_create_tag (buffer, "found", "background-rgba", &amber, NULL);
  gtk_text_buffer_apply_tag_by_name (buffer, "found", from, to);
}

static void
unmark (JxWindow *self)
{
  if (self->found != NULL)
    gtk_widget_remove_css_class (self->found, "found");
  if (self->found != NULL && GTK_IS_TEXT_VIEW (self->found))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->found));
      GtkTextIter from, to;

      gtk_text_buffer_get_bounds (buffer, &from, &to);
      if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "found") != NULL)
        gtk_text_buffer_remove_tag_by_name (buffer, "found", &from, &to);
    }
  g_clear_weak_pointer (&self->found);
}

/* A page just made finds its places over some frames, and without the focus nothing in it is scrolled to by itself. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JxWindow *self = JX_WINDOW (widget);
  GtkWidget *found = self->found;
  GtkWidget *viewport = found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_VIEWPORT) : NULL;
  GtkWidget *inside = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GdkRectangle place = { 0, 0, 0, 0 };
  double top;

  if (inside == NULL || self->scroll_frames == 0)
    {
      self->scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->scroll_frames--;
  if (gtk_widget_get_height (found) == 0)
    return G_SOURCE_CONTINUE;

  place.height = gtk_widget_get_height (found);
  if (GTK_IS_TEXT_VIEW (found))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (found));
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (found), &iter, &place);
    }
  if (gtk_widget_translate_coordinates (found, inside, 0, place.y, NULL, &top))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               top - SCROLL_MARGIN, top + place.height + SCROLL_MARGIN);

  return G_SOURCE_CONTINUE;
}

/* Marks the match in what shows it as text, where that is the text searched. */
static void
select_match (GtkWidget *widget, const JxMatch *match)
{
  int start = g_utf8_strlen (match->value, match->offset);
  int end = start + g_utf8_strlen (match->value + match->offset, match->length);

  if (GTK_IS_EDITABLE (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), match->value))
    gtk_editable_select_region (GTK_EDITABLE (widget), start, end);
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      g_autofree char *text = NULL;
      GtkTextIter from, to;

      gtk_text_buffer_get_bounds (buffer, &from, &to);
      text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
      if (!g_str_equal (text, match->value))
        return;
      gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
      gtk_text_buffer_select_range (buffer, &from, &to);
      mark_text (buffer, &from, &to);
    }
}

/* Showing takes the focus there; who is still typing in the bar gets it back, and the place a mark. */
static void
reveal_cb (JxFindBar *bar, const JxMatch *match, gboolean enter, JxWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *shown = NULL;

  unmark (self);
  jx_window_reveal (self, match->item, match->field);
  shown = gtk_window_get_focus (GTK_WINDOW (self));
  if (shown == NULL || is_in_bar (self, shown))
    return;

  select_match (shown, match);
  g_set_weak_pointer (&self->found, shown);
  if (enter || !is_in_bar (self, focus))
    return;
  gtk_widget_add_css_class (shown, "found");
  self->scroll_frames = SCROLL_FRAMES;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), focus);
  /* Not all its text, which the next key would replace. */
  if (GTK_IS_TEXT (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
}

/* To the match shown last, or else to where it was before. */
static void
closed_cb (JxFindBar *bar, JxWindow *self)
{
  GtkWidget *target = self->found != NULL && gtk_widget_get_mapped (self->found) ? self->found : self->before_find;
  JxPage *page = jx_window_get_current_page (self);

  if (target != NULL && gtk_widget_get_mapped (target))
    gtk_window_set_focus (GTK_WINDOW (self), target);
  else if (page != NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  unmark (self);
  g_clear_weak_pointer (&self->before_find);
}

static void
replaced_cb (JxFindBar *bar, guint n_replaced, guint n_skipped, JxWindow *self)
{
  g_autofree char *replaced = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u match replaced", "%u matches replaced", n_replaced), n_replaced);
  g_autofree char *skipped = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u stays as it is", "%u stay as they are", n_skipped), n_skipped);
  g_autofree char *text = n_skipped > 0 ? g_strdup_printf ("%s · %s", replaced, skipped) : g_strdup (replaced);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
open_bar (JxWindow *self, gboolean with_replacement)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *words = NULL;

  /* Asked for in a menu within the main menu, which goes. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->menu_button)))
    focus = self->before_menu;
  if (focus != NULL && !is_in_bar (self, focus))
    {
      words = dup_marked_words (focus);
      g_set_weak_pointer (&self->before_find, focus);
    }
  jx_find_bar_open (self->find_bar, words, with_replacement);
}

static void
go (JxWindow *self, int by)
{
  gboolean in_bar = is_in_bar (self, gtk_window_get_focus (GTK_WINDOW (self)));

  if (!jx_find_bar_go (self->find_bar, by, !in_bar))
    open_bar (self, FALSE);
}

void
jx_window_init_find (JxWindow *self)
{
  g_signal_connect_object (self->find_bar, "reveal", G_CALLBACK (reveal_cb), self, 0);
  g_signal_connect_object (self->find_bar, "closed", G_CALLBACK (closed_cb), self, 0);
  g_signal_connect_object (self->find_bar, "replaced", G_CALLBACK (replaced_cb), self, 0);
}

void
jx_window_find (JxWindow *self, GVariant *parameter)
{
  open_bar (self, FALSE);
}

void
jx_window_find_replace (JxWindow *self, GVariant *parameter)
{
  open_bar (self, TRUE);
}

void
jx_window_find_next (JxWindow *self, GVariant *parameter)
{
  go (self, 1);
}

void
jx_window_find_previous (JxWindow *self, GVariant *parameter)
{
  go (self, -1);
}
