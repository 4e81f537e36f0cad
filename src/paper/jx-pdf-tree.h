/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-pdf-packs.h"
#include "paper/jx-tagger.h"

G_BEGIN_DECLS

/** JxPdfTree: the tagger's tree as objects of a PDF file. */
typedef struct _JxPdfTree JxPdfTree;

JxPdfTree *jx_pdf_tree_new (JxTagger *tagger);
/** jx_pdf_tree_mark: marks the @content of the page that comes next into @out. Returns: whether that could be done; else the page is not in the tree. */
gboolean jx_pdf_tree_mark (JxPdfTree *tree, const char *content, gsize length, GString *out);
/** jx_pdf_tree_dup_page: Returns: (transfer full): @body, of the page object @number, with what it must say of the tree; pages come in order. */
char *jx_pdf_tree_dup_page (JxPdfTree *tree, guint number, const char *body);
/** jx_pdf_tree_add_link: the link object @number, whose element comes next among the links. */
void jx_pdf_tree_add_link (JxPdfTree *tree, guint number, const char *body);
/** jx_pdf_tree_dup_catalog: Returns: (transfer full): @body with the tree's root, to be object @root, and the language. */
char *jx_pdf_tree_dup_catalog (const char *body, guint root);
/** jx_pdf_tree_put: adds the tree to @packs, as objects from @root on. */
void jx_pdf_tree_put (JxPdfTree *tree, JxPdfPacks *packs, guint root);
void jx_pdf_tree_free (JxPdfTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPdfTree, jx_pdf_tree_free)

G_END_DECLS
