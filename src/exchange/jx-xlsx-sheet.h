/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"
#include "exchange/jx-xlsx-book.h"

G_BEGIN_DECLS

/**
 * JxXlsxRoom:
 *
 * How much more may be in all sheets together: cells, and what stands in them. A text that the
 * workbook holds once may stand in a million cells.
 */
typedef struct
{
  guint cells;
  gsize text_bytes;
} JxXlsxRoom;

/**
 * jx_xlsx_sheet_read:
 * @part: the sheet's
 * @room: (inout): gets less
 *
 * Adds what a sheet shows to @source: a row with one cell is a paragraph, other rows that follow one
 * another are a table. Lines are the sheet's rows.
 *
 * Returns: %FALSE with @error set
 */
gboolean jx_xlsx_sheet_read (JxZip *zip, const char *part, const JxXlsxBook *book, JxSource *source, JxXlsxRoom *room, GError **error);

G_END_DECLS
