/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-flat-rows.h"

#include <string.h>

#include "exchange/jx-flat-lines.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* So many columns of amounts, or goals beside one another. */
#define MAX_ACROSS 12

typedef struct
{
  const JxSource *source;
  JxSource *into;
  GArray *lines;       /* (element-type JxFlatLine) */
  gboolean in_table;
  guint n_tables;
  guint n_stages;      /* columns of amounts that the rows below have; 0: none */
} Rows;

static const JxFlatLine *
get_line (const Rows *rows, guint index)
{
  return jx_flat_line_get (rows->lines, index);
}

static void
begin_row (Rows *rows, guint line)
{
  if (!rows->in_table)
    {
      jx_source_begin_table (rows->into, line);
      rows->n_tables++;
    }
  rows->in_table = TRUE;
  jx_source_begin_row (rows->into, line);
}

static void
add_cell (Rows *rows, const char *text, guint line, guint column)
{
  JxSourceCell *cell = jx_source_add_cell (rows->into, text, line);

  cell->column = column;
  cell->columns = 1;
  cell->empty = *text == '\0';
}

static void
end_table (Rows *rows)
{
  rows->in_table = FALSE;
  rows->n_stages = 0;
}

static gboolean
is_over (const JxSense *sense)
{
  return sense->type == JX_SENSE_GOALS || sense->type == JX_SENSE_TERM_GOALS
         || (sense->type == JX_SENSE_FIELD && sense->field == JX_FIELD_PROJECT_RESULT);
}

static guint
skip_blanks (const Rows *rows, guint i)
{
  while (i < rows->lines->len && get_line (rows, i)->blank)
    i++;

  return i;
}

/* A value ends where a label, a list's heading or a title begins. */
static gboolean
ends_value (const Rows *rows, guint i)
{
  const JxFlatLine *line = get_line (rows, i);

  return line->text == NULL || (!line->blank && (line->label.type != JX_SENSE_NONE || jx_flat_line_ends (line) || jx_flat_list_begins (rows->lines, i)));
}

/* The lines from @first to before @end in one cell. */
static void
add_lines (Rows *rows, guint first, guint end, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    if (!get_line (rows, i)->blank)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", get_line (rows, i)->text);
  add_cell (rows, jx_source_keep (rows->into, text->str, -1), get_line (rows, first)->line, column);
}

/* Amounts by column: labels one behind the other. Returns: the line behind them. */
static guint
add_stages (Rows *rows, guint first)
{
  guint end = first;

  while (end < rows->lines->len && get_line (rows, end)->label.type == JX_SENSE_STAGE && end - first < MAX_ACROSS)
    end++;
  begin_row (rows, get_line (rows, first)->line);
  for (guint i = first; i < end; i++)
    add_cell (rows, get_line (rows, i)->text, get_line (rows, i)->line, 1 + i - first);
  rows->n_stages = end - first;

  return end;
}

/* Under columns of amounts a row has a line for each of them, be it blank. */
static guint
add_fund (Rows *rows, guint first)
{
  guint i = first + 1;

  begin_row (rows, get_line (rows, first)->line);
  add_cell (rows, get_line (rows, first)->text, get_line (rows, first)->line, 0);
  for (guint n = 0; n < MAX (rows->n_stages, 1) && i < rows->lines->len && !ends_value (rows, i); n++, i++)
    add_cell (rows, get_line (rows, i)->text, get_line (rows, i)->line, 1 + n);

  return i;
}

/* Where the lines from @first to before @end come apart into @n cells: at blank lines, line by line, or where numbers begin anew.
 * Returns: whether they do. */
static gboolean
divide (const Rows *rows, guint first, guint end, guint n, guint *starts)
{
  guint n_lines = 0;
  guint n_groups = 0;
  guint n_ones = 0;
  guint ones[MAX_ACROSS], groups[MAX_ACROSS], each[MAX_ACROSS];
  JxMark mark;

  for (guint i = first; i < end; i++)
    {
      const JxFlatLine *line = get_line (rows, i);

      if (line->blank)
        continue;
      if ((i == first || get_line (rows, i - 1)->blank) && n_groups++ < n)
        groups[n_groups - 1] = i;
      if ((n_lines == 0 || (jx_mark_read (line->text, &mark) && mark.number == 1) || g_str_has_prefix (line->text, "目标1")) && n_ones++ < n)
        ones[n_ones - 1] = i;
      if (n_lines++ < n)
        each[n_lines - 1] = i;
    }
  if (n_lines != n && n_groups != n && n_ones != n)
    return FALSE;
  memcpy (starts, n_lines == n ? each : n_groups == n ? groups : ones, n * sizeof *starts);

  return TRUE;
}

/* Labels one behind the other have what they are about below them, side by side. Returns: the line behind it. */
static guint
add_across (Rows *rows, guint first)
{
  guint labels[MAX_ACROSS];
  guint n = 0;
  guint i = first;
  guint end, skip;
  guint starts[MAX_ACROSS];

  for (; i < rows->lines->len && n < MAX_ACROSS && (get_line (rows, i)->blank || is_over (&get_line (rows, i)->label)); i++)
    if (!get_line (rows, i)->blank)
      labels[n++] = i;
  for (end = i; end < rows->lines->len && !ends_value (rows, end); end++)
    ;
  /* The first of them may stand beside the others, over nothing. */
  for (skip = 0; skip < n && !divide (rows, i, end, n - skip, starts); skip++)
    ;
  begin_row (rows, get_line (rows, first)->line);
  for (guint l = 0; l < n; l++)
    add_cell (rows, get_line (rows, labels[l])->text, get_line (rows, labels[l])->line, l);
  if (i == end)
    return end;
  begin_row (rows, get_line (rows, i)->line);
  if (skip == n || (skip > 1))
    add_lines (rows, i, end, MAX_ACROSS); /* under no label: which is whose cannot be told */
  else
    for (guint l = skip; l < n; l++)
      add_lines (rows, starts[l - skip], l + 1 < n ? starts[l - skip + 1] : end, l);

  return end;
}

/* A label and its value. Goals go on over several lines. */
static guint
add_pair (Rows *rows, guint first)
{
  const JxFlatLine *label = get_line (rows, first);
  guint begin = skip_blanks (rows, first + 1);
  guint end = begin;

  begin_row (rows, label->line);
  add_cell (rows, label->text, label->line, 0);
  if (begin >= rows->lines->len || ends_value (rows, begin))
    return first + 1;
  for (end = begin + 1; (label->label.type != JX_SENSE_FIELD || label->label.field == JX_FIELD_PROJECT_PURPOSE) && end < rows->lines->len
                        && !get_line (rows, end)->blank && !ends_value (rows, end); end++)
    ;
  if (label->label.type == JX_SENSE_OTHER || label->label.type == JX_SENSE_FUND)
    end = begin + 1;
  add_lines (rows, begin, end, 1);

  return end;
}

static guint
count_labels_over (const Rows *rows, guint first)
{
  guint n = 0;

  for (guint i = first; i < rows->lines->len && (get_line (rows, i)->blank || is_over (&get_line (rows, i)->label)); i++)
    n += !get_line (rows, i)->blank;

  return n;
}

/* Sums, and the blanks between them. */
static guint
add_total (Rows *rows, guint first)
{
  guint i = first;

  begin_row (rows, get_line (rows, first)->line);
  do
    {
      add_cell (rows, get_line (rows, i)->text, get_line (rows, i)->line, i - first);
      i++;
    }
  while (i < rows->lines->len && get_line (rows, i)->text != NULL
         && (get_line (rows, i)->blank || g_unichar_digit_value (g_utf8_get_char (get_line (rows, i)->text)) >= 0) && !ends_value (rows, i));

  return i;
}

static guint
add_label (Rows *rows, guint i)
{
  const JxFlatLine *line = get_line (rows, i);

  if (is_over (&line->label) && count_labels_over (rows, i) >= 2)
    {
      rows->n_stages = 0;
      return add_across (rows, i);
    }
  switch (line->label.type)
    {
    case JX_SENSE_STAGE:
      if (i + 1 < rows->lines->len && get_line (rows, i + 1)->label.type == JX_SENSE_STAGE)
        return add_stages (rows, i);
      return add_pair (rows, i);
    case JX_SENSE_FUND:
      return rows->n_stages > 0 ? add_fund (rows, i) : add_pair (rows, i);
    case JX_SENSE_TOTAL:
      return add_total (rows, i);
    case JX_SENSE_SIDE:
      begin_row (rows, line->line);
      add_cell (rows, line->text, line->line, 0);
      return i + 1;
    default:
      return add_pair (rows, i);
    }
}

static void
copy_table (Rows *rows, const JxSourceBlock *block)
{
  end_table (rows);
  jx_source_begin_table (rows->into, block->line);
  for (guint r = 0; r < block->n_rows; r++)
    {
      const JxSourceRow *row = jx_source_get_row (rows->source, block->first_row + r);

      jx_source_begin_row (rows->into, row->line);
      for (guint c = 0; c < row->n_cells; c++)
        {
          const JxSourceCell *cell = jx_source_get_cell (rows->source, row->first_cell + c);
          JxSourceCell *copy = jx_source_add_cell (rows->into, cell->text, cell->line);

          *copy = *cell;
        }
    }
}

/* Amounts under their columns, without a label beside them. */
static guint
add_amounts (Rows *rows, guint first)
{
  guint end = first;

  while (end < first + rows->n_stages && end < rows->lines->len && !ends_value (rows, end))
    end++;
  begin_row (rows, get_line (rows, first)->line);
  /* Where there are fewer of them it cannot be told which are missing. */
  for (guint i = first; i < end; i++)
    add_cell (rows, get_line (rows, i)->text, get_line (rows, i)->line, i - first + (end - first == rows->n_stages ? 1 : MAX_ACROSS * 2));

  return end;
}

static guint
add_other (Rows *rows, guint i)
{
  const JxFlatLine *line = get_line (rows, i);
  gboolean ends = jx_flat_line_ends (line);

  if (rows->n_stages > 0 && !line->blank && line->text != NULL && g_unichar_digit_value (g_utf8_get_char (line->text)) >= 0)
    return add_amounts (rows, i);
  if (line->text == NULL)
    copy_table (rows, jx_source_get_block (rows->source, line->block));
  else if (rows->in_table && !line->blank && !ends)
    {
      begin_row (rows, line->line);
      add_cell (rows, line->text, line->line, MAX_ACROSS * 2);
    }
  else if (!rows->in_table || !line->blank)
    {
      end_table (rows);
      jx_source_add_paragraph (rows->into, line->text, line->line);
    }

  return i + 1;
}

static guint
add_list (Rows *rows, guint i)
{
  guint end;

  if (!jx_flat_list_begins (rows->lines, i))
    return i;
  if (!rows->in_table)
    {
      jx_source_begin_table (rows->into, get_line (rows, i)->line);
      rows->n_tables++;
    }
  rows->in_table = TRUE;
  end = jx_flat_list_add (rows->lines, i, rows->into);
  if (end > i)
    rows->n_stages = 0;

  return end;
}

JxSource *
jx_flat_rows_new (const JxSource *source)
{
  g_autoptr (JxSource) into = jx_source_new (NULL);
  g_autoptr (GArray) lines = jx_flat_lines_read (source, into);
  Rows rows = { source, into, lines };

  for (guint i = 0; i < lines->len;)
    {
      guint end = add_list (&rows, i);

      if (end == i && jx_flat_line_is_label (get_line (&rows, i)) && get_line (&rows, i)->label.type != JX_SENSE_NONE)
        end = add_label (&rows, i);
      i = end > i ? end : add_other (&rows, i);
    }

  return rows.n_tables > 0 ? g_steal_pointer (&into) : NULL;
}
