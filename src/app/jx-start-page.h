/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JX_TYPE_START_PAGE (jx_start_page_get_type ())
G_DECLARE_FINAL_TYPE (JxStartPage, jx_start_page, JX, START_PAGE, GtkWidget)

/** JxStartPage: what a window shows without a document: open, take in, new, the sample, and the recent documents. Uses the window's actions. */
GtkWidget *jx_start_page_new (void);

G_END_DECLS
