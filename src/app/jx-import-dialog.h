/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-window.h"
#include "exchange/jx-report.h"

G_BEGIN_DECLS

#define JX_TYPE_IMPORT_DIALOG (jx_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JxImportDialog, jx_import_dialog, JX, IMPORT_DIALOG, AdwWindow)

/**
 * jx_import_dialog_present:
 * @window: holds the document that was taken in
 * @report: (transfer full): what was taken, guessed and left
 *
 * Shows the report beside the document; an entry that knows where its words went shows the place.
 */
void jx_import_dialog_present (JxWindow *window, JxReport *report);

G_END_DECLS
