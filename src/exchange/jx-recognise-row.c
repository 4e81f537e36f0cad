/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-item.h"

struct _JxRowReading
{
  JxTaker *taker;
  JxItem *holder;
  const JxSlots *slots;
  GStringChunk *texts;
  gboolean rows_known;
  JxItem *item;             /* of the list's row being read, once it holds something */
  JxItem *before;
  JxItem *beside_item;      /* the same of the list beside it */
  JxItem *beside_before;
  GString *shared;          /* what both of a row have, and those below it until it is said anew */
  const JxSlot *shared_slot;
  int slot;                 /* the last met in that row, -1 between rows */
  gboolean is_short;        /* in a flat text: lines are missing in it */
  gboolean next_is_short;
  gboolean is_joined;       /* in a flat text: lines were put together in it */
  gboolean rows_doubtful;   /* a value lay in a column that is none of values: columns are shifted */
  gboolean inherits[JX_N_FIELDS];
  JxTargetParts parts;      /* of the row's value */
  const JxSlot *parts_slot; /* (nullable): where the value goes; %NULL where it has one column */
};

/* Where the value goes whose parts stand in columns of their own. */
static const JxSlot *
find_parts_slot (const JxSlots *slots)
{
  const JxSlot *value = NULL;
  gboolean has_parts = FALSE;

  for (guint s = 0; s < slots->slots->len; s++)
    {
      const JxSlot *slot = jx_slots_get (slots, s);

      has_parts |= slot->type == JX_SLOT_PART;
      if (slot->type == JX_SLOT_VALUE && slot->each != JX_N_KINDS && jx_field_get_info (slot->field)->type == JX_TYPE_TARGET)
        value = slot;
    }

  return has_parts ? value : NULL;
}

/* ≥90% in a column of words: the lines of a flat text were laid into the wrong columns. */
static gboolean
is_shifted (const JxItem *item)
{
  JxField first;
  guint n;

  jx_field_get_range (jx_item_get_kind (item), &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    {
      const char *value = jx_item_get (item, field);
      gunichar c = value != NULL ? jx_fold_character (g_utf8_get_char (value)) : 0;

      if ((jx_field_get_info (field)->type == JX_TYPE_TEXT || jx_field_get_info (field)->type == JX_TYPE_LINE)
          && (c == 0x2265 || c == 0x2264 || c == '>' || c == '<'))
        return TRUE;
    }

  return FALSE;
}

static void
doubt_rows_above (JxRowReading *self, JxItem *item, guint line, const char *text)
{
  for (guint i = 0; i < jx_item_get_index (item); i++)
    jx_taker_doubt (self->taker, jx_item_child (self->holder, jx_item_get_kind (item), i), JX_FIELD_NONE, line,
                    text, _("The lines of this table do not fit its columns; compare this row with the source"));
}

static void
doubt_row (JxRowReading *self, JxItem *item, guint line, const char *text)
{
  const char *why = NULL;

  if (!self->rows_known && !self->rows_doubtful && is_shifted (item))
    {
      self->rows_doubtful = TRUE;
      doubt_rows_above (self, item, line, text);
    }
  if (self->is_short)
    why = _("This row has fewer lines than the table has columns; compare it with the source");
  else if (self->rows_doubtful)
    why = _("The lines of this table do not fit its columns; compare this row with the source");
  else if (self->is_joined)
    why = _("Lines of this row were put together; compare it with the source");
  if (why != NULL)
    jx_taker_doubt (self->taker, item, JX_FIELD_NONE, line, text, why);
}

static void
join_parts (JxRowReading *self)
{
  JxTargetParts parts = self->parts;
  g_autofree char *value = NULL;

  memset (&self->parts, 0, sizeof self->parts);
  if (parts.number == NULL && parts.sign == NULL && parts.unit == NULL)
    return;

  value = jx_target_parts_join (&parts, self->taker);
  if (value != NULL && self->parts_slot != NULL)
    jx_take_value (self->taker, jx_row_reading_get_item (self, self->parts_slot), self->parts_slot, value,
                   parts.line, NULL);
}

/* What stands once for two items beside one another is said of both. */
static void
set_shared (JxRowReading *self)
{
  const JxFormPart *part = self->shared_slot != NULL ? self->shared_slot->node->parts->pdata[0] : NULL;

  if (part == NULL)
    return;
  if (self->item != NULL)
    jx_taker_set (self->taker, self->item, part->field, self->shared->str, 0, NULL);
  if (self->beside_item != NULL)
    jx_taker_set (self->taker, self->beside_item, part->fallback->field, self->shared->str, 0, NULL);
}

/* Merged cells stand only in their first row; the others have what is above. */
static void
inherit (JxRowReading *self, JxItem *item, const JxItem *before)
{
  JxField first;
  guint n;

  if (item == NULL || before == NULL)
    return;

  jx_field_get_range (jx_item_get_kind (item), &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    if (self->inherits[field] && jx_item_get (item, field) == NULL)
      jx_taker_set (self->taker, item, field, jx_item_get (before, field) != NULL ? jx_item_get (before, field) : "", 0, NULL);
    else if (self->inherits[field] && !jx_fold_equal (jx_item_get (item, field), jx_item_get (before, field)))
      break; /* a new one: what is merged right of it begins anew */
}

static gboolean
is_shared (const JxSlot *slot)
{
  const JxFormPart *part = slot->node->parts->pdata[0];

  return slot->beside != JX_N_KINDS && part->type == JX_PART_FIELD && part->fallback != NULL && part->fallback->kind == slot->beside;
}

JxRowReading *
jx_row_reading_new (JxTaker *taker, JxItem *holder, const JxSlots *slots, gboolean rows_known, GStringChunk *texts)
{
  JxRowReading *self = g_new0 (JxRowReading, 1);

  self->taker = taker;
  self->holder = holder;
  self->slots = slots;
  self->rows_known = rows_known;
  self->texts = texts;
  self->shared = g_string_new (NULL);
  self->slot = -1;
  self->parts_slot = find_parts_slot (slots);

  return self;
}

void
jx_row_reading_free (JxRowReading *self)
{
  g_string_free (self->shared, TRUE);
  g_free (self);
}

JxItem *
jx_row_reading_get_item (JxRowReading *self, const JxSlot *slot)
{
  JxKind kind = jx_field_get_info (slot->field)->kind;
  JxItem **item = kind == slot->beside ? &self->beside_item : &self->item;

  if (*item == NULL)
    *item = jx_taker_add (self->taker, self->holder, kind);

  return *item;
}

void
jx_row_reading_finish (JxRowReading *self, guint line, const char *text)
{
  JxItem *item;

  join_parts (self);
  set_shared (self);
  item = self->item;
  inherit (self, item, self->before);
  inherit (self, self->beside_item, self->beside_before);
  if (item != NULL)
    doubt_row (self, item, line, text);
  if (item != NULL)
    self->before = item;
  if (self->beside_item != NULL)
    self->beside_before = self->beside_item;
  self->is_short = self->next_is_short;
  self->next_is_short = FALSE;
  self->is_joined = FALSE;
  self->item = self->beside_item = NULL;
  self->slot = -1;
}

void
jx_row_reading_meet (JxRowReading *self, guint slot, guint line, const char *text)
{
  const JxSlot *info = jx_slots_get (self->slots, slot);

  if (info->each == JX_N_KINDS)
    {
      jx_row_reading_finish (self, line, text);
      return;
    }
  if (self->slot < 0 || (int) slot <= self->slot)
    {
      jx_row_reading_finish (self, line, text);
      for (guint s = info->each_first; s <= info->each_last; s++)
        if (jx_slots_get (self->slots, s)->merge && jx_slots_get (self->slots, s)->field != JX_FIELD_NONE)
          self->inherits[jx_slots_get (self->slots, s)->field] = TRUE;
    }
  self->slot = (int) slot;
}

void
jx_row_reading_set_inherits (JxRowReading *self, JxField field, gboolean inherits)
{
  self->inherits[field] = inherits;
}

gboolean
jx_row_reading_keep_shared (JxRowReading *self, const JxSlot *slot, const char *text)
{
  if (!is_shared (slot))
    return FALSE;
  if (jx_line_is_blank (text))
    return TRUE;

  self->shared_slot = slot;
  g_string_assign (self->shared, text);

  return TRUE;
}

gboolean
jx_row_reading_keep_part (JxRowReading *self, const JxSlot *slot, const char *text, guint line)
{
  const char **part = slot == self->parts_slot            ? &self->parts.number
                      : slot->type != JX_SLOT_PART        ? NULL
                      : slot->part == JX_TARGET_PART_SIGN ? &self->parts.sign
                                                            : &self->parts.unit;

  if (part == NULL)
    return FALSE;
  if (jx_line_is_blank (text))
    return TRUE;

  *part = g_string_chunk_insert (self->texts, text);
  if (self->parts.line == 0)
    self->parts.line = line;

  return TRUE;
}

void
jx_row_reading_note_joined (JxRowReading *self)
{
  self->is_joined |= self->slot >= 0;
}

void
jx_row_reading_note_missing (JxRowReading *self, guint slot)
{
  if (self->rows_known || jx_slots_get (self->slots, slot)->each == JX_N_KINDS)
    return;

  if (self->slot >= 0 && (int) slot > self->slot)
    self->is_short = TRUE;
  else
    self->next_is_short = TRUE;
}
