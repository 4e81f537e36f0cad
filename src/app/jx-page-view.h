/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/jx-paper.h"

G_BEGIN_DECLS

#define JX_TYPE_PAGE_VIEW (jx_page_view_get_type ())
G_DECLARE_FINAL_TYPE (JxPageView, jx_page_view, JX, PAGE_VIEW, GtkWidget)

#define JX_PAGE_ZOOM_MIN 0.25
#define JX_PAGE_ZOOM_MAX 4.0

typedef enum
{
  JX_PAGE_FIT_NONE,
  JX_PAGE_FIT_WIDTH, /* the widest page fills the width */
  JX_PAGE_FIT_PAGE,  /* a page is seen whole */
} JxPageFit;

/**
 * JxPageView:
 *
 * Pages one under another, as they are printed; to be put into a GtkScrolledWindow. Only what is seen
 * is drawn. Page Up and Page Down go from page to page, space by what is seen, Home and End to the
 * first and last page; dragging moves the paper.
 *
 * Properties: "page" (from 0): the one at the top; set, it goes there. "zoom" (read only): 1 shows
 * paper at its true size on a screen of 96 dpi.
 */

/** jx_page_view_set_paper: @paper: (nullable): must live until another one is set. What was seen of the one before stays in view. */
void jx_page_view_set_paper (JxPageView *view, JxPaper *paper);
guint jx_page_view_get_page (JxPageView *view);
void jx_page_view_set_page (JxPageView *view, guint page);
double jx_page_view_get_zoom (JxPageView *view);
JxPageFit jx_page_view_get_fit (JxPageView *view);

/** jx_page_view_set_fit: from now on, whatever the size of the view. */
void jx_page_view_set_fit (JxPageView *view, JxPageFit fit);
/** jx_page_view_set_zoom: kept within bounds; the middle of what is seen stays there. */
void jx_page_view_set_zoom (JxPageView *view, double zoom);
/** jx_page_view_step_zoom: to the next usual size, @up or down, with the point @x, @y of the view staying where it is. */
void jx_page_view_step_zoom (JxPageView *view, gboolean up, double x, double y);

G_END_DECLS
