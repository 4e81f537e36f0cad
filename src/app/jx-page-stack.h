/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-paper.h"

G_BEGIN_DECLS

/**
 * JxPageStack:
 *
 * Where pages lie that are shown one under another, each in the middle of the width, with a gap of
 * JX_PAGE_GAP pixels around each at any scale. A scale is pixels a point.
 */
typedef struct
{
  guint n_pages;
  double *tops; /* (array length=n_pages + 1): without gaps, in points */
  double width_pt, height_pt; /* of the widest page and of the highest */
} JxPageStack;

#define JX_PAGE_GAP 18

/** jx_page_stack_new: @paper: (nullable): %NULL for no page. */
JxPageStack *jx_page_stack_new (JxPaper *paper);
/** jx_page_stack_get_size: of the whole, in pixels. */
void jx_page_stack_get_size (const JxPageStack *stack, double scale, double *width, double *height);
/** jx_page_stack_get_top: of @page, in pixels; @page may be the number of pages. */
double jx_page_stack_get_top (const JxPageStack *stack, guint page, double scale);
/** jx_page_stack_find: Returns: the page at height @y, or, in a gap, the one after it; the last below all. */
guint jx_page_stack_find (const JxPageStack *stack, double y, double scale);
void jx_page_stack_free (JxPageStack *stack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxPageStack, jx_page_stack_free)

G_END_DECLS
