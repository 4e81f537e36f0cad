/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "app/jx-busy.h"
#include "app/jx-project-row.h"
#include "app/jx-sidebar.h"
#include "model/jx-item-build.h"

#define N_PROJECTS 300

typedef struct
{
  JxDocument *document;
  GtkWidget *window;
  JxSidebar *sidebar;
  JxItem *opened;
} Fixture;

static void
opened_cb (JxSidebar *sidebar, gpointer item, Fixture *fixture)
{
  fixture->opened = item;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  JxItem *root = NULL;

  fixture->document = jx_document_new ();
  root = jx_document_get_root (fixture->document);
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      JxItem *project = jx_item_new (fixture->document, JX_KIND_PROJECT);
      g_autofree char *code = g_strdup_printf ("P%03u", i + 1);

      jx_item_init (project, JX_FIELD_PROJECT_CODE, code);
      jx_item_init (project, JX_FIELD_PROJECT_NAME, i % 100 == 6 ? "河道清淤（二期）" : "村道养护");
      jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "1.50");
      jx_item_append (root, project);
    }
  jx_document_finish_building (fixture->document);

  fixture->window = gtk_window_new ();
  fixture->sidebar = g_object_new (JX_TYPE_SIDEBAR, NULL);
  g_signal_connect (fixture->sidebar, "opened", G_CALLBACK (opened_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->sidebar));
  jx_sidebar_set_document (fixture->sidebar, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->document);
}

static GtkListView *
find_list (GtkWidget *widget)
{
  GtkListView *found = GTK_IS_LIST_VIEW (widget) ? GTK_LIST_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (find_list (GTK_WIDGET (fixture->sidebar))));
}

static JxItem *
item_at (Fixture *fixture, guint position)
{
  g_autoptr (JxProjectEntry) entry = g_list_model_get_item (get_model (fixture), position);

  return jx_project_entry_get_item (entry);
}

static void
wait_for_rows (Fixture *fixture, guint count)
{
  while (g_list_model_get_n_items (get_model (fixture)) != count)
    g_main_context_iteration (NULL, TRUE);
}

static void
search (Fixture *fixture, const char *words)
{
  jx_sidebar_focus_search (fixture->sidebar);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (fixture->window)))), words);
}

/* The first frame gets few rows, the next all. */
static void
test_all_rows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), <, N_PROJECTS);
  wait_for_rows (fixture, N_PROJECTS + 1);
  g_assert_true (item_at (fixture, 0) == jx_document_get_root (fixture->document));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    guint count;
  } rows[] = {
    { "河道", 3 },
    { "清淤(二期)", 3 }, /* half-width as good as full-width */
    { "p0", 99 },
    { "300", 1 },
    { "图书馆", 0 },
    { "", N_PROJECTS + 1 },
  };

  wait_for_rows (fixture, N_PROJECTS + 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      search (fixture, rows[i].words);
      wait_for_rows (fixture, rows[i].count);
    }
}

static void
test_current (Fixture *fixture, gconstpointer data)
{
  JxItem *project = jx_item_child (jx_document_get_root (fixture->document), JX_KIND_PROJECT, 206);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_model (fixture));

  jx_sidebar_set_current (fixture->sidebar, project);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 207);
  search (fixture, "河道");
  wait_for_rows (fixture, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 2);
  search (fixture, "图书馆");
  wait_for_rows (fixture, 0);
  search (fixture, "");
  wait_for_rows (fixture, N_PROJECTS + 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 207);
}

static void
test_activation (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (find_list (GTK_WIDGET (fixture->sidebar)), "activate", 3);
  g_assert_true (fixture->opened == item_at (fixture, 3));
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

/* Long work shows itself with its window, and can be stopped. */
static void
test_busy (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  JxBusy *busy = jx_busy_new (GTK_WINDOW (window), "Reading", cancellable);

  g_assert_null (find_dialog ());
  while (find_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (window));
  jx_busy_report (busy, 1, 2);
  adw_message_dialog_response (find_dialog (), "cancel");
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  jx_busy_free (busy);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window that closes while something is made for it gives that up, and the dialog goes with it. */
static void
test_busy_alone (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (JxBusy) busy = jx_busy_new (GTK_WINDOW (window), "Reading", cancellable);

  while (find_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_ref (window); /* as the work does */
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  g_assert_null (find_dialog ());
  g_object_unref (window);
}

int
main (int argc, char **argv)
{
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/sidebar/all-rows", Fixture, NULL, set_up, test_all_rows, tear_down);
  g_test_add ("/sidebar/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/sidebar/current", Fixture, NULL, set_up, test_current, tear_down);
  g_test_add ("/sidebar/activation", Fixture, NULL, set_up, test_activation, tear_down);
  g_test_add_func ("/busy/shows-itself-and-stops", test_busy);
  g_test_add_func ("/busy/goes-with-its-window", test_busy_alone);

  return g_test_run ();
}
