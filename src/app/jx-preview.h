/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "paper/jx-paper.h"

G_BEGIN_DECLS

#define JX_TYPE_PREVIEW (jx_preview_get_type ())
G_DECLARE_FINAL_TYPE (JxPreview, jx_preview, JX, PREVIEW, AdwWindow)

/**
 * jx_preview_new:
 * @parent: (nullable): the window that asks
 * @paper: the pages
 * @owner: what lives as long as @paper is needed; held by the window
 * @free_paper: (nullable): jx_paper_free() where the window shall free @paper
 *
 * Returns: (transfer none): a window that shows the pages one at a time, drawn as they are printed;
 *   owned by GTK
 */
GtkWidget *jx_preview_new (GtkWindow *parent, JxPaper *paper, GObject *owner, GDestroyNotify free_paper);

G_END_DECLS
