/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/**
 * JxEdit:
 *
 * One change of a document, or several that belong together (a group). Edits go through the gate,
 * jx_document_apply(), and nowhere else.
 */
typedef struct _JxEdit JxEdit;

typedef enum
{
  JX_EDIT_SET,
  JX_EDIT_INSERT,
  JX_EDIT_REMOVE,
  JX_EDIT_MOVE,
  JX_EDIT_ORDER,
  JX_EDIT_GROUP,
} JxEditType;

/** jx_edit_new_set: @value: (nullable): as the document would hold it; copied. */
JxEdit *jx_edit_new_set (JxItem *item, JxField field, const char *value);

/** jx_edit_new_insert: puts @child (unattached, of @parent's document) before the @index-th of its kind; -1 appends. */
JxEdit *jx_edit_new_insert (JxItem *parent, JxItem *child, int index);

JxEdit *jx_edit_new_remove (JxItem *child);

/** jx_edit_new_move: moves @child within its list so that it ends at @index. */
JxEdit *jx_edit_new_move (JxItem *child, guint index);

/**
 * jx_edit_new_order:
 * @children: (transfer full) (element-type JxItem): all children of one kind of an item, at least one, as they shall stand
 *
 * Puts them into that order at once: moves one by one would cost the square of their number.
 */
JxEdit *jx_edit_new_order (GPtrArray *children);

/** jx_edit_new_group: an empty group; jx_edit_add() fills it. All of it is applied or nothing. */
JxEdit *jx_edit_new_group (void);

/** jx_edit_add: @part: (transfer full). */
void jx_edit_add (JxEdit *group, JxEdit *part);

/** jx_edit_is_empty: Returns: whether it is a group without parts. */
gboolean jx_edit_is_empty (const JxEdit *edit);

/** jx_edit_get_focus: Returns: (transfer none): the item the edit (or the first part of a group) is about, for showing where a change was; the parent for inserts and removals not in the document, the first of those put into order. */
JxItem *jx_edit_get_focus (const JxEdit *edit, JxField *field);

void jx_edit_free (JxEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxEdit, jx_edit_free)

G_END_DECLS
