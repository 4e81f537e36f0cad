/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-candidate.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-recognise-text.h"

/* So many blocks are enough to tell the forms apart. */
#define SAMPLE_BLOCKS 4000

static void
candidate_free (gpointer data)
{
  JxCandidate *candidate = data;

  jx_slots_free (candidate->slots);
  jx_script_free (candidate->script);
  g_free (candidate);
}

/* A label that the form has in several places is one of them each time it is met in a row, and the same
 * again in another: a heading row repeated is no more than the heading row. Beside the rows of a list it
 * stands once for all. @met: for each slot, the last row it was met in, counted from 1. */
static void
mark_labels (const JxSlots *slots, const char *text, guint row, guint *met, guint *n_met)
{
  const GArray *found = jx_slots_find_label (slots, text);
  gboolean marked = FALSE;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      guint slot = g_array_index (found, guint, i);
      gboolean beside_list = jx_slots_get (slots, slot)->each != JX_N_KINDS;

      if (met[slot] == row || (marked && !beside_list))
        continue;
      marked |= !beside_list;
      *n_met += met[slot] == 0;
      met[slot] = row;
    }
}

guint
jx_candidate_count_labels (const JxCandidate *candidate, const JxSource *source, guint first, guint end)
{
  g_autofree guint *met = g_new0 (guint, candidate->slots->slots->len + 1);
  guint n = 0;
  guint n_rows = 1; /* the first are all paragraphs: where cells stand a line each, what is a row is not known */

  for (guint b = first; b < end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        mark_labels (candidate->slots, block->text, 1, met, &n);
      else
        for (guint r = 0; r < block->n_rows; r++)
          {
            const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);

            n_rows++;
            for (guint c = 0; c < row->n_cells; c++)
              mark_labels (candidate->slots, jx_source_get_cell (source, row->first_cell + c)->text, n_rows, met, &n);
          }
    }

  return n;
}

static guint
count_headings (const JxScript *script, const JxSource *source, guint end)
{
  g_autofree gboolean *met = g_new0 (gboolean, script->lines->len + 1);
  guint n = 0;

  for (guint b = 0; b < end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);
      int at = block->type == JX_SOURCE_PARAGRAPH ? jx_text_find_fixed (script, block->text, -1) : -1;

      if (at >= 0)
        {
          n += !met[at];
          met[at] = TRUE;
        }
    }

  return n;
}

static int
compare_votes (gconstpointer a, gconstpointer b)
{
  return (int) (*(JxCandidate * const *) b)->votes - (int) (*(JxCandidate * const *) a)->votes;
}

GPtrArray *
jx_candidates_new (JxFormSet *set, JxKind subject, const JxSource *source, gboolean loose)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  GPtrArray *forms = jx_form_set_list (set);
  guint end = MIN (jx_source_count_blocks (source), SAMPLE_BLOCKS);

  for (guint i = 0; i < forms->len; i++)
    {
      const JxForm *form = forms->pdata[i];
      JxCandidate *candidate;
      guint n;

      if (jx_form_get_subject (form) != subject)
        continue;

      candidate = g_new0 (JxCandidate, 1);
      candidate->form = form;
      candidate->slots = jx_slots_new (form);
      candidate->slots->loose = loose;
      candidate->script = jx_script_new (set, form);
      g_ptr_array_add (candidates, candidate);

      if (subject == JX_KIND_DOCUMENT)
        candidate->votes = count_headings (candidate->script, source, end);
      else if (candidate->slots->n_labels > 0)
        {
          /* Many labels met speak for a form, many missing against it. */
          n = jx_candidate_count_labels (candidate, source, 0, end);
          candidate->votes = n * n * 100 / candidate->slots->n_labels;
        }
    }
  g_ptr_array_sort (candidates, compare_votes);

  return candidates;
}

guint
jx_candidate_get_certainty (const JxCandidate *candidate)
{
  guint n = 0;

  /* A heading over several lines may also stand on one: its last. */
  for (guint i = 0; i < candidate->script->lines->len; i++)
    {
      const JxLine *line = jx_script_get (candidate->script, i);

      n += line->words != NULL && line->heading && line->others != NULL;
    }

  return n > 0 ? MIN (candidate->votes * 100 / n, 100) : 0;
}

static gunichar
last_character (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!jx_fold_is_blank (c))
        return jx_fold_character (c);
    }

  return 0;
}

/* Most lines of a long text are told apart from a heading by their last character. */
static gboolean
may_match (const JxLine *line, const char *text)
{
  const JxFormPart *last = line->parts[line->n_parts - 1];

  return last->type != JX_PART_TEXT || last->optional || last_character (last->text) == last_character (text);
}

gboolean
jx_candidate_is_heading_of (const JxCandidate *candidate, const char *text, const char *value)
{
  JxMark mark;
  const char *rest = jx_skip_words (text, value);

  if (rest == NULL && jx_mark_read (text, &mark))
    rest = jx_skip_words (text + mark.length, value);
  for (guint i = 0; rest != NULL && i < candidate->script->lines->len; i++)
    {
      const JxLine *line = jx_script_get (candidate->script, i);

      for (guint a = 0; line->heading && line->aliases != NULL && a < line->aliases->len; a++)
        if (jx_fold_equal (rest, line->aliases->pdata[a]))
          return TRUE;
    }

  return FALSE;
}

gboolean
jx_candidate_match_heading (const JxCandidate *candidate, const char *text, JxMatch *match)
{
  const JxScript *script = candidate->script;
  JxMark mark;

  if (strnlen (text, 4096) == 4096)
    return FALSE;
  for (guint i = 0; i < script->lines->len; i++)
    {
      const JxLine *line = jx_script_get (script, i);
      gboolean number_first = line->parts[0]->type == JX_PART_NUMBER;

      if (!line->heading || line->words != NULL || !line->has_words || !may_match (line, text))
        continue;
      if (jx_pattern_match (line->parts, line->n_parts, text, match))
        return TRUE;
      /* The number may be missing, or written otherwise. */
      if (number_first
          && jx_pattern_match (line->parts + 1, line->n_parts - 1, text + (jx_mark_read (text, &mark) && !mark.doubtful ? mark.length : 0), match)
          && match->n_captures > 0 && match->captures[0].length > 0)
        return TRUE;
    }

  return FALSE;
}

/* In a table of amounts the labels stand above: as far from its row's end as the label is from its own. */
static const JxSlot *
get_amount_below (const JxSlots *slots, guint index)
{
  guint end = index;
  guint end_below;
  const JxSlot *below;

  while (end < slots->slots->len && jx_slots_get (slots, end)->row == jx_slots_get (slots, index)->row)
    if (jx_slots_get (slots, end++)->type != JX_SLOT_LABEL)
      return NULL;
  for (end_below = end; end_below < slots->slots->len && jx_slots_get (slots, end_below)->row == jx_slots_get (slots, end)->row;)
    end_below++;
  if (end_below - end < end - index)
    return NULL;
  below = jx_slots_get (slots, end_below - (end - index));

  return below->type == JX_SLOT_VALUE && jx_field_get_info (below->field)->type == JX_TYPE_AMOUNT ? below : NULL;
}

/* What is filled where the label @index of @slots is met: what stands right of it, or below it in a list. */
static const JxSlot *
get_labelled (const JxSlots *slots, guint index)
{
  const JxSlot *label = jx_slots_get (slots, index);
  const JxSlot *next;
  guint first = index;
  guint n;

  while (first > 0 && jx_slots_get (slots, first - 1)->row == label->row)
    first--;
  n = jx_slots_count_heading (slots, first);
  if (n > 0)
    return jx_slots_get (slots, index + n);
  if (index + 1 >= slots->slots->len)
    return NULL;
  next = jx_slots_get (slots, index + 1);
  if (next->row == label->row && (next->type == JX_SLOT_VALUE || next->type == JX_SLOT_LIST))
    return next;

  return get_amount_below (slots, index);
}

static const JxSlot *
find_slot (const JxCandidate *candidate, const char *text)
{
  const GArray *labels = jx_slots_find_label (candidate->slots, text);

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      const JxSlot *slot = get_labelled (candidate->slots, g_array_index (labels, guint, i));

      if (slot != NULL && slot->field != JX_FIELD_NONE)
        return slot;
    }

  return jx_slots_find_value_label (candidate->slots, text);
}

const JxSlot *
jx_candidates_find_labelled (GPtrArray *candidates, const char *text, const JxCandidate **candidate)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const JxSlot *slot = find_slot (candidates->pdata[i], text);

      if (slot != NULL)
        {
          *candidate = candidates->pdata[i];
          return slot;
        }
    }

  return NULL;
}

static gboolean
holds_field (const JxSlot *slot, JxField field, gboolean yearly)
{
  const JxFormPart *part;

  if (slot->type != JX_SLOT_VALUE || slot->field != field)
    return FALSE;
  part = slot->node->parts->pdata[0];

  return part->type == JX_PART_FIELD && (part->key == NULL && part->key_field == JX_FIELD_NONE ? TRUE : yearly == (part->key != NULL));
}

const JxSlot *
jx_candidates_find_field (GPtrArray *candidates, JxField field, gboolean yearly, const JxCandidate **candidate)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const JxSlots *slots = ((JxCandidate *) candidates->pdata[i])->slots;

      for (guint s = 0; s < slots->slots->len; s++)
        if (holds_field (jx_slots_get (slots, s), field, yearly))
          {
            *candidate = candidates->pdata[i];
            return jx_slots_get (slots, s);
          }
    }

  return NULL;
}

static gboolean
is_tick_of (const JxSlot *slot, const char *word)
{
  const JxFormPart *part = slot->type == JX_SLOT_VALUE ? slot->node->parts->pdata[0] : NULL;

  return part != NULL && part->type == JX_PART_TICK && slot->node->parts->len == 1 && jx_mark_is_word_of_tick (part, word);
}

const JxSlot *
jx_candidates_find_tick (GPtrArray *candidates, const char *word)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const JxSlots *slots = ((JxCandidate *) candidates->pdata[i])->slots;

      for (guint s = 0; s < slots->slots->len; s++)
        if (is_tick_of (jx_slots_get (slots, s), word))
          return jx_slots_get (slots, s);
    }

  return NULL;
}
