/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-out.h"

#include <string.h>

#define PIECE_BYTES ((gsize) 64 * 1024)

void
jx_docx_out_flush (JxDocxOut *out)
{
  if (out->xml->len < PIECE_BYTES)
    return;

  jx_zip_out_write (out->zip, out->xml->str, out->xml->len);
  g_string_truncate (out->xml, 0);
}

void
jx_docx_add_escaped (GString *xml, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p++)
    switch (*p)
      {
      case '&':
        g_string_append (xml, "&amp;");
        break;
      case '<':
        g_string_append (xml, "&lt;");
        break;
      case '>':
        g_string_append (xml, "&gt;");
        break;
      case '"':
        g_string_append (xml, "&quot;");
        break;
      case '\xEF':
        /* U+FFFE and U+FFFF are no characters. */
        if (end - p >= 3 && p[1] == '\xBF' && (p[2] == '\xBE' || p[2] == '\xBF'))
          p += 2;
        else
          g_string_append_c (xml, *p);
        break;
      default:
        if ((guchar) *p >= ' ')
          g_string_append_c (xml, *p);
        break;
      }
}

void
jx_docx_out_words (JxDocxOut *out, const char *text, gsize length)
{
  const char *end = text + length;

  if (length == 0)
    return;

  g_string_append (out->xml, "<w:r>");
  while (text < end)
    {
      const char *stop = text;

      while (stop < end && *stop != '\t' && *stop != '\n')
        stop++;
      if (stop > text)
        {
          g_string_append (out->xml, "<w:t xml:space=\"preserve\">");
          jx_docx_add_escaped (out->xml, text, (gsize) (stop - text));
          g_string_append (out->xml, "</w:t>");
        }
      if (stop < end)
        g_string_append (out->xml, *stop == '\t' ? "<w:tab/>" : "<w:br/>");
      text = stop + 1;
    }
  g_string_append (out->xml, "</w:r>");
}

void
jx_docx_out_paragraph (JxDocxOut *out, const JxDocxParagraph *look, const char *text, gsize length)
{
  GString *xml = out->xml;

  g_string_append_printf (xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", look->style);
  if (look->keep_next)
    g_string_append (xml, "<w:keepNext/>");
  if (look->page_before)
    g_string_append (xml, "<w:pageBreakBefore/>");
  if (look->space_before_pt >= 0)
    g_string_append_printf (xml, "<w:spacing w:before=\"%d\"/>", jx_docx_twips (look->space_before_pt));
  if (look->align != NULL)
    g_string_append_printf (xml, "<w:jc w:val=\"%s\"/>", look->align);
  g_string_append (xml, "</w:pPr>");
  if (look->bookmark > 0)
    g_string_append_printf (xml, "<w:bookmarkStart w:id=\"%u\" w:name=\"_Toc%09u\"/>", look->bookmark, look->bookmark);
  jx_docx_out_words (out, text, length);
  if (look->bookmark > 0)
    g_string_append_printf (xml, "<w:bookmarkEnd w:id=\"%u\"/>", look->bookmark);
  g_string_append (xml, "</w:p>\n");
}

void
jx_docx_out_gap (JxDocxOut *out, double height_pt, const char *inner)
{
  g_string_append_printf (out->xml, "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%d\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>%s"
                          "</w:pPr></w:p>\n", jx_docx_twips (height_pt), inner != NULL ? inner : "");
}

/* Lengths in drawings: so many to a point. */
#define EMU_PER_PT 12700

#define DRAWING_URI "http://schemas.openxmlformats.org/drawingml/2006/"

void
jx_docx_out_figure (JxDocxOut *out, const JxFigure *figure, double space_before_pt)
{
  g_autofree char *size = g_strdup_printf ("cx=\"%.0f\" cy=\"%.0f\"", figure->width_pt * EMU_PER_PT, figure->height_pt * EMU_PER_PT);
  guint number;

  g_ptr_array_add (out->pictures, g_bytes_ref (figure->image));
  number = out->pictures->len;

  g_string_append_printf (out->xml, "<w:p><w:pPr><w:spacing w:before=\"%d\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/></w:pPr>"
                          "<w:r><w:drawing><wp:inline xmlns:wp=\"" DRAWING_URI "wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
                          "<wp:extent %s/><wp:docPr id=\"%u\" name=\"", jx_docx_twips (space_before_pt), size, number);
  jx_docx_add_escaped (out->xml, figure->title, strlen (figure->title));
  g_string_append (out->xml, "\" descr=\"");
  jx_docx_add_escaped (out->xml, figure->description, strlen (figure->description));
  g_string_append_printf (out->xml, "\"/><a:graphic xmlns:a=\"" DRAWING_URI "main\"><a:graphicData uri=\"" DRAWING_URI "picture\">"
                          "<pic:pic xmlns:pic=\"" DRAWING_URI "picture\"><pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"image%u.png\"/><pic:cNvPicPr/></pic:nvPicPr>"
                          "<pic:blipFill><a:blip r:embed=\"" JX_DOCX_PICTURE_ID "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                          "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext %s/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
                          "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>\n", number, number, number, size);
}

static void
add_entry (JxDocxOut *out, const JxDocxEntry *entry)
{
  g_string_append_printf (out->xml, "<w:hyperlink w:anchor=\"_Toc%09u\" w:history=\"1\">", entry->bookmark);
  jx_docx_out_words (out, entry->text, strlen (entry->text));
  g_string_append_printf (out->xml, "<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                          "<w:r><w:instrText xml:space=\"preserve\"> PAGEREF _Toc%09u \\h </w:instrText></w:r>"
                          "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>%s</w:t></w:r>"
                          "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:hyperlink>",
                          entry->bookmark, entry->page != NULL ? entry->page : "");
}

void
jx_docx_out_contents (JxDocxOut *out, const GArray *entries, guint deepest)
{
  g_autofree char *begin = g_strdup_printf ("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                            "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-%u\" \\h \\z \\u </w:instrText></w:r>"
                                            "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", deepest);
  gboolean begun = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const JxDocxEntry *entry = &g_array_index (entries, JxDocxEntry, i);

      if (entry->level > (int) deepest)
        continue;
      g_string_append_printf (out->xml, "<w:p><w:pPr><w:pStyle w:val=\"TOC%d\"/></w:pPr>%s", MAX (entry->level, 1), begun ? "" : begin);
      begun = TRUE;
      add_entry (out, entry);
      g_string_append (out->xml, "</w:p>\n");
      jx_docx_out_flush (out);
    }
  g_string_append_printf (out->xml, "<w:p>%s<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>\n", begun ? "" : begin);
}
