/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-target-value.h"

G_BEGIN_DECLS

/* What the files that read target values share. */

/* Moves @text past @word, or past the first of @words, where it stands there. */
gboolean jx_target_skip (const char **text, const char *word);
gboolean jx_target_skip_any (const char **text, const char *const *words, gsize n_words);

/* Moves @text past a sign (≥, 不少于 …). */
JxOperator jx_target_take_sign (const char **text);

/* Fills @value in where @text is a date and nothing else. */
gboolean jx_target_parse_date (const char *text, JxTargetValue *value);

G_END_DECLS
