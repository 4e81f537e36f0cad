/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-once.h"

#include <glib/gi18n-lib.h>

#include "exchange/jx-candidate.h"
#include "exchange/jx-caption.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-labelled.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-join.h"
#include "exchange/jx-recognise-list.h"
#include "exchange/jx-recognise-region.h"
#include "exchange/jx-recognise-text.h"
#include "exchange/jx-table-labels.h"
#include "model/jx-item-build.h"

/* A heading comes apart in so many words at most. */
#define HEADING_WORDS 6

typedef struct
{
  JxSource *source;
  GPtrArray *projects;  /* candidates */
  GPtrArray *documents;
  JxTaker *taker;
  JxTextReading text;
  gboolean has_text;
  JxContents contents;
  JxRegion region;
  gboolean in_region;
  gboolean by_labels;
  JxList *list;           /* (nullable): that the table above was */
  JxTableLabels labels;   /* of the likeliest form: met in the region's tables */
} Recogniser;

static const JxCandidate *
get_likeliest (const Recogniser *r)
{
  const JxCandidate *first = r->projects->len > 0 ? r->projects->pdata[0] : NULL;

  return first != NULL && first->votes > 0 ? first : NULL;
}

static void
end_region (Recogniser *r, guint end)
{
  if (!r->in_region)
    return;

  r->in_region = FALSE;
  r->region.end = end;
  r->region.by_labels = r->by_labels;
  if (!jx_region_take (r->taker, r->projects, r->source, &r->region))
    jx_region_leave (r->taker, r->projects, r->source, &r->region);
  jx_table_labels_reset (&r->labels);
}

/* @end: where the region before ends; @first: its own first block. */
static void
begin_region (Recogniser *r, guint end, guint first, const JxSourceBlock *heading)
{
  end_region (r, end);
  g_clear_pointer (&r->list, jx_list_free);
  r->in_region = TRUE;
  r->region = (JxRegion) { first, first, heading != NULL ? heading->text : NULL, heading != NULL ? heading->line : 0 };
}

static gboolean
is_project_heading (const Recogniser *r, const char *text)
{
  JxMatch match;

  for (guint i = 0; i < r->projects->len; i++)
    if (jx_candidate_match_heading (r->projects->pdata[i], text, &match))
      return TRUE;

  return FALSE;
}

/* The department's headings end a project, but a label of its tables is a label. */
static gboolean
is_other_heading (const Recogniser *r, const char *text)
{
  const JxCandidate *likeliest = get_likeliest (r);

  return r->has_text && (jx_text_find_fixed (r->text.script, text, r->text.at) >= 0 || jx_text_is_other_part (r->text.script, text))
         && (likeliest == NULL || jx_slots_find_label (likeliest->slots, text) == NULL);
}

static const char *
find_next_words (const Recogniser *r, guint from)
{
  for (guint b = from; b < jx_source_count_blocks (r->source); b++)
    {
      const JxSourceBlock *block = jx_source_get_block (r->source, b);

      if (block->type == JX_SOURCE_TABLE)
        return NULL;
      if (!jx_line_is_blank (block->text))
        return block->text;
    }

  return NULL;
}

/* In a flat text without headings a project begins where the form's first label stands again, with
 * the values before it. */
static gboolean
begins_flat_table (const Recogniser *r, guint block)
{
  const JxCandidate *likeliest = get_likeliest (r);
  guint n_before = 0;

  if (likeliest == NULL || !jx_source_is_flat (r->source)
      || (r->in_region && r->region.heading != NULL && jx_table_labels_count (&r->labels) * 2 < likeliest->slots->n_labels))
    return FALSE;
  while (n_before < likeliest->slots->slots->len && jx_slots_get (likeliest->slots, n_before)->type != JX_SLOT_LABEL)
    n_before++;

  for (guint b = block; b <= block + n_before && b < jx_source_count_blocks (r->source); b++)
    {
      const char *text = jx_source_get_block (r->source, b)->text;
      const GArray *labels = jx_slots_find_label (likeliest->slots, text);

      if (labels != NULL)
        return g_array_index (labels, guint, 0) == n_before && (!r->in_region || b > r->region.first + n_before);
      if (jx_line_is_blank (text) || is_project_heading (r, text) || is_other_heading (r, text))
        return FALSE;
    }

  return FALSE;
}

/* A numbered line right above such a table is a heading, whatever its words. */
static gboolean
heads_flat_table (const Recogniser *r, guint block)
{
  JxMark mark;
  guint next = block + 1;

  if (!jx_source_is_flat (r->source) || !jx_mark_read (jx_source_get_block (r->source, block)->text, &mark))
    return FALSE;
  while (next < jx_source_count_blocks (r->source) && jx_line_is_blank (jx_source_get_block (r->source, next)->text))
    next++;

  return next < jx_source_count_blocks (r->source) && begins_flat_table (r, next);
}

static void
note_flat_label (Recogniser *r, const char *text)
{
  if (jx_source_is_flat (r->source))
    jx_table_labels_note (&r->labels, text);
}

/* Whether the region begun has nothing in it yet before block @end. */
static gboolean
is_bare (const Recogniser *r, guint end)
{
  for (guint b = r->region.first; b < end; b++)
    if (jx_source_get_block (r->source, b)->type == JX_SOURCE_TABLE)
      return FALSE;

  return !jx_source_is_flat (r->source) || jx_table_labels_count (&r->labels) == 0;
}

/* A title that names no project stands above a table of one; the year and the unit stand anywhere. */
static gboolean
take_note (Recogniser *r, guint b)
{
  const JxSourceBlock *block = jx_source_get_block (r->source, b);
  g_auto (JxNote) note = { JX_NOTE_NONE };

  if (!jx_note_read (block->text, &note) || is_other_heading (r, block->text))
    return FALSE;
  if (note.numbered)
    return FALSE;
  if (note.type == JX_NOTE_WHOLE)
    {
      begin_region (r, b, b, NULL);
      return TRUE;
    }
  if (note.type == JX_NOTE_TITLE && !(r->in_region && is_bare (r, b)))
    begin_region (r, b, b + 1, NULL);
  else if (r->in_region)
    return note.type == JX_NOTE_TITLE;
  jx_taker_take_note (r->taker, &note, block->line);

  return TRUE;
}

static void
take_paragraph (Recogniser *r, guint b)
{
  const JxSourceBlock *block = jx_source_get_block (r->source, b);

  if (jx_line_is_blank (block->text) || jx_line_is_page_number (block->text, !r->in_region))
    return;
  if (!r->in_region && jx_contents_has (&r->contents, b))
    return;
  if (take_note (r, b))
    return;
  if (is_project_heading (r, block->text) && !is_other_heading (r, block->text))
    begin_region (r, b, b + 1, block);
  else if (heads_flat_table (r, b))
    begin_region (r, b, b + 1, block);
  else if (r->by_labels && jx_labelled_names_project (block->text))
    begin_region (r, b, b, NULL);
  else if (begins_flat_table (r, b))
    {
      begin_region (r, b, b, NULL);
      note_flat_label (r, block->text);
    }
  else if (r->in_region && !is_other_heading (r, block->text))
    note_flat_label (r, block->text);
  else
    {
      end_region (r, b);
      if (jx_caption_take (r->taker, r->projects, block->text, block->line))
        return;
      if (r->has_text)
        jx_text_take (&r->text, block->text, find_next_words (r, b + 1), block->line);
      else
        jx_taker_leave (r->taker, block->line, block->text, _("No place in the form fits this"));
    }
}

/* On a page laid out in columns a heading may stand in the middle, or with blanks in it: a line of words. */
static gboolean
take_laid_out_heading (Recogniser *r, guint b)
{
  const JxSourceBlock *block = jx_source_get_block (r->source, b);
  const JxSourceRow *row = jx_source_get_row (r->source, block->first_row);
  g_autoptr (GString) text = NULL;
  JxSourceBlock heading = *block;

  if (block->n_rows != 1 || row->n_cells > HEADING_WORDS)
    return FALSE;
  text = g_string_new (NULL);
  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = jx_source_get_cell (r->source, row->first_cell + c);

      if (c > 0 && cell->column > jx_source_get_cell (r->source, row->first_cell + c - 1)->column
                                    + jx_source_get_cell (r->source, row->first_cell + c - 1)->columns + 1)
        return FALSE;
      g_string_append (text, cell->text);
    }

  if (is_project_heading (r, text->str) && !is_other_heading (r, text->str))
    {
      heading.text = jx_source_keep (r->source, text->str, (gssize) text->len);
      begin_region (r, b, b + 1, &heading);
      return TRUE;
    }
  if (!is_other_heading (r, text->str))
    return FALSE;
  end_region (r, b);
  jx_text_take (&r->text, jx_source_keep (r->source, text->str, (gssize) text->len), NULL, block->line);

  return TRUE;
}

static gboolean
take_list (Recogniser *r, guint b)
{
  if (jx_source_is_laid_out (r->source))
    return FALSE;
  if (r->list == NULL || !jx_list_goes_on (r->list, b))
    {
      g_clear_pointer (&r->list, jx_list_free);
      r->list = jx_list_new (r->taker, r->projects, r->source, b);
    }
  if (r->list == NULL)
    return FALSE;

  end_region (r, b);
  jx_list_take (r->list, b);

  return TRUE;
}

static void
take_table (Recogniser *r, guint b)
{
  gboolean begins_another;
  guint n_met;

  if (jx_source_is_laid_out (r->source) && take_laid_out_heading (r, b))
    return;
  if (take_list (r, b))
    return;
  if (!jx_source_is_laid_out (r->source))
    jx_table_labels_split (&r->labels, r->source, b);
  n_met = jx_table_labels_look (&r->labels, r->source, jx_source_get_block (r->source, b), r->in_region && r->region.heading != NULL,
                                &begins_another);
  if (begins_another)
    {
      g_autofree gboolean *met = r->labels.slots != NULL ? g_memdup2 (r->labels.met, r->labels.slots->slots->len * sizeof *met) : NULL;

      begin_region (r, b, b, NULL);
      g_free (r->labels.met);
      r->labels.met = g_steal_pointer (&met);
    }
  else if (!r->in_region && (n_met > 0 || (r->by_labels && jx_labelled_is_form (r->source, b))))
    begin_region (r, b, b, NULL);
  else if (!r->in_region)
    {
      JxRegion table = { b, b + 1 };

      jx_region_leave (r->taker, r->projects, r->source, &table);
    }
}

static gboolean
is_anything (const Recogniser *r)
{
  return jx_report_list_tables (r->taker->report)->len > 0 || r->text.n_met >= 2;
}

static void
tell_text (const Recogniser *r)
{
  const JxCandidate *first = r->documents->pdata[0];

  jx_report_add_table (r->taker->report, 0, NULL, jx_form_get_id (first->form), jx_form_get_title (first->form),
                       jx_candidate_get_certainty (first));
}

JxDocument *
jx_recognise_once (JxSource *source, JxFormSet *set, JxReport *report, gboolean by_labels, gboolean *astray)
{
  g_autoptr (GPtrArray) projects = jx_candidates_new (set, JX_KIND_PROJECT, source, by_labels);
  g_autoptr (GPtrArray) documents = jx_candidates_new (set, JX_KIND_DOCUMENT, source, FALSE);
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autoptr (GPtrArray) origins = g_ptr_array_new ();
  g_autofree JxTaker *taker = g_new0 (JxTaker, 1);
  Recogniser r = { source, projects, documents, taker, .by_labels = by_labels };
  const JxCandidate *likeliest;

  taker->document = document;
  taker->root = jx_document_get_root (document);
  taker->report = report;
  taker->origins = origins;
  likeliest = get_likeliest (&r);
  jx_table_labels_init (&r.labels, likeliest != NULL ? likeliest->slots : NULL);
  if (documents->len > 0)
    {
      const JxCandidate *first = documents->pdata[0];

      jx_text_reading_init (&r.text, taker, first->script);
      r.has_text = TRUE;
    }

  r.contents = (JxContents) { source, r.has_text ? r.text.script : NULL };
  for (guint b = 0; b < jx_source_count_blocks (source); b++)
    if (jx_source_get_block (source, b)->type == JX_SOURCE_PARAGRAPH)
      take_paragraph (&r, b);
    else
      take_table (&r, b);
  end_region (&r, jx_source_count_blocks (source));

  jx_contents_clear (&r.contents);
  jx_list_free (r.list);
  jx_table_labels_clear (&r.labels);
  jx_taker_finish (taker);
  *astray = taker->astray;
  if (!is_anything (&r))
    return NULL;

  if (r.text.n_met >= 2)
    tell_text (&r);
  jx_document_finish_building (document);
  jx_recognise_join (taker);

  return g_steal_pointer (&document);
}
