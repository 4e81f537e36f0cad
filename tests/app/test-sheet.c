/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet: writing in its cells, moving about, and following the document. */
#include <adwaita.h>

#include "app/jx-sheet-order.h"
#include "form/jx-form.h"
#include "jx-test-sheet.h"
#include "model/jx-item-build.h"

typedef struct
{
  JxHistory *history;
  JxItem *project;
  GtkWidget *window;
  GtkWidget *other; /* something else that takes the focus */
  JxSheetView *sheet;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  fixture->history = jx_test_history_new (4, GPOINTER_TO_UINT (data));
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
  fixture->sheet = JX_SHEET_VIEW (jx_sheet_view_new (fixture->history, form, fixture->project));
  fixture->other = gtk_button_new_with_label ("other");
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->sheet));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), fixture->other);
  fixture->window = jx_test_show (box, 760, 480);
  /* A button whose action is not there is none for the keyboard. */
  g_action_map_add_action_entries (G_ACTION_MAP (actions), &(GActionEntry) { .name = "library" }, 1, NULL);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
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

static JxSheetCell *
focus (Fixture *fixture, JxItem *item, JxField field)
{
  JxSheetCell *cell = jx_test_cell (fixture->sheet, item, field);

  g_assert_nonnull (cell);
  jx_sheet_view_focus_cell (fixture->sheet, cell);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == cell);

  return cell;
}

/* Opens the editor by F2, writes, and leaves it by Enter. */
static void
write_cell (Fixture *fixture, JxItem *item, JxField field, const char *text)
{
  focus (fixture, item, field);
  g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0));
  jx_test_type (fixture->sheet, text);
  g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  static const JxField fields[] = { JX_FIELD_PROJECT_CODE, JX_FIELD_PROJECT_NAME, JX_FIELD_PROJECT_BUDGET, JX_FIELD_PROJECT_FISCAL,
                                    JX_FIELD_PROJECT_OTHER, JX_FIELD_PROJECT_PURPOSE };
  JxSheetCell *plan, *goal, *group;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      JxSheetCell *cell = jx_test_cell (fixture->sheet, fixture->project, fields[i]);

      g_assert_nonnull (cell);
      g_assert_cmpstr (cell->value, ==, jx_item_get (fixture->project, fields[i]));
      g_assert_cmpint (cell->box.width, >, 0);
      g_assert_cmpint (cell->box.height, >, 0);
    }

  /* Words printed around a field stand with it and are not part of it. */
  plan = jx_test_cell (fixture->sheet, child (fixture, JX_KIND_CHECKPOINT, 2), JX_FIELD_CHECKPOINT_PLAN);
  g_assert_cmpstr (plan->value, ==, "83");
  g_assert_cmpstr (plan->suffix, ==, "%");
  goal = jx_test_cell (fixture->sheet, child (fixture, JX_KIND_GOAL, 1), JX_FIELD_GOAL_TEXT);
  g_assert_cmpstr (goal->prefix, ==, "2.");

  /* Equal neighbours are one cell that stands for all of them. */
  group = jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 0), JX_FIELD_INDICATOR_LEVEL1);
  g_assert_cmpuint (group->merged->len, ==, 3);
  g_assert_null (jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 1), JX_FIELD_INDICATOR_LEVEL1));
  g_assert_cmpint (group->box.height, ==,
                   jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 2), JX_FIELD_INDICATOR_BASIS)->box.y
                   + jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 2), JX_FIELD_INDICATOR_BASIS)->box.height - group->box.y);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  JxItem *indicator = child (fixture, JX_KIND_INDICATOR, 1);
  JxSheetCell *cell = jx_test_cell (fixture->sheet, indicator, JX_FIELD_INDICATOR_VALUE);

  write_cell (fixture, indicator, JX_FIELD_INDICATOR_VALUE, "≥98%");
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_VALUE), ==, "≥98%");
  g_assert_null (fixture->sheet->editing);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->sheet->editor)));

  /* One step, and the same cell shows what undo brings back. */
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
  g_assert_true (jx_test_cell (fixture->sheet, indicator, JX_FIELD_INDICATOR_VALUE) == cell);
  g_assert_cmpstr (cell->value, ==, "≥95%");
  jx_history_redo (fixture->history, NULL);
  g_assert_cmpstr (cell->value, ==, "≥98%");

  /* Nothing written is no step. */
  jx_history_undo (fixture->history, NULL);
  write_cell (fixture, indicator, JX_FIELD_INDICATOR_VALUE, "≥95%");
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

/* What assistive technology may ask of a cell. */
static void
test_edit_action (Fixture *fixture, gconstpointer data)
{
  JxSheetCell *cell = jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 2), JX_FIELD_INDICATOR_BASIS);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (cell), "cell.edit", NULL));
  g_assert_true (fixture->sheet->editing == cell);
  g_assert_true (gtk_widget_is_focus (jx_sheet_editor_get_input (fixture->sheet->editor)));
}

static void
test_merged (Fixture *fixture, gconstpointer data)
{
  write_cell (fixture, child (fixture, JX_KIND_INDICATOR, 0), JX_FIELD_INDICATOR_LEVEL1, "成本指标");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_INDICATOR, i), JX_FIELD_INDICATOR_LEVEL1), ==, "成本指标");
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_INDICATOR, 3), JX_FIELD_INDICATOR_LEVEL1), ==, "效益指标");

  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_INDICATOR, 2), JX_FIELD_INDICATOR_LEVEL1), ==, "产出指标");
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  focus (fixture, fixture->project, JX_FIELD_PROJECT_PURPOSE);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Return, 0);
  jx_test_type (fixture->sheet, "别的用途");
  g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet->editor), GDK_KEY_Escape, 0));
  g_assert_null (fixture->sheet->editing);
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_PURPOSE), ==, "清理镇域内主要河道的淤泥。");
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_PURPOSE));

  /* The window's undo asks the same first. */
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Return, 0);
  g_assert_false (jx_sheet_view_revert (fixture->sheet));
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Return, 0);
  jx_test_type (fixture->sheet, "别的用途");
  g_assert_true (jx_sheet_view_revert (fixture->sheet));
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static void
test_error_is_kept (Fixture *fixture, gconstpointer data)
{
  JxSheetCell *cell = jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_BUDGET);
  g_autofree char *typed = NULL;

  write_cell (fixture, fixture->project, JX_FIELD_PROJECT_BUDGET, "二十四万");
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_BUDGET), ==, "24.00");
  g_assert_cmpstr (cell->draft, ==, "二十四万");
  g_assert_nonnull (strstr (cell->problem, "二十四万"));
  g_assert_true (gtk_widget_get_visible (fixture->sheet->bubble));

  /* It stays while other cells change, and saving is held up. */
  write_cell (fixture, fixture->project, JX_FIELD_PROJECT_OTHER, "5");
  g_assert_cmpstr (cell->draft, ==, "二十四万");
  g_assert_false (jx_sheet_view_commit (fixture->sheet));
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == cell);

  /* It is there to be mended. */
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0);
  typed = jx_sheet_editor_dup_text (fixture->sheet->editor);
  g_assert_cmpstr (typed, ==, "二十四万");
  jx_test_type (fixture->sheet, "25万元");
  g_assert_true (jx_sheet_view_commit (fixture->sheet));
  g_assert_null (cell->draft);
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_BUDGET), ==, "25");

  /* Esc in the cell gives it up too. */
  write_cell (fixture, fixture->project, JX_FIELD_PROJECT_BUDGET, "-");
  g_assert_nonnull (cell->draft);
  g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Escape, 0));
  g_assert_null (cell->draft);
  g_assert_true (jx_sheet_view_commit (fixture->sheet));
}

static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  JxItem *goal = child (fixture, JX_KIND_GOAL, 0);

  focus (fixture, goal, JX_FIELD_GOAL_TEXT);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0);
  jx_test_type (fixture->sheet, "五月底前完成清淤。");
  gtk_widget_grab_focus (fixture->other);
  g_assert_null (fixture->sheet->editing);
  g_assert_cmpstr (jx_item_get (goal, JX_FIELD_GOAL_TEXT), ==, "五月底前完成清淤。");
  g_assert_true (gtk_widget_is_focus (fixture->other));
}

static void
test_tab (Fixture *fixture, gconstpointer data)
{
  JxItem *indicator = child (fixture, JX_KIND_INDICATOR, 1);

  focus (fixture, indicator, JX_FIELD_INDICATOR_VALUE);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0);
  jx_test_type (fixture->sheet, "100%");
  g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet->editor), GDK_KEY_Tab, 0));
  g_assert_cmpstr (jx_item_get (indicator, JX_FIELD_INDICATOR_VALUE), ==, "100%");
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == jx_test_cell (fixture->sheet, indicator, JX_FIELD_INDICATOR_BASIS));

  /* From one row to the next, by the button that adds one, and out of the sheet at its end. */
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet)->item == child (fixture, JX_KIND_INDICATOR, 2));
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_End, GDK_CONTROL_MASK);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (fixture->sheet)) == fixture->sheet->adders->pdata[0]);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_nonnull (jx_sheet_view_get_focus_cell (fixture->sheet));
  for (guint i = 0; i < 3; i++)
    gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_focus (fixture->other));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint row;
    JxField from;
    guint keyval;
    guint to_row;
    JxField to;
    GdkModifierType state;
  } moves[] = {
    { 0, JX_FIELD_INDICATOR_LEVEL3, GDK_KEY_Down, 1, JX_FIELD_INDICATOR_LEVEL3 },
    { 1, JX_FIELD_INDICATOR_VALUE, GDK_KEY_Up, 0, JX_FIELD_INDICATOR_VALUE },
    { 1, JX_FIELD_INDICATOR_VALUE, GDK_KEY_Left, 1, JX_FIELD_INDICATOR_DESCRIPTION },
    { 1, JX_FIELD_INDICATOR_VALUE, GDK_KEY_Right, 1, JX_FIELD_INDICATOR_BASIS },
    { 2, JX_FIELD_INDICATOR_LEVEL2, GDK_KEY_Left, 0, JX_FIELD_INDICATOR_LEVEL1 }, /* into the merged cell */
    { 0, JX_FIELD_INDICATOR_LEVEL1, GDK_KEY_Down, 3, JX_FIELD_INDICATOR_LEVEL1 }, /* over its span */
    { 3, JX_FIELD_INDICATOR_LEVEL1, GDK_KEY_Up, 0, JX_FIELD_INDICATOR_LEVEL1 },
    { 1, JX_FIELD_INDICATOR_BASIS, GDK_KEY_Home, 0, JX_FIELD_INDICATOR_LEVEL1 },
    { 1, JX_FIELD_INDICATOR_LEVEL2, GDK_KEY_End, 1, JX_FIELD_INDICATOR_BASIS },
    { 3, JX_FIELD_INDICATOR_BASIS, GDK_KEY_Right, 3, JX_FIELD_INDICATOR_BASIS }, /* nowhere to go */
    { 0, JX_FIELD_INDICATOR_VALUE, GDK_KEY_Down, 3, JX_FIELD_INDICATOR_VALUE, GDK_CONTROL_MASK },
    { 3, JX_FIELD_INDICATOR_VALUE, GDK_KEY_Up, 0, JX_FIELD_INDICATOR_VALUE, GDK_CONTROL_MASK },
    { 1, JX_FIELD_INDICATOR_LEVEL3, GDK_KEY_Right, 1, JX_FIELD_INDICATOR_BASIS, GDK_CONTROL_MASK },
    { 3, JX_FIELD_INDICATOR_BASIS, GDK_KEY_Left, 3, JX_FIELD_INDICATOR_LEVEL1, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      JxSheetCell *from = focus (fixture, child (fixture, JX_KIND_INDICATOR, moves[i].row), moves[i].from), *to;

      fixture->sheet->anchor_x = from->box.x + 4;
      fixture->sheet->anchor_y = from->box.y + 4;
      g_assert_true (jx_test_key (GTK_WIDGET (fixture->sheet), moves[i].keyval, moves[i].state));
      to = jx_sheet_view_get_focus_cell (fixture->sheet);
      g_test_message ("move %u", i);
      g_assert_true (to == jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, moves[i].to_row), moves[i].to));
    }

  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == fixture->sheet->order->pdata[0]);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Page_Down, 0);
  g_assert_cmpint (jx_sheet_view_get_focus_cell (fixture->sheet)->box.y, >, 250);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  JxItem *second = child (fixture, JX_KIND_INDICATOR, 1), *third = child (fixture, JX_KIND_INDICATOR, 2);
  GtkWidget *sheet = GTK_WIDGET (fixture->sheet);
  JxItem *new;

  focus (fixture, second, JX_FIELD_INDICATOR_VALUE);
  g_assert_true (gtk_widget_get_visible (fixture->sheet->handle));
  g_assert_true (gtk_widget_activate_action (sheet, "row.insert-above", NULL));
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 5);
  new = child (fixture, JX_KIND_INDICATOR, 1);
  g_assert_true (new != second);
  g_assert_cmpstr (jx_item_get (new, JX_FIELD_INDICATOR_LEVEL1), ==, "产出指标");
  g_assert_null (jx_item_get (new, JX_FIELD_INDICATOR_VALUE));
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet)->item == new);

  /* Deleting stays in the column. */
  focus (fixture, new, JX_FIELD_INDICATOR_VALUE);
  gtk_widget_activate_action (sheet, "row.delete", NULL);
  g_assert_false (jx_item_is_attached (new));
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == jx_test_cell (fixture->sheet, second, JX_FIELD_INDICATOR_VALUE));

  /* Moving takes the focus along. */
  gtk_widget_activate_action (sheet, "row.move-down", NULL);
  g_assert_cmpuint (jx_item_get_index (second), ==, 2);
  g_assert_cmpuint (jx_item_get_index (third), ==, 1);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet)->item == second);
  gtk_widget_activate_action (sheet, "row.move-up", NULL);
  g_assert_cmpuint (jx_item_get_index (second), ==, 1);

  for (guint i = 0; i < 4; i++)
    jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 4);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet)->item == second);
}

static void
test_add_row (Fixture *fixture, gconstpointer data)
{
  JxItem *new;

  g_assert_cmpuint (fixture->sheet->adders->len, ==, 1);
  g_signal_emit_by_name (gtk_widget_get_first_child (fixture->sheet->adders->pdata[0]), "clicked");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 5);
  new = child (fixture, JX_KIND_INDICATOR, 4);
  /* What comes next in official order. */
  g_assert_cmpstr (jx_item_get (new, JX_FIELD_INDICATOR_LEVEL1), ==, "效益指标");
  g_assert_cmpstr (jx_item_get (new, JX_FIELD_INDICATOR_LEVEL2), ==, "生态效益指标");
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet)->item == new);

  /* It shares the cell of its first level with the row above, until it is given one of its own. */
  g_assert_true (jx_test_cell (fixture->sheet, new, JX_FIELD_INDICATOR_LEVEL1) == NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.own-group", NULL);
  g_assert_nonnull (jx_test_cell (fixture->sheet, new, JX_FIELD_INDICATOR_LEVEL1));
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet) == jx_test_cell (fixture->sheet, new, JX_FIELD_INDICATOR_LEVEL1));
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpstr (jx_item_get (new, JX_FIELD_INDICATOR_LEVEL2), ==, "生态效益指标");
}

static void
test_next_group (void)
{
  static const struct
  {
    const char *level1, *level2, *next1, *next2;
  } rows[] = {
    { NULL, NULL, "产出指标", "数量指标" }, /* the first row */
    { "产出指标", "数量指标", "产出指标", "质量指标" },
    { "产出", "质量", "产出指标", "时效指标" },
    { "产出指标", "成本指标", "效益指标", "经济效益指标" },
    { "效益指标", "可持续影响指标", "满意度指标", "服务对象满意度指标" },
    { "满意度指标", "服务对象满意度指标", NULL, NULL },
    { "别的指标", "数量指标", NULL, NULL },
  };
  const JxProfile *profile = jx_profile_get ("2020");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JxDocument) document = jx_document_new ();
      JxItem *row = jx_item_new (document, JX_KIND_INDICATOR);
      const char *next1 = NULL;
      const char *next2 = NULL;

      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL1, rows[i].level1);
      jx_item_init (row, JX_FIELD_INDICATOR_LEVEL2, rows[i].level2);
      jx_sheet_order_get_next (profile, rows[i].level1 != NULL ? row : NULL, &next1, &next2);
      g_assert_cmpstr (next1, ==, rows[i].next1);
      g_assert_cmpstr (next2, ==, rows[i].next2);
    }
}

static JxSheetCell *
find_adder (Fixture *fixture, JxKind kind)
{
  for (guint i = 0; i < fixture->sheet->order->len; i++)
    if (((JxSheetCell *) fixture->sheet->order->pdata[i])->adds == kind)
      return fixture->sheet->order->pdata[i];

  return NULL;
}

static void
test_goals (Fixture *fixture, gconstpointer data)
{
  JxItem *second = child (fixture, JX_KIND_GOAL, 1);

  /* Enter after the last goes on to a new one, which is there when something is written. */
  write_cell (fixture, second, JX_FIELD_GOAL_TEXT, "全年河水畅通，无淤堵。");
  g_assert_true (fixture->sheet->editing == find_adder (fixture, JX_KIND_GOAL));
  jx_test_type (fixture->sheet, "河岸垃圾及时清运。");
  g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 3);
  g_assert_cmpstr (jx_item_get (child (fixture, JX_KIND_GOAL, 2), JX_FIELD_GOAL_TEXT), ==, "河岸垃圾及时清运。");
  g_assert_nonnull (fixture->sheet->editing);
  g_signal_emit_by_name (fixture->sheet->editor, "left", JX_SHEET_LEAVE_ENTER);
  g_assert_null (fixture->sheet->editing);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 3);

  /* A goal emptied is a goal gone; the next is numbered anew. */
  write_cell (fixture, child (fixture, JX_KIND_GOAL, 0), JX_FIELD_GOAL_TEXT, "");
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 2);
  g_assert_cmpstr (jx_test_cell (fixture->sheet, second, JX_FIELD_GOAL_TEXT)->prefix, ==, "1.");

  for (guint i = 0; i < 3; i++)
    jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static void
test_insert_goal (Fixture *fixture, gconstpointer data)
{
  focus (fixture, child (fixture, JX_KIND_GOAL, 1), JX_FIELD_GOAL_TEXT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.insert-above", NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 3);
  g_assert_true (fixture->sheet->editing->item == child (fixture, JX_KIND_GOAL, 1));

  /* Given up before anything was written, it goes again. */
  jx_test_key (GTK_WIDGET (fixture->sheet->editor), GDK_KEY_Escape, 0);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 2);
}

static void
test_no_checkpoints (Fixture *fixture, gconstpointer data)
{
  JxSheetCell *adder = find_adder (fixture, JX_KIND_CHECKPOINT);

  g_assert_nonnull (adder);
  jx_sheet_view_focus_cell (fixture->sheet, adder);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Return, 0);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 4);
  g_assert_nonnull (jx_sheet_view_get_focus_cell (fixture->sheet));
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_CHECKPOINT), ==, 0);
}

static void
test_delete_clears (Fixture *fixture, gconstpointer data)
{
  focus (fixture, fixture->project, JX_FIELD_PROJECT_OTHER);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_Delete, 0);
  g_assert_null (jx_item_get (fixture->project, JX_FIELD_PROJECT_OTHER));
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  JxSheetCell *budget = jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_BUDGET);
  JxSheetCell *sentence = jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 3), JX_FIELD_INDICATOR_VALUE);
  JxSheetCell *number = jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 1), JX_FIELD_INDICATOR_VALUE);

  g_assert_cmpint (budget->mark, ==, JX_SHEET_MARK_NONE);
  write_cell (fixture, fixture->project, JX_FIELD_PROJECT_FISCAL, "21");
  g_assert_cmpint (budget->mark, ==, JX_SHEET_MARK_SUM);
  g_assert_nonnull (strstr (budget->hint, "25.00"));
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpint (budget->mark, ==, JX_SHEET_MARK_NONE);

  g_assert_cmpint (sentence->mark, ==, JX_SHEET_MARK_UNCLEAR);
  g_assert_cmpint (number->mark, ==, JX_SHEET_MARK_NONE);
  g_assert_nonnull (strstr (number->hint, "95"));
  write_cell (fixture, sentence->item, JX_FIELD_INDICATOR_VALUE, "优");
  g_assert_cmpint (sentence->mark, ==, JX_SHEET_MARK_NONE);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    JxKind kind;
    guint index;
    JxField field;
    JxField shown;
  } places[] = {
    { JX_KIND_INDICATOR, 3, JX_FIELD_INDICATOR_BASIS, JX_FIELD_INDICATOR_BASIS },
    { JX_KIND_INDICATOR, 2, JX_FIELD_INDICATOR_LEVEL1, JX_FIELD_INDICATOR_LEVEL1 }, /* inside a merged cell */
    { JX_KIND_GOAL, 1, JX_FIELD_GOAL_MARK, JX_FIELD_GOAL_TEXT },
    { JX_KIND_CHECKPOINT, 0, JX_FIELD_CHECKPOINT_PLAN, JX_FIELD_CHECKPOINT_PLAN },
  };
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (GTK_WIDGET (fixture->sheet), GTK_TYPE_VIEWPORT)));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      JxSheetCell *cell;

      g_assert_true (jx_sheet_view_reveal (fixture->sheet, child (fixture, places[i].kind, places[i].index), places[i].field));
      jx_test_frame (fixture->window);
      cell = jx_sheet_view_get_focus_cell (fixture->sheet);
      g_assert_cmpint (cell->field, ==, places[i].shown);
      g_assert_cmpint (cell->box.y, >=, gtk_adjustment_get_value (vertical));
      g_assert_cmpint (cell->box.y, <, gtk_adjustment_get_value (vertical) + gtk_adjustment_get_page_size (vertical));
    }
  g_assert_false (jx_sheet_view_reveal (fixture->sheet, jx_item_get_parent (fixture->project), JX_FIELD_OVERALL_GOAL));
}

/* What makes typing fluent: a key in one cell leaves the measures of all others alone. */
static void
test_typing_measures_one (Fixture *fixture, gconstpointer data)
{
  JxItem *indicator = child (fixture, JX_KIND_INDICATOR, 0);
  JxSheetCell *cell = focus (fixture, indicator, JX_FIELD_INDICATOR_DESCRIPTION);
  JxSheetCell *below = jx_test_cell (fixture->sheet, child (fixture, JX_KIND_INDICATOR, 1), JX_FIELD_INDICATOR_DESCRIPTION);
  int height, y = below->box.y;

  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0);
  jx_test_frame (fixture->window);
  height = cell->box.height;
  jx_test_type (fixture->sheet, "全年清淤的河道公里数，按镇水利站的测量记录计算，含支流和村内沟渠，以验收单上的长度为准");
  for (guint i = 0; i < fixture->sheet->cells->len; i++)
    if (fixture->sheet->cells->pdata[i] != cell)
      g_assert_cmpint (((JxSheetCell *) fixture->sheet->cells->pdata[i])->height, >=, 0);
  jx_test_frame (fixture->window);
  g_assert_cmpint (cell->box.height, >, height);
  g_assert_cmpint (below->box.y - y, ==, cell->box.height - height);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->sheet->editor)), ==, cell->box.height);
}

/* Another's change of the document while one writes takes nothing away. */
static void
test_change_while_editing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *typed = NULL;
  JxItem *first = child (fixture, JX_KIND_INDICATOR, 0);

  focus (fixture, child (fixture, JX_KIND_INDICATOR, 2), JX_FIELD_INDICATOR_VALUE);
  jx_test_key (GTK_WIDGET (fixture->sheet), GDK_KEY_F2, 0);
  jx_test_type (fixture->sheet, "2026年9月");
  g_assert_true (jx_history_do (fixture->history, jx_edit_new_remove (first), "x", NULL));
  typed = jx_sheet_editor_dup_text (fixture->sheet->editor);
  g_assert_cmpstr (typed, ==, "2026年9月");
  g_assert_true (gtk_widget_is_focus (jx_sheet_editor_get_input (fixture->sheet->editor)));

  /* But a cell that is gone is not written to. */
  g_assert_true (jx_history_do (fixture->history, jx_edit_new_remove (fixture->sheet->editing->item), "x", NULL));
  g_assert_null (fixture->sheet->editing);
  g_assert_nonnull (jx_sheet_view_get_focus_cell (fixture->sheet));
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
    { "/app/sheet/shows-every-field", test_shows, 4 },
    { "/app/sheet/edit-is-one-step", test_edit, 4 },
    { "/app/sheet/edit-action", test_edit_action, 4 },
    { "/app/sheet/merged-cell-changes-its-rows", test_merged, 4 },
    { "/app/sheet/escape-reverts", test_escape, 4 },
    { "/app/sheet/error-is-kept", test_error_is_kept, 4 },
    { "/app/sheet/leaving-takes", test_leaving, 4 },
    { "/app/sheet/tab", test_tab, 4 },
    { "/app/sheet/arrows", test_arrows, 4 },
    { "/app/sheet/rows", test_rows, 4 },
    { "/app/sheet/add-row", test_add_row, 4 },
    { "/app/sheet/goals", test_goals, 4 },
    { "/app/sheet/insert-goal", test_insert_goal, 4 },
    { "/app/sheet/no-checkpoints", test_no_checkpoints, 0 },
    { "/app/sheet/delete-clears", test_delete_clears, 4 },
    { "/app/sheet/marks", test_marks, 4 },
    { "/app/sheet/reveal", test_reveal, 4 },
    { "/app/sheet/typing-measures-one-cell", test_typing_measures_one, 4 },
    { "/app/sheet/change-while-editing", test_change_while_editing, 4 },
  };

  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  /* Scrolling is then done at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_checkpoints), set_up, tests[i].run, tear_down);

  g_test_add_func ("/app/sheet/next-group", test_next_group);

  return g_test_run ();
}
