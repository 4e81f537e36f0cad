/* SPDX-License-Identifier: GPL-3.0-or-later */

/* jx-bench-tags FILE FOLDER PAIRS: writes FILE as a tagged PDF and, as a printer gets it, with links
 * and outline but no tags, PAIRS times in turn. Prints the processor seconds of each two, a pair a line; then
 * the bytes a page that the tags take. */

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "paper/jx-font-pages.h"
#include "paper/jx-paper.h"
#include "xml/jx-xml-reader.h"

static double
seconds_since (clock_t start)
{
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* Memory is kept low as for the tagged file: that takes its time, too. */
static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  static gsize written;

  written += length;
  if (written > 48 * 1024)
    {
      jx_font_release_pages ();
      written = 0;
    }

  return fwrite (data, 1, length, closure) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void
write_plain (JxPaper *paper, const char *path)
{
  FILE *file = fopen (path, "we");
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cairo;

  g_assert_nonnull (file);
  jx_paper_get_page_size (paper, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, file, width, height);
  jx_paper_set_outline (paper, surface);
  cairo = cairo_create (surface);
  for (guint page = 0; page < jx_paper_count_pages (paper); page++)
    {
      jx_paper_draw_page (paper, page, cairo);
      cairo_show_page (cairo);
      if (page < 8)
        jx_font_release_pages ();
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_cmpint (fclose (file), ==, 0);
}

static off_t
get_size (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);

  return status.st_size;
}

int
main (int argc, char **argv)
{
  g_autoptr (JxPaperOptions) options = jx_paper_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JxDocument) document = jx_xml_read_file (argv[1], &error);
  g_autofree char *tagged = g_build_filename (argv[2], "tagged.pdf", NULL);
  g_autofree char *plain = g_build_filename (argv[2], "plain.pdf", NULL);
  guint n_pages = 0;

  g_assert_cmpint (argc, ==, 4);
  g_assert_no_error (error);
  for (int i = 0; i < atoi (argv[3]); i++)
    {
      clock_t start = clock ();
      JxPaper *paper = jx_paper_new (document, options, NULL, NULL);
      double with, without;

      jx_paper_save_pdf (paper, tagged, NULL, NULL, &error);
      g_assert_no_error (error);
      jx_paper_free (paper);
      with = seconds_since (start);

      start = clock ();
      paper = jx_paper_new (document, options, NULL, NULL);
      write_plain (paper, plain);
      n_pages = jx_paper_count_pages (paper);
      jx_paper_free (paper);
      without = seconds_since (start);
      printf ("%.4f %.4f\n", with, without);
    }
  printf ("%.0f\n", (double) (get_size (tagged) - get_size (plain)) / n_pages);

  return 0;
}
