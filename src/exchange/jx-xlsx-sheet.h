/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"
#include "exchange/jx-xlsx-book.h"

G_BEGIN_DECLS

/**
 * jx_xlsx_sheet_read:
 * @part: the sheet's
 * @room: how many more cells may be
 *
 * Adds what a sheet shows to @source: a row with one cell is a paragraph, other rows that follow one
 * another are a table. Lines are the sheet's rows.
 *
 * Returns: %FALSE with @error set
 */
gboolean jx_xlsx_sheet_read (JxZip *zip, const char *part, const JxXlsxBook *book, JxSource *source, guint *room, GError **error);

G_END_DECLS
