/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-sheet-face.h"

#include <math.h>

/* On paper the description's faces are looked for (src/paper); on the screen what stands in for them
 * must above all be read easily, and every system with Chinese has one of these. */
static const struct
{
  const char *role;
  const char *families;
} faces[] = {
  { "song-title", "Noto Serif CJK SC,Source Han Serif SC,SimSun,serif" },
  { "song", "Noto Serif CJK SC,Source Han Serif SC,SimSun,serif" },
  { "fangsong", "FangSong,FZFangSong-Z02,Noto Serif CJK SC,Source Han Serif SC,serif" },
  { "kai", "KaiTi,AR PL UKai CN,Noto Serif CJK SC,serif" },
  { "hei", "Noto Sans CJK SC,Source Han Sans SC,SimHei,WenQuanYi Micro Hei,sans-serif" },
};

PangoAttrList *
jx_sheet_face_new (const JxStyle *style, double scale)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, faces[1].families);
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    if (g_strcmp0 (faces[i].role, style->face) == 0)
      pango_font_description_set_family (font, faces[i].families);
  pango_font_description_set_absolute_size (font, round (style->size_pt * scale * 4) / 4 * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  /* Codes and numbers are broken where they must, never hyphenated. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_font_description_free (font);

  return attributes;
}
