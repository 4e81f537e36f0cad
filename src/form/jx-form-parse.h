/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "form/jx-form-private.h"

G_BEGIN_DECLS

/* Between the two files that read a form's XML. All return whether it went well; if not, the
 * parser's error is set. An attribute that is not there leaves what it was to set as it is. */

typedef struct
{
  JxForm *form;
  GError **error;
} JxFormParser;

/** jx_form_parser_fail: sets the error, with the place of @element. Returns: %FALSE. */
gboolean jx_form_parser_fail (JxFormParser *parser, xmlNode *element, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** jx_form_parser_dup_attribute: Returns: (transfer full) (nullable). */
char *jx_form_parser_dup_attribute (xmlNode *element, const char *name);

/** jx_form_parser_check_attributes: @allowed: names with a blank between. Attributes of other namespaces are let be. */
gboolean jx_form_parser_check_attributes (JxFormParser *parser, xmlNode *element, const char *allowed);

gboolean jx_form_parser_get_number (JxFormParser *parser, xmlNode *element, const char *name, double from, double to, double *number);

/** jx_form_parser_get_count: a whole number from 1 to @most. */
gboolean jx_form_parser_get_count (JxFormParser *parser, xmlNode *element, const char *name, int most, int *count);

/** jx_form_parser_get_numbers: @numbers: (element-type double): they are appended. */
gboolean jx_form_parser_get_numbers (JxFormParser *parser, xmlNode *element, const char *name, double from, double to, GArray *numbers);

/** jx_form_parser_get_choice: @choices: words with a blank between; @choice: (inout): the place among them, from 0. */
gboolean jx_form_parser_get_choice (JxFormParser *parser, xmlNode *element, const char *name, const char *choices, int *choice);

/** jx_form_parser_read_blocks: reads what stands in @root into the form's root node. */
gboolean jx_form_parser_read_blocks (JxFormParser *parser, xmlNode *root);

G_END_DECLS
