/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-target-parts.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/* The tables of a form, unrolled for reading: one place after another, in reading order. */

typedef enum
{
  JX_SLOT_LABEL,   /* fixed words */
  JX_SLOT_VALUE,   /* fields, one cell */
  JX_SLOT_LIST,    /* a list's items, a line each, in one cell */
  JX_SLOT_ACROSS,  /* a list's items side by side */
  JX_SLOT_COVERED, /* a label from the row above reaches down here */
  JX_SLOT_DERIVED, /* worked out of fields: what the source says is held against it */
  JX_SLOT_PART,    /* a column with a part of the list's target value, or the heading of a column another form has */
  JX_SLOT_OTHER,   /* a column the form does not have */
} JxSlotType;

/**
 * JxSlot:
 * @node: the cell; of ACROSS the cell inside it; of COVERED the label
 * @row: the form's row, counted over all its tables
 * @first: it is the first of its row
 * @begins_row: it is, or nothing but covered and merging places stand before it, which the source may leave out
 * @each: the list whose items' rows it belongs to, %JX_N_KINDS for none
 * @beside: with @each: the list whose items stand beside them, %JX_N_KINDS for none
 * @each_first: with @each: the first slot of such an item; @each_last: the last
 * @list: of LIST and ACROSS: what is listed
 * @field: the (first) field it holds, of a label the month or year in it; %JX_FIELD_NONE for none
 * @has_words: a value with fixed words in it
 * @part: of PART: which
 * @framed: it has rules around it: no paragraph is taken for it
 */
typedef struct
{
  JxSlotType type;
  const JxFormNode *node;
  guint row;
  gboolean first;
  gboolean begins_row;
  gboolean header;
  gboolean merge;
  JxKind each;
  JxKind beside;
  guint each_first;
  guint each_last;
  JxKind list;
  JxField field;
  gboolean has_words;
  gboolean framed;
  JxTargetPart part;
} JxSlot;

/**
 * JxSlots:
 * @slots: (element-type JxSlot)
 * @labels: folded words, figures as # → (element-type guint) the slots that bear them, aliases included
 * @value_labels: folded words, without a colon, that some write before a value where the form has none
 * @n_labels: how many slots are labels
 * @first_characters: a bit for what each of all these words begins with, so that most texts are told from them at a glance
 * @longest: bytes of the longest label, unfolded
 * @asked: texts asked for → the label slots found, as a list of many tables says the same words again and again
 * @loose: other wordings of a label, of forms nobody described, are that label too (jx-sense.h)
 */
typedef struct
{
  const JxForm *form;
  GArray *slots;
  GHashTable *labels;
  GHashTable *value_labels;
  guint64 first_characters[4];
  guint n_labels;
  gsize longest;
  GHashTable *asked;
  gboolean loose;
} JxSlots;

/**
 * JxColumn:
 *
 * A column of a source's table.
 * @place: in the form's heading row, -1 for a column the form does not have
 * @part: of such a one: the part of the target value it holds
 * @slot: (nullable): of such a one: the place another form has for it
 */
typedef struct
{
  int place;
  JxTargetPart part;
  const JxSlot *slot;
} JxColumn;

/** jx_slots_new: Returns: (transfer full): the places of all tables of @form. */
JxSlots *jx_slots_new (const JxForm *form);
void jx_slots_free (JxSlots *slots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSlots, jx_slots_free)

/** jx_slots_get: asked for millions of times, so it stands here. Returns: (transfer none): slot @index, which there is. */
static inline const JxSlot *
jx_slots_get (const JxSlots *slots, guint index)
{
  return &g_array_index (slots->slots, JxSlot, index);
}
/** jx_slots_find_label: Returns: (transfer none) (nullable) (element-type guint): the label slots with the words @text. */
const GArray *jx_slots_find_label (const JxSlots *slots, const char *text);
/** jx_slots_is_value_label: Returns: whether @text is nothing but such words. */
gboolean jx_slots_is_value_label (const JxSlots *slots, const char *text);
/** jx_slots_find_value_label: Returns: (transfer none) (nullable): the slot whose value they stand before. */
const JxSlot *jx_slots_find_value_label (const JxSlots *slots, const char *text);
/**
 * jx_slots_reorder:
 * @first: the first slot of a heading row that stands above a list's rows
 * @order: (array length=n): as the source has the columns
 *
 * Returns: (transfer full): a copy with that heading row and the list's rows below it in the source's order
 */
JxSlots *jx_slots_reorder (const JxSlots *slots, guint first, const JxColumn *order, guint n);

/** jx_slots_count_heading: Returns: how many columns the heading row that begins with slot @first has, if a list's rows with as many stand below it; else 0. */
guint jx_slots_count_heading (const JxSlots *slots, guint first);

G_END_DECLS
