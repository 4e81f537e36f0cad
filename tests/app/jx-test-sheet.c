/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-test-sheet.h"

#include "model/jx-item-build.h"

static JxItem *
add (JxDocument *document, JxItem *parent, JxKind kind, ...)
{
  JxItem *item = jx_item_new (document, kind);
  va_list values;
  int field;

  va_start (values, kind);
  while ((field = va_arg (values, int)) != JX_FIELD_NONE)
    jx_item_init (item, field, va_arg (values, const char *));
  va_end (values);
  jx_item_append (parent, item);

  return item;
}

static void
add_indicators (JxDocument *document, JxItem *project, guint n_indicators)
{
  static const char *rows[][6] = {
    { "产出指标", "数量指标", "清淤河道长度", "全年清淤的河道公里数", "≥12公里", "计划标准" },
    { "产出指标", "质量指标", "清淤验收合格率", "验收合格的河段占全部河段的比率", "≥95%", "行业标准" },
    { "产出指标", "时效指标", "完工时间", "全部河段清淤完工的时间", "2026年10月31日", "计划标准" },
    { "效益指标", "社会效益指标", "沿河环境", "沿河村民生活环境的改善", "让人觉得比去年好一些", "其他" },
  };

  for (guint i = 0; i < n_indicators; i++)
    {
      const char **row = rows[n_indicators > G_N_ELEMENTS (rows) ? i * G_N_ELEMENTS (rows) / n_indicators : i];

      add (document, project, JX_KIND_INDICATOR, JX_FIELD_INDICATOR_LEVEL1, row[0], JX_FIELD_INDICATOR_LEVEL2, row[1],
           JX_FIELD_INDICATOR_LEVEL3, row[2], JX_FIELD_INDICATOR_DESCRIPTION, row[3], JX_FIELD_INDICATOR_VALUE, row[4],
           JX_FIELD_INDICATOR_BASIS, row[5], JX_FIELD_NONE);
    }
}

JxHistory *
jx_test_history_new (guint n_indicators, guint n_checkpoints)
{
  static const char *months[] = { "3", "6", "10", "12" };
  static const char *percents[] = { "25", "50", "83", "100" };
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *root = jx_document_get_root (document), *project;

  jx_item_init (root, JX_FIELD_YEAR, "2026");
  jx_item_init (root, JX_FIELD_UNIT_CODE, "358002");
  jx_item_init (root, JX_FIELD_UNIT_NAME, "青禾县云溪镇人民政府");
  project = add (document, root, JX_KIND_PROJECT, JX_FIELD_PROJECT_CODE, "33010026P0001", JX_FIELD_PROJECT_NAME, "河道清淤",
                 JX_FIELD_PROJECT_BUDGET, "24.00", JX_FIELD_PROJECT_FISCAL, "20.00", JX_FIELD_PROJECT_OTHER, "4.00",
                 JX_FIELD_PROJECT_PURPOSE, "清理镇域内主要河道的淤泥。", JX_FIELD_NONE);
  for (guint i = 0; i < n_checkpoints; i++)
    add (document, project, JX_KIND_CHECKPOINT, JX_FIELD_CHECKPOINT_MONTH, months[i], JX_FIELD_CHECKPOINT_PLAN, percents[i], JX_FIELD_NONE);
  add (document, project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, "汛期前完成主河道清淤。", JX_FIELD_NONE);
  add (document, project, JX_KIND_GOAL, JX_FIELD_GOAL_TEXT, "全年河水畅通。", JX_FIELD_NONE);
  add_indicators (document, project, n_indicators);
  jx_document_finish_building (document);

  return jx_history_new (document);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

void
jx_test_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

GtkWidget *
jx_test_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  jx_test_frame (window);

  return window;
}

JxSheetCell *
jx_test_cell (JxSheetView *sheet, JxItem *item, JxField field)
{
  JxSheetCell *found = NULL;

  for (guint i = 0; i < sheet->order->len; i++)
    {
      JxSheetCell *cell = sheet->order->pdata[i];

      if (cell->item == item && cell->field == field)
        found = cell;
    }

  return found;
}

gboolean
jx_test_key (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
    }

  return taken;
}

void
jx_test_type (JxSheetView *sheet, const char *text)
{
  GtkWidget *input = jx_sheet_editor_get_input (sheet->editor);

  g_assert_nonnull (sheet->editing);
  if (GTK_IS_TEXT_VIEW (input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (input), text);
}
