/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list in a flat text: its headings tell how many lines a row has and what may stand in each of them;
 * where a cell has several lines, or a merged one none, the cheapest way to lay the lines into rows is taken. */
#include "exchange/jx-flat-heading.h"

/* No cell is broken over more lines. */
#define CELL_LINES 12
/* So dear a row is none of this list. */
#define DEAREST_ROW 45
/* Lines times columns; beyond, a list is none of indicators. */
#define MAX_WORK (8u * 1024 * 1024)

typedef struct
{
  guint8 n_lines; /* the cell took */
  guint8 none;    /* a blank line between rows was passed over */
} Step;

typedef struct
{
  const GArray *lines;
  const JxFlatHeading *heading;
  guint first;
  guint n;        /* lines */
  int *costs;     /* [line][column] */
  Step *steps;
} Layout;

static int *
get_cost (const Layout *layout, guint line, guint column)
{
  return &layout->costs[(gsize) line * (layout->heading->n + 1) + column];
}

static void
offer (const Layout *layout, guint line, guint column, int cost, Step step)
{
  int *now = get_cost (layout, line, column);

  if (cost >= *now)
    return;
  *now = cost;
  layout->steps[(gsize) line * (layout->heading->n + 1) + column] = step;
}

static void
go_on_from (const Layout *layout, guint line, guint column)
{
  JxCellType type = layout->heading->columns[column].type;
  int cost = *get_cost (layout, line, column);

  offer (layout, line, column + 1, cost + jx_flat_cost_to_miss (type), (Step) { 0, 0 });
  for (guint n = 1; n <= CELL_LINES && line + n <= layout->n; n++)
    {
      const JxFlatLine *last = jx_flat_line_get (layout->lines, layout->first + line + n - 1);

      if (n == 1)
        cost += last->blank ? jx_flat_cost_of_blank (type) : jx_flat_cost_of_line (type, last->text);
      else if (last->blank || jx_flat_line_get (layout->lines, layout->first + line)->blank)
        break;
      else
        cost += jx_flat_cost_to_extend (type, last->text);
      if (cost >= JX_FLAT_NEVER)
        break;
      offer (layout, line + n, column + 1, cost, (Step) { (guint8) n, 0 });
    }
}

static void
lay_out (const Layout *layout)
{
  guint n_columns = layout->heading->n;

  for (gsize i = 0; i < (gsize) (layout->n + 1) * (n_columns + 1); i++)
    layout->costs[i] = JX_FLAT_NEVER;
  *get_cost (layout, 0, 0) = 0;
  for (guint line = 0; line <= layout->n; line++)
    {
      for (guint column = 0; column < n_columns; column++)
        if (*get_cost (layout, line, column) < JX_FLAT_NEVER)
          go_on_from (layout, line, column);
      /* The row ends, and the next begins; a row of nothing leads nowhere. */
      offer (layout, line, 0, *get_cost (layout, line, n_columns), (Step) { 0, 0 });
      for (guint column = 0; line < layout->n && column < n_columns; column++)
        if (*get_cost (layout, line, column) < JX_FLAT_NEVER)
          go_on_from (layout, line, column);
      if (line < layout->n && jx_flat_line_get (layout->lines, layout->first + line)->blank)
        offer (layout, line + 1, 0, *get_cost (layout, line, 0) + 3, (Step) { 0, 1 });
    }
}

/* The cells of all rows, from the last back. Returns: (transfer full): how many lines each took, in order. */
static GArray *
trace_back (const Layout *layout)
{
  guint n_columns = layout->heading->n;
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (Step));
  guint line = layout->n;
  guint column = 0;

  while (line > 0 || column > 0)
    {
      Step step;

      if (column == 0 && !layout->steps[(gsize) line * (n_columns + 1)].none)
        column = n_columns;
      step = layout->steps[(gsize) line * (n_columns + 1) + column];
      g_array_append_val (taken, step);
      line -= step.none ? 1 : step.n_lines;
      column -= step.none ? 0 : 1;
    }
  for (guint i = 0; i < taken->len / 2; i++)
    {
      Step step = g_array_index (taken, Step, i);

      g_array_index (taken, Step, i) = g_array_index (taken, Step, taken->len - 1 - i);
      g_array_index (taken, Step, taken->len - 1 - i) = step;
    }

  return taken;
}

static void
add_cell (JxSource *into, const GArray *lines, guint first, guint n, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const JxFlatLine *line = jx_flat_line_get (lines, first);
  JxSourceCell *cell;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", jx_flat_line_get (lines, first + i)->text);
  cell = jx_source_add_cell (into, n == 0 ? "" : n == 1 ? line->text : jx_source_keep (into, text->str, -1), line->line);
  cell->column = column;
  cell->columns = 1;
  cell->empty = n == 0 || *line->text == '\0';
}

static void
add_rows (JxSource *into, const Layout *layout, const GArray *taken)
{
  guint line = layout->first;
  guint column = 0;

  for (guint i = 0; i < taken->len; i++)
    {
      Step step = g_array_index (taken, Step, i);

      if (step.none)
        {
          line++;
          continue;
        }
      if (column == 0)
        jx_source_begin_row (into, jx_flat_line_get (layout->lines, line)->line);
      add_cell (into, layout->lines, line, step.n_lines, column);
      line += step.n_lines;
      column = (column + 1) % layout->heading->n;
    }
}

static void
add_headings (JxSource *into, const JxFlatHeading *heading)
{
  jx_source_begin_row (into, heading->columns[0].line);
  for (guint i = 0; i < heading->n; i++)
    {
      JxSourceCell *cell = jx_source_add_cell (into, heading->columns[i].heading, heading->columns[i].line);

      cell->column = i;
      cell->columns = 1;
    }
}

/* Where the list's rows end. */
static guint
find_end (const GArray *lines, guint first)
{
  guint end = first;

  while (end < lines->len && !jx_flat_line_ends (jx_flat_line_get (lines, end)) && !jx_flat_list_begins (lines, end))
    end++;

  return end;
}

guint
jx_flat_list_add (const GArray *lines, guint first, JxSource *into)
{
  JxFlatHeading heading;
  guint begin = jx_flat_heading_read (lines, first, &heading);
  g_autofree int *costs = NULL;
  g_autofree Step *steps = NULL;
  g_autoptr (GArray) taken = NULL;
  Layout layout = { lines, &heading, begin };
  guint n_rows;

  if (begin == first)
    return first;
  layout.n = find_end (lines, begin) - begin;
  if (layout.n == 0 || (gsize) (layout.n + 1) * (heading.n + 1) > MAX_WORK)
    return first;

  costs = g_new (int, (gsize) (layout.n + 1) * (heading.n + 1));
  steps = g_new0 (Step, (gsize) (layout.n + 1) * (heading.n + 1));
  layout.costs = costs;
  layout.steps = steps;
  lay_out (&layout);
  if (*get_cost (&layout, layout.n, 0) >= JX_FLAT_NEVER)
    return first;
  taken = trace_back (&layout);
  n_rows = MAX (taken->len / heading.n, 1);
  if (*get_cost (&layout, layout.n, 0) > (int) n_rows * DEAREST_ROW)
    return first;
  add_headings (into, &heading);
  add_rows (into, &layout, taken);

  return begin + layout.n;
}

gboolean
jx_flat_list_begins (const GArray *lines, guint first)
{
  JxFlatHeading heading;

  return jx_flat_heading_read (lines, first, &heading) > first;
}
