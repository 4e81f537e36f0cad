/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>
#include <string.h>

#include "paper/jx-face.h"

/* Words of other scripts and numbers may all be different; so many are kept. */
#define WORDS_KEPT 4096

struct _JxFace
{
  PangoContext *context;
  PangoFontDescription *description;
  PangoAttrList *attributes; /* a letter is a glyph, so that each can be found and copied */
  double size_pt;
  GHashTable *characters; /* gunichar → JxWord */
  GHashTable *words;      /* text → JxWord */
};

static void
shape_free (JxShape *shape)
{
  g_clear_pointer (&shape->font, cairo_scaled_font_destroy);
  g_free (shape->glyphs);
  g_free (shape->clusters);
  g_free (shape->text);
  g_free (shape);
}

JxWord *
jx_word_ref (JxWord *word)
{
  word->references++;

  return word;
}

void
jx_word_unref (JxWord *word)
{
  JxShape *next;

  if (--word->references > 0)
    return;

  for (JxShape *shape = word->shapes; shape != NULL; shape = next)
    {
      next = shape->next;
      shape_free (shape);
    }
  g_free (word);
}

gboolean
jx_character_is_solo (gunichar character)
{
  /* Arabic presentation forms, half-width katakana and the specials up there belong to words. */
  if (character >= 0x2e80)
    return !(character >= 0xfb00 && character <= 0xfeff) && !(character >= 0xff61 && character <= 0xfffd);

  switch (character)
    {
    case 0x00b7: /* · */
    case 0x2014: /* — */
    case 0x2018: /* ‘ */
    case 0x2019:
    case 0x201c: /* “ */
    case 0x201d:
    case 0x2026: /* … */
      return TRUE;
    default:
      return character >= 0x2460 && character <= 0x24ff; /* ① … */
    }
}

static gboolean
is_number (const char *text, gsize length)
{
  gboolean digits = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      if (g_ascii_isdigit (*p))
        digits = TRUE;
      else if (g_utf8_strchr (".,+-%<>=≥≤≈±％", -1, g_utf8_get_char (p)) == NULL)
        return FALSE;
    }

  return digits;
}

/* One font's glyphs of a word, from what Pango made of @item. Clusters tell which characters a glyph
 * shows, so that the text can be copied from the page character by character. */
static JxShape *
shape_new (JxFace *face, const char *text, const PangoItem *item, PangoGlyphString *glyphs, double *x)
{
  JxShape *shape = g_new0 (JxShape, 1);
  gboolean backward = item->analysis.level % 2 == 1;
  int last_cluster = -1;

  shape->font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->analysis.font)));
  shape->n_bytes = item->length;
  shape->text = g_strndup (text + item->offset, item->length);
  shape->glyphs = g_new (cairo_glyph_t, glyphs->num_glyphs);
  shape->clusters = g_new0 (cairo_text_cluster_t, MAX (glyphs->num_glyphs, 1));

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      double width = pango_units_to_double (info->geometry.width);
      gboolean unknown = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;

      if (info->glyph == PANGO_GLYPH_EMPTY && width <= 0)
        continue;

      /* From right to left the order of glyphs is not that of the text: the word is one cluster. */
      if (shape->n_clusters == 0 || (!backward && glyphs->log_clusters[i] != last_cluster))
        {
          if (shape->n_clusters > 0)
            shape->clusters[shape->n_clusters - 1].num_bytes = glyphs->log_clusters[i] - last_cluster;
          last_cluster = shape->n_clusters == 0 ? 0 : glyphs->log_clusters[i];
          shape->n_clusters++;
        }
      shape->clusters[shape->n_clusters - 1].num_glyphs++;

      /* What no font has is shown by the face's own empty box. */
      shape->glyphs[shape->n_glyphs++] = (cairo_glyph_t) {
        .index = unknown || info->glyph == PANGO_GLYPH_EMPTY ? 0 : info->glyph,
        .x = *x + pango_units_to_double (info->geometry.x_offset),
        .y = pango_units_to_double (info->geometry.y_offset),
      };
      *x += unknown ? face->size_pt : width;
    }

  if (shape->n_clusters > 0)
    shape->clusters[shape->n_clusters - 1].num_bytes = shape->n_bytes - last_cluster;

  return shape;
}

/* Digits and the like are the same whatever stands beside them: a number is put together from its
 * characters. Numbers are what makes one project's words differ from another's. */
static gboolean
is_plain (const char *text, gsize length)
{
  gboolean digits = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        digits = TRUE;
      else if (!g_ascii_isupper (text[i]) && strchr (".,%-", text[i]) == NULL)
        return FALSE;
    }

  return digits;
}

static void
join_character (JxWord *word, JxShape *joined, const JxWord *character)
{
  const JxShape *shape = character->shapes;

  for (guint i = 0; i < shape->n_glyphs; i++)
    {
      joined->glyphs[joined->n_glyphs] = shape->glyphs[i];
      joined->glyphs[joined->n_glyphs++].x += word->width_pt;
    }
  joined->clusters[joined->n_clusters++] = (cairo_text_cluster_t) { .num_bytes = shape->n_bytes, .num_glyphs = shape->n_glyphs };
  word->width_pt += character->width_pt;
}

/* Returns: (nullable): %NULL if the characters are not of one font and a glyph each. */
static JxWord *
join_word (JxFace *face, const char *text, gsize length)
{
  JxWord *word = g_new0 (JxWord, 1);
  JxShape *joined = g_new0 (JxShape, 1);

  word->references = 1;
  word->shapes = joined;
  word->number = is_number (text, length);
  joined->text = g_strndup (text, length);
  joined->n_bytes = length;
  joined->glyphs = g_new (cairo_glyph_t, length);
  joined->clusters = g_new (cairo_text_cluster_t, length);

  for (gsize i = 0; i < length; i++)
    {
      JxWord *character = jx_face_get_word (face, text + i, 1);
      const JxShape *shape = character->shapes;
      gboolean fits = shape != NULL && shape->next == NULL && shape->n_glyphs == 1
                      && (joined->font == NULL || joined->font == shape->font);

      if (fits && joined->font == NULL)
        joined->font = cairo_scaled_font_reference (shape->font);
      if (fits)
        join_character (word, joined, character);
      jx_word_unref (character);
      if (!fits)
        {
          jx_word_unref (word);
          return NULL;
        }
    }

  return word;
}

static JxWord *
shape_word (JxFace *face, const char *text, gsize length)
{
  JxWord *word = g_new0 (JxWord, 1);
  gunichar first = g_utf8_get_char (text);
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  JxShape **end = &word->shapes;
  GList *items;

  pango_context_set_font_description (face->context, face->description);
  items = pango_itemize (face->context, text, 0, length, face->attributes, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    {
      pango_shape_item (l->data, text, length, NULL, glyphs, PANGO_SHAPE_NONE);
      *end = shape_new (face, text, l->data, glyphs, &word->width_pt);
      if ((*end)->n_glyphs > 0)
        end = &(*end)->next;
      else
        g_clear_pointer (end, shape_free);
    }
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  pango_glyph_string_free (glyphs);

  word->references = 1;
  word->solo = jx_character_is_solo (first);
  word->space = g_unichar_isspace (first) || first == 0x00a0;
  word->number = is_number (text, length);

  return word;
}

JxFace *
jx_face_new (PangoContext *context, const PangoFontDescription *description, double size_pt)
{
  JxFace *face = g_new0 (JxFace, 1);

  g_return_val_if_fail (size_pt > 0, NULL);

  face->context = g_object_ref (context);
  face->description = pango_font_description_copy (description);
  pango_font_description_set_size (face->description, pango_units_from_double (size_pt));
  face->attributes = pango_attr_list_new ();
  pango_attr_list_insert (face->attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  face->size_pt = size_pt;
  face->characters = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) jx_word_unref);
  face->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jx_word_unref);

  return face;
}

double
jx_face_get_size (const JxFace *face)
{
  return face->size_pt;
}

JxWord *
jx_face_get_word (JxFace *face, const char *text, gsize length)
{
  gunichar first = g_utf8_get_char (text);
  g_autofree char *key = NULL;
  JxWord *word;

  g_return_val_if_fail (length > 0, NULL);

  if ((gsize) (g_utf8_next_char (text) - text) == length)
    {
      word = g_hash_table_lookup (face->characters, GUINT_TO_POINTER (first));
      if (word == NULL)
        {
          word = shape_word (face, text, length);
          g_hash_table_insert (face->characters, GUINT_TO_POINTER (first), word);
        }
      return jx_word_ref (word);
    }

  key = g_strndup (text, length);
  word = g_hash_table_lookup (face->words, key);
  if (word == NULL)
    {
      word = is_plain (text, length) ? join_word (face, text, length) : NULL;
      if (word == NULL)
        word = shape_word (face, text, length);
      /* Texts hold the words they are made of, so that all can be let go of at once. */
      if (g_hash_table_size (face->words) >= WORDS_KEPT)
        g_hash_table_remove_all (face->words);
      g_hash_table_insert (face->words, g_steal_pointer (&key), word);
    }

  return jx_word_ref (word);
}

void
jx_face_free (JxFace *face)
{
  if (face == NULL)
    return;

  g_hash_table_unref (face->characters);
  g_hash_table_unref (face->words);
  pango_font_description_free (face->description);
  pango_attr_list_unref (face->attributes);
  g_object_unref (face->context);
  g_free (face);
}
