/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "model/jx-document.h"
#include "paper/jx-break.h"

G_BEGIN_DECLS

/** jx_pdf_set_metadata: @title: of the document; the rest is taken from @document. The date is its year's or SOURCE_DATE_EPOCH, never the clock's, so that equal documents give equal bytes. */
void jx_pdf_set_metadata (cairo_surface_t *surface, const char *title, const char *form_title, JxDocument *document);

/** jx_pdf_add_outline: @entries: (element-type JxEntry): the headings, which jx_leaf_draw() tags. */
void jx_pdf_add_outline (cairo_surface_t *surface, const GArray *entries);

G_END_DECLS
