/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found in workbooks, as their sheets show it. */
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-read-xlsx.h"
#include "exchange/jx-xlsx-number.h"
#include "jx-packed.h"
#include "jx-source-dump.h"

typedef struct
{
  const char *code;
  double value;
  const char *shown;
} Shown;

static const Shown shown[] = {
  { NULL, 6.9, "6.9" },
  { NULL, 6.9000000000000004, "6.9" },
  { NULL, -0.1, "-0.1" },
  { NULL, 0, "0" },
  { NULL, 1234567890123, "1234567890123" },
  { NULL, 0.000001, "0.000001" },
  { NULL, 1e30, "1e+30" },
  { "General", 12.5, "12.5" },
  { "@", 6.9, "6.9" },
  { "0.00", 6.9, "6.90" },
  { "0.00", 0, "0.00" },
  { "0.00", 1.005, "1.01" },
  { "0.00", 9.999, "10.00" },
  { "0.00", 0.006, "0.01" },
  { "0.00", 0.004, "0.00" },
  { "0.0", -2.25, "-2.3" },
  { "0", 0.5, "1" },
  { "0", 1245.82, "1246" },
  { "0.##", 6.5, "6.5" },
  { "#.00", 0.5, ".50" },
  { "#,##0.00", 1234567.8, "1,234,567.80" },
  { "#,##0", 999, "999" },
  { "#,##0.0,", 1234567, "1,234.6" },
  { "0000", 7, "0007" },
  { "0%", 0.25, "25%" },
  { "0%", 0.285, "29%" },
  { "0.00%", 0.8333, "83.33%" },
  { "0.00\"万元\"", 6.9, "6.90万元" },
  { "\"≥\"0\"个\"", 10, "≥10个" },
  { "\\≥0_);(0)", 10, "≥10" },
  { "0_);(0)", -10, "(10)" },
  { "0;-0;\"无\"", 0, "无" },
  { "[Red]0.0;[Blue]-0.0", -1.25, "-1.3" },
  { "[$¥-804]#,##0.00", 2.07, "¥2.07" },
  { "# ?/?", 0.5, "0.5" },
  { "yyyy\"年\"m\"月\"d\"日\"", 45291, "2023年12月31日" },
  { "yyyy年m月", 45291, "2023年12月" },
  { "[$-804]yyyy/mm/dd;@", 44927, "2023/01/01" },
  { "m月d日", 59, "2月28日" },
  { "yyyy\\-m\\-d h:mm", 45291.75, "2023-12-31 18:00" },
  { "h:mm:ss", 0.999999, "0:00:00" },
  { "mm:ss", 1.0 / 24 / 60 * 5.5, "05:30" },
  { "yyyy", -1, "#####" },
  { "yyyy-mm", 1e12, "#####" },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = jx_xlsx_format (shown[i].code, shown[i].value, FALSE);

      g_test_message ("%s", shown[i].code);
      g_assert_cmpstr (text, ==, shown[i].shown);
    }
}

static void
test_dates_1904 (void)
{
  g_autofree char *text = jx_xlsx_format ("yyyy/m/d", 43829, TRUE);

  g_assert_cmpstr (text, ==, "2023/12/31");
}

/* Codes nobody wrote on purpose: they must only end. */
static void
test_wild_codes (void)
{
  static const char letters[] = "0#?.,;%@\"\\_*[]$-ymdhs/E+ ";
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint n = 0; n < 20000; n++)
    {
      char code[12] = "";
      g_autofree char *text = NULL;

      for (int i = g_rand_int_range (random, 0, 11); i > 0; i--)
        code[i - 1] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      text = jx_xlsx_format (code, g_rand_double_range (random, -1e5, 1e5), FALSE);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

#define SPACE " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'" \
              " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define ROLES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static GBytes *
new_book (const char *book, const char *one, const char *two)
{
  const JxPackedPart parts[] = {
    { "_rels/.rels", RELATIONS "<Relationship Id='a' Type='" ROLES "officeDocument' Target='xl/workbook.xml'/></Relationships>" },
    { "xl/workbook.xml", book },
    { "xl/_rels/workbook.xml.rels", RELATIONS
      "<Relationship Id='a' Type='" ROLES "worksheet' Target='worksheets/one.xml'/>"
      "<Relationship Id='b' Type='" ROLES "worksheet' Target='/xl/worksheets/two.xml'/>"
      "<Relationship Id='c' Type='" ROLES "sharedStrings' Target='strings.xml'/>"
      "<Relationship Id='e' Type='" ROLES "externalLink' TargetMode='External' Target='file:///etc/passwd'/>"
      "<Relationship Id='d' Type='" ROLES "styles' Target='styles.xml'/></Relationships>" },
    { "xl/strings.xml", "<sst" SPACE "><si><t>云溪镇</t></si>"
      "<si><r><t>青禾</t></r><r><rPr/><t xml:space='preserve'> 县</t></r><rPh sb='0' eb='1'><t>qing</t></rPh></si>"
      "<si><t>1.甲_x000D_\n2.乙</t></si><si><t> </t></si></sst>" },
    { "xl/styles.xml", "<styleSheet" SPACE "><numFmts><numFmt numFmtId='164' formatCode='0.00'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='9'/><xf numFmtId='31'/></cellXfs></styleSheet>" },
    { "xl/worksheets/one.xml", one },
    { "xl/worksheets/two.xml", two },
    { NULL }
  };

  return jx_packed_new (parts);
}

#define BOOK "<workbook" SPACE "><sheets><sheet name='1' r:id='a'/></sheets></workbook>"
#define SHEET(rows) "<worksheet" SPACE "><sheetData>" rows "</sheetData></worksheet>"
#define MERGED(rows, areas) "<worksheet" SPACE "><sheetData>" rows "</sheetData><mergeCells>" areas "</mergeCells></worksheet>"

typedef struct
{
  const char *name;
  const char *book;
  const char *one;
  const char *two;
  const char *found;
} Case;

static const Case cases[] = {
  { "values", BOOK, SHEET ("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' s='1'><v>6.9</v></c><c r='C1' s='2'><v>0.25</v></c>"
                           "<c r='D1' s='3'><v>45291</v></c><c r='E1' t='b'><v>1</v></c><c r='F1' t='e'><v>#DIV/0!</v></c>"
                           "<c r='G1' t='str'><f>A1</f><v>x</v></c><c r='H1' t='inlineStr'><is><t>y</t></is></c></row>"), NULL,
    "{\n青禾 县|6.90|25%|2023年12月31日|TRUE|#DIV/0!|x|y\n}\n" },
  { "titles-and-tables", BOOK,
    MERGED ("<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2'><v>1</v></c></row>"
            "<row r='3'><c r='B3'><v>2</v></c><c r='C3'><v>3</v></c></row><row r='5'><c r='A5'><v>4</v></c><c r='B5'><v>5</v></c></row>",
            "<mergeCell ref='A1:C1'/><mergeCell ref='A2:A3'/><mergeCell ref='B3:B3'/>"), NULL,
    "云溪镇\n{\n青禾 县|^|1\n^|2|3\n}\n{\n4|5\n}\n" },
  { "lines", BOOK, MERGED ("<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='s'><v>2</v></c></row><row r='2'><c r='A2' t='s'><v>2</v></c></row>",
                           "<mergeCell ref='B1:D1'/>"), NULL, "{\n1|3*1.甲/2.乙\n}\n1.甲\n2.乙\n" },
  { "places-left-out", BOOK, SHEET ("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"), NULL,
    "{\n1|^|2\n3|4|^\n}\n" },
  { "blank-areas", BOOK,
    MERGED ("<row r='1'><c r='A1'><v>1</v></c></row><row r='3'><c r='A3'><v>3</v></c></row>", "<mergeCell ref='B1:C2'/><mergeCell ref='A3:C3'/>"), NULL,
    "{\n1|2*^\n^|2*^\n}\n3\n" },
  { "under-an-area", BOOK, MERGED ("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>8</v></c><c r='C1'><v>2</v></c></row><row r='2'><c r='A2'><v>9</v></c><c r='C2'><v>3</v></c></row>",
                                   "<mergeCell ref='A1:B2'/>"), NULL, "{\n2*1|2\n2*^|3\n}\n" },
  { "wild-areas", BOOK, MERGED ("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
                                "<mergeCell ref='A1'/><mergeCell ref='B9:A1'/><mergeCell/><mergeCell ref='A1:ZZZZZ9999999999'/><mergeCell ref='C1:C1048576'/>"), NULL,
    "{\n1|2|^\n}\n" },
  { "sheets-in-order", "<workbook" SPACE "><sheets><sheet name='2' r:id='b'/><sheet name='1' r:id='a'/></sheets></workbook>",
    SHEET ("<row><c><v>1</v></c></row>"), SHEET ("<row><c><v>2</v></c></row>"), "2\n1\n" },
  { "hidden", "<workbook" SPACE "><sheets><sheet name='2' state='veryHidden' r:id='b'/><sheet name='1' r:id='a'/></sheets></workbook>",
    SHEET ("<row><c><v>1</v></c></row>"), SHEET ("<row><c><v>2</v></c></row>"), "1\n" },
  { "digest", "<workbook" SPACE "><sheets><sheet name='2' r:id='b'/><sheet name='1' r:id='a'/></sheets>"
              "<definedNames><definedName name='jixiao_digest' localSheetId='0'>x</definedName></definedNames></workbook>",
    SHEET ("<row><c><v>1</v></c></row>"), SHEET ("<row><c><v>2</v></c></row>"), "1\n" },
  { "dates-from-1904", "<workbook" SPACE "><workbookPr date1904='1'/><sheets><sheet name='1' r:id='a'/></sheets></workbook>",
    SHEET ("<row><c s='3'><v>43829</v></c></row>"), NULL, "2023年12月31日\n" },
  { "nothing", BOOK, SHEET (""), NULL, "" },
};

static void
test_found (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GBytes) book = new_book (test->book, test->one, test->two);
  g_autoptr (GError) error = NULL;
  g_autoptr (JxSource) source = jx_read_xlsx (g_bytes_get_data (book, NULL), g_bytes_get_size (book), "a.xlsx", &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = jx_source_dump (source);
  g_assert_cmpstr (found, ==, test->found);
}

static void
assert_refused (const char *sheet, int code)
{
  g_autoptr (GBytes) book = new_book (BOOK, sheet, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (jx_read_xlsx (g_bytes_get_data (book, NULL), g_bytes_get_size (book), "a.xlsx", &error));
  g_assert_error (error, JX_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "a.xlsx: "));
}

static void
test_floods (void)
{
  g_autoptr (GString) areas = g_string_new (NULL);

  assert_refused ("<worksheet" SPACE "><sheetData><row r='1'><c", JX_ERROR_SYNTAX);
  assert_refused ("<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet" SPACE "/>", JX_ERROR_UNSUPPORTED);

  g_string_append (areas, "<worksheet" SPACE "><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='A1048576'><v>1</v></c></row></sheetData><mergeCells>");
  for (guint i = 0; i < 1000; i++)
    g_string_append (areas, "<mergeCell ref='B1:C1048576'/>");
  g_string_append (areas, "</mergeCells></worksheet>");
  assert_refused (areas->str, JX_ERROR_LIMIT);
}

/* Cut anywhere, it is refused and not taken for a shorter one. */
static void
test_cut (void)
{
  g_autoptr (GBytes) book = new_book (BOOK, SHEET ("<row><c><v>1</v></c></row>"), NULL);
  const char *data = g_bytes_get_data (book, NULL);

  for (gsize length = 4; length < g_bytes_get_size (book); length += 7)
    {
      g_autofree char *cut = g_memdup2 (data, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (jx_read_xlsx (cut, length, "a.xlsx", &error));
      g_assert_error (error, JX_ERROR, JX_ERROR_SYNTAX);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/read-xlsx/numbers", test_numbers);
  g_test_add_func ("/exchange/read-xlsx/dates-1904", test_dates_1904);
  g_test_add_func ("/exchange/read-xlsx/wild-codes", test_wild_codes);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/read-xlsx/found/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_found);
    }
  g_test_add_func ("/exchange/read-xlsx/floods", test_floods);
  g_test_add_func ("/exchange/read-xlsx/cut", test_cut);

  return g_test_run ();
}
