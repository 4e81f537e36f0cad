/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-draft.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "base/jx-language.h"

/* Of the page's diagonal. */
#define SHARE 0.19
#define GREY 0.92

void
jx_draft_draw (JxMeasure *measure, const JxFormPage *page, cairo_t *cairo)
{
  const double width = page->width_mm * 72 / 25.4;
  const double height = page->height_mm * 72 / 25.4;
  g_autoptr (PangoLayout) layout = pango_layout_new (jx_measure_get_context (measure));
  PangoFontDescription *font = jx_font_set_describe (jx_measure_get_fonts (measure), "hei", TRUE);
  PangoRectangle ink;

  pango_font_description_set_absolute_size (font, SHARE * hypot (width, height) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  /* Translators: across each page that is not final. */
  pango_layout_set_text (layout, jx_language_say_in (JX_LANGUAGE_DOCUMENT, "paper", "DRAFT"), -1);
  pango_layout_get_extents (layout, &ink, NULL);

  cairo_save (cairo);
  cairo_translate (cairo, width / 2, height / 2);
  cairo_rotate (cairo, -atan2 (height, width));
  cairo_move_to (cairo, -(ink.x + ink.width / 2.0) / PANGO_SCALE, -(ink.y + ink.height / 2.0) / PANGO_SCALE);
  pango_cairo_layout_path (cairo, layout);
  cairo_set_source_rgb (cairo, GREY, GREY, GREY);
  cairo_fill (cairo);
  cairo_restore (cairo);
  pango_font_description_free (font);
}
