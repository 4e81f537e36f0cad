/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as XML holds it, so that a parser gives back the very same characters. What XML cannot hold
 * (control characters, U+FFFE, U+FFFF), which jx_field_check() refuses, becomes U+FFFD. */

/** jx_xml_escape_text: appends @length bytes of @text as the content of an element. */
void jx_xml_escape_text (GString *out, const char *text, gsize length);

/** jx_xml_escape_attribute: the same between double quotes. */
void jx_xml_escape_attribute (GString *out, const char *text, gsize length);

G_END_DECLS
