/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "app/jx-change-row.h"
#include "app/jx-compare-window.h"
#include "model/jx-item-build.h"
#include "jx-test-window.h"

/* How a document differs: from its file, from what was taken in, from another one. */

static void
change (JxWindow *window, guint project, JxField field, const char *value)
{
  g_autoptr (GError) error = NULL;

  jx_history_set (jx_session_get_history (window->session), jx_test_window_project (window, project), field, value, &error);
  g_assert_no_error (error);
}

static guint
count_rows (JxWindow *window)
{
  guint n = 0;

  while (jx_test_find (GTK_WIDGET (window->comparing), JX_TYPE_CHANGE_ROW, n) != NULL)
    n++;
  return n;
}

/* The button of the first difference shown that says @label. */
static void
press (JxWindow *window, const char *label)
{
  GtkWidget *row = jx_test_get (GTK_WIDGET (window->comparing), JX_TYPE_CHANGE_ROW, 0);
  GtkWidget *button = NULL;

  for (guint n = 0; (button = jx_test_get (row, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      break;
  g_signal_emit_by_name (button, "clicked");
}

static void
test_changes (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxHistory *history = jx_session_get_history (window->session);

  change (window, 1, JX_FIELD_PROJECT_BUDGET, "6.90");
  change (window, 1, JX_FIELD_PROJECT_PURPOSE, "清理河道");
  jx_test_window_activate (window, "changes");
  WAIT_FOR (window->comparing != NULL);
  g_assert_cmpuint (count_rows (window), ==, 2);

  /* Each is taken back alone, as a step of its own; the list goes along with every edit. */
  press (window, "Take Back");
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 1), JX_FIELD_PROJECT_BUDGET), ==, NULL);
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 1), JX_FIELD_PROJECT_PURPOSE), ==, "清理河道");
  g_assert_cmpstr (jx_history_get_undo_name (history), ==, "Take Back Budget");
  WAIT_FOR (count_rows (window) == 1);
  jx_history_undo (history, NULL);
  WAIT_FOR (count_rows (window) == 2);

  /* The last one taken back, the focus is on what says so. */
  press (window, "Take Back");
  WAIT_FOR (count_rows (window) == 1);
  g_assert_true (gtk_widget_grab_focus (jx_test_get (jx_test_get (GTK_WIDGET (window->comparing), JX_TYPE_CHANGE_ROW, 0), GTK_TYPE_BUTTON, 0)));
  press (window, "Take Back");
  WAIT_FOR (count_rows (window) == 0);
  g_assert_true (GTK_IS_SCROLLED_WINDOW (gtk_window_get_focus (window->comparing)));
  jx_history_undo (history, NULL);
  jx_history_undo (history, NULL);
  WAIT_FOR (count_rows (window) == 2);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (window->comparing)));

  press (window, "Show");
  g_assert_true (jx_window_get_current_item (window) == jx_test_window_project (window, 1));

  /* Another document in the window, and the differences are nobody's. */
  jx_window_set_session (window, NULL);
  g_assert_null (window->comparing);
}

static void
test_removed (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  g_autoptr (GError) error = NULL;

  jx_history_do (jx_session_get_history (window->session), jx_edit_new_remove (jx_test_window_project (window, 0)), "x", &error);
  g_assert_no_error (error);
  jx_test_window_activate (window, "changes");
  WAIT_FOR (window->comparing != NULL);
  g_assert_cmpuint (count_rows (window), ==, 1);
  press (window, "Take Back");
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME), ==, "村道养护");
  WAIT_FOR (count_rows (window) == 0);
}

/* A list too long to be made at one go: the first of it is there at once, and what is looked at stays when it is made anew. */
static void
test_many (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxDocument *document = jx_session_get_document (window->session);
  JxEdit *all = jx_edit_new_group ();
  GtkListBox *list = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 450; i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, "新项目");
      jx_edit_add (all, jx_edit_new_insert (jx_document_get_root (document), project, 3 + i));
    }
  jx_history_do (jx_session_get_history (window->session), all, "x", &error);
  g_assert_no_error (error);
  jx_test_window_activate (window, "changes");
  WAIT_FOR (window->comparing != NULL);
  list = GTK_LIST_BOX (jx_test_get (GTK_WIDGET (window->comparing), GTK_TYPE_LIST_BOX, 0));
  g_assert_cmpuint (count_rows (window), ==, 1);
  WAIT_FOR (gtk_list_box_get_row_at_index (list, 449) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (list, 450));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 440));
  change (window, 0, JX_FIELD_PROJECT_BUDGET, "6.90");
  WAIT_FOR (gtk_list_box_get_row_at_index (list, 450) != NULL);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 441);
}

static void
test_origin (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  change (window, 0, JX_FIELD_PROJECT_BUDGET, "6.90");
  jx_window_note_origin (window);
  change (window, 1, JX_FIELD_PROJECT_BUDGET, "7.90");
  jx_test_window_activate (window, "changes");
  WAIT_FOR (window->comparing != NULL);

  /* Since it was saved two projects were changed, since then one. */
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (jx_test_get (GTK_WIDGET (window->comparing), GTK_TYPE_LIST_BOX, 0)), 1));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jx_test_get (GTK_WIDGET (window->comparing), GTK_TYPE_DROP_DOWN, 0)), 1);
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (jx_test_get (GTK_WIDGET (window->comparing), GTK_TYPE_LIST_BOX, 0)), 1));
}

static void
test_compare (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *other = g_build_filename (folder, "去年.jixiao", NULL);
  JxWindow *window = jx_test_window_open (fixture);

  jx_test_window_write (other);
  change (window, 2, JX_FIELD_PROJECT_NAME, "老年食堂补助");
  jx_window_compare_with (window, other);
  WAIT_FOR (window->comparing != NULL);
  g_assert_cmpuint (count_rows (window), ==, 1);
  press (window, "Take Over");
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 2), JX_FIELD_PROJECT_NAME), ==, "老年食堂");
  WAIT_FOR (count_rows (window) == 0);
  gtk_window_close (window->comparing);
  WAIT_FOR (window->comparing == NULL);
}

#define N_BIG 8000
#define N_INDICATORS 8

/* A document that takes a while to compare, with one of another @value. */
static JxDocument *
make_big (const char *value)
{
  JxDocument *document = jx_document_new ();

  for (guint i = 0; i < N_BIG; i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
      g_autofree char *name = g_strdup_printf ("第%u段村道养护", i + 1);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
      jx_item_append (jx_document_get_root (document), project);
      for (guint n = 0; n < N_INDICATORS; n++)
        {
          JxItem *indicator = jx_item_new (document, JX_KIND_INDICATOR);

          jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL3, name);
          jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, value);
          jx_item_append (project, indicator);
        }
    }
  jx_document_finish_building (document);

  return document;
}

static void
compare_big (JxWindow *window)
{
  GPtrArray *with = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_compare_with_free);
  g_autoptr (JxDocument) other = make_big ("≥4公里");

  g_ptr_array_add (with, jx_compare_with_new ("去年", other));
  g_set_weak_pointer (&window->comparing, jx_compare_window_present (window, with, FALSE));
}

/* What takes long can be given up, and then it is as if nobody had asked; else a long list comes as it is looked at. */
static void
test_big (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  g_autoptr (JxDocument) document = make_big ("≥3公里");
  g_autoptr (JxSession) session = jx_session_new (document, NULL, NULL, "云溪");
  GtkWidget *focus = NULL;
  GtkWidget *scroller = NULL;
  GtkAdjustment *place = NULL;
  GtkListBox *list = NULL;

  jx_window_set_session (window, session);
  jx_test_window_activate (window, "find");
  WAIT_FOR ((focus = gtk_window_get_focus (GTK_WINDOW (window))) != NULL);
  compare_big (window);
  WAIT_FOR (jx_test_window_find_dialog () != NULL);
  g_assert_true (GTK_IS_PROGRESS_BAR (adw_message_dialog_get_extra_child (jx_test_window_find_dialog ())));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->comparing)));
  jx_test_window_answer ("cancel");
  WAIT_FOR (window->comparing == NULL);
  g_assert_null (jx_test_window_find_dialog ());
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  g_assert_false (jx_session_get_modified (session));
  g_assert_false (jx_history_get_can_undo (jx_session_get_history (session)));

  compare_big (window);
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window->comparing)));
  g_assert_null (jx_test_window_find_dialog ());
  list = GTK_LIST_BOX (jx_test_get (GTK_WIDGET (window->comparing), GTK_TYPE_LIST_BOX, 0));
  g_assert_true (gtk_window_get_focus (window->comparing) == GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  WAIT_FOR (gtk_list_box_get_row_at_index (list, 999) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (list, 1000));
  scroller = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  WAIT_FOR (gtk_list_box_get_row_at_index (list, 1000) != NULL);
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/compare/changes", test_changes },
    { "/compare/removed", test_removed },
    { "/compare/many", test_many },
    { "/compare/origin", test_origin },
    { "/compare/another", test_compare },
    { "/compare/big", test_big },
  };

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
