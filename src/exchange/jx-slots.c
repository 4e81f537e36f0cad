/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-slots.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* What stands for a number in the key of a label. */
#define FIGURES '#'
/* So many different texts are remembered with what they were found to be. */
#define MAX_ASKED 4096

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

/* Figures in a label stand for others: 1-7月执行数 is 1-9月执行数 another time. */
static char *
dup_key (const char *text)
{
  char *key = jx_fold (text);
  char *end = key;

  for (const char *p = key; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      *end++ = *p;
    else if (end == key || end[-1] != FIGURES)
      *end++ = FIGURES;
  *end = '\0';

  return key;
}

/* The place of the bit for @character, which is folded. */
static guint
get_bit (gunichar character)
{
  if (character < 0x80 && g_ascii_isdigit ((char) character))
    character = FIGURES;

  return (character ^ character >> 8) & 0xFF;
}

static void
note_first_character (JxSlots *slots, const char *folded)
{
  guint bit = get_bit (g_utf8_get_char (folded));

  slots->first_characters[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

/* Returns: whether @text may begin like one of the words known. */
static gboolean
may_be_known (const JxSlots *slots, const char *text)
{
  gunichar character = g_utf8_get_char (text);
  guint bit;

  while (character != 0 && jx_fold_is_blank (character))
    {
      text = g_utf8_next_char (text);
      character = g_utf8_get_char (text);
    }
  bit = get_bit (jx_fold_character (character));

  return slots->first_characters[bit / 64] >> bit % 64 & 1;
}

static void
index_label (JxSlots *slots, const char *words, guint slot)
{
  g_autofree char *folded = dup_key (words);
  GArray *list = g_hash_table_lookup (slots->labels, folded);

  if (*folded == '\0')
    return;
  note_first_character (slots, folded);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (slots->labels, g_steal_pointer (&folded), list);
    }
  g_array_append_val (list, slot);
  slots->longest = MAX (slots->longest, strlen (words));
}

/* A table may be in 元 where the form says 万元: the same label, and another unit of its amounts. */
static void
index_label_and_units (JxSlots *slots, const char *words, guint slot)
{
  static const char * const units[] = { "元", "亿元" };
  const char *unit = strstr (words, "万元");

  index_label (slots, words, slot);
  for (gsize i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *before = g_strndup (words, (gsize) (unit - words));
      g_autofree char *other = g_strconcat (before, units[i], unit + strlen ("万元"), NULL);

      index_label (slots, other, slot);
    }
}

/* A label may have a colon or the unit of its values behind it, or miss it. Returns: whether something was cut off. */
static gboolean
cut_label_end (char *folded)
{
  static const char * const ends[] = { ":", "(万元)", "(元)", "(亿元)", "(%)" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i]) && strlen (folded) > strlen (ends[i]))
      {
        folded[strlen (folded) - strlen (ends[i])] = '\0';
        return TRUE;
      }

  return FALSE;
}

static void
index_wording (JxSlots *slots, const char *words, guint slot)
{
  g_autofree char *folded = dup_key (words);

  index_label_and_units (slots, words, slot);
  if (cut_label_end (folded) && g_hash_table_lookup (slots->labels, folded) == NULL)
    index_label (slots, folded, slot);
}

static char *
dup_words (const JxFormNode *node)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < node->parts->len; i++)
    {
      const JxFormPart *part = node->parts->pdata[i];

      if (part->type == JX_PART_TEXT)
        g_string_append (words, part->text);
      else if (part->type == JX_PART_FIELD)
        g_string_append_c (words, FIGURES);
    }

  return g_string_free (words, FALSE);
}

static void
index_value_labels (JxSlots *slots, const JxFormNode *node)
{
  for (guint a = 0; a < node->aliases->len; a++)
    {
      g_autofree char *folded = jx_fold (node->aliases->pdata[a]);

      if (!g_str_has_suffix (folded, ":") || !cut_label_end (folded))
        continue;
      note_first_character (slots, folded);
      g_hash_table_add (slots->value_labels, g_steal_pointer (&folded));
    }
}

static void
index_loosely (JxSlots *slots, char *words, const GArray *of)
{
  GArray *list;

  if (g_hash_table_contains (slots->labels, words))
    {
      g_free (words);
      return;
    }
  list = g_array_sized_new (FALSE, FALSE, sizeof (guint), of->len);
  g_array_append_vals (list, of->data, of->len);
  note_first_character (slots, words);
  slots->longest = MAX (slots->longest, strlen (words));
  g_hash_table_insert (slots->labels, words, list);
}

/* People write 一级 for 一级指标, 项目总体目标 for 总体目标, where nothing else is called so. */
static void
index_loose_wordings (JxSlots *slots)
{
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, slots->labels);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (exact, g_strdup (key));
  for (guint i = 0; i < exact->len; i++)
    {
      const char *words = exact->pdata[i];
      const GArray *list = g_hash_table_lookup (slots->labels, words);
      gsize length = strlen (words);

      if (g_str_has_suffix (words, "指标") && length > strlen ("指标") + 3)
        index_loosely (slots, g_strndup (words, length - strlen ("指标")), list);
      if (!g_str_has_prefix (words, "项目") && g_utf8_strlen (words, -1) >= 4)
        index_loosely (slots, g_strconcat ("项目", words, NULL), list);
    }
}

/* Everything that depends on where the slots stand. */
static void
index_slots (JxSlots *slots)
{
  g_hash_table_remove_all (slots->labels);
  slots->n_labels = 0;
  for (guint i = 0; i < slots->slots->len; i++)
    {
      JxSlot *slot = &g_array_index (slots->slots, JxSlot, i);
      JxSlot *before = i > 0 ? slot - 1 : NULL;

      slot->first = before == NULL || before->row != slot->row;
      slot->begins_row = slot->first
                         || (before->begins_row && (before->type == JX_SLOT_COVERED || before->merge));
      if (slot->type == JX_SLOT_LABEL)
        {
          g_autofree char *words = dup_words (slot->node);

          index_wording (slots, words, i);
          for (guint a = 0; slot->node->aliases != NULL && a < slot->node->aliases->len; a++)
            index_wording (slots, slot->node->aliases->pdata[a], i);
          slots->n_labels++;
        }
      else if (slot->type == JX_SLOT_VALUE)
        index_value_labels (slots, slot->node);
    }
  index_loose_wordings (slots);
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
  g_autofree char *words = dup_words (node);

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
  index_slots (slots);

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

static GArray *
look_up (const JxSlots *slots, const char *text)
{
  g_autofree char *folded = dup_key (text);
  GArray *found = g_hash_table_lookup (slots->labels, folded);

  while (found == NULL && cut_label_end (folded))
    found = g_hash_table_lookup (slots->labels, folded);

  return found;
}

const GArray *
jx_slots_find_label (const JxSlots *slots, const char *text)
{
  gpointer found;

  /* Twice the length leaves room for white space between the characters. */
  if (!may_be_known (slots, text) || strnlen (text, slots->longest * 2 + 16) >= slots->longest * 2 + 16)
    return NULL;
  if (!g_hash_table_lookup_extended (slots->asked, text, NULL, &found))
    {
      found = look_up (slots, text);
      if (g_hash_table_size (slots->asked) < MAX_ASKED)
        g_hash_table_insert (slots->asked, g_strdup (text), found);
    }

  return found;
}

gboolean
jx_slots_is_value_label (const JxSlots *slots, const char *text)
{
  g_autofree char *folded = NULL;

  if (g_hash_table_size (slots->value_labels) == 0 || !may_be_known (slots, text) || strnlen (text, 80) == 80)
    return FALSE;
  folded = jx_fold (text);
  if (g_str_has_suffix (folded, ":"))
    folded[strlen (folded) - 1] = '\0';

  return g_hash_table_contains (slots->value_labels, folded);
}

const JxSlot *
jx_slots_find_value_label (const JxSlots *slots, const char *text)
{
  g_autofree char *with_colon = NULL;

  if (!jx_slots_is_value_label (slots, text))
    return NULL;

  with_colon = g_str_has_suffix (text, ":") || g_str_has_suffix (text, "：") ? g_strdup (text) : g_strconcat (text, ":", NULL);
  for (guint s = 0; s < slots->slots->len; s++)
    {
      const JxSlot *slot = jx_slots_get (slots, s);

      for (guint a = 0; slot->type == JX_SLOT_VALUE && a < slot->node->aliases->len; a++)
        if (jx_fold_equal (slot->node->aliases->pdata[a], with_colon))
          return slot;
    }

  return NULL;
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
  index_slots (copy);

  return copy;
}
