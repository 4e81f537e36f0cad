/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-bench-tab [INDICATORS]: opens the page of a project with so many indicators (200) in a window
 * that stands, then types a character into one of its cells. Prints the milliseconds from the start
 * of making the page to its first frame painted, and the milliseconds of our own work (processor
 * time) for a key. */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "app/jx-project-page.h"
#include "app/jx-sheet-private.h"
#include "model/jx-item-build.h"

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  gboolean painted = FALSE;
  gulong id = g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (window), GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), id);
}

/* Lets the window come to rest, so that only what follows is measured. */
static void
wait_for_rest (GtkWidget *window)
{
  for (guint i = 0; i < 20; i++)
    wait_for_frame (window);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
init_indicator (JxItem *indicator, guint i)
{
  static const char *values[][6] = {
    { "产出指标", "数量指标", "养护道路里程", "全年养护的村道公里数，按道路台账计算", "≥86公里", "计划标准" },
    { "产出指标", "质量指标", "养护合格率", "抽查合格的路段占全部抽查路段的比率", "≥95%", "行业标准" },
    { "产出指标", "时效指标", "完工时间", "全部养护任务完成的时间", "2026年11月30日前", "计划标准" },
    { "效益指标", "社会效益指标", "出行条件", "村民出行条件比上年的变化", "有效提升", "其他" },
  };
  JxField fields[] = { JX_FIELD_INDICATOR_LEVEL1, JX_FIELD_INDICATOR_LEVEL2, JX_FIELD_INDICATOR_LEVEL3,
                       JX_FIELD_INDICATOR_DESCRIPTION, JX_FIELD_INDICATOR_VALUE, JX_FIELD_INDICATOR_BASIS };

  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      /* Like a real project's: no two rows alike in their words. */
      g_autofree char *value = f == 2 || f == 3 ? g_strdup_printf ("%s（第%u片）", values[i % 4][f], i + 1) : g_strdup (values[i % 4][f]);

      jx_item_init (indicator, fields[f], value);
    }
}

static JxHistory *
make_history (guint n_indicators)
{
  static const char *months[] = { "3", "6", "10", "12" }, *percents[] = { "25", "50", "83", "100" };
  g_autoptr (JxDocument) document = jx_document_new ();
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);

  jx_item_init (project, JX_FIELD_PROJECT_NAME, "农村公路养护");
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, "120.00");
  jx_item_init (project, JX_FIELD_PROJECT_FISCAL, "120.00");
  jx_item_append (jx_document_get_root (document), project);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      JxItem *checkpoint = jx_item_new (document, JX_KIND_CHECKPOINT);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, months[i]);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, percents[i]);
      jx_item_append (project, checkpoint);
    }
  for (guint i = 0; i < n_indicators; i++)
    {
      JxItem *indicator = jx_item_new (document, JX_KIND_INDICATOR);

      init_indicator (indicator, i);
      jx_item_append (project, indicator);
    }
  jx_document_finish_building (document);

  return jx_history_new (document);
}

static GtkWidget *
find_sheet (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = JX_IS_SHEET_VIEW (child) ? child : find_sheet (child);

      if (found)
        return found;
    }

  return NULL;
}

static double
get_processor_ms (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);

  return spent.tv_sec * 1e3 + spent.tv_nsec / 1e6;
}

static double
measure_key (GtkWidget *window, JxSheetView *sheet, JxItem *indicator)
{
  GtkTextBuffer *buffer;
  double begin;

  jx_sheet_view_reveal (sheet, indicator, JX_FIELD_INDICATOR_LEVEL3);
  jx_sheet_view_edit (sheet, sheet->current, NULL, 0);
  wait_for_rest (window);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (jx_sheet_editor_get_input (sheet->editor)));

  begin = get_processor_ms ();
  gtk_text_buffer_insert_at_cursor (buffer, "路", -1);
  wait_for_frame (window);

  return get_processor_ms () - begin;
}

int
main (int argc, char **argv)
{
  guint n_indicators = argc > 1 ? strtoul (argv[1], NULL, 10) : 200;
  g_autoptr (JxHistory) history = NULL;
  g_autoptr (GtkCssProvider) style = NULL;
  g_autoptr (JxFormChoice) forms = jx_form_choice_new (NULL);
  GtkWidget *window, *page;
  JxItem *project;
  double open, key;
  gint64 begin;

  adw_init ();
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/jixiao/Jixiao/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  history = make_history (n_indicators);
  project = jx_item_child (jx_document_get_root (jx_history_get_document (history)), JX_KIND_PROJECT, 0);

  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1106, 680);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("农村公路养护"));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_rest (window);

  if (argc > 2)
    jx_form_choice_set_form (forms, jx_form_set_find (jx_form_set_get_default (), argv[2], JX_KIND_PROJECT));
  begin = g_get_monotonic_time ();
  page = jx_project_page_new (history, project, forms);
  gtk_window_set_child (GTK_WINDOW (window), page);
  wait_for_frame (window);
  open = (g_get_monotonic_time () - begin) / 1000.0;

  key = measure_key (window, JX_SHEET_VIEW (find_sheet (page)), jx_item_child (project, JX_KIND_INDICATOR, n_indicators / 2));
  g_print ("%.1f %.1f\n", open, key);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
