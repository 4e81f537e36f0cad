/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-docx-styles.h"
#include "form/jx-figure.h"
#include "form/jx-layout.h"

G_BEGIN_DECLS

/**
 * JxDocxOut:
 *
 * The text of a Word document while it is written; handed to @zip piece by piece.
 * @pictures: (element-type GBytes): those the text shows, PNG; they become parts of their own
 */
typedef struct
{
  JxZipOut *zip;
  GString *xml;
  JxDocxStyles *styles;
  GPtrArray *pictures;
} JxDocxOut;

/**
 * JxDocxParagraph:
 * @style: id
 * @align: (nullable): where it differs from the style's
 * @space_before_pt: below 0: the style's
 * @bookmark: from 1, 0 for none
 */
typedef struct
{
  const char *style;
  const char *align;
  gboolean keep_next;
  gboolean page_before;
  double space_before_pt;
  guint bookmark;
} JxDocxParagraph;

/** JX_DOCX_PICTURE_ID: by what the text names its picture of that number, from 1. */
#define JX_DOCX_PICTURE_ID "picture%u"

/** jx_docx_out_flush: hands over what has gathered, if it is much. */
void jx_docx_out_flush (JxDocxOut *out);

/** jx_docx_add_escaped: appends @text as it may stand in XML; what may not is left out. */
void jx_docx_add_escaped (GString *xml, const char *text, gsize length);

/** jx_docx_out_words: a run; tabs and line breaks become Word's. */
void jx_docx_out_words (JxDocxOut *out, const char *text, gsize length);

void jx_docx_out_paragraph (JxDocxOut *out, const JxDocxParagraph *look, const char *text, gsize length);

/** jx_docx_out_gap: a paragraph without words, @height_pt high; @inner: (nullable): further properties. */
void jx_docx_out_gap (JxDocxOut *out, double height_pt, const char *inner);

/** jx_docx_out_grid: a table as wide as @width_mm. */
void jx_docx_out_grid (JxDocxOut *out, const JxGrid *grid, double width_mm);

/** jx_docx_out_figure: a picture in a line of its own, @space_before_pt below what stands above. */
void jx_docx_out_figure (JxDocxOut *out, const JxFigure *figure, double space_before_pt);

/** jx_docx_out_contents: a table of contents; @entries: (element-type JxDocxEntry). */
typedef struct
{
  char *text;
  int level;
  guint bookmark;
  const char *page; /* (nullable): where it is known */
} JxDocxEntry;
void jx_docx_out_contents (JxDocxOut *out, const GArray *entries, guint deepest);

G_END_DECLS
