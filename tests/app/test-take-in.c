/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "app/jx-change-row.h"
#include "app/jx-field-edit.h"
#include "app/jx-take-in-dialog.h"
#include "jx-test-window.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-writer.h"

/* Colleagues' files taken into an open document, through the dialog's own widgets. */

static JxItem *
add_project (JxItem *root, const char *name, const char *budget)
{
  JxItem *project = jx_item_new (jx_item_get_document (root), JX_KIND_PROJECT);

  jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, budget);
  jx_item_append (root, project);
  return project;
}

/* A colleague's: one project with other figures, one the same, one new. Returns: (transfer full): its path. */
static char *
write_theirs (Fixture *fixture, const char *name, const char *budget)
{
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  char *path = g_build_filename (folder, name, NULL);
  JxItem *root = jx_document_get_root (document);
  g_autoptr (GError) error = NULL;

  jx_item_init (add_project (root, "村道养护", budget), JX_FIELD_PROJECT_PURPOSE, "修缮村道");
  add_project (root, "河道清淤", NULL);
  add_project (root, "路灯安装", "3.00");
  jx_document_finish_building (document);
  jx_xml_save (document, path, &error);
  g_assert_no_error (error);

  return path;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (JX_IS_TAKE_IN_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
take_in (JxWindow *window, const char *path, const char *other)
{
  const char *paths[] = { path, other, NULL };
  GtkWidget *dialog = NULL;

  jx_window_take_in (window, (char **) paths);
  WAIT_FOR ((dialog = find_dialog ()) != NULL);
  return dialog;
}

/* The rows' names, of which each begins with what it is about. */
static guint
count_rows (GtkWidget *dialog)
{
  GtkListBox *list = GTK_LIST_BOX (jx_test_get (dialog, GTK_TYPE_LIST_BOX, 0));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static void
select_row (GtkWidget *dialog, int index)
{
  GtkListBox *list = GTK_LIST_BOX (jx_test_get (dialog, GTK_TYPE_LIST_BOX, 0));

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, index));
}

static void
press (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = NULL;

  for (guint n = 0; (button = jx_test_get (dialog, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      break;
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The side of the @row-th difference. */
static void
choose (GtkWidget *dialog, guint row, gboolean theirs)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (jx_test_get (jx_test_get (dialog, JX_TYPE_CHANGE_ROW, row), GTK_TYPE_CHECK_BUTTON, theirs)), TRUE);
}

static void
assert_project (JxWindow *window, guint index, const char *name, const char *budget, const char *purpose)
{
  JxItem *project = jx_test_window_project (window, index);

  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_NAME), ==, name);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_BUDGET), ==, budget);
  g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_PURPOSE), ==, purpose);
}

static JxWindow *
open_with_budget (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  jx_history_set (jx_session_get_history (window->session), jx_test_window_project (window, 0), JX_FIELD_PROJECT_BUDGET, "5.00", NULL);
  return window;
}

/* What is blank is filled, what is new added; a difference stays until it is decided; all one step. */
static void
test_merge (Fixture *fixture)
{
  g_autofree char *path = write_theirs (fixture, "来文.jixiao", "6.90");
  JxWindow *window = open_with_budget (fixture);
  JxHistory *history = jx_session_get_history (window->session);
  GtkWidget *dialog = take_in (window, path, NULL);

  g_assert_cmpuint (count_rows (dialog), ==, 2);
  press (dialog, "_Take In");
  assert_project (window, 0, "村道养护", "5.00", "修缮村道");
  assert_project (window, 1, "河道清淤", NULL, NULL);
  assert_project (window, 2, "路灯安装", "3.00", NULL);
  g_assert_cmpstr (jx_history_get_undo_name (history), ==, "Take In 来文.jixiao");
  jx_test_window_activate (window, "undo");
  assert_project (window, 0, "村道养护", "5.00", NULL);
  assert_project (window, 2, "老年食堂", NULL, NULL);

  dialog = take_in (window, path, NULL);
  choose (dialog, 0, TRUE);
  choose (dialog, 1, FALSE);
  press (dialog, "_Take In");
  assert_project (window, 0, "村道养护", "6.90", NULL);
}

static void
test_choices (Fixture *fixture)
{
  g_autofree char *path = write_theirs (fixture, "来文.jixiao", "6.90");
  JxWindow *window = open_with_budget (fixture);
  GtkWidget *dialog = take_in (window, path, NULL);

  /* Replaced; and the new project is matched with another one of mine. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jx_test_get (dialog, GTK_TYPE_DROP_DOWN, 1)), 1);
  g_assert_false (gtk_widget_get_sensitive (jx_test_get (dialog, JX_TYPE_CHANGE_ROW, 0)));
  select_row (dialog, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jx_test_get (dialog, GTK_TYPE_DROP_DOWN, 0)), 3);
  press (dialog, "All T_heirs");
  press (dialog, "_Take In");
  assert_project (window, 0, "村道养护", "6.90", "修缮村道");
  assert_project (window, 2, "路灯安装", "3.00", NULL);
  g_assert_null (jx_item_child (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT, 3));
}

static void
test_everywhere (Fixture *fixture)
{
  g_autofree char *path = write_theirs (fixture, "来文.jixiao", "6.90");
  JxWindow *window = open_with_budget (fixture);
  GtkWidget *dialog = take_in (window, path, NULL);

  g_assert_true (gtk_widget_activate_action (dialog, "take-in.everywhere", "s", "leave"));
  g_assert_false (gtk_widget_get_sensitive (jx_test_get (dialog, JX_TYPE_CHANGE_ROW, 0)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jx_test_get (dialog, GTK_TYPE_DROP_DOWN, 1)), 0);
  g_assert_true (gtk_widget_activate_action (dialog, "take-in.everywhere", "s", "theirs"));
  press (dialog, "_Take In");
  assert_project (window, 0, "村道养护", "6.90", "修缮村道");
  assert_project (window, 2, "老年食堂", NULL, NULL);
}

static void
test_leave (Fixture *fixture)
{
  g_autofree char *path = write_theirs (fixture, "来文.jixiao", "6.90");
  JxWindow *window = jx_test_window_open (fixture);
  GtkWidget *dialog = take_in (window, path, NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (jx_test_get (dialog, GTK_TYPE_DROP_DOWN, 1)), 3);
  select_row (dialog, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jx_test_get (dialog, GTK_TYPE_DROP_DOWN, 1)), 1);
  g_assert_null (jx_history_get_undo_name (jx_session_get_history (window->session)));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (find_dialog () == NULL);
  assert_project (window, 0, "村道养护", NULL, NULL);
  g_assert_false (jx_session_get_modified (window->session));
}

/* A whole folder: each file has its rows, what cannot be read says why, one of two rivals is taken. */
static void
test_folder (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *inside = g_build_filename (folder, "来文", NULL);
  g_autofree char *one = NULL, *other = NULL, *broken = NULL;
  JxWindow *window = jx_test_window_open (fixture);
  GtkWidget *dialog = NULL;

  g_assert_cmpint (g_mkdir (inside, 0700), ==, 0);
  one = write_theirs (fixture, "来文/甲.jixiao", "6.90");
  other = write_theirs (fixture, "来文/乙.jixiao", "7.90");
  broken = g_build_filename (inside, "丙.docx", NULL);
  g_assert_true (g_file_set_contents (broken, "x", -1, NULL));

  dialog = take_in (window, inside, NULL);
  g_assert_cmpuint (count_rows (dialog), ==, 5);
  select_row (dialog, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (jx_test_get (dialog, GTK_TYPE_DROP_DOWN, 1)), 0);
  press (dialog, "_Take In");
  g_assert_cmpstr (jx_history_get_undo_name (jx_session_get_history (window->session)), ==, "Take In 2 Files");
  g_assert_cmpuint (jx_item_count (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT), ==, 4);
  g_assert_nonnull (jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_BUDGET));
}

/* Without a document several files make a new one, but only once they are taken. */
static void
test_into_nothing (Fixture *fixture)
{
  g_autofree char *one = write_theirs (fixture, "甲.jixiao", "6.90");
  g_autofree char *other = write_theirs (fixture, "乙.jixiao", "6.90");
  JxWindow *window = jx_window_new (fixture->application);
  GtkWidget *dialog = NULL;

  gtk_window_present (GTK_WINDOW (window));
  dialog = take_in (window, one, other);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (find_dialog () == NULL);
  g_assert_null (window->session);

  /* Meanwhile another document came into the window: it stays, the new one has a window of its own. */
  dialog = take_in (window, one, other);
  jx_window_open (window, fixture->path);
  WAIT_FOR (window->session != NULL);
  press (dialog, "_Take In");
  g_assert_cmpuint (jx_test_window_count (fixture), ==, 2);
  assert_project (window, 0, "村道养护", NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));

  window = jx_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (window));
  dialog = take_in (window, one, other);
  press (dialog, "_Take In");
  g_assert_nonnull (window->session);
  assert_project (window, 0, "村道养护", "6.90", "修缮村道");
  g_assert_true (jx_session_get_modified (window->session));
}

/* Puts @text on the clipboard, as a page where it is one, and asks for it to be taken in. */
static void
take_in_copied (JxWindow *window, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GdkContentProvider) page = gdk_content_provider_new_for_bytes (*text == '<' ? "text/html" : "text/plain;charset=utf-8", bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), page);
  jx_test_window_activate (window, "import-copied");
}

static void
test_copied (Fixture *fixture)
{
  static const char *text = "项目支出绩效目标表\n项目名称\t沟渠清淤\n年度资金总额\t3.20\n其中：财政拨款\t3.20\n"
                            "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t清淤长度\t≥3公里\n";
  static const char *page = "<html><body><table><tr><td>项目名称<td colspan=3>沟渠清淤<tr><td>年度资金总额（万元）<td colspan=3>3.20"
                            "<tr><td>一级指标<td>二级指标<td>三级指标<td>指标值<tr><td>产出指标<td>数量指标<td>清淤长度<td>≥3公里</table>";
  JxWindow *window = jx_test_window_open (fixture);
  JxItem *root = jx_document_get_root (jx_session_get_document (window->session));
  GtkWidget *dialog = NULL;

  for (guint i = 0; i < 2; i++)
    {
      JxItem *project = NULL;

      take_in_copied (window, i == 0 ? text : page);
      WAIT_FOR ((dialog = find_dialog ()) != NULL);
      press (dialog, "_Take In");
      WAIT_FOR (find_dialog () == NULL);
      g_assert_cmpuint (jx_item_count (root, JX_KIND_PROJECT), ==, 4);
      project = jx_item_child (root, JX_KIND_PROJECT, 3);
      g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_NAME), ==, "沟渠清淤");
      g_assert_cmpstr (jx_item_get (project, JX_FIELD_PROJECT_BUDGET), ==, "3.20");
      g_assert_cmpstr (jx_item_get (jx_item_child (project, JX_KIND_INDICATOR, 0), JX_FIELD_INDICATOR_LEVEL3), ==, "清淤长度");
      jx_test_window_activate (window, "undo");
      g_assert_cmpuint (jx_item_count (root, JX_KIND_PROJECT), ==, 3);
    }

  /* What is no goal document is refused with a sentence, and nothing changes. */
  take_in_copied (window, "您好，附件请查收。");
  WAIT_FOR (jx_test_window_find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (jx_test_window_find_dialog ()), "Clipboard"));
  g_assert_cmpuint (jx_item_count (root, JX_KIND_PROJECT), ==, 3);
}

#define N_MANY 1250

/* A long file: its list comes as it is looked at, and all of it is taken in. */
static void
test_many (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "全县.jixiao", NULL);
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (jx_session_get_document (window->session));
  guint n_before = jx_item_count (root, JX_KIND_PROJECT);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = NULL;
  GtkListBox *list = NULL;
  GtkAdjustment *place = NULL;

  for (guint i = 0; i < N_MANY; i++)
    {
      JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
      g_autofree char *name = g_strdup_printf ("第%u段灌渠", i + 1);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
      jx_item_append (jx_document_get_root (document), project);
    }
  jx_document_finish_building (document);
  jx_xml_save (document, path, &error);
  g_assert_no_error (error);

  dialog = take_in (window, path, NULL);
  list = GTK_LIST_BOX (jx_test_get (dialog, GTK_TYPE_LIST_BOX, 0));
  WAIT_FOR (gtk_list_box_get_row_at_index (list, 999) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (list, 1000));
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  WAIT_FOR (gtk_list_box_get_row_at_index (list, 1000) != NULL);
  press (dialog, "_Take In");
  g_assert_cmpuint (jx_item_count (root, JX_KIND_PROJECT), ==, n_before + N_MANY);
  jx_history_undo (jx_session_get_history (window->session), NULL);
  g_assert_cmpuint (jx_item_count (root, JX_KIND_PROJECT), ==, n_before);
}

static GtkWidget *
find_field (JxWindow *window, JxField field)
{
  GtkWidget *edit = NULL;

  for (guint n = 0; (edit = jx_test_find (GTK_WIDGET (window), JX_TYPE_FIELD_EDIT, n)) != NULL; n++)
    if (jx_field_edit_get_field (JX_FIELD_EDIT (edit)) == field)
      return edit;

  return NULL;
}

/* What she goes on typing while the file is read is hers: it is no blank that could be filled. */
static void
test_typed_meanwhile (Fixture *fixture)
{
  g_autoptr (JxDocument) theirs = jx_document_new ();
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "来文.jixiao", NULL);
  const char *paths[] = { path, NULL };
  JxWindow *window = jx_test_window_open (fixture);
  JxItem *root = jx_document_get_root (jx_session_get_document (window->session));
  GtkWidget *edit = NULL;
  GtkWidget *text = NULL;
  GtkWidget *dialog = NULL;

  jx_item_init (jx_document_get_root (theirs), JX_FIELD_OVERALL_GOAL, "他们的总目标");
  jx_item_init (jx_document_get_root (theirs), JX_FIELD_REGION, "青禾县");
  jx_document_finish_building (theirs);
  g_assert_true (jx_xml_save (theirs, path, NULL));

  WAIT_FOR ((edit = find_field (window, JX_FIELD_OVERALL_GOAL)) != NULL);
  text = jx_test_get (edit, GTK_TYPE_TEXT_VIEW, 0);
  g_assert_true (gtk_widget_grab_focus (text));
  jx_window_take_in (window, (char **) paths);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "我们的总目标", -1);
  WAIT_FOR ((dialog = find_dialog ()) != NULL);
  press (dialog, "_Take In");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_OVERALL_GOAL), ==, "我们的总目标");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_REGION), ==, "青禾县");
  jx_test_window_activate (window, "undo");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_OVERALL_GOAL), ==, "我们的总目标");
  jx_test_window_activate (window, "undo");
  g_assert_null (jx_item_get (root, JX_FIELD_OVERALL_GOAL));
}

/* What the dialog shows is of no use any more once the document is another: that is said, and nothing taken. */
static void
test_changed_under_the_dialog (Fixture *fixture)
{
  g_autofree char *path = write_theirs (fixture, "来文.jixiao", "6.90");
  JxWindow *window = open_with_budget (fixture);
  JxHistory *history = jx_session_get_history (window->session);

  take_in (window, path, NULL);
  jx_history_do (history, jx_edit_new_remove (jx_test_window_project (window, 0)), "x", NULL);
  g_assert_null (find_dialog ());
  WAIT_FOR (jx_test_window_find_dialog () != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (jx_test_window_find_dialog ()), ==, "Nothing was taken in");
  jx_test_window_answer ("close");
  g_assert_cmpstr (jx_history_get_undo_name (history), ==, "x");
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/take-in/copied", test_copied },
    { "/take-in/merge", test_merge },
    { "/take-in/choices", test_choices },
    { "/take-in/everywhere", test_everywhere },
    { "/take-in/leave", test_leave },
    { "/take-in/folder", test_folder },
    { "/take-in/into-nothing", test_into_nothing },
    { "/take-in/many", test_many },
    { "/take-in/typed-meanwhile", test_typed_meanwhile },
    { "/take-in/changed-under-the-dialog", test_changed_under_the_dialog },
  };

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
