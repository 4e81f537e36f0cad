/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-labelled.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-caption.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-gaps.h"
#include "exchange/jx-labelled-item.h"
#include "exchange/jx-labelled-list.h"
#include "exchange/jx-read-lines.h"
#include "model/jx-path.h"

/* A label over its values is not further above them. */
#define HEAD_ROWS 4

/* A label that stands over its values: a column of amounts, or goals. */
typedef struct
{
  guint column;
  guint end;
  JxSense sense;
} Head;

typedef struct
{
  JxLabelledItem item;
  JxSource *source;
  const JxRegion *region;
  JxLabelledList *list;    /* (nullable): the rows at hand are its */
  GArray *stages;          /* (element-type Head) */
  GArray *heads;           /* (element-type Head) */
  guint head_rows;         /* since the last of them */
  guint term_column;       /* where funds of the medium term are labelled, G_MAXUINT: nowhere */
  guint line;              /* where it begins */
} Labelled;

static const JxSourceCell *
get_cell (const Labelled *l, const JxSourceRow *row, guint c)
{
  return jx_source_get_cell (l->source, row->first_cell + c);
}

/* Returns: the next cell with words from @c on, row->n_cells where there is none. */
static guint
find_words (const Labelled *l, const JxSourceRow *row, guint c)
{
  while (c < row->n_cells && jx_line_is_blank (get_cell (l, row, c)->text))
    c++;

  return c;
}

static const Head *
find_head (const GArray *heads, guint column)
{
  for (guint i = 0; i < heads->len; i++)
    {
      const Head *head = &g_array_index (heads, Head, i);

      if (column >= head->column && column < head->end)
        return head;
    }

  return NULL;
}

static void
add_head (GArray *heads, const JxSourceCell *cell, const JxSense *sense)
{
  Head head = { cell->column, cell->column + cell->columns, *sense };

  g_array_append_val (heads, head);
}

/* Whether the amounts right of the label, cell @c, are as many as their columns and do not stand below them: cells that
 * are merged with those above are missing in front. */
static gboolean
is_shifted (const Labelled *l, const JxSourceRow *row, guint c)
{
  gboolean below = TRUE;

  if (row->n_cells - c - 1 != l->stages->len)
    return FALSE;
  for (guint i = 0; i < l->stages->len; i++)
    below &= find_head (l->stages, get_cell (l, row, c + 1 + i)->column) == &g_array_index (l->stages, Head, i);

  return !below;
}

/* Amounts right of a fund's label, each by the column above it. Returns: the cell behind them. */
static guint
take_fund_row (Labelled *l, const JxSourceRow *row, guint c, JxSense fund)
{
  const JxSourceCell *label = get_cell (l, row, c);
  JxSense budget = { JX_SENSE_STAGE, .stage = JX_STAGE_BUDGET };
  gboolean any = FALSE;
  gboolean shifted = is_shifted (l, row, c);
  guint first = c + 1;
  JxSense sense;

  if (fund.term)
    l->term_column = label->column;
  else if (l->term_column == label->column)
    fund.term = fund.fund != JX_FUND_ALL;
  for (c++; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = get_cell (l, row, c);
      const Head *stage = shifted ? &g_array_index (l->stages, Head, c - first) : find_head (l->stages, cell->column);

      if (jx_line_is_blank (cell->text))
        continue;
      if (jx_sense_read_label (cell->text, &sense))
        break;
      if (stage != NULL)
        jx_labelled_take_amount (&l->item, &fund, &stage->sense, cell);
      else if (!any)
        jx_labelled_take_amount (&l->item, &fund, &budget, cell);
      else if (!jx_labelled_take_inline (&l->item, cell->text, cell->line))
        jx_labelled_leave (&l->item, cell->text, cell->line, _("It stands under no heading"));
      any = TRUE;
    }
  if (!any)
    add_head (l->heads, label, &fund);

  return c;
}

static gboolean
is_strong (const JxSense *sense)
{
  return sense->type != JX_SENSE_SIDE && sense->type != JX_SENSE_TOTAL && sense->type != JX_SENSE_NONE;
}

/* What stands right of a label that has a text. Returns: the cell behind it. */
static guint
take_beside (Labelled *l, const JxSourceRow *row, guint c, const JxSense *sense)
{
  const JxSourceCell *label = get_cell (l, row, c);
  guint next = find_words (l, row, c + 1);
  const JxSourceCell *cell = next < row->n_cells ? get_cell (l, row, next) : NULL;
  JxSense ignored;

  if (cell != NULL && !(jx_sense_read_label (cell->text, &ignored) && is_strong (&ignored)))
    {
      jx_labelled_take_value (&l->item, sense, label->text, cell->text, cell->line);
      next++;
      return next;
    }
  if (sense->field == JX_FIELD_PROJECT_EXECUTION_WEIGHT && *sense->figure != '\0')
    {
      JxSense weight = *sense;

      jx_labelled_take_field (&l->item, &weight, sense->figure, label->line);
    }
  else if (sense->type != JX_SENSE_OTHER && !(sense->type == JX_SENSE_FIELD && sense->field == JX_FIELD_PROJECT_NAME))
    {
      add_head (l->heads, label, sense);
      l->head_rows = 0;
    }

  return c + 1;
}

/* A column of amounts, or, where an amount stands beside it, the amount itself. */
static guint
take_stage (Labelled *l, const JxSourceRow *row, guint c, const JxSense *sense, gboolean *begun)
{
  const JxSourceCell *label = get_cell (l, row, c);
  guint next = find_words (l, row, c + 1);

  if (next < row->n_cells && jx_labelled_is_amount (get_cell (l, row, next)->text) && find_head (l->stages, get_cell (l, row, next)->column) == NULL)
    {
      jx_labelled_take_value (&l->item, sense, label->text, get_cell (l, row, next)->text, get_cell (l, row, next)->line);
      return next + 1;
    }
  if (!*begun)
    g_array_set_size (l->stages, 0);
  *begun = TRUE;
  add_head (l->stages, label, sense);

  return c + 1;
}

static void
take_bare (Labelled *l, const JxSourceCell *cell)
{
  const Head *head = find_head (l->heads, cell->column);
  const Head *stage = find_head (l->stages, cell->column);
  JxSense all = { JX_SENSE_FUND };

  if (head != NULL && l->head_rows <= HEAD_ROWS && (head->sense.type != JX_SENSE_FUND || jx_labelled_is_amount (cell->text)))
    jx_labelled_take_value (&l->item, &head->sense, "", cell->text, cell->line);
  else if (stage != NULL && (jx_labelled_is_amount (cell->text) || jx_line_is_stroke (cell->text)))
    jx_labelled_take_amount (&l->item, &all, &stage->sense, cell);
  else if (!jx_labelled_take_inline (&l->item, cell->text, cell->line))
    jx_labelled_leave (&l->item, cell->text, cell->line, _("No label tells what this is"));
}

static gboolean
take_note (Labelled *l, const char *text, guint line)
{
  g_auto (JxNote) note = { JX_NOTE_NONE };

  if (!jx_note_read (text, &note))
    return FALSE;
  if (note.type == JX_NOTE_UNIT)
    l->item.unit = note.amount_unit;
  else
    jx_taker_take_note (l->item.taker, &note, line);

  return TRUE;
}

/* The heads over a row of nothing but values, where cells that are merged with those above are missing in front of them:
 * the last so many. Returns: how many heads stand before the first cell's, -1 where the columns tell. */
static int
find_heads_missing (const Labelled *l, const JxSourceRow *row)
{
  const JxSourceCell *last = get_cell (l, row, row->n_cells - 1);
  JxSense sense;

  if (l->heads->len < 2 || row->n_cells > l->heads->len || last->column + last->columns >= g_array_index (l->heads, Head, l->heads->len - 1).end)
    return -1;
  for (guint c = 0; c < row->n_cells; c++)
    if (jx_line_is_blank (get_cell (l, row, c)->text) || jx_sense_read_label (get_cell (l, row, c)->text, &sense))
      return -1;

  return (int) (l->heads->len - row->n_cells);
}

static void
take_upper_row (Labelled *l, const JxSourceRow *row)
{
  gboolean begun = FALSE;
  guint c = find_words (l, row, 0);
  int missing = find_heads_missing (l, row);

  l->head_rows++;
  while (c < row->n_cells)
    {
      const JxSourceCell *cell = get_cell (l, row, c);
      JxSense sense;

      if (!jx_sense_read_label (cell->text, &sense))
        {
          if (missing >= 0)
            jx_labelled_take_value (&l->item, &g_array_index (l->heads, Head, c + (guint) missing).sense, "", cell->text, cell->line);
          else if (!take_note (l, cell->text, cell->line))
            take_bare (l, cell);
          c++;
        }
      else if (sense.type == JX_SENSE_FUND)
        c = take_fund_row (l, row, c, sense);
      else if (sense.type == JX_SENSE_STAGE)
        c = take_stage (l, row, c, &sense, &begun);
      else if (sense.type == JX_SENSE_SIDE || sense.type == JX_SENSE_TOTAL)
        {
          l->item.unit = sense.amount_unit != NULL ? sense.amount_unit : l->item.unit;
          c++;
        }
      else
        c = take_beside (l, row, c, &sense);
      c = find_words (l, row, c);
    }
}

/* The row of sums below the indicators tells nothing new. */
static gboolean
is_sum (const Labelled *l, const JxSourceRow *row)
{
  guint c = find_words (l, row, 0);
  JxSense sense;

  return c < row->n_cells && jx_sense_read_label (get_cell (l, row, c)->text, &sense) && sense.type == JX_SENSE_TOTAL;
}

static void
take_row (Labelled *l, const JxSourceRow *row)
{
  JxLabelledList *list;

  if (find_words (l, row, 0) == row->n_cells)
    return;
  if (l->list != NULL)
    {
      JxItem *project = jx_labelled_list_holds (l->list, row) ? jx_labelled_item_get (&l->item) : l->item.project;

      l->item.n_taken += jx_labelled_list_holds (l->list, row) ? row->n_cells : 0;
      if (jx_labelled_list_take (l->list, project, row, &l->item.n_left))
        return;
      g_clear_pointer (&l->list, jx_labelled_list_free);
      if (is_sum (l, row))
        return;
    }
  list = jx_labelled_list_new (l->item.taker, l->item.candidates, l->source, row);
  if (list != NULL)
    {
      l->list = list;
      g_array_set_size (l->stages, 0);
      g_array_set_size (l->heads, 0);
      return;
    }
  take_upper_row (l, row);
}

/* A row of a table that came as one line: a label, a gap, its value. */
static gboolean
take_with_gap (Labelled *l, const JxSourceBlock *block)
{
  g_auto (GStrv) parts = jx_gaps_split (block->text);
  JxSense sense;

  if (g_strv_length (parts) != 2 || !jx_sense_read_label (parts[0], &sense) || sense.type != JX_SENSE_FIELD || jx_line_is_blank (parts[1]))
    return FALSE;
  jx_labelled_take_field (&l->item, &sense, parts[1], block->line);

  return TRUE;
}

static void
take_paragraph (Labelled *l, const JxSourceBlock *block)
{
  JxMatch match;
  gboolean is_title = FALSE;

  if (jx_line_is_blank (block->text) || jx_line_is_page_number (block->text, FALSE))
    return;
  for (guint i = 0; i < l->item.candidates->len && !is_title; i++)
    is_title = jx_candidate_match_heading (l->item.candidates->pdata[i], block->text, &match);
  if (!is_title && !take_note (l, block->text, block->line) && !take_with_gap (l, block) && !jx_caption_take (l->item.taker, l->item.candidates, block->text, block->line))
    jx_labelled_leave (&l->item, block->text, block->line, _("No place in the form fits this"));
}

static void
take_name_from_heading (Labelled *l)
{
  JxMatch match;
  g_auto (JxNote) note = { JX_NOTE_NONE };

  if (l->region->heading == NULL || jx_note_read (l->region->heading, &note))
    return;
  for (guint i = 0; i < l->item.candidates->len; i++)
    if (jx_candidate_match_heading (l->item.candidates->pdata[i], l->region->heading, &match))
      {
        for (guint c = 0; c < match.n_captures; c++)
          {
            g_autofree char *text = g_strndup (match.captures[c].start, match.captures[c].length);

            if (match.captures[c].field == JX_FIELD_PROJECT_NAME && jx_item_get (jx_labelled_item_get (&l->item), JX_FIELD_PROJECT_NAME) == NULL)
              jx_taker_set (l->item.taker, l->item.project, JX_FIELD_PROJECT_NAME, text, l->region->heading_line,
                            _("It was taken from the heading, the table has none"));
          }
        return;
      }
}

static void
tell (Labelled *l)
{
  const char *title = _("a form not described here");
  guint line = l->region->heading != NULL ? l->region->heading_line : l->line;
  guint certainty = l->item.n_taken * 100 / MAX (l->item.n_taken + l->item.n_left, 1);
  g_autofree char *path = l->item.project != NULL ? jx_path_to_string (l->item.project, JX_FIELD_NONE) : NULL;

  jx_report_add (l->item.taker->report, JX_REPORT_TAKEN, line, l->region->heading, path,
                 l->item.project != NULL ? _("Read by its labels and where they stand; no form known here looks so")
                                    : _("A table that was not filled in"));
  jx_report_add_table (l->item.taker->report, line, path, "by-labels", title, MAX (certainty, 1));
}

gboolean
jx_labelled_take (JxTaker *taker, GPtrArray *candidates, JxSource *source, const JxRegion *region, const char *unit)
{
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (Head));
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (Head));
  Labelled l = { { taker, candidates, unit }, source, region, .stages = stages, .heads = heads, .term_column = G_MAXUINT };
  gboolean is_form = FALSE;

  for (guint b = region->first; b < region->end; b++)
    is_form |= jx_source_get_block (source, b)->type == JX_SOURCE_TABLE && jx_labelled_is_form (source, b);
  if (!is_form)
    return FALSE;

  for (guint b = region->first; b < region->end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      l.line = l.line == 0 ? block->line : l.line;
      if (block->type == JX_SOURCE_PARAGRAPH)
        take_paragraph (&l, block);
      for (guint r = 0; block->type == JX_SOURCE_TABLE && r < block->n_rows; r++)
        take_row (&l, jx_source_get_row (source, block->first_row + r));
    }
  jx_labelled_list_free (l.list);
  take_name_from_heading (&l);
  tell (&l);

  return TRUE;
}
