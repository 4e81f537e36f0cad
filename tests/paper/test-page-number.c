/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page numbers stand at the foot of the bound book, at its outer edge: below upright pages, and at the
 * left edge of those that lie across and are turned for it. */
#include "jx-paper-test.h"

#define MARGIN_MM 30.0
#define MARGIN_PT (MARGIN_MM * 72 / 25.4)
/* From the page's edge to the middle of the outer dash: the margin, a character left free, half the dash. */
#define DASH_PT (MARGIN_PT + 14 + 7)
#define SLACK_PT 2.0

typedef struct
{
  const char *name;
  JxPaperSetup setup;
  gboolean turned;
} Case;

#define PAPER(width, height, turn) { width, height, turn, TRUE, MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM }

static const Case cases[] = {
  { "upright", PAPER (210, 297, JX_PAPER_TURN_PORTRAIT), FALSE },
  { "across", PAPER (210, 297, JX_PAPER_TURN_LANDSCAPE), TRUE },
  { "small-across", PAPER (182, 257, JX_PAPER_TURN_LANDSCAPE), TRUE },
  { "folded", PAPER (297, 420, JX_PAPER_TURN_LANDSCAPE), FALSE },
};

/* The middle of a dash in what pdftotext says of a word. */
static void
read_middle (GMatchInfo *match, double *x, double *y)
{
  double edges[4];

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *edge = g_match_info_fetch (match, i + 1);

      edges[i] = g_ascii_strtod (edge, NULL);
    }
  *x = (edges[0] + edges[2]) / 2;
  *y = (edges[1] + edges[3]) / 2;
}

/* The dashes on both sides of a page's number: @x, @y of each. */
static void
find_dashes (const char *path, guint page, double x[2], double y[2])
{
  g_autofree char *line = g_strdup_printf ("pdftotext -bbox -f %u -l %u @ -", page, page);
  g_autofree char *words = jx_paper_test_run (line, path);
  g_autoptr (GRegex) dash = g_regex_new ("xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">—</word>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_regex_match (dash, words, 0, &match));
  read_middle (match, &x[0], &y[0]);
  g_assert_true (g_match_info_next (match, NULL));
  read_middle (match, &x[1], &y[1]);
  g_assert_false (g_match_info_next (match, NULL));
}

static void
test_place (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (JxDocument) document = jx_paper_test_document (2, 3);
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autoptr (JxPaper) paper = NULL;
  g_autofree char *path = NULL;

  options->form = jx_form_set_find (jx_form_set_get_default (), NULL, JX_KIND_PROJECT);
  options->setup = one->setup;
  paper = jx_paper_test_pages (document, options);
  path = jx_paper_test_save (document, options, "numbered.pdf");
  g_assert_cmpuint (jx_paper_count_pages (paper), >=, 2);

  for (guint page = 1; page <= 2; page++)
    {
      double width, height, x[2], y[2];

      find_dashes (path, page, x, y);
      jx_paper_get_page_size (paper, page - 1, &width, &height);
      if (one->turned)
        {
          /* The foot of the sheet as it is bound. */
          g_assert_cmpfloat_with_epsilon (x[0], x[1], 0.1);
          g_assert_cmpfloat (x[0], >, 10);
          g_assert_cmpfloat (x[0], <, MARGIN_PT);
          g_assert_cmpfloat (y[0], <, y[1]);
          g_assert_cmpfloat_with_epsilon (page == 1 ? height - y[1] : y[0], DASH_PT, SLACK_PT);
        }
      else
        {
          g_assert_cmpfloat_with_epsilon (y[0], y[1], 0.1);
          g_assert_cmpfloat (y[0], >, height - MARGIN_PT);
          g_assert_cmpfloat (x[0], <, x[1]);
          g_assert_cmpfloat_with_epsilon (page == 1 ? width - x[1] : x[0], DASH_PT, SLACK_PT);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/paper/page-number/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_place);
    }

  return g_test_run ();
}
