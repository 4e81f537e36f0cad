/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/jx-search-matcher.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"

/* Not between two characters of one Latin word or number, nor beside the point in a number or the comma
 * before its thousands; CJK characters are words of their own. */
#define WORD_CLASS "[\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Nd}_]"
#define BEFORE_MARK "(?!(?<=\\p{Nd})(?:\\.\\p{Nd}|,\\p{Nd}{3}))"
#define AFTER_MARK "(?!(?<=\\p{Nd}\\.)\\p{Nd})(?!(?<=\\p{Nd},)\\p{Nd}{3})"
#define WORD_EDGE "(?:(?<!" WORD_CLASS ")|(?!" WORD_CLASS "))" BEFORE_MARK AFTER_MARK
/* An expression that needs more steps than this in one text would hold up the typing. */
#define WORK_LIMIT "(*LIMIT_MATCH=100000)"

struct _JxMatcher
{
  char *needle;  /* looked for as it is; NULL when @regex does it all */
  char filter[3]; /* where not empty: a text without any of these characters has no match */
  GRegex *regex;
  gboolean is_regex;
};

/* Letters that no other character folds to: K is also the Kelvin sign, S the long s. */
static gboolean
is_plain (char c)
{
  return c > ' ' && c < 0x7f && strchr ("kKsS", c) == NULL;
}

/* Most texts are Chinese: a Latin letter or digit of the needle rules nearly all of them out at once. */
static void
choose_filter (JxMatcher *matcher, const char *needle)
{
  for (const char *p = needle; *p != '\0'; p++)
    if (is_plain (*p))
      {
        matcher->filter[0] = g_ascii_tolower (*p);
        matcher->filter[1] = g_ascii_toupper (*p);
        return;
      }
}

static gboolean
has_case (const char *needle)
{
  for (const char *p = needle; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_tolower (c) != c || g_unichar_toupper (c) != c)
        return TRUE;
    }

  return FALSE;
}

static GRegex *
compile (const char *pattern, GRegexCompileFlags flags, GError **error)
{
  g_autoptr (GError) fault = NULL;
  GRegex *regex = g_regex_new (pattern, flags, 0, &fault);

  if (regex == NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_USAGE,
                 _("The regular expression does not work (%s); correct it or look for plain text"), fault->message);
  return regex;
}

JxMatcher *
jx_matcher_new (const char *needle, gboolean match_case, gboolean whole_word, gboolean is_regex, GError **error)
{
  g_autoptr (JxMatcher) matcher = NULL;
  g_autoptr (GRegex) bare = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *pattern = NULL;
  const char *edge = whole_word ? WORD_EDGE : "";
  GRegexCompileFlags flags = G_REGEX_MULTILINE | G_REGEX_NEWLINE_LF | (match_case ? 0 : G_REGEX_CASELESS);

  g_return_val_if_fail (needle != NULL && *needle != '\0', NULL);

  if (!g_utf8_validate (needle, -1, NULL))
    {
      g_set_error_literal (error, JX_ERROR, JX_ERROR_USAGE, _("The text to find is not valid text; type it again"));
      return NULL;
    }
  /* By itself first, so that what is wrong is told of what was typed. */
  if (is_regex && (bare = compile (needle, flags, error)) == NULL)
    return NULL;

  matcher = g_new0 (JxMatcher, 1);
  matcher->is_regex = is_regex;
  if (!is_regex && !whole_word && (match_case || !has_case (needle)))
    {
      matcher->needle = g_strdup (needle);
      return g_steal_pointer (&matcher);
    }

  if (!is_regex)
    {
      escaped = g_regex_escape_string (needle, -1);
      choose_filter (matcher, needle);
    }
  pattern = g_strconcat (WORK_LIMIT, edge, "(?:", is_regex ? needle : escaped, ")", edge, NULL);
  matcher->regex = compile (pattern, flags | G_REGEX_OPTIMIZE, error);
  if (matcher->regex == NULL)
    return NULL;

  return g_steal_pointer (&matcher);
}

void
jx_matcher_free (JxMatcher *matcher)
{
  if (matcher == NULL)
    return;

  g_free (matcher->needle);
  g_clear_pointer (&matcher->regex, g_regex_unref);
  g_free (matcher);
}

gboolean
jx_matcher_is_regex (const JxMatcher *matcher)
{
  return matcher->is_regex;
}

static void
each_plain (JxMatcher *matcher, const char *text, JxMatcherFound found, gpointer user_data)
{
  gsize length = strlen (matcher->needle);

  for (const char *at = strstr (text, matcher->needle); at != NULL; at = strstr (at + length, matcher->needle))
    if (!found (at - text, length, NULL, user_data))
      return;
}

gboolean
jx_matcher_each (JxMatcher *matcher, const char *text, JxMatcherFound found, gpointer user_data, GError **error)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (matcher != NULL && text != NULL, FALSE);

  if (matcher->needle != NULL)
    {
      each_plain (matcher, text, found, user_data);
      return TRUE;
    }
  if (matcher->filter[0] != '\0' && strpbrk (text, matcher->filter) == NULL)
    return TRUE;

  for (gboolean matched = g_regex_match_full (matcher->regex, text, -1, 0, G_REGEX_MATCH_NOTEMPTY, &info, &fault);
       matched; matched = g_match_info_next (info, &fault))
    {
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (end > start && !found (start, end - start, info, user_data))
        break;
    }
  if (fault == NULL)
    return TRUE;

  g_set_error_literal (error, JX_ERROR, JX_ERROR_USAGE,
                       _("The regular expression takes too long; make it simpler, with fewer * and + inside each other"));
  return FALSE;
}
