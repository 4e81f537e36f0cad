/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-tagger.h"

G_BEGIN_DECLS

/** JxPdfWrite: Returns: whether it could be written. */
typedef gboolean (*JxPdfWrite) (gpointer user_data, const void *data, gsize length);

/**
 * JxPdfTail:
 *
 * Stands between cairo and the file of a tagged PDF. Pages pass through as they are; the tree of
 * elements and what cairo writes after it is completed (spans, words for figures, the language) and
 * packed into compressed object streams, which cairo 1.16 does not write: a third of the size.
 */
typedef struct _JxPdfTail JxPdfTail;

/** jx_pdf_tail_new: @tagger: (transfer none): told all elements before cairo writes its tree. */
JxPdfTail *jx_pdf_tail_new (const JxTagger *tagger, JxPdfWrite write, gpointer user_data);
/** jx_pdf_tail_write: what cairo writes, in any portions. */
gboolean jx_pdf_tail_write (JxPdfTail *tail, const void *data, gsize length);
/** jx_pdf_tail_finish: after cairo's last word. Returns: whether the file is whole. */
gboolean jx_pdf_tail_finish (JxPdfTail *tail);
void jx_pdf_tail_free (JxPdfTail *tail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPdfTail, jx_pdf_tail_free)

G_END_DECLS
