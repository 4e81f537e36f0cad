/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-packed.h"

#include <string.h>

#define SPACE " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'" \
              " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define ROLES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define MAX_SHEETS 12

/* A number and the format it is shown by: "6.9#0.00". Returns: the format's index among the styles, 0 for text. */
static guint
add_style (GString *formats, GString *styles, guint *n_styles, char *cell)
{
  char *code = strchr (cell, '#');
  char *end;

  if (code == NULL || code == cell || code[1] == '\0')
    return 0;
  *code = '\0';
  g_ascii_strtod (cell, &end);
  if (*end != '\0')
    {
      *code = '#';
      return 0;
    }
  *n_styles += 1;
  g_string_append_printf (formats, "<numFmt numFmtId='%u' formatCode='%s'/>", 200 + *n_styles, code + 1);
  g_string_append_printf (styles, "<xf numFmtId='%u'/>", 200 + *n_styles);

  return *n_styles;
}

static void
add_row (GString *sheet, guint row, const char *line, GString *formats, GString *styles, guint *n_styles)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  g_string_append_printf (sheet, "<row r='%u'>", row);
  for (guint c = 0; cells[c] != NULL; c++)
    {
      char *cell = g_strstrip (cells[c]);
      guint style = add_style (formats, styles, n_styles, cell);
      g_auto (GStrv) lines = g_strsplit (cell, "\\n", -1);
      g_autofree char *joined = g_strjoinv ("\n", lines);
      g_autofree char *escaped = g_markup_escape_text (joined, -1);

      if (*cell == '\0')
        continue;
      if (strcmp (cell, "_") == 0)
        {
          g_string_append_printf (sheet, "<c r='%c%u' s='1'/>", 'A' + (int) c, row);
          continue;
        }
      if (style > 0)
        g_string_append_printf (sheet, "<c r='%c%u' s='%u'><v>%s</v></c>", 'A' + (int) c, row, style, cell);
      else
        g_string_append_printf (sheet, "<c r='%c%u' t='inlineStr'><is><t xml:space='preserve'>%s</t></is></c>", 'A' + (int) c, row, escaped);
    }
  g_string_append (sheet, "</row>");
}

static char *
end_sheet (GString *sheet, GString *merged)
{
  g_string_append (sheet, "</sheetData>");
  if (merged->len > 0)
    g_string_append_printf (sheet, "<mergeCells>%s</mergeCells>", merged->str);
  g_string_append (sheet, "</worksheet>");
  g_string_free (merged, TRUE);

  return g_string_free (sheet, FALSE);
}

GBytes *
jx_packed_new_book (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) book = g_string_new ("<workbook" SPACE "><sheets>");
  g_autoptr (GString) relations = g_string_new (RELATIONS "<Relationship Id='styles' Type='" ROLES "styles' Target='styles.xml'/>");
  g_autoptr (GString) formats = g_string_new (NULL);
  g_autoptr (GString) styles = g_string_new ("<xf numFmtId='0'/>");
  g_autofree char *styles_part = NULL;
  JxPackedPart parts[MAX_SHEETS + 6] = {
    { "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>" },
    { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' Target='xl/workbook.xml'/></Relationships>" },
  };
  GString *sheet = NULL;
  GString *merged = NULL;
  guint n_styles = 0;
  guint row = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "[sheet "))
      {
        g_autofree char *name = g_strndup (lines[i] + strlen ("[sheet "), strcspn (lines[i] + strlen ("[sheet "), "]"));

        if (sheet != NULL)
          g_ptr_array_add (sheets, end_sheet (sheet, merged));
        sheet = g_string_new ("<worksheet" SPACE "><sheetData>");
        merged = g_string_new (NULL);
        row = 0;
        g_ptr_array_add (names, g_strdup_printf ("xl/worksheets/%u.xml", names->len + 1));
        g_string_append_printf (book, "<sheet name='%s' r:id='s%u'/>", name, names->len);
        g_string_append_printf (relations, "<Relationship Id='s%u' Type='" ROLES "worksheet' Target='worksheets/%u.xml'/>", names->len, names->len);
      }
    else if (g_str_has_prefix (lines[i], "merge "))
      {
        g_auto (GStrv) areas = g_strsplit (lines[i] + strlen ("merge "), " ", -1);

        for (guint a = 0; areas[a] != NULL; a++)
          g_string_append_printf (merged, "<mergeCell ref='%s'/>", areas[a]);
      }
    else if (sheet != NULL && (*lines[i] != '\0' || lines[i + 1] != NULL))
      add_row (sheet, ++row, lines[i], formats, styles, &n_styles);
  g_assert_nonnull (sheet);
  g_ptr_array_add (sheets, end_sheet (sheet, merged));
  g_assert_cmpuint (sheets->len, <=, MAX_SHEETS);

  g_string_append (book, "</sheets></workbook>");
  g_string_append (relations, "</Relationships>");
  styles_part = g_strdup_printf ("<styleSheet" SPACE "><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>", formats->str, styles->str);
  parts[2] = (JxPackedPart) { "xl/workbook.xml", book->str };
  parts[3] = (JxPackedPart) { "xl/_rels/workbook.xml.rels", relations->str };
  parts[4] = (JxPackedPart) { "xl/styles.xml", styles_part };
  for (guint i = 0; i < sheets->len; i++)
    parts[5 + i] = (JxPackedPart) { names->pdata[i], sheets->pdata[i] };

  return jx_packed_new (parts);
}
