/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-read-xlsx.h"

#include "exchange/jx-xlsx-book.h"
#include "exchange/jx-xlsx-sheet.h"

/* No goal document comes near these. */
#define MAX_CELLS 1000000
#define MAX_TEXT_BYTES ((gsize) 32 * 1024 * 1024)

JxSource *
jx_read_xlsx (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JxZip) zip = NULL;
  g_autoptr (JxXlsxBook) book = NULL;
  g_autoptr (JxSource) source = NULL;
  JxXlsxRoom room = { MAX_CELLS, MAX_TEXT_BYTES };

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  zip = jx_zip_new (data, length, name, error);
  if (zip == NULL)
    return NULL;

  source = jx_source_new (NULL);
  book = jx_xlsx_book_new (zip, source, error);
  if (book == NULL)
    return NULL;
  for (guint i = 0; i < book->sheets->len; i++)
    if (!jx_xlsx_sheet_read (zip, book->sheets->pdata[i], book, source, &room, error))
      return NULL;

  return g_steal_pointer (&source);
}
