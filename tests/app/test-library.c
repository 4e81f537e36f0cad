/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicator library in its file, in its dialog and in the sheet. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/jx-library-dialog.h"
#include "app/jx-library-row.h"
#include "form/jx-form.h"
#include "jx-test-sheet.h"
#include "model/jx-item-build.h"

typedef struct
{
  char *folder;
  char *path;
  JxHistory *history;
  JxItem *project;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("jixiao-library-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "sub", "indicators.ini", NULL);
  fixture->history = jx_test_history_new (4, 4);
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sub = g_path_get_dirname (fixture->path), *aside = g_strconcat (fixture->path, ".bad", NULL);

  g_clear_object (&fixture->history);
  g_remove (fixture->path);
  g_remove (aside);
  g_rmdir (sub);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static JxLibraryKeeper *
make_keeper (Fixture *fixture)
{
  JxLibraryKeeper *keeper = jx_library_keeper_new (fixture->path);

  while (jx_library_keeper_is_reading (keeper))
    g_main_context_iteration (NULL, TRUE);

  return keeper;
}

static void
learn (JxLibraryKeeper *keeper, JxDocument *document)
{
  jx_library_keeper_learn (keeper, document);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_keeper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxLibraryKeeper) keeper = make_keeper (fixture);
  g_autoptr (JxLibraryKeeper) later = NULL;

  learn (keeper, jx_history_get_document (fixture->history));
  g_assert_cmpuint (jx_library_count (jx_library_keeper_get_library (keeper)), ==, 4);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  jx_library_keeper_flush (keeper);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  later = make_keeper (fixture);
  g_assert_cmpuint (jx_library_count (jx_library_keeper_get_library (later)), ==, 4);
}

/* A file that is no library is put aside, one of a later version left alone. */
static void
test_strange_files (Fixture *fixture, gconstpointer data)
{
  static const char later[] = "[library]\nversion=9\n";
  g_autofree char *sub = g_path_get_dirname (fixture->path), *aside = g_strconcat (fixture->path, ".bad", NULL), *text = NULL;
  JxLibraryKeeper *keeper;

  g_mkdir (sub, 0700);
  g_file_set_contents (fixture->path, "some words", -1, NULL);
  keeper = make_keeper (fixture);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  learn (keeper, jx_history_get_document (fixture->history));
  jx_library_keeper_flush (keeper);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (keeper);

  g_file_set_contents (fixture->path, later, -1, NULL);
  keeper = make_keeper (fixture);
  learn (keeper, jx_history_get_document (fixture->history));
  g_assert_cmpuint (jx_library_count (jx_library_keeper_get_library (keeper)), ==, 4);
  jx_library_keeper_flush (keeper);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, later);
  g_object_unref (keeper);
}

static void
failed_cb (JxLibraryKeeper *keeper, const char *sentence, guint *count)
{
  g_assert_cmpuint (strlen (sentence), >, 0);
  ++*count;
}

/* That it cannot be written is told; once it can be, nothing is missing. */
static void
test_failure_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sub = g_path_get_dirname (fixture->path);
  g_autoptr (JxLibraryKeeper) keeper = make_keeper (fixture), later = NULL;
  guint count = 0;

  g_signal_connect (keeper, "failed", G_CALLBACK (failed_cb), &count);
  g_assert_true (g_file_set_contents (sub, "in the way", -1, NULL));
  learn (keeper, jx_history_get_document (fixture->history));
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (g_unlink (sub), ==, 0);
  jx_library_keeper_flush (keeper);
  later = make_keeper (fixture);
  g_assert_cmpuint (jx_library_count (jx_library_keeper_get_library (later)), ==, 4);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static void
chosen_cb (GtkWindow *dialog, GPtrArray *entries, GPtrArray *names)
{
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (names, g_strdup (((JxLibraryEntry *) entries->pdata[i])->level3));
}

typedef struct
{
  JxLibraryDialog *window;
  GtkWidget *search;
  GtkWidget *list;
  GtkSelectionModel *model;
} Dialog;

static Dialog
open_dialog (JxLibraryKeeper *keeper, GPtrArray *names)
{
  Dialog dialog = { jx_library_dialog_new (NULL, keeper, "质量指标", 2027) };

  g_signal_connect (dialog.window, "chosen", G_CALLBACK (chosen_cb), names);
  gtk_window_present (GTK_WINDOW (dialog.window));
  jx_test_frame (GTK_WIDGET (dialog.window));
  dialog.search = find_widget (GTK_WIDGET (dialog.window), GTK_TYPE_SEARCH_ENTRY);
  dialog.list = find_widget (GTK_WIDGET (dialog.window), GTK_TYPE_LIST_VIEW);
  dialog.model = gtk_list_view_get_model (GTK_LIST_VIEW (dialog.list));

  return dialog;
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxLibraryKeeper) keeper = make_keeper (fixture);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free), all = NULL;
  g_autoptr (JxLibraryHit) hit = NULL;
  Dialog dialog;

  learn (keeper, jx_history_get_document (fixture->history));
  dialog = open_dialog (keeper, names);

  /* All are there, those of the group in work first, and the first is chosen already. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dialog.model)), ==, 4);
  g_assert_true (gtk_selection_model_is_selected (dialog.model, 0));
  hit = g_list_model_get_item (G_LIST_MODEL (dialog.model), 0);
  g_assert_cmpstr (jx_library_hit_get_entry (hit)->level3, ==, "清淤验收合格率");

  /* A mark is the library's. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_widget (find_widget (dialog.list, JX_TYPE_LIBRARY_ROW), GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  all = jx_library_search (jx_library_keeper_get_library (keeper), "", NULL);
  g_assert_true (((JxLibraryEntry *) all->pdata[0])->marked);

  /* Several at once. */
  gtk_selection_model_select_all (dialog.model);
  g_signal_emit_by_name (dialog.list, "activate", 0);
  g_assert_cmpuint (names->len, ==, 4);

  /* Or the first that is found. */
  dialog = open_dialog (keeper, names);
  gtk_editable_set_text (GTK_EDITABLE (dialog.search), "公里");
  g_signal_emit_by_name (dialog.search, "activate");
  g_assert_cmpuint (names->len, ==, 5);
  g_assert_cmpstr (names->pdata[4], ==, "清淤河道长度");
}

static void
click (JxLibraryDialog *dialog, const char *name)
{
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), JX_TYPE_LIBRARY_DIALOG, name));

  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxLibraryKeeper) keeper = make_keeper (fixture);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Dialog dialog;

  learn (keeper, jx_history_get_document (fixture->history));
  dialog = open_dialog (keeper, names);
  gtk_selection_model_select_all (dialog.model);
  click (dialog.window, "remove");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dialog.model)), ==, 0);
  g_assert_cmpuint (jx_library_count (jx_library_keeper_get_library (keeper)), ==, 0);
  click (dialog.window, "undo_remove");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dialog.model)), ==, 4);
  gtk_window_destroy (GTK_WINDOW (dialog.window));
  g_assert_cmpuint (names->len, ==, 0);
}

static gboolean
is_focus_in (Dialog *dialog, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* What is typed over the list goes into the search, and so does the focus; rows that go hand it on. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxLibraryKeeper) keeper = make_keeper (fixture);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Dialog dialog;

  learn (keeper, jx_history_get_document (fixture->history));
  dialog = open_dialog (keeper, names);
  g_assert_true (gtk_widget_grab_focus (dialog.list));
  jx_library_keeper_changed (keeper);
  g_assert_true (is_focus_in (&dialog, dialog.list));

  gtk_editable_set_text (GTK_EDITABLE (dialog.search), "公里");
  while (g_list_model_get_n_items (G_LIST_MODEL (dialog.model)) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_focus_in (&dialog, dialog.search));

  g_assert_true (gtk_widget_grab_focus (dialog.list));
  gtk_selection_model_select_all (dialog.model);
  click (dialog.window, "remove");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (dialog.model)), ==, 0);
  g_assert_true (is_focus_in (&dialog, dialog.search));
  gtk_window_destroy (GTK_WINDOW (dialog.window));
}

static JxSheetView *
show_sheet (Fixture *fixture, GtkWidget **window)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
  GtkWidget *sheet = jx_sheet_view_new (fixture->history, form, fixture->project);

  *window = jx_test_show (sheet, 760, 480);

  return JX_SHEET_VIEW (sheet);
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxLibraryKeeper) keeper = make_keeper (fixture);
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *window;
  JxSheetView *sheet = show_sheet (fixture, &window);
  JxItem *second = jx_item_child (fixture->project, JX_KIND_INDICATOR, 1), *taken;

  learn (keeper, jx_history_get_document (fixture->history));
  entries = jx_library_search (jx_library_keeper_get_library (keeper), "验收 OR", NULL);
  g_assert_cmpuint (entries->len, ==, 0);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = jx_library_search (jx_library_keeper_get_library (keeper), "率", NULL);
  g_assert_cmpuint (entries->len, ==, 1);

  jx_sheet_view_reveal (sheet, second, JX_FIELD_INDICATOR_LEVEL3);
  jx_sheet_view_insert_entries (sheet, entries);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 5);
  taken = jx_item_child (fixture->project, JX_KIND_INDICATOR, 2);
  g_assert_cmpstr (jx_item_get (taken, JX_FIELD_INDICATOR_LEVEL3), ==, "清淤验收合格率");
  g_assert_cmpstr (jx_item_get (taken, JX_FIELD_INDICATOR_VALUE), ==, "≥95%");
  g_assert_cmpstr (jx_item_get (taken, JX_FIELD_INDICATOR_BASIS), ==, "行业标准");
  g_assert_true (sheet->current->item == taken && sheet->current->field == JX_FIELD_INDICATOR_VALUE);

  /* One step. */
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 4);
  g_assert_false (jx_history_get_can_undo (fixture->history));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  JxLibrary *library = jx_library_keeper_get_library (jx_library_keeper_get_default ());
  GtkWidget *window;
  JxSheetView *sheet = show_sheet (fixture, &window);

  jx_sheet_view_reveal (sheet, jx_item_child (fixture->project, JX_KIND_INDICATOR, 3), JX_FIELD_INDICATOR_VALUE);
  gtk_widget_activate_action (GTK_WIDGET (sheet), "row.keep", NULL);
  g_assert_cmpuint (jx_library_count (library), ==, 1);
  g_assert_true (jx_library_find (library, jx_item_child (fixture->project, JX_KIND_INDICATOR, 3))->marked);
  g_assert_nonnull (sheet->notice);
  g_assert_false (sheet->notice_is_fault);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/app/library/keeper", Fixture, NULL, set_up, test_keeper, tear_down);
  g_test_add ("/app/library/strange-files", Fixture, NULL, set_up, test_strange_files, tear_down);
  g_test_add ("/app/library/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/app/library/failure-told", Fixture, NULL, set_up, test_failure_told, tear_down);
  g_test_add ("/app/library/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/app/library/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/app/library/insert", Fixture, NULL, set_up, test_insert, tear_down);
  g_test_add ("/app/library/keep", Fixture, NULL, set_up, test_keep, tear_down);

  return g_test_run ();
}
