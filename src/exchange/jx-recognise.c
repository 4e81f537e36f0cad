/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/jx-candidate.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-region.h"
#include "exchange/jx-recognise-text.h"
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
  gboolean *table_labels; /* of the likeliest form: met in the region's tables */
  guint met;
  guint all;
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
  const JxCandidate *likeliest = get_likeliest (r);

  if (!r->in_region)
    return;

  r->in_region = FALSE;
  r->region.end = end;
  if (!jx_region_take (r->taker, r->projects, r->source, &r->region, &r->met, &r->all))
    jx_region_leave (r->taker, r->source, &r->region);
  if (likeliest != NULL)
    memset (r->table_labels, 0, likeliest->slots->slots->len * sizeof (gboolean));
}

/* @end: where the region before ends; @first: its own first block. */
static void
begin_region (Recogniser *r, guint end, guint first, const JxSourceBlock *heading)
{
  end_region (r, end);
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

static guint
count_labels (const Recogniser *r)
{
  guint n = 0;

  for (guint s = 0; s < get_likeliest (r)->slots->slots->len; s++)
    n += r->table_labels[s];

  return n;
}

/* In a flat text without headings a project begins where the form's first label stands again, with
 * the values before it. */
static gboolean
begins_flat_table (const Recogniser *r, guint block)
{
  const JxCandidate *likeliest = get_likeliest (r);
  guint n_before = 0;

  if (likeliest == NULL || !jx_source_is_flat (r->source)
      || (r->in_region && r->region.heading != NULL && count_labels (r) * 2 < likeliest->slots->n_labels))
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

/* In a flat text: labels met since the region began, to tell where another begins without a heading. */
static void
note_flat_label (Recogniser *r, const char *text)
{
  const JxCandidate *likeliest = get_likeliest (r);
  const GArray *labels = likeliest != NULL && jx_source_is_flat (r->source) ? jx_slots_find_label (likeliest->slots, text) : NULL;

  if (labels != NULL)
    r->table_labels[g_array_index (labels, guint, 0)] = TRUE;
}

/* Whether the region begun has nothing in it yet before block @end. */
static gboolean
is_bare (const Recogniser *r, guint end)
{
  for (guint b = r->region.first; b < end; b++)
    if (jx_source_get_block (r->source, b)->type == JX_SOURCE_TABLE)
      return FALSE;

  return !jx_source_is_flat (r->source) || get_likeliest (r) == NULL || count_labels (r) == 0;
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
      if (r->has_text)
        jx_text_take (&r->text, block->text, find_next_words (r, b + 1), block->line);
      else
        jx_taker_leave (r->taker, block->line, block->text, _("No place in the form fits this"));
    }
}

/* Whether the table is of the form at all, and whether it begins another project: it does when
 * labels come again that are not a heading row's. */
static void
look_at_table (Recogniser *r, const JxSourceBlock *block, guint *n_met, guint *n_again)
{
  const JxSlots *slots = get_likeliest (r)->slots;
  g_autofree gboolean *here = g_new0 (gboolean, slots->slots->len);

  *n_met = *n_again = 0;
  for (guint i = 0; i < block->n_rows; i++)
    {
      const JxSourceRow *row = jx_source_get_row (r->source, block->first_row + i);

      for (guint c = 0; c < row->n_cells; c++)
        {
          const GArray *labels = jx_slots_find_label (slots, jx_source_get_cell (r->source, row->first_cell + c)->text);
          guint slot = labels != NULL ? g_array_index (labels, guint, 0) : 0;

          if (labels == NULL)
            continue;
          *n_met += 1;
          *n_again += !here[slot] && r->table_labels[slot] && !jx_slots_get (slots, slot)->header;
          here[slot] = TRUE;
        }
    }
  /* Under a heading of its own words of labels may be values. */
  if (*n_again < (r->in_region && r->region.heading != NULL ? slots->n_labels / 2 : 2))
    *n_again = 0;
  if (*n_again > 0)
    memset (r->table_labels, 0, slots->slots->len * sizeof (gboolean));
  for (guint s = 0; s < slots->slots->len; s++)
    r->table_labels[s] |= here[s];
}

/* Which labels of the form, those of list headings aside, row @index has. */
static guint
find_row_labels (const Recogniser *r, guint index, gboolean *has, guint *topmost)
{
  const JxSlots *slots = get_likeliest (r)->slots;
  const JxSourceRow *row = jx_source_get_row (r->source, index);
  guint n = 0;

  memset (has, 0, slots->slots->len * sizeof *has);
  *topmost = G_MAXUINT;
  for (guint c = 0; c < row->n_cells; c++)
    {
      const GArray *labels = jx_slots_find_label (slots, jx_source_get_cell (r->source, row->first_cell + c)->text);
      guint slot = labels != NULL ? g_array_index (labels, guint, 0) : 0;

      if (labels == NULL || jx_slots_get (slots, slot)->header || has[slot])
        continue;
      has[slot] = TRUE;
      *topmost = MIN (*topmost, jx_slots_get (slots, slot)->row);
      n++;
    }

  return n;
}

/* Whether a title stands alone in row @index. */
static gboolean
is_title_row (const Recogniser *r, guint index)
{
  const JxSourceRow *row = jx_source_get_row (r->source, index);
  const char *words = NULL;
  g_auto (JxNote) note = { JX_NOTE_NONE };

  for (guint c = 0; c < row->n_cells; c++)
    {
      const char *text = jx_source_get_cell (r->source, row->first_cell + c)->text;

      if (jx_line_is_blank (text))
        continue;
      if (words != NULL)
        return FALSE;
      words = text;
    }

  return words != NULL && jx_note_read (words, &note) && note.type == JX_NOTE_TITLE;
}

/* Several projects may stand in one table: a title begins another; where two labels stand again in a row and what lies
 * between was further down in the form, another begins; with it the rows above that are further up. */
static void
split_table (Recogniser *r, guint b)
{
  const JxSourceBlock block = *jx_source_get_block (r->source, b);
  guint n_slots = get_likeliest (r)->slots->slots->len;
  g_autofree gboolean *seen = g_new0 (gboolean, n_slots);
  g_autofree gboolean *here = g_new0 (gboolean, n_slots);
  gboolean met = FALSE;
  guint before = G_MAXUINT; /* the topmost row of the form in the source's row above */
  guint begun = 0;          /* the last row that may begin a project: its labels come before those above */

  for (guint i = 0; i < block.n_rows; i++)
    {
      guint topmost;
      guint n = find_row_labels (r, block.first_row + i, here, &topmost);
      guint n_again = 0;

      if (n == 0 && met && is_title_row (r, block.first_row + i))
        {
          jx_source_split_table (r->source, b, i);
          return;
        }
      if (n == 0)
        continue;
      met = TRUE;
      if (before == G_MAXUINT || topmost < before)
        begun = i;
      for (guint s = 0; s < n_slots; s++)
        n_again += here[s] && seen[s];
      if (n_again >= 2 && begun > 0 && (begun == i || i - begun <= 2))
        {
          jx_source_split_table (r->source, b, begun);
          return;
        }
      for (guint s = 0; s < n_slots; s++)
        seen[s] |= here[s];
      before = topmost;
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

static void
take_table (Recogniser *r, guint b)
{
  const JxSourceBlock *block;
  guint n_met = 0;
  guint n_again = 0;

  if (jx_source_is_laid_out (r->source) && take_laid_out_heading (r, b))
    return;
  if (get_likeliest (r) != NULL && !jx_source_is_laid_out (r->source))
    split_table (r, b);
  block = jx_source_get_block (r->source, b);
  if (get_likeliest (r) != NULL)
    look_at_table (r, block, &n_met, &n_again);
  if (n_again > 0)
    {
      g_autofree gboolean *labels = g_memdup2 (r->table_labels, get_likeliest (r)->slots->slots->len * sizeof (gboolean));

      begin_region (r, b, b, NULL);
      memcpy (r->table_labels, labels, get_likeliest (r)->slots->slots->len * sizeof (gboolean));
    }
  else if (!r->in_region && n_met > 0)
    begin_region (r, b, b, NULL);
  else if (!r->in_region)
    {
      JxRegion table = { b, b + 1 };

      jx_region_leave (r->taker, r->source, &table);
    }
}

static gboolean
is_anything (const Recogniser *r)
{
  return r->all > 0 || r->text.n_met >= 2;
}

JxDocument *
jx_recognise (JxSource *source, JxFormSet *set, JxReport *report)
{
  g_autoptr (GPtrArray) projects = jx_candidates_new (set, JX_KIND_PROJECT, source);
  g_autoptr (GPtrArray) documents = jx_candidates_new (set, JX_KIND_DOCUMENT, source);
  g_autoptr (JxDocument) document = jx_document_new ();
  g_autofree JxTaker *taker = g_new0 (JxTaker, 1);
  g_autofree gboolean *table_labels = NULL;
  Recogniser r = { source, projects, documents, taker };
  const JxCandidate *likeliest;

  taker->document = document;
  taker->root = jx_document_get_root (document);
  taker->report = report;
  likeliest = get_likeliest (&r);
  if (likeliest != NULL)
    table_labels = r.table_labels = g_new0 (gboolean, likeliest->slots->slots->len);
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
  jx_taker_finish (taker);
  if (!is_anything (&r))
    return NULL;

  if (r.all > 0)
    jx_report_set_form (report, jx_form_get_id (likeliest->form), r.met * 100 / r.all);
  else
    jx_report_set_form (report, jx_form_get_id (((JxCandidate *) documents->pdata[0])->form), 100);
  jx_document_finish_building (document);

  return g_steal_pointer (&document);
}
