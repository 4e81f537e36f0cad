/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-labelled-columns.h"

#include <string.h>

#include "exchange/jx-gaps.h"
#include "exchange/jx-labelled.h"
#include "exchange/jx-read-lines.h"

#define MAX_COLUMNS 64
#define NAME_BYTES 400

static gboolean
has_strong (const GArray *columns, JxField field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const JxHeadedColumn *column = &g_array_index (columns, JxHeadedColumn, i);

      if (column->sense.field == field && !column->sense.weak)
        return TRUE;
    }

  return FALSE;
}

/* 指标内容 is the name where no other column is, and its description where one is. */
static void
settle_weak (GArray *columns)
{
  gboolean has_name = has_strong (columns, JX_FIELD_INDICATOR_LEVEL3);

  for (guint i = 0; i < columns->len; i++)
    {
      JxHeadedColumn *column = &g_array_index (columns, JxHeadedColumn, i);

      if (!column->sense.weak)
        continue;
      if (i == 0 && column->sense.field == JX_FIELD_INDICATOR_LEVEL3 && column->sense.wording == NULL)
        column->sense.field = JX_FIELD_NONE; /* it stands beside all of them */
      else if (column->sense.field == JX_FIELD_INDICATOR_DESCRIPTION && !has_name)
        column->sense.field = JX_FIELD_INDICATOR_LEVEL3;
      else if (column->sense.field == JX_FIELD_INDICATOR_LEVEL3 && has_name)
        column->sense.field = column->sense.wording != NULL ? JX_FIELD_INDICATOR_DESCRIPTION : JX_FIELD_NONE;
      else if (has_strong (columns, column->sense.field))
        column->sense.field = JX_FIELD_NONE;
      column->side = column->sense.field == JX_FIELD_NONE && column->sense.wording == NULL;
      column->sense.weak = FALSE;
      has_name |= column->sense.field == JX_FIELD_INDICATOR_LEVEL3;
    }
}

static guint
count_field (const GArray *columns, JxField field)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += g_array_index (columns, JxHeadedColumn, i).sense.field == field;

  return n;
}

/* Older forms have two levels: the lower one names the indicator. */
static void
settle_name (GArray *columns)
{
  if (count_field (columns, JX_FIELD_INDICATOR_LEVEL3) > 0)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      JxHeadedColumn *column = &g_array_index (columns, JxHeadedColumn, i);

      if (column->sense.field == JX_FIELD_INDICATOR_LEVEL2)
        column->sense.field = JX_FIELD_INDICATOR_LEVEL3;
    }
}

/* Where names stand twice, the first are of the medium term, as far as the first value; otherwise what is met again is a column too many. */
static void
settle_doubles (GArray *columns)
{
  gboolean term = count_field (columns, JX_FIELD_INDICATOR_LEVEL3) == 2 && count_field (columns, JX_FIELD_INDICATOR_VALUE) == 2;

  for (guint i = 0; i < columns->len; i++)
    {
      JxHeadedColumn *column = &g_array_index (columns, JxHeadedColumn, i);

      column->term = term;
      if (column->sense.field == JX_FIELD_INDICATOR_VALUE)
        term = FALSE;
      for (guint b = 0; b < i && column->sense.field != JX_FIELD_NONE && column->sense.tick == NULL; b++)
        {
          const JxHeadedColumn *before = &g_array_index (columns, JxHeadedColumn, b);

          if (before->sense.field == column->sense.field && before->term == column->term)
            column->sense.field = JX_FIELD_NONE;
        }
    }
}

/* Where each level has its weight, the indicator's stands behind its name. */
static void
settle_weights (GArray *columns)
{
  guint name = columns->len;

  if (count_field (columns, JX_FIELD_INDICATOR_WEIGHT) < 2)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      JxHeadedColumn *column = &g_array_index (columns, JxHeadedColumn, i);

      if (column->sense.field == JX_FIELD_INDICATOR_LEVEL3)
        name = i;
      else if (column->sense.field == JX_FIELD_INDICATOR_WEIGHT && i < name)
        {
          column->sense.field = JX_FIELD_NONE;
          column->side = TRUE;
        }
    }
}

static void
add_column (GArray *columns, const JxSourceCell *cell, const JxSense *sense)
{
  JxHeadedColumn column = { cell->column, cell->column + cell->columns, cell->text, *sense };

  if (columns->len < MAX_COLUMNS)
    g_array_append_val (columns, column);
}

GArray *
jx_headed_columns_read (const JxSource *source, const JxSourceRow *row)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (JxHeadedColumn));
  guint n_words = 0;
  guint n_met = 0;
  gboolean has_value;

  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);
      JxSense sense;
      gboolean met;

      if (jx_line_is_blank (cell->text))
        continue;
      met = jx_sense_read_column (cell->text, &sense);
      n_words++;
      n_met += met;
      if (!met)
        sense = (JxSense) { JX_SENSE_COLUMN, .field = JX_FIELD_NONE };
      add_column (columns, cell, &sense);
    }
  if (n_met < 3 || n_met * 2 <= n_words)
    return NULL;
  settle_weak (columns);
  settle_name (columns);
  settle_weights (columns);
  settle_doubles (columns);
  has_value = count_field (columns, JX_FIELD_INDICATOR_VALUE) > 0 || count_field (columns, JX_FIELD_INDICATOR_BASIS) > 0;
  if (count_field (columns, JX_FIELD_INDICATOR_LEVEL3) == 0 || !has_value)
    return NULL;

  return g_steal_pointer (&columns);
}

static JxHeadedColumn *
find_at (const GArray *columns, guint at)
{
  for (guint i = 0; i < columns->len; i++)
    {
      JxHeadedColumn *column = &g_array_index (columns, JxHeadedColumn, i);

      if (at >= column->column && at < column->end)
        return column;
    }

  return NULL;
}

const JxHeadedColumn *
jx_headed_columns_at (const GArray *columns, guint column)
{
  return find_at (columns, column);
}

/* Whether every word in @row is a heading below one that stands over several. */
static gboolean
is_lower (const GArray *columns, const JxSource *source, const JxSourceRow *row)
{
  guint n = 0;

  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);
      const JxHeadedColumn *above = find_at (columns, cell->column);
      JxSense sense;

      if (jx_line_is_blank (cell->text) || (above != NULL && above->side))
        continue;
      if (above == NULL || !above->sense.over || !jx_sense_read_column (cell->text, &sense))
        return FALSE;
      n++;
    }

  return n >= 2;
}

gboolean
jx_headed_columns_add_lower (GArray *columns, const JxSource *source, const JxSourceRow *row)
{
  if (!is_lower (columns, source, row))
    return FALSE;

  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);
      JxHeadedColumn *above = find_at (columns, cell->column);
      JxSense sense;

      if (above == NULL || above->side || jx_line_is_blank (cell->text) || !jx_sense_read_column (cell->text, &sense))
        continue;
      /* What stands above goes on right of it, if at all. */
      if (above->column == cell->column)
        above->column = cell->column + cell->columns;
      else
        {
          JxHeadedColumn right = *above;

          right.column = cell->column + cell->columns;
          above->end = cell->column;
          g_array_append_val (columns, right);
        }
      add_column (columns, cell, &sense);
    }

  return TRUE;
}

JxField
jx_headed_columns_get_term_field (JxField field)
{
  switch ((int) field)
    {
    case JX_FIELD_INDICATOR_LEVEL1:
      return JX_FIELD_TERM_INDICATOR_LEVEL1;
    case JX_FIELD_INDICATOR_LEVEL2:
      return JX_FIELD_TERM_INDICATOR_LEVEL2;
    case JX_FIELD_INDICATOR_LEVEL3:
      return JX_FIELD_TERM_INDICATOR_LEVEL3;
    case JX_FIELD_INDICATOR_VALUE:
      return JX_FIELD_TERM_INDICATOR_VALUE;
    default:
      return JX_FIELD_NONE;
    }
}

gboolean
jx_labelled_is_form (const JxSource *source, guint index)
{
  const JxSourceBlock *block = jx_source_get_block (source, index);
  guint n = 0;

  for (guint r = 0; r < block->n_rows; r++)
    {
      const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);
      g_autoptr (GArray) columns = jx_headed_columns_read (source, row);

      if (columns != NULL)
        return TRUE;
      for (guint c = 0; c < row->n_cells; c++)
        {
          JxSense sense;

          n += jx_sense_read_label (jx_source_get_cell (source, row->first_cell + c)->text, &sense) && sense.type != JX_SENSE_OTHER
               && sense.type != JX_SENSE_TOTAL;
        }
      if (n >= 4)
        return TRUE;
    }

  return FALSE;
}

gboolean
jx_labelled_names_project (const char *text)
{
  g_auto (GStrv) parts = NULL;
  JxSense sense;

  if (strnlen (text, NAME_BYTES) == NAME_BYTES)
    return FALSE;
  parts = jx_gaps_split (text);

  return g_strv_length (parts) == 2 && jx_sense_read_label (parts[0], &sense) && sense.type == JX_SENSE_FIELD && sense.field == JX_FIELD_PROJECT_NAME;
}
