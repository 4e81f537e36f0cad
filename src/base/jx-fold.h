/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jx_fold:
 * @text: UTF-8
 *
 * Folds what converters and typists change without meaning it: all white space (ideographic,
 * no-break and zero-width too) is dropped, full-width letters, digits and marks become half-width
 * (（ → (, ： → :, ％ → %, ＞ → >), letters lower case, radicals copied out of PDF files the
 * characters they stand for. For comparing labels, names and codes; never for storing.
 *
 * Returns: (transfer full): the folded text
 */
char *jx_fold (const char *text);

/** jx_fold_equal: Returns: whether @a and @b fold to the same text; %NULL counts as empty. */
gboolean jx_fold_equal (const char *a, const char *b);

/** jx_fold_character: Returns: what jx_fold() makes of one character that is not white space. */
gunichar jx_fold_character (gunichar character);

/** jx_fold_is_blank: Returns: whether @character is white space in the sense of jx_fold() and jx_strip_dup(). */
gboolean jx_fold_is_blank (gunichar character);

/**
 * jx_strip_dup:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without white space (ideographic, no-break, BOM and zero-width
 *   included) at both ends
 */
char *jx_strip_dup (const char *text);

G_END_DECLS
