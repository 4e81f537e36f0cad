/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-xlsx-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-sax.h"
#include "exchange/jx-xlsx-grid.h"
#include "exchange/jx-xlsx-number.h"

#define MAX_ROWS 1048576
#define MAX_COLUMNS 16384
#define MAX_AREAS 200000
/* Excel itself allows 32,767 characters. */
#define MAX_CELL_BYTES (256 * 1024)

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_BOOLEAN,
} Type;

typedef struct
{
  const JxXlsxBook *book;
  JxSource *source;
  JxXlsxRoom *room;
  GArray *cells;
  GArray *areas;
  guint row;
  guint column;
  Type type;
  int style;
  gboolean in_value;
  gboolean in_reading; /* how it is pronounced */
  GString *text;
} Sheet;

static void
refuse (JxSax *sax)
{
  jx_sax_refuse (sax, JX_ERROR_LIMIT, _("The workbook is larger than any goal document; choose another, or save the sheets you need on their own"));
}

/* "AB12". Returns: where it ends, %NULL if it is none. */
static const char *
read_place (const char *at, guint *row, guint *column)
{
  *row = *column = 0;
  while (*at == '$' || g_ascii_isupper (*at))
    {
      if (*at != '$' && *column <= MAX_COLUMNS)
        *column = *column * 26 + (guint) (*at - 'A') + 1;
      at++;
    }
  for (; g_ascii_isdigit (*at) && *row <= MAX_ROWS; at++)
    *row = *row * 10 + (guint) (*at - '0');

  return *row >= 1 && *row <= MAX_ROWS && *column >= 1 && *column <= MAX_COLUMNS ? at : NULL;
}

static void
add_area (Sheet *sheet, JxSax *sax)
{
  g_autofree char *reference = jx_sax_dup (sax, "ref");
  JxXlsxArea area;
  const char *at = reference != NULL ? read_place (reference, &area.row, &area.column) : NULL;

  if (at == NULL || *at != ':' || read_place (at + 1, &area.last_row, &area.last_column) == NULL
      || area.last_row < area.row || area.last_column < area.column)
    return;
  if (sheet->areas->len >= MAX_AREAS)
    refuse (sax);
  else
    g_array_append_val (sheet->areas, area);
}

static Type
read_type (const JxSax *sax)
{
  if (jx_sax_is (sax, "t", "s"))
    return TYPE_SHARED;
  if (jx_sax_is (sax, "t", "b"))
    return TYPE_BOOLEAN;

  return jx_sax_get (sax, "t", &(gsize) { 0 }) == NULL || jx_sax_is (sax, "t", "n") ? TYPE_NUMBER : TYPE_TEXT;
}

static void
begin_cell (Sheet *sheet, JxSax *sax)
{
  g_autofree char *place = jx_sax_dup (sax, "r");
  guint row, column;

  sheet->column++;
  if (place != NULL && read_place (place, &row, &column) != NULL)
    {
      sheet->row = row;
      sheet->column = column;
    }
  sheet->type = read_type (sax);
  sheet->style = jx_sax_get_number (sax, "s", 0);
  g_string_truncate (sheet->text, 0);
}

static const char *
show_number (const Sheet *sheet)
{
  guint style = (guint) MAX (sheet->style, 0);
  const char *format = style < sheet->book->formats->len ? sheet->book->formats->pdata[style] : NULL;
  g_autofree char *shown = jx_xlsx_format (format, g_ascii_strtod (sheet->text->str, NULL), sheet->book->from_1904);

  return jx_source_keep (sheet->source, shown, -1);
}

static const char *
show (Sheet *sheet)
{
  guint64 index;

  switch (sheet->type)
    {
    case TYPE_SHARED:
      index = g_ascii_strtoull (sheet->text->str, NULL, 10);
      return index < sheet->book->strings->len ? sheet->book->strings->pdata[index] : "";
    case TYPE_BOOLEAN:
      return *sheet->text->str == '1' ? "TRUE" : "FALSE";
    case TYPE_NUMBER:
      return show_number (sheet);
    case TYPE_TEXT:
    default:
      jx_xlsx_unescape (sheet->text);
      return jx_source_keep (sheet->source, sheet->text->str, (gssize) sheet->text->len);
    }
}

static void
end_cell (Sheet *sheet, JxSax *sax)
{
  JxXlsxCell cell = { sheet->row, sheet->column, NULL, FALSE };
  gsize length;
  JxXlsxCell *before = sheet->cells->len > 0 ? &g_array_index (sheet->cells, JxXlsxCell, sheet->cells->len - 1) : NULL;

  if (sheet->text->len == 0 && sheet->style > 0 && before != NULL && before->row == sheet->row && before->column + 1 == sheet->column)
    before->beside = TRUE;
  if (sheet->text->len == 0 || sheet->row < 1 || sheet->row > MAX_ROWS || sheet->column > MAX_COLUMNS)
    return;
  cell.text = show (sheet);
  length = strlen (cell.text);
  if (length == 0)
    return;
  if (sheet->cells->len >= sheet->room->cells || length > sheet->room->text_bytes)
    {
      refuse (sax);
      return;
    }
  sheet->room->text_bytes -= length;
  g_array_append_val (sheet->cells, cell);
}

enum { ROW, C, V, T, R_PH, MERGE_CELL };

static void
start_cb (JxSax *sax, int element, gpointer user_data)
{
  Sheet *sheet = user_data;

  if (element == ROW)
    {
      sheet->row = (guint) CLAMP (jx_sax_get_number (sax, "r", (int) sheet->row + 1), 0, MAX_ROWS + 1);
      sheet->column = 0;
    }
  else if (element == C)
    begin_cell (sheet, sax);
  else if (element == R_PH)
    sheet->in_reading = TRUE;
  else if (element == MERGE_CELL)
    add_area (sheet, sax);
  sheet->in_value = element == V || (element == T && !sheet->in_reading);
}

static void
end_cb (JxSax *sax, int element, gpointer user_data)
{
  Sheet *sheet = user_data;

  sheet->in_value = FALSE;
  if (element == R_PH)
    sheet->in_reading = FALSE;
  else if (element == C)
    end_cell (sheet, sax);
}

static void
text_cb (JxSax *sax, const char *text, gsize length, gpointer user_data)
{
  Sheet *sheet = user_data;

  if (!sheet->in_value)
    return;
  if (sheet->text->len + length > MAX_CELL_BYTES)
    refuse (sax);
  else
    g_string_append_len (sheet->text, text, (gssize) length);
}

gboolean
jx_xlsx_sheet_read (JxZip *zip, const char *part, const JxXlsxBook *book, JxSource *source, JxXlsxRoom *room, GError **error)
{
  static const char * const names[] = { "s:row", "s:c", "s:v", "s:t", "s:rPh", "s:mergeCell", NULL };
  static const JxSaxHandler handler = { names, start_cb, end_cb, text_cb };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (JxXlsxCell));
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (JxXlsxArea));
  g_autoptr (GString) text = g_string_new (NULL);
  Sheet sheet = { .book = book, .source = source, .room = room, .cells = cells, .areas = areas, .text = text };

  if (!jx_sax_read (zip, part, &handler, &sheet, error))
    return FALSE;

  if (!jx_xlsx_grid_hand_over (cells, areas, source, &room->cells))
    {
      jx_error_set_at (error, JX_ERROR_LIMIT, jx_zip_get_name (zip), 0,
                       _("The workbook is larger than any goal document; choose another, or save the sheets you need on their own"));
      return FALSE;
    }

  return TRUE;
}
