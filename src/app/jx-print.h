/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/jx-paper-choice.h"
#include "app/jx-session.h"
#include "paper/jx-paper.h"

G_BEGIN_DECLS

/**
 * jx_print_run:
 * @parent: (nullable): the window that asks; where the dialog's preview is wanted, its action
 *   "win.preview" shows it
 * @paper: (transfer full): the pages
 * @title: what the job is called
 * @action: the dialog, or straight to the printer or to @path
 * @path: (nullable): of a PDF file, for %GTK_PRINT_OPERATION_ACTION_EXPORT
 * @choice: (nullable): how the printer was set the last time, and, when this is printed, is now
 *
 * Prints @paper page by page, each on paper of its own size and turned its own way.
 *
 * Returns: %FALSE with @error set if it could not begin; what goes wrong later is told by a dialog
 */
gboolean jx_print_run (GtkWindow *parent, JxPaper *paper, const char *title, GtkPrintOperationAction action, const char *path,
                       JxPaperChoice *choice, GError **error);

/** jx_print_document: lays out the document as @choice has it and shows the print dialog. */
void jx_print_document (GtkWindow *parent, JxSession *session, JxPaperChoice *choice);

G_END_DECLS
