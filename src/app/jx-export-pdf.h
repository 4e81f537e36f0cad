/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/jx-paper-choice.h"
#include "app/jx-session.h"

G_BEGIN_DECLS

/**
 * jx_export_pdf:
 * @toasts: of @parent: where it is said that the file is written
 *
 * Asks for a name and writes the document there as @choice has it, beside the main thread.
 */
void jx_export_pdf (GtkWindow *parent, AdwToastOverlay *toasts, JxSession *session, JxPaperChoice *choice);

/** jx_export_pdf_ask: shows what can be chosen first. @current: as for jx_paper_panel_show(). */
void jx_export_pdf_ask (GtkWindow *parent, AdwToastOverlay *toasts, JxSession *session, JxPaperChoice *choice, guint current);

G_END_DECLS
