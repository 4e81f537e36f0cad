/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-window.h"
#include "exchange/jx-import-plan.h"

G_BEGIN_DECLS

#define JX_TYPE_TAKE_IN_DIALOG (jx_take_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JxTakeInDialog, jx_take_in_dialog, JX, TAKE_IN_DIALOG, AdwWindow)

/**
 * jx_take_in_dialog_present:
 * @session: whose document is taken into; @window shows it once something was
 * @plan: (transfer full): of that document
 * @failures: (element-type utf8): names of files that could not be read, each followed by the sentence that says why
 *
 * Shows what colleagues' files hold beside the document and takes in what the user chose, as one step.
 */
void jx_take_in_dialog_present (JxWindow *window, JxSession *session, JxImportPlan *plan, GPtrArray *failures);

G_END_DECLS
