/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JxMatcher:
 *
 * What is looked for, made ready for looking in many texts.
 */
typedef struct _JxMatcher JxMatcher;

/**
 * jx_matcher_new:
 * @needle: not empty, UTF-8
 * @match_case: whether a is not A
 * @whole_word: whether only what does not stand inside Latin letters or digits counts; among Chinese
 *   characters there are no blanks, so these bound a word
 * @regex: whether @needle is a regular expression (GRegex; ^ and $ are ends of lines)
 * @error: %JX_ERROR_USAGE when it is a bad one
 *
 * Returns: (transfer full) (nullable): the matcher
 */
JxMatcher *jx_matcher_new (const char *needle, gboolean match_case, gboolean whole_word, gboolean regex, GError **error);

void jx_matcher_free (JxMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxMatcher, jx_matcher_free)

/**
 * JxMatcherFound:
 * @info: (nullable): for g_match_info_expand_references() where a regular expression matched
 *
 * Told of each match. Returns: whether to go on in this text.
 */
typedef gboolean (*JxMatcherFound) (gsize offset, gsize length, const GMatchInfo *info, gpointer user_data);

/**
 * jx_matcher_each:
 * @found: called for each match in @text that is not empty, in order; they do not overlap
 *
 * Returns: %FALSE with @error (%JX_ERROR_USAGE) set where the expression needs too much work
 */
gboolean jx_matcher_each (JxMatcher *matcher, const char *text, JxMatcherFound found, gpointer user_data, GError **error);

/** jx_matcher_is_regex: Returns: whether @needle was a regular expression. */
gboolean jx_matcher_is_regex (const JxMatcher *matcher);

G_END_DECLS
