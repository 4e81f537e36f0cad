/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-parts.h"

#include <string.h>

#include "exchange/jx-docx-out.h"
#include "model/jx-document.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W_URI "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R_URI "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_URI "http://schemas.openxmlformats.org/package/2006"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* Of a turned number, along its line and across. */
#define TURNED_LENGTH_PT 110.0
#define TURNED_WIDTH_PT 18.0
/* One number stands for the turned pages of all forms. */
#define TURNED_MARGIN_MM 20.0

#define TYPE(part, kind) "<Override PartName=\"/word/" part "\" ContentType=\"" WORD_TYPE kind "+xml\"/>\n"
#define RELATION(id, kind, target) "<Relationship Id=\"" id "\" Type=\"" R_URI "/" kind "\" Target=\"" target "\"/>\n"

static const char types[] =
  HEAD "<Types xmlns=\"" PACKAGE_URI "/content-types\">\n"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
  "<Default Extension=\"png\" ContentType=\"image/png\"/>\n"
  TYPE ("document.xml", "document.main") TYPE ("styles.xml", "styles") TYPE ("settings.xml", "settings")
  TYPE ("fontTable.xml", "fontTable") TYPE ("footer1.xml", "footer") TYPE ("footer2.xml", "footer")
  TYPE ("footer3.xml", "footer") TYPE ("footer4.xml", "footer")
  "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n"
  "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\n"
  "</Types>\n";

static const char package_relations[] =
  HEAD "<Relationships xmlns=\"" PACKAGE_URI "/relationships\">\n"
  RELATION ("rId1", "officeDocument", "word/document.xml")
  "<Relationship Id=\"rId2\" Type=\"" PACKAGE_URI "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\n"
  RELATION ("rId3", "extended-properties", "docProps/app.xml") "</Relationships>\n";

static const char document_relations[] =
  HEAD "<Relationships xmlns=\"" PACKAGE_URI "/relationships\">\n"
  RELATION ("rId1", "styles", "styles.xml") RELATION ("rId2", "settings", "settings.xml") RELATION ("rId3", "fontTable", "fontTable.xml")
  RELATION ("rId4", "footer", "footer1.xml") RELATION ("rId5", "footer", "footer2.xml")
  RELATION ("rId6", "footer", "footer3.xml") RELATION ("rId7", "footer", "footer4.xml");

/* @numbered: whether the contents have page numbers; where not, Word asks whether it may work them out when it opens the file. */
#define SETTINGS(numbered) \
  HEAD "<w:settings xmlns:w=\"" W_URI "\">\n<w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/>\n" \
  numbered \
  "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\n" \
  "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>\n"

static const char application[] =
  HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Jixiao</Application></Properties>\n";

void
jx_docx_add_document_start (GString *xml)
{
  g_string_append (xml, HEAD "<w:document xmlns:w=\"" W_URI "\" xmlns:r=\"" R_URI "\"><w:body>\n");
}

void
jx_docx_add_section (GString *xml, const JxFormPage *page, JxDocxNumbers numbers)
{
  double footer_mm = MAX (page->bottom_mm - jx_form_page_get_number_drop (page->bottom_mm) - JX_PAGE_NUMBER_PT * 25.4 / 72, 0);
  gboolean turned = jx_form_page_is_turned (page);

  g_string_append (xml, "<w:sectPr>");
  if (numbers != JX_DOCX_NUMBERS_NONE)
    g_string_append_printf (xml, "<w:footerReference w:type=\"default\" r:id=\"%s\"/><w:footerReference w:type=\"even\" r:id=\"%s\"/>",
                            turned ? "rId6" : "rId4", turned ? "rId7" : "rId5");
  g_string_append_printf (xml, "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
                          "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/>",
                          jx_docx_mm_twips (page->width_mm), jx_docx_mm_twips (page->height_mm),
                          page->width_mm > page->height_mm ? " w:orient=\"landscape\"" : "",
                          jx_docx_mm_twips (page->top_mm), jx_docx_mm_twips (page->right_mm), jx_docx_mm_twips (page->bottom_mm),
                          jx_docx_mm_twips (page->left_mm), jx_docx_mm_twips (MIN (page->top_mm, 15)), jx_docx_mm_twips (footer_mm));
  if (numbers == JX_DOCX_NUMBERS_ROMAN)
    g_string_append (xml, "<w:pgNumType w:fmt=\"upperRoman\" w:start=\"1\"/>");
  else if (numbers == JX_DOCX_NUMBERS_DECIMAL)
    g_string_append (xml, "<w:pgNumType w:fmt=\"decimal\" w:start=\"1\"/>");
  g_string_append (xml, "</w:sectPr>");
}

#define FOOTER_START HEAD "<w:ftr xmlns:w=\"" W_URI "\">"
#define FOOTER_END "</w:ftr>\n"

/* The number in the paragraph it stands in, at the outer end of its line, a character in. */
static char *
dup_number (gboolean odd)
{
  return g_strdup_printf ("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:ind w:%s=\"%d\"/><w:jc w:val=\"%s\"/></w:pPr>"
    "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p>",
    odd ? "right" : "left", jx_docx_twips (JX_PAGE_NUMBER_PT), odd ? "right" : "left");
}

static void
add_footer (JxZipOut *zip, const char *path, gboolean odd)
{
  g_autofree char *number = dup_number (odd);
  g_autofree char *xml = g_strconcat (FOOTER_START, number, FOOTER_END, NULL);

  jx_zip_out_add (zip, path, xml);
}

/* A footer may hold what stands anywhere on the page: a cell in the left margin in which words run down,
 * at the lower end of the text on odd pages and at its upper end on even ones. */
static void
add_turned_footer (JxZipOut *zip, const char *path, gboolean odd)
{
  int width = jx_docx_twips (TURNED_WIDTH_PT);
  int middle = jx_docx_mm_twips (jx_form_page_get_number_drop (TURNED_MARGIN_MM)) + jx_docx_twips (JX_PAGE_NUMBER_PT / 2);
  g_autofree char *number = dup_number (odd);
  g_autofree char *xml = g_strdup_printf (FOOTER_START "<w:tbl><w:tblPr>"
    "<w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:vertAnchor=\"margin\" w:horzAnchor=\"margin\" w:tblpX=\"%d\" w:tblpYSpec=\"%s\"/>"
    "<w:tblOverlap w:val=\"overlap\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
    "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
    "<w:tblGrid><w:gridCol w:w=\"%d\"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val=\"%d\" w:hRule=\"exact\"/></w:trPr>"
    "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/><w:textDirection w:val=\"tbRl\"/><w:vAlign w:val=\"center\"/></w:tcPr>%s</w:tc></w:tr></w:tbl>"
    "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr></w:p>" FOOTER_END,
    -(middle + width / 2), odd ? "bottom" : "top", width, width, jx_docx_twips (TURNED_LENGTH_PT), width, number);

  jx_zip_out_add (zip, path, xml);
}

static void
add_element (GString *xml, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (xml, "<%s>", name);
  jx_docx_add_escaped (xml, text, strlen (text));
  g_string_append_printf (xml, "</%s>", name);
}

static void
add_properties (JxZipOut *zip, const JxForm *form, JxItem *subject)
{
  JxDocument *document = jx_item_get_document (subject);
  const JxItem *root = jx_document_get_root (document);
  g_autoptr (GDateTime) made = jx_document_get_file_date (document);
  g_autofree char *date = g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *title = jx_layout_dup_title (form, subject);
  g_autoptr (GString) xml = g_string_new (HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE_URI "/metadata/core-properties\""
                                          " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                                          " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");

  add_element (xml, "dc:title", title);
  add_element (xml, "dc:subject", jx_form_get_title (form));
  add_element (xml, "dc:creator", jx_item_get (root, JX_FIELD_UNIT_NAME));
  g_string_append_printf (xml, "<dc:language>zh-CN</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                          "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified></cp:coreProperties>\n", date, date);
  jx_zip_out_add (zip, "docProps/core.xml", xml->str);
}

void
jx_docx_add_packing (JxZipOut *zip, const JxForm *form, JxItem *subject, gboolean numbered)
{
  jx_zip_out_add (zip, "[Content_Types].xml", types);
  jx_zip_out_add (zip, "_rels/.rels", package_relations);
  add_properties (zip, form, subject);
  jx_zip_out_add (zip, "docProps/app.xml", application);
  jx_zip_out_add (zip, "word/settings.xml", numbered ? SETTINGS ("") : SETTINGS ("<w:updateFields w:val=\"true\"/>\n"));
  add_footer (zip, "word/footer1.xml", TRUE);
  add_footer (zip, "word/footer2.xml", FALSE);
  add_turned_footer (zip, "word/footer3.xml", TRUE);
  add_turned_footer (zip, "word/footer4.xml", FALSE);
}

void
jx_docx_add_relations (JxZipOut *zip, const GPtrArray *pictures)
{
  g_autoptr (GString) relations = g_string_new (document_relations);

  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("word/media/image%u.png", i + 1);

      g_string_append_printf (relations, RELATION (JX_DOCX_PICTURE_ID, "image", "media/image%u.png"), i + 1, i + 1);
      jx_zip_out_begin (zip, path);
      jx_zip_out_write (zip, g_bytes_get_data (pictures->pdata[i], NULL), g_bytes_get_size (pictures->pdata[i]));
    }
  g_string_append (relations, "</Relationships>\n");
  jx_zip_out_add (zip, "word/_rels/document.xml.rels", relations->str);
}
