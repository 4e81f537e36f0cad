/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-clip.h"
#include "form/jx-layout.h"
#include "model/jx-edit.h"

G_BEGIN_DECLS

/**
 * JxSheetTable:
 * @owner: holder of the list the rows stand for
 * @kind: of the items of the list
 * @items: (element-type JxItem): a row each
 * @fields: (element-type JxField): a column each
 *
 * A table that grows, seen as a spreadsheet: rows are items, columns are fields, and merged cells
 * are many. What is done with several of its cells at once is made into one edit here.
 */
typedef struct
{
  JxItem *owner;
  JxKind kind;
  GPtrArray *items;
  GArray *fields;
} JxSheetTable;

/** JxSheetRange: a rectangle of cells, ends included. */
typedef struct
{
  guint top, left, bottom, right;
} JxSheetRange;

/** jx_sheet_table_new: Returns: (transfer full): the rows of @grid that stand for items of the list of @kind in @owner. */
JxSheetTable *jx_sheet_table_new (const JxGrid *grid, JxItem *owner, JxKind kind);
void jx_sheet_table_free (JxSheetTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSheetTable, jx_sheet_table_free)

/** jx_sheet_table_find_item: Returns: whether @item has a row, @row (out). */
gboolean jx_sheet_table_find_item (const JxSheetTable *table, const JxItem *item, guint *row);
/** jx_sheet_table_find_field: Returns: whether @field has a column, @column (out). */
gboolean jx_sheet_table_find_field (const JxSheetTable *table, JxField field, guint *column);
JxField jx_sheet_table_get_field (const JxSheetTable *table, guint column);

/** jx_sheet_table_copy: @is_merged: whether the cell at a place is one with that above it. Returns: (transfer full): what stands in @range. */
typedef gboolean (*JxSheetMerged) (guint row, guint column, gpointer data);
JxClip *jx_sheet_table_copy (const JxSheetTable *table, const JxSheetRange *range, JxSheetMerged is_merged, gpointer data);

/* All of these give a group, empty where everything is so already; nothing is changed before it is applied. */

/** jx_sheet_table_clear: Returns: (transfer full). */
JxEdit *jx_sheet_table_clear (const JxSheetTable *table, const JxSheetRange *range);
/** jx_sheet_table_fill_down: gives every row of @range what its first holds. Returns: (transfer full). */
JxEdit *jx_sheet_table_fill_down (const JxSheetTable *table, const JxSheetRange *range);
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
/** jx_sheet_table_sort: @rank: where a row belongs. Returns: (transfer full): moves; rows of one rank stay in their order. */
typedef guint (*JxSheetRank) (const JxItem *item, gpointer data);
JxEdit *jx_sheet_table_sort (const JxSheetTable *table, JxSheetRank rank, gpointer data);

G_END_DECLS
