/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-candidate.h"

G_BEGIN_DECLS

/* A table that is a list of projects: a row each, or a row for each of their indicators, under headings
 * that are the labels of a form. */

/**
 * JxListColumn:
 * @column, @columns: where it stands in the source's table
 * @reach: where its topmost heading ends
 * @above: (nullable): that heading, where there is another below it
 * @heading: its words
 * @slot: (nullable): what is filled from it, of @candidate
 * @part: of a column of signs or units
 * @amount_unit: (nullable): the unit its heading gives
 * @counts: it numbers the rows, or is worked out of other columns
 * @month: up to which its amounts are, as its heading says; 0: it does not
 */
typedef struct
{
  guint column;
  guint columns;
  guint reach;
  const char *heading;
  const char *above;
  const JxSlot *slot;
  const JxCandidate *candidate;
  JxTargetPart part;
  const char *amount_unit;
  gboolean counts;
  guint month;
} JxListColumn;

/**
 * jx_list_columns_find:
 * @begin, @end: (out): the rows of the headings, counted from the table's first
 *
 * Returns: (transfer full) (nullable) (element-type JxListColumn): the columns of @block, a table, if it
 *   is such a list; texts live as long as @source
 */
GArray *jx_list_columns_find (GPtrArray *candidates, const JxSource *source, const JxSourceBlock *block, guint *begin, guint *end);

/** jx_list_columns_is_row_of_values: Returns: whether row @index is one below headings: no row of labels. One value may be a label's word. */
gboolean jx_list_columns_is_row_of_values (GPtrArray *candidates, const JxSource *source, guint index);

/** jx_list_columns_get_field: Returns: (nullable): the column that holds @field. */
const JxListColumn *jx_list_columns_get_field (const GArray *columns, JxField field);

G_END_DECLS
