/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-tagger.h"

G_BEGIN_DECLS

/** JxPdfMark: what @element has on @page is the marked content @id there. */
typedef struct
{
  guint element;
  guint page;
  guint id;
} JxPdfMark;

/**
 * jx_pdf_marks_put:
 * @content: operators of page @page, as cairo writes them
 * @out: the same, each element's part marked as such, all else as artifact
 * @marks: (element-type JxPdfMark): gets those of the page
 *
 * Takes the page's spans off @tagger.
 *
 * Returns: whether all was as told; if not, @out and @marks are as they were
 */
gboolean jx_pdf_marks_put (JxTagger *tagger, const char *content, gsize length, guint page, GString *out, GArray *marks);

G_END_DECLS
