/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-pattern.h"

G_BEGIN_DECLS

/**
 * JxLine:
 *
 * A heading or paragraph of a form as it is met in a text, a line of its own.
 * @parts: (array length=n_parts): its words and fields
 * @words: (nullable): folded, where it has no field: a fixed heading
 * @bare_words: (nullable): the same without the number in front
 * @whole: (nullable): of the last line of a fixed heading over several lines: all of them, folded
 * @others: (nullable) (element-type utf8): other wordings of a fixed heading, folded, with and without their number
 * @aliases: (nullable) (element-type utf8): other wordings of the words of a line with a field
 * @kin: (nullable): @words with # for the numeral, where words stand before it: other parts have another
 * @list: whose items repeat it, %JX_N_KINDS for none
 * @first, @last: with @list: the lines of one item
 * @section: counts fixed headings outside of lists; 0 before the first
 * @title: stands on the title page
 */
typedef struct
{
  JxFormPart **parts;
  guint n_parts;
  char *words;
  char *bare_words;
  char *whole;
  GPtrArray *others;
  GPtrArray *aliases;
  char *kin;
  gboolean has_words;
  gboolean has_number;
  gboolean heading;
  gboolean title;
  JxKind list;
  guint first;
  guint last;
  guint section;
} JxLine;

/**
 * JxScript:
 *
 * The headings and paragraphs of a form and of the forms it uses for the same item, in order; tables
 * and what is used for a list's items are not among them.
 */
typedef struct
{
  GArray *lines;      /* (element-type JxLine) */
  GHashTable *styles; /* of the numbers of its fixed headings */
  GPtrArray *contents; /* (element-type utf8): what stands above a table of contents, folded */
  GPtrArray *title;    /* (element-type JxFormPart): all of the title page, one behind the other */
  JxLine title_line;   /* the same as a line */
} JxScript;

JxScript *jx_script_new (JxFormSet *set, const JxForm *form);
void jx_script_free (JxScript *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxScript, jx_script_free)
const JxLine *jx_script_get (const JxScript *script, guint index);

/** jx_line_match: Returns: whether @text is @line, in its own words or another wording of them. */
gboolean jx_line_match (const JxLine *line, const char *text, JxMatch *match);

/** jx_script_dup_kin: Returns: (transfer full): @folded with # for every numeral in it. */
char *jx_script_dup_kin (const char *folded);

G_END_DECLS
