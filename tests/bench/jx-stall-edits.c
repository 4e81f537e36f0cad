/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-stall-actions.h"

#include "app/jx-add-dialog.h"
#include "app/jx-change-row.h"
#include "app/jx-compare-window.h"
#include "app/jx-find-bar-private.h"
#include "app/jx-replace-dialog.h"
#include "app/jx-sheet-private.h"
#include "app/jx-take-in-dialog.h"
#include "model/jx-item-build.h"
#include "xml/jx-xml-reader.h"

#define N_ROWS 200

static guint
count_projects (JxStallBench *bench)
{
  return jx_item_count (jx_document_get_root (jx_stall_get_document (bench)), JX_KIND_PROJECT);
}

static const char *
get_undo_name (JxStallBench *bench)
{
  const char *name = jx_history_get_undo_name (jx_session_get_history (bench->window->session));

  return name != NULL ? name : "";
}

static void
undo (JxStallBench *bench, const char *name)
{
  g_autofree char *undo_name = g_strconcat (name, ", undone", NULL);
  g_autofree char *redo_name = g_strconcat (name, ", done again", NULL);

  JX_STALL_MEASURE (undo_name, jx_stall_activate (bench, "undo", NULL), jx_stall_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  JX_STALL_MEASURE (redo_name, jx_stall_activate (bench, "redo", NULL), jx_stall_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  JX_STALL_MEASURE (undo_name, jx_stall_activate (bench, "undo", NULL), jx_stall_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

static void
look_at_changes (JxStallBench *bench)
{
  GtkWidget *window = NULL;
  GtkWidget *button = NULL;

  JX_STALL_MEASURE ("changes, in every project", jx_stall_activate (bench, "changes", NULL),
                    jx_stall_find_window (JX_TYPE_COMPARE_WINDOW) != NULL);
  window = jx_stall_find_window (JX_TYPE_COMPARE_WINDOW);
  /* The first button shows, the second takes. */
  button = jx_test_find (jx_test_find (window, JX_TYPE_CHANGE_ROW, 0), GTK_TYPE_BUTTON, 1);
  JX_STALL_MEASURE ("changes: one taken back", g_signal_emit_by_name (button, "clicked"), TRUE);
  JX_STALL_MEASURE ("changes: that undone", jx_stall_activate (bench, "undo", NULL), TRUE);
  JX_STALL_MEASURE ("changes closed", gtk_window_close (GTK_WINDOW (window)), jx_stall_find_window (JX_TYPE_COMPARE_WINDOW) == NULL);
}

static void
replace (JxStallBench *bench)
{
  JxFindBar *bar = bench->window->find_bar;
  GtkWidget *dialog = NULL;

  jx_stall_activate (bench, "open-overview", NULL);
  JX_STALL_MEASURE ("replace: bar", jx_stall_activate (bench, "find-replace", NULL), TRUE);
  gtk_editable_set_text (bar->needle, "开展");
  gtk_editable_set_text (bar->replacement, "办理");
  JX_STALL_MEASURE ("replace all: its preview", jx_find_bar_replace_all (bar), jx_stall_find_window (JX_TYPE_REPLACE_DIALOG) != NULL);
  dialog = jx_stall_find_window (JX_TYPE_REPLACE_DIALOG);
  JX_STALL_MEASURE ("replace all: none, all", gtk_check_button_set_active (GTK_CHECK_BUTTON (jx_test_find (dialog, GTK_TYPE_CHECK_BUTTON, 0)), FALSE);
                    gtk_check_button_set_active (GTK_CHECK_BUTTON (jx_test_find (dialog, GTK_TYPE_CHECK_BUTTON, 0)), TRUE), TRUE);
  JX_STALL_MEASURE ("replace all", jx_stall_press (dialog), jx_stall_find_window (JX_TYPE_REPLACE_DIALOG) == NULL && *get_undo_name (bench) != '\0');
  look_at_changes (bench);
  undo (bench, "replace all");
  jx_find_bar_close (bar);
}

static void
add_all (JxStallBench *bench)
{
  g_autoptr (JxDocument) source = jx_xml_read_file (bench->other, NULL);
  GtkWidget *dialog = NULL;
  GtkCheckButton *all = NULL;

  JX_STALL_MEASURE ("add projects: dialog", jx_stall_activate (bench, "add-projects", NULL), jx_stall_find_window (JX_TYPE_ADD_DIALOG) != NULL);
  dialog = jx_stall_find_window (JX_TYPE_ADD_DIALOG);
  JX_STALL_MEASURE ("add projects: another document's", jx_add_dialog_show_source (JX_ADD_DIALOG (dialog), source, "去年"), TRUE);
  all = GTK_CHECK_BUTTON (jx_test_find (dialog, GTK_TYPE_CHECK_BUTTON, 0));
  for (guint n = 1; jx_test_find (dialog, GTK_TYPE_CHECK_BUTTON, n) != NULL; n++)
    all = GTK_CHECK_BUTTON (jx_test_find (dialog, GTK_TYPE_CHECK_BUTTON, n));
  JX_STALL_MEASURE ("add projects: all of them marked", gtk_check_button_set_active (all, TRUE), TRUE);
  JX_STALL_MEASURE ("add projects: all of them", jx_stall_press (dialog), count_projects (bench) >= 2 * bench->n_projects);
  undo (bench, "add projects");
}

static void
handle_projects (JxStallBench *bench)
{
  static const char *const keys[] = { "name", "budget", "code" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = g_strdup_printf ("sort projects by %s", keys[i]);

      JX_STALL_MEASURE (name, jx_stall_activate (bench, "sort-projects", g_variant_new_string (keys[i])), TRUE);
    }
  undo (bench, "sort projects");
  JX_STALL_MEASURE ("the first project moved to the end",
                    jx_stall_activate (bench, "move-project-to", g_variant_new ("(uu)", 0u, bench->n_projects - 1)), TRUE);
  undo (bench, "the first project moved");
  jx_window_show_tab (bench->window, jx_stall_get_project (bench, 0));
  JX_STALL_MEASURE ("duplicate project", jx_stall_activate (bench, "duplicate-project", NULL), TRUE);
  JX_STALL_MEASURE ("delete project", jx_stall_activate (bench, "delete-project", NULL), TRUE);
  undo (bench, "delete project");
  JX_STALL_MEASURE ("add project", jx_stall_activate (bench, "add-project", NULL), TRUE);
  undo (bench, "add project");
}

/* The last project gets so many indicators, which are copied and pasted over others. */
static void
handle_rows (JxStallBench *bench)
{
  JxItem *project = jx_stall_get_project (bench, bench->n_projects - 1);
  JxEdit *edit = jx_edit_new_group ();
  JxSheetView *sheet = NULL;
  JxSheetCell *cell = NULL;

  for (guint i = jx_item_count (project, JX_KIND_INDICATOR); i < N_ROWS; i++)
    jx_edit_add (edit, jx_edit_new_insert (project, jx_item_copy (jx_stall_get_document (bench), jx_item_child (project, JX_KIND_INDICATOR, i % 6)), -1));
  JX_STALL_MEASURE ("200 rows", jx_history_do (jx_session_get_history (bench->window->session), edit, "x", NULL), TRUE);
  JX_STALL_MEASURE ("tab of 200 rows", jx_window_reveal (bench->window, jx_item_child (project, JX_KIND_INDICATOR, 0), JX_FIELD_INDICATOR_LEVEL3), TRUE);
  sheet = JX_SHEET_VIEW (jx_test_find (GTK_WIDGET (jx_window_get_current_page (bench->window)), JX_TYPE_SHEET_VIEW, 0));
  cell = sheet->current;
  JX_STALL_MEASURE ("200 rows copied", jx_sheet_view_range_key (sheet, cell, GDK_KEY_a, GDK_CONTROL_MASK);
                    jx_sheet_view_clipboard_key (sheet, cell, GDK_KEY_c, GDK_CONTROL_MASK), TRUE);
  JX_STALL_MEASURE ("200 rows cleared", jx_sheet_view_clipboard_key (sheet, cell, GDK_KEY_Delete, 0), TRUE);
  JX_STALL_MEASURE ("200 rows pasted", jx_sheet_view_clipboard_key (sheet, cell, GDK_KEY_v, GDK_CONTROL_MASK), !sheet->pasting);
  undo (bench, "200 rows pasted");
  JX_STALL_MEASURE ("200 rows into official order", gtk_widget_activate_action (GTK_WIDGET (sheet), "row.sort", NULL), TRUE);
  JX_STALL_MEASURE ("zoom of 200 rows", jx_stall_activate (bench, "zoom-in", NULL), TRUE);
  JX_STALL_MEASURE ("form of 200 rows", jx_window_show_form (bench->window, "ministry-monitoring"), TRUE);
  jx_window_show_form (bench->window, NULL);
  JX_STALL_MEASURE ("rule set of the document",
                    jx_history_set (jx_session_get_history (bench->window->session), jx_document_get_root (jx_stall_get_document (bench)), JX_FIELD_PROFILE, "2015", NULL), TRUE);
  while (*get_undo_name (bench) != '\0')
    jx_stall_activate (bench, "undo", NULL);
}

void
jx_stall_edit (JxStallBench *bench)
{
  handle_projects (bench);
  replace (bench);
  add_all (bench);
  handle_rows (bench);
}
