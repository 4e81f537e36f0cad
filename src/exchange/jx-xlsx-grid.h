/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"

G_BEGIN_DECLS

/* A sheet's cells and merged areas, made into paragraphs and tables. Rows and columns count from 1. */

/* @beside: a cell with a look of its own but nothing in it stands right of it: it is part of a table. */
typedef struct
{
  guint row;
  guint column;
  const char *text;
  gboolean beside;
} JxXlsxCell;

typedef struct
{
  guint row, column;
  guint last_row, last_column;
} JxXlsxArea;

/**
 * jx_xlsx_grid_hand_over:
 * @cells: (element-type JxXlsxCell): those that hold something; gets sorted
 * @areas: (element-type JxXlsxArea): merged; gets sorted
 * @room: how many more cells may be
 *
 * Returns: %FALSE if there are more
 */
gboolean jx_xlsx_grid_hand_over (GArray *cells, GArray *areas, JxSource *source, guint *room);

G_END_DECLS
