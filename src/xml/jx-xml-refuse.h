/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xml/jx-xml-build.h"

G_BEGIN_DECLS

/* What is wrong with a file, told in the user's words. The first error counts and ends the parsing. */

/** jx_xml_refuse: @code: a JxError; @line: 0: where the parser is; @format: the sentence, without the place. */
void jx_xml_refuse (JxXmlBuild *build, int code, int line, const char *format, ...) G_GNUC_PRINTF (4, 5);

/** jx_xml_refuse_unknown: the element @name, which the innermost item or field cannot hold. */
void jx_xml_refuse_unknown (JxXmlBuild *build, const xmlChar *name);

/** jx_xml_refuse_late: @label: user's name of a part of @open that should have come earlier. */
void jx_xml_refuse_late (JxXmlBuild *build, const JxXmlOpenItem *open, const char *label);

/** jx_xml_refuse_attribute: the first of the attributes that the document's element of @kind cannot have. */
void jx_xml_refuse_attribute (JxXmlBuild *build, JxKind kind, int n_attributes, const xmlChar **attributes);

/** jx_xml_refuse_stray_text: text that is in no field. */
void jx_xml_refuse_stray_text (JxXmlBuild *build, const char *text, gsize length);

/** jx_xml_refuse_syntax: @fault: what the parser says. */
void jx_xml_refuse_syntax (JxXmlBuild *build, const xmlError *fault);

/** jx_xml_refuse_stuck: refuses a file in which the parser waits for the end of a tag or comment all too long. */
void jx_xml_refuse_stuck (JxXmlBuild *build);

/**
 * jx_xml_check_root:
 *
 * Checks the outermost element and its version, and refuses what is not ours.
 *
 * Returns: whether the document may be read; sets @later and the document's version
 */
gboolean jx_xml_check_root (JxXmlBuild *build, const xmlChar *name, const xmlChar *uri,
                            int n_attributes, const xmlChar **attributes);

G_END_DECLS
