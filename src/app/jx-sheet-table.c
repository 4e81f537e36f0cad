/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-table.h"

#include <glib/gi18n-lib.h>

#include "base/jx-error.h"
#include "form/jx-blank.h"
#include "model/jx-item-build.h"

static gboolean
is_row (const JxSheetTable *table, const JxItem *item)
{
  JxKind kind;

  if (item == NULL || jx_item_get_parent (item) != table->owner)
    return FALSE;

  kind = jx_item_get_kind (item);

  return kind == table->kind || kind == table->beside;
}

/* The one thing of @runs that can be written in. */
static const JxBlank *
get_only_blank (GArray *runs)
{
  const JxBlank *only = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const JxBlank *blank = &g_array_index (runs, JxRun, i).blank;

      if (!jx_blank_is_writable (blank))
        continue;
      if (only != NULL)
        return NULL;
      only = blank;
    }

  return only;
}

static guint
get_column (JxSheetTable *table, const JxFormPart *part)
{
  guint column;

  if (!jx_sheet_table_find_part (table, part, &column))
    {
      column = table->columns->len;
      g_ptr_array_add (table->columns, (gpointer) part);
    }

  return column;
}

static void
add_rows (JxSheetTable *table, const JxGrid *grid, guint *row_of)
{
  for (guint r = 0; r < grid->n_rows; r++)
    {
      JxItem *item = grid->row_item[r];

      if (is_row (table, item) && (r == 0 || grid->row_item[r - 1] != item))
        g_ptr_array_add (table->items, item);
      row_of[r] = table->items->len - 1;
    }
}

static void
add_columns (JxSheetTable *table, const JxGrid *grid)
{
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];
      const JxBlank *blank = is_row (table, grid->row_item[cell->row]) ? get_only_blank (cell->runs) : NULL;

      if (blank != NULL)
        get_column (table, blank->part);
    }
}

static void
set_blank (JxSheetTable *table, guint row, GArray *runs)
{
  const JxBlank *blank = get_only_blank (runs);

  if (blank != NULL)
    g_array_index (table->blanks, JxBlank, row * table->columns->len + get_column (table, blank->part)) = *blank;
}

static void
add_blanks (JxSheetTable *table, const JxGrid *grid, const guint *row_of)
{
  g_array_set_size (table->blanks, table->items->len * table->columns->len);
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const JxCell *cell = grid->cells->pdata[i];

      if (!is_row (table, grid->row_item[cell->row]))
        continue;
      set_blank (table, row_of[cell->row], cell->runs);
      for (guint m = 0; cell->merged && m < cell->merged->len; m++)
        set_blank (table, row_of[cell->row + (m + 1) * cell->node->rows], cell->merged->pdata[m]);
    }
}

JxSheetTable *
jx_sheet_table_new (const JxGrid *grid, JxItem *owner, JxKind kind, JxKind beside)
{
  JxSheetTable *table = g_new0 (JxSheetTable, 1);
  g_autofree guint *row_of = g_new (guint, grid->n_rows);

  table->owner = owner;
  table->kind = kind;
  table->beside = beside;
  table->items = g_ptr_array_new ();
  table->columns = g_ptr_array_new ();
  table->blanks = g_array_new (FALSE, TRUE, sizeof (JxBlank));
  add_rows (table, grid, row_of);
  add_columns (table, grid);
  add_blanks (table, grid, row_of);

  return table;
}

void
jx_sheet_table_free (JxSheetTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->items);
  g_ptr_array_unref (table->columns);
  g_array_unref (table->blanks);
  g_free (table);
}

gboolean
jx_sheet_table_find_item (const JxSheetTable *table, const JxItem *item, guint *row)
{
  return g_ptr_array_find (table->items, item, row);
}

gboolean
jx_sheet_table_find_part (const JxSheetTable *table, const JxFormPart *part, guint *column)
{
  return part != NULL && g_ptr_array_find (table->columns, part, column);
}

const JxBlank *
jx_sheet_table_get_blank (const JxSheetTable *table, guint row, guint column)
{
  return &g_array_index (table->blanks, JxBlank, row * table->columns->len + column);
}

/* "" where nothing can be written. */
static char *
dup_held (const JxSheetTable *table, guint row, guint column)
{
  const JxBlank *blank = jx_sheet_table_get_blank (table, row, column);

  return jx_blank_is_writable (blank) ? jx_blank_dup_value (blank) : g_strdup ("");
}

static gboolean
put (JxWriting *writing, const JxSheetTable *table, guint row, guint column, const char *text, GError **error)
{
  const JxBlank *blank = jx_sheet_table_get_blank (table, row, column);

  return !jx_blank_is_writable (blank) || jx_writing_put (writing, blank, text, error);
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
          g_autofree char *value = dup_held (table, r, c);
          guint span = 1;

          if (r > range->top && is_merged (r, c, data))
            span = 0;
          else
            while (r + span <= range->bottom && is_merged (r + span, c, data))
              span++;
          jx_clip_add (clip, value, span);
        }
    }

  return clip;
}

JxEdit *
jx_sheet_table_clear (const JxSheetTable *table, const JxSheetRange *range, GError **error)
{
  g_autoptr (JxWriting) writing = jx_writing_new ();

  for (guint r = range->top; r <= range->bottom; r++)
    for (guint c = range->left; c <= range->right; c++)
      if (!put (writing, table, r, c, "", error))
        return NULL;

  return jx_writing_finish (writing, error);
}

JxEdit *
jx_sheet_table_fill_down (const JxSheetTable *table, const JxSheetRange *range, GError **error)
{
  g_autoptr (JxWriting) writing = jx_writing_new ();

  for (guint c = range->left; c <= range->right; c++)
    {
      g_autofree char *value = dup_held (table, range->top, c);

      for (guint r = range->top + 1; r <= range->bottom; r++)
        if (!put (writing, table, r, c, value, error))
          return NULL;
    }

  return jx_writing_finish (writing, error);
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
  guint rows = jx_clip_count_rows (clip), columns = jx_clip_count_columns (clip), room = table->columns->len - range->left;

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

void
jx_sheet_table_init_groups (JxItem *item, const JxItem *neighbour)
{
  static const char *const groups[] = { "level1", "level2" };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      JxField own = jx_field_find (jx_item_get_kind (item), groups[i]), other = jx_field_find (jx_item_get_kind (neighbour), groups[i]);

      if (own != JX_FIELD_NONE && other != JX_FIELD_NONE)
        jx_item_init (item, own, jx_item_get (neighbour, other));
    }
}

/* The rows being added: of each list the item of the row in hand, and that before it. */
typedef struct
{
  const JxSheetTable *table;
  JxWriting *writing;
  guint row;
  JxItem *items[JX_N_KINDS];
  const JxItem *before[JX_N_KINDS];
} Adding;

static void
begin_row (Adding *adding, guint row)
{
  if (row == adding->row)
    return;

  adding->row = row;
  for (JxKind kind = 0; kind < JX_N_KINDS; kind++)
    {
      if (adding->items[kind] != NULL)
        adding->before[kind] = adding->items[kind];
      adding->items[kind] = NULL;
    }
}

/* A new row belongs to the same groups as the row before it. */
static JxItem *
get_added (Adding *adding, JxKind kind)
{
  JxItem *owner = adding->table->owner;
  guint count = jx_item_count (owner, kind);
  const JxItem *before = adding->before[kind] != NULL ? adding->before[kind] : count > 0 ? jx_item_child (owner, kind, count - 1) : NULL;

  if (adding->items[kind] != NULL)
    return adding->items[kind];

  adding->items[kind] = jx_item_new (jx_item_get_document (owner), kind);
  if (before != NULL)
    jx_sheet_table_init_groups (adding->items[kind], before);
  jx_writing_insert (adding->writing, owner, adding->items[kind]);

  return adding->items[kind];
}

static gboolean
put_added (Adding *adding, guint column, const char *text, GError **error)
{
  const JxFormPart *part = adding->table->columns->pdata[column];
  JxBlank blank = { .part = part, .field = part->field };

  if (part->kind != adding->table->kind && part->kind != adding->table->beside)
    return TRUE;

  blank.item = get_added (adding, part->kind);

  return jx_writing_put (adding->writing, &blank, text, error);
}

static gboolean
paste_cell (Adding *adding, const JxSheetRange *range, const JxClip *clip, guint row, guint column, GError **error)
{
  gboolean is_one = jx_clip_count_rows (clip) == 1 && jx_clip_count_columns (clip) == 1;
  const char *text = jx_clip_get (clip, is_one ? 0 : row - range->top, is_one ? 0 : column - range->left);
  g_autoptr (GError) fault = NULL;
  gboolean done;

  begin_row (adding, row);
  done = row < adding->table->items->len ? put (adding->writing, adding->table, row, column, text, &fault) : put_added (adding, column, text, &fault);
  if (!done)
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("Nothing was pasted: in row %u, %s"), row + 1, fault->message);

  return done;
}

JxEdit *
jx_sheet_table_paste (const JxSheetTable *table, JxSheetRange *range, const JxClip *clip, GError **error)
{
  g_autoptr (JxWriting) writing = jx_writing_new ();
  g_autoptr (GError) fault = NULL;
  JxSheetRange target = *range;
  Adding adding = { .table = table, .writing = writing, .row = G_MAXUINT };
  JxEdit *group;

  if (!find_target (table, &target, clip, error))
    return NULL;

  for (guint r = target.top; r <= target.bottom; r++)
    for (guint c = target.left; c <= target.right; c++)
      if (!paste_cell (&adding, &target, clip, r, c, error))
        return NULL;
  group = jx_writing_finish (writing, &fault);
  if (group == NULL)
    g_set_error (error, JX_ERROR, JX_ERROR_VALUE, _("Nothing was pasted: %s"), fault->message);
  else
    *range = target;

  return group;
}
