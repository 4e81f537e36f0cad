/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-ink.h"

struct _JxInk
{
  cairo_t *cairo;
  cairo_scaled_font_t *font; /* of what is collected */
  GArray *glyphs;
  GArray *clusters;
  GString *text;
  guint count;
};

JxInk *
jx_ink_new (cairo_t *cairo)
{
  JxInk *ink = g_new0 (JxInk, 1);

  ink->cairo = cairo_reference (cairo);
  ink->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  ink->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  ink->text = g_string_new (NULL);

  return ink;
}

void
jx_ink_add (JxInk *ink, const JxWord *word, double x, double y)
{
  for (const JxShape *shape = word->shapes; shape != NULL; shape = shape->next)
    {
      guint first = ink->glyphs->len;

      if (shape->font != ink->font)
        {
          jx_ink_flush (ink);
          first = 0;
          ink->font = cairo_scaled_font_reference (shape->font);
        }

      ink->count += shape->n_glyphs;
      g_array_append_vals (ink->glyphs, shape->glyphs, shape->n_glyphs);
      for (guint i = first; i < ink->glyphs->len; i++)
        {
          g_array_index (ink->glyphs, cairo_glyph_t, i).x += x;
          g_array_index (ink->glyphs, cairo_glyph_t, i).y += y;
        }
      g_array_append_vals (ink->clusters, shape->clusters, shape->n_clusters);
      g_string_append_len (ink->text, shape->text, shape->n_bytes);
    }
}

guint
jx_ink_take_count (JxInk *ink)
{
  guint count = ink->count;

  ink->count = 0;

  return count;
}

void
jx_ink_flush (JxInk *ink)
{
  if (ink->glyphs->len > 0)
    {
      cairo_set_scaled_font (ink->cairo, ink->font);
      cairo_show_text_glyphs (ink->cairo, ink->text->str, ink->text->len,
                              (cairo_glyph_t *) ink->glyphs->data, ink->glyphs->len,
                              (cairo_text_cluster_t *) ink->clusters->data, ink->clusters->len, 0);
    }

  g_array_set_size (ink->glyphs, 0);
  g_array_set_size (ink->clusters, 0);
  g_string_truncate (ink->text, 0);
  g_clear_pointer (&ink->font, cairo_scaled_font_destroy);
}

void
jx_ink_free (JxInk *ink)
{
  if (ink == NULL)
    return;

  jx_ink_flush (ink);
  g_array_unref (ink->glyphs);
  g_array_unref (ink->clusters);
  g_string_free (ink->text, TRUE);
  cairo_destroy (ink->cairo);
  g_free (ink);
}
