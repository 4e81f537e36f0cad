/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-flat-lines.h"

G_BEGIN_DECLS

/* The headings of a list in a flat text, and what may stand below them. */

#define JX_FLAT_COLUMNS 32
/* Dearer than anything. */
#define JX_FLAT_NEVER (G_MAXINT / 4)

typedef enum
{
  JX_CELL_SIDE, /* stands once beside all rows */
  JX_CELL_LEVEL1,
  JX_CELL_LEVEL2,
  JX_CELL_NAME,
  JX_CELL_TARGET,
  JX_CELL_SIGN,
  JX_CELL_UNIT,
  JX_CELL_FIGURE, /* a weight, a score */
  JX_CELL_AMOUNT,
  JX_CELL_TICK,
  JX_CELL_VALUE,  /* what was done */
  JX_CELL_MERGED, /* a text of the project: it stands once over its rows */
  JX_CELL_TEXT,
} JxCellType;

/** JxFlatColumn: @column: (nullable): what its heading says. */
typedef struct
{
  const char *heading;
  guint line;
  JxCellType type;
  const JxSense *column; /* (nullable) */
} JxFlatColumn;

/** JxFlatHeading: the headings of a list, which stand one behind the other. */
typedef struct
{
  JxFlatColumn columns[JX_FLAT_COLUMNS];
  guint n;
  gboolean has_name;
  gboolean has_value;
  gboolean of_projects;
  guint n_met;
} JxFlatHeading;

/** jx_flat_heading_read: Returns: the line behind the headings that begin with line @first; @first where none do. */
guint jx_flat_heading_read (const GArray *lines, guint first, JxFlatHeading *heading);

/** jx_flat_cost_of_blank: Returns: how badly a line without words fits into a cell. */
int jx_flat_cost_of_blank (JxCellType type);
/** jx_flat_cost_of_line: Returns: how badly @text does. */
int jx_flat_cost_of_line (JxCellType type, const char *text);
/** jx_flat_cost_to_extend: Returns: how dear it is that @text is one more line of the cell. */
int jx_flat_cost_to_extend (JxCellType type, const char *text);
/** jx_flat_cost_to_miss: Returns: how dear it is that there is no line for the cell. */
int jx_flat_cost_to_miss (JxCellType type);

G_END_DECLS
