/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-list-columns.h"
#include "exchange/jx-recognise-list.h"

G_BEGIN_DECLS

/* What jx-recognise-list.c and jx-list-indicator.c share. */

struct _JxList
{
  JxTaker *taker;
  GPtrArray *candidates;
  const JxSource *source;
  GArray *columns; /* (element-type JxListColumn) */
  guint first_block;
  guint heading;   /* of the first block: the row of the headings */
  guint first_row; /* behind them */
  guint width;
  gboolean has_indicators;
  gboolean unit_told;
  JxItem *project;
  JxItem *indicator; /* the last one */
  const JxSourceCell *level1; /* (nullable): said in a row of its own above the next indicators */
  const JxSourceCell *level2;
  const JxSourceCell *body;   /* (nullable): the unit whose name stands in a row of its own above its projects */
  const char *goals; /* taken already */
  const JxSourceCell **cells; /* of the row at hand, by column */
};

/** jx_list_get_column: Returns: (transfer none): column @index, which there is. */
static inline const JxListColumn *
jx_list_get_column (const JxList *list, guint index)
{
  return &g_array_index (list->columns, JxListColumn, index);
}

/** jx_list_get_text: Returns: what stands in column @index of the row at hand, "" for nothing. */
static inline const char *
jx_list_get_text (const JxList *list, guint index)
{
  return list->cells[index] != NULL ? list->cells[index]->text : "";
}

/** jx_list_is_of_indicator: Returns: whether @column tells of indicators, not of projects. */
static inline gboolean
jx_list_is_of_indicator (const JxListColumn *column)
{
  return column->part != JX_TARGET_PART_NONE || (column->slot != NULL && column->slot->each == JX_KIND_INDICATOR);
}

/** jx_list_note_levels: @n_words: cells with words in the row at hand. Returns: whether it has nothing but levels, which it says of the rows below. */
gboolean jx_list_note_levels (JxList *list, guint n_words);

/** jx_list_take_indicator: takes the indicator of the row at hand, if it has one. */
void jx_list_take_indicator (JxList *list);

G_END_DECLS
