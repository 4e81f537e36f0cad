/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-table.h"

#include <glib/gi18n-lib.h>

#include "app/jx-focus.h"
#include "app/jx-project-list.h"
#include "app/jx-project-sort.h"
#include "app/jx-tooltip.h"
#include "base/jx-amount.h"
#include "review/jx-progress.h"

#define GREATEST_HEIGHT 420
/* Above and below a line, with the rule between rows. */
#define ROW_PADDING 17
/* A column view makes the widgets of some 200 rows at once, a third of a second; so it gets its rows
 * by and by, until it has as many as it makes. */
#define NEXT_ROWS 15
#define MOST_WIDGET_ROWS 240

struct _JxProjectTable
{
  GtkWidget parent_instance;

  JxDocument *document;
  GtkWidget *card;
  GtkWidget *scroller;
  GtkWidget *view;
  GtkLabel *totals;
  GtkSortListModel *sorted;    /* all projects but the whole document */
  GtkSliceListModel *projects; /* the first of these */
  guint fill_id;
};

G_DEFINE_FINAL_TYPE (JxProjectTable, jx_project_table, GTK_TYPE_WIDGET)

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_BUDGET,
  COLUMN_SPENT,
  COLUMN_PLAN,
  COLUMN_STATE,
  N_COLUMNS
} Column;

static const struct
{
  const char *title;
  gboolean number;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { NC_("table of projects", "No."), TRUE },
  [COLUMN_NAME] = { NC_("table of projects", "Name"), FALSE },
  [COLUMN_BUDGET] = { NC_("table of projects", "Budget, 万元"), TRUE },
  [COLUMN_SPENT] = { NC_("table of projects", "Spent, 万元"), TRUE },
  [COLUMN_PLAN] = { NC_("table of projects", "Plan, 万元"), TRUE },
  [COLUMN_STATE] = { NC_("table of projects", "Against the plan"), FALSE },
};

static char *
format_amount (const JxItem *item, JxField field)
{
  gint64 fen;

  return jx_item_get_amount (item, field, &fen) ? jx_amount_format_grouped (fen) : g_strdup ("—");
}

static char *
format_at_latest (const JxProgress *progress, gboolean plan)
{
  const JxProgressPoint *point;

  if (progress->latest < 0)
    return g_strdup ("—");
  point = jx_progress_get_point (progress, (guint) progress->latest);

  return jx_amount_format_grouped (plan ? point->plan_fen : point->spent_fen);
}

static char *
dup_cell_text (const JxItem *project, Column column)
{
  g_autoptr (JxProgress) progress = column >= COLUMN_SPENT ? jx_progress_new (project) : NULL;

  switch (column)
    {
    case COLUMN_NUMBER:
      return g_strdup_printf ("%u", jx_item_get_index (project) + 1);
    case COLUMN_NAME:
      return g_strdup (jx_item_get (project, JX_FIELD_PROJECT_NAME));
    case COLUMN_BUDGET:
      return format_amount (project, JX_FIELD_PROJECT_BUDGET);
    case COLUMN_SPENT:
      return format_at_latest (progress, FALSE);
    case COLUMN_PLAN:
      return format_at_latest (progress, TRUE);
    case COLUMN_STATE:
    case N_COLUMNS:
    default:
      return jx_progress_describe_state (JX_LANGUAGE_INTERFACE, progress);
    }
}

/* What stands in the cells, but by the figures behind the words: those far behind the plan first. */
static gint64
get_key (JxProjectEntry *entry, gpointer user_data)
{
  const JxItem *project = jx_project_entry_get_item (entry);
  Column column = (Column) GPOINTER_TO_INT (user_data);
  g_autoptr (JxProgress) progress = NULL;
  const JxProgressPoint *point = NULL;
  gint64 amount_fen = -1;

  if (column == COLUMN_BUDGET)
    return jx_item_get_amount (project, JX_FIELD_PROJECT_BUDGET, &amount_fen) ? amount_fen : -1;
  if (column == COLUMN_NUMBER)
    return jx_item_get_index (project);

  progress = jx_progress_new (project);
  if (progress->latest < 0)
    return G_MININT64;
  point = jx_progress_get_point (progress, (guint) progress->latest);

  return column == COLUMN_SPENT ? point->spent_fen : column == COLUMN_PLAN ? point->plan_fen : point->spent_share - point->plan_share;
}

static char *
dup_name (JxProjectEntry *entry)
{
  const char *name = jx_item_get (jx_project_entry_get_item (entry), JX_FIELD_PROJECT_NAME);

  return g_strdup (name != NULL ? name : "");
}

/* These sorters work a key out once for each row, not for each comparison. */
static GtkSorter *
make_sorter (Column column)
{
  GtkStringSorter *by_name = NULL;

  if (column != COLUMN_NAME)
    return GTK_SORTER (gtk_numeric_sorter_new (gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (get_key),
                                                                            GINT_TO_POINTER (column), NULL)));

  by_name = gtk_string_sorter_new (gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_name), NULL, NULL));
  gtk_string_sorter_set_ignore_case (by_name, FALSE);

  return GTK_SORTER (by_name);
}

static void
show_cell (GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  JxProjectEntry *entry = gtk_list_item_get_item (list_item);
  Column column = (Column) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list_item), "column"));
  g_autofree char *text = NULL;

  if (entry == NULL || !jx_item_is_attached (jx_project_entry_get_item (entry)))
    return;

  text = dup_cell_text (jx_project_entry_get_item (entry), column);
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  if (!columns[column].number)
    jx_tooltip_set (label, text);
}

static void
open_at (JxProjectTable *self, guint position)
{
  g_autoptr (JxProjectEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->projects), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "u", jx_item_get_index (jx_project_entry_get_item (entry)));
}

static void
activate_cb (GtkColumnView *view, guint position, JxProjectTable *self)
{
  open_at (self, position);
}

static void
open_cb (GtkListItem *list_item)
{
  GtkWidget *table = gtk_widget_get_ancestor (gtk_list_item_get_child (list_item), JX_TYPE_PROJECT_TABLE);

  open_at (JX_PROJECT_TABLE (table), gtk_list_item_get_position (list_item));
}

/* For assistive technology, which can only mark a row of a list. */
static void
offer_opening (GtkListItem *list_item)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open", NULL);

  g_signal_connect_object (action, "activate", G_CALLBACK (open_cb), list_item, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (gtk_list_item_get_child (list_item), "project", G_ACTION_GROUP (group));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  gboolean number = columns[GPOINTER_TO_INT (column)].number;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (GPOINTER_TO_INT (column) == COLUMN_STATE)
    gtk_label_set_width_chars (GTK_LABEL (label), 16);
  g_object_set_data (G_OBJECT (list_item), "column", column);
  gtk_list_item_set_child (list_item, label);
  if (GPOINTER_TO_INT (column) == COLUMN_NAME)
    offer_opening (list_item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_cell), list_item, G_CONNECT_SWAPPED);
  show_cell (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_cell, list_item);
}

static void
show_totals (JxProjectTable *self)
{
  g_autoptr (JxProgress) progress = jx_progress_new (jx_document_get_root (self->document));
  g_autofree char *budget = jx_amount_format_grouped (progress->budget_fen);
  g_autofree char *spent = format_at_latest (progress, FALSE);
  g_autofree char *plan = format_at_latest (progress, TRUE);
  /* Translators: the last line of the table of projects; three amounts in 万元 */
  g_autofree char *text = g_strdup_printf (_("Total: budget %s, spent %s, plan %s"), budget, spent, plan);

  gtk_label_set_text (self->totals, text);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), progress->n_projects > 0);
}

static void
show_all (JxProjectTable *self)
{
  gtk_slice_list_model_set_size (self->projects, G_MAXUINT);
}

static gboolean
fill_cb (gpointer user_data)
{
  JxProjectTable *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->projects);

  if (size < MOST_WIDGET_ROWS && g_list_model_get_n_items (G_LIST_MODEL (self->projects)) == size)
    {
      gtk_slice_list_model_set_size (self->projects, size + NEXT_ROWS);
      return G_SOURCE_CONTINUE;
    }
  show_all (self);
  self->fill_id = 0;

  return G_SOURCE_REMOVE;
}

/* A list does not know how high it is before it was shown; the page should not jump then. */
static void
fit_height (JxProjectTable *self)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view)));
  /* With letters of both scripts: a Chinese font may make a line higher. */
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (self->view, "国Ag9");
  double height;
  int line_height;

  pango_layout_get_pixel_size (line, NULL, &line_height);
  height = (line_height + ROW_PADDING) * (1 + (double) g_list_model_get_n_items (model));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), (int) MIN (height, GREATEST_HEIGHT));
}

static void
jx_project_table_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jx_project_table_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    fit_height (JX_PROJECT_TABLE (widget));
}

static void
jx_project_table_dispose (GObject *object)
{
  JxProjectTable *self = JX_PROJECT_TABLE (object);

  GtkWidget *child;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_object (&self->projects);
  g_clear_object (&self->sorted);
  G_OBJECT_CLASS (jx_project_table_parent_class)->dispose (object);
}

static gboolean
jx_project_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_PROJECT_TABLE (widget)->view);
}

/* Arrows go through the menu that is open; when it closes it hands the focus on, which goes back to the rows. */
static gboolean
jx_project_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && GTK_IS_POPOVER (child) && !gtk_widget_get_visible (child))
    return gtk_widget_child_focus (JX_PROJECT_TABLE (widget)->view, GTK_DIR_TAB_FORWARD);

  return jx_focus_children (widget, direction);
}

static void
jx_project_table_class_init (JxProjectTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jx_project_table_dispose;
  GTK_WIDGET_CLASS (klass)->focus = jx_project_table_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = jx_project_table_grab_focus;
  GTK_WIDGET_CLASS (klass)->system_setting_changed = jx_project_table_system_setting_changed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "projecttable");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_column (JxProjectTable *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = make_sorter (column);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view_column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "table of projects", columns[column].title), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, column == COLUMN_NAME);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), view_column);
}

static void
jx_project_table_init (JxProjectTable *self)
{
  self->view = gtk_column_view_new (NULL);
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All projects"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All projects"), -1);
  /* What is in it besides the heads has the focus before any of its rows. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (self->view)), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All projects"), -1);
  for (int column = 0; column < N_COLUMNS; column++)
    add_column (self, (Column) column);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, 0);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), GREATEST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);

  self->totals = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->totals, 1);
  gtk_label_set_wrap (self->totals, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "totals");

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->card), self->scroller);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->totals));
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  jx_project_sort_attach (GTK_WIDGET (self), GTK_COLUMN_VIEW (self->view));
}

GtkWidget *
jx_project_table_new (JxDocument *document)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkSliceListModel *all = NULL;
  JxProjectTable *self;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  self = g_object_new (JX_TYPE_PROJECT_TABLE, NULL);
  /* The list's first entry stands for the whole document. */
  all = gtk_slice_list_model_new (G_LIST_MODEL (jx_project_list_new (document)), 1, G_MAXUINT - 1);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (all), g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->projects = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), 0, NEXT_ROWS);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->projects))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (selection), GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), selection);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (fit_height), self, G_CONNECT_SWAPPED);
  fit_height (self);
  self->fill_id = g_idle_add (fill_cb, self);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "settled", G_CALLBACK (show_totals), self, G_CONNECT_SWAPPED);
  show_totals (self);

  return GTK_WIDGET (self);
}

static guint
find_position (JxProjectTable *self, JxItem *project)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->projects));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (JxProjectEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->projects), i);

      if (jx_project_entry_get_item (entry) == project)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

void
jx_project_table_select (JxProjectTable *self, JxItem *project)
{
  g_return_if_fail (JX_IS_PROJECT_TABLE (self));
  g_return_if_fail (jx_item_get_kind (project) == JX_KIND_PROJECT);

  show_all (self);
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view)), find_position (self, project), TRUE);
  gtk_widget_grab_focus (self->view);
}
