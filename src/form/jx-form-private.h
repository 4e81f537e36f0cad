/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "form/jx-form.h"

G_BEGIN_DECLS

/* Between the files of this folder only. */

struct _JxForm
{
  char *file;
  char *id;
  char *title;
  JxKind subject;
  gboolean standard;
  JxFormPage page;
  GPtrArray *styles; /* (element-type JxStyle) */
  JxFormNode *root;
};

/** jx_form_node_new: Returns: (transfer full): a node, appended to @parent's children where there is a @parent, which then owns it. */
JxFormNode *jx_form_node_new (JxFormNode *parent, JxNodeType type, int line);

/** jx_form_find_kind: Returns: the kind forms call @name: as in files, the document also "document"; or %JX_N_KINDS. */
JxKind jx_form_find_kind (const char *name);

/** jx_form_kind_name: Returns: (transfer none): what forms call @kind. */
const char *jx_form_kind_name (JxKind kind);

/** jx_form_kind_holder: Returns: the kind of item that holds lists of @kind; %JX_N_KINDS for the document. */
JxKind jx_form_kind_holder (JxKind kind);

/**
 * jx_form_parts_add:
 * @parts: (element-type JxFormPart): where they go
 * @words: words with fields in braces
 * @scope: the kind of item the words are about
 * @beside: the kind of the item beside it in the same row, %JX_N_KINDS for none
 *
 * Takes @words apart (see jx-form.h).
 */
gboolean jx_form_parts_add (GPtrArray *parts, const char *words, JxKind scope, JxKind beside, const char *file, int line, GError **error);

/** jx_form_part_new: Returns: (transfer full): a part; @text is copied. */
JxFormPart *jx_form_part_new (JxPartType type, const char *text, gssize length);
void jx_form_part_free (gpointer part);

/** jx_form_braces_add: takes apart what stands between braces, @inside, which it changes; see jx_form_parts_add(). */
gboolean jx_form_braces_add (GPtrArray *parts, char *inside, JxKind scope, JxKind beside, const char *file, int line, GError **error);

/** jx_form_complete_keys: tells every part that depends on a field what stands in the form where that is blank. */
void jx_form_complete_keys (JxForm *form);

/** jx_form_check_table: Returns: whether the cells of each row of @table, with those that reach down from above, fill its columns. */
gboolean jx_form_check_table (const JxFormNode *table, const char *file, GError **error);

G_END_DECLS
