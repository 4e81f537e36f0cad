/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project's page: its sheet and what stands beside it, as the window sees them. */
#include <adwaita.h>

#include "app/jx-project-page.h"
#include "app/jx-spending-field.h"
#include "app/jx-spending-panel.h"
#include "jx-test-sheet.h"

typedef struct
{
  JxHistory *history;
  JxItem *project;
  JxFormChoice *forms;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->history = jx_test_history_new (4, GPOINTER_TO_UINT (data));
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
  fixture->forms = jx_form_choice_new (NULL);
  fixture->page = jx_project_page_new (fixture->history, fixture->project, fixture->forms);
  fixture->window = jx_test_show (fixture->page, 1106, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->forms);
  g_clear_object (&fixture->history);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found)
        return found;
    }

  return NULL;
}

static GtkWidget *
nth (Fixture *fixture, GType type, guint index)
{
  return find (fixture->page, type, &index);
}

static JxItem *
checkpoint (Fixture *fixture, guint index)
{
  return jx_item_child (fixture->project, JX_KIND_CHECKPOINT, index);
}

/* The entry beside checkpoint @index. */
static GtkWidget *
entry_for (Fixture *fixture, guint index, JxField wanted)
{
  for (guint i = 0; ; i++)
    {
      GtkWidget *field = nth (fixture, JX_TYPE_SPENDING_FIELD, i);

      g_assert_nonnull (field);
      if (jx_spending_field_get_item (JX_SPENDING_FIELD (field)) == checkpoint (fixture, index)
          && jx_spending_field_get_field (JX_SPENDING_FIELD (field)) == wanted)
        return gtk_widget_get_first_child (field);
    }
}

static GtkWidget *
entry_of (Fixture *fixture, guint index)
{
  return entry_for (fixture, index, JX_FIELD_CHECKPOINT_SPENT);
}

/* The plan is written from either side: as a percentage, or as the amount it means. */
static void
test_planned (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entry_for (fixture, 1, JX_FIELD_CHECKPOINT_PLAN);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12.00"); /* 50 % of 24.00 */
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "60000元");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (jx_item_get (checkpoint (fixture, 1), JX_FIELD_CHECKPOINT_PLAN), ==, "25");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "6.00");

  /* The other side, and the budget, are followed. */
  jx_history_set (fixture->history, checkpoint (fixture, 1), JX_FIELD_CHECKPOINT_PLAN, "75", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "18.00");
  jx_history_set (fixture->history, fixture->project, JX_FIELD_PROJECT_BUDGET, "40", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30.00");
  for (guint i = 0; i < 3; i++)
    jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12.00");

  gtk_editable_set_text (GTK_EDITABLE (entry), "999");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (jx_page_commit (JX_PAGE (fixture->page)));
  g_assert_true (jx_page_revert (JX_PAGE (fixture->page)));
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static void
test_spending (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entry_of (fixture, 1);

  g_assert_false (gtk_widget_is_visible (nth (fixture, GTK_TYPE_TEXT_VIEW, 1)));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9,5万元");
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (jx_item_get (checkpoint (fixture, 1), JX_FIELD_CHECKPOINT_SPENT));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "9,5万元");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (jx_page_commit (JX_PAGE (fixture->page)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "9.5万元");
  g_assert_true (jx_page_commit (JX_PAGE (fixture->page)));
  g_assert_cmpstr (jx_item_get (checkpoint (fixture, 1), JX_FIELD_CHECKPOINT_SPENT), ==, "9.5");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "9.5");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));

  /* The same entry follows undo; the reasons of what was entered are asked for. */
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  jx_history_redo (fixture->history, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "9.5");
}

static void
test_leaving_takes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entry_of (fixture, 0);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  gtk_widget_grab_focus (entry_of (fixture, 1));
  g_assert_cmpstr (jx_item_get (checkpoint (fixture, 0), JX_FIELD_CHECKPOINT_SPENT), ==, "3");
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  JxPage *page = JX_PAGE (fixture->page);
  GtkWidget *focus;

  g_assert_true (jx_history_set (fixture->history, checkpoint (fixture, 0), JX_FIELD_CHECKPOINT_SPENT, "3", NULL));
  jx_page_reveal (page, checkpoint (fixture, 0), JX_FIELD_CHECKPOINT_REASON);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "招标推迟。", -1);
  jx_page_reveal (page, checkpoint (fixture, 0), JX_FIELD_CHECKPOINT_REMEDY);
  g_assert_cmpstr (jx_item_get (checkpoint (fixture, 0), JX_FIELD_CHECKPOINT_REASON), ==, "招标推迟。");

  /* A later entry asks for its own reason. */
  g_assert_true (jx_history_set (fixture->history, checkpoint (fixture, 1), JX_FIELD_CHECKPOINT_SPENT, "9", NULL));
  jx_page_reveal (page, checkpoint (fixture, 1), JX_FIELD_CHECKPOINT_REASON);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus))), ==, 0);
}

static void
test_revert (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entry_of (fixture, 2);

  g_assert_false (jx_page_revert (JX_PAGE (fixture->page)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "x");
  g_assert_true (jx_page_revert (JX_PAGE (fixture->page)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  jx_page_reveal (JX_PAGE (fixture->page), checkpoint (fixture, 3), JX_FIELD_CHECKPOINT_SPENT);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, entry_of (fixture, 3)));

  jx_page_reveal (JX_PAGE (fixture->page), checkpoint (fixture, 3), JX_FIELD_CHECKPOINT_PLAN);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (JX_IS_SHEET_CELL (focus));
  g_assert_cmpstr (JX_SHEET_CELL (focus)->value, ==, "100");
}

static void
test_standard_checkpoints (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = nth (fixture, JX_TYPE_SPENDING_PANEL, 0);
  GtkWidget *button = NULL;
  guint at = 0;

  while ((button = find (panel, GTK_TYPE_BUTTON, &(guint) { at++ })) && !gtk_widget_is_visible (button))
    continue;
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 4);
  g_assert_cmpstr (jx_item_get (checkpoint (fixture, 2), JX_FIELD_CHECKPOINT_MONTH), ==, "10");
  g_assert_false (gtk_widget_is_visible (button));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), entry_of (fixture, 0)));
}

/* Undo of “new project” takes it from under its page, before the window closes the tab. */
static void
test_project_gone (Fixture *fixture, gconstpointer data)
{
  jx_page_reveal (JX_PAGE (fixture->page), fixture->project, JX_FIELD_PROJECT_PURPOSE);
  g_assert_true (jx_history_do (fixture->history, jx_edit_new_remove (fixture->project), "x", NULL));
  jx_test_frame (fixture->window);
  g_assert_true (jx_page_commit (JX_PAGE (fixture->page)));
  jx_history_undo (fixture->history, NULL);
  jx_test_frame (fixture->window);
  g_assert_true (JX_IS_SHEET_CELL (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

/* Where the panel stands, and that the sheet is wide enough to be read. */
static void
test_widths (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int width;
    gboolean beside;
  } widths[] = { { 1106, TRUE }, { 920, TRUE }, { 919, FALSE }, { 640, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *page = jx_project_page_new (fixture->history, fixture->project, fixture->forms);
      GtkWidget *window = jx_test_show (page, widths[i].width, 600);
      GtkWidget *sheet = find (page, JX_TYPE_SHEET_VIEW, &(guint) { 0 }), *panel = find (page, JX_TYPE_SPENDING_PANEL, &(guint) { 0 });
      graphene_rect_t a, b;

      g_assert_true (gtk_widget_compute_bounds (sheet, page, &a));
      g_assert_true (gtk_widget_compute_bounds (panel, page, &b));
      g_assert_cmpint (a.size.width, >=, widths[i].width > 1000 ? 640 : 560);
      if (widths[i].beside)
        g_assert_cmpfloat (b.origin.x, >=, a.origin.x + a.size.width);
      else
        g_assert_cmpfloat (b.origin.y, >=, a.origin.y + a.size.height);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Large letters take more of the width than the panel is meant to have; nothing of it is cut off. */
static void
test_large_letters (Fixture *fixture, gconstpointer data)
{
  const int width = 1000;
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page, *window, *panel;
  graphene_rect_t place;

  g_object_set (settings, "gtk-xft-dpi", 160 * 1024, NULL);
  page = jx_project_page_new (fixture->history, fixture->project, fixture->forms);
  window = jx_test_show (page, width, 600);
  panel = find (page, JX_TYPE_SPENDING_PANEL, &(guint) { 0 });
  g_assert_true (gtk_widget_compute_bounds (panel, page, &place));
  g_assert_cmpfloat (place.origin.x, >, width / 2);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, width);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
    guint n_checkpoints;
  } tests[] = {
    { "/app/project-page/spending", test_spending, 4 },
    { "/app/project-page/planned", test_planned, 4 },
    { "/app/project-page/leaving-takes", test_leaving_takes, 4 },
    { "/app/project-page/notes", test_notes, 4 },
    { "/app/project-page/revert", test_revert, 4 },
    { "/app/project-page/reveal", test_reveal, 4 },
    { "/app/project-page/standard-checkpoints", test_standard_checkpoints, 0 },
    { "/app/project-page/project-gone", test_project_gone, 4 },
    { "/app/project-page/widths", test_widths, 4 },
    { "/app/project-page/large-letters", test_large_letters, 4 },
  };

  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_checkpoints), set_up, tests[i].run, tear_down);

  return g_test_run ();
}
