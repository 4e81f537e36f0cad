/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-file-bar.h"

#include <glib/gi18n-lib.h>

struct _JxFileBar
{
  AdwBin parent_instance;

  JxFileWatch *watch;
  char *warning; /* (nullable) */

  GtkInfoBar *bar;
  GtkLabel *label;
  GtkWidget *reload_button;
  GtkWidget *compare_button;
  GtkWidget *copy_button;
  GtkWidget *save_as_button;
};

G_DEFINE_FINAL_TYPE (JxFileBar, jx_file_bar, ADW_TYPE_BIN)

static char *
dup_holder_sentence (const JxLockHolder *holder)
{
  const char *person = *holder->person != '\0' ? holder->person : _("somebody else");

  if (*holder->host == '\0' || *holder->since == '\0')
    return g_strdup_printf (_("The file is open at %s. If both of you save it, one loses work."), person);

  /* Translators: a person, a computer, a date and time */
  return g_strdup_printf (_("The file is open at %s (%s) since %s. If both of you save it, one loses work."),
                          person, holder->host, holder->since);
}

static void
update (JxFileBar *self)
{
  JxFileState state = self->watch != NULL ? jx_file_watch_get_state (self->watch) : JX_FILE_SAME;
  const JxLockHolder *holder = self->watch != NULL ? jx_file_watch_get_holder (self->watch) : NULL;
  g_autofree char *sentence = NULL;

  if (state == JX_FILE_CHANGED)
    sentence = g_strdup (_("Somebody else has changed the file since it was read here."));
  else if (state == JX_FILE_GONE)
    sentence = g_strdup (_("The file was moved or deleted. What you see here is still whole; save it to have it again."));
  else if (self->warning != NULL)
    sentence = g_strdup (self->warning);
  else if (holder != NULL)
    sentence = dup_holder_sentence (holder);

  if (sentence != NULL)
    gtk_label_set_text (self->label, sentence);
  gtk_widget_set_visible (self->reload_button, state == JX_FILE_CHANGED);
  gtk_widget_set_visible (self->compare_button, state == JX_FILE_CHANGED);
  gtk_widget_set_visible (self->copy_button, state == JX_FILE_SAME && holder != NULL && self->warning == NULL);
  gtk_widget_set_visible (self->save_as_button, state != JX_FILE_SAME || self->warning != NULL);
  gtk_info_bar_set_revealed (self->bar, sentence != NULL);
}

static void
response_cb (GtkInfoBar *bar, int response, JxFileBar *self)
{
  gtk_info_bar_set_revealed (bar, FALSE);
}

static void
jx_file_bar_dispose (GObject *object)
{
  JxFileBar *self = JX_FILE_BAR (object);

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, update, self);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->warning, g_free);

  G_OBJECT_CLASS (jx_file_bar_parent_class)->dispose (object);
}

static void
jx_file_bar_class_init (JxFileBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_file_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-file-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JxFileBar, bar);
  gtk_widget_class_bind_template_child (widget_class, JxFileBar, label);
  gtk_widget_class_bind_template_child (widget_class, JxFileBar, reload_button);
  gtk_widget_class_bind_template_child (widget_class, JxFileBar, compare_button);
  gtk_widget_class_bind_template_child (widget_class, JxFileBar, copy_button);
  gtk_widget_class_bind_template_child (widget_class, JxFileBar, save_as_button);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
jx_file_bar_init (JxFileBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jx_file_bar_set_watch (JxFileBar *self, JxFileWatch *watch)
{
  g_return_if_fail (JX_IS_FILE_BAR (self));

  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, update, self);
  g_set_object (&self->watch, watch);
  if (watch != NULL)
    g_signal_connect_object (watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
jx_file_bar_set_warning (JxFileBar *self, const char *warning)
{
  g_return_if_fail (JX_IS_FILE_BAR (self));

  /* Said again it would come back each time she has closed it. */
  if (g_strcmp0 (self->warning, warning) == 0)
    return;

  g_free (self->warning);
  self->warning = g_strdup (warning);
  update (self);
}

const char *
jx_file_bar_get_sentence (JxFileBar *self)
{
  g_return_val_if_fail (JX_IS_FILE_BAR (self), NULL);

  return gtk_info_bar_get_revealed (self->bar) ? gtk_label_get_text (self->label) : NULL;
}
