/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-slots.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-slots-labels.h"

typedef struct
{
  const JxFormNode *node;
  guint rows_left;
} Cover;

static JxSlots *
slots_alloc (const JxForm *form)
{
  JxSlots *slots = g_new0 (JxSlots, 1);

  slots->form = form;
  slots->slots = g_array_new (FALSE, TRUE, sizeof (JxSlot));
  slots->value_labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  slots->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  slots->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return slots;
}

static JxField
find_first_field (const JxFormNode *node)
{
  for (guint i = 0; i < node->parts->len; i++)
    {
      const JxFormPart *part = node->parts->pdata[i];

      if (part->type == JX_PART_FIELD || part->type == JX_PART_TICK)
        return part->field;
    }

  return JX_FIELD_NONE;
}

static void
add_slot (JxSlots *slots, const JxFormNode *node, JxSlotType type, JxKind list, const JxFormNode *row_node, guint row)
{
  JxSlot slot = { type, node, row };

  slot.header = row_node->header;
  slot.framed = row_node->frame;
  slot.merge = node->merge;
  slot.each = JX_N_KINDS;
  slot.beside = JX_N_KINDS;
  slot.list = list;
  slot.field = find_first_field (node);
  slot.has_words = jx_pattern_has_words ((JxFormPart **) node->parts->pdata, node->parts->len);
  g_array_append_val (slots->slots, slot);
}

/* A label that is nothing but a stroke tells nothing. */
static JxSlotType
find_label_type (const JxFormNode *node)
{
  g_autofree char *words = jx_slots_dup_words (node);

  return jx_line_is_stroke (words) ? JX_SLOT_OTHER : JX_SLOT_LABEL;
}

static JxTargetPart
find_part (const JxFormNode *node)
{
  const JxFormPart *part = node->parts->pdata[0];

  return part->aspect == JX_ASPECT_SIGN ? JX_TARGET_PART_SIGN : part->aspect == JX_ASPECT_UNIT ? JX_TARGET_PART_UNIT : JX_TARGET_PART_NONE;
}

static void
add_cell (JxSlots *slots, const JxFormNode *node, const JxFormNode *row_node, guint row)
{
  if (node->each != JX_N_KINDS)
    add_slot (slots, node, JX_SLOT_LIST, node->each, row_node, row);
  else if (jx_form_node_is_label (node))
    add_slot (slots, node, find_label_type (node), JX_N_KINDS, row_node, row);
  else if (node->parts->len == 0)
    return;
  else if (find_first_field (node) == JX_FIELD_NONE)
    add_slot (slots, node, JX_SLOT_DERIVED, JX_N_KINDS, row_node, row);
  else if (find_part (node) != JX_TARGET_PART_NONE)
    {
      add_slot (slots, node, JX_SLOT_PART, JX_N_KINDS, row_node, row);
      g_array_index (slots->slots, JxSlot, slots->slots->len - 1).part = find_part (node);
    }
  else
    add_slot (slots, node, JX_SLOT_VALUE, JX_N_KINDS, row_node, row);
}

/* Labels that span rows stand, in the rows below, before what is right of them. Their column is not
 * needed: converters write the covered places where they stand in reading order. */
static void
add_row (JxSlots *slots, const JxFormNode *node, guint row, GArray *covers)
{
  for (guint i = 0; i < covers->len; i++)
    {
      Cover *cover = &g_array_index (covers, Cover, i);

      if (cover->rows_left > 0)
        {
          add_slot (slots, cover->node, JX_SLOT_COVERED, JX_N_KINDS, node, row);
          cover->rows_left--;
        }
    }

  for (guint i = 0; i < node->children->len; i++)
    {
      const JxFormNode *child = node->children->pdata[i];

      if (child->type == JX_NODE_ACROSS)
        for (guint c = 0; c < child->children->len; c++)
          add_slot (slots, child->children->pdata[c], JX_SLOT_ACROSS, child->each, node, row);
      else
        add_cell (slots, child, node, row);
      if (child->type == JX_NODE_CELL && child->rows > 1)
        {
          Cover cover = { child, (guint) child->rows - 1 };

          g_array_append_val (covers, cover);
        }
    }
}

static void
add_rows (JxSlots *slots, const JxFormNode *node, guint *row, GArray *covers)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const JxFormNode *child = node->children->pdata[i];
      guint first = slots->slots->len;

      if (child->type == JX_NODE_ROW)
        add_row (slots, child, (*row)++, covers);
      else if (child->type == JX_NODE_EACH)
        {
          add_rows (slots, child, row, covers);
          for (guint s = first; s < slots->slots->len; s++)
            {
              JxSlot *slot = &g_array_index (slots->slots, JxSlot, s);

              slot->each = child->each;
              slot->beside = child->beside;
              slot->each_first = first;
              slot->each_last = slots->slots->len - 1;
            }
        }
    }
}

static void
add_tables (JxSlots *slots, const JxFormNode *node, guint *row)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const JxFormNode *child = node->children->pdata[i];

      if (child->type == JX_NODE_TABLE)
        {
          g_autoptr (GArray) covers = g_array_new (FALSE, FALSE, sizeof (Cover));

          add_rows (slots, child, row, covers);
        }
    }
}

JxSlots *
jx_slots_new (const JxForm *form)
{
  JxSlots *slots = slots_alloc (form);
  guint row = 0;

  add_tables (slots, jx_form_get_root (form), &row);
  jx_slots_index (slots);

  return slots;
}

void
jx_slots_free (JxSlots *slots)
{
  if (slots == NULL)
    return;

  g_array_unref (slots->slots);
  g_hash_table_unref (slots->asked);
  g_hash_table_unref (slots->labels);
  g_hash_table_unref (slots->value_labels);
  g_free (slots);
}

guint
jx_slots_count_heading (const JxSlots *slots, guint first)
{
  guint n = 0;
  const JxSlot *slot = jx_slots_get (slots, first);
  const JxSlot *below;

  if (slot->each != JX_N_KINDS)
    return 0;
  while (first + n < slots->slots->len && jx_slots_get (slots, first + n)->row == slot->row)
    if (jx_slots_get (slots, first + n++)->type != JX_SLOT_LABEL)
      return 0;
  if (first + n >= slots->slots->len)
    return 0;
  below = jx_slots_get (slots, first + n);

  return below->each != JX_N_KINDS && below->each_first == first + n && below->each_last == first + 2 * n - 1 ? n : 0;
}

/* A column of another form's list. */
static void
take_place (JxSlot *slot, const JxSlot *other, gboolean below)
{
  /* Its heading is no label of this form. */
  slot->type = JX_SLOT_PART;
  if (!below)
    return;

  slot->type = other->type;
  slot->node = other->node;
  slot->field = other->field;
  slot->has_words = other->has_words;
}

JxSlots *
jx_slots_reorder (const JxSlots *slots, guint first, const JxColumn *order, guint n)
{
  JxSlots *copy = slots_alloc (slots->form);
  guint n_heading = jx_slots_count_heading (slots, first);

  copy->loose = slots->loose;
  g_return_val_if_fail (n_heading > 0, copy);

  g_array_append_vals (copy->slots, slots->slots->data, first);
  for (guint part = 0; part < 2; part++)
    for (guint i = 0; i < n; i++)
      {
        const JxSlot *model = jx_slots_get (slots, first + part * n_heading + (guint) MAX (order[i].place, 0));
        JxSlot slot = *model;

        if (order[i].place < 0)
          {
            slot.part = order[i].part;
            slot.type = slot.part != JX_TARGET_PART_NONE ? JX_SLOT_PART : JX_SLOT_OTHER;
            slot.merge = FALSE;
            slot.field = JX_FIELD_NONE;
            if (order[i].slot != NULL)
              take_place (&slot, order[i].slot, part == 1);
          }
        if (part == 1)
          {
            slot.each_first = first + n;
            slot.each_last = first + 2 * n - 1;
          }
        g_array_append_val (copy->slots, slot);
      }
  for (guint i = first + 2 * n_heading; i < slots->slots->len; i++)
    {
      JxSlot slot = *jx_slots_get (slots, i);

      if (slot.each != JX_N_KINDS)
        {
          slot.each_first += 2 * n - 2 * n_heading;
          slot.each_last += 2 * n - 2 * n_heading;
        }
      g_array_append_val (copy->slots, slot);
    }
  jx_slots_index (copy);

  return copy;
}
