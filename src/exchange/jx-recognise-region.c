/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-region.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-caption.h"
#include "exchange/jx-choice.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-labelled.h"
#include "exchange/jx-layout-pieces.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-item.h"
#include "exchange/jx-region-pieces.h"
#include "exchange/jx-steps-columns.h"
#include "exchange/jx-take-none.h"
#include "model/jx-path.h"

/* Below so many of a hundred a reader should look at all of it. */
#define UNSURE 60
/* … and where the table can be read without a form, so many are not enough. */
#define CLEAN 90
/* So many columns that the form does not have may stand side by side. */
#define UNKNOWN_COLUMNS 2

/* The place of a label in the heading row: of several the first that is not @met (nullable) yet; -1 for none. */
static int
find_in_heading (const GArray *labels, guint first, guint n, const gboolean *met)
{
  int found = -1;

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      guint slot = g_array_index (labels, guint, i);

      if (slot < first || slot >= first + n)
        continue;
      if (met == NULL || slot - first >= JX_HEADING_MAX || !met[slot - first])
        return (int) (slot - first);
      if (found < 0)
        found = (int) (slot - first);
    }

  return found;
}

/* The columns of a heading row as the source has them: from piece @from as far as its row reaches,
 * in a flat text as far as the labels do. */
typedef struct
{
  JxColumn order[JX_HEADING_MAX];
  guint columns[JX_HEADING_MAX];
  guint n;
  guint n_met;
  guint n_parts;
  guint n_cells;
} Columns;

/* In a flat text the heading goes on to the last of its labels; a word between is an unknown column. */
static guint
find_flat_end (const GArray *pieces, guint from, guint first, guint n)
{
  gboolean met[JX_HEADING_MAX] = { FALSE };
  guint end = from;

  for (guint i = from; i < pieces->len && i <= end + UNKNOWN_COLUMNS && i < from + JX_HEADING_MAX; i++)
    {
      const JxPiece *piece = &g_array_index (pieces, JxPiece, i);
      int at = find_in_heading (piece->labels, first, n, met);

      /* A label met again is a word in the rows below. */
      if (at >= 0 && at < JX_HEADING_MAX && !met[at])
        {
          met[at] = TRUE;
          end = i + 1;
        }
      else if (piece->blank || piece->labels != NULL || piece->like_target)
        break;
    }

  return end;
}

/* A column that the form does not have, and another form's list of the same items has. */
static const JxSlot *
find_in_other_form (GPtrArray *candidates, const JxSlots *slots, guint first, guint n, const char *text)
{
  const JxCandidate *ignored;
  const JxSlot *other = jx_candidates_find_labelled (candidates, text, &ignored);

  if (other == NULL || other->type != JX_SLOT_VALUE || other->merge || other->each != jx_slots_get (slots, first + n)->each)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (jx_slots_get (slots, first + n + i)->field == other->field)
      return NULL;

  return other;
}

static void
read_heading (GPtrArray *candidates, const JxSlots *slots, const GArray *pieces, guint from, gboolean rows_known, guint first, guint n,
              Columns *columns)
{
  const JxPiece *begin = &g_array_index (pieces, JxPiece, from);
  guint end = rows_known ? pieces->len : find_flat_end (pieces, from, first, n);
  gboolean met[JX_HEADING_MAX] = { FALSE };

  *columns = (Columns) { .n_cells = begin->row_cells };
  for (guint i = from; i < end && columns->n < JX_HEADING_MAX; i++)
    {
      const JxPiece *piece = &g_array_index (pieces, JxPiece, i);
      int at = find_in_heading (piece->labels, first, n, met);
      const JxSlot *other;
      JxTargetPart part;

      if (rows_known && piece->row != begin->row)
        break;
      if (piece->blank)
        continue;
      part = at < 0 ? jx_target_part_find (piece->text) : JX_TARGET_PART_NONE;
      columns->n_met += at >= 0;
      if (at >= 0 && at < JX_HEADING_MAX)
        met[at] = TRUE;
      other = at < 0 && part == JX_TARGET_PART_NONE && !piece->blank ? find_in_other_form (candidates, slots, first, n, piece->text) : NULL;
      columns->n_parts += part != JX_TARGET_PART_NONE;
      columns->order[columns->n] = (JxColumn) { at, part, other };
      columns->columns[columns->n++] = piece->column;
    }
}

static gboolean
is_usual_order (const Columns *columns, guint n)
{
  for (guint i = 0; i < columns->n; i++)
    if (columns->order[i].place != (int) i)
      return FALSE;

  return columns->n == n;
}

/* Finds where the heading over a list's rows stands. Returns: whether there is one; then @slot is its first and @at
 * its first piece. */
static gboolean
find_heading (GPtrArray *candidates, const JxSlots *slots, const GArray *pieces, gboolean rows_known, guint *slot, guint *n, guint *at, Columns *columns)
{
  for (guint s = 0; s < slots->slots->len; s++)
    {
      *slot = s;
      *n = jx_slots_get (slots, s)->first ? jx_slots_count_heading (slots, s) : 0;
      for (guint i = 0; *n > 0 && i < pieces->len; i++)
        {
          const JxPiece *piece = &g_array_index (pieces, JxPiece, i);

          if (rows_known ? !piece->begins_row : find_in_heading (piece->labels, s, *n, NULL) < 0)
            continue;
          read_heading (candidates, slots, pieces, i, rows_known, s, *n, columns);
          *at = i;
          if (columns->n_met * 2 > *n && (columns->n_met + columns->n_parts) * 2 > columns->n)
            return TRUE;
        }
    }

  return FALSE;
}

/* The heading row over a list fixes its columns: where the source has them in another order, or
 * more or fewer of them, the form is read that way. Returns: (nullable): the other way. */
static JxSlots *
reorder_columns (GPtrArray *candidates, const JxSlots *slots, GArray *pieces, gboolean rows_known, JxHeading *heading)
{
  Columns columns;
  guint slot, n, at;

  heading->n_cells = 0;
  if (!find_heading (candidates, slots, pieces, rows_known, &slot, &n, &at, &columns))
    return NULL;
  for (guint i = 0; i < at; i++)
    g_array_index (pieces, JxPiece, i).above_list = TRUE;

  heading->n_cells = columns.n_cells;
  heading->first = slot + columns.n;
  heading->n = columns.n;
  memcpy (heading->columns, columns.columns, sizeof heading->columns);

  return is_usual_order (&columns, n) ? NULL : jx_slots_reorder (slots, slot, columns.order, columns.n);
}

/* What the heading says, where the tables do not or say otherwise. On a page laid out in columns it
 * stands for itself and is surer than a cell: it is @first. */
static void
take_heading (JxTaker *taker, JxItem *item, const JxCandidate *candidate, const JxRegion *region, gboolean first)
{
  g_auto (JxNote) title = { JX_NOTE_NONE };
  JxMatch match;

  if (region->heading == NULL || jx_note_read (region->heading, &title) || !jx_candidate_match_heading (candidate, region->heading, &match))
    return;

  for (guint i = 0; i < match.n_captures; i++)
    {
      const JxCapture *capture = &match.captures[i];
      JxItem *owner = capture->kind == JX_KIND_DOCUMENT ? taker->root : item;
      g_autofree char *text = g_strndup (capture->start, capture->length);
      const char *have = jx_item_get (owner, capture->field);

      if (have == NULL)
        jx_taker_set (taker, owner, capture->field, text, region->heading_line,
                      first ? NULL : _("It was taken from the heading, the table has none"));
      else if (!jx_fold_equal (have, text) && !jx_candidate_is_heading_of (candidate, region->heading, have))
        {
          g_autofree char *why = g_strdup_printf (_("The table says “%s”, the heading “%s”; the table's was kept"), have, text);

          jx_taker_doubt (taker, owner, capture->field, region->heading_line, text, why);
        }
    }
}

/* What the notes of a region say. */
typedef struct
{
  JxTaker *taker;
  const char *amount_unit;
  const char *text;
  guint line;
  gboolean whole; /* it is no project's table */
} Notes;

static void
take_note (const JxNote *note, const JxPiece *piece, gpointer user_data)
{
  Notes *notes = user_data;

  notes->whole |= note->type == JX_NOTE_WHOLE;
  if (note->type != JX_NOTE_UNIT)
    {
      jx_taker_take_note (notes->taker, note, piece->line);
      return;
    }
  notes->amount_unit = note->amount_unit;
  notes->text = piece->text;
  notes->line = piece->line;
}

static guint
get_line (const JxRegion *region, const GArray *pieces)
{
  return region->heading != NULL || pieces->len == 0 ? region->heading_line : g_array_index (pieces, JxPiece, 0).line;
}

/* A heading with a name, or with a number: there is an item, whatever stands below. */
static gboolean
is_item (const JxRegion *region)
{
  g_auto (JxNote) note = { JX_NOTE_NONE };

  return region->heading != NULL && (!jx_note_read (region->heading, &note) || note.numbered);
}

static void
tell_empty (JxTaker *taker, const JxCandidate *candidate, const JxRegion *region, const GArray *pieces, const GArray *steps,
            gboolean says_none, guint certainty)
{
  g_autofree char *said = g_strdup_printf (says_none ? _("A table in the form “%s” that says there is nothing to fill in")
                                                     : _("A table in the form “%s” that was not filled in"),
                                           jx_form_get_title (candidate->form));

  jx_report_add (taker->report, JX_REPORT_TAKEN, get_line (region, pieces), NULL, NULL, said);
  jx_report_add_table (taker->report, get_line (region, pieces), NULL, jx_form_get_id (candidate->form),
                       jx_form_get_title (candidate->form), certainty);
  for (guint i = 0; i < steps->len; i++)
    {
      const JxStep *step = &g_array_index (steps, JxStep, i);
      const JxPiece *piece = step->type == JX_STEP_DISCARD ? &g_array_index (pieces, JxPiece, step->piece) : NULL;

      if (piece != NULL && !piece->blank)
        jx_taker_leave (taker, piece->line, piece->text, _("No place in the form fits this"));
    }
}

static void
tell_taken (JxTaker *taker, JxItem *item, const JxCandidate *candidate, const JxRegion *region, const GArray *pieces, guint certainty)
{
  g_autofree char *path = jx_path_to_string (item, JX_FIELD_NONE);
  const char *title = jx_form_get_title (candidate->form);
  g_autofree char *said = g_strdup_printf (_("Read by the form “%s”, %u %% sure"), title, certainty);

  if (certainty < UNSURE)
    jx_taker_doubt (taker, item, JX_FIELD_NONE, get_line (region, pieces), title,
                    _("It is not sure that the table is of this form; compare all of it with the source"));
  jx_report_add (taker->report, JX_REPORT_TAKEN, get_line (region, pieces), region->heading, path, said);
  jx_report_add_table (taker->report, get_line (region, pieces), path, jx_form_get_id (candidate->form), title, certainty);
}

static void
doubt_astray (JxTaker *taker, JxItem *item, const JxSlots *slots, const GArray *pieces, const GArray *steps)
{
  const JxPiece *astray = jx_steps_find_astray (slots, pieces, steps);

  if (astray == NULL)
    return;
  taker->astray = TRUE;
  jx_taker_doubt (taker, item, JX_FIELD_NONE, astray->line, astray->text,
                  _("This amount stands under another heading than the form has there; compare all amounts with the source"));
}

/* Whether all of the table fits the form. */
static gboolean
is_clean (const JxSlots *slots, const GArray *pieces, const GArray *steps, guint certainty)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const JxStep *step = &g_array_index (steps, JxStep, i);
      const JxPiece *piece = step->type != JX_STEP_MISS ? &g_array_index (pieces, JxPiece, step->piece) : NULL;

      if (piece == NULL || piece->blank || piece->outside)
        continue;
      if (step->type == JX_STEP_DISCARD || jx_slots_get (slots, step->slot)->type == JX_SLOT_OTHER
          || (piece->labels != NULL && jx_slots_get (slots, step->slot)->type == JX_SLOT_VALUE))
        return FALSE;
    }

  return certainty >= CLEAN && jx_steps_find_astray (slots, pieces, steps) == NULL;
}

gboolean
jx_region_take (JxTaker *taker, GPtrArray *candidates, JxSource *source, const JxRegion *region)
{
  gboolean rows_known = !jx_source_is_flat (source) && !jx_source_is_laid_out (source);
  JxChoice choice = jx_choice_make (candidates, source, region->first, region->end);
  const JxCandidate *candidate = choice.candidate;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GArray) left = g_array_new (FALSE, TRUE, sizeof (JxPiece));
  g_autoptr (GArray) steps = NULL;
  g_autoptr (JxSlots) reordered = NULL;
  const JxSlots *slots;
  Notes notes = { taker, taker->usual_unit, region->heading, region->heading_line };
  JxHeading heading;
  JxItem *item;
  gboolean says_none;
  guint certainty;
  int cost;

  if (candidate == NULL)
    return region->by_labels && jx_labelled_take (taker, candidates, source, region, taker->usual_unit);

  slots = candidate->slots;
  pieces = jx_source_is_laid_out (source) ? jx_layout_pieces (source, slots, region->first, region->end, left)
                                          : jx_region_list_pieces (source, slots, region);
  jx_region_take_notes (pieces, slots, take_note, &notes);
  if (notes.whole)
    return FALSE;
  jx_region_join_labels (pieces, source, slots);
  jx_region_init_pieces (pieces, slots);
  reordered = reorder_columns (candidates, slots, pieces, rows_known, &heading);
  if (reordered != NULL)
    {
      slots = reordered;
      jx_region_init_pieces (pieces, slots);
    }
  steps = jx_align (slots, pieces, rows_known, &heading, &cost);
  if (steps == NULL)
    return FALSE;

  certainty = jx_choice_get_certainty (&choice, pieces, steps, left->len);
  if (region->by_labels && !is_clean (slots, pieces, steps, certainty) && jx_labelled_take (taker, candidates, source, region, notes.amount_unit))
    return TRUE;
  if (!is_item (region) && !jx_steps_hold_anything (slots, pieces, steps, &says_none))
    {
      tell_empty (taker, candidate, region, pieces, steps, says_none, certainty);
      return TRUE;
    }

  item = jx_taker_add_project (taker, candidate->form);
  if (jx_source_is_laid_out (source))
    take_heading (taker, item, candidate, region, TRUE);
  jx_taker_set_unit (taker, item, notes.amount_unit, notes.line, notes.text);
  jx_take_item (taker, item, slots, pieces, steps, rows_known);
  for (guint i = 0; i < left->len; i++)
    jx_taker_leave (taker, g_array_index (left, JxPiece, i).line, g_array_index (left, JxPiece, i).text,
                    _("Which words belong to which column cannot be told for certain; enter this row by hand"));
  if (!jx_source_is_laid_out (source))
    take_heading (taker, item, candidate, region, FALSE);
  if (rows_known)
    doubt_astray (taker, item, slots, pieces, steps);
  if (jx_source_is_paged (source))
    jx_taker_doubt (taker, item, JX_FIELD_NONE, region->heading_line, region->heading != NULL ? region->heading : "",
                    _("The text was copied out of printed pages: cells may stand in another order; compare the whole table with the source"));
  tell_taken (taker, item, candidate, region, pieces, certainty);

  return TRUE;
}

void
jx_region_leave (JxTaker *taker, GPtrArray *candidates, const JxSource *source, const JxRegion *region)
{
  for (guint b = region->first; b < region->end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        {
          if (!jx_line_is_blank (block->text) && !jx_caption_take (taker, candidates, block->text, block->line))
            jx_taker_leave (taker, block->line, block->text, _("No place in the form fits this"));
          continue;
        }
      for (guint r = 0; r < block->n_rows; r++)
        {
          const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);
          g_autoptr (GString) text = g_string_new (NULL);

          for (guint c = 0; c < row->n_cells; c++)
            {
              const char *words = jx_source_get_cell (source, row->first_cell + c)->text;

              if (!jx_line_is_blank (words))
                g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", words);
            }
          if (text->len > 0)
            jx_taker_leave (taker, row->line, text->str, _("This table is of no form known here"));
        }
    }
}
