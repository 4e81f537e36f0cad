/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"

G_BEGIN_DECLS

/**
 * JxLine:
 *
 * A heading or paragraph of a form as it is met in a text, a line of its own.
 * @parts: (array length=n_parts): its words and fields
 * @words: (nullable): folded, where it has no field: a fixed heading
 * @bare_words: (nullable): the same without the number in front
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
  GArray *lines; /* (element-type JxLine) */
  GHashTable *styles; /* of the numbers of its fixed headings */
} JxScript;

JxScript *jx_script_new (JxFormSet *set, const JxForm *form);
void jx_script_free (JxScript *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxScript, jx_script_free)
const JxLine *jx_script_get (const JxScript *script, guint index);

G_END_DECLS
