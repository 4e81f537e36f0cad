/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The labels among a form's places, found by their words. */
#include "exchange/jx-slots-labels.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-sense.h"

/* What stands for a number in the key of a label. */
#define FIGURES '#'
/* No label in other words is longer. */
#define LOOSE_BYTES 200u
/* So many different texts are remembered with what they were found to be. */
#define MAX_ASKED 4096

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

char *
jx_slots_dup_words (const JxFormNode *node)
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

void
jx_slots_index (JxSlots *slots)
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
          g_autofree char *words = jx_slots_dup_words (slot->node);

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

static GArray *
find_wording (const JxSlots *slots, const JxSense *sense)
{
  g_autofree char *key = sense->wording != NULL ? dup_key (sense->wording) : NULL;

  return key != NULL ? g_hash_table_lookup (slots->labels, key) : NULL;
}

/* By what the words mean. */
static GArray *
find_loosely (const JxSlots *slots, const char *text)
{
  GArray *found = NULL;
  JxSense sense;

  if (jx_sense_read_label (text, &sense))
    found = find_wording (slots, &sense);
  if (found == NULL && jx_sense_read_column (text, &sense) && sense.part == JX_TARGET_PART_NONE)
    found = find_wording (slots, &sense);

  return found;
}

static GArray *
look_up (const JxSlots *slots, const char *text)
{
  g_autofree char *folded = dup_key (text);
  GArray *found = g_hash_table_lookup (slots->labels, folded);

  while (found == NULL && cut_label_end (folded))
    found = g_hash_table_lookup (slots->labels, folded);

  return found == NULL && slots->loose ? find_loosely (slots, text) : found;
}

const GArray *
jx_slots_find_label (const JxSlots *slots, const char *text)
{
  gpointer found;
  /* Twice the length leaves room for white space between the characters. */
  gsize longest = slots->loose ? MAX (slots->longest * 2 + 16, LOOSE_BYTES) : slots->longest * 2 + 16;

  if ((!slots->loose && !may_be_known (slots, text)) || strnlen (text, longest) >= longest)
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
