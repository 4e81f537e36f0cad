/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-compare-window.h"

#include <glib/gi18n-lib.h>

#include "app/jx-busy.h"
#include "app/jx-change-row.h"
#include "app/jx-growing-list.h"
#include "app/jx-take-in-report.h"
#include "app/jx-two-panes.h"
#include "model/jx-merge.h"

/* Where much differs the list grows by and by, and beyond so many rows only as it is looked at. */
#define ROWS_AT_ONCE 100
#define ROWS_UNASKED 1000
/* So long it is compared at once, and then in each idle moment. */
#define FIRST_US 60000
#define SLICE_US 8000

struct _JxCompareWindow
{
  AdwWindow parent_instance;

  JxWindow *window; /* weak */
  JxSession *session;
  GPtrArray *with;
  gboolean before;
  JxMerge *merge;  /* (nullable): what is shown */
  JxMerge *coming; /* (nullable): what is being worked out */
  JxBusy *busy;    /* (nullable): of that, where it takes long */
  GCancellable *cancellable;
  guint slice;     /* source that goes on with it */
  guint refresh;  /* source */
  guint filled;   /* so many of the changes are in the list */
  guint n_rows;   /* and stand in so many rows */
  JxItem *sought; /* (nullable): the part to be looked at when it comes; only its address is known */
  JxItem *shown;  /* (nullable): the part looked at; only its address is known */
  gboolean filling;

  AdwWindowTitle *title;
  GtkDropDown *which;
  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkBox *detail;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (JxCompareWindow, jx_compare_window, ADW_TYPE_WINDOW)

JxCompareWith *
jx_compare_with_new (const char *name, JxDocument *document)
{
  JxCompareWith *with = g_new (JxCompareWith, 1);

  with->name = g_strdup (name);
  with->document = g_object_ref (document);

  return with;
}

void
jx_compare_with_free (JxCompareWith *with)
{
  g_free (with->name);
  g_object_unref (with->document);
  g_free (with);
}

/* The project a change is in, or the document's own item; theirs where mine has none. */
static JxItem *
get_part (JxCompareWindow *self, const JxMergeChange *change)
{
  JxItem *item = change->mine != NULL ? change->mine : change->theirs;
  JxItem *mine = NULL;

  while (jx_item_get_kind (item) != JX_KIND_PROJECT && jx_item_get_parent (item) != NULL)
    item = jx_item_get_parent (item);

  mine = jx_merge_find_mine (self->merge, item);
  return mine != NULL ? mine : item;
}

static JxItem *
get_row_part (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "jx-part") : NULL;
}

static char *
dup_part_name (const JxItem *part)
{
  const char *caption = jx_item_get_caption (part);

  if (jx_item_get_kind (part) == JX_KIND_DOCUMENT)
    return g_strdup (_("Department’s part"));

  return g_strdup (*caption != '\0' ? caption : _("Unnamed project"));
}

static const JxCompareWith *
get_with (JxCompareWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->which);

  return self->with->pdata[selected < self->with->len ? selected : 0];
}

static void
show_cb (JxCompareWindow *self, JxChangeRow *row)
{
  const JxMergeChange *change = jx_change_row_get_change (row);

  if (self->window == NULL || change->mine == NULL || !jx_item_is_attached (change->mine))
    return;

  jx_window_reveal (self->window, change->mine, change->field);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
taken_cb (JxCompareWindow *self, JxChangeRow *row)
{
  JxMergeChange *taken = jx_change_row_get_change (row);
  GArray *changes = jx_merge_list (self->merge);
  g_autofree char *place = jx_change_row_describe_place (taken->mine != NULL ? taken->mine : taken->theirs, taken->field);
  /* Translators: steps of undo; %s is a place */
  g_autofree char *name = g_strdup_printf (self->before ? _("Take Back %s") : _("Take Over %s"), place);
  g_autoptr (JxEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  /* What was just typed may be taken by the commit; then what is shown is of no use any more. */
  if ((self->window != NULL && !jx_window_commit (self->window)) || self->coming != NULL || self->refresh != 0)
    return;

  for (guint i = 0; i < changes->len; i++)
    g_array_index (changes, JxMergeChange, i).taken = &g_array_index (changes, JxMergeChange, i) == taken;
  edit = jx_merge_make_edit (self->merge);
  if (!jx_history_do (jx_session_get_history (self->session), g_steal_pointer (&edit), name, &error))
    g_warning ("A difference could not be taken: %s", error->message); /* its value comes out of a document */
}

static void
clear_detail (JxCompareWindow *self)
{
  GtkWidget *child = NULL;

  self->shown = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->detail))) != NULL)
    gtk_box_remove (self->detail, child);
}

/* The differences of one part. @part: (nullable): there are none. */
static void
show_part (JxCompareWindow *self, JxItem *part)
{
  const JxCompareWith *with = get_with (self);
  JxChangeLook look = { self->before ? _("Now") : _("This document"), with->name, self->before, self->before ? _("Take Back") : _("Take Over") };
  GArray *changes = jx_merge_list (self->merge);
  g_autofree char *name = part != NULL ? dup_part_name (part) : NULL;

  clear_detail (self);
  if (part == NULL)
    {
      const char *words = self->before ? _("Nothing was changed.") : _("Both say the same.");

      gtk_box_append (self->detail, jx_take_in_text_new (words, "dim-label"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      return;
    }

  self->shown = part;
  gtk_box_append (self->detail, jx_take_in_text_new (name, "title-3"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < changes->len; i++)
    {
      JxMergeChange *change = &g_array_index (changes, JxMergeChange, i);
      GtkWidget *row = NULL;

      if (get_part (self, change) != part)
        continue;
      row = jx_change_row_new_look (change, &look);
      g_signal_connect_object (row, "shown", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->detail, row);
    }
}

static GtkListBoxRow *
add_row (JxCompareWindow *self, JxItem *part, guint n_changes)
{
  g_autofree char *name = dup_part_name (part);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u difference", "%u differences", n_changes), n_changes);
  GtkListBoxRow *row = jx_two_panes_row_new (name);

  jx_two_panes_row_set (row, count, FALSE);
  g_object_set_data (G_OBJECT (row), "jx-part", part);
  gtk_list_box_append (self->list, GTK_WIDGET (row));

  return row;
}

/* The differences of the next part, whose row comes to the list. */
static void
fill_row (JxCompareWindow *self, GArray *changes)
{
  JxItem *part = get_part (self, &g_array_index (changes, JxMergeChange, self->filled));
  guint first = self->filled;
  GtkListBoxRow *row = NULL;

  while (self->filled < changes->len && get_part (self, &g_array_index (changes, JxMergeChange, self->filled)) == part)
    self->filled++;
  row = add_row (self, part, self->filled - first);
  self->n_rows++;
  if (part != self->sought)
    return;

  self->sought = NULL;
  self->filling = FALSE;
  gtk_list_box_select_row (self->list, row);
  self->filling = TRUE;
}

static void
select_first (JxCompareWindow *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first == NULL)
    show_part (self, NULL);
  else if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, first);
}

static JxGrowth
fill_cb (gpointer user_data)
{
  JxCompareWindow *self = user_data;
  GArray *changes = jx_merge_list (self->merge);

  self->filling = TRUE;
  for (guint n = 0; n < ROWS_AT_ONCE && self->filled < changes->len; n++)
    fill_row (self, changes);
  self->filling = FALSE;

  if (self->filled == changes->len)
    self->sought = NULL; /* it is not among them any more */
  if (self->sought == NULL)
    select_first (self);
  if (self->filled == changes->len)
    return JX_GROWTH_ENDED;

  return self->sought != NULL || self->n_rows < ROWS_UNASKED ? JX_GROWTH_GOES_ON : JX_GROWTH_WAITS;
}

static void
stop_comparing (JxCompareWindow *self)
{
  g_clear_handle_id (&self->slice, g_source_remove);
  g_clear_pointer (&self->coming, jx_merge_free);
}

/* The part looked at stays, where it still differs. */
static void
empty_list (JxCompareWindow *self)
{
  GtkListBoxRow *row = NULL;

  self->sought = get_row_part (gtk_list_box_get_selected_row (self->list));
  jx_growing_list_stop (self->list);
  self->filling = TRUE;
  clear_detail (self); /* its rows know the changes that go away */
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->filling = FALSE;
  self->filled = 0;
  self->n_rows = 0;
}

/* To the part looked at; where parts are out of sight to its first difference, and where there is none to the words that say so. */
static void
focus_part (JxCompareWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && !adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (!gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

/* What was worked out is shown; the window, too, where this is the first time. */
static void
show_merge (JxCompareWindow *self)
{
  const JxCompareWith *with = get_with (self);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->leaflet)) != NULL;
  g_autofree char *subtitle = NULL;
  guint n = 0;

  g_clear_pointer (&self->busy, jx_busy_free);
  empty_list (self);
  g_clear_pointer (&self->merge, jx_merge_free);
  self->merge = g_steal_pointer (&self->coming);
  n = jx_merge_list (self->merge)->len;
  subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u difference", "%s: %u differences", n), with->name, n);
  adw_window_title_set_subtitle (self->title, subtitle);
  jx_growing_list_start (self->list, fill_cb, self);
  if (focused || !gtk_widget_get_visible (GTK_WIDGET (self)))
    focus_part (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static gboolean
slice_cb (gpointer user_data)
{
  JxCompareWindow *self = user_data;
  guint done, total;

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      self->slice = 0;
      gtk_window_destroy (GTK_WINDOW (self));
      return G_SOURCE_REMOVE;
    }
  if (jx_merge_step (self->coming, SLICE_US))
    {
      jx_merge_get_progress (self->coming, &done, &total);
      jx_busy_report (self->busy, done, total);
      return G_SOURCE_CONTINUE;
    }

  self->slice = 0;
  show_merge (self);
  return G_SOURCE_REMOVE;
}

/* Compares anew; until that is done what was shown stays, but nothing of it can be taken. */
static void
compare (JxCompareWindow *self)
{
  JxItem *mine = jx_document_get_root (jx_session_get_document (self->session));
  JxItem *theirs = jx_document_get_root (get_with (self)->document);

  stop_comparing (self);
  /* With mine as the base all that theirs has otherwise is theirs: every difference, blanks too. */
  self->coming = jx_merge_begin (mine, theirs, mine, JX_MERGE_WHOLE);
  if (!jx_merge_step (self->coming, FIRST_US))
    {
      show_merge (self);
      return;
    }

  if (self->busy == NULL)
    self->busy = jx_busy_new (gtk_widget_get_visible (GTK_WIDGET (self)) ? GTK_WINDOW (self) : GTK_WINDOW (self->window),
                              _("Comparing"), self->cancellable);
  self->slice = g_idle_add_full (G_PRIORITY_LOW, slice_cb, self, NULL);
}

static gboolean
refresh_cb (gpointer user_data)
{
  JxCompareWindow *self = user_data;

  self->refresh = 0;
  compare (self);
  return G_SOURCE_REMOVE;
}

/* An edit may be one of many: what differs is worked out once they are made. */
static void
settled_cb (JxCompareWindow *self)
{
  stop_comparing (self);
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, JxCompareWindow *self)
{
  /* GTK tells of it again when the focus comes to the row. */
  if (self->filling || row == NULL || get_row_part (row) == self->shown)
    return;

  show_part (self, get_row_part (row));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
which_cb (JxCompareWindow *self)
{
  if (self->session != NULL)
    compare (self);
}

static void
jx_compare_window_dispose (GObject *object)
{
  JxCompareWindow *self = JX_COMPARE_WINDOW (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  stop_comparing (self);
  g_clear_pointer (&self->busy, jx_busy_free);
  if (self->list != NULL)
    jx_growing_list_stop (self->list);
  self->filling = TRUE;
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (jx_compare_window_parent_class)->dispose (object);
}

static void
jx_compare_window_finalize (GObject *object)
{
  JxCompareWindow *self = JX_COMPARE_WINDOW (object);

  g_clear_pointer (&self->merge, jx_merge_free);
  g_clear_pointer (&self->with, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jx_compare_window_parent_class)->finalize (object);
}

static void
jx_compare_window_class_init (JxCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = jx_compare_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JxCompareWindow, title);
  gtk_widget_class_bind_template_child (widget_class, JxCompareWindow, which);
  gtk_widget_class_bind_template_child (widget_class, JxCompareWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JxCompareWindow, list);
  gtk_widget_class_bind_template_child (widget_class, JxCompareWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, JxCompareWindow, detail);
  gtk_widget_class_bind_template_child (widget_class, JxCompareWindow, back);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, which_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jx_compare_window_init (JxCompareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  jx_two_panes_connect (self->leaflet, self->list, GTK_WIDGET (self->detail), self->back);
}

GtkWindow *
jx_compare_window_present (JxWindow *window, GPtrArray *with, gboolean before)
{
  JxCompareWindow *self = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_val_if_fail (JX_IS_WINDOW (window) && jx_window_get_session (window) != NULL, NULL);
  g_return_val_if_fail (with != NULL && with->len > 0, NULL);

  self = g_object_new (JX_TYPE_COMPARE_WINDOW, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->with = with;
  self->before = before;
  for (guint i = 0; i < with->len; i++)
    gtk_string_list_append (names, ((JxCompareWith *) with->pdata[i])->name);
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->which), with->len > 1);
  gtk_window_set_title (GTK_WINDOW (self), before ? _("Changes") : _("Compare"));
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));

  self->session = g_object_ref (jx_window_get_session (window));
  g_signal_connect_object (jx_session_get_document (self->session), "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  compare (self);

  return GTK_WINDOW (self);
}
