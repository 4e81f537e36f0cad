/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several lines pasted into a list are several items. */
#include <adwaita.h>

#include "app/jx-item-list.h"
#include "app/jx-lines.h"
#include "form/jx-form.h"
#include "jx-test-sheet.h"

static void
test_split (void)
{
  static const struct
  {
    const char *text, *lines; /* apart by | */
  } rows[] = {
    { "", "" },
    { " \n\t\r\n", "" },
    { "汛期前完成清淤。", "汛期前完成清淤。" },
    { "1.汛期前完成清淤。\r\n2. 全年河水畅通。\n", "汛期前完成清淤。|全年河水畅通。" },
    { "（一）加强领导\n\n（二）落实责任", "加强领导|落实责任" },
    { "①甲\n③乙", "甲|乙" },
    { "1.5公里河道清淤\n2026年完成", "1.5公里河道清淤|2026年完成" },
    { "3.\n4.丁", "丁" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) lines = jx_lines_split (rows[i].text);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, rows[i].lines);
    }
}

typedef struct
{
  JxHistory *history;
  JxItem *root;
  JxItem *project;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->history = jx_test_history_new (2, 4);
  fixture->root = jx_document_get_root (jx_history_get_document (fixture->history));
  fixture->project = jx_item_child (fixture->root, JX_KIND_PROJECT, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->history);
}

static void
wait_for (JxItem *owner, JxKind kind, guint count)
{
  while (jx_item_count (owner, kind) != count)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_goal (Fixture *fixture, guint index, const char *text)
{
  g_assert_cmpstr (jx_item_get (jx_item_child (fixture->project, JX_KIND_GOAL, index), JX_FIELD_GOAL_TEXT), ==, text);
}

static void
test_sheet (Fixture *fixture, gconstpointer data)
{
  const JxForm *form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
  JxSheetView *sheet = JX_SHEET_VIEW (jx_sheet_view_new (fixture->history, form, fixture->project));
  JxSheetCell *first, *adder = NULL;

  fixture->window = jx_test_show (GTK_WIDGET (sheet), 760, 480);
  for (guint i = 0; i < sheet->order->len; i++)
    if (((JxSheetCell *) sheet->order->pdata[i])->adds == JX_KIND_GOAL)
      adder = sheet->order->pdata[i];
  g_assert_nonnull (adder);
  jx_sheet_view_edit (sheet, adder, "", 0);
  jx_test_type (sheet, "3.甲\n4.乙\n\n5.丙");
  g_signal_emit_by_name (sheet->editor, "left", JX_SHEET_LEAVE_NEXT);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 5);
  assert_goal (fixture, 2, "甲");
  assert_goal (fixture, 4, "丙");
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpuint (jx_item_count (fixture->project, JX_KIND_GOAL), ==, 2);
  g_assert_false (jx_history_get_can_undo (fixture->history));

  /* Pasted over one of the list: the others follow it. */
  first = jx_test_cell (sheet, jx_item_child (fixture->project, JX_KIND_GOAL, 0), JX_FIELD_GOAL_TEXT);
  jx_sheet_view_focus_cell (sheet, first);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (sheet)), "1. 甲\n2. 乙\n");
  gtk_widget_activate_action (GTK_WIDGET (sheet), "cells.paste", NULL);
  wait_for (fixture->project, JX_KIND_GOAL, 3);
  assert_goal (fixture, 0, "甲");
  assert_goal (fixture, 1, "乙");
  assert_goal (fixture, 2, "全年河水畅通。");
  jx_history_undo (fixture->history, NULL);
  assert_goal (fixture, 0, "汛期前完成主河道清淤。");
  g_assert_false (jx_history_get_can_undo (fixture->history));
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  JxKind kind = GPOINTER_TO_UINT (data);
  JxField field = kind == JX_KIND_MEASURE ? JX_FIELD_MEASURE_TEXT : JX_FIELD_SUB_GOAL_TITLE;
  GtkWidget *list = jx_item_list_new (fixture->history, kind), *input;

  fixture->window = jx_test_show (list, 760, 480);
  g_signal_emit_by_name (gtk_widget_get_last_child (list), "clicked"); /* adds one, blank */
  g_assert_cmpuint (jx_item_count (fixture->root, kind), ==, 1);
  input = find_widget (list, kind == JX_KIND_MEASURE ? GTK_TYPE_TEXT_VIEW : GTK_TYPE_TEXT);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (list), "（一）加强领导\n（二）落实责任\n（三）严格考核");
  g_signal_emit_by_name (input, "paste-clipboard");
  wait_for (fixture->root, kind, 3);
  g_assert_cmpstr (jx_item_get (jx_item_child (fixture->root, kind, 0), field), ==, "加强领导");
  g_assert_cmpstr (jx_item_get (jx_item_child (fixture->root, kind, 2), field), ==, "严格考核");
  jx_history_undo (fixture->history, NULL);
  g_assert_cmpuint (jx_item_count (fixture->root, kind), ==, 1);
  g_assert_null (jx_item_get (jx_item_child (fixture->root, kind, 0), field));
}

int
main (int argc, char **argv)
{
  adw_init (); /* before the tests' own folders, in which there are none of the system's settings */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/app/lines/split", test_split);
  g_test_add ("/app/lines/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/app/lines/measures", Fixture, GUINT_TO_POINTER (JX_KIND_MEASURE), set_up, test_list, tear_down);
  g_test_add ("/app/lines/sub-goals", Fixture, GUINT_TO_POINTER (JX_KIND_SUB_GOAL), set_up, test_list, tear_down);

  return g_test_run ();
}
