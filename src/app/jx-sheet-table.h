/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-clip.h"
#include "form/jx-writing.h"

G_BEGIN_DECLS

/**
 * JxSheetTable:
 * @owner: holder of the list the rows stand for
 * @kind: of the items of the list
 * @beside: of those of the list beside it; %JX_N_KINDS for none
 * @items: (element-type JxItem): what each row stands for (#JxGrid)
 * @columns: (element-type JxFormPart): what each column shows
 *
 * A table that grows, seen as a spreadsheet: rows are items, columns are what the form shows of them,
 * and merged cells are many. What is done with several of its cells at once is made into one edit here.
 */
typedef struct
{
  JxItem *owner;
  JxKind kind;
  JxKind beside;
  GPtrArray *items;
  GPtrArray *columns;
  GArray *blanks; /* (element-type JxBlank): row by row */
} JxSheetTable;

/** JxSheetRange: a rectangle of cells, ends included. */
typedef struct
{
  guint top, left, bottom, right;
} JxSheetRange;

/** jx_sheet_table_new: Returns: (transfer full): the rows of @grid that stand for items of the lists of @kind and @beside in @owner. */
JxSheetTable *jx_sheet_table_new (const JxGrid *grid, JxItem *owner, JxKind kind, JxKind beside);
void jx_sheet_table_free (JxSheetTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSheetTable, jx_sheet_table_free)

/** jx_sheet_table_find_item: Returns: whether @item has a row, @row (out). */
gboolean jx_sheet_table_find_item (const JxSheetTable *table, const JxItem *item, guint *row);
/** jx_sheet_table_find_part: Returns: whether @part has a column, @column (out). */
gboolean jx_sheet_table_find_part (const JxSheetTable *table, const JxFormPart *part, guint *column);
const JxBlank *jx_sheet_table_get_blank (const JxSheetTable *table, guint row, guint column);

/** jx_sheet_table_copy: @is_merged: whether the cell at a place is one with that above it. Returns: (transfer full): what stands in @range. */
typedef gboolean (*JxSheetMerged) (guint row, guint column, gpointer data);
JxClip *jx_sheet_table_copy (const JxSheetTable *table, const JxSheetRange *range, JxSheetMerged is_merged, gpointer data);

/** jx_sheet_table_init_groups: gives @item, new, the groups of @neighbour, of this or the other list. */
void jx_sheet_table_init_groups (JxItem *item, const JxItem *neighbour);

/* All of these give a group, empty where everything is so already; nothing is changed before it is applied. */

/** jx_sheet_table_clear: Returns: (transfer full) (nullable). */
JxEdit *jx_sheet_table_clear (const JxSheetTable *table, const JxSheetRange *range, GError **error);
/** jx_sheet_table_fill_down: gives every row of @range what its first holds. Returns: (transfer full) (nullable). */
JxEdit *jx_sheet_table_fill_down (const JxSheetTable *table, const JxSheetRange *range, GError **error);
/**
 * jx_sheet_table_paste:
 * @range: (inout): from its upper left cell on; one single cell fills all of it. Then where it was put.
 * @error: %JX_ERROR_VALUE: which cell does not fit, or that there are too many; nothing is pasted then
 *
 * Rows that are missing are appended, each to the groups of the row before.
 *
 * Returns: (transfer full) (nullable)
 */
JxEdit *jx_sheet_table_paste (const JxSheetTable *table, JxSheetRange *range, const JxClip *clip, GError **error);
G_END_DECLS
