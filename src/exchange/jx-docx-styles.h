/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-zip-out.h"
#include "form/jx-form.h"

G_BEGIN_DECLS

/** JxDocxStyles: the styles a Word document uses, made of those of the forms. */
typedef struct _JxDocxStyles JxDocxStyles;

JxDocxStyles *jx_docx_styles_new (void);
void jx_docx_styles_free (JxDocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxDocxStyles, jx_docx_styles_free)

/** jx_docx_styles_get: @level: of a heading; 0 for none. Returns: (transfer none): the style's id. */
const char *jx_docx_styles_get (JxDocxStyles *styles, const JxStyle *style, int level);

/** jx_docx_styles_get_title: Returns: (transfer none): the id for the title over the contents, looking like @style. */
const char *jx_docx_styles_get_title (JxDocxStyles *styles, const JxStyle *style);

/** jx_docx_styles_write: adds the styles met so far and the list of their fonts to @zip; @text_width_mm: where the contents have their numbers. */
void jx_docx_styles_write (const JxDocxStyles *styles, double text_width_mm, JxZipOut *zip);

/** jx_docx_twips: Returns: twentieths of a point, as Word measures. */
int jx_docx_twips (double pt);
int jx_docx_mm_twips (double mm);

/** jx_docx_align: Returns: Word's name of @align. */
const char *jx_docx_align (JxAlign align);

/** jx_docx_get_line_height: Returns: in points, that of @style or what is usual for its size. */
double jx_docx_get_line_height (const JxStyle *style);

G_END_DECLS
