/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the elements of web pages mean to a reader of their words. */
typedef enum
{
  JX_HTML_WORDS, /* within a line */
  JX_HTML_SPACED, /* the same, whose blanks are kept as they are */
  JX_HTML_BLOCK, /* lines of its own */
  JX_HTML_BREAK,
  JX_HTML_HIDDEN,
  JX_HTML_HEADING,
  JX_HTML_CAPTION,
  JX_HTML_VERBATIM,
  JX_HTML_LIST,
  JX_HTML_ORDERED_LIST,
  JX_HTML_LIST_ITEM,
  JX_HTML_TABLE,
  JX_HTML_ROW_GROUP,
  JX_HTML_ROW,
  JX_HTML_CELL,
} JxHtmlTag;

JxHtmlTag jx_html_tag_find (const char *name);

/** jx_html_has_endless_tag: Returns: whether a tag in the page has more attributes than anyone writes: the parser compares all with all. */
gboolean jx_html_has_endless_tag (const char *text);

/** jx_html_blot_marks: makes comments of the marks <![…]> that Word strews about, as browsers do; the parser takes them for words. */
void jx_html_blot_marks (char *text);

G_END_DECLS
