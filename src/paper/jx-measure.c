/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>
#include <math.h>
#include <string.h>

#include "paper/jx-measure.h"

/* How many texts of the younger and of the older kind are kept. */
#define TEXTS_KEPT 2048
/* Longer texts hardly ever come again. */
#define KEPT_LENGTH_MAX 300
/* Of a line, in sizes, where the style does not say. */
#define LINE_HEIGHT 1.35

typedef struct
{
  const JxStyle *style;
  JxAlign align;
  double width_pt;
  char *string;
} Key;

typedef struct
{
  char *role;
  gboolean bold;
  double size_pt;
  JxFace *face;
} FaceEntry;

struct _JxMeasure
{
  PangoContext *context;
  JxFontSet *fonts;
  GArray *faces;     /* (element-type FaceEntry): a handful */
  GHashTable *young; /* Key → JxText */
  GHashTable *old;   /* those before; taken over into @young when asked for again */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->string) ^ g_direct_hash (key->style) ^ (guint) (key->width_pt * 64);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->style == right->style && left->align == right->align && left->width_pt == right->width_pt
         && g_str_equal (left->string, right->string);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->string);
  g_free (key);
}

static void
face_entry_clear (FaceEntry *entry)
{
  g_free (entry->role);
  jx_face_free (entry->face);
}

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (key_hash, key_equal, key_free, (GDestroyNotify) jx_text_unref);
}

/* Points are units and nothing is rounded to a screen's grid: a page looks the same wherever it goes. */
static PangoContext *
context_new (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));

  return context;
}

static JxFace *
find_face (JxMeasure *measure, const JxStyle *style, double size_pt)
{
  PangoFontDescription *description;
  FaceEntry entry;

  for (guint i = 0; i < measure->faces->len; i++)
    {
      const FaceEntry *known = &g_array_index (measure->faces, FaceEntry, i);

      if (known->size_pt == size_pt && known->bold == style->bold && g_strcmp0 (known->role, style->face) == 0)
        return known->face;
    }

  description = jx_font_set_describe (measure->fonts, style->face, style->bold);
  entry = (FaceEntry) { g_strdup (style->face), style->bold, size_pt, jx_face_new (measure->context, description, size_pt) };
  pango_font_description_free (description);
  g_array_append_val (measure->faces, entry);

  return entry.face;
}

static JxText *
measure_anew (JxMeasure *measure, const char *string, const JxStyle *style, JxAlign align, double width_pt)
{
  double line_height = style->line_height_pt > 0 ? style->line_height_pt : style->size_pt * LINE_HEIGHT;
  double indent = style->indent_em * style->size_pt;
  g_autoptr (JxText) text = NULL;
  double size;

  text = jx_text_new (find_face (measure, style, style->size_pt), string, align, width_pt, indent, line_height, FALSE);
  if (jx_text_get_excess (text) <= 1)
    return g_steal_pointer (&text);

  /* Quarter points, so that few faces are made. */
  size = floor (style->size_pt / jx_text_get_excess (text) * 4) / 4;
  return jx_text_new (find_face (measure, style, size), string, align, width_pt, indent, line_height, TRUE);
}

JxMeasure *
jx_measure_new (void)
{
  JxMeasure *measure = g_new0 (JxMeasure, 1);
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);

  measure->context = context_new (map);
  measure->fonts = jx_font_set_new (map);
  measure->faces = g_array_new (FALSE, FALSE, sizeof (FaceEntry));
  g_array_set_clear_func (measure->faces, (GDestroyNotify) face_entry_clear);
  measure->young = new_generation ();
  measure->old = new_generation ();

  return measure;
}

JxText *
jx_measure_text (JxMeasure *measure, const char *string, const JxStyle *style, JxAlign align, double width_pt)
{
  Key key = { style, align, width_pt, (char *) string };
  gpointer old_key, old_text;
  JxText *text;

  g_return_val_if_fail (measure != NULL, NULL);
  g_return_val_if_fail (string != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  text = g_hash_table_lookup (measure->young, &key);
  if (text != NULL)
    return jx_text_ref (text);

  if (g_hash_table_steal_extended (measure->old, &key, &old_key, &old_text))
    {
      g_hash_table_insert (measure->young, old_key, old_text);
      return jx_text_ref (old_text);
    }

  text = measure_anew (measure, string, style, align, width_pt);
  if (strlen (string) > KEPT_LENGTH_MAX)
    return text;

  if (g_hash_table_size (measure->young) >= TEXTS_KEPT)
    {
      g_hash_table_unref (measure->old);
      measure->old = g_steal_pointer (&measure->young);
      measure->young = new_generation ();
    }
  key.string = g_strdup (string);
  g_hash_table_insert (measure->young, g_memdup2 (&key, sizeof key), jx_text_ref (text));

  return text;
}

JxFontSet *
jx_measure_get_fonts (JxMeasure *measure)
{
  return measure->fonts;
}

PangoContext *
jx_measure_get_context (JxMeasure *measure)
{
  return measure->context;
}

void
jx_measure_free (JxMeasure *measure)
{
  if (measure == NULL)
    return;

  g_hash_table_unref (measure->young);
  g_hash_table_unref (measure->old);
  g_array_unref (measure->faces);
  jx_font_set_free (measure->fonts);
  g_object_unref (measure->context);
  g_free (measure);
}
