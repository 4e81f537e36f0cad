/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By which form a window shows its projects. */
#include "app/jx-preview.h"
#include "app/jx-project-page.h"
#include "app/jx-settings.h"
#include "app/jx-sheet-private.h"
#include "jx-test-window.h"

static JxSheetView *
get_sheet (JxWindow *window)
{
  return JX_SHEET_VIEW (jx_test_get (GTK_WIDGET (jx_window_get_current_page (window)), JX_TYPE_SHEET_VIEW, 0));
}

static void
open_project (JxWindow *window, guint index)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-project", g_variant_new_uint32 (index));
}

/* The first form that is not the one shown. */
static const JxForm *
get_other_form (JxWindow *window)
{
  g_autoptr (GPtrArray) forms = jx_form_choice_list ();

  for (guint i = 0; i < forms->len; i++)
    if (forms->pdata[i] != jx_form_choice_get_form (window->form_choice))
      return forms->pdata[i];

  g_assert_not_reached ();
}

static void
choose (JxWindow *window, const JxForm *form)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "form", g_variant_new_string (jx_form_get_id (form)));
}

static void
test_all_tabs (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  const JxForm *standard = jx_form_choice_get_form (window->form_choice), *other = get_other_form (window);
  g_autoptr (GVariant) state = NULL;
  JxSheetView *first, *second;
  GtkWidget *menu;

  /* Of the department's part there is no choice. */
  g_assert_true (jx_form_is_standard (standard));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (window->form_button)));
  open_project (window, 0);
  first = get_sheet (window);
  open_project (window, 1);
  second = get_sheet (window);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (window->form_button)));

  choose (window, other);
  g_assert_true (first->form == other && second->form == other);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (window->form_label)), ==, jx_form_get_title (other));
  state = g_action_group_get_action_state (G_ACTION_GROUP (window), "form");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, jx_form_get_id (other));

  /* A tab opened later has it too; the key opens the list. */
  open_project (window, 2);
  g_assert_true (get_sheet (window)->form == other);
  jx_test_window_activate (window, "choose-form");
  menu = GTK_WIDGET (gtk_menu_button_get_popover (window->form_button));
  WAIT_FOR (gtk_widget_get_mapped (menu));

  /* Closed it has nothing left for the mouse to be over, and opens again. */
  gtk_menu_button_popdown (window->form_button);
  WAIT_FOR (!gtk_widget_get_realized (menu));
  jx_test_window_activate (window, "choose-form");
  WAIT_FOR (gtk_widget_get_mapped (menu));
}

static void
test_remembered (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  const JxForm *standard = jx_form_choice_get_form (window->form_choice), *other = get_other_form (window);
  g_autoptr (JxFormChoice) same = NULL;
  g_autoptr (JxFormChoice) elsewhere = jx_form_choice_new ("/云溪/别的.jixiao");
  g_autoptr (JxFormChoice) later = NULL;

  open_project (window, 0);
  choose (window, other);
  same = jx_form_choice_new (fixture->path);
  g_assert_true (jx_form_choice_get_form (same) == other);
  g_assert_true (jx_form_choice_get_form (elsewhere) == standard);
  g_assert_false (jx_session_get_modified (window->session));

  /* It goes with the document to another file, and back to the standard form. */
  jx_form_choice_set_path (same, "/云溪/另存.jixiao");
  later = jx_form_choice_new ("/云溪/另存.jixiao");
  g_assert_true (jx_form_choice_get_form (later) == other);
  choose (window, standard);
  g_clear_object (&later);
  later = jx_form_choice_new (fixture->path);
  g_assert_true (jx_form_choice_get_form (later) == standard);
}

/* What was typed and does not fit is not lost with its cell. */
static void
test_draft_holds (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  const JxForm *standard = jx_form_choice_get_form (window->form_choice), *other = get_other_form (window);
  JxItem *project = jx_test_window_project (window, 0);
  JxSheetView *sheet;
  JxSheetCell *cell;

  open_project (window, 0);
  sheet = get_sheet (window);
  cell = jx_sheet_view_find_shown (sheet, project, JX_FIELD_PROJECT_BUDGET);
  jx_sheet_view_edit (sheet, cell, "两万", 0);
  jx_sheet_view_stop_editing (sheet, TRUE);
  g_assert_nonnull (cell->draft);
  open_project (window, 1);
  choose (window, other);
  g_assert_true (sheet->form == standard);
  g_assert_true (jx_window_get_current_item (window) == project);

  jx_sheet_cell_set_draft (cell, NULL, NULL);
  choose (window, other);
  g_assert_true (sheet->form == other);
}

/* What only another form shows is shown by that: found, or taken back. */
static void
test_reveal (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  const JxForm *standard = jx_form_choice_get_form (window->form_choice), *other;
  JxItem *project = jx_test_window_project (window, 0);
  JxSheetView *sheet;

  open_project (window, 0);
  sheet = get_sheet (window);
  jx_window_reveal (window, project, JX_FIELD_PROJECT_NAME);
  g_assert_true (sheet->form == standard);
  jx_window_reveal (window, project, JX_FIELD_PROJECT_RESULT);
  other = sheet->form;
  g_assert_true (other != standard && jx_form_choice_get_form (window->form_choice) == other);
  g_assert_cmpint (jx_sheet_view_get_focus_cell (sheet)->field, ==, JX_FIELD_PROJECT_RESULT);

  /* What this form has too is no reason to go. */
  jx_window_reveal (window, project, JX_FIELD_PROJECT_BUDGET);
  g_assert_true (sheet->form == other);
  jx_window_reveal (window, project, JX_FIELD_PROJECT_PURPOSE);
  g_assert_true (sheet->form == standard);

  choose (window, other);
  jx_sheet_view_set_value (sheet, jx_sheet_view_find_shown (sheet, project, JX_FIELD_PROJECT_RESULT), "已完成。", NULL);
  choose (window, standard);
  jx_test_window_activate (window, "undo");
  g_assert_true (sheet->form == other);
}

/* A colleague's table is seen as it came. */
static void
test_taken_in (Fixture *fixture)
{
  static const char table[] =
    "<html><body><h2>项目支出绩效自评表</h2><table><tr><td>项目名称</td><td colspan=7>河道清淤</td></tr>"
    "<tr><td>主管部门</td><td colspan=3>青禾县水务局</td><td>实施单位</td><td colspan=3>云溪镇人民政府</td></tr>"
    "<tr><td rowspan=2>项目资金（万元）</td><td></td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td><td>分值</td><td>执行率</td><td>得分</td></tr>"
    "<tr><td>年度资金总额</td><td>24.00</td><td>24.00</td><td>23.10</td><td>10</td><td>96.25%</td><td>9.6</td></tr>"
    "<tr><td rowspan=2>年度总体目标</td><td colspan=3>预期目标</td><td colspan=4>实际完成情况</td></tr>"
    "<tr><td colspan=3>1.汛期前完成清淤。</td><td colspan=4>已完成。</td></tr>"
    "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td>"
    "<td>偏差原因分析及改进措施</td></tr>"
    "<tr><td>产出指标</td><td>数量指标</td><td>清淤长度</td><td>≥12公里</td><td>12.4公里</td><td>20</td><td>20</td><td></td></tr>"
    "</table></body></html>";
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "自评.html", NULL);
  JxWindow *window = jx_window_new (fixture->application);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, table, -1, &error);
  g_assert_no_error (error);
  jx_application_open (fixture->application, NULL, path);
  WAIT_FOR (jx_window_get_session (window) != NULL);
  open_project (window, 0);
  g_assert_cmpstr (jx_form_get_id (get_sheet (window)->form), ==, "ministry-self-evaluation");
}

/* The pages begin with what is on the screen, as long as nothing else was chosen for them. */
static void
test_preview (Fixture *fixture)
{
  JxWindow *window = jx_test_window_open (fixture);
  const JxForm *other = get_other_form (window);
  const JxPaperOptions *options;
  GtkStack *stack;

  open_project (window, 1);
  choose (window, other);
  jx_test_window_activate (window, "preview");
  options = jx_paper_choice_get_options (window->paper_choice);
  g_assert_true (options->form == other);
  g_assert_cmpint (options->scope, ==, JX_PAPER_PROJECTS);
  g_assert_cmpuint (options->projects->len, ==, 1);
  g_assert_cmpuint (g_array_index (options->projects, guint, 0), ==, 1);

  stack = GTK_STACK (gtk_widget_get_template_child (window->preview, JX_TYPE_PREVIEW, "stack"));
  WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "pages") == 0);
  gtk_window_destroy (GTK_WINDOW (window->preview));
  WAIT_FOR (window->preview == NULL);
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/window-form/all-tabs", test_all_tabs },
    { "/window-form/remembered", test_remembered },
    { "/window-form/draft-holds", test_draft_holds },
    { "/window-form/reveal", test_reveal },
    { "/window-form/taken-in", test_taken_in },
    { "/window-form/preview", test_preview },
  };

  /* Before the tests' own folders, in which the system's media types are not; icons are known by them. */
  g_free (g_content_type_guess ("drawing.svg", NULL, 0, NULL));

  return jx_test_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
