/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* What lies in the slot being filled. */
typedef struct
{
  int slot; /* -1: nothing */
  GString *text;
  guint line;
  gboolean joined;
  gboolean several;
  gboolean empty;
  gboolean unlabelled;
  gboolean outside;
  gboolean is_label;
} Filling;

/* What the source says of something that is worked out. */
typedef struct
{
  const JxFormNode *node;
  const char *text;
  guint line;
} Derived;

typedef struct
{
  JxTaker *taker;
  JxItem *item;
  const JxSlots *slots;
  gboolean rows_known;
  Filling filling;
  GStringChunk *texts;
  GArray *across; /* (element-type JxAcross) */
  GArray *derived; /* (element-type Derived) */
  JxItem *row_item;       /* of the list's row being read, once it holds something */
  JxItem *row_before;
  JxItem *beside_item;    /* the same of the list beside it */
  JxItem *beside_before;
  GString *shared;        /* what both of a row have, and those below it until it is said anew */
  const JxSlot *shared_slot;
  int row_slot;           /* the last slot met in that row, -1 between rows */
  gboolean row_is_short;  /* in a flat text: lines are missing in it */
  gboolean next_is_short;
  gboolean row_is_joined; /* in a flat text: lines were put together in it */
  gboolean rows_doubtful; /* a value lay in a column that is none of values: columns are shifted */
  gboolean inherits[JX_N_FIELDS];
  JxTargetParts parts;    /* of the row's value */
  const JxSlot *parts_slot; /* (nullable): where the value goes; %NULL where it has one column */
} Reading;

/* The item of the row that @slot is about: of the list, or of the one beside it. */
static JxItem *
get_row_item (Reading *reading, const JxSlot *slot)
{
  JxKind kind = jx_field_get_info (slot->field)->kind;
  JxItem **item = kind == slot->beside ? &reading->beside_item : &reading->row_item;

  if (*item == NULL)
    *item = jx_taker_add (reading->taker, reading->item, kind);

  return *item;
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
doubt_rows_above (Reading *reading, JxItem *item)
{
  for (guint i = 0; i < jx_item_get_index (item); i++)
    jx_taker_doubt (reading->taker, jx_item_child (reading->item, jx_item_get_kind (item), i), JX_FIELD_NONE, reading->filling.line,
                    reading->filling.text->str, _("The lines of this table do not fit its columns; compare this row with the source"));
}

static void
doubt_row (Reading *reading, JxItem *item)
{
  const char *why = NULL;

  if (!reading->rows_known && !reading->rows_doubtful && is_shifted (item))
    {
      reading->rows_doubtful = TRUE;
      doubt_rows_above (reading, item);
    }
  if (reading->row_is_short)
    why = _("This row has fewer lines than the table has columns; compare it with the source");
  else if (reading->rows_doubtful)
    why = _("The lines of this table do not fit its columns; compare this row with the source");
  else if (reading->row_is_joined)
    why = _("Lines of this row were put together; compare it with the source");
  if (why != NULL)
    jx_taker_doubt (reading->taker, item, JX_FIELD_NONE, reading->filling.line, reading->filling.text->str, why);
}

static void
join_parts (Reading *reading)
{
  JxTargetParts parts = reading->parts;
  g_autofree char *value = NULL;

  memset (&reading->parts, 0, sizeof reading->parts);
  if (parts.number == NULL && parts.sign == NULL && parts.unit == NULL)
    return;

  value = jx_target_parts_join (&parts, reading->taker);
  if (value != NULL && reading->parts_slot != NULL)
    jx_take_value (reading->taker, get_row_item (reading, reading->parts_slot), reading->parts_slot, value,
                   parts.line, NULL);
}

/* What stands once for two items beside one another is said of both. */
static void
set_shared (Reading *reading)
{
  const JxFormPart *part = reading->shared_slot != NULL ? reading->shared_slot->node->parts->pdata[0] : NULL;

  if (part == NULL)
    return;
  if (reading->row_item != NULL)
    jx_taker_set (reading->taker, reading->row_item, part->field, reading->shared->str, 0, NULL);
  if (reading->beside_item != NULL)
    jx_taker_set (reading->taker, reading->beside_item, part->fallback->field, reading->shared->str, 0, NULL);
}

/* Merged cells stand only in their first row; the others have what is above. */
static void
inherit (Reading *reading, JxItem *item, const JxItem *before)
{
  JxField first;
  guint n;

  if (item == NULL || before == NULL)
    return;

  jx_field_get_range (jx_item_get_kind (item), &first, &n);
  for (JxField field = first; field < first + (JxField) n; field++)
    if (reading->inherits[field] && jx_item_get (item, field) == NULL)
      jx_taker_set (reading->taker, item, field, jx_item_get (before, field) != NULL ? jx_item_get (before, field) : "", 0, NULL);
    else if (reading->inherits[field] && !jx_fold_equal (jx_item_get (item, field), jx_item_get (before, field)))
      break; /* a new one: what is merged right of it begins anew */
}

static void
finish_row (Reading *reading)
{
  JxItem *item;

  join_parts (reading);
  set_shared (reading);
  item = reading->row_item;
  inherit (reading, item, reading->row_before);
  inherit (reading, reading->beside_item, reading->beside_before);
  if (item != NULL)
    doubt_row (reading, item);
  if (item != NULL)
    reading->row_before = item;
  if (reading->beside_item != NULL)
    reading->beside_before = reading->beside_item;
  reading->row_is_short = reading->next_is_short;
  reading->next_is_short = FALSE;
  reading->row_is_joined = FALSE;
  reading->row_item = reading->beside_item = NULL;
  reading->row_slot = -1;
}

static void
begin_row_if_due (Reading *reading, guint slot)
{
  const JxSlot *info = jx_slots_get (reading->slots, slot);

  if (info->each == JX_N_KINDS)
    {
      finish_row (reading);
      return;
    }
  if (reading->row_slot < 0 || (int) slot <= reading->row_slot)
    {
      finish_row (reading);
      for (guint s = info->each_first; s <= info->each_last; s++)
        if (jx_slots_get (reading->slots, s)->merge && jx_slots_get (reading->slots, s)->field != JX_FIELD_NONE)
          reading->inherits[jx_slots_get (reading->slots, s)->field] = TRUE;
    }
  reading->row_slot = (int) slot;
}

static const char *
get_doubt (const Filling *filling)
{
  if (filling->joined)
    return _("The columns of the page run into one another here; compare it with the source");
  if (filling->several)
    return _("It was put together from several lines; compare it with the source");
  if (filling->is_label)
    return _("The form has these words as a label; compare it with the source");
  if (filling->outside)
    return _("It stands outside of the table; it was taken by its place");
  if (filling->unlabelled)
    return _("Its label was not found; it was taken by its place");

  return NULL;
}

/* The item of a list's row is made when the first of its cells has something in it. */
static void
set_value (Reading *reading, const JxSlot *slot, const char *text, guint line, const char *doubt)
{
  JxKind kind = jx_field_get_info (slot->field)->kind;

  if (!jx_line_is_blank (text))
    jx_take_value (reading->taker, kind == slot->each || kind == slot->beside ? get_row_item (reading, slot) : reading->item, slot, text, line, doubt);
}

/* Labels with the unit in them stand for the amounts of the whole table. */
static void
note_unit (Reading *reading, const char *text)
{
  if (strstr (text, "万元") == NULL && strstr (text, "元") != NULL && reading->taker->amount_unit == NULL)
    jx_taker_set_unit (reading->taker, reading->item, strstr (text, "亿元") != NULL ? "亿元" : "元", reading->filling.line, text);
}

/* The parts of a value wait for the end of their row. */
static void
keep_part (Reading *reading, const char **part)
{
  if (jx_line_is_blank (reading->filling.text->str))
    return;

  *part = g_string_chunk_insert (reading->texts, reading->filling.text->str);
  if (reading->parts.line == 0)
    reading->parts.line = reading->filling.line;
}

/* What is worked out can be held against the fields when all of them are read. */
static void
keep_derived (Reading *reading, const char *text)
{
  Derived derived = { jx_slots_get (reading->slots, (guint) reading->filling.slot)->node, NULL, reading->filling.line };

  if (jx_line_is_blank (text) || jx_line_is_stroke (text))
    return;

  derived.text = g_string_chunk_insert (reading->texts, text);
  g_array_append_val (reading->derived, derived);
}

static gboolean
is_shared (const JxSlot *slot)
{
  const JxFormPart *part = slot->node->parts->pdata[0];

  return slot->beside != JX_N_KINDS && part->type == JX_PART_FIELD && part->fallback != NULL && part->fallback->kind == slot->beside;
}

static void
keep_shared (Reading *reading, const JxSlot *slot)
{
  if (jx_line_is_blank (reading->filling.text->str))
    return;

  reading->shared_slot = slot;
  g_string_assign (reading->shared, reading->filling.text->str);
}

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

static void
commit (Reading *reading)
{
  Filling *filling = &reading->filling;
  const JxSlot *slot;
  const char *text = filling->text->str;

  if (filling->slot < 0)
    return;

  slot = jx_slots_get (reading->slots, (guint) filling->slot);
  switch (slot->type)
    {
    case JX_SLOT_VALUE:
      if (is_shared (slot))
        {
          keep_shared (reading, slot);
          break;
        }
      /* A blank that was written as one is a blank, not a merged cell. */
      if (slot->merge && !filling->empty)
        reading->inherits[slot->field] = !jx_line_is_blank (text);
      if (slot == reading->parts_slot)
        keep_part (reading, &reading->parts.number);
      else
        set_value (reading, slot, text, filling->line, get_doubt (filling));
      break;
    case JX_SLOT_LIST:
      jx_take_list (reading->taker, reading->item, slot->list, slot->node, text, filling->line,
                    filling->joined ? get_doubt (filling) : NULL);
      break;
    case JX_SLOT_PART:
      if (slot->each == JX_N_KINDS)
        break; /* the column's heading */
      keep_part (reading, slot->part == JX_TARGET_PART_SIGN ? &reading->parts.sign : &reading->parts.unit);
      break;
    case JX_SLOT_OTHER:
      if (!jx_line_is_blank (text) && !jx_line_is_stroke (text))
        jx_taker_leave (reading->taker, filling->line, text, _("The form has no such column"));
      break;
    case JX_SLOT_DERIVED:
      keep_derived (reading, text);
      break;
    case JX_SLOT_LABEL:
      note_unit (reading, text);
      if (slot->field != JX_FIELD_NONE)
        jx_take_label (reading->taker, reading->item, slot, text, filling->line);
      break;
    case JX_SLOT_ACROSS:
    case JX_SLOT_COVERED:
    default:
      break;
    }
  filling->slot = -1;
}

static void
fill (Reading *reading, const JxPiece *piece, const char *text, guint slot, gboolean unlabelled)
{
  const JxSlot *info = jx_slots_get (reading->slots, slot);
  Filling *filling = &reading->filling;

  commit (reading);
  begin_row_if_due (reading, slot);
  filling->slot = (int) slot;
  g_string_assign (filling->text, text);
  filling->line = piece->line;
  filling->joined = piece->joined;
  filling->several = FALSE;
  filling->empty = piece->empty || (piece->blank && piece->resumes);
  filling->unlabelled = unlabelled && !piece->blank;
  filling->is_label = piece->labels != NULL && info->type == JX_SLOT_VALUE && info->each == JX_N_KINDS;
  /* A code in front is as good as a label. */
  filling->outside = piece->outside && !piece->certain && !piece->like_target;
}

static void
add_across (Reading *reading, const JxPiece *piece, guint slot)
{
  JxAcross across = { slot, piece->column, piece->line, piece->text, piece->joined };

  g_array_append_val (reading->across, across);
}

static void
extend (Reading *reading, const JxPiece *piece)
{
  Filling *filling = &reading->filling;

  if (filling->slot < 0)
    return;
  g_string_append_c (filling->text, '\n');
  g_string_append (filling->text, piece->text);
  filling->several |= !piece->blank;
  reading->row_is_joined |= !piece->blank && reading->row_slot >= 0;
  filling->joined |= piece->joined;
}

static void
note_missing (Reading *reading, guint slot)
{
  if (reading->rows_known || jx_slots_get (reading->slots, slot)->each == JX_N_KINDS)
    return;

  if (reading->row_slot >= 0 && (int) slot > reading->row_slot)
    reading->row_is_short = TRUE;
  else
    reading->next_is_short = TRUE;
}

/* The unit's name stands first in a form without a label: words there are it where a code, a colon or a
 * label right behind tells so, or they end like one. */
static gboolean
is_bare_name (const JxSlot *slot, const JxPiece *piece)
{
  return slot->type == JX_SLOT_VALUE && slot->first && slot->begins_row && !slot->has_words && slot->each == JX_N_KINDS
         && jx_field_get_info (slot->field)->kind == JX_KIND_DOCUMENT
         && !piece->certain && !piece->like_target && !piece->beside_label && strchr (piece->text, ':') == NULL
         && strstr (piece->text, "：") == NULL;
}

/* A value behind a label that the source does not have, or a list's row without its heading. */
static gboolean
is_unlabelled (const JxSlots *slots, guint slot, guint last_slot, gboolean has_heading)
{
  const JxSlot *info = jx_slots_get (slots, slot);

  if (info->type == JX_SLOT_LABEL || slot == 0)
    return FALSE;
  if (info->each != JX_N_KINDS && info->each_first > 0 && jx_slots_get (slots, info->each_first - 1)->header)
    return !has_heading;

  return jx_slots_get (slots, slot - 1)->type == JX_SLOT_LABEL && last_slot != slot - 1;
}

void
jx_take_item (JxTaker *taker, JxItem *item, const JxSlots *slots, const GArray *pieces, const GArray *steps, gboolean rows_known)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) shared = g_string_new (NULL);
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (JxAcross));
  g_autoptr (GArray) derived = g_array_new (FALSE, FALSE, sizeof (Derived));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  Reading reading = { taker, item, slots, rows_known, { -1, text }, texts, across, derived, .shared = shared, .row_slot = -1, .parts_slot = find_parts_slot (slots) };
  guint last_slot = G_MAXUINT - 1;
  gboolean has_heading = FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      const JxStep *step = &g_array_index (steps, JxStep, i);
      const JxPiece *piece = step->type != JX_STEP_MISS ? &g_array_index (pieces, JxPiece, step->piece) : NULL;
      gboolean is_across = step->type != JX_STEP_DISCARD && jx_slots_get (slots, step->slot)->type == JX_SLOT_ACROSS;

      switch (step->type)
        {
        case JX_STEP_FILL:
        case JX_STEP_EXTEND:
          if (is_across)
            {
              commit (&reading);
              add_across (&reading, piece, step->slot);
            }
          else if (step->type == JX_STEP_EXTEND)
            extend (&reading, piece);
          else if (is_bare_name (jx_slots_get (slots, step->slot), piece) && !piece->blank && !jx_note_names_body (piece->text))
            jx_taker_leave (taker, piece->line, piece->text, _("No place in the form fits this"));
          else
            fill (&reading, piece, piece->text, step->slot,
                  is_unlabelled (slots, step->slot, last_slot, has_heading)
                    || is_bare_name (jx_slots_get (slots, step->slot), piece));
          break;
        case JX_STEP_BOTH:
          fill (&reading, piece, piece->tail, step->slot, FALSE);
          break;
        case JX_STEP_DISCARD:
          if (!piece->blank)
            jx_taker_leave (taker, piece->line, piece->text, _("No place in the form fits this"));
          break;
        case JX_STEP_MISS:
        default:
          note_missing (&reading, step->slot);
          break;
        }
      if (step->type != JX_STEP_DISCARD && step->type != JX_STEP_MISS)
        {
          last_slot = step->slot;
          has_heading |= jx_slots_get (slots, step->slot)->type == JX_SLOT_LABEL && jx_slots_get (slots, step->slot)->header;
        }
    }
  commit (&reading);
  finish_row (&reading);
  jx_take_across (taker, item, slots, across, rows_known);
  for (guint i = 0; i < derived->len; i++)
    {
      const Derived *said = &g_array_index (derived, Derived, i);

      jx_take_derived (taker, item, said->node, said->text, said->line);
    }
}
