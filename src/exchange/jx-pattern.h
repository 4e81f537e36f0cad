/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"

G_BEGIN_DECLS

/* The words of a form read backwards: a text is held against the parts of a heading, paragraph or
 * cell, and what stands where the fields stand is captured. White space and width of characters do
 * not count (jx-fold.h). */

#define JX_MATCH_MAX 8

/**
 * JxCapture:
 * @part: that was met
 * @start: within the text matched, of a tick its word; white space at the ends left out
 */
typedef struct
{
  JxKind kind;
  JxField field;
  const JxFormPart *part;
  const char *start;
  gsize length;
} JxCapture;

/**
 * JxMatch:
 * @number: (nullable): the number part that was met
 * @mark: how the source wrote it, within the text matched
 * @place: the number in it
 */
typedef struct
{
  JxCapture captures[JX_MATCH_MAX];
  guint n_captures;
  const JxFormPart *number;
  const char *mark;
  gsize mark_length;
  guint place;
} JxMatch;

/** jx_pattern_match: @parts: (array length=n_parts): of a node. Returns: whether the whole of @text fits; @match is filled then. */
gboolean jx_pattern_match (JxFormPart **parts, guint n_parts, const char *text, JxMatch *match);

/** jx_skip_words: Returns: (nullable): where @text goes on behind @words, %NULL if it does not begin with them. */
const char *jx_skip_words (const char *text, const char *words);

/** jx_pattern_has_words: Returns: whether fixed words that may not be missing stand among the parts. */
gboolean jx_pattern_has_words (JxFormPart **parts, guint n_parts);

/**
 * JxMark:
 *
 * A number as lists and headings bear it.
 * @length: bytes of it with what divides it from the words, blanks before it included
 * @chinese: 一 and not 1
 * @style: what stands around the numeral, folded: two headings with equal styles are of one level
 * @doubtful: a digit follows the point: it may be a decimal number
 */
typedef struct
{
  guint number;
  gsize length;
  gboolean chinese;
  char style[16];
  gboolean doubtful;
} JxMark;

/** jx_mark_read: Returns: whether @text begins with a number such as “（一）”, “(七）”, “1.”, “２、”, “③”. */
gboolean jx_mark_read (const char *text, JxMark *mark);

/** jx_mark_is_tick: Returns: whether @text is one mark that says yes or no: √, ☑, □. */
gboolean jx_mark_is_tick (const char *text);

/** jx_mark_is_word_of_tick: Returns: whether @text is the word that @part, a tick, stands for: one column of words for several to be ticked. */
gboolean jx_mark_is_word_of_tick (const JxFormPart *part, const char *text);

/** jx_is_numeral: Returns: whether @c is a digit or a Chinese numeral as lists bear. */
gboolean jx_is_numeral (gunichar c);

/** jx_mark_dup: Returns: (transfer full): the @length bytes of @text as a mark, without white space at its ends. */
char *jx_mark_dup (const char *text, gsize length);

G_END_DECLS
