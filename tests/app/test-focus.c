/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab goes through a page and out of it, Shift+Tab back the same way: nothing is skipped, nothing holds it. */
#include <adwaita.h>

#include "app/jx-item-card.h"
#include "app/jx-overview-page.h"
#include "app/jx-spending-field.h"
#include "app/jx-spending-panel.h"
#include "jx-test-sheet.h"
#include "model/jx-item-build.h"

#define MOST_STEPS 200

static void
settle (GtkWidget *window)
{
  for (guint i = 0; i < 3; i++)
    jx_test_frame (window);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Returns: (transfer full) (element-type GtkWidget): where the focus is on the way through @page. */
static GPtrArray *
walk (GtkWidget *page, GtkDirectionType direction)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkRoot *root = gtk_widget_get_root (page);

  gtk_root_set_focus (root, NULL);
  while (gtk_widget_child_focus (page, direction))
    {
      g_assert_cmpuint (stops->len, <, MOST_STEPS);
      if (stops->len > 0)
        g_assert_true (gtk_root_get_focus (root) != stops->pdata[stops->len - 1]);
      g_ptr_array_add (stops, gtk_root_get_focus (root));
    }

  return stops;
}

/* Returns: how many of @stops are in a widget of @type. */
static guint
count (GPtrArray *stops, GType type)
{
  guint n = 0;

  for (guint i = 0; i < stops->len; i++)
    n += gtk_widget_get_ancestor (stops->pdata[i], type) != NULL;

  return n;
}

static void
assert_way_back (GPtrArray *stops, GtkWidget *page)
{
  g_autoptr (GPtrArray) back = walk (page, GTK_DIR_TAB_BACKWARD);

  g_assert_cmpuint (back->len, ==, stops->len);
  for (guint i = 0; i < back->len; i++)
    g_assert_true (back->pdata[i] == stops->pdata[stops->len - 1 - i]);
}

static void
add_item (JxHistory *history, JxKind kind)
{
  JxDocument *document = jx_history_get_document (history);

  jx_history_do (history, jx_edit_new_insert (jx_document_get_root (document), jx_item_new (document, kind), -1), "add", NULL);
}

static void
test_overview (void)
{
  g_autoptr (JxHistory) history = jx_test_history_new (2, 4);
  GtkWidget *page = NULL, *window = NULL;
  g_autoptr (GPtrArray) stops = NULL;

  for (guint i = 0; i < 3; i++)
    {
      add_item (history, JX_KIND_SUB_GOAL);
      add_item (history, JX_KIND_MEASURE);
    }
  page = jx_overview_page_new (history);
  window = jx_test_show (page, 900, 700);
  settle (window);

  stops = walk (page, GTK_DIR_TAB_FORWARD);
  /* Of a sub-goal three fields and its menu, of a measure one and its menu. */
  g_assert_cmpuint (count (stops, JX_TYPE_ITEM_CARD), ==, 3 * 4 + 3 * 2);
  assert_way_back (stops, page);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_panel (void)
{
  g_autoptr (JxHistory) history = jx_test_history_new (2, 4);
  JxItem *project = jx_item_child (jx_document_get_root (jx_history_get_document (history)), JX_KIND_PROJECT, 0);
  GtkWidget *panel = jx_spending_panel_new (history, project);
  GtkWidget *window = jx_test_show (panel, 400, 700);
  g_autoptr (GPtrArray) stops = walk (panel, GTK_DIR_TAB_FORWARD);

  /* What is planned and what is spent by each checkpoint. */
  g_assert_cmpuint (count (stops, JX_TYPE_SPENDING_FIELD), ==, 4 * 2);
  assert_way_back (stops, panel);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/app/focus/overview", test_overview);
  g_test_add_func ("/app/focus/panel", test_panel);

  return g_test_run ();
}
