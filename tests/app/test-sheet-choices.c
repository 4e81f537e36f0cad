/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is offered below a cell that is written in; it never takes the focus. */
#include <adwaita.h>

#include "form/jx-form.h"
#include "jx-test-sheet.h"

typedef struct
{
  JxHistory *history;
  JxItem *project;
  GtkWidget *window;
  JxSheetView *sheet;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);

  fixture->history = jx_test_history_new (4, 0);
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
  fixture->sheet = JX_SHEET_VIEW (jx_sheet_view_new (fixture->history, form, fixture->project));
  fixture->window = jx_test_show (GTK_WIDGET (fixture->sheet), 760, 480);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->history);
}

static JxItem *
row (Fixture *fixture, guint index)
{
  return jx_item_child (fixture->project, JX_KIND_INDICATOR, index);
}

/* Goes to a cell and begins to write in it. */
static void
open (Fixture *fixture, guint index, JxField field)
{
  jx_sheet_view_focus_cell (fixture->sheet, jx_sheet_view_find_shown (fixture->sheet, row (fixture, index), field));
  g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0));
}

static void
assert_told (GtkWidget *input, const char *told)
{
  gtk_test_accessible_assert_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told);
}

static gboolean
step (Fixture *fixture, int by)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (fixture->sheet->editor, "step", by, &taken);

  return taken;
}

static void
assert_typed (Fixture *fixture, const char *expected)
{
  g_autofree char *typed = jx_sheet_editor_dup_text (fixture->sheet->editor);

  g_assert_cmpstr (typed, ==, expected);
}

/* While a value is written it is told how it is understood, and signs and units are offered. */
static void
test_value_help (Fixture *fixture, gconstpointer data)
{
  JxSheetView *sheet = fixture->sheet;
  GtkWidget *input;

  open (fixture, 1, JX_FIELD_INDICATOR_VALUE);
  input = jx_sheet_editor_get_input (sheet->editor);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (sheet->choices)));
  g_assert_true (gtk_widget_is_focus (input));
  assert_told (input, "Understood as ≥ · 95 · %");
  /* Nothing is written yet: the arrows are not the list's. */
  g_assert_false (step (fixture, 1));

  jx_test_type (sheet, "≤97");
  assert_told (input, "Understood as ≤ · 97");
  g_assert_true (step (fixture, 1));
  assert_typed (fixture, "≤97公里"); /* the unit the document has */
  g_assert_true (step (fixture, 1));
  assert_typed (fixture, "≤97%");
  assert_told (input, "Understood as ≤ · 97 · %");
  g_assert_true (gtk_widget_is_focus (input));
  jx_test_type (sheet, "比去年好");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (sheet->choices)));
  g_assert_false (step (fixture, 1));
  jx_test_type (sheet, "≥99%");
  g_signal_emit_by_name (sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (sheet->choices)));
  g_assert_cmpstr (jx_item_get (row (fixture, 1), JX_FIELD_INDICATOR_VALUE), ==, "≥99%");
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

/* Names come from the document and the library, with the value they had. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxSheetSuggest) suggest = jx_sheet_suggest_new (row (fixture, 0), JX_FIELD_INDICATOR_LEVEL3);
  g_autoptr (GPtrArray) all = jx_sheet_suggest_list (suggest, ""), some = jx_sheet_suggest_list (suggest, "时间"),
                        none = jx_sheet_suggest_list (suggest, "道路");

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpstr (((JxSheetChoice *) some->pdata[0])->text, ==, "完工时间");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JxSheetSuggest) suggest = jx_sheet_suggest_new (row (fixture, 0), JX_FIELD_INDICATOR_BASIS);
  g_autoptr (GPtrArray) bases = jx_sheet_suggest_list (suggest, ""), some = jx_sheet_suggest_list (suggest, "历 史");

  g_assert_cmpuint (bases->len, >, 1);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpstr (((JxSheetChoice *) some->pdata[0])->text, ==, "历史标准");
  g_assert_cmpstr (((JxSheetChoice *) bases->pdata[bases->len - 1])->text, ==, "其他"); /* the document's own */

  open (fixture, 1, JX_FIELD_INDICATOR_LEVEL2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->sheet->choices)));
  g_assert_true (step (fixture, 1));
  assert_typed (fixture, "数量指标");
  g_assert_true (step (fixture, 1));
  assert_typed (fixture, "质量指标");
  g_assert_true (step (fixture, -1));
  assert_typed (fixture, "数量指标");
  jx_test_type (fixture->sheet, "时");
  g_assert_true (step (fixture, 1));
  assert_typed (fixture, "时效指标");
  g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
  g_assert_cmpstr (jx_item_get (row (fixture, 1), JX_FIELD_INDICATOR_LEVEL2), ==, "时效指标");
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));

  /* What the rule set does not know is marked, the second level by the first. */
  jx_history_set (fixture->history, row (fixture, 3), JX_FIELD_INDICATOR_LEVEL1, "产出", NULL);
  g_assert_cmpint (jx_test_cell (fixture->sheet, row (fixture, 3), JX_FIELD_INDICATOR_LEVEL1)->mark, ==, JX_SHEET_MARK_NONE);
  g_assert_cmpint (jx_test_cell (fixture->sheet, row (fixture, 3), JX_FIELD_INDICATOR_LEVEL2)->mark, ==, JX_SHEET_MARK_UNCLEAR);
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpint (jx_test_cell (fixture->sheet, row (fixture, 3), JX_FIELD_INDICATOR_LEVEL2)->mark, ==, JX_SHEET_MARK_NONE);

  /* By the pointer. */
  open (fixture, 1, JX_FIELD_INDICATOR_LEVEL2);
  g_signal_emit_by_name (fixture->sheet->choices, "chosen", "数量指标");
  g_assert_null (fixture->sheet->editing);
  g_assert_cmpstr (jx_item_get (row (fixture, 1), JX_FIELD_INDICATOR_LEVEL2), ==, "数量指标");

  /* Free text is taken, and nothing is offered that does not fit it or for other fields. */
  open (fixture, 3, JX_FIELD_INDICATOR_BASIS);
  jx_test_type (fixture->sheet, "镇里的规定");
  g_assert_false (step (fixture, 1));
  g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
  g_assert_cmpstr (jx_item_get (row (fixture, 3), JX_FIELD_INDICATOR_BASIS), ==, "镇里的规定");
  open (fixture, 1, JX_FIELD_INDICATOR_DESCRIPTION);
  g_assert_false (step (fixture, 1));
}

/* What the money adds up to is told while it is written. */
static void
test_money (Fixture *fixture, gconstpointer data)
{
  JxSheetView *sheet = fixture->sheet;
  GtkWidget *input;

  jx_sheet_view_focus_cell (sheet, jx_test_cell (sheet, fixture->project, JX_FIELD_PROJECT_FISCAL));
  jx_test_key (GTK_WIDGET (sheet), GDK_KEY_F2, 0);
  input = GTK_WIDGET (gtk_widget_get_parent (jx_sheet_editor_get_input (sheet->editor)));
  assert_told (input, "Fiscal 20.00 + other 4.00 = 24.00 万元, as the budget");
  jx_test_type (sheet, "12345000元");
  assert_told (input, "Fiscal 1,234.50 + other 4.00 = 1,238.50 万元, but the budget is 24.00");
  jx_test_type (sheet, "abc");
  assert_told (input, "");
  jx_test_type (sheet, "1,234.5");
  g_signal_emit_by_name (sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_FISCAL), ==, "1234.5");
}

int
main (int argc, char **argv)
{
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add ("/app/sheet-choices/lists", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/app/sheet-choices/value", Fixture, NULL, set_up, test_value_help, tear_down);
  g_test_add ("/app/sheet-choices/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/app/sheet-choices/money", Fixture, NULL, set_up, test_money, tear_down);

  return g_test_run ();
}
