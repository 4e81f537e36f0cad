/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-parts.h"
#include "exchange/jx-sax.h"
#include "exchange/jx-xlsx-number.h"

/* No goal document comes near any of these. */
#define MAX_TEXT_BYTES ((gsize) 64 * 1024 * 1024)
#define MAX_STRINGS 1000000
#define MAX_SHEETS 2000
#define MAX_FORMATS 65536

typedef struct
{
  JxXlsxBook *book;
  JxSource *source;
  GString *text;
  gsize n_kept;
  gboolean in_text;
  gboolean in_reading; /* how it is pronounced */
  gboolean in_cell_styles;
  GHashTable *custom;  /* number formats by id */
  GHashTable *parts;   /* by the workbook's names for them */
  GHashTable *digests; /* places of sheets that are not read */
  GPtrArray *all;      /* parts of all sheets, "" for hidden ones */
} Reading;

static void
ignore_end_cb (JxSax *sax, int element, gpointer user_data)
{
}

static void
ignore_text_cb (JxSax *sax, const char *text, gsize length, gpointer user_data)
{
}

static void
refuse (JxSax *sax)
{
  jx_sax_refuse (sax, JX_ERROR_LIMIT, _("The workbook is larger than any goal document; choose another, or save the sheets you need on their own"));
}

void
jx_xlsx_unescape (GString *text)
{
  char *out = text->str;

  for (const char *p = text->str; *p != '\0';)
    {
      guint code = 0;
      int n = 0;

      if (g_str_has_prefix (p, "_x"))
        for (n = 0; n < 4 && g_ascii_isxdigit (p[2 + n]); n++)
          code = code * 16 + (guint) g_ascii_xdigit_value (p[2 + n]);
      if (n == 4 && p[6] == '_' && (code == 9 || code == 10 || code == 13 || code == 0x5F))
        {
          if (code != 13)
            *out++ = (char) code;
          p += 7;
        }
      else if (*p == '\r')
        p++;
      else
        *out++ = *p++;
    }
  g_string_truncate (text, (gsize) (out - text->str));
}

enum { SI, T, RPH };

static void
strings_start_cb (JxSax *sax, int element, gpointer user_data)
{
  Reading *reading = user_data;

  if (element == SI)
    g_string_truncate (reading->text, 0);
  else if (element == RPH)
    reading->in_reading = TRUE;
  reading->in_text = element == T && !reading->in_reading;
}

static void
strings_end_cb (JxSax *sax, int element, gpointer user_data)
{
  Reading *reading = user_data;

  reading->in_text = FALSE;
  if (element == RPH)
    reading->in_reading = FALSE;
  if (element != SI)
    return;

  jx_xlsx_unescape (reading->text);
  reading->n_kept += reading->text->len;
  if (reading->n_kept > MAX_TEXT_BYTES || reading->book->strings->len >= MAX_STRINGS)
    refuse (sax);
  else
    g_ptr_array_add (reading->book->strings, (gpointer) jx_source_keep (reading->source, reading->text->str, (gssize) reading->text->len));
}

static void
strings_text_cb (JxSax *sax, const char *text, gsize length, gpointer user_data)
{
  Reading *reading = user_data;

  if (reading->in_text && reading->text->len + length <= MAX_TEXT_BYTES)
    g_string_append_len (reading->text, text, (gssize) length);
}

enum { NUM_FMT, CELL_XFS, XF };

static void
add_format (Reading *reading, int id)
{
  const char *code = g_hash_table_lookup (reading->custom, GINT_TO_POINTER (id));

  if (code == NULL)
    code = jx_xlsx_find_format (id);
  g_ptr_array_add (reading->book->formats, g_strdup (code));
}

static void
styles_start_cb (JxSax *sax, int element, gpointer user_data)
{
  Reading *reading = user_data;

  if (element == NUM_FMT && g_hash_table_size (reading->custom) < MAX_FORMATS)
    g_hash_table_replace (reading->custom, GINT_TO_POINTER (jx_sax_get_number (sax, "numFmtId", 0)), jx_sax_dup (sax, "formatCode"));
  else if (element == CELL_XFS)
    reading->in_cell_styles = TRUE;
  else if (element == XF && reading->in_cell_styles && reading->book->formats->len < MAX_FORMATS)
    add_format (reading, jx_sax_get_number (sax, "numFmtId", 0));
}

static void
styles_end_cb (JxSax *sax, int element, gpointer user_data)
{
  if (element == CELL_XFS)
    ((Reading *) user_data)->in_cell_styles = FALSE;
}

enum { WORKBOOK_PR, SHEET, DEFINED_NAME };

static void
book_start_cb (JxSax *sax, int element, gpointer user_data)
{
  Reading *reading = user_data;

  if (element == WORKBOOK_PR)
    reading->book->from_1904 = jx_sax_is (sax, "date1904", "1") || jx_sax_is (sax, "date1904", "true");
  else if (element == SHEET && reading->all->len >= MAX_SHEETS)
    refuse (sax);
  else if (element == SHEET)
    {
      g_autofree char *id = jx_sax_dup (sax, "id");
      const char *part = id != NULL ? g_hash_table_lookup (reading->parts, id) : NULL;
      gboolean hidden = jx_sax_is (sax, "state", "hidden") || jx_sax_is (sax, "state", "veryHidden");

      g_ptr_array_add (reading->all, g_strdup (part != NULL && !hidden ? part : ""));
    }
  else if (element == DEFINED_NAME && jx_sax_is (sax, "name", JX_XLSX_DIGEST_NAME))
    g_hash_table_add (reading->digests, GINT_TO_POINTER (jx_sax_get_number (sax, "localSheetId", -1)));
}

static gboolean
read_strings (Reading *reading, JxZip *zip, const char *book, GError **error)
{
  static const char * const names[] = { "s:si", "s:t", "s:rPh", NULL };
  static const JxSaxHandler handler = { names, strings_start_cb, strings_end_cb, strings_text_cb };
  g_autofree char *part = NULL;

  return jx_parts_find (zip, book, "sharedStrings", &part, error)
         && (part == NULL || jx_sax_read (zip, part, &handler, reading, error));
}

static gboolean
read_styles (Reading *reading, JxZip *zip, const char *book, GError **error)
{
  static const char * const names[] = { "s:numFmt", "s:cellXfs", "s:xf", NULL };
  static const JxSaxHandler handler = { names, styles_start_cb, styles_end_cb, ignore_text_cb };
  g_autofree char *part = NULL;

  return jx_parts_find (zip, book, "styles", &part, error)
         && (part == NULL || jx_sax_read (zip, part, &handler, reading, error));
}

static gboolean
read_book (Reading *reading, JxZip *zip, const char *book, GError **error)
{
  static const char * const names[] = { "s:workbookPr", "s:sheet", "s:definedName", NULL };
  static const JxSaxHandler handler = { names, book_start_cb, ignore_end_cb, ignore_text_cb };
  g_autoptr (GHashTable) parts = jx_parts_list (zip, book, error);

  reading->parts = parts;
  if (parts == NULL || !jx_sax_read (zip, book, &handler, reading, error))
    return FALSE;

  for (guint i = 0; i < reading->all->len; i++)
    if (*(const char *) reading->all->pdata[i] != '\0' && !g_hash_table_contains (reading->digests, GINT_TO_POINTER ((int) i)))
      g_ptr_array_add (reading->book->sheets, g_strdup (reading->all->pdata[i]));

  return TRUE;
}

JxXlsxBook *
jx_xlsx_book_new (JxZip *zip, JxSource *source, GError **error)
{
  g_autoptr (JxXlsxBook) book = g_new0 (JxXlsxBook, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) custom = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) digests = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *part = NULL;
  Reading reading = { .book = book, .source = source, .text = text, .custom = custom, .digests = digests, .all = all };

  book->strings = g_ptr_array_new ();
  book->formats = g_ptr_array_new_with_free_func (g_free);
  book->sheets = g_ptr_array_new_with_free_func (g_free);

  if (!jx_parts_find (zip, "", "officeDocument", &part, error))
    return NULL;
  if (part == NULL)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, jx_zip_get_name (zip), 0, _("The file is damaged or was cut short; ask for it to be sent again"));
      return NULL;
    }
  if (!read_book (&reading, zip, part, error) || !read_styles (&reading, zip, part, error) || !read_strings (&reading, zip, part, error))
    return NULL;

  return g_steal_pointer (&book);
}

void
jx_xlsx_book_free (JxXlsxBook *book)
{
  g_ptr_array_unref (book->strings);
  g_ptr_array_unref (book->formats);
  g_ptr_array_unref (book->sheets);
  g_free (book);
}
