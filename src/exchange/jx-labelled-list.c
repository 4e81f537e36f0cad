/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-labelled-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-candidate.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-labelled-columns.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-item.h"
#include "exchange/jx-take-none.h"

struct _JxLabelledList
{
  JxTaker *taker;
  GPtrArray *candidates;
  const JxSource *source;
  GArray *columns; /* (element-type JxHeadedColumn) */
  guint width;     /* of the row of headings */
  gboolean fresh;  /* no row was read yet: a lower row of headings may come */
  const char *level1;
  const char *level2;
};

static guint
get_width (const JxSource *source, const JxSourceRow *row)
{
  const JxSourceCell *last = row->n_cells > 0 ? jx_source_get_cell (source, row->first_cell + row->n_cells - 1) : NULL;

  return last != NULL ? last->column + last->columns : 0;
}

JxLabelledList *
jx_labelled_list_new (JxTaker *taker, GPtrArray *candidates, const JxSource *source, const JxSourceRow *row)
{
  GArray *columns = jx_headed_columns_read (source, row);
  JxLabelledList *list;

  if (columns == NULL)
    return NULL;
  list = g_new0 (JxLabelledList, 1);
  list->taker = taker;
  list->candidates = candidates;
  list->source = source;
  list->columns = columns;
  list->width = get_width (source, row);
  list->fresh = TRUE;

  return list;
}

void
jx_labelled_list_free (JxLabelledList *list)
{
  if (list == NULL)
    return;

  g_array_unref (list->columns);
  g_free (list);
}

static const JxSourceCell *
get_cell (const JxLabelledList *list, const JxSourceRow *row, guint c)
{
  return jx_source_get_cell (list->source, row->first_cell + c);
}

static guint
find_column_of (const JxLabelledList *list, JxField field)
{
  for (guint i = 0; i < list->columns->len; i++)
    if (g_array_index (list->columns, JxHeadedColumn, i).sense.field == field)
      return g_array_index (list->columns, JxHeadedColumn, i).column;

  return 0;
}

static gboolean
may_begin_at (const char *text, JxField field)
{
  gboolean is_level1 = jx_sense_is_level (text, 1);
  gboolean is_level2 = jx_sense_is_level (text, 2);

  return field == JX_FIELD_INDICATOR_LEVEL1 ? is_level1 : field == JX_FIELD_INDICATOR_LEVEL2 ? is_level2 : !is_level1 && !is_level2;
}

/* A row copied out of a page lacks the cells that are merged with those above: its first words tell where it begins, and
 * how many there are where they may be either. */
static guint
find_shift (const JxLabelledList *list, const JxSourceRow *row)
{
  static const JxField fields[] = { JX_FIELD_INDICATOR_LEVEL1, JX_FIELD_INDICATOR_LEVEL2, JX_FIELD_INDICATOR_LEVEL3 };
  const JxSourceCell *first = row->n_cells > 0 ? get_cell (list, row, 0) : NULL;
  const JxSourceCell *last = row->n_cells > 0 ? get_cell (list, row, row->n_cells - 1) : NULL;
  guint shift = G_MAXUINT;
  JxSense sense;

  if (first == NULL || first->column > 0 || jx_line_is_blank (first->text) || last->column + last->columns >= list->width
      || jx_sense_read_label (first->text, &sense))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint at = find_column_of (list, fields[i]);

      if (may_begin_at (first->text, fields[i]) && (shift == G_MAXUINT || last->column + last->columns + at == list->width))
        shift = at;
    }

  return shift != G_MAXUINT ? shift : 0;
}

/* The column that cell @c of @row stands in. */
static const JxHeadedColumn *
find_column (const JxLabelledList *list, const JxSourceRow *row, guint c)
{
  return jx_headed_columns_at (list->columns, get_cell (list, row, c)->column + find_shift (list, row));
}

/* The words under the column of @field, of the second list where @term is not said. */
static const char *
find_text (const JxLabelledList *list, const JxSourceRow *row, JxField field, gboolean term)
{
  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = get_cell (list, row, c);
      const JxHeadedColumn *column = find_column (list, row, c);

      if (!jx_line_is_blank (cell->text) && column != NULL && column->sense.field == field && column->term == term)
        return cell->text;
    }

  return NULL;
}

static const char *
find_level (const JxLabelledList *list, const JxSourceRow *row, JxField field, gboolean term)
{
  const char *text = find_text (list, row, field, term);

  return text != NULL || !term ? text : find_text (list, row, field, FALSE);
}

/* Whether the row is of sums, or another part of the form begins with it. */
static gboolean
ends_list (const JxLabelledList *list, const JxSourceRow *row)
{
  guint n_words = 0;
  const char *first = NULL;
  JxSense sense;

  for (guint c = 0; c < row->n_cells; c++)
    if (!jx_line_is_blank (get_cell (list, row, c)->text))
      {
        n_words++;
        if (first == NULL)
          first = get_cell (list, row, c)->text;
      }
  if (first == NULL)
    return FALSE;
  if (jx_sense_is_foot (first))
    return TRUE;
  if (jx_sense_read_label (first, &sense) && sense.type != JX_SENSE_SIDE)
    return sense.type == JX_SENSE_TOTAL || sense.type == JX_SENSE_OTHER || sense.type == JX_SENSE_FIELD || sense.type == JX_SENSE_GOALS
           || sense.type == JX_SENSE_FUND;

  return n_words == 1 && find_text (list, row, JX_FIELD_INDICATOR_LEVEL1, FALSE) == NULL && find_text (list, row, JX_FIELD_INDICATOR_LEVEL2, FALSE) == NULL
         && !jx_sense_is_level (first, 1) && !jx_sense_is_level (first, 2);
}

static const char *
find_name (const JxLabelledList *list, const JxSourceRow *row, gboolean term)
{
  return find_text (list, row, JX_FIELD_INDICATOR_LEVEL3, term);
}

gboolean
jx_labelled_list_holds (const JxLabelledList *list, const JxSourceRow *row)
{
  JxSense sense;
  const char *name = find_name (list, row, FALSE);

  if (name == NULL)
    name = find_name (list, row, TRUE);
  /* A template has the names of the levels, wherever they stand. */
  if (name != NULL && (jx_sense_is_level (name, 1) || jx_sense_is_level (name, 2)) && find_text (list, row, JX_FIELD_INDICATOR_VALUE, FALSE) == NULL)
    return FALSE;

  return name != NULL && !jx_says_none (name) && !ends_list (list, row) && !(jx_sense_read_column (name, &sense) && sense.field == JX_FIELD_INDICATOR_LEVEL3);
}

/* Levels stand once over the rows below them; a first level begins the second anew. */
static void
note_levels (JxLabelledList *list, const JxSourceRow *row)
{
  const char *level1 = find_level (list, row, JX_FIELD_INDICATOR_LEVEL1, TRUE);
  const char *level2 = find_level (list, row, JX_FIELD_INDICATOR_LEVEL2, FALSE);

  if (level1 != NULL && !jx_fold_equal (level1, list->level1))
    list->level2 = NULL;
  if (level1 != NULL)
    list->level1 = level1;
  if (level2 != NULL)
    list->level2 = level2;
}

/* The word that a letter in the heading stands for: “A.确定能 B.有可能”. Returns: (transfer full) (nullable). */
static char *
find_in_legend (const char *heading, const char *text)
{
  g_autofree char *folded = jx_fold (heading);
  g_autofree char *letter = jx_fold (text);
  const char *at;
  gsize n = 0;

  if (strlen (letter) != 1 || !g_ascii_isalpha (*letter))
    return NULL;
  for (at = strchr (folded, *letter); at != NULL && at[1] != '.' && at[1] != ':' && !g_str_has_prefix (at + 1, "、"); at = strchr (at + 1, *letter))
    ;
  if (at == NULL)
    return NULL;
  at += g_str_has_prefix (at + 1, "、") ? 1 + strlen ("、") : 2;
  while (at[n] != '\0' && !g_ascii_isalpha (at[n]) && strchr (").,;", at[n]) == NULL)
    n++;

  return n > 0 ? g_strndup (at, n) : NULL;
}

static void
take_tick (JxLabelledList *list, JxItem *item, const JxHeadedColumn *column, const JxSourceCell *cell, guint *n_left)
{
  const JxSlot *slot = jx_candidates_find_tick (list->candidates, column->sense.tick);

  if (jx_line_is_stroke (cell->text))
    return;
  if (slot != NULL && (jx_mark_is_tick (cell->text) || jx_fold_equal (cell->text, column->sense.tick)))
    jx_take_value (list->taker, item, slot, cell->text, cell->line, NULL);
  else
    {
      ++*n_left;
      jx_taker_leave (list->taker, cell->line, cell->text, _("This cell does not read as the form has it"));
    }
}

static void
take_cell (JxLabelledList *list, JxItem *item, const JxHeadedColumn *column, const JxSourceCell *cell, guint *n_left)
{
  JxField field = column->term ? jx_headed_columns_get_term_field (column->sense.field) : column->sense.field;
  g_autofree char *word = find_in_legend (column->heading, cell->text);

  if (column->sense.tick != NULL)
    take_tick (list, item, column, cell, n_left);
  else if (field == JX_FIELD_NONE)
    {
      g_autofree char *text = g_strdup_printf ("%s：%s", column->heading, cell->text);

      if (column->side)
        return;
      ++*n_left;
      jx_taker_leave (list->taker, cell->line, text, _("The form has no such column"));
    }
  else if (!jx_taker_set (list->taker, item, field, word != NULL ? word : cell->text, cell->line, NULL))
    ++*n_left;
}

static gboolean
begins_with_sign (const char *text)
{
  gunichar c = text != NULL ? jx_fold_character (g_utf8_get_char (text)) : 0;

  return c == 0x2265 || c == 0x2264 || c == '<' || c == '>' || c == '=';
}

static gboolean
is_level (const JxHeadedColumn *column)
{
  return column->sense.field == JX_FIELD_INDICATOR_LEVEL1 || column->sense.field == JX_FIELD_INDICATOR_LEVEL2;
}

/* The cells of the row that are of one list: of the medium term's, or of the year's. */
static void
take_item (JxLabelledList *list, JxItem *project, const JxSourceRow *row, gboolean term, guint *n_left)
{
  JxItem *item = jx_taker_add (list->taker, project, term ? JX_KIND_TERM_INDICATOR : JX_KIND_INDICATOR);
  JxTargetParts parts = { NULL };
  const char *level2 = term ? find_text (list, row, JX_FIELD_INDICATOR_LEVEL2, TRUE) : NULL;
  g_autofree char *value = NULL;

  if (list->level1 != NULL)
    jx_taker_set (list->taker, item, term ? JX_FIELD_TERM_INDICATOR_LEVEL1 : JX_FIELD_INDICATOR_LEVEL1, list->level1, row->line, NULL);
  if (level2 != NULL || list->level2 != NULL)
    jx_taker_set (list->taker, item, term ? JX_FIELD_TERM_INDICATOR_LEVEL2 : JX_FIELD_INDICATOR_LEVEL2, level2 != NULL ? level2 : list->level2, row->line, NULL);
  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = get_cell (list, row, c);
      const JxHeadedColumn *column = find_column (list, row, c);

      if (jx_line_is_stroke (cell->text) || column == NULL || column->term != term || is_level (column))
        continue;
      if (parts.line == 0)
        parts.line = cell->line;
      if (column->sense.part == JX_TARGET_PART_SIGN)
        parts.sign = cell->text;
      else if (column->sense.part == JX_TARGET_PART_UNIT)
        parts.unit = cell->text;
      else if (column->sense.field == JX_FIELD_INDICATOR_VALUE)
        parts.number = cell->text;
      else
        take_cell (list, item, column, cell, n_left);
    }
  value = jx_target_parts_join (&parts, list->taker);
  if (begins_with_sign (find_name (list, row, term)))
    jx_taker_doubt (list->taker, item, JX_FIELD_NONE, row->line, find_name (list, row, term),
                    _("The lines of this table do not fit its columns; compare this row with the source"));
  if (value != NULL)
    jx_taker_set (list->taker, item, term ? JX_FIELD_TERM_INDICATOR_VALUE : JX_FIELD_INDICATOR_VALUE, value, parts.line, NULL);
}

static void
leave_nameless (JxLabelledList *list, const JxSourceRow *row, guint *n_left)
{
  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = get_cell (list, row, c);
      const JxHeadedColumn *column = find_column (list, row, c);

      if (jx_line_is_blank (cell->text) || jx_says_none (cell->text) || (column != NULL && column->side))
        continue;
      if (column != NULL && is_level (column) && (jx_sense_is_level (cell->text, 1) || jx_sense_is_level (cell->text, 2)))
        continue;
      ++*n_left;
      jx_taker_leave (list->taker, cell->line, cell->text, _("It stands in a row without an indicator's name"));
    }
}

static void
leave_outside (JxLabelledList *list, const JxSourceRow *row, guint *n_left)
{
  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = get_cell (list, row, c);

      if (jx_line_is_blank (cell->text) || find_column (list, row, c) != NULL)
        continue;
      ++*n_left;
      jx_taker_leave (list->taker, cell->line, cell->text, _("It stands under no heading"));
    }
}

gboolean
jx_labelled_list_take (JxLabelledList *list, JxItem *project, const JxSourceRow *row, guint *n_left)
{
  GArray *again;

  if (list->fresh && jx_headed_columns_add_lower (list->columns, list->source, row))
    return TRUE;
  if (jx_row_counts_columns (list->source, row))
    return TRUE;
  again = jx_headed_columns_read (list->source, row);
  if (again != NULL)
    {
      g_array_unref (list->columns);
      list->columns = again;
      list->width = get_width (list->source, row);
      list->fresh = TRUE;
      return TRUE;
    }
  if (ends_list (list, row))
    return FALSE;

  list->fresh = FALSE;
  note_levels (list, row);
  if (!jx_labelled_list_holds (list, row))
    {
      leave_nameless (list, row, n_left);
      return TRUE;
    }
  if (find_name (list, row, TRUE) != NULL)
    take_item (list, project, row, TRUE, n_left);
  if (find_name (list, row, FALSE) != NULL)
    take_item (list, project, row, FALSE, n_left);
  leave_outside (list, row, n_left);

  return TRUE;
}
