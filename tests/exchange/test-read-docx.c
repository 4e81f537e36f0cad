/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-import.h"
#include "exchange/jx-read-docx.h"
#include "jx-packed.h"
#include "jx-test.h"
#include "model/jx-diff.h"

/* What a source holds, in short: a paragraph a line; “T”, then a row a line: cells between “|”, with
 * their columns where they are not the next or more than one, “^” where one is covered from above. */
static char *
tell_source (const JxSource *source)
{
  GString *told = g_string_new (NULL);

  for (guint b = 0; b < jx_source_count_blocks (source); b++)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);

      if (block->type == JX_SOURCE_PARAGRAPH)
        g_string_append_printf (told, "%s\n", block->text);
      else
        g_string_append (told, "T\n");
      for (guint r = 0; r < block->n_rows; r++)
        {
          const JxSourceRow *row = jx_source_get_row (source, block->first_row + r);
          guint column = 0;

          for (guint c = 0; c < row->n_cells; c++)
            {
              const JxSourceCell *cell = jx_source_get_cell (source, row->first_cell + c);

              g_string_append_c (told, '|');
              if (cell->column != column)
                g_string_append_printf (told, "@%u:", cell->column);
              g_string_append (told, cell->empty ? "^" : cell->text);
              if (cell->columns != 1)
                g_string_append_printf (told, "*%u", cell->columns);
              column = cell->column + cell->columns;
            }
          g_string_append (told, "|\n");
        }
    }

  return g_string_free (told, FALSE);
}

typedef struct
{
  const char *name;
  const char *body;
  const char *told;
} Reading;

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define TC(text) "<w:tc>" P (text) "</w:tc>"
#define TCP(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P (text) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>" rows "</w:tbl>"
#define CHAR(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"
#define CODE(text) "<w:r><w:instrText xml:space='preserve'>" text "</w:instrText></w:r>"
#define NUM(id, level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id "'/></w:numPr></w:pPr>" R (text) "</w:p>"

static const Reading readings[] = {
  { "runs", "<w:p>" R ("河道") "<w:r><w:rPr><w:b/></w:rPr><w:t>清淤</w:t></w:r></w:p>" P ("二"), "河道清淤\n二\n" },
  { "breaks", "<w:p>" R ("第一部分") "<w:r><w:br/></w:r>" R ("目标") "<w:r><w:tab/><w:t>尾</w:t></w:r></w:p>", "第一部分\n目标\t尾\n" },
  { "tab-stops", "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='420'/></w:tabs></w:pPr>" R ("甲") "</w:p>", "甲\n" },
  { "white-space", "<w:p><w:r><w:t> 甲\n乙 </w:t></w:r><w:r><w:t xml:space='preserve'> 丙 </w:t></w:r></w:p>", "甲 乙 丙 \n" },
  { "hyphen-and-entity", "<w:p>" R ("A") "<w:r><w:noBreakHyphen/></w:r>" R ("1&lt;2&amp;3&#x2265;") "</w:p>", "A-1<2&3≥\n" },
  { "symbols", "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" R ("3")
    "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" R ("\xEF\x82\xA3" "5") "</w:p>", "≥3☑≤5\n" },
  { "hidden", "<w:p>" R ("甲") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>丙</w:t></w:r></w:p>", "甲丙\n" },
  { "math", "<w:p><m:oMath><m:r><m:t>x≥1</m:t></m:r></m:oMath></w:p>", "x≥1\n" },
  { "ruby", "<w:p><w:r><w:ruby><w:rt>" R ("hé") "</w:rt><w:rubyBase>" R ("河") "</w:rubyBase></w:ruby></w:r></w:p>", "河\n" },

  { "spans", TBL (TR (TCP ("<w:gridSpan w:val='2'/>", "甲") TC ("乙")) TR (TC ("1") TC ("") TC ("3"))), "T\n|甲*2|乙|\n|1||3|\n" },
  { "merged-down", TBL (TR (TCP ("<w:vMerge w:val='restart'/>", "甲") TC ("1")) TR (TCP ("<w:vMerge/>", "") TC ("2"))
                        TR (TCP ("<w:vMerge w:val='continue'/>", "没有") TC (""))), "T\n|甲|1|\n|^|2|\n|^||\n" },
  { "merged-right", TBL (TR (TCP ("<w:hMerge w:val='restart'/>", "甲") TCP ("<w:hMerge/>", "") TC ("乙"))), "T\n|甲*2|乙|\n" },
  { "columns-left-free", TBL (TR (TC ("1") TC ("2")) "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC ("3") "</w:tr>"), "T\n|1|2|\n|@1:3|\n" },
  { "cell-of-lines", TBL (TR ("<w:tc>" P ("1.甲") P ("2.乙") P ("") "</w:tc>")), "T\n|1.甲\n2.乙|\n" },
  { "wide-span", TBL (TR (TCP ("<w:gridSpan w:val='100000'/>", "甲") TC ("乙"))), "T\n|甲*1000|乙|\n" },
  { "two-tables", TBL (TR (TC ("1"))) P ("") TBL (TR (TC ("2"))), "T\n|1|\nT\n|2|\n" },
  { "table-of-lines-in-cell", TBL (TR (TC ("目标") "<w:tc>" P ("前") TBL (TR (TC ("1.甲")) TR (TC ("2.乙"))) P ("") "</w:tc>")), "T\n|目标|前\n1.甲\n2.乙|\n" },
  { "table-in-cell", TBL (TR (TC ("头") "<w:tc>" TBL (TR (TC ("1") TC ("2")) TR (TC ("3") TC ("4"))) P ("") "</w:tc>" TC ("尾")) TR (TC ("5"))),
    "T\n|头|\nT\n|1|2|\n|3|4|\nT\n|@1:尾|\n|5|\n" },
  { "table-for-layout", TBL (TR ("<w:tc>" P ("题") TBL (TR (TC ("1") TC ("2"))) P ("注") "</w:tc>")), "T\n|题|\nT\n|1|2|\nT\n|@1:注|\n" },

  { "inserted-and-deleted", "<w:p>" R ("预算") "<w:ins w:id='1'>" R ("十") "</w:ins><w:del w:id='2'><w:r><w:delText>九</w:delText></w:r></w:del>" R ("万") "</w:p>", "预算十万\n" },
  { "moved", "<w:p><w:moveFrom w:id='1'>" R ("甲") "</w:moveFrom>" R ("乙") "<w:moveTo w:id='2'>" R ("甲") "</w:moveTo></w:p>", "乙甲\n" },
  { "paragraph-end-deleted", "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" R ("前半") "</w:p>" P ("后半"), "前半后半\n" },
  { "row-deleted", TBL (TR (TC ("1")) "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" TC ("2") "</w:tr>" TR (TC ("3"))), "T\n|1|\n|3|\n" },
  { "row-inserted", TBL (TR (TC ("1")) "<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>" TC ("2") "</w:tr>"), "T\n|1|\n|2|\n" },
  { "cell-deleted", TBL (TR (TC ("1") TCP ("<w:cellDel w:id='1'/>", "2") TC ("3"))), "T\n|1|3|\n" },
  { "earlier-properties", "<w:p><w:pPr><w:pPrChange w:id='1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange></w:pPr>" R ("甲") "</w:p>", "甲\n" },

  { "field", "<w:p>" R ("第") CHAR ("begin") CODE (" PAGE ") CHAR ("separate") R ("3") CHAR ("end") R ("页") "</w:p>", "第3页\n" },
  { "field-in-field", "<w:p>" CHAR ("begin") CODE (" IF ") CHAR ("begin") CODE ("DATE") CHAR ("separate") R ("没有") CHAR ("end") CODE ("= 1")
    CHAR ("separate") R ("有") CHAR ("end") "</w:p>", "有\n" },
  { "simple-field", "<w:p><w:fldSimple w:instr=' DATE '>" R ("2031年") "</w:fldSimple></w:p>", "2031年\n" },
  { "field-without-end", "<w:p>" CHAR ("begin") CODE ("REF a") R ("甲") "</w:p>" P ("乙"), "乙\n" },
  { "link", "<w:p><w:hyperlink>" R ("云溪") "</w:hyperlink></w:p>", "云溪\n" },
  { "contents", P ("目　录") "<w:p>" CHAR ("begin") CODE (" TOC \\o \"1-2\"") CHAR ("separate") R ("1.河道") "</w:p>" P ("2.道路") "<w:p>" CHAR ("end") "</w:p>" P ("正文"), "正文\n" },
  { "contents-without-end", "<w:p>" CHAR ("begin") CODE ("TOC") CHAR ("separate") R ("1.河道") "</w:p>" TBL (TR (TC ("1"))) P ("正文"), "T\n|1|\n正文\n" },
  { "contents-control", "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>" P ("目录") "</w:sdtContent></w:sdt>" P ("正文"), "正文\n" },
  { "control", "<w:sdt><w:sdtPr/><w:sdtContent>" P ("填了") "</w:sdtContent></w:sdt>", "填了\n" },
  { "control-with-hint", TBL (TR ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" TC ("单击此处") "</w:sdtContent></w:sdt>" TC ("乙"))), "T\n||乙|\n" },

  { "text-box", "<w:p>" R ("主") "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>" P ("框") "</w:txbxContent></wps:txbx></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" P ("框") "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" R ("文") "</w:p>", "框\n主文\n" },
  { "text-box-in-cell", TBL (TR ("<w:tc><w:p><w:r><w:pict><v:textbox><w:txbxContent>" P ("框") "</w:txbxContent></v:textbox></w:pict></w:r>" R ("主") "</w:p></w:tc>")), "T\n|框\n主|\n" },

  { "strict", "<p:p xmlns:p='http://purl.oclc.org/ooxml/wordprocessingml/main'><p:r><p:t>甲</p:t></p:r></p:p>", "甲\n" },
  { "strange-names", "<x:p xmlns:x='urn:else'><x:t>乙</x:t></x:p>" P ("甲"), "甲\n" },
};

static char *
read_and_tell (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (JxSource) source = jx_read_docx (data, length, "x.docx", &error);

  g_assert_no_error (error);

  return tell_source (source);
}

static void
test_reading (gconstpointer data)
{
  const Reading *reading = data;
  g_autoptr (GBytes) bytes = jx_packed_new_docx (reading->body, NULL, NULL);
  g_autofree char *told = read_and_tell (bytes);

  g_assert_cmpstr (told, ==, reading->told);
}

#define LEVEL(at, format, text) \
  "<w:lvl w:ilvl='" at "'><w:start w:val='1'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/></w:lvl>"
#define NUMBERING \
  "<w:numbering" JX_PACKED_W ">" \
  "<w:abstractNum w:abstractNumId='0'>" LEVEL ("0", "chineseCountingThousand", "%1、") LEVEL ("1", "japaneseCounting", "（%2）") \
  LEVEL ("2", "decimal", "%3.") LEVEL ("3", "lowerLetter", "%4)") "</w:abstractNum>" \
  "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1'/></w:lvl>" \
  LEVEL ("1", "decimal", "%1.%2 ") "</w:abstractNum>" \
  "<w:abstractNum w:abstractNumId='2'>" LEVEL ("0", "bullet", "●") "</w:abstractNum>" \
  "<w:abstractNum w:abstractNumId='3'><w:numStyleLink w:val='Rows'/></w:abstractNum>" \
  "<w:abstractNum w:abstractNumId='4'>" LEVEL ("0", "upperRoman", "%1.") \
  "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:pStyle w:val='Second'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>" \
  "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>" \
  "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>" \
  "<w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>" \
  "<w:num w:numId='4'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>" \
  "<w:num w:numId='5'><w:abstractNumId w:val='3'/></w:num>" \
  "<w:num w:numId='6'><w:abstractNumId w:val='4'/></w:num></w:numbering>"
#define STYLES \
  "<w:styles" JX_PACKED_W "><w:style w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>" \
  "<w:style w:styleId='Rows'><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>" \
  "<w:style w:styleId='Second'><w:pPr><w:numPr><w:numId w:val='6'/></w:numPr></w:pPr></w:style>" \
  "<w:style w:styleId='Child'><w:basedOn w:val='Base'/></w:style>" \
  "<w:style w:styleId='Ring'><w:basedOn w:val='Ring'/></w:style></w:styles>"
#define STYLED(style, properties, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/>" properties "</w:pPr>" R (text) "</w:p>"

static const Reading numberings[] = {
  { "levels", NUM ("1", "0", "甲") NUM ("1", "1", "乙") NUM ("1", "1", "丙") NUM ("1", "2", "丁") NUM ("1", "0", "戊") NUM ("1", "1", "己"),
    "一、甲\n（一）乙\n（二）丙\n1.丁\n二、戊\n（一）己\n" },
  { "start-and-gap", NUM ("2", "0", "2031年") NUM ("2", "1", "甲") NUM ("2", "1", "乙"), "3 2031年\n3.1 甲\n3.2 乙\n" },
  { "bullets", NUM ("3", "0", "甲"), "甲\n" },
  { "begun-anew", NUM ("1", "0", "甲") NUM ("4", "0", "乙") NUM ("4", "0", "丙"), "一、甲\n七、乙\n八、丙\n" },
  { "by-style", STYLED ("Child", "", "甲") STYLED ("Child", "", "乙") STYLED ("Ring", "", "丙"), "一、甲\n二、乙\n丙\n" },
  { "style-taken-back", STYLED ("Child", "<w:numPr><w:numId w:val='0'/></w:numPr>", "甲"), "甲\n" },
  { "level-of-style", STYLED ("Second", "", "甲") STYLED ("Second", "", "乙"), "1.1 甲\n1.2 乙\n" },
  { "linked", NUM ("5", "1", "甲"), "3.1 甲\n" },
  { "unknown", NUM ("99", "0", "甲") NUM ("1", "77", "乙"), "甲\n乙\n" },
  { "empty-is-counted", TBL (TR ("<w:tc>" NUM ("2", "0", "") "</w:tc>") TR ("<w:tc>" NUM ("2", "0", "") "</w:tc>")), "T\n|3 |\n|4 |\n" },
};

static void
test_numbering (gconstpointer data)
{
  const Reading *reading = data;
  g_autoptr (GBytes) bytes = jx_packed_new_docx (reading->body, NUMBERING, STYLES);
  g_autofree char *told = read_and_tell (bytes);

  g_assert_cmpstr (told, ==, reading->told);
}

static void
test_real_document (void)
{
  g_autofree char *docx = jx_test_shared ("samples/hebei/goal-document.docx");
  g_autofree char *text = jx_test_shared ("seed/goal-document.txt");
  g_autoptr (JxReport) report = NULL;
  g_autoptr (JxDocument) a = NULL;
  g_autoptr (JxDocument) b = NULL;
  g_autoptr (GArray) differences = NULL;
  g_autoptr (GError) error = NULL;

  if (docx == NULL || text == NULL)
    return;

  a = jx_import_file (docx, &report, &error);
  g_assert_no_error (error);
  b = jx_import_file (text, NULL, &error);
  g_assert_no_error (error);
  differences = jx_diff (a, b);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_GUESSED), ==, 0);
  g_assert_cmpuint (jx_report_count (report, JX_REPORT_LEFT), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/read-docx/%s", readings[i].name);

      g_test_add_data_func (path, &readings[i], test_reading);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numberings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/read-docx/numbering/%s", numberings[i].name);

      g_test_add_data_func (path, &numberings[i], test_numbering);
    }
  g_test_add_func ("/exchange/read-docx/real-document", test_real_document);

  return g_test_run ();
}
