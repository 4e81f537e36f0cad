/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/jx-document.h"
#include "review/jx-profile.h"

/* More bases than this nobody looks through. */
#define MAX_CHOICES 30

struct _JxSheetChoices
{
  GtkPopover parent_instance;

  GtkWidget *list;
  GPtrArray *choices; /* (nullable) (element-type utf8) */
  GPtrArray *shown;   /* (element-type utf8): of @choices, a row each */
  int at;             /* the marked one of @shown; -1 for none */
};

G_DEFINE_FINAL_TYPE (JxSheetChoices, jx_sheet_choices, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (JxSheetChoices *self, GtkListBoxRow *row)
{
  g_autofree char *text = g_strdup (self->shown->pdata[gtk_list_box_row_get_index (row)]);

  g_signal_emit (self, signals[CHOSEN], 0, text);
}

static void
show_rows (JxSheetChoices *self, const char *typed)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_ptr_array_set_size (self->shown, 0);
  self->at = -1;

  for (guint i = 0; i < self->choices->len; i++)
    if (strstr (self->choices->pdata[i], typed))
      {
        GtkWidget *label = gtk_label_new (self->choices->pdata[i]);

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
        gtk_list_box_append (GTK_LIST_BOX (self->list), label);
        row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->shown->len);
        gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
        g_ptr_array_add (self->shown, self->choices->pdata[i]);
      }
}

static void
jx_sheet_choices_finalize (GObject *object)
{
  JxSheetChoices *self = JX_SHEET_CHOICES (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (jx_sheet_choices_parent_class)->finalize (object);
}

static void
jx_sheet_choices_class_init (JxSheetChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jx_sheet_choices_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", JX_TYPE_SHEET_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jx_sheet_choices_init (JxSheetChoices *self)
{
  self->shown = g_ptr_array_new ();
  self->at = -1;
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choices"), -1);
  gtk_popover_set_child (GTK_POPOVER (self), self->list);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
add_choice (GPtrArray *list, const char *text)
{
  if (text && text[0] && list->len < MAX_CHOICES && !strchr (text, '\n')
      && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (text));
}

static void
add_document_bases (GPtrArray *list, const JxItem *item)
{
  JxItem *root = jx_document_get_root (jx_item_get_document (item));

  for (guint p = 0; p < jx_item_count (root, JX_KIND_PROJECT); p++)
    {
      JxItem *project = jx_item_child (root, JX_KIND_PROJECT, p);

      for (guint i = 0; i < jx_item_count (project, JX_KIND_INDICATOR) && list->len < MAX_CHOICES; i++)
        add_choice (list, jx_item_get (jx_item_child (project, JX_KIND_INDICATOR, i), JX_FIELD_INDICATOR_BASIS));
    }
}

GPtrArray *
jx_sheet_choices_list (const JxItem *item, JxField field)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const JxProfile *profile = jx_profile_for (item);
  const char * const *names = NULL;

  if (field == JX_FIELD_INDICATOR_LEVEL1)
    names = jx_profile_list_level1 (profile);
  else if (field == JX_FIELD_INDICATOR_LEVEL2)
    names = jx_profile_list_level2 (profile, jx_item_get (item, JX_FIELD_INDICATOR_LEVEL1));
  else if (field == JX_FIELD_INDICATOR_BASIS)
    names = jx_profile_list_bases (profile);

  for (guint i = 0; names && names[i]; i++)
    add_choice (list, names[i]);
  if (field == JX_FIELD_INDICATOR_BASIS)
    add_document_bases (list, item);

  return list;
}

GtkWidget *
jx_sheet_choices_new (void)
{
  return g_object_new (JX_TYPE_SHEET_CHOICES, NULL);
}

void
jx_sheet_choices_offer (JxSheetChoices *self, GPtrArray *choices, const GdkRectangle *at)
{
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices;
  show_rows (self, "");
  if (self->shown->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
}

void
jx_sheet_choices_narrow (JxSheetChoices *self, const char *typed)
{
  if (self->choices == NULL || self->choices->len == 0)
    return;

  show_rows (self, typed);
  if (self->shown->len)
    gtk_popover_popup (GTK_POPOVER (self));
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

const char *
jx_sheet_choices_step (JxSheetChoices *self, int by)
{
  int count = self->shown->len;

  if (count == 0 || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;

  self->at = self->at < 0 ? (by > 0 ? 0 : count - 1) : (self->at + by + count) % count;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->at));

  return self->shown->pdata[self->at];
}
