/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/jx-document.h"

G_BEGIN_DECLS

#define JX_TYPE_FIGURES (jx_figures_get_type ())
G_DECLARE_FINAL_TYPE (JxFigures, jx_figures, JX, FIGURES, GtkWidget)

/** JxFigures: the band of figures that matter today: what the projects of a document add up to. It follows the document. */
GtkWidget *jx_figures_new (JxDocument *document);

G_END_DECLS
