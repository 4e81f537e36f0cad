/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-table.h"

#include <glib/gi18n-lib.h>

#include "base/jx-error.h"
#include "model/jx-item-build.h"

/* The one field of the row's item a cell shows. */
static JxField
get_only_field (const JxCell *cell, const JxItem *item)
{
  JxField field = JX_FIELD_NONE;

  for (guint i = 0; i < cell->runs->len; i++)
    {
      const JxRun *run = &g_array_index (cell->runs, JxRun, i);

      if (run->item == NULL)
        continue;
      if (run->item != item || field != JX_FIELD_NONE)
        return JX_FIELD_NONE;
      field = run->field;
    }

  return field;
}

static const char *
get_value (const JxItem *item, JxField field)
{
  const char *value = jx_item_get (item, field);

  return value ? value : "";
}

static void
add_set (JxEdit *group, JxItem *item, JxField field, const char *value)
{
  if (!g_str_equal (get_value (item, field), value))
    jx_edit_add (group, jx_edit_new_set (item, field, value));
}

JxSheetTable *
jx_sheet_table_new (const JxGrid *grid, JxItem *owner, JxKind kind)
{
  JxSheetTable *table = g_new0 (JxSheetTable, 1);
  g_autofree JxField *columns = g_new (JxField, grid->n_columns);

  table->owner = owner;
  table->kind = kind;
  table->items = g_ptr_array_new ();
  table->fields = g_array_new (FALSE, FALSE, sizeof (JxField));
  for (guint c = 0; c < grid->n_columns; c++)
    columns[c] = JX_FIELD_NONE;

  for (guint r = 0; r < grid->n_rows; r++)
    {
      JxItem *item = grid->row_item[r];

      if (item && jx_item_get_parent (item) == owner && jx_item_get_kind (item) == kind
          && (r == 0 || grid->row_item[r - 1] != item))
        g_ptr_array_add (table->items, item);
    }
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];
      JxItem *item = grid->row_item[cell->row];

      if (item && columns[cell->column] == JX_FIELD_NONE)
        columns[cell->column] = get_only_field (cell, item);
    }
  for (guint c = 0; c < grid->n_columns; c++)
    if (columns[c] != JX_FIELD_NONE)
      g_array_append_val (table->fields, columns[c]);

  return table;
}

void
jx_sheet_table_free (JxSheetTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->items);
  g_array_unref (table->fields);
  g_free (table);
}

gboolean
jx_sheet_table_find_item (const JxSheetTable *table, const JxItem *item, guint *row)
{
  return g_ptr_array_find (table->items, item, row);
}

gboolean
jx_sheet_table_find_field (const JxSheetTable *table, JxField field, guint *column)
{
  for (guint c = 0; c < table->fields->len; c++)
    if (jx_sheet_table_get_field (table, c) == field)
      {
        *column = c;
        return TRUE;
      }

  return FALSE;
}

JxField
jx_sheet_table_get_field (const JxSheetTable *table, guint column)
{
  return g_array_index (table->fields, JxField, column);
}

JxClip *
jx_sheet_table_copy (const JxSheetTable *table, const JxSheetRange *range, JxSheetMerged is_merged, gpointer data)
{
  JxClip *clip = jx_clip_new ();

  for (guint r = range->top; r <= range->bottom; r++)
    {
      jx_clip_add_row (clip);
      for (guint c = range->left; c <= range->right; c++)
        {
          guint span = 1;

          if (r > range->top && is_merged (r, c, data))
            span = 0;
          else
            while (r + span <= range->bottom && is_merged (r + span, c, data))
              span++;
          jx_clip_add (clip, get_value (table->items->pdata[r], jx_sheet_table_get_field (table, c)), span);
        }
    }

  return clip;
}

JxEdit *
jx_sheet_table_clear (const JxSheetTable *table, const JxSheetRange *range)
{
  JxEdit *group = jx_edit_new_group ();

  for (guint r = range->top; r <= range->bottom; r++)
    for (guint c = range->left; c <= range->right; c++)
      add_set (group, table->items->pdata[r], jx_sheet_table_get_field (table, c), "");

  return group;
}

JxEdit *
jx_sheet_table_fill_down (const JxSheetTable *table, const JxSheetRange *range)
{
  JxEdit *group = jx_edit_new_group ();

  for (guint r = range->top + 1; r <= range->bottom; r++)
    for (guint c = range->left; c <= range->right; c++)
      {
        JxField field = jx_sheet_table_get_field (table, c);

        add_set (group, table->items->pdata[r], field, get_value (table->items->pdata[range->top], field));
      }

  return group;
}

/* What a spreadsheet copies beside the table is blank and no fault. */
static guint
count_used_columns (const JxClip *clip)
{
  for (guint c = jx_clip_count_columns (clip); c > 1; c--)
    for (guint r = 0; r < jx_clip_count_rows (clip); r++)
      if (jx_clip_get (clip, r, c - 1)[0])
        return c;

  return 1;
}

/* Where all of the clip goes. */
static gboolean
find_target (const JxSheetTable *table, JxSheetRange *range, const JxClip *clip, GError **error)
{
  guint rows = jx_clip_count_rows (clip), columns = jx_clip_count_columns (clip), room = table->fields->len - range->left;

  if (rows == 1 && columns == 1)
    return TRUE;
  if (rows > JX_CLIP_MAX_ROWS)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("Nothing was pasted: more than %u rows are on the clipboard; copy fewer at a time"),
                   (guint) JX_CLIP_MAX_ROWS);
      return FALSE;
    }
  if (columns > room)
    columns = MAX (room, count_used_columns (clip));
  if (columns > room)
    {
      g_set_error (error, JX_ERROR, JX_ERROR_VALUE,
                   _("Nothing was pasted: %u columns are on the clipboard, but from this cell on there are only %u; begin further left or copy fewer"),
                   columns, room);
      return FALSE;
    }

  range->bottom = range->top + rows - 1;
  range->right = range->left + columns - 1;

  return TRUE;
}

static char *
dup_value (const JxSheetTable *table, const JxSheetRange *range, const JxClip *clip, guint row, guint column, GError **error)
{
  gboolean is_one = jx_clip_count_rows (clip) == 1 && jx_clip_count_columns (clip) == 1;
  g_autoptr (GError) fault = NULL;
  char *value = jx_field_normalise (jx_sheet_table_get_field (table, column),
                                    jx_clip_get (clip, is_one ? 0 : row - range->top, is_one ? 0 : column - range->left), &fault);

  if (value == NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("Nothing was pasted: in row %u, %s"), row + 1, fault->message);

  return value;
}

/* A new row belongs to the same groups as the row before it. */
static JxItem *
make_row (const JxSheetTable *table, const JxItem *before)
{
  JxItem *item = jx_item_new (jx_item_get_document (table->owner), table->kind);

  if (table->kind == JX_KIND_INDICATOR && before)
    {
      jx_item_init (item, JX_FIELD_INDICATOR_LEVEL1, jx_item_get (before, JX_FIELD_INDICATOR_LEVEL1));
      jx_item_init (item, JX_FIELD_INDICATOR_LEVEL2, jx_item_get (before, JX_FIELD_INDICATOR_LEVEL2));
    }

  return item;
}

JxEdit *
jx_sheet_table_paste (const JxSheetTable *table, JxSheetRange *range, const JxClip *clip, GError **error)
{
  g_autoptr (JxEdit) group = jx_edit_new_group ();
  JxSheetRange target = *range;
  const JxItem *before = table->items->len ? table->items->pdata[table->items->len - 1] : NULL;

  if (!find_target (table, &target, clip, error))
    return NULL;

  for (guint r = target.top; r <= target.bottom; r++)
    {
      JxItem *item = r < table->items->len ? table->items->pdata[r] : NULL;
      JxItem *row = item ? item : make_row (table, before);

      for (guint c = target.left; c <= target.right; c++)
        {
          JxField field = jx_sheet_table_get_field (table, c);
          g_autofree char *value = dup_value (table, &target, clip, r, c, error);

          if (value == NULL)
            return NULL;
          if (item)
            add_set (group, item, field, value);
          else
            jx_item_init (row, field, value);
        }
      if (item == NULL)
        {
          jx_edit_add (group, jx_edit_new_insert (table->owner, row, -1));
          before = row;
        }
    }
  *range = target;

  return g_steal_pointer (&group);
}

typedef struct
{
  JxItem *item;
  guint rank;
  guint index;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return one->index < other->index ? -1 : one->index > other->index;
}

JxEdit *
jx_sheet_table_sort (const JxSheetTable *table, JxSheetRank rank, gpointer data)
{
  g_autofree Ranked *ranked = g_new (Ranked, table->items->len);
  g_autoptr (GPtrArray) now = g_ptr_array_copy (table->items, NULL, NULL);
  JxEdit *group = jx_edit_new_group ();

  for (guint i = 0; i < now->len; i++)
    ranked[i] = (Ranked) { now->pdata[i], rank (now->pdata[i], data), i };
  qsort (ranked, now->len, sizeof (Ranked), compare_ranked);

  for (guint i = 0; i < now->len; i++)
    {
      guint at;

      if (now->pdata[i] == ranked[i].item || !g_ptr_array_find (now, ranked[i].item, &at))
        continue;
      g_ptr_array_remove_index (now, at);
      g_ptr_array_insert (now, i, ranked[i].item);
      jx_edit_add (group, jx_edit_new_move (ranked[i].item, i));
    }

  return group;
}
