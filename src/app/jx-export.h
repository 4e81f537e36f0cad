/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/jx-paper.h"

G_BEGIN_DECLS

typedef enum
{
  JX_EXPORT_PAPER, /* no file: pages to print or look at */
  JX_EXPORT_PDF,
  JX_EXPORT_OTHER, /* for another program: Word, Excel, a browser …, as the path's suffix tells */
} JxExportFormat;

/**
 * jx_export_async:
 * @parent: where to show that it takes long, and to stop it
 * @document: a copy that nobody else uses: it is read in a thread
 * @path: (nullable): the file, none for pages
 * @options: (nullable): what goes on paper and how; %NULL for all by the standard form
 *
 * Lays out @document and writes it, beside the main thread.
 */
void jx_export_async (GtkWindow *parent, JxDocument *document, JxExportFormat format, const char *path, const JxPaperOptions *options,
                      GAsyncReadyCallback callback, gpointer user_data);

/** jx_export_finish: Returns: whether the file is there, whole. */
gboolean jx_export_finish (GAsyncResult *result, GError **error);

/** jx_export_get_substitutions: Returns: (transfer none) (nullable): of a PDF that was written, which type faces were not installed, in a sentence. */
const char *jx_export_get_substitutions (GAsyncResult *result);

/** jx_export_finish_paper: Returns: (transfer full) (nullable): the pages; they need the document for as long as they live. */
JxPaper *jx_export_finish_paper (GAsyncResult *result, GError **error);

G_END_DECLS
