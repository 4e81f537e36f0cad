/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-out.h"

#include <string.h>

#include "base/jx-amount.h"
#include "exchange/jx-read-lines.h"
#include "exchange/jx-xlsx-book.h"
#include "form/jx-face-names.h"
#include "model/jx-document.h"

/* What Excel allows. */
#define MAX_NAME 31
#define MAX_TEXT 32767
#define MAX_HEIGHT_PT 409.0
#define HEAD_COLOR 0xECEFF3
/* No more digits are exact in a workbook. */
#define MAX_DIGITS 15
/* Between lines, and above and below them. */
#define LINE_PT 1.4
#define ROOM_PT 6.0

/* _x000D_ is how Excel writes a carriage return; who writes it in so many letters must be told from that. */
static gboolean
looks_like_code (const char *p)
{
  return strlen (p) >= 7 && p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3])
         && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_';
}

/* XML has no room for some characters. */
static char *
dup_clean (const char *text)
{
  g_autoptr (GString) clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (looks_like_code (p))
        g_string_append (clean, "_x005F");
      g_string_append_unichar (clean, (c < ' ' && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
    }

  return g_strdup (clean->str);
}

void
jx_xlsx_out_init (JxXlsxOut *out, const char *path, const JxForm *form, JxItem *subject)
{
  JxDocument *document = jx_item_get_document (subject);
  const char *unit = jx_item_get (jx_document_get_root (document), JX_FIELD_UNIT_NAME);
  g_autofree char *title = jx_layout_dup_title (form, subject);
  g_autofree char *author = dup_clean (unit != NULL ? unit : "");
  g_autofree char *clean_title = dup_clean (title);
  g_autoptr (GDateTime) made = jx_document_get_file_date (document);
  lxw_doc_properties properties = { .title = clean_title, .subject = (char *) jx_form_get_title (form), .author = author };

  *out = (JxXlsxOut) { .workbook = workbook_new (path) };
  out->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  out->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  properties.created = (time_t) g_date_time_to_unix (made);
  workbook_set_properties (out->workbook, &properties);
}

gboolean
jx_xlsx_out_finish (JxXlsxOut *out)
{
  lxw_error result = workbook_close (out->workbook);

  g_hash_table_unref (out->looks);
  g_hash_table_unref (out->names);

  return result == LXW_NO_ERROR && !out->too_large;
}

/* Without the signs that Excel does not take; characters outside of the first plane count twice. */
static char *
dup_name (const char *name, guint most)
{
  g_autoptr (GString) legal = g_string_new (NULL);
  guint n = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < ' ' || (c < 0x80 && strchr ("[]:*?/\\'", (char) c) != NULL))
        continue;
      n += c > 0xFFFF ? 2 : 1;
      if (n > most)
        break;
      g_string_append_unichar (legal, c);
    }

  return g_strdup (g_strstrip (legal->str));
}

lxw_worksheet *
jx_xlsx_out_add_sheet (JxXlsxOut *out, const char *name)
{
  g_autofree char *legal = dup_name (name, MAX_NAME);
  lxw_worksheet *sheet;

  for (guint i = 2;; i++)
    {
      g_autofree char *folded = g_utf8_casefold (legal, -1);
      g_autofree char *tail = g_strdup_printf (" %u", i);
      g_autofree char *head = NULL;

      if (*legal != '\0' && g_hash_table_add (out->names, g_steal_pointer (&folded)))
        break;
      head = dup_name (name, MAX_NAME - (guint) strlen (tail));
      g_free (legal);
      legal = g_strconcat (head, *head != '\0' ? tail : tail + 1, NULL);
    }

  sheet = workbook_add_worksheet (out->workbook, legal);
  if (sheet == NULL)
    {
      out->too_large = TRUE;
      sheet = workbook_add_worksheet (out->workbook, NULL);
    }
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);

  return sheet;
}

void
jx_xlsx_out_set_digest (JxXlsxOut *out, lxw_worksheet *sheet)
{
  g_autofree char *name = g_strdup_printf ("'%s'!" JX_XLSX_DIGEST_NAME, sheet->name);
  g_autofree char *place = g_strdup_printf ("='%s'!$A$1", sheet->name);

  workbook_define_name (out->workbook, name, place);
}

static lxw_format *
make_look (JxXlsxOut *out, const JxStyle *style, JxAlign align, gboolean frame, gboolean bold, const char *number)
{
  lxw_format *look = workbook_add_format (out->workbook);

  format_set_font_name (look, jx_face_names_get (style != NULL ? style->face : "fangsong")->name);
  format_set_font_size (look, style != NULL ? style->size_pt : 10.5);
  format_set_text_wrap (look);
  format_set_align (look, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align (look, align == JX_ALIGN_CENTER ? LXW_ALIGN_CENTER : align == JX_ALIGN_END ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  if (frame)
    format_set_border (look, LXW_BORDER_THIN);
  if (bold || (style != NULL && style->bold))
    format_set_bold (look);
  if (bold)
    format_set_bg_color (look, HEAD_COLOR);
  if (number != NULL)
    format_set_num_format (look, number);

  return look;
}

lxw_format *
jx_xlsx_out_look (JxXlsxOut *out, const JxStyle *style, JxAlign align, gboolean frame, gboolean bold, const char *number)
{
  g_autofree char *key = g_strdup_printf ("%p %d %d %d %s", (const void *) style, (int) align, frame, bold, number != NULL ? number : "");
  lxw_format *look = g_hash_table_lookup (out->looks, key);

  if (look == NULL)
    {
      look = make_look (out, style, align, frame, bold, number);
      g_hash_table_insert (out->looks, g_steal_pointer (&key), look);
    }

  return look;
}

void
jx_xlsx_out_put (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, guint rows, guint columns, const char *text, lxw_format *look)
{
  g_autofree char *clean = dup_clean (text != NULL ? text : "");
  lxw_col_t first = (lxw_col_t) column;
  lxw_error result;

  if (g_utf8_strlen (clean, -1) > MAX_TEXT)
    {
      out->too_large = TRUE;
      return;
    }

  if (rows > 1 || columns > 1)
    result = worksheet_merge_range (sheet, row, first, row + rows - 1, (lxw_col_t) (column + columns - 1), clean, look);
  else if (*clean == '\0')
    result = worksheet_write_blank (sheet, row, first, look);
  else
    result = worksheet_write_string (sheet, row, first, clean, look);
  out->too_large |= result != LXW_NO_ERROR;
}

gboolean
jx_xlsx_read_number (const char *digits, double *number, char **format)
{
  static const char numerals[] = "0123456789";
  gsize n_whole = strspn (digits, numerals);
  gsize n_decimals = digits[n_whole] == '.' ? strspn (digits + n_whole + 1, numerals) : 0;
  gsize length = n_whole + (n_decimals > 0 ? n_decimals + 1 : 0);
  g_autofree char *noughts = NULL;

  if (n_whole == 0 || digits[length] != '\0' || length > MAX_DIGITS || (digits[0] == '0' && n_whole > 1))
    return FALSE;

  noughts = g_strnfill (n_decimals, '0');
  *number = g_ascii_strtod (digits, NULL);
  *format = g_strconcat ("0", n_decimals > 0 ? "." : "", noughts, NULL);

  return TRUE;
}

gboolean
jx_xlsx_out_put_number (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, const char *digits, JxAlign align, const char *format)
{
  g_autofree char *own = NULL;
  double number;

  if (!jx_xlsx_read_number (digits, &number, &own))
    return FALSE;

  worksheet_write_number (sheet, row, (lxw_col_t) column, number, jx_xlsx_out_look (out, NULL, align, TRUE, FALSE, format != NULL ? format : own));

  return TRUE;
}

double
jx_xlsx_measure (const char *text, double width, double size_pt)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double room = MAX (width * 10.5 / size_pt - 2, 2);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += 1 + (guint) (jx_text_columns (lines[i], -1) / room);

  return MIN (MAX (n, 1) * size_pt * LINE_PT + ROOM_PT, MAX_HEIGHT_PT);
}

void
jx_xlsx_out_put_head (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, const char *text)
{
  jx_xlsx_out_put (out, sheet, row, column, 1, 1, text, jx_xlsx_out_look (out, NULL, JX_ALIGN_CENTER, TRUE, TRUE, NULL));
}

void
jx_xlsx_out_put_sum (JxXlsxOut *out, lxw_worksheet *sheet, guint row, guint column, guint first, guint last, guint of_column, gint64 sum_fen,
                     const char *format)
{
  g_autofree char *digits = jx_amount_format (sum_fen);
  g_autofree char *exact = NULL;
  g_autofree char *formula = NULL;
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  double sum;

  /* Beyond what a workbook keeps exactly it is as near as can be. */
  if (!jx_xlsx_read_number (digits, &sum, &exact))
    {
      sum = (double) sum_fen / JX_FEN_PER_WAN;
      exact = g_strdup ("0.00");
    }
  lxw_rowcol_to_range (range, first, (lxw_col_t) of_column, last, (lxw_col_t) of_column);
  formula = g_strdup_printf ("=SUM(%s)", range);
  worksheet_write_formula_num (sheet, row, (lxw_col_t) column, formula,
                               jx_xlsx_out_look (out, NULL, JX_ALIGN_END, TRUE, TRUE, format != NULL ? format : exact), sum);
}
