/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-row.h"

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
  Filling filling;
  GStringChunk *texts;
  GArray *across; /* (element-type JxAcross) */
  GArray *derived; /* (element-type Derived) */
  JxRowReading *row;
} Reading;

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
    jx_take_value (reading->taker, kind == slot->each || kind == slot->beside ? jx_row_reading_get_item (reading->row, slot) : reading->item, slot, text, line, doubt);
}

/* Labels with the unit in them stand for the amounts of the whole table. */
static void
note_unit (Reading *reading, const char *text)
{
  if (strstr (text, "万元") == NULL && strstr (text, "元") != NULL && reading->taker->amount_unit == NULL)
    jx_taker_set_unit (reading->taker, reading->item, strstr (text, "亿元") != NULL ? "亿元" : "元", reading->filling.line, text);
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
      if (jx_row_reading_keep_shared (reading->row, slot, text))
        break;
      /* A blank that was written as one is a blank, not a merged cell. */
      if (slot->merge && !filling->empty)
        jx_row_reading_set_inherits (reading->row, slot->field, !jx_line_is_blank (text));
      if (!jx_row_reading_keep_part (reading->row, slot, text, filling->line))
        set_value (reading, slot, text, filling->line, get_doubt (filling));
      break;
    case JX_SLOT_LIST:
      jx_take_list (reading->taker, reading->item, slot->list, slot->node, text, filling->line,
                    filling->joined ? get_doubt (filling) : NULL);
      break;
    case JX_SLOT_PART:
      if (slot->each != JX_N_KINDS) /* else it is the column's heading */
        jx_row_reading_keep_part (reading->row, slot, text, filling->line);
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
  jx_row_reading_meet (reading->row, slot, filling->line, filling->text->str);
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
  if (!piece->blank)
    jx_row_reading_note_joined (reading->row);
  filling->joined |= piece->joined;
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
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (JxAcross));
  g_autoptr (GArray) derived = g_array_new (FALSE, FALSE, sizeof (Derived));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  g_autoptr (JxRowReading) row = jx_row_reading_new (taker, item, slots, rows_known, texts);
  Reading reading = { taker, item, slots, { -1, text }, texts, across, derived, row };
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
          jx_row_reading_note_missing (reading.row, step->slot);
          break;
        }
      if (step->type != JX_STEP_DISCARD && step->type != JX_STEP_MISS)
        {
          last_slot = step->slot;
          has_heading |= jx_slots_get (slots, step->slot)->type == JX_SLOT_LABEL && jx_slots_get (slots, step->slot)->header;
        }
    }
  commit (&reading);
  jx_row_reading_finish (row, reading.filling.line, reading.filling.text->str);
  jx_take_across (taker, item, slots, across, rows_known);
  for (guint i = 0; i < derived->len; i++)
    {
      const Derived *said = &g_array_index (derived, Derived, i);

      jx_take_derived (taker, item, said->node, said->text, said->line);
    }
}
