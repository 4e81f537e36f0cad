/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and does not fit, in the drafts of a window. */
#include "app/jx-draft.h"
#include "app/jx-field-edit.h"
#include "app/jx-sheet-private.h"
#include "app/jx-typing.h"
#include "jx-test-window.h"
#include "model/jx-path.h"

static gboolean
has_draft (JxWindow *window)
{
  return g_file_test (jx_draft_keeper_get_file (window->drafts), G_FILE_TEST_EXISTS);
}

/* Whether the draft there is tells of just this. */
static gboolean
draft_tells (JxWindow *window, const char *place, const char *text)
{
  g_autoptr (JxDraft) draft = jx_draft_read (jx_draft_keeper_get_file (window->drafts));
  const JxRefused *refused = draft->document != NULL && draft->refused->len == 1 ? draft->refused->pdata[0] : NULL;

  return refused != NULL && g_str_equal (refused->place, place) && g_str_equal (refused->text, text);
}

static JxFieldEdit *
find_field (JxWindow *window, JxField field)
{
  GtkWidget *page = GTK_WIDGET (jx_window_get_current_page (window));
  GtkWidget *edit = NULL;

  for (guint i = 0; (edit = jx_test_find (page, JX_TYPE_FIELD_EDIT, i)) != NULL; i++)
    if (jx_field_edit_get_field (JX_FIELD_EDIT (edit)) == field)
      return JX_FIELD_EDIT (edit);

  return NULL;
}

/* The page is filled once it is shown. */
static JxFieldEdit *
get_field (JxWindow *window, JxField field)
{
  WAIT_FOR (find_field (window, field) != NULL);

  return find_field (window, field);
}

static void
type (JxFieldEdit *edit, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (jx_test_get (GTK_WIDGET (edit), GTK_TYPE_ENTRY, 0)), text);
}

static JxSheetView *
open_sheet (JxWindow *window, guint index)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-project", g_variant_new_uint32 (index));

  return JX_SHEET_VIEW (jx_test_get (GTK_WIDGET (jx_window_get_current_page (window)), JX_TYPE_SHEET_VIEW, 0));
}

/* Nothing else is unsaved. */
static void
test_field (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxFieldEdit *year = get_field (window, JX_FIELD_YEAR);
  const char *place = jx_field_get_label (JX_FIELD_YEAR);

  type (year, "明年");
  WAIT_FOR (draft_tells (window, place, "明年"));
  g_assert_false (jx_session_get_modified (window->session));
  {
    g_autoptr (JxDraft) draft = jx_draft_read (jx_draft_keeper_get_file (window->drafts));

    g_assert_cmpint (draft->fit, ==, JX_DRAFT_OF_SAME_FILE);
    g_assert_cmpuint (draft->n_changes, ==, 0);
    g_assert_false (jx_draft_is_superfluous (draft));
  }
  g_assert_true (jx_field_edit_revert (year));
  WAIT_FOR (!has_draft (window));

  /* Mended: it is in the document, and saved. */
  type (year, "明年");
  WAIT_FOR (draft_tells (window, place, "明年"));
  type (year, "2027");
  WAIT_FOR (jx_session_get_modified (window->session));
  WAIT_FOR (has_draft (window) && !draft_tells (window, place, "明年"));
  jx_test_window_activate (window, "save");
  WAIT_FOR (!has_draft (window));
}

/* While it is written, in the cell that was left, and in a tab behind. */
static void
test_cell (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxItem *project = jx_test_window_project (window, 1);
  g_autofree char *place = jx_path_to_label (project, JX_FIELD_PROJECT_BUDGET);
  JxSheetView *sheet = open_sheet (window, 1);
  JxSheetCell *cell = jx_sheet_view_find_shown (sheet, project, JX_FIELD_PROJECT_BUDGET);

  jx_sheet_view_edit (sheet, cell, "两万", 0);
  jx_typing_note (JX_TYPING (sheet));
  WAIT_FOR (draft_tells (window, place, "两万"));
  g_assert_false (jx_sheet_view_stop_editing (sheet, TRUE));
  open_sheet (window, 0);
  jx_history_set (jx_session_get_history (window->session), project, JX_FIELD_PROJECT_NAME, "敬老院", NULL);
  jx_test_window_activate (window, "save");
  WAIT_FOR (!jx_session_get_modified (window->session) && draft_tells (window, place, "两万"));

  /* Closing asks, and shows where. */
  gtk_window_close (GTK_WINDOW (window));
  jx_test_window_answer ("cancel");
  g_assert_true (jx_window_get_current_item (window) == project);
  g_assert_true (jx_sheet_view_revert (sheet));
  WAIT_FOR (!has_draft (window));
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found; child = gtk_widget_get_next_sibling (child))
    found = says (child, text);

  return found;
}

/* A draft of @window as a run would leave it that ends now. */
static JxDraft *
leave_draft (JxWindow *window, Fixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->path, "-left", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (jx_draft_keeper_get_file (window->drafts));
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));

  return jx_draft_read (path);
}

/* What comes back is told of, and is in a draft no more once there is another. */
static void
test_told (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  JxFieldEdit *year = get_field (window, JX_FIELD_YEAR);
  g_autofree char *sentence = g_strdup_printf ("“明年” did not fit in: %s", jx_field_get_label (JX_FIELD_YEAR));
  g_autoptr (JxDraft) draft = NULL;
  GtkWindow *dialog = NULL;

  type (year, "明年");
  WAIT_FOR (draft_tells (window, jx_field_get_label (JX_FIELD_YEAR), "明年"));
  draft = leave_draft (window, fixture);
  jx_field_edit_revert (year);
  WAIT_FOR (!has_draft (window));

  jx_window_recover (window, draft);
  dialog = GTK_WINDOW (jx_test_window_find_dialog ());
  g_assert_nonnull (dialog);
  g_assert_true (says (GTK_WIDGET (dialog), sentence));
  WAIT_FOR (gtk_window_get_focus (dialog) != NULL && gtk_window_get_focus (dialog) == gtk_window_get_default_widget (dialog));
  jx_test_window_answer ("close");
  g_assert_true (jx_session_get_modified (window->session));
  WAIT_FOR (has_draft (window) && !draft_tells (window, jx_field_get_label (JX_FIELD_YEAR), "明年"));
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/window-refused/field", test_field },
    { "/window-refused/cell", test_cell },
    { "/window-refused/told", test_told },
  };

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
