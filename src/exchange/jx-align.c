/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-align.h"

#include "exchange/jx-align-cost.h"

/* What leaps cost, in the measure of jx-align-cost.h. */
enum
{
  UNLABELLED = 12,  /* a value is taken though its label was not met */
  ASTRAY = 10,      /* … or words stand between */
  JUMP = 30,        /* a row stands elsewhere */
  JUMP_UNLABELLED = 80, /* … and no label tells that it is this one */
  JUMP_IN_ROW = 80, /* a label does */
  END_MISSING = 25, /* whole tables are missing at the end */
  BEAM = 250,       /* so much worse than the best way, a way is given up */
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
  JxCosts costs;
  const GArray *pieces;
  guint n_states;
  int *to_miss; /* [slot] */
  int *now;
  int *next;
  Back *back; /* [piece][state] */
} Aligner;

/* Returns: whether it is the best offer for @state so far. */
static gboolean
offer (Aligner *a, int *costs, guint piece, guint state, int cost, From how, guint from)
{
  if (cost >= costs[state])
    return FALSE;

  costs[state] = cost;
  a->back[(gsize) piece * a->n_states + state] = (Back) { how, (guint16) from };

  return TRUE;
}

/* Goes on without a piece: slots that are missing, the next item of a list, a list without items. */
static void
close_over (Aligner *a, int *costs, guint piece)
{
  gboolean goes_on = TRUE;

  /* Twice only where a list's end is better than its beginning. */
  for (int pass = 0; pass < 2 && goes_on; pass++)
    {
      goes_on = FALSE;
      for (guint s = 0; s + 1 < a->n_states; s++)
        {
          const JxSlot *slot = jx_slots_get (a->costs.slots, s);

          if (slot->each != JX_N_KINDS && slot->each_first == s)
            {
              offer (a, costs, piece, slot->each_last + 1, costs[s] + JX_COST_VALUE_MISSING, FROM_LOOP, s);
              offer (a, costs, piece, s, costs[slot->each_last + 1], FROM_LOOP, slot->each_last + 1);
            }
          offer (a, costs, piece, s + 1, costs[s] + a->to_miss[s], FROM_MISS, s);
          goes_on |= slot->each != JX_N_KINDS && slot->each_last == s && costs[s + 1] < costs[slot->each_first];
        }
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
         && jx_slots_get (a->costs.slots, state - 1)->type == JX_SLOT_LABEL;
}

/* Whether words were left out between a label and slot @state, which belongs right behind it. */
static gboolean
is_astray (const Aligner *a, guint piece, guint state)
{
  return piece > 0 && state > 0 && a->back[(gsize) piece * a->n_states + state].how == FROM_DISCARD
         && !g_array_index (a->pieces, JxPiece, piece - 1).blank && !jx_slots_get (a->costs.slots, state)->first;
}

static void
take_piece (Aligner *a, guint index)
{
  const JxPiece *piece = &g_array_index (a->pieces, JxPiece, index);
  gboolean may_jump = !piece->blank && (piece->labels != NULL || (a->costs.rows_known && piece->begins_row));
  int jump = a->costs.rows_known && piece->begins_row ? JUMP : JUMP_IN_ROW;
  guint best = find_best (a);
  int discard = jx_cost_to_discard (&a->costs, piece);

  for (guint s = 0; s < a->n_states; s++)
    a->next[s] = G_MAXINT / 2;

  for (guint s = 0; s < a->n_states; s++)
    {
      if (a->now[s] > a->now[best] + BEAM)
        continue;
      offer (a, a->next, index + 1, s, a->now[s] + discard, FROM_DISCARD, s);
      /* Only what holds something goes on. */
      if (s > 0 && a->back[(gsize) index * a->n_states + s].how != FROM_MISS)
        offer (a, a->next, index + 1, s, a->now[s] + jx_cost_to_extend (&a->costs, piece, s - 1), FROM_EXTEND, s);
      if (s + 1 < a->n_states)
        offer (a, a->next, index + 1, s + 1,
               a->now[s] + jx_cost_to_fill (&a->costs, piece, s) + (is_label_missed (a, index, s) ? UNLABELLED : 0)
                 + (is_astray (a, index, s) ? ASTRAY : 0), FROM_FILL, s);
      if (s + 2 < a->n_states && jx_cost_has_label (piece->head_labels, s))
        offer (a, a->next, index + 1, s + 2, a->now[s] + JX_COST_LABEL_MET, FROM_BOTH, s);
    }
  for (guint s = 0; may_jump && s + 1 < a->n_states; s++)
    if (jx_cost_has_label (piece->labels, s) || (a->costs.rows_known && piece->begins_row && jx_slots_get (a->costs.slots, s)->begins_row))
      offer (a, a->next, index + 1, s + 1,
             a->now[best] + jump + (jx_cost_has_label (piece->labels, s) ? 0 : JUMP_UNLABELLED) + jx_cost_to_fill (&a->costs, piece, s),
             FROM_FILL, best);
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
  g_autofree int *to_miss = NULL;
  g_autofree Back *back = NULL;
  guint end;
  Aligner a = { .costs = { slots, rows_known, heading }, .pieces = pieces, .n_states = n_states };

  if ((guint64) n_states * (pieces->len + 1) > MAX_WORK || n_states > G_MAXUINT16)
    return NULL;

  now = g_new (int, n_states);
  next = g_new (int, n_states);
  back = g_new0 (Back, (gsize) n_states * (pieces->len + 1));
  for (guint s = 0; s < n_states; s++)
    now[s] = G_MAXINT / 2;
  now[0] = 0;
  to_miss = g_new (int, n_states);
  for (guint s = 0; s + 1 < n_states; s++)
    to_miss[s] = jx_cost_to_miss (&a.costs, s);
  a.to_miss = to_miss;
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
