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

/** jx_xlsx_out_put_number: @format: (nullable): a number format; %NULL for one that shows @digits just as they are, e.g. 6.90. Returns: whether they are a number; if not, nothing is written. */
gboolean jx_xlsx_out_put_number (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, const char *digits, JxAlign align, const char *format);

/** jx_xlsx_out_put_head: a heading over a column, or a word beside a total. */
void jx_xlsx_out_put_head (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, const char *text);

/**
 * jx_xlsx_out_put_sum:
 * @first, @last, @of_column: of the cells that are added up
 * @sum_fen: what they come to, in 分, for programs that do not reckon
 * @format: (nullable): a number format; %NULL for one with all decimals
 *
 * Writes a formula.
 */
void jx_xlsx_out_put_sum (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, guint first, guint last, guint of_column, gint64 sum_fen,
                          const char *format);

/** jx_xlsx_read_number: @format: (out): (transfer full): a number format that shows @digits as they are. Returns: whether they are a number that a workbook keeps exactly. */
gboolean jx_xlsx_read_number (const char *digits, double *number, char **format);

/** jx_xlsx_measure: Returns: how high, in points, @text becomes when it is broken to @width, in columns' measure. */
double jx_xlsx_measure (const char *text, double width, double size_pt);

G_END_DECLS
