/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-spending-panel.h"

#include <glib/gi18n-lib.h>

#include "app/jx-chart-view.h"
#include "app/jx-checkpoints.h"
#include "app/jx-pair-layout.h"
#include "app/jx-spending-field.h"
#include "base/jx-amount.h"
#include "review/jx-month.h"
#include "review/jx-progress.h"

#define CHART_HEIGHT 260

/* What a row of the table shows of one checkpoint. */
typedef struct
{
  JxItem *checkpoint;
  GtkWidget *month;
  GtkWidget *plan;
  GtkWidget *planned;
  GtkWidget *spent;
} Row;

struct _JxSpendingPanel
{
  GtkWidget parent_instance;

  JxHistory *history;
  JxItem *project;

  GtkWidget *chart;
  GtkWidget *table;
  GtkWidget *problem;
  GtkWidget *standard; /* the button that adds the standard checkpoints */
  GtkWidget *notes;    /* reason and remedy */
  GtkWidget *notes_of; /* which checkpoint they are of */
  GtkWidget *reason;
  GtkWidget *remedy;
  GArray *rows;
};

G_DEFINE_FINAL_TYPE (JxSpendingPanel, jx_spending_panel, GTK_TYPE_WIDGET)

static GtkWidget *
make_number (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

/* The month of @checkpoint, 0 if it has none that is one. */
static int
get_month (JxItem *checkpoint)
{
  JxDecimal month;

  return jx_item_get_decimal (checkpoint, JX_FIELD_CHECKPOINT_MONTH, &month) && month.scale == 0 ? (int) month.mantissa : 0;
}

static const char *
get_month_label (JxItem *checkpoint)
{
  int month = get_month (checkpoint);

  return month ? jx_month_get_label (JX_LANGUAGE_INTERFACE, month) : "–";
}

/* Returns: (transfer full) (element-type JxSpendingField): all that can be written in. */
static GPtrArray *
list_fields (JxSpendingPanel *panel)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < panel->rows->len; i++)
    {
      g_ptr_array_add (fields, g_array_index (panel->rows, Row, i).planned);
      g_ptr_array_add (fields, g_array_index (panel->rows, Row, i).spent);
    }
  g_ptr_array_add (fields, panel->reason);
  g_ptr_array_add (fields, panel->remedy);

  return fields;
}

static void
problem_changed_cb (JxSpendingPanel *panel)
{
  g_autoptr (GPtrArray) fields = list_fields (panel);
  const char *problem = NULL;

  for (guint i = 0; i < fields->len && problem == NULL; i++)
    problem = jx_spending_field_get_problem (fields->pdata[i]);

  gtk_label_set_text (GTK_LABEL (panel->problem), problem ? problem : "");
  gtk_widget_set_visible (panel->problem, problem != NULL);
}

static void
add_head (JxSpendingPanel *panel)
{
  const char *words[] = { _("Until"), _("Plan"), _("Planned"), _("Spent so far") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), i == 0 ? 0 : 1);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_set_hexpand (label, i == 0);
      gtk_grid_attach (GTK_GRID (panel->table), label, i, 0, 1, 1);
    }
}

static void
add_row (JxSpendingPanel *panel, guint index, JxItem *checkpoint)
{
  Row row = { checkpoint, gtk_label_new (NULL), make_number (NULL), jx_spending_field_new (panel->history, FALSE),
              jx_spending_field_new (panel->history, FALSE) };

  gtk_label_set_xalign (GTK_LABEL (row.month), 0);
  gtk_grid_attach (GTK_GRID (panel->table), row.month, 0, index + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (panel->table), row.plan, 1, index + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (panel->table), row.planned, 2, index + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (panel->table), row.spent, 3, index + 1, 1, 1);
  g_signal_connect_object (row.planned, "problem-changed", G_CALLBACK (problem_changed_cb), panel, G_CONNECT_SWAPPED);
  g_signal_connect_object (row.spent, "problem-changed", G_CALLBACK (problem_changed_cb), panel, G_CONNECT_SWAPPED);
  g_array_append_val (panel->rows, row);
}

static gboolean
rows_fit (JxSpendingPanel *panel)
{
  if (panel->rows->len != jx_item_count (panel->project, JX_KIND_CHECKPOINT))
    return FALSE;
  for (guint i = 0; i < panel->rows->len; i++)
    if (g_array_index (panel->rows, Row, i).checkpoint != jx_item_child (panel->project, JX_KIND_CHECKPOINT, i))
      return FALSE;

  return TRUE;
}

static void
rebuild_rows (JxSpendingPanel *panel)
{
  GtkWidget *child;

  g_array_set_size (panel->rows, 0);
  while ((child = gtk_widget_get_first_child (panel->table)))
    gtk_grid_remove (GTK_GRID (panel->table), child);
  if (jx_item_count (panel->project, JX_KIND_CHECKPOINT) > 0)
    add_head (panel);
  for (guint i = 0; i < jx_item_count (panel->project, JX_KIND_CHECKPOINT); i++)
    add_row (panel, i, jx_item_child (panel->project, JX_KIND_CHECKPOINT, i));
}

static const JxProgressPoint *
find_point (const JxProgress *progress, JxItem *checkpoint)
{
  int month = get_month (checkpoint);

  for (guint i = 0; month && i < progress->points->len; i++)
    {
      const JxProgressPoint *point = &g_array_index (progress->points, JxProgressPoint, i);

      if (point->month == month)
        return point;
    }

  return NULL;
}

static void
update_row (const Row *row, const JxProgress *progress)
{
  const char *plan = jx_item_get (row->checkpoint, JX_FIELD_CHECKPOINT_PLAN);
  int month = get_month (row->checkpoint);
  g_autofree char *share = plan ? g_strdup_printf ("%s%%", plan) : g_strdup ("–");
  g_autofree char *planned = g_strdup_printf (_("%s, planned, 万元"), get_month_label (row->checkpoint));
  g_autofree char *name = g_strdup_printf (_("%s, spent so far, 万元"), get_month_label (row->checkpoint));

  gtk_label_set_text (GTK_LABEL (row->month), month ? jx_month_get_short_label (JX_LANGUAGE_INTERFACE, month) : "–");
  gtk_label_set_text (GTK_LABEL (row->plan), share);
  jx_spending_field_set_target (JX_SPENDING_FIELD (row->planned), row->checkpoint, JX_FIELD_CHECKPOINT_PLAN, planned);
  jx_spending_field_set_share_of (JX_SPENDING_FIELD (row->planned), progress->budget_fen);
  jx_spending_field_set_target (JX_SPENDING_FIELD (row->spent), row->checkpoint, JX_FIELD_CHECKPOINT_SPENT, name);
}

/* The checkpoint whose spending is the last to be known. */
static JxItem *
find_latest (JxSpendingPanel *panel, const JxProgress *progress)
{
  if (progress->latest < 0)
    return NULL;
  for (guint i = 0; i < panel->rows->len; i++)
    {
      JxItem *checkpoint = g_array_index (panel->rows, Row, i).checkpoint;

      if (find_point (progress, checkpoint) == &g_array_index (progress->points, JxProgressPoint, progress->latest))
        return checkpoint;
    }

  return NULL;
}

static void
show_notes (JxSpendingPanel *panel, JxItem *checkpoint)
{
  const char *month;
  g_autofree char *head = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *remedy = NULL;

  gtk_widget_set_visible (panel->notes, checkpoint != NULL);
  if (checkpoint == NULL)
    return;

  month = get_month_label (checkpoint);
  /* Translators: %s is a month, as “end of March”. */
  head = g_strdup_printf (_("Notes for the %s"), month);
  reason = g_strdup_printf ("%s, %s", month, jx_field_get_label (JX_FIELD_CHECKPOINT_REASON));
  remedy = g_strdup_printf ("%s, %s", month, jx_field_get_label (JX_FIELD_CHECKPOINT_REMEDY));
  gtk_label_set_text (GTK_LABEL (panel->notes_of), head);
  jx_spending_field_set_target (JX_SPENDING_FIELD (panel->reason), checkpoint, JX_FIELD_CHECKPOINT_REASON, reason);
  jx_spending_field_set_target (JX_SPENDING_FIELD (panel->remedy), checkpoint, JX_FIELD_CHECKPOINT_REMEDY, remedy);
}

static void
update (JxSpendingPanel *panel)
{
  g_autoptr (JxProgress) progress = jx_progress_new (panel->project);

  if (!rows_fit (panel))
    rebuild_rows (panel);
  for (guint i = 0; i < panel->rows->len; i++)
    update_row (&g_array_index (panel->rows, Row, i), progress);
  gtk_widget_set_visible (panel->standard, panel->rows->len == 0);
  show_notes (panel, find_latest (panel, progress));
  problem_changed_cb (panel);
}

static void
add_standard_cb (JxSpendingPanel *panel)
{
  if (jx_checkpoints_add_standard (panel->history, panel->project, NULL) && panel->rows->len > 0)
    gtk_widget_grab_focus (g_array_index (panel->rows, Row, 0).spent);
}

static void
point_activated_cb (JxSpendingPanel *panel, int index)
{
  g_autoptr (JxProgress) progress = jx_progress_new (panel->project);

  for (guint i = 0; i < panel->rows->len; i++)
    {
      const Row *row = &g_array_index (panel->rows, Row, i);
      const JxProgressPoint *point = find_point (progress, row->checkpoint);

      if (point && index >= 0 && point == &g_array_index (progress->points, JxProgressPoint, index))
        gtk_widget_grab_focus (row->spent);
    }
}

static void
jx_spending_panel_dispose (GObject *object)
{
  JxSpendingPanel *panel = JX_SPENDING_PANEL (object);
  GtkWidget *child;

  if (panel->rows)
    g_array_set_size (panel->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (panel))))
    gtk_widget_unparent (child);
  g_clear_object (&panel->history);

  G_OBJECT_CLASS (jx_spending_panel_parent_class)->dispose (object);
}

static void
jx_spending_panel_finalize (GObject *object)
{
  g_clear_pointer (&JX_SPENDING_PANEL (object)->rows, g_array_unref);

  G_OBJECT_CLASS (jx_spending_panel_parent_class)->finalize (object);
}

static void
jx_spending_panel_class_init (JxSpendingPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jx_spending_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = jx_spending_panel_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, JX_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "spendingpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jx_spending_panel_init (JxSpendingPanel *panel)
{
  panel->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

static GtkWidget *
make_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_chart_side (JxSpendingPanel *panel)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  panel->chart = jx_chart_view_new ();
  gtk_widget_set_size_request (panel->chart, -1, CHART_HEIGHT);
  g_signal_connect_object (panel->chart, "point-activated", G_CALLBACK (point_activated_cb), panel, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (side), make_words (_("Spending and plan"), "heading"));
  gtk_box_append (GTK_BOX (side), panel->chart);

  return side;
}

static GtkWidget *
make_notes (JxSpendingPanel *panel)
{
  GtkWidget *notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heads[2];

  panel->reason = jx_spending_field_new (panel->history, TRUE);
  panel->remedy = jx_spending_field_new (panel->history, TRUE);
  panel->notes_of = make_words (NULL, "heading");
  heads[0] = make_words (jx_field_get_label (JX_FIELD_CHECKPOINT_REASON), "caption-heading");
  heads[1] = make_words (jx_field_get_label (JX_FIELD_CHECKPOINT_REMEDY), "caption-heading");
  g_signal_connect_object (panel->reason, "problem-changed", G_CALLBACK (problem_changed_cb), panel, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel->remedy, "problem-changed", G_CALLBACK (problem_changed_cb), panel, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (notes), panel->notes_of);
  gtk_box_append (GTK_BOX (notes), heads[0]);
  gtk_box_append (GTK_BOX (notes), panel->reason);
  gtk_box_append (GTK_BOX (notes), heads[1]);
  gtk_box_append (GTK_BOX (notes), panel->remedy);

  return notes;
}

static GtkWidget *
make_table_side (JxSpendingPanel *panel)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = make_words (_("Spent by each checkpoint, in 万元"), "heading");

  panel->table = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (panel->table), 6);
  gtk_grid_set_column_spacing (GTK_GRID (panel->table), 9);
  panel->problem = make_words (NULL, "error");
  panel->standard = gtk_button_new_with_label (_("Add the Standard Checkpoints"));
  gtk_widget_set_halign (panel->standard, GTK_ALIGN_START);
  g_signal_connect_swapped (panel->standard, "clicked", G_CALLBACK (add_standard_cb), panel);
  panel->notes = make_notes (panel);

  gtk_box_append (GTK_BOX (side), head);
  gtk_box_append (GTK_BOX (side), panel->table);
  gtk_box_append (GTK_BOX (side), panel->problem);
  gtk_box_append (GTK_BOX (side), panel->standard);
  gtk_box_append (GTK_BOX (side), panel->notes);

  return side;
}

GtkWidget *
jx_spending_panel_new (JxHistory *history, JxItem *project)
{
  JxSpendingPanel *panel;

  g_return_val_if_fail (JX_IS_HISTORY (history), NULL);
  g_return_val_if_fail (project != NULL, NULL);

  panel = g_object_new (JX_TYPE_SPENDING_PANEL, NULL);
  panel->history = g_object_ref (history);
  panel->project = project;
  gtk_accessible_update_property (GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Spending and plan"), -1);
  gtk_widget_set_parent (make_chart_side (panel), GTK_WIDGET (panel));
  gtk_widget_set_parent (make_table_side (panel), GTK_WIDGET (panel));
  jx_chart_view_set_item (JX_CHART_VIEW (panel->chart), project);
  update (panel);
  g_signal_connect_object (jx_history_get_document (history), "settled", G_CALLBACK (update), panel, G_CONNECT_SWAPPED);

  return GTK_WIDGET (panel);
}

gboolean
jx_spending_panel_commit (JxSpendingPanel *panel)
{
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (JX_IS_SPENDING_PANEL (panel), FALSE);

  fields = list_fields (panel);
  for (guint i = 0; i < fields->len; i++)
    if (!jx_spending_field_commit (fields->pdata[i]))
      {
        gtk_widget_grab_focus (fields->pdata[i]);
        return FALSE;
      }

  return TRUE;
}

gboolean
jx_spending_panel_revert (JxSpendingPanel *panel)
{
  g_autoptr (GPtrArray) fields = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (JX_IS_SPENDING_PANEL (panel), FALSE);

  fields = list_fields (panel);
  for (guint i = 0; i < fields->len; i++)
    any |= jx_spending_field_revert (fields->pdata[i]);

  return any;
}

gboolean
jx_spending_panel_reveal (JxSpendingPanel *panel, JxItem *item, JxField field)
{
  g_return_val_if_fail (JX_IS_SPENDING_PANEL (panel), FALSE);

  if (field == JX_FIELD_CHECKPOINT_REASON && jx_spending_field_get_item (JX_SPENDING_FIELD (panel->reason)) == item)
    return gtk_widget_grab_focus (panel->reason);
  if (field == JX_FIELD_CHECKPOINT_REMEDY && jx_spending_field_get_item (JX_SPENDING_FIELD (panel->remedy)) == item)
    return gtk_widget_grab_focus (panel->remedy);
  for (guint i = 0; i < panel->rows->len; i++)
    if (g_array_index (panel->rows, Row, i).checkpoint == item)
      return gtk_widget_grab_focus (g_array_index (panel->rows, Row, i).spent);

  return FALSE;
}
