/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sidebar.h"

#include <glib/gi18n-lib.h>

#include "app/jx-project-drag.h"
#include "app/jx-project-list.h"
#include "app/jx-project-row.h"
#include "app/jx-spending-bar.h"
#include "base/jx-amount.h"
#include "base/jx-fold.h"

/* A list makes hundreds of rows beforehand. Before the window's first frame it gets no more than fit. */
#define FIRST_ROWS 32

struct _JxSidebar
{
  GtkWidget parent_instance;

  JxDocument *document;
  JxProjectList *projects;
  GtkFilterListModel *filtered;
  GtkSliceListModel *shown; /* the first rows of these, from the second frame on all */
  guint second_frame;
  GtkSingleSelection *selection;
  JxItem *current;
  char *wanted; /* what is searched for, folded; NULL for everything */
  guint sums;   /* source that works out the sums anew */

  GtkSearchEntry *search;
  GtkListView *list;
  GtkWidget *nothing;
  GtkWidget *add;
  GtkWidget *add_first;
  GtkLabel *total;
  GtkLabel *shares;
  JxSpendingBar *bar;
  GMenuModel *row_menu;
  GtkWidget *popover;
  GtkWidget *menu_row; /* weak: whose menu it was last */
};

G_DEFINE_FINAL_TYPE (JxSidebar, jx_sidebar, GTK_TYPE_WIDGET)

static guint opened_signal;

static char *
format_share (gint64 share)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "%%", (share + 50) / 100);
}

static gboolean
show_sums_cb (gpointer user_data)
{
  JxSidebar *self = user_data;
  g_autoptr (JxProgress) progress = jx_progress_new (jx_document_get_root (self->document));
  g_autofree char *budget = jx_amount_format_grouped (progress->budget_fen);
  g_autofree char *shares = NULL;
  g_autofree char *sentence = jx_progress_describe (JX_LANGUAGE_INTERFACE, progress);

  self->sums = 0;
  if (progress->latest >= 0)
    {
      JxProgressPoint *latest = &g_array_index (progress->points, JxProgressPoint, progress->latest);
      g_autofree char *spent = format_share (latest->spent_share);
      g_autofree char *plan = format_share (latest->plan_share);

      shares = g_strdup_printf (_("Spent %s, plan %s"), spent, plan);
    }

  gtk_label_set_text (self->total, budget);
  gtk_label_set_text (self->shares, shares != NULL ? shares : _("No spending entered yet"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->shares), sentence);
  jx_spending_bar_set_progress (self->bar, progress);
  gtk_widget_set_visible (self->add_first, progress->n_projects == 0);

  return G_SOURCE_REMOVE;
}

static void
queue_sums (JxSidebar *self)
{
  if (self->sums == 0)
    self->sums = g_idle_add (show_sums_cb, self);
}

static void
show_all_rows (JxSidebar *self)
{
  if (self->second_frame != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->second_frame);
  self->second_frame = 0;
  if (self->shown != NULL)
    gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer first_frame)
{
  JxSidebar *self = JX_SIDEBAR (widget);
  gint64 *first = first_frame;

  if (*first == 0)
    *first = gdk_frame_clock_get_frame_counter (clock);
  if (*first == gdk_frame_clock_get_frame_counter (clock))
    return G_SOURCE_CONTINUE;

  self->second_frame = 0;
  show_all_rows (self);

  return G_SOURCE_REMOVE;
}

static gboolean
contains_folded (const char *text, const char *wanted)
{
  g_autofree char *folded = text != NULL ? jx_fold (text) : NULL;

  return folded != NULL && strstr (folded, wanted) != NULL;
}

static gboolean
match_cb (gpointer object, gpointer user_data)
{
  JxSidebar *self = user_data;
  JxItem *item = jx_project_entry_get_item (object);
  g_autofree char *number = NULL;

  if (self->wanted == NULL)
    return TRUE;
  if (jx_item_get_kind (item) != JX_KIND_PROJECT)
    return FALSE;

  number = g_strdup_printf ("%u", jx_item_get_index (item) + 1);
  return g_str_equal (number, self->wanted)
         || contains_folded (jx_item_get (item, JX_FIELD_PROJECT_NAME), self->wanted)
         || contains_folded (jx_item_get (item, JX_FIELD_PROJECT_CODE), self->wanted);
}

/* Selects the row of what is shown beside; with a search it may be any row, or none. */
static void
select_current (JxSidebar *self)
{
  guint position = GTK_INVALID_LIST_POSITION;
  guint count = 0;

  if (self->projects == NULL)
    return;

  if (self->wanted == NULL)
    position = jx_project_list_get_position (self->projects, self->current);
  else
    count = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  for (guint i = 0; i < count && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (JxProjectEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (jx_project_entry_get_item (entry) == self->current)
        position = i;
    }

  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (self->shown))
    show_all_rows (self);
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
open_entry (JxSidebar *self, JxProjectEntry *entry)
{
  g_signal_emit (self, opened_signal, 0, jx_project_entry_get_item (entry));
}

static void
search_changed_cb (GtkSearchEntry *search, JxSidebar *self)
{
  g_autofree char *wanted = jx_fold (gtk_editable_get_text (GTK_EDITABLE (search)));
  g_autoptr (GtkFilter) filter = NULL;

  if (*wanted == '\0')
    g_clear_pointer (&wanted, g_free);
  if (g_strcmp0 (wanted, self->wanted) == 0 || self->filtered == NULL)
    return;

  g_free (self->wanted);
  self->wanted = g_steal_pointer (&wanted);
  /* No filter at all while nothing is searched for: then a list of ten thousand costs nothing. */
  if (self->wanted != NULL)
    filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  gtk_filter_list_model_set_filter (self->filtered, filter);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0);
  select_current (self);
}

static void
stop_search_cb (GtkSearchEntry *search, JxSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
activate_cb (GtkListView *list, guint position, JxSidebar *self)
{
  g_autoptr (JxProjectEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (entry != NULL)
    open_entry (self, entry);
}

static void
row_clicked_cb (JxProjectRow *row, JxSidebar *self)
{
  if (jx_project_row_get_entry (row) != NULL)
    open_entry (self, jx_project_row_get_entry (row));
}

static void
show_row_menu (JxSidebar *self, JxProjectRow *row, double x, double y)
{
  graphene_point_t at;
  GdkRectangle rectangle = { 0, 0, 1, 1 };

  if (jx_project_row_get_entry (row) == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &at))
    return;

  open_entry (self, jx_project_row_get_entry (row));
  g_set_weak_pointer (&self->menu_row, GTK_WIDGET (row));
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  rectangle.x = at.x;
  rectangle.y = at.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rectangle);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
row_menu_cb (JxProjectRow *row, double x, double y, JxSidebar *self)
{
  show_row_menu (self, row, x, y);
}

/* The menu key: the menu of the row that has the focus. */
static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JxSidebar *self = JX_SIDEBAR (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? gtk_widget_get_first_child (focus) : NULL;

  if (row == NULL || !JX_IS_PROJECT_ROW (row))
    return FALSE;

  show_row_menu (self, JX_PROJECT_ROW (row), gtk_widget_get_width (row) / 2., gtk_widget_get_height (row));
  return TRUE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, JxSidebar *self)
{
  GtkWidget *row = jx_project_row_new ();

  g_signal_connect_object (row, "clicked", G_CALLBACK (row_clicked_cb), self, 0);
  g_signal_connect_object (row, "menu", G_CALLBACK (row_menu_cb), self, 0);
  jx_project_drag_enable (JX_PROJECT_ROW (row));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, JxSidebar *self)
{
  jx_project_row_set_entry (JX_PROJECT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, JxSidebar *self)
{
  jx_project_row_set_entry (JX_PROJECT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
settled_cb (JxDocument *document, JxSidebar *self)
{
  queue_sums (self);
}

/* A menu that closes hands the focus on: it goes back to its row, not to what comes next. */
static gboolean
jx_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JxSidebar *self = JX_SIDEBAR (widget);

  if (self->popover != NULL && gtk_widget_get_focus_child (widget) == self->popover && !gtk_widget_get_visible (self->popover))
    return self->menu_row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (self->menu_row));

  return GTK_WIDGET_CLASS (jx_sidebar_parent_class)->focus (widget, direction);
}

static void
jx_sidebar_dispose (GObject *object)
{
  JxSidebar *self = JX_SIDEBAR (object);
  GtkWidget *child = NULL;

  jx_sidebar_set_document (self, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_weak_pointer (&self->menu_row);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jx_sidebar_parent_class)->dispose (object);
}

static void
jx_sidebar_class_init (JxSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_sidebar_dispose;
  widget_class->focus = jx_sidebar_focus;

  g_type_ensure (JX_TYPE_SPENDING_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, nothing);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, add);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, add_first);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, total);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, shares);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, bar);
  gtk_widget_class_bind_template_child (widget_class, JxSidebar, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);

  opened_signal = g_signal_new ("opened", JX_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
jx_sidebar_init (JxSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button inside has an icon alone and does not tell the name of the whole. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->add)), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Project"), -1);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

void
jx_sidebar_set_document (JxSidebar *self, JxDocument *document)
{
  g_return_if_fail (JX_IS_SIDEBAR (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->document, settled_cb, self);
      gtk_list_view_set_model (self->list, NULL);
      g_clear_handle_id (&self->sums, g_source_remove);
      if (self->second_frame != 0)
        gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->second_frame);
      self->second_frame = 0;
      g_clear_object (&self->selection);
      g_clear_object (&self->shown);
      g_clear_object (&self->filtered);
      g_clear_object (&self->projects);
      g_clear_pointer (&self->wanted, g_free);
      self->current = NULL;
    }
  g_set_object (&self->document, document);
  if (document == NULL)
    return;

  g_signal_connect_object (document, "settled", G_CALLBACK (settled_cb), self, 0);
  self->projects = jx_project_list_new (document);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->projects)), NULL);
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), 0, FIRST_ROWS);
  self->second_frame = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, g_new0 (gint64, 1), g_free);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  queue_sums (self);
}

void
jx_sidebar_set_current (JxSidebar *self, JxItem *item)
{
  g_return_if_fail (JX_IS_SIDEBAR (self));

  self->current = item;
  select_current (self);
}

void
jx_sidebar_focus_search (JxSidebar *self)
{
  g_return_if_fail (JX_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
