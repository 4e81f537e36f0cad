/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-chart-private.h"

static gboolean
is_closing (gunichar character)
{
  return g_utf8_strchr ("，。、；：！？）】》〉」』”’", -1, character) != NULL;
}

static gboolean
is_opening (gunichar character)
{
  return g_utf8_strchr ("（【《〈「『“‘", -1, character) != NULL;
}

/* Between two signs the half that is blank is left out, as a printer would: ）， is not two squares wide. */
static void
close_up_signs (PangoAttrList *attributes, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      PangoAttribute *half;

      if (*next == '\0' || !is_closing (g_utf8_get_char (p))
          || (!is_closing (g_utf8_get_char (next)) && !is_opening (g_utf8_get_char (next))))
        continue;
      half = pango_attr_font_features_new ("tnum=1,halt=1");
      half->start_index = (guint) (p - text);
      half->end_index = (guint) (next - text);
      pango_attr_list_change (attributes, half);
    }
}

PangoLayout *
jx_chart_make_text (JxChart *chart, const char *text, double scale, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (chart->context);
  PangoFontDescription *font = pango_font_description_copy_static (chart->font);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, chart->em * scale * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  close_up_signs (attributes, text);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

void
jx_chart_wrap_text (PangoLayout *layout, double width)
{
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
}

void
jx_chart_measure_text (PangoLayout *layout, double *width, double *height)
{
  int layout_width, layout_height;

  pango_layout_get_size (layout, &layout_width, &layout_height);
  if (width != NULL)
    *width = (double) layout_width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) layout_height / PANGO_SCALE;
}

void
jx_chart_place_text (JxChart *chart, PangoLayout *layout, double x, double y, JxInk ink)
{
  JxChartText text = { layout, x, y, ink };

  g_array_append_val (chart->texts, text);
}

JxInk
jx_chart_state_ink (JxProgressState state)
{
  switch (state)
    {
    case JX_PROGRESS_ON_PLAN:
      return JX_INK_ON_PLAN;
    case JX_PROGRESS_BEHIND:
      return JX_INK_BEHIND;
    case JX_PROGRESS_AHEAD:
      return JX_INK_AHEAD;
    case JX_PROGRESS_OVER:
      return JX_INK_OVER;
    case JX_PROGRESS_NO_ENTRY:
    case JX_PROGRESS_NO_PLAN:
    case JX_PROGRESS_N_STATES:
    default:
      return JX_INK_QUIET;
    }
}
