/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/jx-paper.h"

G_BEGIN_DECLS

#define JX_TYPE_THUMBNAILS (jx_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (JxThumbnails, jx_thumbnails, JX, THUMBNAILS, GtkWidget)

/**
 * JxThumbnails:
 *
 * A column of small pages to choose one from. They are drawn one after another when nothing else is
 * to be done, those in sight first, and only as many as the list has rows for.
 *
 * Property: "page" (from 0): the one chosen; set, it is scrolled into sight.
 */

/** jx_thumbnails_set_paper: @paper: (nullable): must live until another one is set. */
void jx_thumbnails_set_paper (JxThumbnails *thumbnails, JxPaper *paper);

G_END_DECLS
