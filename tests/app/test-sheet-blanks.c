/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other forms than a goal table have: ticks, values in several columns, two lists side by side. */
#include <adwaita.h>

#include "app/jx-project-page.h"
#include "jx-test-sheet.h"
#include "model/jx-item-build.h"

typedef struct
{
  JxHistory *history;
  JxItem *project;
  GtkWidget *window;
  JxSheetView *sheet;
} Fixture;

static const JxForm *
find_form (const char *id)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), id, JX_KIND_PROJECT);

  g_assert_nonnull (form);

  return form;
}

static void
set_up (Fixture *fixture, gconstpointer form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->history = jx_test_history_new (4, 4);
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
  fixture->sheet = JX_SHEET_VIEW (jx_sheet_view_new (fixture->history, find_form (form), fixture->project));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->sheet));
  fixture->window = jx_test_show (scroller, 1100, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->history);
}

static JxItem *
child (Fixture *fixture, JxKind kind, guint index)
{
  return jx_item_child (fixture->project, kind, index);
}

/* The cell of @row that shows this part of @field; of a tick, this word. */
static JxSheetCell *
find_cell (Fixture *fixture, JxItem *row, JxField field, JxAspect aspect, const char *word)
{
  for (guint i = 0; i < fixture->sheet->order->len; i++)
    {
      JxSheetCell *cell = fixture->sheet->order->pdata[i];

      if (cell->row_item == row && cell->blank.part && cell->blank.part->field == field && cell->blank.part->aspect == aspect
          && (word == NULL || g_str_equal (cell->blank.part->text, word)))
        return cell;
    }

  g_assert_not_reached ();
}

static void
write_cell (Fixture *fixture, JxSheetCell *cell, const char *text)
{
  jx_sheet_view_focus_cell (fixture->sheet, cell);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0);
  jx_test_type (fixture->sheet, text);
  g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_STAY);
}

static void
click (Fixture *fixture, JxSheetCell *cell)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->sheet));
  double x = cell->box.x + cell->box.width / 2, y = cell->box.y + cell->box.height / 2;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  JxItem *row = child (fixture, JX_KIND_INDICATOR, 1);
  JxSheetCell *funds = find_cell (fixture, row, JX_FIELD_INDICATOR_CAUSES, JX_ASPECT_WHOLE, "经费保障");
  JxSheetCell *people = find_cell (fixture, row, JX_FIELD_INDICATOR_CAUSES, JX_ASPECT_WHOLE, "人员保障");
  JxSheetCell *sure = find_cell (fixture, row, JX_FIELD_INDICATOR_POSSIBILITY, JX_ASPECT_WHOLE, "确定能");
  JxSheetCell *maybe = find_cell (fixture, row, JX_FIELD_INDICATOR_POSSIBILITY, JX_ASPECT_WHOLE, "有可能");

  click (fixture, people);
  click (fixture, funds);
  g_assert_null (fixture->sheet->editing);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == funds);
  g_assert_cmpstr (jx_item_get (row, JX_FIELD_INDICATOR_CAUSES), ==, "人员保障、经费保障");
  g_assert_cmpstr (funds->value, ==, "√");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (funds), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Delete, 0);
  g_assert_cmpstr (jx_item_get (row, JX_FIELD_INDICATOR_CAUSES), ==, "人员保障");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (funds), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);

  /* Of these the one takes the other's place. */
  click (fixture, sure);
  click (fixture, maybe);
  g_assert_cmpstr (jx_item_get (row, JX_FIELD_INDICATOR_POSSIBILITY), ==, "有可能");
  g_assert_false (sure->is_ticked);
  jx_history_undo (fixture->history, NULL);
  g_assert_true (sure->is_ticked && !maybe->is_ticked);
}

static JxSheetTable *
get_table (Fixture *fixture)
{
  JxSheetRange range;
  JxSheetTable *table = jx_sheet_view_get_range (fixture->sheet, &range, NULL);

  g_assert_nonnull (table);

  return table;
}

static guint
get_column (Fixture *fixture, const JxSheetTable *table, const JxSheetCell *cell)
{
  guint column;

  g_assert_true (jx_sheet_table_find_part (table, cell->blank.part, &column));

  return column;
}

static void
put (Fixture *fixture, const char *text)
{
  g_autoptr (JxClip) clip = jx_clip_from_text (text);
  g_autoptr (GError) error = NULL;

  jx_sheet_view_put (fixture->sheet, clip, &error);
  g_assert_no_error (error);
}

static gboolean
is_merged_cb (guint row, guint column, gpointer data)
{
  return FALSE;
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  JxItem *row = child (fixture, JX_KIND_INDICATOR, 1), *words = child (fixture, JX_KIND_INDICATOR, 3);
  JxSheetCell *sign = find_cell (fixture, row, JX_FIELD_INDICATOR_VALUE, JX_ASPECT_SIGN, NULL);
  JxSheetCell *unit = find_cell (fixture, words, JX_FIELD_INDICATOR_VALUE, JX_ASPECT_UNIT, NULL);
  g_autoptr (JxSheetTable) table = NULL;
  g_autoptr (JxClip) clip = NULL;
  JxSheetRange range;

  write_cell (fixture, sign, "<=");
  g_assert_cmpstr (jx_item_get (row, JX_FIELD_INDICATOR_VALUE), ==, "≤95%");
  g_assert_cmpstr (sign->value, ==, "≤");

  /* What does not fit stays to be mended. */
  write_cell (fixture, unit, "户");
  g_assert_cmpstr (unit->draft, ==, "户");
  g_assert_nonnull (unit->problem);
  jx_sheet_cell_set_draft (unit, NULL, NULL);

  /* The three columns go out and come back as they stand, one step for all. */
  jx_history_undo (fixture->history, NULL);
  jx_sheet_view_focus_cell (fixture->sheet, sign);
  table = get_table (fixture);
  range = (JxSheetRange) { 1, get_column (fixture, table, sign), 1, get_column (fixture, table, sign) + 2 };
  clip = jx_sheet_table_copy (table, &range, is_merged_cb, NULL);
  g_assert_cmpstr (jx_clip_get (clip, 0, 0), ==, "≥");
  g_assert_cmpstr (jx_clip_get (clip, 0, 1), ==, "95");
  g_assert_cmpstr (jx_clip_get (clip, 0, 2), ==, "%");
  jx_sheet_view_focus_cell (fixture->sheet, find_cell (fixture, words, JX_FIELD_INDICATOR_VALUE, JX_ASPECT_SIGN, NULL));
  put (fixture, "≥\t12\t户\n<\t3\t天\n");
  g_assert_cmpstr (jx_item_get (words, JX_FIELD_INDICATOR_VALUE), ==, "≥12户");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 5);
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_INDICATOR, 4), JX_FIELD_INDICATOR_VALUE), ==, "<3天");
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

/* The medium term beside the year: a row of the one is made where the other has one. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  JxItem *row = child (fixture, JX_KIND_INDICATOR, 0), *made;
  JxSheetCell *name = find_cell (fixture, row, JX_FIELD_TERM_INDICATOR_LEVEL3, JX_ASPECT_WHOLE, NULL);
  JxSheetCell *group;

  g_assert_null (name->item);
  write_cell (fixture, name, "三年清淤长度");
  made = child (fixture, JX_KIND_TERM_INDICATOR, 0);
  g_assert_cmpstr (jx_item_get (made, JX_FIELD_TERM_INDICATOR_LEVEL2), ==, "数量指标");
  g_assert_cmpstr (jx_item_get (made, JX_FIELD_TERM_INDICATOR_LEVEL3), ==, "三年清淤长度");

  /* The first level stands for both lists and all rows of the group. */
  group = find_cell (fixture, row, JX_FIELD_TERM_INDICATOR_LEVEL1, JX_ASPECT_WHOLE, NULL);
  write_cell (fixture, group, "成本指标");
  g_assert_cmpstr (jx_item_get (made, JX_FIELD_TERM_INDICATOR_LEVEL1), ==, "成本指标");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_INDICATOR, i), JX_FIELD_INDICATOR_LEVEL1), ==, "成本指标");

  /* Several rows pasted into the one list leave the other as it is. */
  jx_sheet_view_focus_cell (fixture->sheet, find_cell (fixture, child (fixture, JX_KIND_INDICATOR, 1), JX_FIELD_TERM_INDICATOR_LEVEL3, JX_ASPECT_WHOLE, NULL));
  put (fixture, "合格率\t≥98%\n完工\t2028年底\n");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_TERM_INDICATOR), ==, 3);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 4);
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_TERM_INDICATOR, 2), JX_FIELD_TERM_INDICATOR_VALUE), ==, "2028年底");

  /* Row commands are about the list one is in. */
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Escape, 0);
  jx_sheet_view_reveal (fixture->sheet, child (fixture, JX_KIND_TERM_INDICATOR, 1), JX_FIELD_TERM_INDICATOR_LEVEL3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.delete", NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_TERM_INDICATOR), ==, 2);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 4);
  for (guint i = 0; i < 4; i++)
    jx_history_undo (fixture->history, NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_TERM_INDICATOR), ==, 0);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static JxSheetCell *
find_adder (Fixture *fixture, JxKind kind)
{
  for (guint i = 0; i < fixture->sheet->order->len; i++)
    {
      JxSheetCell *cell = fixture->sheet->order->pdata[i];

      if (cell->owner && cell->adds == kind)
        return cell;
    }

  g_assert_not_reached ();
}

/* Goals of the medium term are a list as those of the year are: written one after another, moved, deleted. */
static void
test_term_goals (Fixture *fixture, gconstpointer data)
{
  jx_sheet_view_edit (fixture->sheet, find_adder (fixture, JX_KIND_TERM_GOAL), "", 0);
  for (guint i = 0; i < 2; i++)
    {
      jx_test_type (fixture->sheet, i == 0 ? "三年畅通。" : "两岸清洁。");
      g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
      g_assert_nonnull (fixture->sheet->editing);
    }
  jx_sheet_view_stop_editing (fixture->sheet, FALSE);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_TERM_GOAL), ==, 2);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 2);

  jx_sheet_view_reveal (fixture->sheet, child (fixture, JX_KIND_TERM_GOAL, 1), JX_FIELD_TERM_GOAL_TEXT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.move-up", NULL);
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_TERM_GOAL, 0), JX_FIELD_TERM_GOAL_TEXT), ==, "两岸清洁。");
  /* A line left blank is gone. */
  write_cell (fixture, jx_test_cell (fixture->sheet, child (fixture, JX_KIND_TERM_GOAL, 1), JX_FIELD_TERM_GOAL_TEXT), "");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_TERM_GOAL), ==, 1);
}

/* What stands for a blank is no value of its own, until something else is written there. */
static void
test_fallback (Fixture *fixture, gconstpointer data)
{
  JxItem *root = jx_item_get_parent (fixture->project);
  JxSheetCell *unit = jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_UNIT);
  JxSheetCell *weight = jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_EXECUTION_WEIGHT);

  g_assert_cmpstr (unit->value, ==, jx_item_get (root, JX_FIELD_UNIT_NAME));
  g_assert_cmpstr (weight->value, ==, "10");
  write_cell (fixture, weight, "10");
  g_assert_false (jx_history_get_can_undo (fixture->history));
  write_cell (fixture, unit, "云溪镇水务站");
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_UNIT), ==, "云溪镇水务站");
  g_assert_cmpstr (jx_item_get (root, JX_FIELD_UNIT_NAME), ==, "青禾县云溪镇人民政府");
  write_cell (fixture, unit, "");
  g_assert_cmpstr (unit->value, ==, "青禾县云溪镇人民政府");
}

/* One month's spending makes its checkpoint, and rates follow. */
static void
test_derived (Fixture *fixture, gconstpointer data)
{
  JxItem *december = child (fixture, JX_KIND_CHECKPOINT, 3);
  JxSheetCell *spent = jx_test_cell (fixture->sheet, december, JX_FIELD_CHECKPOINT_SPENT);
  gboolean found = FALSE;

  write_cell (fixture, spent, "12.00");
  g_assert_cmpstr (jx_item_get (december, JX_FIELD_CHECKPOINT_SPENT), ==, "12.00");
  for (guint i = 0; i < fixture->sheet->order->len; i++)
    {
      const JxSheetCell *cell = fixture->sheet->order->pdata[i];

      found |= cell->part && cell->part->type == JX_PART_PERCENT && g_str_equal (cell->value, "50.00");
    }
  g_assert_true (found);
}

/* What is carried over from last year is part of the budget, and of what was spent. */
static void
test_sums (Fixture *fixture, gconstpointer data)
{
  JxItem *december = child (fixture, JX_KIND_CHECKPOINT, 3);
  JxSheetCell *budget = jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_BUDGET);
  JxSheetCell *carried = jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_CARRIED);
  JxSheetCell *spent = jx_test_cell (fixture->sheet, december, JX_FIELD_CHECKPOINT_SPENT);

  g_assert_cmpint (budget->mark, ==, JX_SHEET_MARK_NONE);
  write_cell (fixture, carried, "3");
  g_assert_cmpint (budget->mark, ==, JX_SHEET_MARK_SUM);
  write_cell (fixture, budget, "27");
  g_assert_cmpint (budget->mark, ==, JX_SHEET_MARK_NONE);
  g_assert_cmpint (carried->mark, ==, JX_SHEET_MARK_NONE);

  write_cell (fixture, spent, "20");
  write_cell (fixture, jx_test_cell (fixture->sheet, december, JX_FIELD_CHECKPOINT_SPENT_FISCAL), "15");
  g_assert_cmpint (spent->mark, ==, JX_SHEET_MARK_SUM);
  write_cell (fixture, jx_test_cell (fixture->sheet, december, JX_FIELD_CHECKPOINT_SPENT_CARRIED), "5");
  g_assert_cmpint (spent->mark, ==, JX_SHEET_MARK_NONE);
}

/* Months of the plan stand side by side: one comes in between or goes, by the same commands. */
static void
test_months (Fixture *fixture, gconstpointer data)
{
  jx_sheet_view_focus_cell (fixture->sheet, jx_test_cell (fixture->sheet, child (fixture, JX_KIND_CHECKPOINT, 1), JX_FIELD_CHECKPOINT_PLAN));
  g_assert_false (gtk_widget_get_visible (fixture->sheet->handle));
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.insert-below", NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 5);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet)->item == child (fixture, JX_KIND_CHECKPOINT, 2));
  write_cell (fixture, jx_sheet_view_get_focus_cell (fixture->sheet), "9");
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_CHECKPOINT, 2), JX_FIELD_CHECKPOINT_MONTH), ==, "9");

  /* Their order is that of the months. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.move-up", NULL);
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_CHECKPOINT, 2), JX_FIELD_CHECKPOINT_MONTH), ==, "9");
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.delete", NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 4);
  for (guint i = 0; i < 3; i++)
    jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

/* A month of which only spending is known is none of the plan, and the plan is made around it. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  static const char *const months[] = { "3", "6", "7", "10", "12" };
  JxItem *december;
  JxSheetCell *spent = NULL;

  for (guint i = 4; i > 0; i--)
    jx_history_do (fixture->history, jx_edit_new_remove (child (fixture, JX_KIND_CHECKPOINT, i - 1)), "remove", NULL);
  jx_sheet_view_set_form (fixture->sheet, find_form ("ministry-monitoring"));
  for (guint i = 0; i < fixture->sheet->order->len && spent == NULL; i++)
    if (((JxSheetCell *) fixture->sheet->order->pdata[i])->field == JX_FIELD_CHECKPOINT_SPENT)
      spent = fixture->sheet->order->pdata[i];
  write_cell (fixture, spent, "9.00");
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_CHECKPOINT, 0), JX_FIELD_CHECKPOINT_MONTH), ==, "7");
  jx_sheet_view_set_form (fixture->sheet, find_form ("hebei-goal-table"));
  g_assert_null (jx_test_cell (fixture->sheet, child (fixture, JX_KIND_CHECKPOINT, 0), JX_FIELD_CHECKPOINT_PLAN));

  jx_sheet_view_edit (fixture->sheet, find_adder (fixture, JX_KIND_CHECKPOINT), NULL, 0);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_CHECKPOINT, i), JX_FIELD_CHECKPOINT_MONTH), ==, months[i]);
  december = child (fixture, JX_KIND_CHECKPOINT, 4);
  g_assert_nonnull (jx_test_cell (fixture->sheet, december, JX_FIELD_CHECKPOINT_PLAN));
}

int
main (int argc, char **argv)
{
  adw_init ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/sheet-blanks/ticks", Fixture, "ministry-monitoring", set_up, test_ticks, tear_down);
  g_test_add ("/sheet-blanks/parts", Fixture, "ministry-goals-2021", set_up, test_parts, tear_down);
  g_test_add ("/sheet-blanks/beside", Fixture, "ministry-declaration-2015", set_up, test_beside, tear_down);
  g_test_add ("/sheet-blanks/term-goals", Fixture, "ministry-declaration-2015", set_up, test_term_goals, tear_down);
  g_test_add ("/sheet-blanks/fallback", Fixture, "ministry-self-evaluation", set_up, test_fallback, tear_down);
  g_test_add ("/sheet-blanks/months", Fixture, "hebei-goal-table", set_up, test_months, tear_down);
  g_test_add ("/sheet-blanks/plan", Fixture, "hebei-goal-table", set_up, test_plan, tear_down);
  g_test_add ("/sheet-blanks/sums", Fixture, "ministry-self-evaluation", set_up, test_sums, tear_down);
  g_test_add ("/sheet-blanks/derived", Fixture, "ministry-self-evaluation", set_up, test_derived, tear_down);

  return g_test_run ();
}
