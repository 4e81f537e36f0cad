/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several cells of the sheet at once: selecting, copying, pasting, filling; one step each. */
#include <adwaita.h>
#include <string.h>

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
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->history = jx_test_history_new (4, 4);
  fixture->project = jx_item_child (jx_document_get_root (jx_history_get_document (fixture->history)), JX_KIND_PROJECT, 0);
  fixture->sheet = JX_SHEET_VIEW (jx_sheet_view_new (fixture->history, form, fixture->project));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->sheet));
  fixture->window = jx_test_show (scroller, 760, 480);
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

static void
focus (Fixture *fixture, guint index, JxField field)
{
  JxSheetCell *cell = jx_sheet_view_find_shown (fixture->sheet, row (fixture, index), field);

  g_assert_nonnull (cell);
  jx_sheet_view_focus_cell (fixture->sheet, cell);
}

static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  return jx_test_key (GTK_WIDGET (fixture->sheet), keyval, state);
}

static guint
count_selected (Fixture *fixture)
{
  guint count = 0;

  for (guint i = 0; i < fixture->sheet->order->len; i++)
    count += ((JxSheetCell *) fixture->sheet->order->pdata[i])->selected;

  return count;
}

static void
assert_range (Fixture *fixture, guint top, guint left, guint bottom, guint right)
{
  JxSheetRange range;
  g_autoptr (JxSheetTable) table = jx_sheet_view_get_range (fixture->sheet, &range, NULL);

  g_assert_nonnull (table);
  g_assert_cmpuint (range.top, ==, top);
  g_assert_cmpuint (range.left, ==, left);
  g_assert_cmpuint (range.bottom, ==, bottom);
  g_assert_cmpuint (range.right, ==, right);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  focus (fixture, 1, JX_FIELD_INDICATOR_DESCRIPTION);
  assert_range (fixture, 1, 3, 1, 3);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_true (press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_range (fixture, 1, 3, 2, 4);
  g_assert_cmpuint (count_selected (fixture), ==, 4);
  g_assert_nonnull (strstr (jx_sheet_view_get_focus_cell (fixture->sheet)->note, "2 × 2"));

  /* Back over where it began. */
  for (guint i = 0; i < 2; i++)
    press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  assert_range (fixture, 0, 3, 1, 4);

  /* Merged cells come as a whole. */
  for (guint i = 0; i < 3; i++)
    press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_range (fixture, 0, 1, 1, 3);
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  assert_range (fixture, 0, 0, 2, 3);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  assert_range (fixture, 0, 0, 3, 3);

  /* Esc drops it, and so do moving on and writing. */
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  g_assert_true (press (fixture, GDK_KEY_a, GDK_CONTROL_MASK));
  assert_range (fixture, 0, 0, 3, 5);
  g_assert_cmpuint (count_selected (fixture), ==, 22);
  press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  press (fixture, GDK_KEY_End, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_selected (fixture), >, 1);
  press (fixture, GDK_KEY_F2, 0);
  g_assert_nonnull (fixture->sheet->editing);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
}

static void
test_only_in_tables (Fixture *fixture, gconstpointer data)
{
  jx_sheet_view_focus_cell (fixture->sheet, jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_BUDGET));
  g_assert_false (press (fixture, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_false (press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_false (jx_sheet_view_extend_to (fixture->sheet, jx_test_cell (fixture->sheet, row (fixture, 0), JX_FIELD_INDICATOR_VALUE)));
  g_assert_cmpuint (count_selected (fixture), ==, 0);
}

/* From the live editor, as by Shift and a click: what was typed is taken first. */
static void
test_extend_from_editor (Fixture *fixture, gconstpointer data)
{
  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_F2, 0);
  jx_test_type (fixture->sheet, "≥15公里");
  g_assert_true (jx_sheet_view_extend_to (fixture->sheet, jx_test_cell (fixture->sheet, row (fixture, 2), JX_FIELD_INDICATOR_BASIS)));
  g_assert_null (fixture->sheet->editing);
  g_assert_cmpstr (jx_item_get (row (fixture, 0), JX_FIELD_INDICATOR_VALUE), ==, "≥15公里");
  assert_range (fixture, 0, 4, 2, 5);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static char *
dup_clipboard_text (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet));
  g_autoptr (GAsyncResult) result = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return gdk_clipboard_read_text_finish (clipboard, result, NULL);
}

static void
paste (Fixture *fixture)
{
  g_assert_true (press (fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  while (fixture->sheet->pasting)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_clipboard (Fixture *fixture, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet)), text);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->sheet));
  g_autofree char *text = NULL;

  focus (fixture, 0, JX_FIELD_INDICATOR_LEVEL1);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (press (fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  text = dup_clipboard_text (fixture);
  g_assert_cmpstr (text, ==, "产出指标\t数量指标\n产出指标\t质量指标\n产出指标\t时效指标\n");
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static void
test_copy_and_paste (Fixture *fixture, gconstpointer data)
{
  JxField fields[] = { JX_FIELD_INDICATOR_LEVEL1, JX_FIELD_INDICATOR_LEVEL2, JX_FIELD_INDICATOR_LEVEL3, JX_FIELD_INDICATOR_DESCRIPTION,
                       JX_FIELD_INDICATOR_VALUE, JX_FIELD_INDICATOR_BASIS };

  /* All of the table from its last row on: three rows are new. */
  jx_history_set (fixture->history, row (fixture, 1), JX_FIELD_INDICATOR_DESCRIPTION, "第一行\n“第二行” <三>", NULL);
  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  focus (fixture, 3, JX_FIELD_INDICATOR_LEVEL1);
  paste (fixture);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 7);
  for (guint i = 0; i < 3; i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      g_assert_cmpstr (jx_item_get (row (fixture, 3 + i), fields[f]), ==, jx_item_get (row (fixture, i), fields[f]));
  g_assert_cmpstr (jx_item_get (row (fixture, 6), JX_FIELD_INDICATOR_LEVEL3), ==, "沿河环境");
  /* The groups are one with those above now, and so is what is selected. */
  assert_range (fixture, 0, 0, 6, 5);
  g_assert_cmpstr (jx_history_get_undo_name (fixture->history), ==, "Paste 4 × 6 cells");

  jx_history_undo (fixture->history, NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 4);
  g_assert_cmpstr (jx_item_get (row (fixture, 3), JX_FIELD_INDICATOR_LEVEL3), ==, "沿河环境");
  g_assert_cmpuint (count_selected (fixture), ==, 0);
}

static void
test_paste_text (Fixture *fixture, gconstpointer data)
{
  set_clipboard (fixture, "≥1个\t一\r\n≥2个\t二\r\n");
  focus (fixture, 3, JX_FIELD_INDICATOR_VALUE);
  paste (fixture);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 5);
  g_assert_cmpstr (jx_item_get (row (fixture, 3), JX_FIELD_INDICATOR_VALUE), ==, "≥1个");
  g_assert_cmpstr (jx_item_get (row (fixture, 4), JX_FIELD_INDICATOR_BASIS), ==, "二");
  /* A new row belongs to the groups of the row before. */
  g_assert_cmpstr (jx_item_get (row (fixture, 4), JX_FIELD_INDICATOR_LEVEL2), ==, "社会效益指标");

  /* One value fills a range. */
  set_clipboard (fixture, "其他标准");
  focus (fixture, 0, JX_FIELD_INDICATOR_BASIS);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  paste (fixture);
  g_assert_cmpstr (jx_item_get (row (fixture, 0), JX_FIELD_INDICATOR_BASIS), ==, "其他标准");
  g_assert_cmpstr (jx_item_get (row (fixture, 1), JX_FIELD_INDICATOR_BASIS), ==, "其他标准");
  g_assert_cmpstr (jx_item_get (row (fixture, 2), JX_FIELD_INDICATOR_BASIS), ==, "计划标准");

  jx_history_undo (fixture->history, NULL);
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

/* All or nothing, and it is said. */
static void
test_paste_misfit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) long_text = g_string_new ("好\t");

  set_clipboard (fixture, "a\tb\tc\n");
  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  paste (fixture);
  g_assert_nonnull (strstr (fixture->sheet->notice, "3 columns"));
  g_assert_true (gtk_widget_get_visible (fixture->sheet->bubble));
  g_assert_false (jx_history_get_can_undo (fixture->history));

  /* Blank columns beside the table are no fault. */
  set_clipboard (fixture, "≥13公里\t计划标准\t\t\n");
  paste (fixture);
  g_assert_null (fixture->sheet->notice);
  g_assert_cmpstr (jx_item_get (row (fixture, 0), JX_FIELD_INDICATOR_VALUE), ==, "≥13公里");
  jx_history_undo (fixture->history, NULL);

  for (guint i = 0; i <= jx_field_get_info (JX_FIELD_INDICATOR_BASIS)->max_characters; i++)
    g_string_append_unichar (long_text, 0x957f);
  set_clipboard (fixture, long_text->str);
  paste (fixture);
  g_assert_nonnull (strstr (fixture->sheet->notice, "row 1"));
  g_assert_false (jx_history_get_can_undo (fixture->history));

  /* It is said until the focus goes on. */
  press (fixture, GDK_KEY_Down, 0);
  g_assert_null (fixture->sheet->notice);
}

static void
test_paste_elsewhere (Fixture *fixture, gconstpointer data)
{
  jx_sheet_view_focus_cell (fixture->sheet, jx_test_cell (fixture->sheet, fixture->project, JX_FIELD_PROJECT_BUDGET));
  set_clipboard (fixture, "1,234.50\n");
  paste (fixture);
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_BUDGET), ==, "1234.50");
  set_clipboard (fixture, "一个数");
  paste (fixture);
  g_assert_nonnull (strstr (fixture->sheet->notice, "一个数"));
  g_assert_cmpstr (jx_item_get (fixture->project, JX_FIELD_PROJECT_BUDGET), ==, "1234.50");
}

static void
test_clear_and_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  g_assert_null (jx_item_get (row (fixture, 0), JX_FIELD_INDICATOR_VALUE));
  g_assert_null (jx_item_get (row (fixture, 1), JX_FIELD_INDICATOR_BASIS));
  g_assert_nonnull (jx_item_get (row (fixture, 2), JX_FIELD_INDICATOR_BASIS));
  g_assert_cmpstr (jx_history_get_undo_name (fixture->history), ==, "Clear 2 × 2 cells");
  jx_history_undo (fixture->history, NULL);

  focus (fixture, 1, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (press (fixture, GDK_KEY_x, GDK_CONTROL_MASK));
  text = dup_clipboard_text (fixture);
  g_assert_cmpstr (text, ==, "≥95%\t行业标准\n");
  g_assert_null (jx_item_get (row (fixture, 1), JX_FIELD_INDICATOR_BASIS));
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static void
test_fill_down (Fixture *fixture, gconstpointer data)
{
  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_true (press (fixture, GDK_KEY_d, GDK_CONTROL_MASK));
  for (guint i = 1; i < 4; i++)
    {
      g_assert_cmpstr (jx_item_get (row (fixture, i), JX_FIELD_INDICATOR_VALUE), ==, "≥12公里");
      g_assert_cmpstr (jx_item_get (row (fixture, i), JX_FIELD_INDICATOR_BASIS), ==, "计划标准");
    }
  jx_history_undo (fixture->history, NULL);

  /* One cell takes what stands above it; the first has nothing above. */
  focus (fixture, 1, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_cmpstr (jx_item_get (row (fixture, 1), JX_FIELD_INDICATOR_VALUE), ==, "≥12公里");
  jx_history_undo (fixture->history, NULL);
  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static double
middle_of (Fixture *fixture, guint index)
{
  const JxSheetCell *cell = jx_sheet_view_find_shown (fixture->sheet, row (fixture, index), JX_FIELD_INDICATOR_VALUE);

  return cell->box.y + cell->box.height / 2.0;
}

/* By its handle a row, or several, are dragged to where they shall stand. */
static void
test_drag_rows (Fixture *fixture, gconstpointer data)
{
  JxItem *rows[4], *goal = jx_item_child (fixture->project, JX_KIND_GOAL, 0);
  JxSheetCell *second;

  for (guint i = 0; i < 4; i++)
    rows[i] = row (fixture, i);

  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  jx_sheet_view_drag_to (fixture->sheet, middle_of (fixture, 2) + 3);
  jx_test_frame (fixture->window);
  jx_sheet_view_drop_rows (fixture->sheet);
  g_assert_true (row (fixture, 0) == rows[1] && row (fixture, 1) == rows[2] && row (fixture, 2) == rows[0] && row (fixture, 3) == rows[3]);
  jx_test_frame (fixture->window);
  g_assert_true (fixture->sheet->current->item == rows[0]);
  /* Merged cells follow. */
  g_assert_cmpuint (jx_sheet_view_find_shown (fixture->sheet, rows[0], JX_FIELD_INDICATOR_LEVEL1)->merged->len, ==, 3);
  g_assert_true (jx_sheet_view_find_shown (fixture->sheet, rows[0], JX_FIELD_INDICATOR_LEVEL1)->item == rows[1]);
  jx_history_undo (fixture->history, NULL);
  g_assert_true (row (fixture, 0) == rows[0]);
  g_assert_false (jx_history_get_can_undo (fixture->history));
  jx_test_frame (fixture->window);

  /* Over itself nothing happens; Escape gives up. */
  focus (fixture, 1, JX_FIELD_INDICATOR_VALUE);
  jx_sheet_view_drag_to (fixture->sheet, middle_of (fixture, 1) + 3);
  jx_sheet_view_drop_rows (fixture->sheet);
  jx_sheet_view_drag_to (fixture->sheet, middle_of (fixture, 3) + 3);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  jx_sheet_view_drop_rows (fixture->sheet);
  g_assert_false (jx_history_get_can_undo (fixture->history));

  /* Two at once, upwards. */
  focus (fixture, 2, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  jx_sheet_view_drag_to (fixture->sheet, 0);
  jx_sheet_view_drop_rows (fixture->sheet);
  g_assert_true (row (fixture, 0) == rows[2] && row (fixture, 1) == rows[3] && row (fixture, 2) == rows[0] && row (fixture, 3) == rows[1]);
  assert_range (fixture, 0, 4, 1, 4);
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));
  jx_test_frame (fixture->window);

  /* The lines of a list too. */
  second = jx_test_cell (fixture->sheet, jx_item_child (fixture->project, JX_KIND_GOAL, 1), JX_FIELD_GOAL_TEXT);
  jx_sheet_view_focus_cell (fixture->sheet, jx_test_cell (fixture->sheet, goal, JX_FIELD_GOAL_TEXT));
  jx_sheet_view_drag_to (fixture->sheet, second->box.y + second->box.height - 1);
  jx_sheet_view_drop_rows (fixture->sheet);
  g_assert_true (jx_item_child (fixture->project, JX_KIND_GOAL, 1) == goal);
}

/* All rows a range reaches into, in one step. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  JxItem *rows[4];

  for (guint i = 0; i < 4; i++)
    rows[i] = row (fixture, i);
  focus (fixture, 1, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.move-up", NULL);
  g_assert_true (row (fixture, 0) == rows[1] && row (fixture, 1) == rows[2] && row (fixture, 2) == rows[0]);
  assert_range (fixture, 0, 4, 1, 4);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.move-up", NULL);
  g_assert_true (row (fixture, 0) == rows[1]);
  for (guint i = 0; i < 3; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.move-down", NULL);
  g_assert_true (row (fixture, 0) == rows[0] && row (fixture, 1) == rows[3] && row (fixture, 2) == rows[1] && row (fixture, 3) == rows[2]);
  for (guint i = 0; i < 3; i++)
    jx_history_undo (fixture->history, NULL);
  for (guint i = 0; i < 4; i++)
    g_assert_true (row (fixture, i) == rows[i]);
  g_assert_false (jx_history_get_can_undo (fixture->history));

  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.duplicate", NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 6);
  g_assert_cmpstr (jx_item_get (row (fixture, 3), JX_FIELD_INDICATOR_LEVEL3), ==, "清淤验收合格率");
  g_assert_cmpstr (jx_item_get (row (fixture, 4), JX_FIELD_INDICATOR_VALUE), ==, "2026年10月31日");
  g_assert_true (row (fixture, 5) == rows[3]);
  g_assert_true (jx_sheet_view_get_focus_cell (fixture->sheet)->item == row (fixture, 3));
  g_assert_cmpstr (jx_history_get_undo_name (fixture->history), ==, "Duplicate 2 rows");
  jx_history_undo (fixture->history, NULL);

  focus (fixture, 1, JX_FIELD_INDICATOR_VALUE);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.delete", NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_INDICATOR), ==, 2);
  g_assert_true (row (fixture, 1) == rows[3]);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  g_assert_nonnull (jx_sheet_view_get_focus_cell (fixture->sheet));
  jx_history_undo (fixture->history, NULL);
  g_assert_false (jx_history_get_can_undo (fixture->history));

  /* A single one is told by its name. */
  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.duplicate", NULL);
  g_assert_nonnull (strstr (jx_history_get_undo_name (fixture->history), jx_kind_get_label (JX_KIND_INDICATOR)));
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  static const char *groups[][2] = {
    { "效益", "社会效益" }, { "自定", "别的" }, { NULL, NULL }, { "产出指标", "时效指标" }, { "产出", "自定" }, { "产出指标", "数量" },
  };
  static const guint expected[] = { 5, 3, 4, 0, 1, 2 };
  JxItem *rows[G_N_ELEMENTS (groups)];
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (i >= 4)
        gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.insert-below", NULL);
      else
        focus (fixture, 3, JX_FIELD_INDICATOR_VALUE);
      rows[i] = NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      rows[i] = row (fixture, i);
      jx_edit_add (group, jx_edit_new_set (rows[i], JX_FIELD_INDICATOR_LEVEL1, groups[i][0]));
      jx_edit_add (group, jx_edit_new_set (rows[i], JX_FIELD_INDICATOR_LEVEL2, groups[i][1]));
    }
  g_assert_true (jx_history_do (fixture->history, group, "x", NULL));

  focus (fixture, 0, JX_FIELD_INDICATOR_VALUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.sort", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_true (row (fixture, i) == rows[expected[i]]);
  g_assert_cmpstr (jx_history_get_undo_name (fixture->history), ==, "Sort in official order");
  gtk_widget_activate_action (GTK_WIDGET (fixture->sheet), "row.sort", NULL);
  g_assert_nonnull (fixture->sheet->notice);
  jx_history_undo (fixture->history, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_true (row (fixture, i) == rows[i]);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/app/sheet-range/select", test_select },
    { "/app/sheet-range/only-in-tables", test_only_in_tables },
    { "/app/sheet-range/extend-from-editor", test_extend_from_editor },
    { "/app/sheet-range/copy", test_copy },
    { "/app/sheet-range/copy-and-paste", test_copy_and_paste },
    { "/app/sheet-range/paste-text", test_paste_text },
    { "/app/sheet-range/paste-misfit", test_paste_misfit },
    { "/app/sheet-range/paste-elsewhere", test_paste_elsewhere },
    { "/app/sheet-range/clear-and-cut", test_clear_and_cut },
    { "/app/sheet-range/fill-down", test_fill_down },
    { "/app/sheet-range/rows", test_rows },
    { "/app/sheet-range/drag-rows", test_drag_rows },
    { "/app/sheet-range/official-order", test_sort },
  };

  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
