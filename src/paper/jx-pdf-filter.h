/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-pdf-packs.h"
#include "paper/jx-tagger.h"

G_BEGIN_DECLS

/**
 * JxPdfFilter:
 *
 * Stands between cairo and the file of a tagged PDF: marks on each page what belongs to which element
 * of the tagger's tree, and puts the tree and the language in.
 */
typedef struct _JxPdfFilter JxPdfFilter;

/** jx_pdf_filter_new: @tagger: (transfer none): told what stands on a page before cairo writes it. */
JxPdfFilter *jx_pdf_filter_new (JxTagger *tagger, JxPdfWrite write, gpointer user_data);
/** jx_pdf_filter_write: what cairo writes, in any portions. */
gboolean jx_pdf_filter_write (JxPdfFilter *filter, const void *data, gsize length);
/** jx_pdf_filter_finish: after cairo's last word. Returns: whether the file is whole. */
gboolean jx_pdf_filter_finish (JxPdfFilter *filter);
void jx_pdf_filter_free (JxPdfFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPdfFilter, jx_pdf_filter_free)

G_END_DECLS
