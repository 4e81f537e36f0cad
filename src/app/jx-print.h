/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/jx-paper-choice.h"
#include "app/jx-session.h"
#include "paper/jx-paper.h"

G_BEGIN_DECLS

/**
 * jx_print_operation_new:
 * @parent: (nullable): the window that asks; where the dialog's preview is wanted, its action
 *   "win.preview" shows it
 * @paper: (transfer full): the pages
 * @title: what the job is called
 * @choice: how the printer was set the last time, and, when this is printed, is now
 *
 * Returns: (transfer full): an operation that prints @paper page by page, each on paper of its own
 *   size and turned its own way; what goes wrong once it runs is told by a dialog
 */
GtkPrintOperation *jx_print_operation_new (GtkWindow *parent, JxPaper *paper, const char *title, JxPaperChoice *choice);

/** jx_print_document: lays out the document as @choice has it and shows the print dialog. */
void jx_print_document (GtkWindow *parent, JxSession *session, JxPaperChoice *choice);

G_END_DECLS
