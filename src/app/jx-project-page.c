/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-project-page.h"

#include <math.h>

#include "app/jx-focus.h"
#include "app/jx-pair-layout.h"
#include "app/jx-sheet-view.h"
#include "app/jx-spending-panel.h"
#include "form/jx-layout.h"

/* The panel's greatest width beside the sheet, and what the page is wider than the sheet has to be where it stands there. */
#define PANEL_WIDTH 360
#define BESIDE 360
#define GROUND 12

struct _JxProjectPage
{
  GtkWidget parent_instance;

  JxItem *project;
  JxFormChoice *forms;
  GtkWidget *ground;
  GtkWidget *scroller;
  GtkWidget *sheet;
  GtkWidget *panel;
  double wheel; /* how far it has turned since the last step of the zoom */
};

static void jx_project_page_iface_init (JxPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JxProjectPage, jx_project_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (JX_TYPE_PAGE, jx_project_page_iface_init))

static gboolean
jx_project_page_commit (JxPage *page)
{
  JxProjectPage *self = JX_PROJECT_PAGE (page);

  return jx_sheet_view_commit (JX_SHEET_VIEW (self->sheet)) && jx_spending_panel_commit (JX_SPENDING_PANEL (self->panel));
}

static gboolean
jx_project_page_revert (JxPage *page)
{
  JxProjectPage *self = JX_PROJECT_PAGE (page);

  return jx_sheet_view_revert (JX_SHEET_VIEW (self->sheet)) || jx_spending_panel_revert (JX_SPENDING_PANEL (self->panel));
}

static gboolean
is_shown (JxProjectPage *self, const JxForm *form, const JxItem *item, JxField field)
{
  return jx_layout_shows (form, self->project, item, field);
}

/* Returns: (nullable): a form that shows what the present one does not, the standard one first. */
static const JxForm *
find_form (JxProjectPage *self, const JxItem *item, JxField field)
{
  g_autoptr (GPtrArray) forms = jx_form_choice_list ();
  const JxForm *found = NULL;

  for (guint i = 0; i < forms->len; i++)
    if ((found == NULL || jx_form_is_standard (forms->pdata[i])) && is_shown (self, forms->pdata[i], item, field))
      found = forms->pdata[i];

  return found;
}

static void
jx_project_page_reveal (JxPage *page, JxItem *item, JxField field)
{
  JxProjectPage *self = JX_PROJECT_PAGE (page);
  gboolean beside = field == JX_FIELD_CHECKPOINT_SPENT || field == JX_FIELD_CHECKPOINT_REASON || field == JX_FIELD_CHECKPOINT_REMEDY;
  gboolean shown = field == JX_FIELD_NONE || is_shown (self, jx_form_choice_get_form (self->forms), item, field);
  const JxForm *other;

  if (beside && !shown && jx_spending_panel_reveal (JX_SPENDING_PANEL (self->panel), item, field))
    return;
  other = shown ? NULL : find_form (self, item, field);
  if (other)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.form", "s", jx_form_get_id (other));
  if (!jx_sheet_view_reveal (JX_SHEET_VIEW (self->sheet), item, field))
    gtk_widget_grab_focus (self->sheet);
}

/* F6 goes from the sheet to what stands beside it, and back, past its many cells. */
static gboolean
switch_side_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JxProjectPage *self = JX_PROJECT_PAGE (widget);
  gboolean in_panel = (gtk_widget_get_state_flags (self->panel) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  return gtk_widget_child_focus (in_panel ? self->sheet : self->panel, GTK_DIR_TAB_FORWARD);
}

static gboolean
jx_project_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JX_PROJECT_PAGE (widget)->sheet);
}

static void
jx_project_page_dispose (GObject *object)
{
  g_clear_pointer (&JX_PROJECT_PAGE (object)->scroller, gtk_widget_unparent);
  g_clear_object (&JX_PROJECT_PAGE (object)->forms);

  G_OBJECT_CLASS (jx_project_page_parent_class)->dispose (object);
}

static void
jx_project_page_iface_init (JxPageInterface *iface)
{
  iface->commit = jx_project_page_commit;
  iface->revert = jx_project_page_revert;
  iface->reveal = jx_project_page_reveal;
}

static void
jx_project_page_class_init (JxProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_project_page_dispose;
  widget_class->focus = jx_focus_children;
  widget_class->grab_focus = jx_project_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "projectpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, switch_side_cb, NULL);
}

static void
jx_project_page_init (JxProjectPage *self)
{
}

static void
update_name (JxProjectPage *self)
{
  const char *name = jx_item_get (self->project, JX_FIELD_PROJECT_NAME);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name ? name : jx_kind_get_label (JX_KIND_PROJECT), -1);
}

/* The wheel with Control; a touchpad sends many small steps. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, JxProjectPage *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  self->wheel += dy;
  if (fabs (self->wheel) >= 1)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), self->wheel < 0 ? "win.zoom-in" : "win.zoom-out", NULL);
      self->wheel = 0;
    }

  return GDK_EVENT_STOP;
}

static void
add_wheel (JxProjectPage *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

static GtkWidget *
make_panel_scroller (GtkWidget *panel)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), panel);
  gtk_widget_add_css_class (scroller, "beside");

  return scroller;
}

/* A wide form has the page for itself, unless that is wide too. */
static void
update_layout (JxProjectPage *self)
{
  jx_pair_layout_set_threshold (JX_PAIR_LAYOUT (gtk_widget_get_layout_manager (self->ground)),
                                jx_sheet_view_get_least_width (JX_SHEET_VIEW (self->sheet)) + BESIDE);
}

/* Out of the window, where assistive technology is told of each cell that comes or goes and, for that, the cells before
 * it are counted each time: of 200 rows that takes seconds. */
static void
form_changed_cb (JxProjectPage *self)
{
  gboolean focused = (gtk_widget_get_state_flags (self->sheet) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  g_autoptr (GtkWidget) sheet = g_object_ref (self->sheet);

  gtk_box_remove (GTK_BOX (self->ground), sheet);
  jx_sheet_view_set_form (JX_SHEET_VIEW (sheet), jx_form_choice_get_form (self->forms));
  gtk_box_prepend (GTK_BOX (self->ground), sheet);
  update_layout (self);
  if (focused)
    gtk_widget_grab_focus (sheet);
}

GtkWidget *
jx_project_page_new (JxHistory *history, JxItem *project, JxFormChoice *forms)
{
  JxProjectPage *self;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);
  g_return_val_if_fail (project != NULL, NULL);
  g_return_val_if_fail (JX_IS_FORM_CHOICE (forms), NULL);

  self = g_object_new (JX_TYPE_PROJECT_PAGE, NULL);
  self->project = project;
  self->forms = g_object_ref (forms);
  self->sheet = jx_sheet_view_new (history, jx_form_choice_get_form (forms), project);
  self->panel = jx_spending_panel_new (history, project);
  self->scroller = gtk_scrolled_window_new ();

  self->ground = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->ground, "ground");
  gtk_widget_set_layout_manager (self->ground, jx_pair_layout_new (GTK_SCROLLED_WINDOW (self->scroller), PANEL_WIDTH, 0, GROUND));
  gtk_box_append (GTK_BOX (self->ground), self->sheet);
  gtk_box_append (GTK_BOX (self->ground), make_panel_scroller (self->panel));
  update_layout (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->ground);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  add_wheel (self);
  update_name (self);
  g_signal_connect_object (jx_history_get_document (history), "settled", G_CALLBACK (update_name), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (forms, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

JxItem *
jx_project_page_get_project (JxProjectPage *page)
{
  g_return_val_if_fail (JX_IS_PROJECT_PAGE (page), NULL);

  return page->project;
}

int
jx_project_page_get_percent (JxProjectPage *page)
{
  g_return_val_if_fail (JX_IS_PROJECT_PAGE (page), 100);

  return jx_sheet_view_get_percent (JX_SHEET_VIEW (page->sheet));
}

gboolean
jx_project_page_open_library (JxProjectPage *page)
{
  g_return_val_if_fail (JX_IS_PROJECT_PAGE (page), FALSE);

  return jx_sheet_view_open_library (JX_SHEET_VIEW (page->sheet));
}
