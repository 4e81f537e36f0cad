/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-list.h"

#include <glib/gi18n-lib.h>

#include "base/jx-fold.h"
#include "exchange/jx-caption.h"
#include "exchange/jx-list-private.h"
#include "exchange/jx-note.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-recognise-item.h"
#include "exchange/jx-take-none.h"
#include "model/jx-path.h"

static guint
get_width (const JxSource *source, const JxSourceBlock *block)
{
  guint width = 0;

  for (guint r = 0; r < block->n_rows; r++)
    {
      const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);
      const JxSourceCell *last = row->n_cells > 0 ? jx_source_get_cell (source, row->first_cell + row->n_cells - 1) : NULL;

      if (last != NULL)
        width = MAX (width, last->column + last->columns);
    }

  return width;
}

JxList *
jx_list_new (JxTaker *taker, GPtrArray *candidates, const JxSource *source, guint block)
{
  const JxSourceBlock *table = jx_source_get_block (source, block);
  guint begin, end;
  GArray *columns = jx_list_columns_find (candidates, source, table, &begin, &end);
  JxList *list;

  if (columns == NULL)
    return NULL;

  list = g_new0 (JxList, 1);
  list->taker = taker;
  list->candidates = candidates;
  list->source = source;
  list->columns = columns;
  list->first_block = block;
  list->heading = begin;
  list->first_row = end;
  list->width = get_width (source, table);
  list->cells = g_new0 (const JxSourceCell *, columns->len);
  for (guint i = 0; i < columns->len; i++)
    list->has_indicators |= jx_list_get_column (list, i)->slot != NULL && jx_list_get_column (list, i)->slot->each == JX_KIND_INDICATOR;

  return list;
}

void
jx_list_free (JxList *list)
{
  if (list == NULL)
    return;

  g_array_unref (list->columns);
  g_free (list->cells);
  g_free (list);
}

gboolean
jx_list_goes_on (const JxList *list, guint block)
{
  const JxSourceBlock *table = jx_source_get_block (list->source, block);

  return table->n_rows > 0 && get_width (list->source, table) == list->width
         && jx_list_columns_is_row_of_values (list->candidates, list->source, table->first_row);
}

static const char *
get_field_text (const JxList *list, JxField field)
{
  const JxListColumn *column = jx_list_columns_get_field (list->columns, field);

  return column != NULL ? jx_list_get_text (list, (guint) (column - jx_list_get_column (list, 0))) : "";
}

/* Lays the cells of @row under their headings. Returns: how many of them hold words. */
static guint
lay_out_row (JxList *list, const JxSourceRow *row)
{
  guint n_words = 0;
  guint at = 0;

  for (guint i = 0; i < list->columns->len; i++)
    {
      const JxListColumn *column = jx_list_get_column (list, i);

      list->cells[i] = NULL;
      for (at = 0; at < row->n_cells; at++)
        {
          const JxSourceCell *cell = jx_source_get_cell (list->source, row->first_cell + at);

          if (cell->column == column->column)
            list->cells[i] = cell;
        }
    }
  for (guint c = 0; c < row->n_cells; c++)
    n_words += !jx_line_is_blank (jx_source_get_cell (list->source, row->first_cell + c)->text);

  return n_words;
}

static void
leave_row (JxList *list, const JxSourceRow *row, const char *why)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint c = 0; c < row->n_cells; c++)
    {
      const char *words = jx_source_get_cell (list->source, row->first_cell + c)->text;

      if (!jx_line_is_blank (words))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", words);
    }
  jx_taker_leave (list->taker, row->line, text->str, why);
}

static gboolean
is_sum (const JxList *list, const JxSourceRow *row)
{
  static const char * const words[] = { "合计", "总计", "小计", "共计", "合计金额" };

  for (guint c = 0; c < row->n_cells; c++)
    {
      const char *text = jx_source_get_cell (list->source, row->first_cell + c)->text;

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        if (jx_fold_equal (text, words[i]))
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_under_heading (const JxList *list, const JxSourceCell *cell)
{
  for (guint i = 0; i < list->columns->len; i++)
    if (list->cells[i] == cell)
      return TRUE;

  return FALSE;
}

static void
leave_cells_without_heading (JxList *list, const JxSourceRow *row)
{
  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = jx_source_get_cell (list->source, row->first_cell + c);

      if (!jx_line_is_blank (cell->text) && !is_under_heading (list, cell))
        jx_taker_leave (list->taker, cell->line, cell->text, _("It stands under no heading"));
    }
}

static gboolean
is_same_project (const JxList *list, const char *name, const char *code)
{
  const char *code_before = list->project != NULL ? jx_item_get (list->project, JX_FIELD_PROJECT_CODE) : NULL;

  if (list->project == NULL || !list->has_indicators || !jx_fold_equal (jx_item_get (list->project, JX_FIELD_PROJECT_NAME), name))
    return FALSE;

  return jx_line_is_blank (code) || code_before == NULL || jx_fold_equal (code_before, code);
}

/* The unit named above is its unit, where no column says another. */
static void
take_body (JxList *list)
{
  const JxCandidate *ignored;
  const JxSlot *slot = list->body != NULL ? jx_candidates_find_labelled (list->candidates, "实施单位", &ignored) : NULL;

  if (slot != NULL && jx_list_columns_get_field (list->columns, slot->field) == NULL)
    jx_take_value (list->taker, list->project, slot, list->body->text, list->body->line, NULL);
}

static void
begin_project (JxList *list, const JxSourceRow *row)
{
  const JxListColumn *name = jx_list_columns_get_field (list->columns, JX_FIELD_PROJECT_NAME);
  g_autofree char *path = NULL;
  g_autofree char *said = g_strdup_printf (_("Read as a row of a list, its headings by the form “%s”"), jx_form_get_title (name->candidate->form));

  list->project = jx_taker_add_project (list->taker, GUINT_TO_POINTER (list->first_block + 1));
  list->indicator = NULL;
  list->level1 = list->level2 = NULL;
  list->goals = NULL;
  path = jx_path_to_string (list->project, JX_FIELD_NONE);
  jx_report_add (list->taker->report, JX_REPORT_TAKEN, row->line, get_field_text (list, JX_FIELD_PROJECT_NAME), path, said);
  take_body (list);
}

static void
set_amount_unit (JxList *list, const JxListColumn *column, guint line)
{
  const char *unit = column->amount_unit != NULL ? column->amount_unit : list->taker->usual_unit;

  if (jx_field_get_info (column->slot->field)->type != JX_TYPE_AMOUNT)
    return;
  if (list->unit_told || g_strcmp0 (unit, "万元") == 0)
    list->taker->amount_unit = g_strcmp0 (unit, "万元") != 0 ? unit : NULL;
  else
    jx_taker_set_unit (list->taker, list->project, unit, line, column->heading);
  list->unit_told |= list->taker->amount_unit != NULL;
}

/* The heading says up to which month the amounts below are. */
static void
set_month (JxList *list, const JxListColumn *column)
{
  g_autofree char *month = g_strdup_printf ("%u", column->month);

  if (column->month != 0)
    jx_taker_set (list->taker, list->taker->root, JX_FIELD_MONITORED, month, 0, NULL);
}

static void
take_goals (JxList *list, const JxSlot *slot, const JxSourceCell *cell)
{
  if (list->goals != NULL && jx_fold_equal (list->goals, cell->text))
    return;

  list->goals = cell->text;
  jx_take_list (list->taker, list->project, slot->list, slot->node, cell->text, cell->line, NULL);
}

static void
take_project_cell (JxList *list, const JxListColumn *column, const JxSourceCell *cell)
{
  if (column->slot == NULL && column->counts)
    return;
  if (column->slot == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s：%s", column->heading, cell->text);

      jx_taker_leave (list->taker, cell->line, text, _("The form has no such column"));
      return;
    }
  if (column->slot->type == JX_SLOT_LIST)
    {
      take_goals (list, column->slot, cell);
      return;
    }
  set_amount_unit (list, column, cell->line);
  set_month (list, column);
  jx_take_value (list->taker, list->project, column->slot, cell->text, cell->line, NULL);
}

/* A page's headings again. */
static gboolean
is_heading_again (const JxList *list)
{
  const JxListColumn *name = jx_list_columns_get_field (list->columns, JX_FIELD_PROJECT_NAME);

  return jx_fold_equal (get_field_text (list, JX_FIELD_PROJECT_NAME), name->heading);
}

/* Whether the row has anything but a name and sums. */
static gboolean
holds_more (const JxList *list)
{
  for (guint i = 0; i < list->columns->len; i++)
    {
      const JxListColumn *column = jx_list_get_column (list, i);
      gboolean of_sum = column->slot != NULL && jx_field_get_info (column->slot->field)->type == JX_TYPE_AMOUNT;

      if (!of_sum && !column->counts && !jx_line_is_blank (jx_list_get_text (list, i)) && (column->slot == NULL || column->slot->field != JX_FIELD_PROJECT_NAME))
        return TRUE;
    }

  return FALSE;
}

static void
take_row (JxList *list, const JxSourceRow *row)
{
  guint n_words = lay_out_row (list, row);
  const char *name = get_field_text (list, JX_FIELD_PROJECT_NAME);
  const char *code = get_field_text (list, JX_FIELD_PROJECT_CODE);
  gboolean named = !jx_line_is_blank (name);

  if (n_words == 0 || (named && is_heading_again (list)))
    return;
  if (is_sum (list, row))
    {
      leave_row (list, row, _("A row of sums was left out"));
      return;
    }
  if (named && list->has_indicators && jx_note_names_body (name) && !holds_more (list))
    {
      list->body = list->cells[jx_list_columns_get_field (list->columns, JX_FIELD_PROJECT_NAME) - jx_list_get_column (list, 0)];
      if (n_words > 1)
        leave_row (list, row, _("A row of sums was left out"));
      return;
    }
  if (!named && jx_list_note_levels (list, n_words))
    return;
  if (named ? jx_says_none (name) : list->project == NULL || !list->has_indicators || n_words == 1)
    {
      leave_row (list, row, _("This row names no project"));
      return;
    }
  if (named && !is_same_project (list, name, code))
    begin_project (list, row);
  for (guint i = 0; i < list->columns->len; i++)
    if (!jx_list_is_of_indicator (jx_list_get_column (list, i)) && !jx_line_is_blank (jx_list_get_text (list, i)))
      take_project_cell (list, jx_list_get_column (list, i), list->cells[i]);
  if (list->has_indicators)
    jx_list_take_indicator (list);
  leave_cells_without_heading (list, row);
}

static void
take_row_above (JxList *list, const JxSourceRow *row)
{
  for (guint c = 0; c < row->n_cells; c++)
    {
      const JxSourceCell *cell = jx_source_get_cell (list->source, row->first_cell + c);

      if (!jx_line_is_blank (cell->text) && !jx_caption_take (list->taker, list->candidates, cell->text, cell->line))
        jx_taker_leave (list->taker, cell->line, cell->text, _("No place in the form fits this"));
    }
}

/* How many of the columns were understood. */
static guint
get_certainty (const JxList *list)
{
  guint n_met = 0;

  for (guint i = 0; i < list->columns->len; i++)
    n_met += jx_list_get_column (list, i)->slot != NULL || jx_list_get_column (list, i)->part != JX_TARGET_PART_NONE || jx_list_get_column (list, i)->counts;

  return n_met * 100 / list->columns->len;
}

void
jx_list_take (JxList *list, guint block)
{
  const JxSourceBlock *table = jx_source_get_block (list->source, block);
  const JxForm *form = jx_list_columns_get_field (list->columns, JX_FIELD_PROJECT_NAME)->candidate->form;

  if (block == list->first_block)
    {
      jx_report_add_table (list->taker->report, table->line, NULL, jx_form_get_id (form), jx_form_get_title (form), get_certainty (list));
      for (guint r = 0; r < list->heading; r++)
        take_row_above (list, jx_source_get_row (list->source, table->first_row + r));
    }
  for (guint r = block == list->first_block ? list->first_row : 0; r < table->n_rows; r++)
    take_row (list, jx_source_get_row (list->source, table->first_row + r));
}
