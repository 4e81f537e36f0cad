/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-sense.h"
#include "exchange/jx-source.h"

G_BEGIN_DECLS

/**
 * JxHeadedColumn:
 * @column: where it begins; @end: where the next one does
 * @term: it is of the list of the medium term, which stands left of the year's
 * @side: it only says what stands beside it
 */
typedef struct
{
  guint column;
  guint end;
  const char *heading;
  JxSense sense;
  gboolean term;
  gboolean side;
} JxHeadedColumn;

/** jx_headed_columns_read: Returns: (transfer full) (nullable) (element-type JxHeadedColumn): the columns of indicators that @row heads, %NULL if it does not. */
GArray *jx_headed_columns_read (const JxSource *source, const JxSourceRow *row);

/** jx_headed_columns_add_lower: Returns: whether @row is a second row of headings, whose columns were put in then. */
gboolean jx_headed_columns_add_lower (GArray *columns, const JxSource *source, const JxSourceRow *row);

/** jx_headed_columns_at: Returns: (nullable): the column over @column. */
const JxHeadedColumn *jx_headed_columns_at (const GArray *columns, guint column);

/** jx_headed_columns_get_term_field: Returns: what the indicators of the medium term have for @field, %JX_FIELD_NONE for nothing. */
JxField jx_headed_columns_get_term_field (JxField field);

G_END_DECLS
