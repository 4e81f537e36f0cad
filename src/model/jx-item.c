/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/jx-amount.h"
#include "model/jx-document.h"
#include "model/jx-item-build.h"
#include "model/jx-item-private.h"

struct _JxItem
{
  JxDocument *document;
  JxItem *parent;
  GPtrArray *lists[JX_MAX_CHILD_KINDS];
  const char *extra_attributes;
  const char *extra_elements;
  guint index;
  JxKind kind;
  const char *values[];
};

/* What a later version's file had in the element of a field. @content goes with @value only. */
typedef struct
{
  const char *attributes;
  const char *content;
  const char *value;
} FieldExtra;

static inline guint
list_slot (const JxItem *item, JxKind kind)
{
  const JxKind *kinds;
  guint n_kinds;

  kinds = jx_kind_get_child_kinds (item->kind, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i] == kind)
      return i;

  return JX_MAX_CHILD_KINDS;
}

static inline guint
value_slot (const JxItem *item, JxField field)
{
  JxField first;
  guint count;

  jx_field_get_range (item->kind, &first, &count);
  g_return_val_if_fail (field >= first && field < first + (JxField) count, 0);

  return field - first;
}

JxItem *
jx_item_make (JxDocument *document, JxKind kind)
{
  JxField first;
  guint count;
  JxItem *item;

  jx_field_get_range (kind, &first, &count);
  item = jx_store_allocate (jx_document_get_store (document), sizeof (JxItem) + count * sizeof (char *));
  item->document = document;
  item->kind = kind;

  return item;
}

void
jx_item_put (JxItem *item, JxField field, const char *value)
{
  item->values[value_slot (item, field)] = value;
}

static void
renumber (GPtrArray *list, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    ((JxItem *) g_ptr_array_index (list, i))->index = i;
}

void
jx_item_insert_at (JxItem *parent, JxItem *child, guint index)
{
  guint slot = list_slot (parent, child->kind);

  g_return_if_fail (slot < JX_MAX_CHILD_KINDS);

  if (parent->lists[slot] == NULL)
    {
      parent->lists[slot] = g_ptr_array_new ();
      g_ptr_array_add (jx_document_get_store (parent->document)->lists, parent->lists[slot]);
    }

  g_ptr_array_insert (parent->lists[slot], index, child);
  child->parent = parent;
  renumber (parent->lists[slot], index, parent->lists[slot]->len);
}

void
jx_item_take_out (JxItem *child)
{
  GPtrArray *list = child->parent->lists[list_slot (child->parent, child->kind)];

  g_ptr_array_remove_index (list, child->index);
  renumber (list, child->index, list->len);
  child->parent = NULL;
}

/* Costs what lies between the two places, not the whole list. */
void
jx_item_move_to (JxItem *child, guint index)
{
  GPtrArray *list = child->parent->lists[list_slot (child->parent, child->kind)];
  guint from = child->index;

  if (from < index)
    memmove (list->pdata + from, list->pdata + from + 1, (index - from) * sizeof *list->pdata);
  else
    memmove (list->pdata + index + 1, list->pdata + index, (from - index) * sizeof *list->pdata);
  list->pdata[index] = child;
  renumber (list, MIN (from, index), MAX (from, index) + 1);
}

void
jx_item_put_in_order (JxItem *parent, const GPtrArray *order)
{
  GPtrArray *list = parent->lists[list_slot (parent, ((JxItem *) order->pdata[0])->kind)];

  memcpy (list->pdata, order->pdata, list->len * sizeof *list->pdata);
  renumber (list, 0, list->len);
}

JxKind
jx_item_get_kind (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, JX_N_KINDS);

  return item->kind;
}

JxDocument *
jx_item_get_document (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->document;
}

JxItem *
jx_item_get_parent (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->parent;
}

guint
jx_item_get_index (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, 0);

  return item->index;
}

gboolean
jx_item_is_attached (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, FALSE);

  while (item->parent != NULL)
    item = item->parent;

  return item->kind == JX_KIND_DOCUMENT;
}

const char *
jx_item_get (const JxItem *item, JxField field)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->values[value_slot (item, field)];
}

gboolean
jx_item_get_amount (const JxItem *item, JxField field, gint64 *amount_fen)
{
  const char *value = jx_item_get (item, field);

  *amount_fen = 0;
  return value != NULL && jx_amount_parse (value, amount_fen);
}

gboolean
jx_item_get_decimal (const JxItem *item, JxField field, JxDecimal *value)
{
  const char *text = jx_item_get (item, field);

  *value = (JxDecimal) { 0, 0 };
  return text != NULL && jx_decimal_parse (text, value);
}

gboolean
jx_item_may_hold (const JxItem *item, JxKind kind)
{
  g_return_val_if_fail (item != NULL, FALSE);

  return list_slot (item, kind) < JX_MAX_CHILD_KINDS;
}

guint
jx_item_count (const JxItem *item, JxKind kind)
{
  guint slot;

  g_return_val_if_fail (item != NULL, 0);

  slot = list_slot (item, kind);
  g_return_val_if_fail (slot < JX_MAX_CHILD_KINDS, 0);

  return item->lists[slot] != NULL ? item->lists[slot]->len : 0;
}

JxItem *
jx_item_child (const JxItem *item, JxKind kind, guint index)
{
  if (index >= jx_item_count (item, kind))
    return NULL;

  return g_ptr_array_index (item->lists[list_slot (item, kind)], index);
}

const char *
jx_item_get_caption (const JxItem *item)
{
  static const JxField captions[JX_N_KINDS] = {
    [JX_KIND_DOCUMENT] = JX_FIELD_UNIT_NAME,
    [JX_KIND_SUB_GOAL] = JX_FIELD_SUB_GOAL_TITLE,
    [JX_KIND_MEASURE] = JX_FIELD_MEASURE_TEXT,
    [JX_KIND_PROJECT] = JX_FIELD_PROJECT_NAME,
    [JX_KIND_CHECKPOINT] = JX_FIELD_CHECKPOINT_MONTH,
    [JX_KIND_GOAL] = JX_FIELD_GOAL_TEXT,
    [JX_KIND_INDICATOR] = JX_FIELD_INDICATOR_LEVEL3,
    [JX_KIND_TERM_GOAL] = JX_FIELD_TERM_GOAL_TEXT,
    [JX_KIND_TERM_INDICATOR] = JX_FIELD_TERM_INDICATOR_LEVEL3,
  };
  const char *caption;

  g_return_val_if_fail (item != NULL, "");

  caption = jx_item_get (item, captions[item->kind]);
  return caption != NULL ? caption : "";
}

gboolean
jx_item_equal (const JxItem *a, const JxItem *b)
{
  const JxKind *kinds;
  guint n_kinds, count;
  JxField first;

  g_return_val_if_fail (a != NULL && b != NULL && a->kind == b->kind, FALSE);

  jx_field_get_range (a->kind, &first, &count);
  for (guint i = 0; i < count; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;

  kinds = jx_kind_get_child_kinds (a->kind, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (jx_item_count (a, kinds[i]) != jx_item_count (b, kinds[i]))
        return FALSE;
      for (guint j = 0; j < jx_item_count (a, kinds[i]); j++)
        if (!jx_item_equal (jx_item_child (a, kinds[i], j), jx_item_child (b, kinds[i], j)))
          return FALSE;
    }

  return TRUE;
}

const char *
jx_item_get_extra_attributes (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->extra_attributes;
}

const char *
jx_item_get_extra_elements (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->extra_elements;
}

static gboolean
may_build (const JxItem *item)
{
  return jx_document_is_building (item->document) || !jx_item_is_attached (item);
}

JxItem *
jx_item_new (JxDocument *document, JxKind kind)
{
  g_return_val_if_fail (JX_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (kind != JX_KIND_DOCUMENT && kind < JX_N_KINDS, NULL);

  return jx_item_make (document, kind);
}

void
jx_item_init (JxItem *item, JxField field, const char *value)
{
  g_return_if_fail (item != NULL && may_build (item));

  jx_item_put (item, field, jx_store_keep (jx_document_get_store (item->document), value));
}

void
jx_item_append (JxItem *parent, JxItem *child)
{
  g_return_if_fail (parent != NULL && child != NULL && may_build (parent));
  g_return_if_fail (child->parent == NULL && child->document == parent->document);

  jx_item_insert_at (parent, child, jx_item_count (parent, child->kind));
}

void
jx_item_init_extra (JxItem *item, const char *attributes, const char *elements)
{
  JxStore *store;

  g_return_if_fail (item != NULL && may_build (item));

  store = jx_document_get_store (item->document);
  item->extra_attributes = jx_store_keep (store, attributes);
  item->extra_elements = jx_store_keep (store, elements);
}

void
jx_item_init_field_extra (JxItem *item, JxField field, const char *attributes, const char *content)
{
  JxStore *store;
  FieldExtra *extra;
  const char **place;

  g_return_if_fail (item != NULL && may_build (item));

  store = jx_document_get_store (item->document);
  place = &item->values[value_slot (item, field)];
  extra = jx_store_allocate (store, sizeof (FieldExtra));
  extra->attributes = jx_store_keep (store, attributes);
  extra->content = jx_store_keep (store, content);
  extra->value = *place;

  if (store->field_extras == NULL)
    store->field_extras = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (store->field_extras, place, extra);
}

gboolean
jx_item_get_field_extra (const JxItem *item, JxField field, const char **attributes, const char **content)
{
  GHashTable *extras;
  const FieldExtra *extra;
  const char *const *place;

  g_return_val_if_fail (item != NULL && attributes != NULL && content != NULL, FALSE);

  *attributes = *content = NULL;
  extras = jx_document_get_store (item->document)->field_extras;
  if (extras == NULL)
    return FALSE;

  place = &item->values[value_slot (item, field)];
  extra = g_hash_table_lookup (extras, place);
  if (extra == NULL)
    return FALSE;

  *attributes = extra->attributes;
  if (g_strcmp0 (extra->value, *place) == 0)
    *content = extra->content;
  return TRUE;
}

/* Extras are of a later version, and then so is the document that takes them. */
static void
copy_extras (JxItem *copy, const JxItem *source, JxField first, guint count)
{
  if (source->document != copy->document)
    jx_document_raise_minor (copy->document, jx_document_get_minor (source->document));

  jx_item_init_extra (copy, source->extra_attributes, source->extra_elements);
  for (guint i = 0; i < count; i++)
    {
      const char *attributes, *content;

      if (jx_item_get_field_extra (source, first + i, &attributes, &content))
        jx_item_init_field_extra (copy, first + i, attributes, content);
    }
}

JxItem *
jx_item_copy (JxDocument *document, const JxItem *source)
{
  JxField first;
  guint count, n_kinds;
  const JxKind *kinds;
  JxItem *copy;
  gboolean shared;

  g_return_val_if_fail (source != NULL, NULL);

  shared = jx_store_borrows (jx_document_get_store (document), jx_document_get_store (source->document));
  copy = jx_item_new (document, source->kind);
  jx_field_get_range (source->kind, &first, &count);
  for (guint i = 0; i < count; i++)
    copy->values[i] = shared ? source->values[i] : jx_store_keep (jx_document_get_store (document), source->values[i]);
  copy_extras (copy, source, first, count);

  kinds = jx_kind_get_child_kinds (source->kind, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < jx_item_count (source, kinds[i]); j++)
      jx_item_append (copy, jx_item_copy (document, jx_item_child (source, kinds[i], j)));

  return copy;
}
