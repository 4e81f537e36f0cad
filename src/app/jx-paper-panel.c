/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-paper-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/jx-project-picker.h"

struct _JxPaperPanel
{
  AdwBin parent_instance;

  JxDocument *document;
  guint current;
  gboolean showing; /* it is us who set the widgets */
  GPtrArray *forms; /* (element-type JxForm): in the order of the row */

  GtkCheckButton *scope_whole;
  GtkCheckButton *scope_overview;
  GtkCheckButton *scope_projects;
  JxProjectPicker *picker;
  AdwComboRow *form;
  GtkSwitch *charts;
  GtkSwitch *draft;
  GtkSwitch *signatures;
  AdwComboRow *paper;
  AdwComboRow *turn;
  AdwExpanderRow *margins;
  GtkSpinButton *top;
  GtkSpinButton *bottom;
  GtkSpinButton *left;
  GtkSpinButton *right;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (JxPaperPanel, jx_paper_panel, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The paper offices have. */
static const struct
{
  const char *name;
  double width_mm, height_mm;
} sizes[] = {
  { N_ ("As the Form Has It"), 0, 0 },
  { N_ ("A4"), 210, 297 },
  { N_ ("A3"), 297, 420 },
  { N_ ("B5"), 176, 250 },
  { N_ ("16K (184 × 260 mm)"), 184, 260 },
};

/* By JxPaperTurn. */
static const char *const turns[] = { N_ ("As the Form Has It"), N_ ("Upright"), N_ ("Landscape") };

static JxPaperScope
get_scope (JxPaperPanel *self)
{
  return gtk_check_button_get_active (self->scope_projects)   ? JX_PAPER_PROJECTS
         : gtk_check_button_get_active (self->scope_overview) ? JX_PAPER_OVERVIEW
                                                              : JX_PAPER_WHOLE;
}

static const JxForm *
get_form (JxPaperPanel *self)
{
  guint selected = adw_combo_row_get_selected (self->form);

  return selected < self->forms->len ? g_ptr_array_index (self->forms, selected) : NULL;
}

/* The forms that can show @scope; @form is chosen among them, or the standard one. */
static void
offer_forms (JxPaperPanel *self, JxPaperScope scope, const JxForm *form)
{
  JxFormSet *set = jx_form_set_get_default ();
  const JxForm *standard = jx_form_set_find (set, NULL, scope == JX_PAPER_PROJECTS ? JX_KIND_PROJECT : JX_KIND_DOCUMENT);
  GPtrArray *all = jx_form_set_list (set);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->forms, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const JxForm *one = g_ptr_array_index (all, i);
      gboolean whole = jx_form_get_subject (one) == JX_KIND_DOCUMENT;

      if (scope == JX_PAPER_PROJECTS ? whole : scope == JX_PAPER_OVERVIEW && !whole)
        continue;
      if (one == form || (one == standard && selected == 0))
        selected = self->forms->len;
      g_ptr_array_add (self->forms, (gpointer) one);
      gtk_string_list_append (titles, jx_form_get_title (one));
    }
  adw_combo_row_set_model (self->form, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->form, selected);
}

/* Those of the form as long as there are none of one's own. */
static void
show_margins (JxPaperPanel *self, const JxPaperSetup *setup)
{
  const JxForm *form = get_form (self);
  JxFormPage page = { 0 };

  if (form != NULL)
    page = jx_paper_setup_apply (setup, jx_form_get_page (form));
  gtk_spin_button_set_value (self->top, page.top_mm);
  gtk_spin_button_set_value (self->bottom, page.bottom_mm);
  gtk_spin_button_set_value (self->left, page.left_mm);
  gtk_spin_button_set_value (self->right, page.right_mm);
}

static void
show_setup (JxPaperPanel *self, const JxPaperSetup *setup)
{
  guint size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (fabs (sizes[i].width_mm - setup->width_mm) < 0.5 && fabs (sizes[i].height_mm - setup->height_mm) < 0.5)
      size = i;
  adw_combo_row_set_selected (self->paper, size);
  adw_combo_row_set_selected (self->turn, setup->turn);
  adw_expander_row_set_enable_expansion (self->margins, setup->own_margins);
  adw_expander_row_set_expanded (self->margins, setup->own_margins);
  show_margins (self, setup);
}

static JxPaperOptions *
dup_chosen (JxPaperPanel *self)
{
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  guint size = adw_combo_row_get_selected (self->paper);

  options->scope = get_scope (self);
  options->form = get_form (self);
  g_array_unref (options->projects);
  options->projects = jx_project_picker_dup_chosen (self->picker);
  options->with_charts = gtk_switch_get_active (self->charts);
  options->draft_mark = gtk_switch_get_active (self->draft);
  options->signatures = gtk_switch_get_active (self->signatures);
  options->setup.width_mm = sizes[size].width_mm;
  options->setup.height_mm = sizes[size].height_mm;
  options->setup.turn = adw_combo_row_get_selected (self->turn);
  options->setup.own_margins = adw_expander_row_get_enable_expansion (self->margins);
  if (options->setup.own_margins)
    {
      options->setup.top_mm = gtk_spin_button_get_value (self->top);
      options->setup.bottom_mm = gtk_spin_button_get_value (self->bottom);
      options->setup.left_mm = gtk_spin_button_get_value (self->left);
      options->setup.right_mm = gtk_spin_button_get_value (self->right);
    }

  return g_steal_pointer (&options);
}

static void
update (JxPaperPanel *self)
{
  g_autoptr (JxPaperOptions) options = dup_chosen (self);
  g_autoptr (GError) error = NULL;
  gboolean good = jx_paper_options_check (options, self->document, &error);

  self->showing = TRUE;
  if (!options->setup.own_margins)
    show_margins (self, &options->setup);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !good);
  gtk_label_set_text (self->problem, good ? "" : error->message);
}

static void
changed (JxPaperPanel *self)
{
  if (self->showing || self->document == NULL)
    return;

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
scope_cb (GtkCheckButton *box, JxPaperPanel *self)
{
  const JxForm *form = NULL;
  g_autoptr (GArray) chosen = NULL;

  if (self->showing || !gtk_check_button_get_active (box))
    return;

  self->showing = TRUE;
  chosen = jx_project_picker_dup_chosen (self->picker);
  if (box == self->scope_projects && chosen->len == 0)
    {
      guint first = self->current != G_MAXUINT ? self->current : 0;

      g_array_append_val (chosen, first);
      jx_project_picker_set_chosen (self->picker, chosen);
    }
  /* A project's form would do for the whole document too, but it was chosen for something else. */
  form = get_form (self);
  if (form != NULL && jx_form_get_subject (form) == JX_KIND_PROJECT)
    form = NULL;
  offer_forms (self, get_scope (self), form);
  self->showing = FALSE;
  changed (self);
}

static void
jx_paper_panel_dispose (GObject *object)
{
  JxPaperPanel *self = JX_PAPER_PANEL (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (jx_paper_panel_parent_class)->dispose (object);
}

static void
jx_paper_panel_finalize (GObject *object)
{
  g_ptr_array_unref (JX_PAPER_PANEL (object)->forms);

  G_OBJECT_CLASS (jx_paper_panel_parent_class)->finalize (object);
}

static void
jx_paper_panel_class_init (JxPaperPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jx_paper_panel_dispose;
  object_class->finalize = jx_paper_panel_finalize;

  g_type_ensure (JX_TYPE_PROJECT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jixiao/Jixiao/jx-paper-panel.ui");
  gtk_widget_class_set_css_name (widget_class, "paperpanel");
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, scope_whole);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, scope_overview);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, scope_projects);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, picker);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, form);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, charts);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, draft);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, signatures);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, paper);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, turn);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, margins);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, top);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, bottom);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, left);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, right);
  gtk_widget_class_bind_template_child (widget_class, JxPaperPanel, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);

  signals[CHANGED] = g_signal_new ("changed", JX_TYPE_PAPER_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* The names of forms differ at their ends: all of them is shown. */
static void
setup_form_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  g_object_bind_property (item, "selected", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), tick);
  gtk_list_item_set_child (item, row);
}

static void
bind_form_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (title), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Titles of forms are longer than the row is wide. */
static void
form_selected_cb (AdwComboRow *row)
{
  GtkStringObject *title = adw_combo_row_get_selected_item (row);

  gtk_widget_set_tooltip_text (GTK_WIDGET (row), title != NULL ? gtk_string_object_get_string (title) : NULL);
}

static void
jx_paper_panel_init (JxPaperPanel *self)
{
  g_autoptr (GtkListItemFactory) forms = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkStringList) size_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) turn_names = gtk_string_list_new (NULL);

  self->forms = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_append (size_names, _(sizes[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_string_list_append (turn_names, _(turns[i]));
  g_signal_connect (forms, "setup", G_CALLBACK (setup_form_cb), NULL);
  g_signal_connect (forms, "bind", G_CALLBACK (bind_form_cb), NULL);
  adw_combo_row_set_list_factory (self->form, forms);
  g_signal_connect (self->form, "notify::selected-item", G_CALLBACK (form_selected_cb), NULL);
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (size_names));
  adw_combo_row_set_model (self->turn, G_LIST_MODEL (turn_names));
}

GtkWidget *
jx_paper_panel_new (void)
{
  return g_object_new (JX_TYPE_PAPER_PANEL, NULL);
}

void
jx_paper_panel_show (JxPaperPanel *self, JxDocument *document, const JxPaperOptions *options, guint current)
{
  GtkCheckButton *scope = NULL;

  g_return_if_fail (JX_IS_PAPER_PANEL (self));
  g_return_if_fail (JX_IS_DOCUMENT (document));
  g_return_if_fail (options != NULL);

  self->showing = TRUE;
  g_set_object (&self->document, document);
  self->current = current;
  scope = options->scope == JX_PAPER_PROJECTS ? self->scope_projects : options->scope == JX_PAPER_OVERVIEW ? self->scope_overview : self->scope_whole;
  gtk_check_button_set_active (scope, TRUE);
  jx_project_picker_set_document (self->picker, document);
  jx_project_picker_set_chosen (self->picker, options->projects);
  offer_forms (self, options->scope, options->form);
  gtk_switch_set_active (self->charts, options->with_charts);
  gtk_switch_set_active (self->draft, options->draft_mark);
  gtk_switch_set_active (self->signatures, options->signatures);
  show_setup (self, &options->setup);
  self->showing = FALSE;
  update (self);
}

JxPaperOptions *
jx_paper_panel_dup_options (JxPaperPanel *self)
{
  g_autoptr (JxPaperOptions) options = NULL;

  g_return_val_if_fail (JX_IS_PAPER_PANEL (self), NULL);

  options = self->document != NULL ? dup_chosen (self) : NULL;
  if (options == NULL || !jx_paper_options_check (options, self->document, NULL))
    return NULL;

  return g_steal_pointer (&options);
}
