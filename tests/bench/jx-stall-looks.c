/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-stall-actions.h"

#include "app/jx-compare-window.h"
#include "app/jx-find-bar-private.h"
#include "app/jx-library-dialog.h"
#include "app/jx-library-keeper.h"
#include "app/jx-page-view.h"
#include "app/jx-preview.h"
#include "app/jx-project-table.h"
#include "model/jx-item-build.h"

#define N_LIBRARY 20000

static void
look_at_tabs (JxStallBench *bench)
{
  GtkWidget *table = NULL;

  JX_STALL_MEASURE ("tab of a project, first time", jx_window_show_tab (bench->window, jx_stall_get_project (bench, bench->n_projects / 2)), TRUE);
  JX_STALL_MEASURE ("zoom in", jx_stall_activate (bench, "zoom-in", NULL), TRUE);
  JX_STALL_MEASURE ("overview's tab", jx_stall_activate (bench, "open-overview", NULL), TRUE);
  JX_STALL_MEASURE ("overview's table, its last project",
                    jx_page_reveal (jx_window_get_current_page (bench->window), jx_stall_get_project (bench, bench->n_projects - 1), JX_FIELD_PROJECT_NAME),
                    TRUE);
  table = jx_test_find (GTK_WIDGET (jx_window_get_current_page (bench->window)), JX_TYPE_PROJECT_TABLE, 0);
  JX_STALL_MEASURE ("overview's table by name", gtk_widget_activate_action (table, "sort.by-name", NULL), TRUE);
  JX_STALL_MEASURE ("overview's table by state", gtk_widget_activate_action (table, "sort.by-state", NULL), TRUE);
  JX_STALL_MEASURE ("back to the project's tab", jx_window_show_tab (bench->window, jx_stall_get_project (bench, bench->n_projects / 2)), TRUE);
}

static void
filter (JxStallBench *bench)
{
  GtkEditable *search = GTK_EDITABLE (jx_test_find (GTK_WIDGET (bench->window->sidebar), GTK_TYPE_SEARCH_ENTRY, 0));

  JX_STALL_MEASURE ("filter of projects", gtk_editable_set_text (search, "道路"), TRUE);
  JX_STALL_MEASURE ("filter of projects, nothing", gtk_editable_set_text (search, "没有的词"), TRUE);
  JX_STALL_MEASURE ("filter of projects taken away", gtk_editable_set_text (search, ""), TRUE);
}

static gboolean
is_found (JxFindBar *bar)
{
  return bar->found != NULL && jx_search_is_done (bar->found);
}

static void
look_for (JxStallBench *bench)
{
  JxFindBar *bar = bench->window->find_bar;

  JX_STALL_MEASURE ("find bar", jx_stall_activate (bench, "find", NULL), TRUE);
  JX_STALL_MEASURE ("find: one character", gtk_editable_set_text (bar->needle, "第"), is_found (bar));
  JX_STALL_MEASURE ("find: the list of matches", gtk_toggle_button_set_active (bar->list_mode, TRUE), is_found (bar));
  JX_STALL_MEASURE ("find: one more character, list shown", gtk_editable_set_text (bar->needle, "批覆"), is_found (bar));
  JX_STALL_MEASURE ("find: Latin letters", gtk_editable_set_text (bar->needle, "p0000"), is_found (bar));
  JX_STALL_MEASURE ("find: match case", gtk_toggle_button_set_active (bar->match_case, TRUE), is_found (bar));
  JX_STALL_MEASURE ("find: whole word", gtk_toggle_button_set_active (bar->whole_word, TRUE), is_found (bar));
  JX_STALL_MEASURE ("find: expression switched on", gtk_toggle_button_set_active (bar->regex, TRUE), is_found (bar));
  gtk_toggle_button_set_active (bar->whole_word, FALSE);
  JX_STALL_MEASURE ("find: an expression", gtk_editable_set_text (bar->needle, "覆盖\\d+户"), is_found (bar));
  JX_STALL_MEASURE ("find: before the first is the last", jx_stall_activate (bench, "find-previous", NULL), is_found (bar));
  gtk_toggle_button_set_active (bar->regex, FALSE);
  gtk_toggle_button_set_active (bar->match_case, FALSE);
  JX_STALL_MEASURE ("find: next before all was found",
                    gtk_editable_set_text (bar->needle, "覆盖"); jx_stall_activate (bench, "find-previous", NULL), is_found (bar));
  gtk_toggle_button_set_active (bar->list_mode, FALSE);
  JX_STALL_MEASURE ("find bar closed", jx_find_bar_close (bar), TRUE);
}

static void
close_window (GtkWidget *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static void
compare (JxStallBench *bench)
{
  GtkWidget *window = NULL;

  JX_STALL_MEASURE ("changes, none", jx_stall_activate (bench, "changes", NULL), jx_stall_find_window (JX_TYPE_COMPARE_WINDOW) != NULL);
  close_window (jx_stall_find_window (JX_TYPE_COMPARE_WINDOW));
  JX_STALL_MEASURE ("compare, everything differs", jx_window_compare_with (bench->window, bench->other),
                    jx_stall_find_window (JX_TYPE_COMPARE_WINDOW) != NULL);
  window = jx_stall_find_window (JX_TYPE_COMPARE_WINDOW);
  JX_STALL_MEASURE ("compare: the next part", gtk_widget_child_focus (window, GTK_DIR_DOWN), TRUE);
  JX_STALL_MEASURE ("compare closed", close_window (window), jx_stall_find_window (JX_TYPE_COMPARE_WINDOW) == NULL);
}

/* A project of so many indicators that no two are alike. */
static JxDocument *
make_many_indicators (void)
{
  JxDocument *document = jx_document_new ();
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

  jx_item_append (jx_document_get_root (document), project);
  for (guint i = 0; i < N_LIBRARY; i++)
    {
      JxItem *indicator = jx_item_new (document, JX_KIND_INDICATOR);
      g_autofree char *level3 = g_strdup_printf ("第%u段村道养护里程", i + 1);

      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL1, "产出指标");
      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL2, "数量指标");
      jx_item_init (indicator, JX_FIELD_INDICATOR_LEVEL3, level3);
      jx_item_init (indicator, JX_FIELD_INDICATOR_VALUE, "≥3公里");
      jx_item_append (project, indicator);
    }
  jx_document_finish_building (document);

  return document;
}

static void
use_library (JxStallBench *bench)
{
  JxLibraryKeeper *keeper = jx_library_keeper_get_default ();
  g_autoptr (JxDocument) many = make_many_indicators ();
  GtkWidget *dialog = NULL;
  GtkEditable *search = NULL;

  JX_STALL_MEASURE ("library learns 20,000 indicators", jx_library_keeper_learn (keeper, many),
                    jx_library_count (jx_library_keeper_get_library (keeper)) >= 1000);
  JX_STALL_MEASURE ("library", jx_stall_activate (bench, "library", NULL), jx_stall_find_window (JX_TYPE_LIBRARY_DIALOG) != NULL);
  dialog = jx_stall_find_window (JX_TYPE_LIBRARY_DIALOG);
  search = GTK_EDITABLE (jx_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, 0));
  JX_STALL_MEASURE ("library: search", gtk_editable_set_text (search, "养护 公里"), TRUE);
  JX_STALL_MEASURE ("library: insert", g_signal_emit_by_name (search, "activate"), jx_stall_find_window (JX_TYPE_LIBRARY_DIALOG) == NULL);
  JX_STALL_MEASURE ("library: insertion undone", jx_stall_activate (bench, "undo", NULL), TRUE);
}

static void
preview (JxStallBench *bench)
{
  GtkWidget *window = NULL;
  JxPageView *view = NULL;

  JX_STALL_MEASURE ("preview", jx_stall_activate (bench, "preview", NULL),
                    bench->window->preview != NULL && jx_test_find (bench->window->preview, JX_TYPE_PAGE_VIEW, 0) != NULL
                    && gtk_widget_get_mapped (jx_test_find (bench->window->preview, JX_TYPE_PAGE_VIEW, 0)));
  window = bench->window->preview;
  view = JX_PAGE_VIEW (jx_test_find (window, JX_TYPE_PAGE_VIEW, 0));
  JX_STALL_MEASURE ("preview: the last page", jx_page_view_set_page (view, G_MAXINT), TRUE);
  JX_STALL_MEASURE ("preview: zoom", gtk_widget_activate_action (window, "preview.zoom-in", NULL), TRUE);
  JX_STALL_MEASURE ("preview closed", close_window (window), bench->window->preview == NULL);
}

void
jx_stall_look (JxStallBench *bench)
{
  look_at_tabs (bench);
  filter (bench);
  look_for (bench);
  compare (bench);
  use_library (bench);
  preview (bench);
}
