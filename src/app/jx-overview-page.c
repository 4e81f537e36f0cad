/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-overview-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/jx-chart-view.h"
#include "app/jx-field-edit.h"
#include "app/jx-figures.h"
#include "app/jx-focus.h"
#include "app/jx-item-list.h"
#include "app/jx-project-table.h"

struct _JxOverviewPage
{
  GtkWidget parent_instance;

  JxHistory *history;
  GtkWidget *scroller;
  GtkWidget *figures_box;
  GtkWidget *chart;
  GtkWidget *basics_box;
  GtkWidget *goal_box;
  GtkWidget *sub_goals_box;
  GtkWidget *safeguards_box;
  GtkWidget *projects_box;
  GtkWidget *sub_goals;
  GtkWidget *measures;
  GtkWidget *projects;
  int n_built;         /* how many of the sections below the chart are there */
  guint tick_id;
  guint build_id;
};

static void page_init (JxPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JxOverviewPage, jx_overview_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (JX_TYPE_PAGE, page_init))

/* Returns: whether to go on to the next field. */
typedef gboolean (*EditFunc) (JxFieldEdit *edit, gpointer user_data);

/* Calls @func for the fields below @widget that there are, from the top, until it returns FALSE. */
static gboolean
visit_edits (GtkWidget *widget, EditFunc func, gpointer user_data)
{
  if (JX_IS_FIELD_EDIT (widget))
    return func (JX_FIELD_EDIT (widget), user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!visit_edits (child, func, user_data))
      return FALSE;

  return TRUE;
}

static gboolean
commit_edit (JxFieldEdit *edit, gpointer user_data)
{
  if (jx_field_edit_commit (edit))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (edit));

  return FALSE;
}

static gboolean
revert_edit (JxFieldEdit *edit, gpointer user_data)
{
  *(gboolean *) user_data |= jx_field_edit_revert (edit);

  return TRUE;
}

typedef struct
{
  JxItem *item;
  JxField field;
} Place;

static gboolean
focus_edit_at (JxFieldEdit *edit, gpointer user_data)
{
  const Place *place = user_data;

  if (jx_field_edit_get_item (edit) != place->item || jx_field_edit_get_field (edit) != place->field)
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (edit));

  return FALSE;
}

static gboolean
jx_overview_page_commit (JxPage *page)
{
  return visit_edits (GTK_WIDGET (page), commit_edit, NULL);
}

/* The field in work first; else all that still hold what did not fit. */
static gboolean
jx_overview_page_revert (JxPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *edit = focus != NULL ? gtk_widget_get_ancestor (focus, JX_TYPE_FIELD_EDIT) : NULL;
  gboolean reverted = FALSE;

  if (edit != NULL && gtk_widget_is_ancestor (edit, GTK_WIDGET (page)) && jx_field_edit_revert (JX_FIELD_EDIT (edit)))
    return TRUE;
  visit_edits (GTK_WIDGET (page), revert_edit, &reverted);

  return reverted;
}

static void
add_basics (JxOverviewPage *self)
{
  static const JxField fields[] = { JX_FIELD_YEAR, JX_FIELD_REGION, JX_FIELD_UNIT_CODE, JX_FIELD_UNIT_NAME };
  JxItem *root = jx_document_get_root (jx_history_get_document (self->history));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                    jx_field_edit_new (self->history, root, fields[i], jx_field_get_label (fields[i])));
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (self->basics_box), child);
    }
}

static void
add_text (JxOverviewPage *self, GtkWidget *box, JxField field)
{
  JxItem *root = jx_document_get_root (jx_history_get_document (self->history));
  GtkWidget *edit = jx_field_edit_new (self->history, root, field, NULL);

  gtk_widget_add_css_class (edit, "card");
  gtk_box_append (GTK_BOX (box), edit);
}

static void
add_goal (JxOverviewPage *self)
{
  add_text (self, self->goal_box, JX_FIELD_OVERALL_GOAL);
}

static void
add_sub_goals (JxOverviewPage *self)
{
  self->sub_goals = jx_item_list_new (self->history, JX_KIND_SUB_GOAL);
  gtk_box_append (GTK_BOX (self->sub_goals_box), self->sub_goals);
}

static void
add_safeguards (JxOverviewPage *self)
{
  add_text (self, self->safeguards_box, JX_FIELD_SAFEGUARDS_INTRO);
  self->measures = jx_item_list_new (self->history, JX_KIND_MEASURE);
  gtk_box_append (GTK_BOX (self->safeguards_box), self->measures);
}

static void
add_projects (JxOverviewPage *self)
{
  self->projects = jx_project_table_new (jx_history_get_document (self->history));
  gtk_box_append (GTK_BOX (self->projects_box), self->projects);
}

/* Figures and chart fill the first frame; what lies below is made after it, a section at a time. */
static gboolean
build_next (JxOverviewPage *self)
{
  static void (*const sections[]) (JxOverviewPage *self) = {
    add_basics, add_goal, add_sub_goals, add_safeguards, add_projects
  };

  if (self->n_built < (int) G_N_ELEMENTS (sections))
    sections[self->n_built++] (self);

  return self->n_built < (int) G_N_ELEMENTS (sections);
}

static gboolean
build_cb (gpointer user_data)
{
  JxOverviewPage *self = user_data;

  if (build_next (self))
    return G_SOURCE_CONTINUE;

  self->build_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JxOverviewPage *self = JX_OVERVIEW_PAGE (widget);

  /* An idle source waits until this very frame is painted. */
  self->tick_id = 0;
  self->build_id = g_idle_add (build_cb, self);

  return G_SOURCE_REMOVE;
}

static void
build_all (JxOverviewPage *self)
{
  while (build_next (self))
    ;
}

static void
jx_overview_page_reveal (JxPage *page, JxItem *item, JxField field)
{
  JxOverviewPage *self = JX_OVERVIEW_PAGE (page);
  JxKind kind = jx_item_get_kind (item);
  GtkWidget *within = GTK_WIDGET (page);
  JxItemCard *card = NULL;
  Place place = { item, field };

  build_all (self);
  if (kind == JX_KIND_PROJECT)
    {
      jx_project_table_select (JX_PROJECT_TABLE (self->projects), item);
      return;
    }
  if (kind == JX_KIND_SUB_GOAL || kind == JX_KIND_MEASURE)
    {
      card = jx_item_list_find (JX_ITEM_LIST (kind == JX_KIND_SUB_GOAL ? self->sub_goals : self->measures), item);
      if (card == NULL)
        return;
      within = GTK_WIDGET (card);
    }
  if (visit_edits (within, focus_edit_at, &place) && card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
page_init (JxPageInterface *iface)
{
  iface->commit = jx_overview_page_commit;
  iface->revert = jx_overview_page_revert;
  iface->reveal = jx_overview_page_reveal;
}

static void
project_activated_cb (JxChartView *chart, JxItem *project, JxOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "u", jx_item_get_index (project));
}

static gboolean
jx_overview_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_OVERVIEW_PAGE (widget)->chart);
}

static void
jx_overview_page_dispose (GObject *object)
{
  JxOverviewPage *self = JX_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (jx_overview_page_parent_class)->dispose (object);
}

static void
jx_overview_page_class_init (JxOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_overview_page_dispose;
  widget_class->focus = jx_focus_children;
  widget_class->grab_focus = jx_overview_page_grab_focus;

  g_type_ensure (JX_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, figures_box);
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, basics_box);
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, goal_box);
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, sub_goals_box);
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, safeguards_box);
  gtk_widget_class_bind_template_child (widget_class, JxOverviewPage, projects_box);
  gtk_widget_class_bind_template_callback (widget_class, project_activated_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jx_overview_page_init (JxOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jx_overview_page_new (JxHistory *history)
{
  JxOverviewPage *self;
  JxDocument *document;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);

  self = g_object_new (JX_TYPE_OVERVIEW_PAGE, NULL);
  self->history = g_object_ref (history);
  document = jx_history_get_document (history);
  gtk_box_append (GTK_BOX (self->figures_box), jx_figures_new (document));
  jx_chart_view_set_item (JX_CHART_VIEW (self->chart), jx_document_get_root (document));
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);

  return GTK_WIDGET (self);
}
