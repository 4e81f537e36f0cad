/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one part of a form's words shows of the items in scope. */
#include "form/jx-layout-private.h"

#include <string.h>

#include "base/jx-amount.h"
#include "base/jx-decimal.h"
#include "form/jx-aspect.h"

#define BOX_TICKED "☑"
#define BOX_EMPTY "☐"

static const char *
get_key (const JxFormPart *part, const JxScope *scope)
{
  const JxItem *keeper = part->key_field != JX_FIELD_NONE ? scope->items[part->key_kind] : NULL;

  return keeper != NULL ? jx_item_get (keeper, part->key_field) : part->key;
}

/* The item whose field @part is about; NULL where there is none. */
static JxItem *
find_item (const JxFormPart *part, const JxScope *scope)
{
  const char *key = get_key (part, scope);
  JxItem *holder;
  JxField first;
  guint n;

  if (part->key == NULL && part->key_field == JX_FIELD_NONE)
    return scope->items[part->kind];

  holder = jx_scope_get_holder (scope, part->kind);
  jx_field_get_range (part->kind, &first, &n);
  for (guint i = 0; key != NULL && holder != NULL && i < jx_item_count (holder, part->kind); i++)
    {
      JxItem *item = jx_item_child (holder, part->kind, i);

      if (g_strcmp0 (jx_item_get (item, first), key) == 0)
        return item;
    }

  return NULL;
}

/* The field itself, or what stands for it where it is blank. */
static char *
dup_field (const JxFormPart *part, const JxScope *scope, JxItem **item, JxField *field)
{
  *item = find_item (part, scope);
  *field = *item != NULL ? part->field : JX_FIELD_NONE;

  for (const JxFormPart *at = part; at != NULL; at = at->fallback)
    {
      JxItem *owner = at->type == JX_PART_FIELD ? find_item (at, scope) : NULL;
      const char *value = owner != NULL ? jx_item_get (owner, at->field) : NULL;

      if (at->type == JX_PART_TEXT)
        return g_strdup (at->text);
      if (value == NULL)
        continue;
      *item = at->aspect == JX_ASPECT_WHOLE ? owner : NULL;
      *field = *item != NULL ? at->field : JX_FIELD_NONE;
      return at->aspect == JX_ASPECT_WHOLE ? g_strdup (value) : jx_aspect_dup (value, at->aspect);
    }

  return NULL;
}

/* Words of a list of choices stand one behind the other in one field. */
static char *
dup_tick (const JxFormPart *part, const JxScope *scope)
{
  const JxItem *item = find_item (part, scope);
  const char *value = item != NULL ? jx_item_get (item, part->field) : NULL;
  gboolean ticked = value != NULL && strstr (value, part->text) != NULL;

  if (part->after != NULL)
    return ticked ? g_strdup (part->after) : NULL;

  return g_strdup (ticked ? BOX_TICKED : BOX_EMPTY);
}

static gboolean
read_amount (const JxFormPart *part, const JxScope *scope, gint64 *amount_fen)
{
  JxItem *item;
  JxField field;
  g_autofree char *text = dup_field (part, scope, &item, &field);

  return text != NULL && jx_amount_parse (text, amount_fen);
}

static char *
dup_percent (const JxFormPart *part, const JxScope *scope)
{
  gint64 share_fen, whole_fen;

  if (!read_amount (part->operands->pdata[0], scope, &share_fen) || !read_amount (part->operands->pdata[1], scope, &whole_fen)
      || whole_fen == 0)
    return NULL;

  return jx_decimal_to_string ((JxDecimal) { jx_amount_share (share_fen, whole_fen), 2 });
}

static gboolean
read_number (const JxFormPart *part, const JxScope *scope, JxDecimal *number)
{
  JxItem *item;
  JxField field;
  g_autofree char *text = dup_field (part, scope, &item, &field);

  return text != NULL && jx_decimal_parse (text, number);
}

/* Adds what @operand says: of the item in hand, or of every item of a list. */
static gboolean
add_operand (const JxFormPart *operand, const JxScope *scope, JxDecimal *sum)
{
  gboolean of_list = scope->items[operand->kind] == NULL && operand->key == NULL && operand->key_field == JX_FIELD_NONE;
  JxItem *holder = of_list ? jx_scope_get_holder (scope, operand->kind) : NULL;
  guint count = !of_list ? 1 : holder != NULL ? jx_item_count (holder, operand->kind) : 0;
  gboolean any = FALSE;

  for (guint i = 0; i < count; i++)
    {
      JxScope inner = *scope;
      JxDecimal number;

      if (of_list)
        inner.items[operand->kind] = jx_item_child (holder, operand->kind, i);
      any |= read_number (operand, &inner, &number) && jx_decimal_add (*sum, number, sum);
    }

  return any;
}

static char *
dup_sum (const JxFormPart *part, const JxScope *scope)
{
  JxDecimal sum = { 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < part->operands->len; i++)
    any |= add_operand (part->operands->pdata[i], scope, &sum);

  return any ? jx_decimal_to_string (sum) : NULL;
}

static gboolean
is_keyed (const JxFormPart *part)
{
  return part->key != NULL || part->key_field != JX_FIELD_NONE;
}

/* In a row of two lists an item may be missing: then it is the other's field that both have. */
static const JxFormPart *
find_alternative (const JxFormPart *part, const JxScope *scope)
{
  const JxFormPart *other = part->fallback;
  gboolean missing = scope->each != NULL && !is_keyed (part) && scope->items[part->kind] == NULL;

  return missing && other != NULL && other->type == JX_PART_FIELD && scope->items[other->kind] != NULL ? other : part;
}

static JxBlank
get_blank_of_field (const JxFormPart *part, const JxScope *scope)
{
  const JxFormPart *at = find_alternative (part, scope);
  JxBlank blank = { part, find_item (at, scope), at->field, NULL, NULL, NULL };
  JxKind other = JX_N_KINDS;

  if (is_keyed (at) || blank.item == NULL)
    blank.holder = jx_scope_get_holder (scope, at->kind);
  if (scope->each != NULL)
    other = at->kind == scope->each->each ? scope->each->beside : at->kind == scope->each->beside ? scope->each->each : JX_N_KINDS;
  if (other != JX_N_KINDS)
    {
      blank.beside = scope->items[other];
      blank.by = scope->each->by;
    }
  if (blank.item == NULL && (blank.holder == NULL || !(is_keyed (at) ? get_key (at, scope) != NULL || at->key_default != NULL : blank.beside != NULL)))
    blank.part = NULL;

  return blank;
}

JxBlank
jx_value_get_blank (const JxFormPart *part, const JxScope *scope)
{
  /* What is worked out is of no field. */
  if (part->type != JX_PART_FIELD && part->type != JX_PART_TICK)
    return (JxBlank) { .field = JX_FIELD_NONE };

  return get_blank_of_field (part, scope);
}

char *
jx_value_dup (const JxFormPart *part, const JxScope *scope, JxItem **item, JxField *field)
{
  *item = NULL;
  *field = JX_FIELD_NONE;

  switch (part->type)
    {
    case JX_PART_FIELD:
      return dup_field (part, scope, item, field);
    case JX_PART_TICK:
      return dup_tick (part, scope);
    case JX_PART_PERCENT:
      return dup_percent (part, scope);
    case JX_PART_SUM:
      return dup_sum (part, scope);
    default:
      g_return_val_if_reached (NULL);
    }
}
