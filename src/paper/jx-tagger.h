/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Tagged PDF: the tree of headings, paragraphs, tables and figures by which a page is read aloud.
 * cairo 1.16 writes the tree, but only the elements' names; what else an element says (spans and
 * scope of cells, words for a figure) is kept here until JxPdfTail puts it in. */

/**
 * JxTagger:
 *
 * Begins and ends elements of the tree, over page ends too. Only an element without others in it
 * may hold what is drawn.
 */
typedef struct _JxTagger JxTagger;

JxTagger *jx_tagger_new (void);

/**
 * jx_tagger_begin:
 * @name: a structure type of PDF: "Table"; a literal
 * @attributes: (nullable): for cairo: of a link
 * @entries: (nullable): more entries of the element's dictionary, as PDF writes them
 */
void jx_tagger_begin (JxTagger *tagger, cairo_t *cairo, const char *name, const char *attributes, const char *entries);
/** jx_tagger_end: ends the element begun last. */
void jx_tagger_end (JxTagger *tagger, cairo_t *cairo);
/** jx_tagger_get_entries: Returns: (transfer none) (nullable): the further entries of the element that was begun as the @index-th. */
const char *jx_tagger_get_entries (const JxTagger *tagger, guint index);
void jx_tagger_free (JxTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxTagger, jx_tagger_free)

G_END_DECLS
