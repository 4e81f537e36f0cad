/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tagged PDF: the tree of headings, paragraphs, tables and figures by which a document is read aloud.
 * cairo writes such trees too, but it needs an operation a cell, which doubles the time, and 1.16 knows
 * neither what an element says besides its name nor what is no part of the document. So pages are
 * drawn as for a printer; here it is written down which glyphs belong to which element, and
 * JxPdfFilter marks them on their way to the file. */

/** JxElement: @name: a structure type of PDF; @parent: its place, the root's own for the root; @entries: (nullable): more entries of its dictionary, as PDF writes them. */
typedef struct
{
  const char *name;
  guint parent;
  const char *entries;
} JxElement;

/* Of a span: page numbers, what a table repeats. */
#define JX_ARTIFACT G_MAXUINT

/** JxSpan: @n_glyphs glyphs, one after another, of @element, or %JX_ARTIFACT; none: a figure. */
typedef struct
{
  guint element;
  guint n_glyphs;
} JxSpan;

/**
 * JxTagger:
 * @elements: (element-type JxElement): each after its parent
 * @pages: (element-type GArray of JxSpan): what stands on the pages that are not written yet
 * @links: (element-type guint): all elements that are links
 */
typedef struct
{
  GArray *elements;
  GQueue pages;
  GArray *links;
  /*< private >*/
  GArray *open;
  GStringChunk *texts;
} JxTagger;

JxTagger *jx_tagger_new (void);
/** jx_tagger_begin_page: what is drawn from now on stands on the next page. */
void jx_tagger_begin_page (JxTagger *tagger);
/** jx_tagger_begin: an element in the one begun last; "Artifact" is none, but what stands in it is no part of the document. @entries: (nullable). */
void jx_tagger_begin (JxTagger *tagger, const char *name, const char *entries);
void jx_tagger_end (JxTagger *tagger);
/** jx_tagger_add_glyphs: tells that so many are drawn. */
void jx_tagger_add_glyphs (JxTagger *tagger, guint n_glyphs);
void jx_tagger_free (JxTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxTagger, jx_tagger_free)

G_END_DECLS
