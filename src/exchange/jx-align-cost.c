/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-align-cost.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

enum
{
  LABEL_MISSING = 20,
  WORDS_MET = -30,
  UNIT_MET = -10,
  MERGED_MISSING = 7,
  COVERED_MISSING = 1,
  LINE_MISSING = 30,
  TEXT_DISCARDED = 40,
  LABEL_DISCARDED = 60,
  BLANK_DISCARDED = 5,
  LINE_DISCARDED = 8,  /* an empty line of a flat text, mostly an empty cell */
  PAUSE_DISCARDED = 1, /* a line of a blank between tables */
  LABEL_AS_VALUE = 15,
  NOT_A_NUMBER = 40,
  UNLIKE_TARGET = 5,
  UNLIKE_TEXT = 6,
  UNLIKE_PART = 15,
  BLANK_VALUE = 2,
  ROW_BROKEN = 10,
  OUT_OF_COLUMN = 50,
  TARGET_EXTENDS = 60,
  LEVEL_EXTENDS = 35,
};

/* Part of a level's name has fewer characters than this. */
#define LEVEL_CHARACTERS 4

gboolean
jx_cost_has_label (const GArray *labels, guint slot)
{
  for (guint i = 0; labels != NULL && i < labels->len; i++)
    if (g_array_index (labels, guint, i) == slot)
      return TRUE;

  return FALSE;
}

static gboolean
is_numeric (const char *text)
{
  gboolean digits = FALSE;
  gsize n = 0;

  for (const char *p = text; *p != '\0' && n < 48; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_digit_value (c) >= 0)
        digits = TRUE;
      else if (!digits && !jx_fold_is_blank (c) && c != 0xFFE5 && c != 0xA5)
        return FALSE;
    }

  return digits && n < 24;
}

static gboolean
is_like_target (const char *text)
{
  gunichar c = *text != '\0' ? jx_fold_character (g_utf8_get_char (text)) : 0;

  return c == 0x2265 || c == 0x2264 || c == '<' || c == '>' || c == '=' || g_unichar_digit_value (c) >= 0;
}

/* ≥90% and the like. */
static gboolean
has_sign (const JxPiece *piece)
{
  return piece->like_target && !piece->numeric;
}

void
jx_piece_init (JxPiece *piece, const JxSlots *slots)
{
  const char *p = piece->text;
  const char *colon;

  while (*p != '\0' && jx_fold_is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  piece->blank = *p == '\0';
  piece->numeric = is_numeric (p) || (!piece->blank && jx_line_is_stroke (p));
  piece->like_target = is_like_target (p);
  piece->labels = piece->blank ? NULL : jx_slots_find_label (slots, piece->text);
  piece->head_labels = NULL;
  if (piece->labels != NULL || piece->blank)
    return;

  for (colon = p; *colon != '\0' && (gsize) (colon - p) <= slots->longest * 2; colon = g_utf8_next_char (colon))
    if (jx_fold_character (g_utf8_get_char (colon)) == ':')
      {
        g_autofree char *head = g_strndup (p, (gsize) (colon - p));

        piece->head_labels = jx_slots_find_label (slots, head);
        piece->tail = g_utf8_next_char (colon);
        if (piece->head_labels != NULL)
          return;
      }
}

/* "%" and "月底" tell apart two rows of numbers. */
static gboolean
ends_with_words_of (const JxPiece *piece, const JxSlot *slot)
{
  const JxFormPart *last = slot->node->parts->pdata[slot->node->parts->len - 1];

  return piece->numeric && last->type == JX_PART_TEXT && last->optional && g_str_has_suffix (piece->text, last->text);
}

static int
cost_of_value (const JxPiece *piece, const JxSlot *slot)
{
  JxType type = jx_field_get_info (slot->field)->type;
  JxMatch match;

  if (piece->blank)
    return piece->empty && slot->merge ? 0 : BLANK_VALUE;
  if (slot->has_words)
    return jx_pattern_match ((JxFormPart **) slot->node->parts->pdata, slot->node->parts->len, piece->text, &match)
             ? WORDS_MET : NOT_A_NUMBER;
  if (((const JxFormPart *) slot->node->parts->pdata[0])->type == JX_PART_TICK)
    return jx_mark_is_word_of_tick (slot->node->parts->pdata[0], piece->text) ? UNIT_MET : jx_mark_is_tick (piece->text) ? 0 : NOT_A_NUMBER;
  if (piece->labels != NULL)
    return LABEL_AS_VALUE;
  if (ends_with_words_of (piece, slot))
    return UNIT_MET;

  switch (type)
    {
    case JX_TYPE_AMOUNT:
    case JX_TYPE_PERCENT:
    case JX_TYPE_YEAR:
    case JX_TYPE_MONTH:
    case JX_TYPE_SCORE:
      return piece->numeric ? 0 : NOT_A_NUMBER;
    case JX_TYPE_TARGET:
      return piece->like_target ? 0 : UNLIKE_TARGET;
    case JX_TYPE_LINE:
    case JX_TYPE_TEXT:
    default:
      return piece->like_target ? (slot->each != JX_N_KINDS ? UNLIKE_TEXT : type == JX_TYPE_TEXT && piece->numeric ? 4 : 0) : 0;
    }
}

/* In a row with as many cells as its heading every cell stands below its own label. */
static gboolean
is_out_of_column (const JxCosts *costs, const JxPiece *piece, const JxSlot *slot, guint index)
{
  const JxHeading *heading = costs->heading;

  return costs->rows_known && slot->each != JX_N_KINDS && heading->n_cells > 0 && piece->row_cells == heading->n_cells
         && index >= heading->first && index < heading->first + heading->n
         && heading->columns[index - heading->first] != piece->column;
}

/* Above the heading, or in a row with not half as many cells, nothing belongs to a list's row. */
static gboolean
is_of_no_row (const JxCosts *costs, const JxPiece *piece, guint index)
{
  const JxHeading *heading = costs->heading;
  const JxSlot *slot = jx_slots_get (costs->slots, index);

  /* Without a heading only a whole row tells that it is one. */
  if (heading->n_cells == 0 && costs->rows_known && slot->each != JX_N_KINDS && slot->each_first > 0
      && jx_slots_get (costs->slots, slot->each_first - 1)->header
      && piece->row_cells * 4 < (slot->each_last - slot->each_first + 1) * 3)
    return TRUE;
  if (heading->n_cells == 0 || index < heading->first || index >= heading->first + heading->n)
    return FALSE;

  return piece->above_list || (costs->rows_known && piece->row_cells * 2 < heading->n_cells);
}

/* A value may stand above the table where a code in front or a label beside it tells what it is. */
static gboolean
is_likely_outside (const JxPiece *piece)
{
  return !piece->behind && (piece->certain || piece->like_target || piece->beside_label);
}

int
jx_cost_to_fill (const JxCosts *costs, const JxPiece *piece, guint index)
{
  const JxSlot *slot = jx_slots_get (costs->slots, index);
  int cost;

  if (piece->outside && (slot->framed || (slot->type != JX_SLOT_LABEL && !is_likely_outside (piece))))
    return JX_COST_NEVER;
  if (is_of_no_row (costs, piece, index))
    return JX_COST_NEVER;
  switch (slot->type)
    {
    case JX_SLOT_LABEL:
      cost = jx_cost_has_label (piece->labels, index) ? JX_COST_LABEL_MET
             : !piece->blank ? JX_COST_NEVER
             : slot->merge ? 0 : LABEL_MISSING + BLANK_VALUE;
      break;
    case JX_SLOT_COVERED:
      cost = piece->empty ? 0 : piece->blank ? 2 : JX_COST_NEVER;
      break;
    case JX_SLOT_OTHER:
      cost = piece->blank ? 0 : 5;
      break;
    case JX_SLOT_DERIVED:
      cost = piece->blank ? BLANK_VALUE : piece->numeric ? 0 : NOT_A_NUMBER;
      break;
    case JX_SLOT_PART:
      cost = slot->each == JX_N_KINDS || jx_target_part_fits (slot->part, piece->text) ? 0 : UNLIKE_PART;
      break;
    case JX_SLOT_LIST:
      cost = piece->blank ? BLANK_VALUE : piece->labels != NULL ? LABEL_AS_VALUE : 0;
      break;
    case JX_SLOT_VALUE:
    case JX_SLOT_ACROSS:
    default:
      cost = cost_of_value (piece, slot);
      break;
    }
  if (is_out_of_column (costs, piece, slot, index))
    cost += OUT_OF_COLUMN;
  if (costs->rows_known && (piece->begins_row ? !slot->begins_row : slot->first))
    cost += ROW_BROKEN;

  return cost;
}

/* Whether other values of the same list stand in a row below. */
static gboolean
heads_list (const JxCosts *costs, guint index)
{
  for (guint s = index + 1; s < costs->slots->slots->len; s++)
    if (jx_slots_get (costs->slots, s)->type == JX_SLOT_ACROSS && jx_slots_get (costs->slots, s)->list == jx_slots_get (costs->slots, index)->list)
      return TRUE;

  return FALSE;
}

int
jx_cost_to_discard (const JxCosts *costs, const JxPiece *piece)
{
  if (piece->trailing)
    return PAUSE_DISCARDED;
  if (piece->blank)
    return costs->rows_known ? BLANK_DISCARDED - piece->empty : piece->empty ? LINE_DISCARDED : PAUSE_DISCARDED;

  return piece->labels != NULL ? LABEL_DISCARDED : TEXT_DISCARDED;
}

int
jx_cost_to_extend (const JxCosts *costs, const JxPiece *piece, guint index)
{
  const JxSlot *slot = jx_slots_get (costs->slots, index);

  if (piece->outside)
    return JX_COST_NEVER;
  if (piece->labels != NULL && slot->type != JX_SLOT_LABEL)
    return LABEL_DISCARDED;

  switch (slot->type)
    {
    case JX_SLOT_ACROSS:
      if (costs->rows_known && piece->begins_row)
        return JX_COST_NEVER;
      /* A blank rather belongs to the values below than to the row of heads. */
      return piece->blank ? BLANK_VALUE + 1 + heads_list (costs, index) : cost_of_value (piece, slot);
    case JX_SLOT_LIST:
      /* A further item may stand in a row of its own. */
      return piece->blank || !costs->rows_known ? 1 : piece->alone ? 3 : TEXT_DISCARDED;
    case JX_SLOT_VALUE:
      if (costs->rows_known || piece->blank)
        return JX_COST_NEVER;
      /* The name of a level is broken over short lines, if at all. */
      if (slot->merge && g_utf8_strlen (piece->text, -1) >= LEVEL_CHARACTERS)
        return LEVEL_EXTENDS;
      /* A target value is a cell of its own. */
      return has_sign (piece) ? TARGET_EXTENDS : jx_field_get_info (slot->field)->type == JX_TYPE_TEXT ? 8 : 18;
    case JX_SLOT_LABEL:
    case JX_SLOT_COVERED:
    case JX_SLOT_OTHER:
    case JX_SLOT_DERIVED:
    case JX_SLOT_PART:
    default:
      return JX_COST_NEVER;
    }
}

int
jx_cost_to_miss (const JxCosts *costs, guint index)
{
  const JxSlot *slot = jx_slots_get (costs->slots, index);

  /* A flat text has a line for every cell of a row, be it empty; but a label beside all rows
   * stands there once. */
  if (!costs->rows_known && slot->each != JX_N_KINDS)
    return slot->merge && slot->type == JX_SLOT_LABEL ? MERGED_MISSING : LINE_MISSING;

  switch (slot->type)
    {
    case JX_SLOT_LABEL:
      return slot->merge ? MERGED_MISSING : LABEL_MISSING;
    case JX_SLOT_COVERED:
    case JX_SLOT_OTHER:
    case JX_SLOT_PART:
      return COVERED_MISSING;
    case JX_SLOT_VALUE:
    case JX_SLOT_LIST:
    case JX_SLOT_ACROSS:
    case JX_SLOT_DERIVED:
    default:
      return slot->merge ? MERGED_MISSING : JX_COST_VALUE_MISSING;
    }
}
