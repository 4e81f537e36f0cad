/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-html-tags.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ATTRIBUTES 5000

typedef struct
{
  const char *name;
  JxHtmlTag tag;
} Tag;

/* In order. What is not here are words. */
static const Tag tags[] = {
  { "address", JX_HTML_BLOCK },
  { "article", JX_HTML_BLOCK },
  { "aside", JX_HTML_BLOCK },
  { "blockquote", JX_HTML_BLOCK },
  { "body", JX_HTML_BLOCK },
  { "br", JX_HTML_BREAK },
  { "caption", JX_HTML_CAPTION },
  { "center", JX_HTML_BLOCK },
  { "dd", JX_HTML_BLOCK },
  { "del", JX_HTML_HIDDEN },
  { "details", JX_HTML_BLOCK },
  { "dir", JX_HTML_LIST },
  { "div", JX_HTML_BLOCK },
  { "dl", JX_HTML_BLOCK },
  { "dt", JX_HTML_BLOCK },
  { "fieldset", JX_HTML_BLOCK },
  { "figcaption", JX_HTML_BLOCK },
  { "figure", JX_HTML_BLOCK },
  { "footer", JX_HTML_BLOCK },
  { "form", JX_HTML_BLOCK },
  { "h1", JX_HTML_HEADING },
  { "h2", JX_HTML_HEADING },
  { "h3", JX_HTML_HEADING },
  { "h4", JX_HTML_HEADING },
  { "h5", JX_HTML_HEADING },
  { "h6", JX_HTML_HEADING },
  { "head", JX_HTML_HIDDEN },
  { "header", JX_HTML_BLOCK },
  { "hr", JX_HTML_BLOCK },
  { "iframe", JX_HTML_HIDDEN },
  { "legend", JX_HTML_BLOCK },
  { "li", JX_HTML_LIST_ITEM },
  { "main", JX_HTML_BLOCK },
  { "menu", JX_HTML_LIST },
  { "nav", JX_HTML_HIDDEN },
  { "noframes", JX_HTML_HIDDEN },
  { "object", JX_HTML_HIDDEN },
  { "ol", JX_HTML_ORDERED_LIST },
  { "p", JX_HTML_BLOCK },
  { "pre", JX_HTML_VERBATIM },
  { "rp", JX_HTML_HIDDEN },
  { "rt", JX_HTML_HIDDEN },
  { "script", JX_HTML_HIDDEN },
  { "section", JX_HTML_BLOCK },
  { "select", JX_HTML_HIDDEN },
  { "style", JX_HTML_HIDDEN },
  { "summary", JX_HTML_BLOCK },
  { "svg", JX_HTML_HIDDEN },
  { "table", JX_HTML_TABLE },
  { "tbody", JX_HTML_ROW_GROUP },
  { "td", JX_HTML_CELL },
  { "template", JX_HTML_HIDDEN },
  { "tfoot", JX_HTML_ROW_GROUP },
  { "th", JX_HTML_CELL },
  { "thead", JX_HTML_ROW_GROUP },
  { "title", JX_HTML_HIDDEN },
  { "tr", JX_HTML_ROW },
  { "ul", JX_HTML_LIST },
};

static int
compare (const void *name, const void *tag)
{
  return strcmp (name, ((const Tag *) tag)->name);
}

JxHtmlTag
jx_html_tag_find (const char *name)
{
  const Tag *tag = bsearch (name, tags, G_N_ELEMENTS (tags), sizeof (Tag), compare);

  return tag != NULL ? tag->tag : JX_HTML_WORDS;
}

#define BLANKS " \t\n\f\r"

static const char *
find_end (const char *at, const char *mark)
{
  const char *end = strcasestr (at, mark);

  return end != NULL ? end : at + strlen (at);
}

static const char *
skip_value (const char *at)
{
  const char *end;

  if (*at != '"' && *at != '\'')
    return at + strcspn (at, BLANKS ">");
  end = strchr (at + 1, *at);

  return end != NULL ? end : at + strlen (at);
}

/* Just as the parser goes. @n: how many attributes the tag has. Returns: its end. */
static const char *
skip_tag (const char *at, guint *n)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:.";

  *n = 0;
  at += strcspn (at, BLANKS "/>");
  if (*at == '>')
    return at;
  for (;;)
    {
      gsize length;

      at += strspn (at, BLANKS "/\"'");
      if (*at == '\0' || *at == '>')
        return at;

      length = strchr (letters, *at) != NULL ? strcspn (at, BLANKS "/>=\"'") : 0;
      /* Overlong names are taken for several. */
      *n += 1 + (guint) (length / 100);
      at += length;
      if (length == 0)
        at += MAX (strcspn (at, BLANKS ">"), 1);
      else if (at[strspn (at, BLANKS)] == '=')
        {
          at += strspn (at, BLANKS) + 1;
          at = skip_value (at + strspn (at, BLANKS));
        }
    }
}

gboolean
jx_html_has_endless_tag (const char *text)
{
  const char *at = text;

  while ((at = strchr (at, '<')) != NULL)
    {
      const char *tag = at++;
      guint n = 0;

      if (g_ascii_isalpha (*at))
        at = skip_tag (at, &n);
      else if (strncmp (tag, "<!--", 4) == 0)
        at = find_end (tag + 4, "-->");
      if (n > MAX_ATTRIBUTES)
        return TRUE;
      if (tag[1] != 's' && tag[1] != 'S')
        continue;
      if (g_ascii_strncasecmp (tag, "<script", 7) == 0)
        at = find_end (at, "</script");
      else if (g_ascii_strncasecmp (tag, "<style", 6) == 0)
        at = find_end (at, "</style");
    }

  return FALSE;
}

void
jx_html_blot_marks (char *text)
{
  for (char *mark = strstr (text, "<!["); mark != NULL; mark = strstr (mark + 3, "<!["))
    {
      gsize length = strcspn (mark, ">") + 1;

      if (mark[length - 1] != '>')
        return;
      if (length < strlen ("<!---->"))
        continue;
      memset (mark + 2, ' ', length - 3);
      memcpy (mark, "<!--", 4);
      memcpy (mark + length - 3, "-->", 3);
    }
}
