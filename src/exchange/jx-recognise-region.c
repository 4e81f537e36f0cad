/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-region.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-layout-pieces.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-item.h"
#include "model/jx-path.h"

/* So many columns that the form does not have may stand side by side. */
#define UNKNOWN_COLUMNS 2

/* What stands side by side above a table may come as one paragraph: it is divided at its gaps where
 * that makes a label of one part. */
static gboolean
add_parts (GArray *pieces, JxSource *source, const JxSlots *slots, const JxPiece *whole)
{
  g_autoptr (GRegex) gap = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean has_label = FALSE;

  if (strstr (whole->text, "  ") == NULL && strchr (whole->text, '\t') == NULL && strstr (whole->text, "\xE3\x80\x80") == NULL
      && strstr (whole->text, "\xC2\xA0") == NULL)
    return FALSE;
  gap = g_regex_new ("(?: {2,}|[\\t\\x{A0}\\x{3000}])[\\s\\x{A0}\\x{3000}]*", 0, 0, NULL);
  parts = g_regex_split (gap, whole->text, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    has_label |= *parts[i] != '\0' && jx_slots_find_label (slots, parts[i]) != NULL;
  if (!has_label || jx_slots_find_label (slots, whole->text) != NULL)
    return FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      JxPiece part = *whole;

      if (*parts[i] == '\0')
        continue;
      part.text = jx_source_keep (source, parts[i], -1);
      part.begins_row = i == 0;
      part.certain = TRUE;
      g_array_append_val (pieces, part);
    }

  return TRUE;
}

static void
add_paragraph (GArray *pieces, JxSource *source, const JxSlots *slots, const JxSourceBlock *block, guint *row, gboolean behind)
{
  gboolean flat = jx_source_is_flat (source);
  JxPiece piece = { .text = block->text, .line = block->line, .row = (*row)++, .begins_row = TRUE, .row_cells = 1 };

  if ((!flat && jx_line_is_blank (block->text)) || jx_line_is_page_number (block->text, FALSE))
    return;
  piece.empty = *block->text == '\0';
  piece.outside = !flat;
  piece.behind = !flat && behind;
  if (flat || !add_parts (pieces, source, slots, &piece))
    g_array_append_val (pieces, piece);
}

static void
add_table (GArray *pieces, const JxSource *source, const JxSourceBlock *block, guint *row_number)
{
  for (guint r = 0; r < block->n_rows; r++, (*row_number)++)
    {
      const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);

      for (guint c = 0; c < row->n_cells; c++)
        {
          const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);
          JxPiece piece = { .text = cell->text, .line = cell->line, .row = *row_number, .column = cell->column,
                            .begins_row = c == 0, .empty = cell->empty };

          piece.joined = cell->joined;
          piece.row_cells = row->n_cells;
          g_array_append_val (pieces, piece);
        }
    }
}

static GArray *
list_pieces (JxSource *source, const JxSlots *slots, const JxRegion *region)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (JxPiece));
  guint row = 0;
  gboolean has_table = FALSE;

  for (guint b = region->first; b < region->end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        add_paragraph (pieces, source, slots, block, &row, has_table);
      else
        {
          add_table (pieces, source, block, &row);
          has_table = TRUE;
        }
    }

  return pieces;
}

/* In a flat text a label that was broken over lines is several lines. Of two labels one is made only
 * where the first stood just before: 指标值, and then 指标值 over 确定依据. */
static void
join_labels (GArray *pieces, JxSource *source, const JxSlots *slots)
{
  const GArray *before = NULL;
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      JxPiece piece = g_array_index (pieces, JxPiece, i);
      const JxPiece *next = i + 1 < pieces->len ? &g_array_index (pieces, JxPiece, i + 1) : NULL;
      const GArray *labels = jx_slots_find_label (slots, piece.text);
      gboolean short_ones = next != NULL && strlen (piece.text) + strlen (next->text) <= slots->longest;

      if (short_ones && !jx_line_is_blank (piece.text) && !jx_line_is_blank (next->text)
          && (labels == NULL || labels == before || jx_slots_find_label (slots, next->text) == NULL))
        {
          g_autofree char *both = g_strconcat (piece.text, next->text, NULL);
          const GArray *joined = jx_slots_find_label (slots, both);

          if (joined != NULL)
            {
              piece.text = jx_source_keep (source, both, -1);
              labels = joined;
              i++;
            }
        }
      if (labels != NULL || !jx_line_is_blank (piece.text))
        before = labels;
      g_array_index (pieces, JxPiece, n++) = piece;
    }
  g_array_set_size (pieces, n);
}

/* A label before a value that the form writes without one: another wording of the value's place. */
static void
drop_value_labels (GArray *pieces, const JxSlots *slots)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      JxPiece piece = g_array_index (pieces, JxPiece, i);
      JxPiece *next = i + 1 < pieces->len ? &g_array_index (pieces, JxPiece, i + 1) : NULL;

      if (next != NULL && next->row == piece.row + (next->begins_row && !piece.outside && piece.row_cells == 1)
          && !jx_line_is_blank (next->text) && jx_slots_is_value_label (slots, piece.text))
        {
          next->begins_row = piece.begins_row;
          next->certain = TRUE;
        }
      else
        g_array_index (pieces, JxPiece, n++) = piece;
    }
  g_array_set_size (pieces, n);
}

static void
init_pieces (GArray *pieces, const JxSlots *slots)
{
  for (guint i = 0; i < pieces->len; i++)
    jx_piece_init (&g_array_index (pieces, JxPiece, i), slots);
  for (guint i = 0; i < pieces->len; i++)
    {
      JxPiece *piece = &g_array_index (pieces, JxPiece, i);

      piece->beside_label = i + 1 < pieces->len && (piece + 1)->labels != NULL && jx_fold_character (g_utf8_get_char (piece->text)) != '(';
    }
  for (guint i = pieces->len; i > 0 && g_array_index (pieces, JxPiece, i - 1).blank; i--)
    g_array_index (pieces, JxPiece, i - 1).trailing = TRUE;
}

static int
find_in_heading (const GArray *labels, guint first, guint n)
{
  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      guint slot = g_array_index (labels, guint, i);

      if (slot >= first && slot < first + n)
        return (int) (slot - first);
    }

  return -1;
}

/* The columns of a heading row as the source has them: from piece @from as far as its row reaches,
 * in a flat text as far as the labels do. */
typedef struct
{
  int order[JX_HEADING_MAX]; /* the place in the form's heading, -1 for none */
  guint columns[JX_HEADING_MAX];
  guint n;
  guint n_met;
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
      int at = find_in_heading (piece->labels, first, n);

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

static void
read_heading (const GArray *pieces, guint from, gboolean rows_known, guint first, guint n, Columns *columns)
{
  const JxPiece *begin = &g_array_index (pieces, JxPiece, from);
  guint end = rows_known ? pieces->len : find_flat_end (pieces, from, first, n);

  *columns = (Columns) { .n_cells = begin->row_cells };
  for (guint i = from; i < end && columns->n < JX_HEADING_MAX; i++)
    {
      const JxPiece *piece = &g_array_index (pieces, JxPiece, i);
      int at = find_in_heading (piece->labels, first, n);

      if (rows_known && piece->row != begin->row)
        break;
      if (piece->blank)
        continue;
      columns->n_met += at >= 0;
      columns->order[columns->n] = at;
      columns->columns[columns->n++] = piece->column;
    }
}

static gboolean
is_usual_order (const Columns *columns, guint n)
{
  for (guint i = 0; i < columns->n; i++)
    if (columns->order[i] != (int) i)
      return FALSE;

  return columns->n == n;
}

/* Finds where the heading over a list's rows stands. Returns: whether there is one; then @slot is its first and @at
 * its first piece. */
static gboolean
find_heading (const JxSlots *slots, const GArray *pieces, gboolean rows_known, guint *slot, guint *n, guint *at, Columns *columns)
{
  for (guint s = 0; s < slots->slots->len; s++)
    {
      *slot = s;
      *n = jx_slots_get (slots, s)->first ? jx_slots_count_heading (slots, s) : 0;
      for (guint i = 0; *n > 0 && i < pieces->len; i++)
        {
          const JxPiece *piece = &g_array_index (pieces, JxPiece, i);

          if (rows_known ? !piece->begins_row : find_in_heading (piece->labels, s, *n) < 0)
            continue;
          read_heading (pieces, i, rows_known, s, *n, columns);
          *at = i;
          if (columns->n_met * 2 > *n && columns->n_met * 2 > columns->n)
            return TRUE;
        }
    }

  return FALSE;
}

/* The heading row over a list fixes its columns: where the source has them in another order, or
 * more or fewer of them, the form is read that way. Returns: (nullable): the other way. */
static JxSlots *
reorder_columns (const JxSlots *slots, GArray *pieces, gboolean rows_known, JxHeading *heading)
{
  Columns columns;
  guint slot, n, at;

  heading->n_cells = 0;
  if (!find_heading (slots, pieces, rows_known, &slot, &n, &at, &columns))
    return NULL;
  for (guint i = 0; i < at; i++)
    g_array_index (pieces, JxPiece, i).above_list = TRUE;

  heading->n_cells = columns.n_cells;
  heading->first = slot + columns.n;
  heading->n = columns.n;
  memcpy (heading->columns, columns.columns, sizeof heading->columns);

  return is_usual_order (&columns, n) ? NULL : jx_slots_reorder (slots, slot, columns.order, columns.n);
}

/* Of the forms that fit nearly as well as the best, the likeliest for the whole source. */
static const JxCandidate *
choose_form (GPtrArray *candidates, const JxSource *source, const JxRegion *region, guint *n_met)
{
  const JxCandidate *best = NULL;
  guint best_score = 0;

  *n_met = 0;
  for (guint i = 0; i < candidates->len; i++)
    {
      const JxCandidate *candidate = candidates->pdata[i];
      guint n, score;

      if (candidate->votes == 0)
        continue;
      n = jx_candidate_count_labels (candidate, source, region->first, region->end);
      score = n * n * 100 / candidate->slots->n_labels;
      if (n >= 2 && n * 10 >= candidate->slots->n_labels * 3 && score > best_score + best_score / 10)
        {
          best = candidate;
          best_score = score;
          *n_met = n;
        }
      /* The first of them fits perfectly: no need to look at the others. */
      if (i == 0 && n == candidate->slots->n_labels)
        break;
    }

  return best;
}

/* What the heading says, where the tables do not or say otherwise. On a page laid out in columns it
 * stands for itself and is surer than a cell: it is @first. */
static void
take_heading (JxTaker *taker, JxItem *item, const JxCandidate *candidate, const JxRegion *region, gboolean first)
{
  JxMatch match;

  if (region->heading == NULL || !jx_candidate_match_heading (candidate, region->heading, &match))
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

static void
tell_taken (JxTaker *taker, JxItem *item, const JxCandidate *candidate, const JxRegion *region, const GArray *pieces)
{
  g_autofree char *path = jx_path_to_string (item, JX_FIELD_NONE);
  g_autofree char *said = g_strdup_printf (_("Read by the form “%s”"), jx_form_get_title (candidate->form));
  guint line = region->heading != NULL || pieces->len == 0 ? region->heading_line : g_array_index (pieces, JxPiece, 0).line;

  jx_report_add (taker->report, JX_REPORT_TAKEN, line, region->heading, path, said);
}

gboolean
jx_region_take (JxTaker *taker, GPtrArray *candidates, JxSource *source, const JxRegion *region, guint *met, guint *all)
{
  gboolean rows_known = !jx_source_is_flat (source) && !jx_source_is_laid_out (source);
  guint n_met;
  const JxCandidate *candidate = choose_form (candidates, source, region, &n_met);
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GArray) left = g_array_new (FALSE, TRUE, sizeof (JxPiece));
  g_autoptr (GArray) steps = NULL;
  g_autoptr (JxSlots) reordered = NULL;
  const JxSlots *slots;
  JxHeading heading;
  JxItem *item;
  int cost;

  if (candidate == NULL)
    return FALSE;

  slots = candidate->slots;
  pieces = jx_source_is_laid_out (source) ? jx_layout_pieces (source, slots, region->first, region->end, left)
                                          : list_pieces (source, slots, region);
  if (jx_source_is_flat (source))
    join_labels (pieces, source, slots);
  drop_value_labels (pieces, slots);
  init_pieces (pieces, slots);
  reordered = reorder_columns (slots, pieces, rows_known, &heading);
  if (reordered != NULL)
    {
      slots = reordered;
      init_pieces (pieces, slots);
    }
  steps = jx_align (slots, pieces, rows_known, &heading, &cost);
  if (steps == NULL)
    return FALSE;

  item = jx_taker_add (taker, taker->root, jx_form_get_subject (candidate->form));
  if (jx_source_is_laid_out (source))
    take_heading (taker, item, candidate, region, TRUE);
  jx_take_item (taker, item, slots, pieces, steps, rows_known);
  for (guint i = 0; i < left->len; i++)
    jx_taker_leave (taker, g_array_index (left, JxPiece, i).line, g_array_index (left, JxPiece, i).text,
                    _("Which words belong to which column cannot be told for certain; enter this row by hand"));
  if (!jx_source_is_laid_out (source))
    take_heading (taker, item, candidate, region, FALSE);
  if (jx_source_is_paged (source))
    jx_taker_doubt (taker, item, JX_FIELD_NONE, region->heading_line, region->heading != NULL ? region->heading : "",
                    _("The text was copied out of printed pages: cells may stand in another order; compare the whole table with the source"));
  tell_taken (taker, item, candidate, region, pieces);
  *met += n_met;
  *all += candidate->slots->n_labels;

  return TRUE;
}

void
jx_region_leave (JxTaker *taker, const JxSource *source, const JxRegion *region)
{
  for (guint b = region->first; b < region->end; b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        {
          if (!jx_line_is_blank (block->text))
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
