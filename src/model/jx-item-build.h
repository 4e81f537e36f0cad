/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/* For readers, importers and "new project": making items that nobody has seen yet. On an attached
 * item these work only until jx_document_finish_building(); after that every change is an edit. */

/** jx_item_new: Returns: (transfer none): a new, blank, unattached item; owned by @document. */
JxItem *jx_item_new (JxDocument *document, JxKind kind);

/**
 * jx_item_init:
 * @value: (nullable): a value that passed jx_field_check()
 *
 * Sets a value; the text is copied. "" is blank.
 */
void jx_item_init (JxItem *item, JxField field, const char *value);

/** jx_item_append: Appends @child, which is new, to @parent's list of its kind. */
void jx_item_append (JxItem *parent, JxItem *child);

/** jx_item_init_extra: Keeps what a later version's file had in this item (see jx_item_get_extra_elements()). */
void jx_item_init_extra (JxItem *item, const char *attributes, const char *elements);

/** jx_item_init_field_extra: The same for one field, whose value is set already (see jx_item_get_field_extra()). */
void jx_item_init_field_extra (JxItem *item, JxField field, const char *attributes, const char *content);

/**
 * jx_document_borrow_texts:
 *
 * What is copied to @document from @source from now on shares its texts, which live as long as either: for a copy of the
 * whole, which costs a tenth then. What was borrowed by @source itself is borrowed, too; what it borrows later is not.
 */
void jx_document_borrow_texts (JxDocument *document, JxDocument *source);

/** jx_item_copy: Returns: (transfer none): a new unattached item of @document, a deep copy of @source, which may be another document's. */
JxItem *jx_item_copy (JxDocument *document, const JxItem *source);

G_END_DECLS
