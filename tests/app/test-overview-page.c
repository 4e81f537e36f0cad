/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview's page and the chart as a widget. */
#include <adwaita.h>

#include "app/jx-chart-spot.h"
#include "app/jx-chart-view.h"
#include "app/jx-field-edit.h"
#include "app/jx-figures.h"
#include "app/jx-item-card.h"
#include "app/jx-overview-page.h"
#include "model/jx-item-build.h"

#include "jx-test.h"

typedef struct
{
  JxHistory *history;
  JxItem *root;
  GtkWidget *window;
  GtkWidget *page;
  int opened; /* by win.open-project, -1 for none */
} Fixture;

static JxItem *
add_item (JxItem *parent, JxKind kind, JxField field, const char *value)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_init (item, field, value);
  jx_item_append (parent, item);

  return item;
}

static void
add_checkpoint (JxItem *project, const char *month, const char *plan, const char *spent)
{
  JxItem *checkpoint = add_item (project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, month);

  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, plan);
  jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_SPENT, spent);
}

static JxDocument *
make_document (guint n_projects)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "青禾县云溪镇人民政府");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "办好群众身边的事。");
  add_item (root, JX_KIND_SUB_GOAL, JX_FIELD_SUB_GOAL_TITLE, "便民服务");
  add_item (root, JX_KIND_SUB_GOAL, JX_FIELD_SUB_GOAL_TITLE, "乡村建设");
  jx_item_init (add_item (root, JX_KIND_SUB_GOAL, JX_FIELD_SUB_GOAL_TITLE, "安全应急"), JX_FIELD_SUB_GOAL_MARK, "(三）");
  add_item (root, JX_KIND_MEASURE, JX_FIELD_MEASURE_TEXT, "按季监控。");
  for (guint i = 0; i < n_projects; i++)
    {
      JxItem *project = add_item (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, "村内道路维修");

      jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "10.00");
      add_checkpoint (project, "3", "25", "2.00");
      add_checkpoint (project, "6", "50", i == 1 ? "2.50" : "5.00");
      add_checkpoint (project, "12", "100", NULL);
    }
  jx_document_finish_building (document);

  return document;
}

static void
open_project_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *) user_data)->opened = (int) g_variant_get_uint32 (parameter);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Paints a frame, and then until nothing is left to be done: pages are filled in idle time. */
static void
settle (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (fixture->window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "open-project", open_project_cb, "u" } };
  g_autoptr (JxDocument) document = make_document (GPOINTER_TO_UINT (data));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  fixture->history = jx_history_new (document);
  fixture->root = jx_document_get_root (document);
  fixture->opened = -1;
  fixture->page = jx_overview_page_new (fixture->history);
  fixture->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->history);
}

static guint
count_widgets (GtkWidget *widget, GType type)
{
  guint count = g_type_is_a (G_OBJECT_TYPE (widget), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += count_widgets (child, type);

  return count;
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
nth (Fixture *fixture, GType type, guint index)
{
  return find (fixture->page, type, &index);
}

/* The field edit of @item's @field, and within it the widget of @type. */
static GtkWidget *
editor_of (Fixture *fixture, JxItem *item, JxField field, GType type)
{
  GtkWidget *edit;
  guint skip = 0;

  for (guint i = 0; (edit = nth (fixture, JX_TYPE_FIELD_EDIT, i)) != NULL; i++)
    if (jx_field_edit_get_item (JX_FIELD_EDIT (edit)) == item && jx_field_edit_get_field (JX_FIELD_EDIT (edit)) == field)
      return find (edit, type, &skip);
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

static void
test_commit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *year = editor_of (fixture, fixture->root, JX_FIELD_YEAR, GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (year);
  gtk_editable_set_text (GTK_EDITABLE (year), " ２０２７ ");
  g_assert_cmpstr (jx_item_get (fixture->root, JX_FIELD_YEAR), ==, "2026");
  g_signal_emit_by_name (year, "activate");
  g_assert_cmpstr (jx_item_get (fixture->root, JX_FIELD_YEAR), ==, "2027");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (year)), ==, "2027");
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (year)), ==, "2026");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *year = editor_of (fixture, fixture->root, JX_FIELD_YEAR, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (year), "soon");
  g_assert_false (jx_page_commit (JX_PAGE (fixture->page)));
  g_assert_true (gtk_widget_has_css_class (year, "error"));
  gtk_test_accessible_assert_state (year, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (year)), ==, "soon");
  g_assert_cmpstr (jx_item_get (fixture->root, JX_FIELD_YEAR), ==, "2026");
  g_assert_true (jx_page_revert (JX_PAGE (fixture->page)));
  g_assert_false (gtk_widget_has_css_class (year, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (year)), ==, "2026");
  g_assert_false (jx_page_revert (JX_PAGE (fixture->page)));
  g_assert_true (jx_page_commit (JX_PAGE (fixture->page)));
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = editor_of (fixture, fixture->root, JX_FIELD_OVERALL_GOAL, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GString *text = g_string_new (NULL);
  int height = gtk_widget_get_height (view);

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "办好群众身边的事。");
  gtk_text_buffer_set_text (buffer, text->str, -1);
  settle (fixture);
  g_assert_cmpint (gtk_widget_get_height (view), >, 5 * height);
  g_assert_true (jx_page_commit (JX_PAGE (fixture->page)));
  g_assert_cmpstr (jx_item_get (fixture->root, JX_FIELD_OVERALL_GOAL), ==, text->str);
  gtk_text_buffer_set_text (buffer, "别的", -1);
  g_assert_true (press (gtk_widget_get_parent (gtk_widget_get_parent (view)), GDK_KEY_Escape));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, (int) g_utf8_strlen (text->str, -1));
  g_string_free (text, TRUE);
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  JxItem *first = jx_item_child (fixture->root, JX_KIND_SUB_GOAL, 0);
  GtkWidget *card = nth (fixture, JX_TYPE_ITEM_CARD, 0);

  g_assert_true (jx_item_card_get_item (JX_ITEM_CARD (card)) == first);
  g_assert_cmpuint (count_widgets (fixture->page, JX_TYPE_ITEM_CARD), ==, 4);

  gtk_widget_activate_action (card, "item.move-down", NULL);
  g_assert_true (jx_item_child (fixture->root, JX_KIND_SUB_GOAL, 1) == first);
  g_assert_true (nth (fixture, JX_TYPE_ITEM_CARD, 1) == card);
  /* The number as it was written belongs to the old order. */
  g_assert_null (jx_item_get (jx_item_child (fixture->root, JX_KIND_SUB_GOAL, 2), JX_FIELD_SUB_GOAL_MARK));
  g_assert_cmpstr (jx_history_get_undo_name (fixture->history), ==, "Move sub-goal");

  gtk_widget_activate_action (card, "item.add-after", NULL);
  g_assert_cmpuint (jx_item_count (fixture->root, JX_KIND_SUB_GOAL), ==, 4);
  g_assert_null (jx_item_get (jx_item_child (fixture->root, JX_KIND_SUB_GOAL, 2), JX_FIELD_SUB_GOAL_TITLE));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), nth (fixture, JX_TYPE_ITEM_CARD, 2)));

  gtk_widget_activate_action (card, "item.remove", NULL);
  g_assert_cmpuint (jx_item_count (fixture->root, JX_KIND_SUB_GOAL), ==, 3);
  g_assert_cmpuint (count_widgets (fixture->page, JX_TYPE_ITEM_CARD), ==, 4);

  jx_history_undo (fixture->history, NULL);
  jx_history_undo (fixture->history, NULL);
  jx_history_undo (fixture->history, NULL);
  g_assert_true (jx_item_child (fixture->root, JX_KIND_SUB_GOAL, 0) == first);
  for (guint i = 0; i < 3; i++)
    g_assert_true (jx_item_card_get_item (JX_ITEM_CARD (nth (fixture, JX_TYPE_ITEM_CARD, i)))
                   == jx_item_child (fixture->root, JX_KIND_SUB_GOAL, i));
}

static void
test_cards_in_order (Fixture *fixture, gconstpointer data)
{
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 3; i > 0; i--)
    g_ptr_array_add (order, jx_item_child (fixture->root, JX_KIND_SUB_GOAL, i - 1));
  g_assert_true (jx_history_do (fixture->history, jx_edit_new_order (order), "x", NULL));
  g_assert_cmpuint (count_widgets (fixture->page, JX_TYPE_ITEM_CARD), ==, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_true (jx_item_card_get_item (JX_ITEM_CARD (nth (fixture, JX_TYPE_ITEM_CARD, i)))
                   == jx_item_child (fixture->root, JX_KIND_SUB_GOAL, i));
}

static void
test_focus_survives (Fixture *fixture, gconstpointer data)
{
  JxItem *second = jx_item_child (fixture->root, JX_KIND_SUB_GOAL, 1);
  GtkWidget *title = editor_of (fixture, second, JX_FIELD_SUB_GOAL_TITLE, GTK_TYPE_ENTRY);
  GtkWidget *focus;

  gtk_widget_grab_focus (title);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (title), "正在写");
  /* Others change the document meanwhile. */
  g_assert_true (jx_history_do (fixture->history, jx_edit_new_remove (jx_item_child (fixture->root, JX_KIND_SUB_GOAL, 0)), "x", NULL));
  g_assert_true (jx_history_set (fixture->history, fixture->root, JX_FIELD_YEAR, "2028", NULL));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "正在写");
  g_assert_true (jx_page_commit (JX_PAGE (fixture->page)));
  g_assert_cmpstr (jx_item_get (second, JX_FIELD_SUB_GOAL_TITLE), ==, "正在写");
}

/* All figures stand on one line, though some have Chinese in them; and none stands apart because
 * it was narrow when it last changed. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  GtkWidget *figures = jx_figures_new (jx_history_get_document (fixture->history));
  GtkWidget *window = gtk_window_new ();
  guint n_labels = 0;
  GtkWidget *label;

  gtk_window_set_child (GTK_WINDOW (window), figures);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_size_allocate (figures, &(GtkAllocation) { 0, 0, 40, 4000 }, -1);
  g_assert_true (jx_history_set (fixture->history, fixture->root, JX_FIELD_YEAR, "2029", NULL));
  for (guint index = 0; ; index++)
    {
      guint skip = index;

      label = find (figures, GTK_TYPE_LABEL, &skip);
      if (label == NULL)
        break;
      g_assert_cmpint (gtk_widget_get_margin_top (label) + gtk_widget_get_margin_bottom (label), <, 16);
      n_labels++;
    }
  g_assert_cmpuint (n_labels, ==, 12);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  JxItem *measure = jx_item_child (fixture->root, JX_KIND_MEASURE, 0);
  GtkWidget *text = editor_of (fixture, measure, JX_FIELD_MEASURE_TEXT, GTK_TYPE_TEXT_VIEW);

  jx_page_reveal (JX_PAGE (fixture->page), measure, JX_FIELD_MEASURE_TEXT);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == text);
  jx_page_reveal (JX_PAGE (fixture->page), jx_item_child (fixture->root, JX_KIND_PROJECT, 1), JX_FIELD_NONE);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), nth (fixture, GTK_TYPE_COLUMN_VIEW, 0)));
}

static void
test_open_project (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = nth (fixture, JX_TYPE_CHART_VIEW, 0);

  g_signal_emit_by_name (nth (fixture, GTK_TYPE_COLUMN_VIEW, 0), "activate", 2);
  g_assert_cmpint (fixture->opened, ==, 2);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  /* Tab from the points to the ranking; its first row is the project that lags. */
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (press (chart, GDK_KEY_Return));
  g_assert_cmpint (fixture->opened, ==, 1);
}

static void
point_activated_cb (JxChartView *view, int index, int *activated)
{
  *activated = index;
}

static void
test_chart_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    guint point;
  } steps[] = {
    { GDK_KEY_Left, 0 }, { GDK_KEY_Left, 0 }, { GDK_KEY_Right, 1 }, { GDK_KEY_End, 2 }, { GDK_KEY_Right, 2 }, { GDK_KEY_Home, 0 },
  };
  GtkWidget *chart = nth (fixture, JX_TYPE_CHART_VIEW, 0);
  int activated = -1;

  g_signal_connect (chart, "point-activated", G_CALLBACK (point_activated_cb), &activated);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  /* First comes the latest checkpoint with an entry. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == nth (fixture, JX_TYPE_CHART_SPOT, 1));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (chart, steps[i].key);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == nth (fixture, JX_TYPE_CHART_SPOT, steps[i].point));
    }
  press (chart, GDK_KEY_Return);
  g_assert_cmpint (activated, ==, 0);
}

static void
test_chart_words (Fixture *fixture, gconstpointer data)
{
  const char *behind = "By the end of June: 12.50 万元 (41.67%) spent, 15.00 万元 (50%) planned; 2.50 万元 behind (8.33 points).";
  const char *exact = "By the end of June: 15.00 万元 (50%) spent, 15.00 万元 (50%) planned; exactly on plan.";
  GtkWidget *chart = nth (fixture, JX_TYPE_CHART_VIEW, 0);
  JxItem *june = jx_item_child (jx_item_child (fixture->root, JX_KIND_PROJECT, 0), JX_KIND_CHECKPOINT, 1);

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpuint (count_widgets (chart, JX_TYPE_CHART_SPOT), ==, 3 + 3);
  gtk_test_accessible_assert_property (nth (fixture, JX_TYPE_CHART_SPOT, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, behind);
  g_assert_true (jx_history_set (fixture->history, june, JX_FIELD_CHECKPOINT_SPENT, "7.5", NULL));
  gtk_test_accessible_assert_property (nth (fixture, JX_TYPE_CHART_SPOT, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, exact);
}

/* A page of a document of 10,000 projects has no more widgets than one of hundreds. */
static void
test_many_projects (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = nth (fixture, GTK_TYPE_COLUMN_VIEW, 0);
  GListModel *model;

  for (guint i = 0; i < 3; i++)
    settle (fixture);
  model = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 10000);
  g_assert_cmpuint (count_widgets (table, GTK_TYPE_LABEL), <, 300 * 6);
}

/* Nothing stays behind. */
static void
test_disposed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
  settle (fixture);
  g_assert_null (page);
  g_assert_true (jx_history_set (fixture->history, fixture->root, JX_FIELD_YEAR, "2029", NULL));
}

/* Scrolled out of sight with the wheel, a field comes back when it is written in and when its menu is asked for. */
static void
test_back_in_view (Fixture *fixture, gconstpointer data)
{
  GtkWidget *year = editor_of (fixture, fixture->root, JX_FIELD_YEAR, GTK_TYPE_ENTRY);
  GtkWidget *edit = gtk_widget_get_ancestor (year, JX_TYPE_FIELD_EDIT);
  GtkWidget *scroller = gtk_widget_get_ancestor (year, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *menu = NULL;
  double end = gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);
  guint skip = 0;

  gtk_widget_grab_focus (year);
  settle (fixture);
  gtk_adjustment_set_value (place, end);
  settle (fixture);
  gtk_editable_set_text (GTK_EDITABLE (year), "2027");
  g_assert_cmpfloat (gtk_adjustment_get_value (place), <, end);

  gtk_adjustment_set_value (place, end);
  settle (fixture);
  g_assert_true (press (edit, GDK_KEY_Menu));
  while ((menu = find (year, GTK_TYPE_POPOVER_MENU, &skip)) == NULL || !gtk_widget_get_mapped (menu))
    {
      skip = 0;
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpfloat (gtk_adjustment_get_value (place), <, end);
  gtk_popover_popdown (GTK_POPOVER (menu));
  settle (fixture);

  /* In sight it is the editor's own. */
  g_assert_false (press (edit, GDK_KEY_Menu));
}

int
main (int argc, char **argv)
{
  /* Before the tests' own folders, which hold none of the system's settings. */
  adw_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, n_projects, func) \
  g_test_add ("/overview-page/" name, Fixture, GUINT_TO_POINTER (n_projects), set_up, func, tear_down)
  ADD ("commit", 3, test_commit);
  ADD ("refused", 3, test_refused);
  ADD ("text", 3, test_text);
  ADD ("back-in-view", 3, test_back_in_view);
  ADD ("cards", 3, test_cards);
  ADD ("cards-in-order", 3, test_cards_in_order);
  ADD ("focus-survives", 3, test_focus_survives);
  ADD ("figures", 3, test_figures);
  ADD ("reveal", 3, test_reveal);
  ADD ("open-project", 3, test_open_project);
  ADD ("chart-keys", 3, test_chart_keys);
  ADD ("chart-words", 3, test_chart_words);
  ADD ("many-projects", 10000, test_many_projects);
  ADD ("disposed", 3, test_disposed);
#undef ADD

  return g_test_run ();
}
