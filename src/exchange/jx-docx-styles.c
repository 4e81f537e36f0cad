/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-styles.h"

#include <math.h>
#include <string.h>

#include "form/jx-face-names.h"

/* As the printed page has it where a style says nothing. */
#define LINE_HEIGHT 1.35
#define CONTENTS_TITLE -1
#define N_LEVELS 9

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

typedef struct
{
  const JxStyle *style;
  int level;
  char *id;
  gboolean copy; /* looks like one before and has its id */
} Entry;

struct _JxDocxStyles
{
  GArray *entries;
};

/* The styles of the contents and of the page's number. */
static const struct
{
  const char *id;
  const char *name;
  double left_pt;
  JxStyle style;
} fixed[] = {
  { "TOC1", "toc 1", 0, { .name = (char *) "", .face = (char *) "hei", .size_pt = 14, .line_height_pt = 28, .space_before_pt = 6 } },
  { "TOC2", "toc 2", 14, { .name = (char *) "", .face = (char *) "fangsong", .size_pt = 14, .line_height_pt = 26 } },
  { "Footer", "footer", 0, { .name = (char *) "", .face = (char *) "song", .size_pt = 14, .line_height_pt = 14 } },
};

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->id);
}

JxDocxStyles *
jx_docx_styles_new (void)
{
  JxDocxStyles *styles = g_new0 (JxDocxStyles, 1);

  styles->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (styles->entries, entry_clear);

  return styles;
}

void
jx_docx_styles_free (JxDocxStyles *styles)
{
  if (styles == NULL)
    return;

  g_array_unref (styles->entries);
  g_free (styles);
}

static gboolean
look_alike (const JxStyle *a, const JxStyle *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->face, b->face) == 0 && a->size_pt == b->size_pt && a->bold == b->bold
         && a->line_height_pt == b->line_height_pt && a->space_before_pt == b->space_before_pt
         && a->space_after_pt == b->space_after_pt && a->indent_em == b->indent_em && a->align == b->align;
}

static char *
dup_id (const JxDocxStyles *styles, int level)
{
  guint n_same = 0;
  guint n_own = 0;

  for (guint i = 0; i < styles->entries->len; i++)
    {
      const Entry *entry = &g_array_index (styles->entries, Entry, i);

      n_same += !entry->copy && entry->level == level;
      n_own += !entry->copy && entry->level == 0;
    }
  if (level == CONTENTS_TITLE)
    return n_same == 0 ? g_strdup ("TOCHeading") : g_strdup_printf ("TOCHeading%u", n_same + 1);
  if (level == 0)
    return g_strdup_printf ("Jixiao%u", n_own + 1);

  return n_same == 0 ? g_strdup_printf ("Heading%d", level) : g_strdup_printf ("Heading%d-%u", level, n_same + 1);
}

static const char *
get_id (JxDocxStyles *styles, const JxStyle *style, int level)
{
  const Entry *like = NULL;
  Entry entry = { style, level };

  for (guint i = 0; i < styles->entries->len; i++)
    {
      const Entry *known = &g_array_index (styles->entries, Entry, i);

      if (known->level == level && known->style == style)
        return known->id;
      if (known->level == level && !known->copy && look_alike (known->style, style))
        like = known;
    }

  entry.copy = like != NULL;
  entry.id = like != NULL ? g_strdup (like->id) : dup_id (styles, level);
  g_array_append_val (styles->entries, entry);

  return entry.id;
}

const char *
jx_docx_styles_get (JxDocxStyles *styles, const JxStyle *style, int level)
{
  g_return_val_if_fail (styles != NULL && style != NULL, "");

  return get_id (styles, style, CLAMP (level, 0, N_LEVELS));
}

const char *
jx_docx_styles_get_title (JxDocxStyles *styles, const JxStyle *style)
{
  g_return_val_if_fail (styles != NULL && style != NULL, "");

  return get_id (styles, style, CONTENTS_TITLE);
}

int
jx_docx_twips (double pt)
{
  return (int) lround (pt * 20);
}

int
jx_docx_mm_twips (double mm)
{
  return jx_docx_twips (mm * 72 / 25.4);
}

const char *
jx_docx_align (JxAlign align)
{
  switch (align)
    {
    case JX_ALIGN_CENTER:
      return "center";
    case JX_ALIGN_END:
      return "right";
    case JX_ALIGN_JUSTIFY:
      return "both";
    case JX_ALIGN_START:
    case JX_ALIGN_AUTO:
    default:
      return "left";
    }
}

double
jx_docx_get_line_height (const JxStyle *style)
{
  return style->line_height_pt > 0 ? style->line_height_pt : style->size_pt * LINE_HEIGHT;
}

static void
add_look (GString *xml, const JxStyle *style, int level, gboolean keep, const char *tabs, const char *indent)
{
  const char *face = jx_face_names_get (style->face)->name;
  int size = (int) lround (style->size_pt * 2);

  g_string_append_printf (xml, "<w:pPr>%s%s<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"exact\"/>",
                          keep ? "<w:keepNext/><w:keepLines/>" : "", tabs, jx_docx_twips (style->space_before_pt), jx_docx_twips (style->space_after_pt),
                          jx_docx_twips (jx_docx_get_line_height (style)));
  g_string_append (xml, indent);
  if (style->indent_em > 0)
    g_string_append_printf (xml, "<w:ind w:firstLineChars=\"%d\" w:firstLine=\"%d\"/>",
                            (int) lround (style->indent_em * 100), jx_docx_twips (style->indent_em * style->size_pt));
  g_string_append_printf (xml, "<w:jc w:val=\"%s\"/>", jx_docx_align (style->align));
  if (level > 0)
    g_string_append_printf (xml, "<w:outlineLvl w:val=\"%d\"/>", level - 1);
  g_string_append_printf (xml, "</w:pPr><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>%s"
                          "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>\n",
                          face, face, face, face, style->bold ? "<w:b/><w:bCs/>" : "", size, size);
}

static char *
dup_name (const Entry *entry)
{
  gboolean first = strpbrk (entry->id, "-") == NULL;

  if (entry->level == CONTENTS_TITLE)
    return g_strdup (g_str_equal (entry->id, "TOCHeading") ? "TOC Heading" : entry->id);
  if (entry->level > 0 && first)
    return g_strdup_printf ("heading %d", entry->level);

  return g_strdup_printf ("%s %s", entry->id, entry->style->name);
}

static void
add_styles (GString *xml, const JxDocxStyles *styles, double text_width_mm)
{
  g_autofree char *tabs = g_strdup_printf ("<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"%d\"/></w:tabs>", jx_docx_mm_twips (text_width_mm));

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      gboolean contents = g_str_has_prefix (fixed[i].id, "TOC");
      g_autofree char *indent = g_strdup_printf ("<w:ind w:left=\"%d\"/>", jx_docx_twips (fixed[i].left_pt));

      g_string_append_printf (xml, "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>"
                              "<w:uiPriority w:val=\"%d\"/>", fixed[i].id, fixed[i].name, contents ? 39 : 99);
      add_look (xml, &fixed[i].style, 0, FALSE, contents ? tabs : "", contents ? indent : "");
    }
  for (guint i = 0; i < styles->entries->len; i++)
    {
      const Entry *entry = &g_array_index (styles->entries, Entry, i);
      g_autofree char *name = dup_name (entry);
      g_autofree char *escaped = g_markup_escape_text (name, -1);
      gboolean own = entry->level == 0 || strpbrk (entry->id, "-") != NULL;

      if (entry->copy)
        continue;
      g_string_append_printf (xml, "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>"
                              "<w:uiPriority w:val=\"9\"/><w:qFormat/>", own ? " w:customStyle=\"1\"" : "", entry->id, escaped);
      add_look (xml, entry->style, entry->level, entry->level > 0, "", "");
    }
}

void
jx_docx_styles_write (const JxDocxStyles *styles, double text_width_mm, JxZipOut *zip)
{
  static const char * const roles[] = { "song", "song-title", "fangsong", "kai", "hei" };
  const char *body = jx_face_names_get ("fangsong")->name;
  g_autoptr (GString) xml = g_string_new (HEAD "<w:styles " W ">\n");
  g_autoptr (GString) fonts = g_string_new (HEAD "<w:fonts " W ">\n");

  g_string_append_printf (xml, "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>"
                          "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
                          "<w:pPrDefault/></w:docDefaults>\n"
                          "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
                          "<w:pPr><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/></w:pPr></w:style>\n"
                          "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>"
                          "<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>\n",
                          body, body, body, body);
  add_styles (xml, styles, text_width_mm);
  g_string_append (xml, "</w:styles>\n");
  jx_zip_out_add (zip, "word/styles.xml", xml->str);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const JxFaceNames *face = jx_face_names_get (roles[i]);

      g_string_append_printf (fonts, "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/><w:family w:val=\"%s\"/>"
                              "<w:pitch w:val=\"%s\"/></w:font>\n", face->name, face->instead, face->serif ? "roman" : "modern",
                              face->serif ? "default" : "fixed");
    }
  g_string_append (fonts, "</w:fonts>\n");
  jx_zip_out_add (zip, "word/fontTable.xml", fonts->str);
}
