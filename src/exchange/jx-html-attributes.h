/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlstring.h>

G_BEGIN_DECLS

/* What the attributes of an element of a page tell. @attributes: (nullable) (array zero-terminated=1): names and
 * values in turn, as libxml2's parser gives them. */

/** jx_html_get_number: Returns: the number attribute @name begins with, at most 1,000,000; @fallback where there is none. */
guint jx_html_get_number (const xmlChar **attributes, const char *name, guint fallback);
/** jx_html_is_hidden: Returns: whether the element and what it holds is not shown. */
gboolean jx_html_is_hidden (const xmlChar **attributes);
/** jx_html_keeps_blanks: Returns: whether blanks and line ends in it are shown as they are. */
gboolean jx_html_keeps_blanks (const xmlChar **attributes);
/** jx_html_get_list_format: Returns: (transfer none): how an ordered list counts, as jx_docx_format_number() has it. */
const char *jx_html_get_list_format (const xmlChar **attributes);

G_END_DECLS
