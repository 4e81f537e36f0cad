/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "app/jx-add-dialog.h"
#include "app/jx-templates.h"
#include "jx-test-window.h"
#include "model/jx-item-build.h"

static guint
count_projects (JxWindow *window)
{
  return jx_item_count (jx_document_get_root (jx_session_get_document (window->session)), JX_KIND_PROJECT);
}

static const char *
name_at (JxWindow *window, guint index)
{
  return jx_item_get (jx_test_window_project (window, index), JX_FIELD_PROJECT_NAME);
}

static void
open_project (JxWindow *window, guint index)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-project", g_variant_new_uint32 (index));
}

static void
set (JxWindow *window, JxItem *item, JxField field, const char *value)
{
  g_autoptr (GError) error = NULL;

  jx_history_set (jx_session_get_history (window->session), item, field, value, &error);
  g_assert_no_error (error);
}

static JxAddDialog *
find_add_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (JX_IS_ADD_DIALOG (window))
        return JX_ADD_DIALOG (window);
    }

  return NULL;
}

static void
test_duplicate (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  set (window, jx_test_window_project (window, 1), JX_FIELD_PROJECT_CODE, "99031726P00030210020W");
  set (window, jx_test_window_project (window, 1), JX_FIELD_PROJECT_PURPOSE, "清淤");
  open_project (window, 1);
  jx_test_window_activate (window, "duplicate-project");
  g_assert_cmpuint (count_projects (window), ==, 4);
  g_assert_cmpstr (name_at (window, 2), ==, "河道清淤 (copy)");
  g_assert_null (jx_item_get (jx_test_window_project (window, 2), JX_FIELD_PROJECT_CODE));
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 2), JX_FIELD_PROJECT_PURPOSE), ==, "清淤");
  g_assert_true (jx_window_get_current_item (window) == jx_test_window_project (window, 2));
  jx_test_window_activate (window, "undo");
  g_assert_cmpuint (count_projects (window), ==, 3);
}

static void
test_sort (Fixture *fixture)
{
  static const char *const budgets[] = { "6.90", "120", NULL };
  static const struct
  {
    const char *by;
    const char *codes;
  } rows[] = {
    { "budget", "C A B" }, /* 120, 6.90, none */
    { "code", "A B C" },
    { "code", "A B C" },
  };
  static const char *const codes[] = { "A", "C", "B" };
  JxWindow *window = jx_test_window_open (fixture);

  for (guint i = 0; i < 3; i++)
    {
      set (window, jx_test_window_project (window, i), JX_FIELD_PROJECT_CODE, codes[i]);
      set (window, jx_test_window_project (window, i), JX_FIELD_PROJECT_BUDGET, budgets[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *order = NULL;

      g_action_group_activate_action (G_ACTION_GROUP (window), "sort-projects", g_variant_new_string (rows[i].by));
      order = g_strdup_printf ("%s %s %s", jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_CODE),
                               jx_item_get (jx_test_window_project (window, 1), JX_FIELD_PROJECT_CODE),
                               jx_item_get (jx_test_window_project (window, 2), JX_FIELD_PROJECT_CODE));
      g_assert_cmpstr (order, ==, rows[i].codes);
    }

  /* The second time nothing was to do, which is no step; each other is one. */
  jx_test_window_activate (window, "undo");
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 0), JX_FIELD_PROJECT_CODE), ==, "C");
  jx_test_window_activate (window, "undo");
  g_assert_cmpstr (jx_item_get (jx_test_window_project (window, 1), JX_FIELD_PROJECT_CODE), ==, "C");
  /* Where they stand is seen beside the document: no tab was opened for it. */
  g_assert_cmpint (adw_tab_view_get_n_pages (window->tabs), ==, 1);
}

/* The first label in @widget and below it whose text begins with @words. */
static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What was deleted can be had back by the toast, as long as that is the last step. */
static void
test_toast (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  gtk_window_present (GTK_WINDOW (window));
  open_project (window, 1);
  jx_test_window_activate (window, "delete-project");
  WAIT_FOR (find_label (GTK_WIDGET (window->toasts), "Project “河道清淤” deleted") != NULL);
  g_assert_nonnull (find_label (GTK_WIDGET (window->toasts), "Undo"));
  set (window, jx_test_window_project (window, 0), JX_FIELD_PROJECT_PURPOSE, "x");
  g_assert_null (find_label (GTK_WIDGET (window->toasts), "Undo"));
}

static void
test_move_to (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);

  g_action_group_activate_action (G_ACTION_GROUP (window), "move-project-to", g_variant_new ("(uu)", 0, 2));
  g_assert_cmpstr (name_at (window, 2), ==, "村道养护");
  g_action_group_activate_action (G_ACTION_GROUP (window), "move-project-to", g_variant_new ("(uu)", 0, 3));
  g_assert_cmpstr (name_at (window, 0), ==, "河道清淤");
  jx_test_window_activate (window, "undo");
  g_assert_cmpstr (name_at (window, 0), ==, "村道养护");
}

static void
test_add_from_document (Fixture *fixture)
{
  g_autoptr (JxDocument) last = jx_document_new ();
  JxWindow *window = jx_test_window_open (fixture);
  JxAddDialog *dialog = NULL;

  set (window, jx_document_get_root (jx_session_get_document (window->session)), JX_FIELD_YEAR, "2026");
  jx_item_init (jx_document_get_root (last), JX_FIELD_YEAR, "2025");
  for (guint i = 0; i < 3; i++)
    {
      JxItem *project = jx_item_new (last, JX_KIND_PROJECT);
      g_autofree char *name = g_strdup_printf ("2025年项目%u", i + 1);

      jx_item_init (project, JX_FIELD_PROJECT_NAME, name);
      jx_item_append (jx_document_get_root (last), project);
    }
  jx_document_finish_building (last);

  open_project (window, 0);
  jx_test_window_activate (window, "add-projects");
  dialog = find_add_dialog ();
  g_assert_nonnull (dialog);
  jx_add_dialog_show_source (dialog, last, "last");
  jx_add_dialog_choose (dialog, 0, TRUE);
  jx_add_dialog_choose (dialog, 1, TRUE);
  jx_add_dialog_choose (dialog, 2, TRUE);
  jx_add_dialog_choose (dialog, 1, FALSE);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  WAIT_FOR (count_projects (window) == 5);
  g_assert_cmpstr (name_at (window, 1), ==, "2026年项目1");
  g_assert_cmpstr (name_at (window, 2), ==, "2026年项目3");
  g_assert_cmpstr (name_at (window, 3), ==, "河道清淤");
  jx_test_window_activate (window, "undo");
  g_assert_cmpuint (count_projects (window), ==, 3);
}

static void
test_templates (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  g_autoptr (JxDocument) templates = NULL;
  JxItem *kept = NULL;

  set (window, jx_test_window_project (window, 1), JX_FIELD_PROJECT_PURPOSE, "清淤/疏浚");
  open_project (window, 1);
  jx_test_window_activate (window, "keep-template");
  jx_test_window_activate (window, "keep-template");
  templates = jx_templates_read ();
  kept = jx_item_child (jx_document_get_root (templates), JX_KIND_PROJECT, 0);
  g_assert_nonnull (kept);
  g_assert_cmpstr (jx_item_get (kept, JX_FIELD_PROJECT_NAME), ==, "河道清淤");
  g_assert_cmpstr (jx_item_get (kept, JX_FIELD_PROJECT_PURPOSE), ==, "清淤/疏浚");
}

/* Names that no file can have, or that begin alike, keep out of one another's way. */
static void
test_template_names (Fixture *fixture)
{
  static const char *const names[] = { "道路/养护", "道路_养护" };
  JxWindow *window = jx_test_window_open (fixture);
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (JxDocument) templates = NULL;

  open_project (window, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      set (window, jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, names[i]);
      jx_test_window_activate (window, "keep-template");
    }
  for (guint i = 0; i < 60; i++)
    g_string_append (same, "路");
  for (guint i = 0; i < 2; i++)
    {
      set (window, jx_test_window_project (window, 0), JX_FIELD_PROJECT_NAME, same->str);
      jx_test_window_activate (window, "keep-template");
      g_string_append (same, "灯");
    }
  templates = jx_templates_read ();
  g_assert_cmpuint (jx_item_count (jx_document_get_root (templates), JX_KIND_PROJECT), ==, 4);
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/window-projects/duplicate", test_duplicate },
    { "/window-projects/sort", test_sort },
    { "/window-projects/move-to", test_move_to },
    { "/window-projects/undo-of-a-toast-goes-with-the-next-step", test_toast },
    { "/window-projects/add-from-a-document", test_add_from_document },
    { "/window-projects/templates", test_templates },
    { "/window-projects/names-of-templates", test_template_names },
  };

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
