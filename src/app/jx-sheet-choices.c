/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-choices.h"

#include <glib/gi18n-lib.h>

/* How high the list is before it scrolls, in pixels; so many rows fit in any size of letters. */
#define MAX_HEIGHT 260
#define MOST_ROWS 4

struct _JxSheetChoices
{
  GtkPopover parent_instance;

  GtkWidget *told;
  GtkWidget *scroller;
  GtkWidget *list;
  GPtrArray *choices; /* (element-type JxSheetChoice): a row each */
  int at;             /* the marked one; -1 for none */
  gboolean in_view;   /* the cell is */
  gboolean waiting;   /* for that, to be shown */
};

G_DEFINE_FINAL_TYPE (JxSheetChoices, jx_sheet_choices, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (JxSheetChoices *self, int index)
{
  return ((const JxSheetChoice *) self->choices->pdata[index])->text;
}

static void
row_activated_cb (JxSheetChoices *self, GtkListBoxRow *row)
{
  g_autofree char *text = g_strdup (get_text (self, gtk_list_box_row_get_index (row)));

  g_signal_emit (self, signals[CHOSEN], 0, text);
}

/* Stepping marks a row; one that is marked otherwise, as assistive technology does, is taken. */
static void
row_selected_cb (JxSheetChoices *self, GtkListBoxRow *row)
{
  if (row != NULL && gtk_list_box_row_get_index (row) != self->at)
    row_activated_cb (self, row);
}

static GtkWidget *
make_label (const char *text, double xalign, int max_width_chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_width_chars);

  return label;
}

static void
show_rows (JxSheetChoices *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  self->at = -1;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const JxSheetChoice *choice = self->choices->pdata[i];
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18), *text = make_label (choice->text, 0, 28);

      gtk_widget_set_hexpand (text, TRUE);
      gtk_box_append (GTK_BOX (line), text);
      if (choice->note)
        {
          GtkWidget *note = make_label (choice->note, 1, 20);

          gtk_widget_add_css_class (note, "dim-label");
          gtk_box_append (GTK_BOX (line), note);
        }
      gtk_list_box_append (GTK_LIST_BOX (self->list), line);
      gtk_widget_set_focusable (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)), FALSE);
    }
}

static void
jx_sheet_choices_finalize (GObject *object)
{
  g_ptr_array_unref (JX_SHEET_CHOICES (object)->choices);

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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->choices = g_ptr_array_new ();
  self->at = -1;
  self->in_view = TRUE;
  self->told = make_label (NULL, 0, 36);
  gtk_label_set_ellipsize (GTK_LABEL (self->told), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (self->told), TRUE);
  gtk_widget_add_css_class (self->told, "told");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choices"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_box_append (GTK_BOX (box), self->told);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
jx_sheet_choices_new (void)
{
  return g_object_new (JX_TYPE_SHEET_CHOICES, NULL);
}

void
jx_sheet_choices_offer (JxSheetChoices *self, GPtrArray *choices, const char *told, const GdkRectangle *at)
{
  g_ptr_array_unref (self->choices);
  self->choices = choices;
  show_rows (self);
  gtk_widget_set_visible (self->scroller, choices->len > 0);
  /* A place for a scroll bar would be higher than a row or two. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  choices->len > MOST_ROWS ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  jx_sheet_choices_tell (self, told);
  self->waiting = FALSE;
  if (choices->len == 0 && told == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  if (self->in_view)
    gtk_popover_popup (GTK_POPOVER (self));
  else
    self->waiting = TRUE;
}

void
jx_sheet_choices_begin (JxSheetChoices *self, gboolean in_view)
{
  self->in_view = in_view;
  self->waiting = FALSE;
}

void
jx_sheet_choices_set_in_view (JxSheetChoices *self, gboolean in_view)
{
  if (in_view == self->in_view)
    return;

  self->in_view = in_view;
  if (!in_view)
    {
      self->waiting = gtk_widget_get_visible (GTK_WIDGET (self));
      gtk_popover_popdown (GTK_POPOVER (self));
    }
  else if (self->waiting)
    gtk_popover_popup (GTK_POPOVER (self));
}

void
jx_sheet_choices_tell (JxSheetChoices *self, const char *told)
{
  gtk_label_set_text (GTK_LABEL (self->told), told ? told : "");
  gtk_widget_set_visible (self->told, told != NULL);
}

/* The list scrolls with the marked row; nothing here can take the focus, which would do that. */
static void
show_row (JxSheetChoices *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

const char *
jx_sheet_choices_step (JxSheetChoices *self, int by)
{
  int count = self->choices->len;
  GtkListBoxRow *row;

  if (count == 0 || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;

  self->at = self->at < 0 ? (by > 0 ? 0 : count - 1) : (self->at + by + count) % count;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->at);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  show_row (self, row);

  return get_text (self, self->at);
}
