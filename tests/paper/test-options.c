/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on paper: scope, form, page set-up. */
#include "base/jx-error.h"
#include "jx-paper-test.h"
#include "jx-test.h"
#include "model/jx-item-build.h"

static void
choose (JxPaperOptions *options, guint place)
{
  options->scope = JX_PAPER_PROJECTS;
  g_array_append_val (options->projects, place);
}

static const JxForm *
find_form (const char *id, JxKind kind)
{
  return jx_form_set_find (jx_form_set_get_default (), id, kind);
}

static void
test_scopes (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (3, 6);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autoptr (JxPaper) overview = NULL;
  g_autoptr (JxPaper) tables = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *third, *first;

  options->scope = JX_PAPER_OVERVIEW;
  overview = jx_paper_test_pages (document, options);
  g_assert_cmpuint (jx_paper_count_pages (overview), ==, 1);

  options->scope = JX_PAPER_WHOLE;
  options->form = find_form (NULL, JX_KIND_PROJECT);
  tables = jx_paper_test_pages (document, options);
  g_assert_cmpuint (jx_paper_count_pages (tables), ==, 3);

  /* In the order chosen, each with its own number. */
  choose (options, 2);
  choose (options, 0);
  path = jx_paper_test_save (document, options, "chosen.pdf");
  text = jx_paper_test_run ("pdftotext -raw @ -", path);
  third = strstr (text, "3.第3段村级道路养护绩效目标表");
  first = strstr (text, "1.第1段村级道路养护绩效目标表");
  g_assert_true (third != NULL && first > third);
  g_assert_null (strstr (text, "2.第2段"));
  g_assert_null (strstr (text, "目　录"));
}

static void
test_title (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 6);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;

  choose (options, 1);
  path = jx_paper_test_save (document, options, "one.pdf");
  info = jx_paper_test_run ("pdfinfo @", path);
  g_assert_nonnull (strstr (info, "2.第2段村级道路养护绩效目标表"));
  g_assert_nonnull (strstr (info, "Pages:           1\n"));
}

/* A chart that would show nothing is no chart. */
static void
test_charts (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 3);
  JxItem *blank = jx_item_new (document, JX_KIND_PROJECT);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *charts[2];

  jx_item_init (blank, JX_FIELD_PROJECT_NAME, "尚无预算");
  jx_item_append (jx_document_get_root (document), blank);
  options->form = find_form (NULL, JX_KIND_PROJECT);
  options->with_charts = TRUE;
  path = jx_paper_test_save (document, options, "charts.pdf");
  text = jx_paper_test_run ("pdftotext -raw @ -", path);
  charts[0] = strstr (text, "支出与计划");
  charts[1] = charts[0] != NULL ? strstr (charts[0] + 1, "支出与计划") : NULL;
  g_assert_nonnull (charts[1]);
  g_assert_null (strstr (charts[1] + 1, "支出与计划"));
  g_assert_nonnull (strstr (text, "尚无预算绩效目标表"));
}

static void
test_refused (void)
{
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 6);
  g_autoptr (JxDocument) blank = jx_paper_test_document (0, 0);
  const JxForm *table = find_form (NULL, JX_KIND_PROJECT);
  const struct
  {
    JxPaperScope scope;
    const JxForm *form;
    int place; /* -1: none chosen */
    gboolean blank;
    JxPaperSetup setup;
    JxError code;
  } cases[] = {
    { JX_PAPER_PROJECTS, NULL, -1, FALSE, { 0 }, JX_ERROR_NOT_FOUND },
    { JX_PAPER_PROJECTS, NULL, 2, FALSE, { 0 }, JX_ERROR_NOT_FOUND },
    { JX_PAPER_PROJECTS, find_form (NULL, JX_KIND_DOCUMENT), 0, FALSE, { 0 }, JX_ERROR_USAGE },
    { JX_PAPER_OVERVIEW, table, -1, FALSE, { 0 }, JX_ERROR_USAGE },
    { JX_PAPER_WHOLE, table, -1, TRUE, { 0 }, JX_ERROR_NOT_FOUND },
    { JX_PAPER_WHOLE, NULL, -1, FALSE, { .own_margins = TRUE, .left_mm = 80, .right_mm = 80 }, JX_ERROR_VALUE },
    { JX_PAPER_WHOLE, NULL, -1, FALSE, { .own_margins = TRUE, .left_mm = -1 }, JX_ERROR_VALUE },
    { JX_PAPER_WHOLE, NULL, -1, FALSE, { .width_mm = 50, .height_mm = 297 }, JX_ERROR_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
      g_autoptr (GError) error = NULL;

      options->scope = cases[i].scope;
      options->form = cases[i].form;
      options->setup = cases[i].setup;
      if (cases[i].place >= 0)
        choose (options, (guint) cases[i].place);
      g_assert_false (jx_paper_options_check (options, cases[i].blank ? blank : document, &error));
      g_test_message ("%u: %s", i, error->message);
      g_assert_error (error, JX_ERROR, (int) cases[i].code);
    }
}

static void
test_setup (void)
{
  static const struct
  {
    JxPaperSetup setup;
    double width_mm, height_mm;
  } cases[] = {
    { { 0 }, 210, 297 },
    { { .turn = JX_PAPER_TURN_LANDSCAPE }, 297, 210 },
    { { .width_mm = 297, .height_mm = 420 }, 297, 420 },
    { { .width_mm = 148, .height_mm = 210, .turn = JX_PAPER_TURN_LANDSCAPE, .own_margins = TRUE,
        .top_mm = 15, .right_mm = 12, .bottom_mm = 15, .left_mm = 12 }, 210, 148 },
  };
  g_autoptr (JxDocument) document = jx_paper_test_document (1, 12);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
      g_autoptr (JxPaper) paper = NULL;
      double width, height;

      options->setup = cases[i].setup;
      paper = jx_paper_test_pages (document, options);
      for (guint page = 0; page < jx_paper_count_pages (paper); page++)
        {
          jx_paper_get_page_size (paper, page, &width, &height);
          g_assert_cmpfloat_with_epsilon (width, cases[i].width_mm * 72 / 25.4, 0.01);
          g_assert_cmpfloat_with_epsilon (height, cases[i].height_mm * 72 / 25.4, 0.01);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/paper/options/scopes", test_scopes);
  g_test_add_func ("/paper/options/title", test_title);
  g_test_add_func ("/paper/options/charts", test_charts);
  g_test_add_func ("/paper/options/refused", test_refused);
  g_test_add_func ("/paper/options/setup", test_setup);

  return g_test_run ();
}
