/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/jx-edit.h"
#include "model/jx-item.h"

G_BEGIN_DECLS

#define JX_TYPE_DOCUMENT (jx_document_get_type ())
G_DECLARE_FINAL_TYPE (JxDocument, jx_document, JX, DOCUMENT, GObject)

/**
 * JxChange:
 *
 * What "changed" tells: the one change just made.
 * @type: %JX_EDIT_SET, %JX_EDIT_INSERT, %JX_EDIT_REMOVE, %JX_EDIT_MOVE or %JX_EDIT_ORDER, never a group
 * @item: the item set; for the others the parent
 * @field: the field set; %JX_FIELD_NONE for the others
 * @child: (nullable): the item inserted, removed or moved; of those put into another order the first
 * @index: where it is now (inserted, moved to) or was (removed)
 * @from: where a moved item was
 */
typedef struct
{
  JxEditType type;
  JxItem *item;
  JxField field;
  JxItem *child;
  guint index;
  guint from;
} JxChange;

/**
 * JxDocument:
 *
 * A goal document. Main-thread only once somebody else has seen it; a thread that reads a file hands
 * over a complete new one.
 *
 * Signals: "changed" (const JxChange *) after each single change; "settled" () once after each
 * jx_document_apply(), for what is costly to work out anew.
 */

/** jx_document_new: Returns: (transfer full): an empty document, in the making until jx_document_finish_building(). */
JxDocument *jx_document_new (void);

/** jx_document_finish_building: From here on only jx_document_apply() changes it. */
void jx_document_finish_building (JxDocument *document);

/** jx_document_is_building: Returns: whether it may still change without telling so. */
gboolean jx_document_is_building (JxDocument *document);

/** jx_document_get_root: Returns: (transfer none): the item of kind %JX_KIND_DOCUMENT. */
JxItem *jx_document_get_root (JxDocument *document);

/**
 * jx_document_apply:
 * @document: a document
 * @edit: what to change; values are checked by jx_field_check()
 * @error: %JX_ERROR_VALUE or %JX_ERROR_STRUCTURE
 *
 * The one gate for change. Applies all of @edit or, where any part does not fit, nothing.
 *
 * Returns: (transfer full) (nullable): the edit that takes it back; %NULL with @error set
 */
JxEdit *jx_document_apply (JxDocument *document, const JxEdit *edit, GError **error);

/** JxDocumentLook: only looks at @document, changes nothing in it and keeps nothing of it. */
typedef void (*JxDocumentLook) (JxDocument *document, gpointer user_data);

/**
 * jx_document_suppose:
 * @error: as jx_document_apply(); then @look was not called
 *
 * Shows to @look the document as it would be with @edit. Nobody else hears of it, and afterwards it is as before.
 *
 * Returns: whether @edit fits
 */
gboolean jx_document_suppose (JxDocument *document, const JxEdit *edit, JxDocumentLook look, gpointer user_data, GError **error);

/** jx_document_get_minor: Returns: minor version of the file format the document came in, or of the later file its extras came from; what it holds may need a higher one. */
guint jx_document_get_minor (JxDocument *document);

/** jx_document_raise_minor: The document now needs at least @minor; for whoever gives it extras. */
void jx_document_raise_minor (JxDocument *document, guint minor);

/** jx_document_sum: Returns: the sum of @field (an amount of projects) over all projects in 分, blanks as 0. */
gint64 jx_document_sum (JxDocument *document, JxField field);

/** jx_document_find_project: Returns: (transfer none) (nullable): the first project with @code. */
JxItem *jx_document_find_project (JxDocument *document, const char *code);

/**
 * jx_document_get_file_date:
 *
 * When files made of it say they were made: the date in SOURCE_DATE_EPOCH, else the first day of its
 * year. No clock: the same document makes the same bytes.
 *
 * Returns: (transfer full): a date in UTC
 */
GDateTime *jx_document_get_file_date (JxDocument *document);

G_END_DECLS
