/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-sense.h"

G_BEGIN_DECLS

/* What jx-sense.c and jx-sense-column.c share. */

/** jx_sense_dup_word: Returns: (transfer full) (nullable): @text folded, without what stands in brackets, figures as #; @sense gets what the
 *   brackets and figures say. %NULL where it is too long for a label or a sentence. */
char *jx_sense_dup_word (const char *text, JxSense *sense);

gboolean jx_word_has (const char *word, const char * const *parts);
gboolean jx_word_ends (const char *word, const char * const *parts);
gboolean jx_word_begins (const char *word, const char * const *parts);
gboolean jx_word_is (const char *word, const char * const *words);

#define JX_WORDS(...) ((const char * const[]) { __VA_ARGS__, NULL })

G_END_DECLS
