/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-figures.h"

#include <glib/gi18n-lib.h>

#include "base/jx-amount.h"
#include "review/jx-progress.h"

typedef enum
{
  FIGURE_TOTAL,
  FIGURE_FISCAL,
  FIGURE_PROJECTS,
  FIGURE_INDICATORS,
  FIGURE_SPENT,
  FIGURE_PLAN,
  N_FIGURES
} Figure;

static const char *const captions[N_FIGURES] = {
  [FIGURE_TOTAL] = NC_("figures", "Total, 万元"),
  [FIGURE_FISCAL] = NC_("figures", "Fiscal / other, 万元"),
  [FIGURE_PROJECTS] = NC_("figures", "Projects"),
  [FIGURE_INDICATORS] = NC_("figures", "Indicators"),
  [FIGURE_SPENT] = NC_("figures", "Spent, 万元"),
  [FIGURE_PLAN] = NC_("figures", "Against the plan"),
};

struct _JxFigures
{
  GtkWidget parent_instance;

  JxDocument *document;
  GtkWidget *groups[N_FIGURES];
  GtkWidget *captions[N_FIGURES];
  GtkWidget *values[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (JxFigures, jx_figures, GTK_TYPE_WIDGET)

static void
show_figure (JxFigures *self, Figure figure, const char *value)
{
  g_autofree char *words = g_strdup_printf ("%s: %s", g_dpgettext2 (GETTEXT_PACKAGE, "figures", captions[figure]), value);

  gtk_label_set_text (GTK_LABEL (self->values[figure]), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->groups[figure]), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static guint
count_indicators (const JxItem *root)
{
  guint count = 0;

  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    count += jx_item_count (jx_item_child (root, JX_KIND_PROJECT, i), JX_KIND_INDICATOR);

  return count;
}

static char *
format_spent (const JxProgress *progress)
{
  const JxProgressPoint *point;
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;

  if (progress->latest < 0)
    return g_strdup ("—");
  point = jx_progress_get_point (progress, (guint) progress->latest);
  amount = jx_amount_format_grouped (point->spent_fen);
  share = jx_progress_format_share (point->spent_share);

  return progress->budget_fen > 0 ? g_strdup_printf ("%s (%s%%)", amount, share) : g_steal_pointer (&amount);
}

static char *
format_against_plan (const JxProgress *progress)
{
  const char *label = jx_progress_state_get_label (JX_LANGUAGE_INTERFACE, progress->state);
  g_autofree char *share = jx_progress_format_share (ABS (progress->gap_share));

  if (progress->state != JX_PROGRESS_BEHIND && progress->state != JX_PROGRESS_AHEAD)
    return g_strdup (label);

  /* Translators: “Behind by 10 points”. */
  return g_strdup_printf (_("%s by %s points"), label, share);
}

/* A line with Chinese in it is higher than one of digits. All of one kind stand on one line here. */
static void
align_baselines (GtkWidget **labels)
{
  int above[N_FIGURES], below[N_FIGURES], most_above = 0, most_below = 0;

  for (int i = 0; i < N_FIGURES; i++)
    {
      /* On one line, however narrow the label happens to be now. */
      g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (labels[i])));
      int height;

      pango_layout_set_width (layout, -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
      above[i] = PANGO_PIXELS (pango_layout_get_baseline (layout));
      below[i] = height - above[i];
      most_above = MAX (most_above, above[i]);
      most_below = MAX (most_below, below[i]);
    }
  for (int i = 0; i < N_FIGURES; i++)
    {
      gtk_widget_set_margin_top (labels[i], most_above - above[i]);
      gtk_widget_set_margin_bottom (labels[i], most_below - below[i]);
    }
}

static void
jx_figures_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JxFigures *self = JX_FIGURES (widget);

  GTK_WIDGET_CLASS (jx_figures_parent_class)->css_changed (widget, change);
  align_baselines (self->captions);
  align_baselines (self->values);
}

static void
update (JxFigures *self)
{
  const JxItem *root = jx_document_get_root (self->document);
  g_autoptr (JxProgress) progress = jx_progress_new (root);
  g_autofree char *total = jx_amount_format_grouped (progress->budget_fen);
  g_autofree char *fiscal = jx_amount_format_grouped (jx_document_sum (self->document, JX_FIELD_PROJECT_FISCAL));
  g_autofree char *other = jx_amount_format_grouped (jx_document_sum (self->document, JX_FIELD_PROJECT_OTHER));
  g_autofree char *funds = g_strdup_printf ("%s / %s", fiscal, other);
  g_autofree char *projects = g_strdup_printf ("%u", jx_item_count (root, JX_KIND_PROJECT));
  g_autofree char *indicators = g_strdup_printf ("%u", count_indicators (root));
  g_autofree char *spent = format_spent (progress);
  g_autofree char *plan = format_against_plan (progress);

  show_figure (self, FIGURE_TOTAL, total);
  show_figure (self, FIGURE_FISCAL, funds);
  show_figure (self, FIGURE_PROJECTS, projects);
  show_figure (self, FIGURE_INDICATORS, indicators);
  show_figure (self, FIGURE_SPENT, spent);
  show_figure (self, FIGURE_PLAN, plan);
  align_baselines (self->values);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
jx_figures_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&JX_FIGURES (object)->document);
  G_OBJECT_CLASS (jx_figures_parent_class)->dispose (object);
}

static void
jx_figures_class_init (JxFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jx_figures_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = jx_figures_css_changed;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figures");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jx_figures_init (JxFigures *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_widget_set_can_focus (flow, FALSE); /* it would hold the focus that comes and has no place for it */
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), N_FIGURES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  for (int i = 0; i < N_FIGURES; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      self->groups[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      self->values[i] = make_label (NULL, "figure");
      self->captions[i] = make_label (g_dpgettext2 (GETTEXT_PACKAGE, "figures", captions[i]), "dim-label");
      gtk_box_append (GTK_BOX (self->groups[i]), self->captions[i]);
      gtk_box_append (GTK_BOX (self->groups[i]), self->values[i]);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), self->groups[i]);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
    }
  gtk_widget_set_parent (flow, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures"), -1);
}

GtkWidget *
jx_figures_new (JxDocument *document)
{
  JxFigures *self;

  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);

  self = g_object_new (JX_TYPE_FIGURES, NULL);
  self->document = g_object_ref (document);
  update (self);
  g_signal_connect_object (document, "settled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
