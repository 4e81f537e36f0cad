/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "paper/jx-paper-options.h"

G_BEGIN_DECLS

/**
 * JxPaper:
 *
 * A document, or what the options choose of it, broken into pages. The same pages go to a PDF file, to the printer, to its
 * preview and to the screen. The document must not change while its paper is held.
 */
typedef struct _JxPaper JxPaper;

/** JxPaperProgress: Returns: whether to go on. @done and @total in projects. */
typedef gboolean (*JxPaperProgress) (guint done, guint total, gpointer user_data);

/** jx_paper_new: @options: that jx_paper_options_check() found good; @progress: (nullable). Returns: (transfer full) (nullable): %NULL when @progress stopped it. */
JxPaper *jx_paper_new (JxDocument *document, const JxPaperOptions *options, JxPaperProgress progress, gpointer user_data);
guint jx_paper_count_pages (const JxPaper *paper);
/** jx_paper_get_page_size: in points. */
void jx_paper_get_page_size (const JxPaper *paper, guint page, double *width_pt, double *height_pt);
/** jx_paper_draw_page: draws page @page (from 0) with the origin at its upper left corner, 1 unit = 1 pt. On a PDF surface links go with it. */
void jx_paper_draw_page (JxPaper *paper, guint page, cairo_t *cairo);
/** jx_paper_set_outline: puts title, dates and the outline on @surface, a PDF surface (a file's or a print operation's). */
void jx_paper_set_outline (JxPaper *paper, cairo_surface_t *surface);
/** jx_paper_dup_heading_pages: Returns: (transfer full) (array zero-terminated=1): for each heading, one after another, the number printed on the page it stands on. */
char **jx_paper_dup_heading_pages (const JxPaper *paper);

/** jx_paper_dup_substitutions: Returns: (transfer full) (nullable): a sentence that names the type faces that are not installed and what stands for them; %NULL where all are. */
char *jx_paper_dup_substitutions (JxPaper *paper);
/** jx_paper_save_pdf: the whole as a PDF file, atomically; equal documents give equal bytes. */
gboolean jx_paper_save_pdf (JxPaper *paper, const char *path, JxPaperProgress progress, gpointer user_data, GError **error);
void jx_paper_free (JxPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPaper, jx_paper_free)

G_END_DECLS
