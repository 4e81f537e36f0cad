/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/jx-decimal.h"
#include "model/jx-field.h"

G_BEGIN_DECLS

typedef struct _JxDocument JxDocument;

/**
 * JxItem:
 *
 * One item of a goal document: the document itself, a sub-goal, a project, an indicator … It has a
 * value for each field of its kind (%NULL is blank, unknown) and a list for each kind it holds.
 *
 * An item lives as long as its document, also after it was removed from its list (so that undo can
 * put the very same item back): a pointer to it never dangles while the document is held.
 * Items are read here and changed only through jx_document_apply(); jx-item-build.h is for those
 * who make a new document or a new item that nobody has seen yet.
 */
typedef struct _JxItem JxItem;

JxKind jx_item_get_kind (const JxItem *item);

/** jx_item_get_document: Returns: (transfer none): the document the item belongs to. */
JxDocument *jx_item_get_document (const JxItem *item);

/** jx_item_get_parent: Returns: (transfer none) (nullable): the holder; %NULL for the document's own item and for items not (any more) in a list. */
JxItem *jx_item_get_parent (const JxItem *item);

/** jx_item_get_index: Returns: place in the parent's list, from 0; meaningless without a parent. */
guint jx_item_get_index (const JxItem *item);

/** jx_item_is_attached: Returns: whether the item is part of the document now (not removed, not still being made). */
gboolean jx_item_is_attached (const JxItem *item);

/** jx_item_get: Returns: (transfer none) (nullable): the value as written, %NULL for blank. Valid as long as the document. */
const char *jx_item_get (const JxItem *item, JxField field);

/** jx_item_get_amount: @amount_fen: (out): in 分. Returns: whether the field holds an amount; if not, @amount_fen is 0. */
gboolean jx_item_get_amount (const JxItem *item, JxField field, gint64 *amount_fen);

/** jx_item_get_decimal: @value: (out). Returns: whether the field (percent, score, month, year) holds a number; if not, @value is 0. */
gboolean jx_item_get_decimal (const JxItem *item, JxField field, JxDecimal *value);

/** jx_item_may_hold: Returns: whether items of @item's kind hold lists of @kind. */
gboolean jx_item_may_hold (const JxItem *item, JxKind kind);

guint jx_item_count (const JxItem *item, JxKind kind);

/** jx_item_child: Returns: (transfer none) (nullable): the @index-th child of @kind, %NULL past the end. */
JxItem *jx_item_child (const JxItem *item, JxKind kind, guint index);

/** jx_item_get_caption: Returns: (transfer none): what names the item to a person, from its own words; "" where they are blank. */
const char *jx_item_get_caption (const JxItem *item);

/** jx_item_equal: Returns: whether @a and @b, of one kind, say the same in all fields and lists. */
gboolean jx_item_equal (const JxItem *a, const JxItem *b);

/** jx_item_get_extra_attributes: Returns: (transfer none) (nullable): attributes of a later version's file, as XML text with a blank before each. */
const char *jx_item_get_extra_attributes (const JxItem *item);

/** jx_item_get_extra_elements: Returns: (transfer none) (nullable): elements of a later version's file, as XML text, ends in \n. */
const char *jx_item_get_extra_elements (const JxItem *item);

/**
 * jx_item_get_field_extra:
 * @attributes: (out) (nullable): what a later version's file had in the element of @field, as XML text with a blank before each
 * @content: (out) (nullable): that element's whole content as XML text, where it held more than the
 *   value and the value is still the one read
 *
 * Returns: whether there is any of it
 */
gboolean jx_item_get_field_extra (const JxItem *item, JxField field, const char **attributes, const char **content);

G_END_DECLS
