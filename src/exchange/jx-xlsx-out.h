/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "form/jx-layout.h"

G_BEGIN_DECLS

/**
 * JxXlsxOut:
 *
 * A workbook while it is written.
 * @too_large: something did not fit into it
 */
typedef struct
{
  lxw_workbook *workbook;
  GHashTable *looks; /* cells' looks by what they are made of */
  GHashTable *names; /* of sheets, case folded */
  gboolean too_large;
} JxXlsxOut;

/** jx_xlsx_out_init: @path: of a file that nobody needs; @form, @subject: what is to be written, for what the file tells about itself. */
void jx_xlsx_out_init (JxXlsxOut *out, const char *path, const JxForm *form, JxItem *subject);
/** jx_xlsx_out_finish: writes the file. Returns: whether all of it is there. */
gboolean jx_xlsx_out_finish (JxXlsxOut *out);

/** jx_xlsx_out_add_sheet: @name: becomes one that Excel takes and that is not there yet. */
lxw_worksheet *jx_xlsx_out_add_sheet (JxXlsxOut *out, const char *name);
/** jx_xlsx_out_set_digest: says that @sheet only repeats what others hold: it is not imported again. */
void jx_xlsx_out_set_digest (JxXlsxOut *out, lxw_worksheet *sheet);

/**
 * jx_xlsx_out_look:
 * @style: (nullable): its type face; without one that of tables
 * @number: (nullable): a number format
 *
 * Returns: (transfer none): how a cell looks
 */
lxw_format *jx_xlsx_out_look (JxXlsxOut *out, const JxStyle *style, JxAlign align, gboolean frame, gboolean bold, const char *number);

/** jx_xlsx_out_put: @text: (nullable): into the cells from @row, @column on, merged where it is more than one. */
void jx_xlsx_out_put (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, guint rows, guint columns, const char *text, lxw_format *look);

/** jx_xlsx_amount_look: Returns: (transfer full): the number format that shows an amount with at least two decimals and all it has. */
char *jx_xlsx_amount_look (gint64 amount_fen);

G_END_DECLS
