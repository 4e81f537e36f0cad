/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-replace-dialog.h"
#include "app/jx-window-private.h"
#include "model/jx-item-build.h"

#include "jx-test-app.h"

typedef struct
{
  JxWindow *window;
  JxItem *root;
} Fixture;

typedef void (*Test) (Fixture *fixture);

static JxItem *
add (JxItem *parent, JxKind kind, JxField field, const char *value)
{
  JxItem *item = jx_item_new (jx_item_get_document (parent), kind);

  jx_item_init (item, field, value);
  jx_item_append (parent, item);
  return item;
}

static JxDocument *
make_document (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *root = jx_document_get_root (document);
  JxItem *project = NULL;

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "云溪镇人民政府");
  jx_item_init (root, JX_FIELD_OVERALL_GOAL, "云溪镇修路，云溪镇清河。");
  project = add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, "云溪镇村道养护");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "12.50");
  add (project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, "2026年养护10公里");
  add (root, JX_KIND_PROJECT, JX_FIELD_PROJECT_NAME, "老年食堂");
  jx_document_finish_building (document);

  return document;
}

/* Runs the test inside the running program, in the place of its first window. */
static void
activate_cb (GApplication *application, gpointer user_data)
{
  g_autoptr (JxDocument) document = make_document ();
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, "云溪");
  Fixture fixture = { jx_window_new (JX_APPLICATION (application)), jx_document_get_root (document) };
  GList *windows = NULL;

  g_signal_stop_emission_by_name (application, "activate");
  jx_window_set_session (fixture.window, session);
  gtk_window_present (GTK_WINDOW (fixture.window));
  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (fixture.window)) || gtk_widget_get_height (GTK_WIDGET (fixture.window)) > 0);

  (*(const Test *) user_data) (&fixture);

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
}

static void
run_test (gconstpointer test)
{
  JxApplication *application = jx_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), (gpointer) test);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_finalize_object (application);
}

static gpointer
part (Fixture *fixture, const char *id)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->window->find_bar), JX_TYPE_FIND_BAR, id);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

static void
find (Fixture *fixture, const char *words)
{
  if (!jx_find_bar_is_open (fixture->window->find_bar))
    activate (fixture, "find");
  gtk_editable_set_text (part (fixture, "needle"), words);
}

static void
assert_count (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (gtk_label_get_text (part (fixture, "count")), ==, expected);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (part (fixture, "list"))));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
is_focus_in (Fixture *fixture, gpointer widget)
{
  return get_focus (fixture) != NULL && gtk_widget_is_ancestor (get_focus (fixture), widget);
}

static JxItem *
project_at (Fixture *fixture, guint index)
{
  return jx_item_child (fixture->root, JX_KIND_PROJECT, index);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (JX_IS_REPLACE_DIALOG (window))
        return window;
    }

  return NULL;
}

static gpointer
dialog_part (const char *id)
{
  return gtk_widget_get_template_child (GTK_WIDGET (find_dialog ()), JX_TYPE_REPLACE_DIALOG, id);
}

static void
test_counts (Fixture *fixture)
{
  assert_count (fixture, "");
  find (fixture, "云溪镇");
  g_assert_true (is_focus_in (fixture, part (fixture, "needle")));
  assert_count (fixture, "4");
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  find (fixture, "云溪县");
  assert_count (fixture, "Not found");
  g_assert_false (gtk_widget_get_sensitive (part (fixture, "next")));
  find (fixture, "");
  assert_count (fixture, "");

  find (fixture, "1");
  assert_count (fixture, "2");
  gtk_toggle_button_set_active (part (fixture, "whole_word"), TRUE);
  assert_count (fixture, "Not found");
  gtk_toggle_button_set_active (part (fixture, "whole_word"), FALSE);

  /* A bad expression says what is wrong, and goes away with it. */
  gtk_toggle_button_set_active (part (fixture, "regex"), TRUE);
  find (fixture, "[0-9");
  assert_count (fixture, "");
  g_assert_true (gtk_widget_get_visible (part (fixture, "reason")));
  find (fixture, "[0-9]+");
  assert_count (fixture, "5");
  g_assert_false (gtk_widget_get_visible (part (fixture, "reason")));

  /* It follows the document. */
  jx_history_set (jx_session_get_history (fixture->window->session), project_at (fixture, 1), JX_FIELD_PROJECT_NAME, "3号食堂", NULL);
  assert_count (fixture, "6");
}

static void
test_scope (Fixture *fixture)
{
  GtkDropDown *scope = part (fixture, "scope");

  find (fixture, "云溪镇");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (scope)), ==, 2);
  gtk_drop_down_set_selected (scope, 1);
  assert_count (fixture, "3");
  jx_window_show_tab (fixture->window, project_at (fixture, 0));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (scope)), ==, 3);
  gtk_drop_down_set_selected (scope, 2);
  assert_count (fixture, "1");
  jx_window_show_tab (fixture->window, project_at (fixture, 1));
  assert_count (fixture, "Not found");
  jx_window_show_tab (fixture->window, fixture->root);
  g_assert_cmpuint (gtk_drop_down_get_selected (scope), ==, 0);
  assert_count (fixture, "4");
}

static void
test_goes (Fixture *fixture)
{
  JxWindow *window = fixture->window;

  find (fixture, "云溪镇");
  g_signal_emit_by_name (part (fixture, "needle"), "activate");
  assert_count (fixture, "1 / 4");
  g_assert_true (is_focus_in (fixture, part (fixture, "needle")));
  g_assert_nonnull (window->found);
  g_assert_true (gtk_widget_has_css_class (window->found, "found"));
  activate (fixture, "find-previous");
  assert_count (fixture, "4 / 4");
  g_assert_true (jx_window_get_current_item (window) == project_at (fixture, 0));
  g_assert_true (is_focus_in (fixture, part (fixture, "needle")));

  /* Closing leaves her at what was found; from there on the keys go on without the bar. */
  jx_find_bar_close (window->find_bar);
  g_assert_false (is_focus_in (fixture, window->find_bar));
  g_assert_true (is_focus_in (fixture, window->tabs));
  g_assert_null (window->found);
  activate (fixture, "find-next");
  assert_count (fixture, "1 / 4");
  g_assert_true (jx_window_get_current_item (window) == fixture->root);
  g_assert_true (is_focus_in (fixture, window->tabs));

  /* A search goes on from what is looked at. */
  find (fixture, "2026");
  jx_window_show_tab (window, project_at (fixture, 0));
  activate (fixture, "find-next");
  assert_count (fixture, "2 / 2");
}

static void
test_focus_returns (Fixture *fixture)
{
  GtkWidget *focus = NULL;

  jx_window_reveal (fixture->window, fixture->root, JX_FIELD_UNIT_NAME);
  focus = get_focus (fixture);
  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_select_region (GTK_EDITABLE (focus), 0, 2);
  activate (fixture, "find");
  g_assert_cmpstr (gtk_editable_get_text (part (fixture, "needle")), ==, "云溪");
  g_assert_true (is_focus_in (fixture, part (fixture, "needle")));
  g_signal_emit_by_name (part (fixture, "needle"), "stop-search");
  g_assert_false (jx_find_bar_is_open (fixture->window->find_bar));
  g_assert_true (get_focus (fixture) == focus);
}

static void
test_replaces_one (Fixture *fixture)
{
  JxHistory *history = jx_session_get_history (fixture->window->session);

  activate (fixture, "find-replace");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (part (fixture, "replacement"))));
  find (fixture, "云溪镇");
  gtk_editable_set_text (part (fixture, "replacement"), "大云溪镇");
  g_signal_emit_by_name (part (fixture, "replace"), "clicked"); /* shows the first */
  assert_count (fixture, "1 / 4");
  g_assert_false (jx_history_get_can_undo (history));
  g_signal_emit_by_name (part (fixture, "replace"), "clicked");
  g_assert_cmpstr (jx_item_get (fixture->root, JX_FIELD_UNIT_NAME), ==, "大云溪镇人民政府");
  g_assert_cmpstr (jx_history_get_undo_name (history), ==, "Replace “云溪镇” with “大云溪镇”");
  assert_count (fixture, "2 / 4"); /* not what was just put in */
  g_signal_emit_by_name (part (fixture, "replace"), "clicked");
  g_signal_emit_by_name (part (fixture, "replace"), "clicked");
  g_assert_cmpstr (jx_item_get (fixture->root, JX_FIELD_OVERALL_GOAL), ==, "大云溪镇修路，大云溪镇清河。");
  assert_count (fixture, "4 / 4");

  /* A budget takes no words: nothing happens, and it is said why. */
  find (fixture, "12.50");
  gtk_editable_set_text (part (fixture, "replacement"), "很多");
  g_signal_emit_by_name (part (fixture, "replace"), "clicked");
  g_signal_emit_by_name (part (fixture, "replace"), "clicked");
  g_assert_cmpstr (jx_item_get (project_at (fixture, 0), JX_FIELD_PROJECT_BUDGET), ==, "12.50");
  g_assert_true (gtk_widget_get_visible (part (fixture, "reason")));
}

static void
test_replaces_all (Fixture *fixture)
{
  JxHistory *history = jx_session_get_history (fixture->window->session);

  activate (fixture, "find-replace");
  find (fixture, "2026");
  gtk_editable_set_text (part (fixture, "replacement"), "明");
  g_signal_emit_by_name (part (fixture, "replace_all"), "clicked");
  g_assert_nonnull (find_dialog ());
  g_assert_true (gtk_widget_get_visible (dialog_part ("refusals"))); /* the year */
  g_assert_cmpstr (gtk_button_get_label (dialog_part ("replace")), ==, "_Replace 1 Match");
  gtk_window_destroy (find_dialog ());
  g_assert_false (jx_history_get_can_undo (history));

  find (fixture, "云溪镇");
  gtk_editable_set_text (part (fixture, "replacement"), "青禾镇");
  g_signal_emit_by_name (part (fixture, "replace_all"), "clicked");
  g_assert_cmpstr (gtk_button_get_label (dialog_part ("replace")), ==, "_Replace 4 Matches");
  g_signal_emit_by_name (dialog_part ("list"), "activate", 2u);
  g_assert_cmpstr (gtk_button_get_label (dialog_part ("replace")), ==, "_Replace 3 Matches");
  g_signal_emit_by_name (dialog_part ("replace"), "clicked");
  g_assert_null (find_dialog ());
  g_assert_cmpstr (jx_item_get (fixture->root, JX_FIELD_OVERALL_GOAL), ==, "青禾镇修路，云溪镇清河。");
  g_assert_cmpstr (jx_item_get (project_at (fixture, 0), JX_FIELD_PROJECT_NAME), ==, "青禾镇村道养护");
  assert_count (fixture, "1");

  /* One step. */
  jx_history_undo (history, NULL);
  g_assert_false (jx_history_get_can_undo (history));
  assert_count (fixture, "4");
}

/* Nothing of it may keep the window from being made small. */
static void
test_fits (Fixture *fixture)
{
  int minimum;

  activate (fixture, "find-replace");
  find (fixture, "云溪镇");
  gtk_widget_measure (GTK_WIDGET (fixture->window->find_bar), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* The list is a view on the matches: ten thousand are no heavier than ten. */
static void
test_many (Fixture *fixture)
{
  JxHistory *history = jx_session_get_history (fixture->window->session);
  GString *text = g_string_new (NULL);
  gint64 begin, replaced, undone;

  for (int i = 0; i < 10000; i++)
    g_string_append (text, "云，");
  jx_history_set (history, fixture->root, JX_FIELD_OVERALL_GOAL, text->str, NULL);
  g_string_free (text, TRUE);
  activate (fixture, "find-replace");
  find (fixture, "云，");
  WAIT_FOR (g_str_equal (gtk_label_get_text (part (fixture, "count")), "10000"));
  gtk_editable_set_text (part (fixture, "replacement"), "溪。");
  g_signal_emit_by_name (part (fixture, "replace_all"), "clicked");
  begin = g_get_monotonic_time ();
  g_signal_emit_by_name (dialog_part ("replace"), "clicked");
  replaced = g_get_monotonic_time ();
  jx_history_undo (history, NULL);
  undone = g_get_monotonic_time ();
  g_test_message ("10,000 matches in the window: replaced in %.0f ms, undone in %.0f ms", (replaced - begin) / 1e3, (undone - replaced) / 1e3);
  WAIT_FOR (g_str_equal (gtk_label_get_text (part (fixture, "count")), "10000"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    Test test;
  } tests[] = {
    { "/find/counts", test_counts },
    { "/find/scope", test_scope },
    { "/find/goes", test_goes },
    { "/find/focus-returns", test_focus_returns },
    { "/find/replaces-one", test_replaces_one },
    { "/find/replaces-all", test_replaces_all },
    { "/find/fits", test_fits },
    { "/find/many", test_many },
  };

  /* Before the tests' own folders: these last longer than one test. */
  adw_init ();
  gtk_recent_manager_get_default ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i].test, run_test);

  return g_test_run ();
}
