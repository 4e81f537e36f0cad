/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-flat-heading.h"

#include <string.h>

/* Headings that are not understood may stand side by side. */
#define UNKNOWN_HEADINGS 1

static JxCellType
find_type (const JxFlatLine *line, gboolean merged)
{
  const JxSense *column = &line->column;

  if (merged)
    return line->label.type == JX_SENSE_STAGE || line->label.type == JX_SENSE_FUND ? JX_CELL_AMOUNT : JX_CELL_MERGED;
  if (column->part != JX_TARGET_PART_NONE)
    return column->part == JX_TARGET_PART_SIGN ? JX_CELL_SIGN : JX_CELL_UNIT;
  if (column->tick != NULL)
    return JX_CELL_TICK;
  switch ((int) column->field)
    {
    case JX_FIELD_INDICATOR_LEVEL1:
      return JX_CELL_LEVEL1;
    case JX_FIELD_INDICATOR_LEVEL2:
      return JX_CELL_LEVEL2;
    case JX_FIELD_INDICATOR_LEVEL3:
      return JX_CELL_NAME;
    case JX_FIELD_INDICATOR_VALUE:
    case JX_FIELD_INDICATOR_VALUE_GOOD:
    case JX_FIELD_INDICATOR_VALUE_FAIR:
    case JX_FIELD_INDICATOR_VALUE_POOR:
      return JX_CELL_TARGET;
    case JX_FIELD_INDICATOR_WEIGHT:
    case JX_FIELD_INDICATOR_SCORE:
      return JX_CELL_FIGURE;
    case JX_FIELD_INDICATOR_ACTUAL:
    case JX_FIELD_INDICATOR_PROGRESS:
    case JX_FIELD_INDICATOR_EXPECTED:
      return JX_CELL_VALUE;
    default:
      return JX_CELL_TEXT;
    }
}

static void
add_column (JxFlatHeading *heading, const JxFlatLine *line)
{
  const JxSense *sense = &line->column;
  gboolean is_column = sense->type == JX_SENSE_COLUMN;
  gboolean side = line->label.type == JX_SENSE_SIDE && heading->n == 0;
  gboolean merged = !is_column && line->label.type != JX_SENSE_NONE && !side;
  JxFlatColumn *column = &heading->columns[heading->n++];

  column->heading = line->text;
  column->line = line->line;
  column->column = sense;
  column->type = side ? JX_CELL_SIDE : find_type (line, merged);
  heading->n_met += is_column || merged || side;
  heading->has_name |= !side && is_column && (sense->field == JX_FIELD_INDICATOR_LEVEL3 || sense->field == JX_FIELD_INDICATOR_LEVEL2);
  heading->has_value |= is_column && (sense->field == JX_FIELD_INDICATOR_VALUE || sense->field == JX_FIELD_INDICATOR_BASIS);
  heading->of_projects |= line->label.type == JX_SENSE_FIELD && line->label.field == JX_FIELD_PROJECT_NAME;
}

static gboolean
may_be_heading (const JxFlatLine *line)
{
  return line->text != NULL && !line->blank && strlen (line->text) < 40 && strpbrk (line->text, "0123456789%.") == NULL
         && !jx_sense_is_level (line->text, 1) && !jx_sense_is_level (line->text, 2);
}

/* Headings stand one behind the other; between them may stand one not understood. Returns: the line behind them. */
static guint
read_heading (const GArray *lines, guint first, JxFlatHeading *heading)
{
  guint end = first;

  *heading = (JxFlatHeading) { .n = 0 };
  for (guint i = first; i < lines->len && heading->n < JX_FLAT_COLUMNS; i++)
    {
      const JxFlatLine *line = jx_flat_line_get (lines, i);

      if (jx_flat_line_is_label (line) && line->label.type != JX_SENSE_TOTAL)
        {
          while (end < i && heading->n < JX_FLAT_COLUMNS)
            add_column (heading, jx_flat_line_get (lines, end++));
          if (heading->n < JX_FLAT_COLUMNS)
            add_column (heading, line);
          end = i + 1;
        }
      else if (heading->n == 0 || i - end >= UNKNOWN_HEADINGS || !may_be_heading (line))
        break;
    }

  return end;
}

/* Which of the headings above stands over the lower one. */
static gboolean
stands_over (const JxSense *above, const JxSense *lower)
{
  if (!above->over)
    return FALSE;
  switch ((int) above->field)
    {
    case JX_FIELD_INDICATOR_REASON:
      return lower->field == JX_FIELD_INDICATOR_CAUSES || lower->field == JX_FIELD_INDICATOR_CAUSE_NOTE;
    case JX_FIELD_INDICATOR_POSSIBILITY:
      return lower->field == JX_FIELD_INDICATOR_POSSIBILITY && lower->tick != NULL;
    case JX_FIELD_INDICATOR_BASIS:
      return lower->field == JX_FIELD_INDICATOR_VALUE || lower->field == JX_FIELD_INDICATOR_VALUE_GOOD
             || lower->field == JX_FIELD_INDICATOR_VALUE_FAIR || lower->field == JX_FIELD_INDICATOR_VALUE_POOR;
    default:
      return FALSE;
    }
}

/* A second row of headings, lines without words for the cells that go on from above aside. Returns: the line behind it. */
static guint
read_lower (const GArray *lines, guint end, JxFlatHeading *heading)
{
  JxFlatHeading upper = *heading;
  guint first = end;
  guint last, n_behind = 0;

  while (first < lines->len && jx_flat_line_get (lines, first)->blank)
    first++;
  for (last = first; last < lines->len && jx_flat_line_get (lines, last)->column.type == JX_SENSE_COLUMN; last++)
    ;
  if (last < first + 2)
    return end;

  heading->n = 0;
  for (guint i = 0; i < upper.n; i++)
    {
      guint n_before = heading->n;

      for (guint b = first; b < last && heading->n < JX_FLAT_COLUMNS; b++)
        if (upper.columns[i].column != NULL && stands_over (upper.columns[i].column, &jx_flat_line_get (lines, b)->column))
          add_column (heading, jx_flat_line_get (lines, b));
      n_behind = heading->n > n_before ? 0 : n_behind + 1;
      if (heading->n == n_before && heading->n < JX_FLAT_COLUMNS)
        heading->columns[heading->n++] = upper.columns[i];
    }
  if (heading->n == upper.n)
    {
      *heading = upper;
      return end;
    }
  while (n_behind > 0 && last < lines->len && jx_flat_line_get (lines, last)->blank)
    {
      last++;
      n_behind--;
    }

  return last;
}

/* Where there are but two levels the lower one names the indicator. */
static void
settle_name (JxFlatHeading *heading)
{
  for (guint i = 0; i < heading->n; i++)
    if (heading->columns[i].type == JX_CELL_NAME)
      return;
  for (guint i = 0; i < heading->n; i++)
    if (heading->columns[i].column != NULL && heading->columns[i].column->weak
        && heading->columns[i].column->field == JX_FIELD_INDICATOR_DESCRIPTION)
      {
        heading->columns[i].type = JX_CELL_NAME;
        return;
      }
  for (guint i = 0; i < heading->n; i++)
    if (heading->columns[i].type == JX_CELL_LEVEL2)
      heading->columns[i].type = JX_CELL_NAME;
}

guint
jx_flat_heading_read (const GArray *lines, guint first, JxFlatHeading *heading)
{
  guint end = read_heading (lines, first, heading);

  if (heading->n < 3 || heading->n_met * 2 <= heading->n || !heading->has_name || !heading->has_value)
    return first;
  settle_name (heading);

  return read_lower (lines, end, heading);
}
