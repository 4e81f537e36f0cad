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
#include "exchange/jx-region-heading.h"
#include "exchange/jx-region-pieces.h"
#include "exchange/jx-steps-columns.h"
#include "exchange/jx-take-none.h"
#include "model/jx-path.h"

/* Below so many of a hundred a reader should look at all of it. */
#define UNSURE 60
/* … and where the table can be read without a form, so many are not enough. */
#define CLEAN 90

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
                  _("This stands under another heading than the form has there; compare the whole table with the source"));
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
  reordered = jx_region_reorder_columns (candidates, slots, pieces, rows_known, &heading);
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
