/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** jx_pdf_append_number: a million of them are written: printf would take longer than all else. */
void jx_pdf_append_number (GString *text, gsize number);

/** JxPdfWrite: Returns: whether it could be written. */
typedef gboolean (*JxPdfWrite) (gpointer user_data, const void *data, gsize length);

/**
 * JxPdfPacks:
 *
 * The objects of a PDF file on their way to it: cairo's at once, the many small ones of the tree packed
 * together into compressed object streams, a tenth of the size. Packs stay in memory to the end, for
 * they need numbers that nobody else has.
 */
typedef struct _JxPdfPacks JxPdfPacks;

JxPdfPacks *jx_pdf_packs_new (JxPdfWrite write, gpointer user_data);
/** jx_pdf_packs_put_head: what stands before all objects. */
gboolean jx_pdf_packs_put_head (JxPdfPacks *packs, const char *text, gsize length);
/** jx_pdf_packs_put: writes object @number, from its number to its end. */
gboolean jx_pdf_packs_put (JxPdfPacks *packs, guint number, const char *object, gsize length);
/** jx_pdf_packs_put_stream: writes @data, compressed, as object @number. */
gboolean jx_pdf_packs_put_stream (JxPdfPacks *packs, guint number, const char *data, gsize length);
/** jx_pdf_packs_add: @body: what stands between the number of object @number and its end. */
void jx_pdf_packs_add (JxPdfPacks *packs, guint number, const char *body, gsize length);
/** jx_pdf_packs_finish: writes the packs and the table of all objects; @root and @info: numbers of the catalog and of what is told of the document. */
gboolean jx_pdf_packs_finish (JxPdfPacks *packs, guint root, guint info);
void jx_pdf_packs_free (JxPdfPacks *packs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPdfPacks, jx_pdf_packs_free)

G_END_DECLS
