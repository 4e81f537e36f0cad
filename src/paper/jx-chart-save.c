/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "base/jx-atomic-file.h"
#include "base/jx-error.h"

/* In points; a picture half a page wide reads well in a report. */
#define PICTURE_WIDTH 560.0
#define PICTURE_MARGIN 18.0
#define PICTURE_FONT 11.0
#define PNG_SCALE 2.0
/* In a document of another's, of its text's width: sharp in print. */
#define FIGURE_FONT 9.0
#define FIGURE_SCALE 3.0

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* With as much ground around it on every side as @margin. */
static void
paint (const JxChart *chart, cairo_surface_t *surface, double margin)
{
  cairo_t *cairo = cairo_create (surface);

  jx_chart_set_ink (chart, cairo, JX_INK_GROUND);
  cairo_paint (cairo);
  cairo_translate (cairo, margin, margin);
  jx_chart_draw (chart, cairo, -1);
  cairo_show_page (cairo);
  cairo_destroy (cairo);
}

/* Puts title and description, which screen readers and browsers tell, behind the root's tag; and
 * gives the drawing a name of its own, where cairo counts all surfaces the process ever made. */
static void
finish_svg (GByteArray *bytes, const char *title, const char *words)
{
  g_autofree char *text = g_strndup ((const char *) bytes->data, bytes->len);
  g_autofree char *head = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", title, words);
  g_autoptr (GRegex) numbered = g_regex_new ("id=\"surface[0-9]+\"", 0, 0, NULL);
  g_autofree char *named = g_regex_replace_literal (numbered, text, -1, 0, "id=\"chart\"", 0, NULL);
  const char *root = strstr (named, "<svg ");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return;
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) named, (guint) (end + 1 - named));
  g_byte_array_append (bytes, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (bytes, (const guint8 *) end + 1, (guint) strlen (end + 1));
}

static cairo_status_t
draw_svg (const JxChart *chart, double margin, double scale, GByteArray *bytes)
{
  double width = chart->width + 2 * margin;
  double height = jx_chart_get_height (chart) + 2 * margin;
  g_autofree char *title = jx_chart_dup_title (chart->language, chart->item);
  g_autofree char *words = jx_progress_describe (chart->language, chart->progress);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_status_t status;

  paint (chart, surface, margin);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  finish_svg (bytes, title, words);

  return status;
}

static cairo_status_t
draw_pdf (const JxChart *chart, double margin, double scale, GByteArray *bytes)
{
  double width = chart->width + 2 * margin;
  double height = jx_chart_get_height (chart) + 2 * margin;
  g_autofree char *title = jx_chart_dup_title (chart->language, chart->item);
  g_autofree char *words = jx_progress_describe (chart->language, chart->progress);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, words);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jixiao " JX_VERSION);
  /* No date rather than now: equal documents give equal bytes. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  paint (chart, surface, margin);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

static cairo_status_t
draw_png (const JxChart *chart, double margin, double scale, GByteArray *bytes)
{
  double width = chart->width + 2 * margin;
  double height = jx_chart_get_height (chart) + 2 * margin;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_status_t status;

  cairo_surface_set_device_scale (surface, scale, scale);
  paint (chart, surface, margin);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);

  return status;
}

static const struct
{
  const char *name;
  JxChartStyle style;
  cairo_status_t (*draw) (const JxChart *chart, double margin, double scale, GByteArray *bytes);
} formats[] = {
  { "svg", JX_CHART_LIGHT, draw_svg },
  { "png", JX_CHART_LIGHT, draw_png },
  { "pdf", JX_CHART_PRINT, draw_pdf },
};

/* The names within a drawing are told from those of the page's other drawings by @mark; behind its root's tag stands nothing but it. */
static GBytes *
make_element (const GByteArray *bytes, const char *mark)
{
  g_autofree char *text = g_strndup ((const char *) bytes->data, bytes->len);
  g_autoptr (GRegex) names = g_regex_new ("(\\bid=\"|xlink:href=\"#|url\\(#)", 0, 0, NULL);
  g_autofree char *replacement = g_strconcat ("\\1", mark, "-", NULL);
  const char *root = strstr (text, "<svg ");
  g_autofree char *marked = root != NULL ? g_regex_replace (names, root, -1, 0, replacement, 0, NULL) : NULL;
  g_autoptr (GString) element = g_string_new (marked);

  g_string_replace (element, "<svg ", "<svg role=\"img\" ", 1);

  return g_string_free_to_bytes (g_steal_pointer (&element));
}

gboolean
jx_chart_is_blank (const JxItem *item)
{
  g_autoptr (JxProgress) progress = NULL;
  gboolean blank;

  g_return_val_if_fail (item != NULL, TRUE);

  progress = jx_progress_new (item);
  blank = progress->budget_fen == 0;
  for (guint i = 0; i < progress->points->len && blank; i++)
    {
      const JxProgressPoint *point = jx_progress_get_point (progress, i);

      blank = !point->has_plan && !point->has_spent;
    }

  return blank;
}

JxFigure *
jx_chart_draw_figure (JxItem *item, JxFigureFormat format, double width_pt)
{
  gboolean svg = format == JX_FIGURE_SVG;
  g_autoptr (JxChart) chart = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *mark = NULL;
  JxFigure *figure;

  g_return_val_if_fail (item != NULL, NULL);

  if (jx_chart_is_blank (item))
    return NULL;

  chart = jx_chart_new_titled (item, width_pt, 0, svg ? JX_CHART_LIGHT : JX_CHART_PRINT, FIGURE_FONT);
  if ((svg ? draw_svg : draw_png) (chart, 0, FIGURE_SCALE, bytes) != CAIRO_STATUS_SUCCESS)
    return NULL;

  mark = g_strdup_printf ("c%u", jx_item_get_kind (item) == JX_KIND_PROJECT ? jx_item_get_index (item) + 1 : 0);
  figure = g_new0 (JxFigure, 1);
  figure->image = svg ? make_element (bytes, mark) : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  figure->width_pt = chart->width;
  figure->height_pt = jx_chart_get_height (chart);
  figure->title = jx_chart_dup_title (chart->language, item);
  figure->description = jx_progress_describe (chart->language, chart->progress);

  return figure;
}

static int
find_format (const char *path, const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *suffix = g_strconcat (".", formats[i].name, NULL);
      g_autofree char *lower = g_ascii_strdown (format != NULL ? format : path, -1);

      if (format != NULL ? g_str_equal (lower, formats[i].name) : g_str_has_suffix (lower, suffix))
        return (int) i;
    }

  return -1;
}

gboolean
jx_chart_save (JxItem *item, const char *path, const char *format, GError **error)
{
  g_autoptr (JxChart) chart = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (JxAtomicFile) file = NULL;
  cairo_status_t status;
  int index;

  g_return_val_if_fail (item != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  index = find_format (path, format);
  if (index < 0)
    {
      jx_error_set_at (error, JX_ERROR_USAGE, path, 0, _("A chart is saved as svg, png or pdf; name one of them at the end."));
      return FALSE;
    }

  chart = jx_chart_new_titled (item, PICTURE_WIDTH, 0, formats[index].style, PICTURE_FONT);
  bytes = g_byte_array_new ();
  status = formats[index].draw (chart, PICTURE_MARGIN, PNG_SCALE, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      jx_error_set_at (error, JX_ERROR_LIMIT, path, 0, _("The chart cannot be drawn: %s"), cairo_status_to_string (status));
      return FALSE;
    }
  file = jx_atomic_file_new (path, error);

  return file != NULL
         && jx_atomic_file_write (file, bytes->data, bytes->len, error)
         && jx_atomic_file_commit (file, error);
}
