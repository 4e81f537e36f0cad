/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-source.h"
#include "exchange/jx-zip.h"

G_BEGIN_DECLS

/**
 * JxXlsxBook:
 *
 * What the sheets of a workbook share.
 * @strings: (element-type utf8): kept by the source
 * @formats: (element-type utf8): the number formats of the cells' styles, %NULL for general
 * @sheets: (element-type utf8): the parts of those to be read, in their order
 */
typedef struct
{
  GPtrArray *strings;
  GPtrArray *formats;
  GPtrArray *sheets;
  gboolean from_1904;
} JxXlsxBook;

/**
 * JX_XLSX_DIGEST_NAME:
 *
 * A name that is defined on the sheets of our own workbooks that only repeat in short what the
 * others hold: those are not read.
 */
#define JX_XLSX_DIGEST_NAME "jixiao_digest"

/** jx_xlsx_book_new: @source: keeps the strings. Returns: (transfer full) (nullable): %NULL with @error set. */
JxXlsxBook *jx_xlsx_book_new (JxZip *zip, JxSource *source, GError **error);
void jx_xlsx_book_free (JxXlsxBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxXlsxBook, jx_xlsx_book_free)

/** jx_xlsx_unescape: carriage returns off, _x000A_ and the like as they are meant. */
void jx_xlsx_unescape (GString *text);

G_END_DECLS
