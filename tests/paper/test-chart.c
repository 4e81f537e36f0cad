/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "base/jx-error.h"
#include "model/jx-document.h"
#include "model/jx-item-build.h"
#include "paper/jx-chart-private.h"

#include "jx-test.h"

/* A project each: its budget and "month:plan:spending" of its checkpoints. */
static const struct
{
  const char *name;
  const char *budget;
  const char *checkpoints;
} situations[] = {
  { "落后", "13.80", "3:25:3.10 6:50:5.52 10:83: 12:100:" },
  { "按计划", "2.00", "3:25:0.50 6:50:1.00 10:83: 12:100:" },
  { "超前", "6.90", "3:25:2.50 6:50:5.40 10:83: 12:100:" },
  { "超支", "146.05", "3:25:36 6:50:80 10:83:150.5 12:100:182.25" },
  { "未填报", "3.00", "3:25: 6:50: 10:83: 12:100:" },
  { "预算为零", "0", "3:25:0 6:50: 10:83: 12:100:" },
  { "预算为零而有支出", "0", "3:25:0.30 6:50:1.26" },
  { "最大的预算", "1000000000000", "3:25:1234567890.123456 6:50:400000000000 10:83: 12:100:" },
  { "一个检查点", "50", "9:60:10.00" },
  { "逐月", "120", "1:5:4 2:10:9 3:20:22 4:30:33 5:40:35 6:50:42 7:58: 8:66: 9:75: 10:83: 11:90: 12:100:" },
  { "没有检查点", "8.00", "" },
  { "没有预算", NULL, "" },
  { "超出极多", "0.01", "3:25:1000000000000 6:50:" },
  { "没有计划", "8.00", "3::2 6::3.5" },
  { "最小的预算", "0.000003", "3:25:0.000001 12:100:" },
  { "名称很长的项目需要在一行之内截短以免压住后面的进度条和文字说明", "10", "3:25:1 6:50:2" },
};

static void
fill_project (JxDocument *document, guint index)
{
  JxItem *project = jx_item_new (document, JX_KIND_PROJECT);
  g_auto (GStrv) words = g_strsplit (situations[index].checkpoints, " ", -1);

  jx_item_init (project, JX_FIELD_PROJECT_NAME, situations[index].name);
  jx_item_init (project, JX_FIELD_PROJECT_BUDGET, situations[index].budget);
  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", 3);
      JxItem *checkpoint = jx_item_new (document, JX_KIND_CHECKPOINT);

      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_MONTH, parts[0]);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_PLAN, parts[1]);
      jx_item_init (checkpoint, JX_FIELD_CHECKPOINT_SPENT, parts[2]);
      jx_item_append (project, checkpoint);
    }
  jx_item_append (jx_document_get_root (document), project);
}

/* All situations as one department. */
static JxDocument *
make_department (void)
{
  JxDocument *document = jx_document_new ();

  jx_item_init (jx_document_get_root (document), JX_FIELD_YEAR, "2026");
  jx_item_init (jx_document_get_root (document), JX_FIELD_UNIT_NAME, "青禾县云溪镇人民政府");
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    fill_project (document, i);
  jx_document_finish_building (document);

  return document;
}

/* The department and each of its projects. */
static GPtrArray *
list_items (JxDocument *document)
{
  JxItem *root = jx_document_get_root (document);
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_add (items, root);
  for (guint i = 0; i < jx_item_count (root, JX_KIND_PROJECT); i++)
    g_ptr_array_add (items, jx_item_child (root, JX_KIND_PROJECT, i));

  return items;
}

/* Where the ink of @layout is, at @x, @y. */
static JxBox
measure (PangoLayout *layout, double x, double y)
{
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);

  return (JxBox) {
    x + (double) ink.x / PANGO_SCALE, y + (double) ink.y / PANGO_SCALE,
    (double) ink.width / PANGO_SCALE, (double) ink.height / PANGO_SCALE
  };
}

static gboolean
boxes_meet (JxBox a, JxBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static GArray *
collect_boxes (const JxChart *chart, int selected)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (JxBox));

  for (guint i = 0; i < chart->texts->len; i++)
    {
      const JxChartText *text = &g_array_index (chart->texts, JxChartText, i);
      JxBox box = measure (text->layout, text->x, text->y);

      g_array_append_val (boxes, box);
    }
  if (chart->readout_y >= 0)
    {
      JxBox box = measure (selected >= 0 ? g_ptr_array_index (chart->readouts, (guint) selected) : chart->idle, 0, chart->readout_y);

      g_array_append_val (boxes, box);
    }

  return boxes;
}

static void
assert_clear (const JxChart *chart, const char *name)
{
  int n_points = (int) chart->progress->points->len;

  for (int selected = -1; selected < n_points; selected++)
    {
      g_autoptr (GArray) boxes = collect_boxes (chart, selected);

      for (guint i = 0; i < boxes->len; i++)
        {
          const JxBox *one = &g_array_index (boxes, JxBox, i);

          if (one->x < -2 || one->y < -2 || one->x + one->width > chart->width + 2 || one->y + one->height > chart->height + 2)
            g_error ("%s: text %u stands outside the chart of %g × %g: %g, %g, %g × %g", name, i, chart->width, chart->height,
                     one->x, one->y, one->width, one->height);
          for (guint j = 0; j < i; j++)
            if (boxes_meet (*one, g_array_index (boxes, JxBox, j)))
              g_error ("%s: texts %u and %u collide at %g × %g, font %g", name, i, j, chart->width, chart->height, chart->em);
        }
    }
}

static void
test_texts_clear (void)
{
  static const double widths[] = { 240, 320, 480, 900 };
  static const double heights[] = { 0, 260, 420 };
  static const double sizes[] = { 9, 14, 20 };
  g_autoptr (JxDocument) document = make_department ();
  g_autoptr (GPtrArray) items = list_items (document);

  for (guint item = 0; item < items->len; item++)
    for (guint width = 0; width < G_N_ELEMENTS (widths); width++)
      for (guint height = 0; height < G_N_ELEMENTS (heights); height++)
        for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
          {
            g_autoptr (JxChart) chart = jx_chart_new (g_ptr_array_index (items, item), widths[width], heights[height],
                                                      JX_CHART_LIGHT, sizes[size]);

            assert_clear (chart, item > 0 ? situations[item - 1].name : "department");
          }
}

static void
test_time_runs_true (void)
{
  g_autoptr (JxDocument) document = make_department ();
  g_autoptr (JxChart) chart = jx_chart_new (jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, 0), 480, 0, JX_CHART_LIGHT, 14);
  static const int months[] = { 3, 6, 10, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      double x, y;

      jx_chart_get_point (chart, i, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, chart->plot.x + chart->plot.width * months[i] / 12, 0.001);
      g_assert_cmpint (jx_chart_find_point (chart, x + 3, y), ==, i);
    }
  g_assert_cmpint (jx_chart_find_point (chart, chart->plot.x + chart->plot.width / 2, -1), ==, -1);
}

static void
test_scale_holds_everything (void)
{
  g_autoptr (JxDocument) document = make_department ();
  g_autoptr (GPtrArray) items = list_items (document);

  for (guint item = 0; item < items->len; item++)
    {
      g_autoptr (JxChart) chart = jx_chart_new (g_ptr_array_index (items, item), 480, 0, JX_CHART_LIGHT, 14);

      g_assert_cmpfloat (chart->scale_fen, >=, (double) chart->progress->budget_fen);
      for (guint i = 0; i < chart->progress->points->len; i++)
        {
          const JxProgressPoint *point = jx_progress_get_point (chart->progress, i);

          if (point->has_spent)
            g_assert_cmpfloat (chart->scale_fen, >=, (double) point->spent_fen * (1 - 1e-9));
        }
    }
}

static void
test_ranking (void)
{
  g_autoptr (JxDocument) document = make_department ();
  g_autoptr (JxChart) chart = jx_chart_new (jx_document_get_root (document), 640, 0, JX_CHART_LIGHT, 14);
  g_autoptr (JxChart) low = jx_chart_new (jx_document_get_root (document), 640, 330, JX_CHART_LIGHT, 14);
  g_autofree char *words = jx_chart_describe_rank (chart, 0);
  gint64 last = G_MININT64;

  g_assert_cmpuint (jx_chart_count_ranks (chart), ==, 10);
  g_assert_cmpuint (jx_chart_count_ranks (low), <, 10);
  g_assert_cmpstr (jx_item_get (jx_chart_get_rank (chart, 0, NULL, NULL, NULL, NULL), JX_FIELD_PROJECT_NAME), ==, "一个检查点");
  g_assert_nonnull (strstr (words, "20.00 万元 behind (40 points)"));
  for (guint i = 0; i < jx_chart_count_ranks (chart); i++)
    {
      g_autoptr (JxProgress) progress = jx_progress_new (jx_chart_get_rank (chart, i, NULL, NULL, NULL, NULL));

      g_assert_cmpint (progress->gap_share, >=, last);
      last = progress->gap_share;
    }
  /* Who is not shown is no further behind, or entered nothing. */
  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    {
      JxItem *project = jx_item_child (jx_document_get_root (document), JX_KIND_PROJECT, i);
      g_autoptr (JxProgress) progress = jx_progress_new (project);
      gboolean shown = FALSE;

      for (guint k = 0; k < jx_chart_count_ranks (chart); k++)
        shown = shown || jx_chart_get_rank (chart, k, NULL, NULL, NULL, NULL) == project;
      g_assert_true (shown || progress->latest < 0 || progress->gap_share >= last);
    }
}

/* Another size of a chart is the chart of that size, of what the document said when it was made. */
static void
test_another_size (void)
{
  g_autoptr (JxDocument) document = make_department ();
  JxItem *root = jx_document_get_root (document);
  g_autoptr (JxChart) chart = jx_chart_new (root, 640, 0, JX_CHART_LIGHT, 14);
  g_autoptr (JxChart) narrow = jx_chart_new (root, 300, 0, JX_CHART_DARK, 12);
  g_autoptr (JxEdit) edit = jx_edit_new_set (jx_item_child (root, JX_KIND_PROJECT, 0), JX_FIELD_PROJECT_BUDGET, "1");
  g_autoptr (JxEdit) inverse = jx_document_apply (document, edit, NULL);
  g_autoptr (JxChart) again = jx_chart_new_again (chart, 300, 0, JX_CHART_DARK, 12);
  g_autofree char *words = jx_chart_describe (narrow);
  g_autofree char *words_again = NULL;

  g_assert_nonnull (inverse);
  /* What it tells stays with who needs it last. */
  g_clear_pointer (&chart, jx_chart_free);
  words_again = jx_chart_describe (again);
  g_assert_cmpstr (words_again, ==, words);
  g_assert_cmpfloat (jx_chart_get_height (again), ==, jx_chart_get_height (narrow));
  g_assert_cmpuint (jx_chart_count_ranks (again), ==, jx_chart_count_ranks (narrow));
  for (guint i = 0; i < jx_chart_count_ranks (narrow); i++)
    {
      double y, y_again;

      g_assert_true (jx_chart_get_rank (again, i, NULL, &y_again, NULL, NULL) == jx_chart_get_rank (narrow, i, NULL, &y, NULL, NULL));
      g_assert_cmpfloat (y_again, ==, y);
    }
}

static void
test_save (void)
{
  static const char *const suffixes[] = { "svg", "png", "pdf" };
  g_autoptr (JxDocument) document = make_department ();
  g_autofree char *folder = g_dir_make_tmp ("jixiao-chart-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strconcat ("chart.", suffixes[i], NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_length, second_length;

      jx_chart_save (jx_document_get_root (document), path, NULL, &error);
      g_assert_no_error (error);
      first = jx_test_read (path, &first_length);
      /* A date of creation would have another second by then. */
      if (g_str_equal (suffixes[i], "pdf"))
        g_assert_null (g_strstr_len (first, (gssize) first_length, "CreationDate"));
      jx_chart_save (jx_document_get_root (document), path, suffixes[i], &error);
      g_assert_no_error (error);
      second = jx_test_read (path, &second_length);
      g_assert_cmpmem (first, first_length, second, second_length);
      if (g_str_equal (suffixes[i], "svg"))
        g_assert_nonnull (strstr (second, "<title>青禾县云溪镇人民政府"));
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
test_save_refused (void)
{
  g_autoptr (JxDocument) document = make_department ();
  g_autoptr (GError) error = NULL;

  g_assert_false (jx_chart_save (jx_document_get_root (document), "chart.jpeg", NULL, &error));
  g_assert_error (error, JX_ERROR, JX_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (jx_chart_save (jx_document_get_root (document), "/nowhere/at/all/chart.png", NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/chart/texts-clear", test_texts_clear);
  g_test_add_func ("/chart/time-runs-true", test_time_runs_true);
  g_test_add_func ("/chart/scale-holds-everything", test_scale_holds_everything);
  g_test_add_func ("/chart/ranking", test_ranking);
  g_test_add_func ("/chart/another-size", test_another_size);
  g_test_add_func ("/chart/save", test_save);
  g_test_add_func ("/chart/save-refused", test_save_refused);

  return g_test_run ();
}
