/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a sheet is shown and how wide its columns are. */
#include <adwaita.h>
#include <math.h>

#include "app/jx-project-page.h"
#include "app/jx-settings.h"
#include "app/jx-sheet-shape.h"
#include "form/jx-form.h"
#include "jx-test-sheet.h"

typedef struct
{
  JxHistory *history;
  JxItem *project;
  JxFormChoice *forms;
  GtkWidget *window;
  GtkWidget *page;
  JxSheetView *sheet;
} Fixture;

static JxSheetView *
find_sheet (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      JxSheetView *found = JX_IS_SHEET_VIEW (child) ? JX_SHEET_VIEW (child) : find_sheet (child);

      if (found)
        return found;
    }

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->history = jx_test_history_new (4, 4);
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
  fixture->forms = jx_form_choice_new (NULL);
  fixture->page = jx_project_page_new (fixture->history, fixture->project, fixture->forms);
  fixture->window = jx_test_show (fixture->page, 1100, 600);
  fixture->sheet = find_sheet (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->forms);
  g_clear_object (&fixture->history);
  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), JX_ZOOM_FIT);
}

static JxSheetCell *
get_cell (Fixture *fixture, guint row, JxField field)
{
  JxSheetCell *cell = jx_test_cell (fixture->sheet, jx_item_child (fixture->project, JX_KIND_INDICATOR, row), field);

  g_assert_nonnull (cell);

  return cell;
}

/* All that is written has room, at whatever size. */
static void
check_unclipped (Fixture *fixture)
{
  for (guint i = 0; i < fixture->sheet->cells->len; i++)
    {
      JxSheetCell *cell = fixture->sheet->cells->pdata[i];
      PangoRectangle ink;

      g_assert_cmpint (jx_sheet_cell_measure (cell, cell->box.width), <=, cell->box.height);
      pango_layout_get_pixel_extents (cell->layout, NULL, &ink);
      g_assert_cmpint (ink.width, <=, MAX (cell->box.width, 1));
    }
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  static const int percents[] = { JX_ZOOM_MIN, 100, 175, JX_ZOOM_MAX };

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      jx_sheet_shape_set_zoom (jx_sheet_shape_get (), percents[i]);
      jx_test_frame (fixture->window);
      g_assert_cmpint (jx_project_page_get_percent (JX_PROJECT_PAGE (fixture->page)), ==, percents[i]);
      check_unclipped (fixture);
    }

  /* The last cell of a row, far off at the right, comes into view and not under what stands beside. */
  jx_sheet_view_focus_cell (fixture->sheet, get_cell (fixture, 3, JX_FIELD_INDICATOR_BASIS));
  jx_test_frame (fixture->window); /* scrolls */
  jx_test_frame (fixture->window);
  {
    GtkWidget *panel = gtk_widget_get_next_sibling (GTK_WIDGET (fixture->sheet));
    graphene_rect_t cell, beside;

    g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (fixture->sheet->current), fixture->window, &cell));
    g_assert_true (gtk_widget_compute_bounds (panel, fixture->window, &beside));
    g_assert_cmpfloat (cell.origin.x + cell.size.width, <=, beside.origin.x);
    g_assert_cmpfloat (beside.origin.x + beside.size.width, <=, gtk_widget_get_width (fixture->window));
    g_assert_cmpfloat (cell.origin.y + cell.size.height, <=, gtk_widget_get_height (fixture->window));
  }

  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), JX_ZOOM_FIT);
  jx_test_frame (fixture->window);
  g_assert_cmpint (jx_project_page_get_percent (JX_PROJECT_PAGE (fixture->page)), >, JX_ZOOM_MIN);
  check_unclipped (fixture);
}

static void
test_steps (void)
{
  static const struct { int from, by, to; } steps[] = {
    { 100, 1, 110 }, { 100, -1, 90 }, { 103, 1, 110 }, { 103, -1, 100 }, { 300, 1, 300 }, { 50, -1, 50 }, { 20, -1, 50 }, { 999, 1, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (jx_sheet_shape_step_zoom (steps[i].from, steps[i].by), ==, steps[i].to);

  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), 20);
  g_assert_cmpint (jx_sheet_shape_get_zoom (jx_sheet_shape_get ()), ==, JX_ZOOM_MIN);
  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), 2000);
  g_assert_cmpint (jx_sheet_shape_get_zoom (jx_sheet_shape_get ()), ==, JX_ZOOM_MAX);
  jx_sheet_shape_set_zoom (jx_sheet_shape_get (), JX_ZOOM_FIT);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  JxSheetCell *left = get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3), *right = get_cell (fixture, 1, JX_FIELD_INDICATOR_DESCRIPTION);
  GdkRectangle left_was = left->box, right_was = right->box, value_was = get_cell (fixture, 1, JX_FIELD_INDICATOR_VALUE)->box;
  double x = right->box.x, y = right->box.y + 5;

  g_assert_true (jx_sheet_view_is_on_line (fixture->sheet, x + 1, y));
  g_assert_false (jx_sheet_view_is_on_line (fixture->sheet, x + 9, y));
  g_assert_false (jx_sheet_view_begin_sizing (fixture->sheet, x + 9, y));
  g_assert_false (jx_sheet_view_size_by (fixture->sheet, 30));

  g_assert_true (jx_sheet_view_begin_sizing (fixture->sheet, x, y));
  g_assert_true (jx_sheet_view_size_by (fixture->sheet, 30));
  jx_test_frame (fixture->window);
  g_assert_cmpint (ABS (left->box.width - left_was.width - 30), <=, 1);
  g_assert_cmpint (ABS (right->box.width - right_was.width + 30), <=, 1);
  g_assert_cmpint (get_cell (fixture, 1, JX_FIELD_INDICATOR_VALUE)->box.x, ==, value_was.x);
  check_unclipped (fixture);

  /* As far as there is room, and no further. */
  jx_sheet_view_size_by (fixture->sheet, 3000);
  jx_test_frame (fixture->window);
  g_assert_cmpint (right->box.width, >=, 20);
  g_assert_cmpint (get_cell (fixture, 1, JX_FIELD_INDICATOR_VALUE)->box.x, ==, value_was.x);
  check_unclipped (fixture);
  jx_sheet_view_size_by (fixture->sheet, 30);
  jx_sheet_view_end_sizing (fixture->sheet);
  jx_test_frame (fixture->window);

  /* It is remembered, and the next start knows it. */
  {
    g_autoptr (JxSheetShape) later = NULL;
    g_autofree double *widths = NULL, *other = NULL;

    g_assert_nonnull (jx_settings_get ());
    later = g_object_new (JX_TYPE_SHEET_SHAPE, NULL);
    widths = jx_sheet_shape_dup_widths (later, "hebei-goal-table/indicator", 6);
    other = jx_sheet_shape_dup_widths (later, "hebei-goal-table/indicator", 7);
    g_assert_nonnull (widths);
    g_assert_null (other);
    g_assert_cmpint (ABS (left->box.width - (int) round (widths[2] * (fixture->sheet->layout_width - 2 * JX_SHEET_MARGIN))), <=, 1);
  }

  g_assert_true (jx_sheet_view_reset_columns_at (fixture->sheet, right->box.x, right->box.y + 5));
  jx_test_frame (fixture->window);
  g_assert_cmpint (left->box.width, ==, left_was.width);
  g_assert_cmpint (right->box.width, ==, right_was.width);
}

static void
show (Fixture *fixture, const JxForm *form)
{
  jx_form_choice_set_form (fixture->forms, form);
  jx_test_frame (fixture->window);
}

/* Each form has its own widths, and those in landscape as much of the window as they need to be read. */
static void
test_forms (Fixture *fixture, gconstpointer data)
{
  const JxForm *standard = jx_form_choice_get_form (fixture->forms);
  g_autoptr (GPtrArray) forms = jx_form_choice_list ();
  int width = get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3)->box.width;

  for (guint i = 0; i < forms->len; i++)
    {
      const JxFormPage *page = jx_form_get_page (forms->pdata[i]);
      int own;

      show (fixture, forms->pdata[i]);
      check_unclipped (fixture);
      g_assert_cmpint (jx_sheet_view_get_percent (fixture->sheet), >=, 85);
      if (page->width_mm > page->height_mm)
        g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->sheet)), >, 900);
      if (forms->pdata[i] == standard)
        continue;

      own = get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3)->box.width;
      jx_sheet_view_focus_cell (fixture->sheet, get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3));
      gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "column.widen", NULL);
      jx_test_frame (fixture->window);
      g_assert_cmpint (get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3)->box.width, >, own);
      show (fixture, standard);
      g_assert_cmpint (get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3)->box.width, ==, width);
      show (fixture, forms->pdata[i]);
      g_assert_cmpint (get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3)->box.width, >, own);
      jx_sheet_view_focus_cell (fixture->sheet, get_cell (fixture, 1, JX_FIELD_INDICATOR_LEVEL3));
      gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "column.reset", NULL);
    }
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  JxSheetCell *cell = get_cell (fixture, 2, JX_FIELD_INDICATOR_VALUE), *last = get_cell (fixture, 2, JX_FIELD_INDICATOR_BASIS);
  int width = cell->box.width, last_width = last->box.width;

  jx_sheet_view_focus_cell (fixture->sheet, cell);
  gtk_widget_activate_action (GTK_WIDGET (cell), "column.widen", NULL);
  jx_test_frame (fixture->window);
  g_assert_cmpint (cell->box.width, >, width);
  g_assert_cmpint (cell->box.width + last->box.width, ==, width + last_width);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == cell);

  /* The last column grows to the left. */
  jx_sheet_view_focus_cell (fixture->sheet, last);
  gtk_widget_activate_action (GTK_WIDGET (last), "column.widen", NULL);
  jx_test_frame (fixture->window);
  g_assert_cmpint (cell->box.width, ==, width);
  g_assert_cmpint (last->box.width, ==, last_width);

  gtk_widget_activate_action (GTK_WIDGET (last), "column.narrow", NULL);
  jx_test_frame (fixture->window);
  g_assert_cmpint (last->box.width, <, last_width);
  gtk_widget_activate_action (GTK_WIDGET (last), "column.reset", NULL);
  jx_test_frame (fixture->window);
  g_assert_cmpint (last->box.width, ==, last_width);

  /* No document is changed by this. */
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

/* What somebody wrote into the settings by hand does no harm. */
static void
test_unsound (void)
{
  GSettings *settings = jx_settings_get ();
  g_autoptr (JxSheetShape) shape = NULL;
  g_autofree double *widths = NULL;

  g_settings_set_value (settings, "column-widths", g_variant_new_parsed ("{'a/b': [0.5, -0.5, 1.0], 'a/c': @ad [], 'a/d': [0.2, 0.2]}"));
  shape = g_object_new (JX_TYPE_SHEET_SHAPE, NULL);
  g_assert_null (jx_sheet_shape_dup_widths (shape, "a/b", 3));
  g_assert_null (jx_sheet_shape_dup_widths (shape, "a/c", 0));
  g_assert_null (jx_sheet_shape_dup_widths (shape, "a/d", 2));
  g_settings_reset (settings, "column-widths");
}

int
main (int argc, char **argv)
{
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/app/sheet-shape/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add_func ("/app/sheet-shape/steps", test_steps);
  g_test_add ("/app/sheet-shape/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/app/sheet-shape/forms", Fixture, NULL, set_up, test_forms, tear_down);
  g_test_add ("/app/sheet-shape/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add_func ("/app/sheet-shape/unsound", test_unsound);

  return g_test_run ();
}
