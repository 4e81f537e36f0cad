/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A type face at one size, and the words shaped in it. Chinese text is set character by character,
 * so a few thousand shaped characters serve a document of any length; words of other scripts are
 * shaped whole. Shaping anew for each cell is what makes printing slow. */

/**
 * JxShape:
 *
 * Glyphs of one font that show @text; positions from the word's start on the base line, in points.
 */
typedef struct _JxShape JxShape;
struct _JxShape
{
  JxShape *next;
  cairo_scaled_font_t *font;
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  char *text;
  guint n_glyphs;
  guint n_clusters;
  guint n_bytes;
};

/**
 * JxWord:
 * @solo: a character that stands for itself as Chinese ones do: lines may be spaced out around it
 * @space: white space: dropped at the end of a line
 * @number: nothing but digits and the marks that go with them
 */
typedef struct
{
  JxShape *shapes;
  double width_pt;
  guint references;
  gboolean solo;
  gboolean space;
  gboolean number;
} JxWord;

JxWord *jx_word_ref (JxWord *word);
void jx_word_unref (JxWord *word);

/** jx_character_is_solo: Returns: whether @character is set by itself, as ideographs and Chinese marks are. */
gboolean jx_character_is_solo (gunichar character);

typedef struct _JxFace JxFace;

/** jx_face_new: @description: (transfer none): families and weight. */
JxFace *jx_face_new (PangoContext *context, const PangoFontDescription *description, double size_pt);
double jx_face_get_size (const JxFace *face);
/** jx_face_get_word: @text: a word, a character or white space. Returns: (transfer full). */
JxWord *jx_face_get_word (JxFace *face, const char *text, gsize length);
void jx_face_free (JxFace *face);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxFace, jx_face_free)

G_END_DECLS
