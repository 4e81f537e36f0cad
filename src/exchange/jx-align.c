/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-align.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"

/* What it costs when source and form do not agree, in tenths; found by trying on documents of
 * several converters. A label met is worth much: it is what everything else hangs on. */
enum
{
  LABEL_MET = -40,
  LABEL_MISSING = 20,
  WORDS_MET = -30,
  UNIT_MET = -10,
  VALUE_MISSING = 10,
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
  BLANK_VALUE = 2,
  ROW_BROKEN = 10,
  OUT_OF_COLUMN = 50,
  UNLABELLED = 12,
  JUMP = 30,        /* a row stands elsewhere */
  JUMP_IN_ROW = 80, /* a label does */
  END_MISSING = 25,
  BEAM = 250, /* so much worse than the best way, a way is given up */
  NEVER = 100000,
};

/* Pieces times slots; beyond, a table is no goal table. */
#define MAX_WORK (16u * 1024 * 1024)

typedef enum
{
  FROM_NOWHERE,
  FROM_FILL,
  FROM_EXTEND,
  FROM_DISCARD,
  FROM_BOTH,
  FROM_MISS,
  FROM_LOOP,
} From;

typedef struct
{
  guint8 how;
  guint16 state;
} Back;

/* State s: slot s - 1 was the last one met or missed. */
typedef struct
{
  const JxSlots *slots;
  const GArray *pieces;
  gboolean rows_known;
  const JxHeading *heading;
  guint n_states;
  int *now;
  int *next;
  Back *back; /* [piece][state] */
} Aligner;

static gboolean
has_label (const GArray *labels, guint slot)
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

void
jx_piece_init (JxPiece *piece, const JxSlots *slots)
{
  const char *p = piece->text;
  const char *colon;

  while (*p != '\0' && jx_fold_is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  piece->blank = *p == '\0';
  piece->numeric = is_numeric (p);
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
is_out_of_column (const Aligner *a, const JxPiece *piece, const JxSlot *slot, guint index)
{
  const JxHeading *heading = a->heading;

  return a->rows_known && slot->each != JX_N_KINDS && heading->n_cells > 0 && piece->row_cells == heading->n_cells
         && index >= heading->first && index < heading->first + heading->n
         && heading->columns[index - heading->first] != piece->column;
}

static int
cost_to_fill (const Aligner *a, const JxPiece *piece, guint index)
{
  const JxSlot *slot = jx_slots_get (a->slots, index);
  int cost;

  switch (slot->type)
    {
    case JX_SLOT_LABEL:
      cost = has_label (piece->labels, index) ? LABEL_MET
             : !piece->blank ? NEVER
             : slot->merge ? 0 : LABEL_MISSING + BLANK_VALUE;
      break;
    case JX_SLOT_COVERED:
      cost = piece->empty ? 0 : piece->blank ? 2 : NEVER;
      break;
    case JX_SLOT_OTHER:
      cost = piece->blank ? 0 : 5;
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
  if (is_out_of_column (a, piece, slot, index))
    cost += OUT_OF_COLUMN;
  if (a->rows_known && (piece->begins_row ? !slot->begins_row : slot->first))
    cost += ROW_BROKEN;

  return cost;
}

/* Whether other values of the same list stand in a row below. */
static gboolean
heads_list (const Aligner *a, guint index)
{
  for (guint s = index + 1; s < a->slots->slots->len; s++)
    if (jx_slots_get (a->slots, s)->type == JX_SLOT_ACROSS && jx_slots_get (a->slots, s)->list == jx_slots_get (a->slots, index)->list)
      return TRUE;

  return FALSE;
}

static int
cost_to_discard (const Aligner *a, const JxPiece *piece)
{
  if (piece->blank)
    return a->rows_known ? BLANK_DISCARDED - piece->empty : piece->empty ? LINE_DISCARDED : PAUSE_DISCARDED;

  return piece->labels != NULL ? LABEL_DISCARDED : TEXT_DISCARDED;
}

static int
cost_to_extend (const Aligner *a, const JxPiece *piece, guint index)
{
  const JxSlot *slot = jx_slots_get (a->slots, index);

  if (piece->labels != NULL && slot->type != JX_SLOT_LABEL)
    return LABEL_DISCARDED;

  switch (slot->type)
    {
    case JX_SLOT_ACROSS:
      if (a->rows_known && piece->begins_row)
        return NEVER;
      /* A blank rather belongs to the values below than to the row of heads. */
      return piece->blank ? BLANK_VALUE + 1 + heads_list (a, index) : cost_of_value (piece, slot);
    case JX_SLOT_LIST:
      return piece->blank ? 1 : a->rows_known ? (piece->begins_row ? 3 : 20) : 1;
    case JX_SLOT_VALUE:
      if (a->rows_known || piece->blank)
        return NEVER;
      return jx_field_get_info (slot->field)->type == JX_TYPE_TEXT ? 8 : 18;
    case JX_SLOT_LABEL:
    case JX_SLOT_COVERED:
    case JX_SLOT_OTHER:
    default:
      return NEVER;
    }
}

static int
cost_to_miss (const Aligner *a, const JxSlot *slot)
{
  /* A flat text has a line for every cell of a row, be it empty. */
  if (!a->rows_known && slot->each != JX_N_KINDS)
    return LINE_MISSING;

  switch (slot->type)
    {
    case JX_SLOT_LABEL:
      return slot->merge ? MERGED_MISSING : LABEL_MISSING;
    case JX_SLOT_COVERED:
    case JX_SLOT_OTHER:
      return COVERED_MISSING;
    case JX_SLOT_VALUE:
    case JX_SLOT_LIST:
    case JX_SLOT_ACROSS:
    default:
      return slot->merge ? MERGED_MISSING : VALUE_MISSING;
    }
}

static void
offer (Aligner *a, int *costs, guint piece, guint state, int cost, From how, guint from)
{
  if (cost >= costs[state])
    return;

  costs[state] = cost;
  a->back[(gsize) piece * a->n_states + state] = (Back) { how, (guint16) from };
}

/* Goes on without a piece: slots that are missing, the next item of a list, a list without items. */
static void
close_over (Aligner *a, int *costs, guint piece)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint s = 0; s + 1 < a->n_states; s++)
      {
        const JxSlot *slot = jx_slots_get (a->slots, s);

        if (slot->each != JX_N_KINDS && slot->each_first == s)
          {
            offer (a, costs, piece, slot->each_last + 1, costs[s] + VALUE_MISSING, FROM_LOOP, s);
            offer (a, costs, piece, s, costs[slot->each_last + 1], FROM_LOOP, slot->each_last + 1);
          }
        offer (a, costs, piece, s + 1, costs[s] + cost_to_miss (a, slot), FROM_MISS, s);
      }
}

static guint
find_best (const Aligner *a)
{
  guint best = 0;

  for (guint s = 1; s < a->n_states; s++)
    if (a->now[s] < a->now[best])
      best = s;

  return best;
}

/* Whether the slot before @state is a label that was not met on the way here. */
static gboolean
is_label_missed (const Aligner *a, guint piece, guint state)
{
  return state > 0 && a->back[(gsize) piece * a->n_states + state].how == FROM_MISS
         && jx_slots_get (a->slots, state - 1)->type == JX_SLOT_LABEL;
}

static void
take_piece (Aligner *a, guint index)
{
  const JxPiece *piece = &g_array_index (a->pieces, JxPiece, index);
  gboolean may_jump = !piece->blank && (piece->labels != NULL || (a->rows_known && piece->begins_row));
  int jump = a->rows_known && piece->begins_row ? JUMP : JUMP_IN_ROW;
  guint best = find_best (a);
  int discard = cost_to_discard (a, piece);

  for (guint s = 0; s < a->n_states; s++)
    a->next[s] = G_MAXINT / 2;

  for (guint s = 0; s < a->n_states; s++)
    {
      if (a->now[s] > a->now[best] + BEAM)
        continue;
      offer (a, a->next, index + 1, s, a->now[s] + discard, FROM_DISCARD, s);
      if (s > 0)
        offer (a, a->next, index + 1, s, a->now[s] + cost_to_extend (a, piece, s - 1), FROM_EXTEND, s);
      if (s + 1 < a->n_states)
        offer (a, a->next, index + 1, s + 1,
               a->now[s] + cost_to_fill (a, piece, s) + (is_label_missed (a, index, s) ? UNLABELLED : 0), FROM_FILL, s);
      if (s + 2 < a->n_states && has_label (piece->head_labels, s))
        offer (a, a->next, index + 1, s + 2, a->now[s] + LABEL_MET, FROM_BOTH, s);
    }
  for (guint s = 0; may_jump && s + 1 < a->n_states; s++)
    if (has_label (piece->labels, s) || (a->rows_known && piece->begins_row && jx_slots_get (a->slots, s)->begins_row))
      offer (a, a->next, index + 1, s + 1, a->now[best] + jump + cost_to_fill (a, piece, s), FROM_FILL, best);
  close_over (a, a->next, index + 1);
}

static GArray *
trace_back (const Aligner *a, guint state)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (JxStep));
  guint piece = a->pieces->len;

  for (;;)
    {
      Back back = a->back[(gsize) piece * a->n_states + state];
      JxStep step = { JX_STEP_FILL, piece - 1, state - 1 };

      if (back.how == FROM_NOWHERE)
        break;
      switch ((From) back.how)
        {
        case FROM_EXTEND:
          step.type = JX_STEP_EXTEND;
          break;
        case FROM_DISCARD:
          step.type = JX_STEP_DISCARD;
          break;
        case FROM_BOTH:
          step.type = JX_STEP_BOTH;
          break;
        case FROM_MISS:
          step.type = JX_STEP_MISS;
          break;
        case FROM_NOWHERE:
        case FROM_FILL:
        case FROM_LOOP:
        default:
          break;
        }
      if (back.how != FROM_LOOP)
        g_array_append_val (steps, step);
      if (back.how != FROM_MISS && back.how != FROM_LOOP)
        piece--;
      state = back.state;
    }

  for (guint i = 0; i < steps->len / 2; i++)
    {
      JxStep step = g_array_index (steps, JxStep, i);

      g_array_index (steps, JxStep, i) = g_array_index (steps, JxStep, steps->len - 1 - i);
      g_array_index (steps, JxStep, steps->len - 1 - i) = step;
    }

  return steps;
}

GArray *
jx_align (const JxSlots *slots, const GArray *pieces, gboolean rows_known, const JxHeading *heading, int *cost)
{
  guint n_states = slots->slots->len + 1;
  g_autofree int *now = NULL;
  g_autofree int *next = NULL;
  g_autofree Back *back = NULL;
  guint end;
  Aligner a = { slots, pieces, rows_known, heading, n_states };

  if ((guint64) n_states * (pieces->len + 1) > MAX_WORK || n_states > G_MAXUINT16)
    return NULL;

  now = g_new (int, n_states);
  next = g_new (int, n_states);
  back = g_new0 (Back, (gsize) n_states * (pieces->len + 1));
  for (guint s = 0; s < n_states; s++)
    now[s] = G_MAXINT / 2;
  now[0] = 0;
  a.now = now;
  a.next = next;
  a.back = back;
  close_over (&a, a.now, 0);
  for (guint i = 0; i < pieces->len; i++)
    {
      int *swap;

      take_piece (&a, i);
      swap = a.now;
      a.now = a.next;
      a.next = swap;
    }
  /* Whole tables may be missing at the end. */
  end = find_best (&a);
  if (a.now[n_states - 1] <= a.now[end] + END_MISSING)
    end = n_states - 1;
  *cost = a.now[end];

  return trace_back (&a, end);
}
