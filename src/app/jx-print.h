/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/jx-paper.h"

G_BEGIN_DECLS

/**
 * jx_print_run:
 * @parent: (nullable): the window that asks
 * @paper: (transfer full): the pages
 * @owner: what lives as long as the paper is needed: its document
 * @title: what the job is called
 * @action: the dialog, or straight to @path
 * @path: (nullable): of a PDF file, for %GTK_PRINT_OPERATION_ACTION_EXPORT
 * @settings: (inout): the printer's settings as last used, nullable
 *
 * Prints @paper page by page, each on paper of its own size and turned its own way. The dialog's
 * preview shows the same pages in a #JxPreview.
 *
 * Returns: %FALSE with @error set if it could not begin; what goes wrong later is told by a dialog
 */
gboolean jx_print_run (GtkWindow *parent, JxPaper *paper, GObject *owner, const char *title, GtkPrintOperationAction action, const char *path,
                       GtkPrintSettings **settings, GError **error);

G_END_DECLS
