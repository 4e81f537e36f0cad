/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "paper/jx-paper-options.h"

G_BEGIN_DECLS

#define JX_TYPE_PAPER_PANEL (jx_paper_panel_get_type ())
G_DECLARE_FINAL_TYPE (JxPaperPanel, jx_paper_panel, JX, PAPER_PANEL, AdwBin)

/**
 * JxPaperPanel:
 *
 * The options of a JxPaperOptions to be chosen by the user, beside the preview and before a PDF is
 * written alike. What does not go together is told at the end of the panel.
 *
 * Signal "changed": the user chose something; look whether it is good with jx_paper_panel_dup_options().
 */

GtkWidget *jx_paper_panel_new (void);

/**
 * jx_paper_panel_show:
 * @document: whose projects are on offer, as they are now
 * @current: a project's place to begin with where chosen projects are asked for, G_MAXUINT for none
 */
void jx_paper_panel_show (JxPaperPanel *panel, JxDocument *document, const JxPaperOptions *options, guint current);

/** jx_paper_panel_dup_options: Returns: (transfer full) (nullable): what is chosen; %NULL while it is not possible. */
JxPaperOptions *jx_paper_panel_dup_options (JxPaperPanel *panel);

G_END_DECLS
