/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-list-columns.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-furniture.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-sense.h"

/* The headings stand at most so deep in the table and are at most so many rows. */
#define ROWS_ABOVE 6
#define HEADING_ROWS 3
/* No list has more columns that mean something. */
#define MAX_COLUMNS 64

static gboolean
is_field (const JxSlot *slot, JxField field)
{
  return slot != NULL && slot->field == field;
}

/* A code or a number heads no column. */
static gboolean
is_number (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)) && jx_fold_character (g_utf8_get_char (p)) >= 0x2E80)
      return FALSE;

  return !jx_line_is_blank (text);
}

/* Whether row @index has the headings: the project's name among them, and beside it another one, or
 * nearly all of them known. In a form a label has its value beside it. */
static gboolean
is_heading_row (GPtrArray *candidates, const JxSource *source, guint index)
{
  const JxSourceRow *row = jx_source_get_row (source, index);
  guint n_words = 0;
  guint n_met = 0;
  guint n_parts = 0;
  gboolean met_before = FALSE;
  gboolean name_before = FALSE;
  gboolean has_name = FALSE;
  gboolean has_neighbour = FALSE;

  for (guint c = 0; c < row->n_cells; c++)
    {
      const char *text = jx_source_get_cell (source, row->first_cell + c)->text;
      const JxCandidate *ignored;
      const JxSlot *slot;
      gboolean is_name;

      if (is_number (text))
        return FALSE;
      slot = jx_line_is_blank (text) ? NULL : jx_candidates_find_labelled (candidates, text, &ignored);
      is_name = is_field (slot, JX_FIELD_PROJECT_NAME);
      n_words += !jx_line_is_blank (text);
      n_met += slot != NULL;
      n_parts += slot == NULL && jx_target_part_find (text) != JX_TARGET_PART_NONE;
      has_name |= is_name;
      has_neighbour |= (is_name && met_before) || (name_before && slot != NULL);
      met_before = slot != NULL;
      name_before = is_name;
    }

  return has_name && n_met >= 3 && (has_neighbour ? n_met * 2 >= n_words : (n_met + n_parts) * 3 >= n_words * 2);
}

static JxListColumn *
get_column_at (GArray *columns, guint column)
{
  for (guint i = 0; i < columns->len; i++)
    {
      JxListColumn *at = &g_array_index (columns, JxListColumn, i);

      if (at->column == column)
        return at;
    }

  return NULL;
}

/* The column whose topmost heading stands over @column. */
static const JxListColumn *
get_column_over (const GArray *columns, guint column)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const JxListColumn *at = &g_array_index (columns, JxListColumn, i);

      if (column > at->column && column < at->reach)
        return at;
    }

  return NULL;
}

static const char *
find_amount_unit (const char *text)
{
  return text == NULL || strstr (text, "元") == NULL ? NULL : strstr (text, "万元") != NULL ? "万元" : strstr (text, "亿元") != NULL ? "亿元" : "元";
}

static void
add_heading (GArray *columns, const JxSourceCell *cell)
{
  JxListColumn *above = get_column_at (columns, cell->column);
  const JxListColumn *over = get_column_over (columns, cell->column);
  JxListColumn column = { .column = cell->column, .columns = cell->columns, .reach = cell->column + cell->columns, .heading = cell->text,
                          .above = over != NULL ? over->above != NULL ? over->above : over->heading : NULL };

  if (above != NULL)
    {
      above->above = above->heading;
      above->heading = cell->text;
      above->columns = cell->columns;
    }
  else if (columns->len < MAX_COLUMNS)
    g_array_append_val (columns, column);
}

/* A further row of headings: below the name nothing, and headings elsewhere. */
static gboolean
is_lower_heading_row (GPtrArray *candidates, const JxSource *source, guint index, guint name_column)
{
  const JxSourceRow *row = jx_source_get_row (source, index);
  guint n_words = 0;
  guint n_met = 0;

  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);
      const JxCandidate *ignored;

      if (cell->column == name_column ? !cell->empty : is_number (cell->text))
        return FALSE;
      if (jx_line_is_blank (cell->text))
        continue;
      n_words++;
      n_met += jx_candidates_find_labelled (candidates, cell->text, &ignored) != NULL || jx_target_part_find (cell->text) != JX_TARGET_PART_NONE;
    }

  return n_met > 0 && n_met * 2 >= n_words;
}

static void
add_row (GArray *columns, const JxSource *source, guint index)
{
  const JxSourceRow *row = jx_source_get_row (source, index);

  for (guint c = 0; c < row->n_cells; c++)
    if (!jx_line_is_blank (jx_source_get_cell (source, row->first_cell + c)->text))
      add_heading (columns, jx_source_get_cell (source, row->first_cell + c));
}

/* One column a field: the first. */
static gboolean
is_taken (const GArray *columns, guint n, const JxSlot *slot)
{
  for (guint i = 0; i < n; i++)
    {
      const JxListColumn *column = &g_array_index (columns, JxListColumn, i);

      if (column->slot != NULL && column->slot->field == slot->field && column->slot->list == slot->list)
        return TRUE;
    }

  return FALSE;
}

/* Of signs or units, the first column. */
static JxTargetPart
find_part (const GArray *columns, guint index, const JxSlot *slot)
{
  JxTargetPart part = slot != NULL ? slot->part : jx_target_part_find (g_array_index (columns, JxListColumn, index).heading);

  for (guint i = 0; i < index; i++)
    if (g_array_index (columns, JxListColumn, i).part == part)
      return JX_TARGET_PART_NONE;

  return part;
}

/* By what the heading means, where no form has it so. */
static void
settle_by_sense (JxListColumn *column, GPtrArray *candidates)
{
  JxField field = JX_FIELD_NONE;
  JxSense sense;

  if (candidates->len == 0 || !((JxCandidate *) candidates->pdata[0])->slots->loose)
    return;
  if (jx_sense_read_column (column->heading, &sense))
    field = sense.field;
  else if (jx_sense_read_label (column->heading, &sense) && sense.type == JX_SENSE_STAGE)
    {
      field = sense.stage == JX_STAGE_SPENT ? JX_FIELD_CHECKPOINT_SPENT : sense.stage == JX_STAGE_EXPECTED ? JX_FIELD_CHECKPOINT_EXPECTED : JX_FIELD_NONE;
      column->month = sense.month;
      column->counts = sense.stage == JX_STAGE_RATE;
    }
  if (field != JX_FIELD_NONE)
    column->slot = jx_candidates_find_field (candidates, field, column->month == 0, &column->candidate);
}

static void
settle (GArray *columns, GPtrArray *candidates)
{
  for (guint i = 0; i < columns->len; i++)
    {
      JxListColumn *column = &g_array_index (columns, JxListColumn, i);

      column->slot = jx_candidates_find_labelled (candidates, column->heading, &column->candidate);
      if (column->slot == NULL && column->above != NULL)
        column->slot = jx_candidates_find_labelled (candidates, column->above, &column->candidate);
      if (column->slot == NULL)
        settle_by_sense (column, candidates);
      if (column->slot != NULL && is_taken (columns, i, column->slot))
        column->slot = NULL;
      column->part = find_part (columns, i, column->slot);
      if (column->slot != NULL && column->slot->type == JX_SLOT_PART)
        column->slot = NULL;
      column->counts |= column->slot == NULL && (jx_fold_equal (column->heading, "序号") || jx_fold_equal (column->heading, "行次"));
      column->amount_unit = find_amount_unit (column->heading);
      if (column->amount_unit == NULL)
        column->amount_unit = find_amount_unit (column->above);
    }
}

/* Indicators without names are none. */
static void
drop_nameless_indicators (GArray *columns)
{
  if (jx_list_columns_get_field (columns, JX_FIELD_INDICATOR_LEVEL3) != NULL)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      JxListColumn *column = &g_array_index (columns, JxListColumn, i);

      column->part = JX_TARGET_PART_NONE;
      if (column->slot != NULL && column->slot->each != JX_N_KINDS)
        column->slot = NULL;
    }
}

static gboolean
is_label (GPtrArray *candidates, const char *text)
{
  for (guint i = 0; i < candidates->len; i++)
    if (jx_slots_find_label (((JxCandidate *) candidates->pdata[i])->slots, text) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
jx_list_columns_is_row_of_values (GPtrArray *candidates, const JxSource *source, guint index)
{
  const JxSourceRow *row = jx_source_get_row (source, index);
  guint n_labels = 0;

  for (guint c = 0; c < row->n_cells; c++)
    n_labels += is_label (candidates, jx_source_get_cell (source, row->first_cell + c)->text);

  return n_labels < 2;
}

GArray *
jx_list_columns_find (GPtrArray *candidates, const JxSource *source, const JxSourceBlock *block, guint *begin, guint *end)
{
  g_autoptr (GArray) columns = NULL;
  guint first = 0;
  const JxListColumn *name;
  guint name_column;

  while (first < MIN (block->n_rows, ROWS_ABOVE) && !is_heading_row (candidates, source, block->first_row + first))
    first++;
  if (first + 1 >= block->n_rows || first == ROWS_ABOVE)
    return NULL;

  columns = g_array_new (FALSE, TRUE, sizeof (JxListColumn));
  add_row (columns, source, block->first_row + first);
  settle (columns, candidates);
  name = jx_list_columns_get_field (columns, JX_FIELD_PROJECT_NAME);
  if (name == NULL)
    return NULL;
  /* Its place, not itself: the columns move when more of them come. */
  name_column = name->column;
  *begin = first;
  *end = first + 1;
  while (*end < block->n_rows && *end < first + HEADING_ROWS
         && is_lower_heading_row (candidates, source, block->first_row + *end, name_column))
    add_row (columns, source, block->first_row + (*end)++);
  if (*end < block->n_rows && jx_row_counts_columns (source, jx_source_get_row (source, block->first_row + *end)))
    ++*end;
  if (*end < block->n_rows && !jx_list_columns_is_row_of_values (candidates, source, block->first_row + *end))
    return NULL;
  settle (columns, candidates);
  drop_nameless_indicators (columns);

  return g_steal_pointer (&columns);
}

const JxListColumn *
jx_list_columns_get_field (const GArray *columns, JxField field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const JxListColumn *column = &g_array_index (columns, JxListColumn, i);

      if (is_field (column->slot, field))
        return column;
    }

  return NULL;
}
