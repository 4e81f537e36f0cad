/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-grid.h"

#include <string.h>

#include "exchange/jx-read-lines.h"

/* Wider tables are not filled up with blank cells. */
#define MAX_FILLED 100
/* Areas that lie over one another are looked at again and again. */
#define MAX_WORK 5000000

/* At the same place the first of these counts. */
typedef enum
{
  UNIT_COVERED, /* an area from above reaches down here */
  UNIT_AREA,
  UNIT_CELL,
} UnitType;

typedef struct
{
  UnitType type;
  guint column;
  guint last_column;
  const char *text;
  gboolean beside;
} Unit;

typedef struct
{
  guint row;
  guint first_unit;
} Row;

typedef struct
{
  JxSource *source;
  guint *room;
  GArray *reaching; /* JxXlsxArea: those that cover cells of the row at hand */
  GArray *units;    /* of the table at hand */
  GArray *rows;
  guint row;
} Grid;

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const JxXlsxCell *one = a;
  const JxXlsxCell *other = b;

  return one->row != other->row ? (one->row < other->row ? -1 : 1) : (int) one->column - (int) other->column;
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const JxXlsxArea *one = a;
  const JxXlsxArea *other = b;

  return one->row != other->row ? (one->row < other->row ? -1 : 1) : (int) one->column - (int) other->column;
}

static int
compare_units (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Unit *one = a;
  const Unit *other = b;

  return one->column != other->column ? (int) one->column - (int) other->column : (int) one->type - (int) other->type;
}

static guint
end_of_row (const Grid *grid, guint row)
{
  return row + 1 < grid->rows->len ? g_array_index (grid->rows, Row, row + 1).first_unit : grid->units->len;
}

static gboolean
put (Grid *grid, const char *text, guint row, guint column, guint columns, guint first)
{
  JxSourceCell *cell;

  if (*grid->room == 0)
    return FALSE;

  *grid->room -= 1;
  cell = jx_source_add_cell (grid->source, text, row);
  cell->column = column - first;
  cell->columns = columns;

  return TRUE;
}

static gboolean
fill (Grid *grid, guint row, guint from, guint to, guint first, guint last)
{
  for (guint column = from; column < to && last - first < MAX_FILLED; column++)
    if (!put (grid, "", row, column, 1, first))
      return FALSE;

  return TRUE;
}

static gboolean
end_table (Grid *grid)
{
  guint first = G_MAXUINT;
  guint last = 0;

  if (grid->rows->len == 0)
    return TRUE;

  for (guint u = 0; u < grid->units->len; u++)
    {
      first = MIN (first, g_array_index (grid->units, Unit, u).column);
      last = MAX (last, g_array_index (grid->units, Unit, u).last_column);
    }

  jx_source_begin_table (grid->source, g_array_index (grid->rows, Row, 0).row);
  for (guint r = 0; r < grid->rows->len; r++)
    {
      guint line = g_array_index (grid->rows, Row, r).row;
      guint column = first;

      jx_source_begin_row (grid->source, line);
      for (guint u = g_array_index (grid->rows, Row, r).first_unit; u < end_of_row (grid, r); u++)
        {
          const Unit *unit = &g_array_index (grid->units, Unit, u);

          if (!fill (grid, line, column, unit->column, first, last)
              || !put (grid, unit->type == UNIT_COVERED ? "" : unit->text, line, unit->column, unit->last_column - unit->column + 1, first))
            return FALSE;
          column = unit->last_column + 1;
        }
      if (!fill (grid, line, column, last + 1, first, last))
        return FALSE;
    }
  g_array_set_size (grid->units, 0);
  g_array_set_size (grid->rows, 0);

  return TRUE;
}

static void
add_paragraphs (Grid *grid, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!jx_line_is_blank (lines[i]))
      jx_source_add_paragraph (grid->source, jx_source_keep (grid->source, lines[i], -1), grid->row);
}

/* Drops what lies under areas, gives areas the text of their first cell. */
static void
settle_units (GArray *units, guint first)
{
  guint n = first;

  g_qsort_with_data (((Unit *) (gpointer) units->data) + first, (int) (units->len - first), sizeof (Unit), compare_units, NULL);
  for (guint u = first; u < units->len; u++)
    {
      Unit unit = g_array_index (units, Unit, u);
      Unit *before = n > first ? &g_array_index (units, Unit, n - 1) : NULL;

      if (before == NULL || unit.column > before->last_column)
        g_array_index (units, Unit, n++) = unit;
      else if (before->type == UNIT_AREA && unit.type == UNIT_CELL && unit.column == before->column)
        before->text = unit.text;
    }
  g_array_set_size (units, n);
}

static gboolean
is_blank (const GArray *units, guint first)
{
  for (guint u = first; u < units->len; u++)
    if (g_array_index (units, Unit, u).type == UNIT_COVERED || !jx_line_is_blank (g_array_index (units, Unit, u).text))
      return FALSE;

  return TRUE;
}

/* One cell alone is words between tables, unless there is a table above and the cell stands in the
 * middle of it, or empty ones stand beside it. */
static gboolean
is_of_table (const Grid *grid, const Unit *only)
{
  if (only->type == UNIT_COVERED)
    return TRUE;

  return grid->rows->len > 0 && (only->beside || only->column > g_array_index (grid->units, Unit, 0).column);
}

/* The units of the row at hand were added to those of the table: is it part of it? */
static gboolean
take_row (Grid *grid, guint first)
{
  Row row = { grid->row, first };
  Unit only;

  settle_units (grid->units, first);
  only = g_array_index (grid->units, Unit, first);
  if (grid->units->len - first > 1 ? is_blank (grid->units, first) && grid->rows->len == 0 : !is_of_table (grid, &only))
    {
      g_array_set_size (grid->units, first);
      if (!end_table (grid))
        return FALSE;
      add_paragraphs (grid, only.text);
      return TRUE;
    }

  g_array_append_val (grid->rows, row);
  return TRUE;
}

static guint
add_reaching (Grid *grid)
{
  guint n = 0;

  for (guint i = 0; i < grid->reaching->len; i++)
    {
      JxXlsxArea area = g_array_index (grid->reaching, JxXlsxArea, i);
      Unit unit = { UNIT_COVERED, area.column, area.last_column, "" };

      if (area.last_row < grid->row)
        continue;
      g_array_append_val (grid->units, unit);
      g_array_index (grid->reaching, JxXlsxArea, n++) = area;
    }
  g_array_set_size (grid->reaching, n);

  return n;
}

static guint
find_next_row (const Grid *grid, const JxXlsxCell *cell, const JxXlsxArea *area)
{
  guint next = cell->row;

  if (area != NULL)
    next = MIN (next, area->row);

  return grid->reaching->len > 0 ? MIN (next, grid->row + 1) : next;
}

gboolean
jx_xlsx_grid_hand_over (GArray *cells, GArray *areas, JxSource *source, guint *room)
{
  g_autoptr (GArray) reaching = g_array_new (FALSE, FALSE, sizeof (JxXlsxArea));
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (Unit));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Grid grid = { source, room, reaching, units, rows, 0 };
  guint c = 0;
  guint a = 0;
  guint work = 0;

  g_array_sort (cells, compare_cells);
  g_array_sort (areas, compare_areas);
  while (c < cells->len)
    {
      guint before = grid.row;
      guint first;

      grid.row = find_next_row (&grid, &g_array_index (cells, JxXlsxCell, c), a < areas->len ? &g_array_index (areas, JxXlsxArea, a) : NULL);
      if (grid.row > before + 1 && !end_table (&grid))
        return FALSE;
      first = units->len;
      add_reaching (&grid);
      for (; a < areas->len && g_array_index (areas, JxXlsxArea, a).row == grid.row; a++)
        {
          const JxXlsxArea *area = &g_array_index (areas, JxXlsxArea, a);
          Unit unit = { UNIT_AREA, area->column, area->last_column, "" };

          g_array_append_val (units, unit);
          if (area->last_row > area->row)
            g_array_append_val (reaching, *area);
        }
      for (; c < cells->len && g_array_index (cells, JxXlsxCell, c).row == grid.row; c++)
        {
          const JxXlsxCell *cell = &g_array_index (cells, JxXlsxCell, c);
          Unit unit = { UNIT_CELL, cell->column, cell->column, cell->text, cell->beside };

          g_array_append_val (units, unit);
        }
      work += units->len - first;
      if (work > MAX_WORK)
        return FALSE;
      if (units->len > first ? !take_row (&grid, first) : !end_table (&grid))
        return FALSE;
    }

  return end_table (&grid);
}
