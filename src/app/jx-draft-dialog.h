/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-application.h"

G_BEGIN_DECLS

#define JX_TYPE_DRAFT_DIALOG (jx_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JxDraftDialog, jx_draft_dialog, JX, DRAFT_DIALOG, AdwWindow)

/**
 * JxDraftDialog:
 *
 * Drafts that an earlier run left behind: what each holds, how it stands to its file, and for each
 * the choice to open it, to discard it, or to leave it for another time.
 */

/**
 * jx_draft_dialog_offer:
 *
 * Looks for such drafts and reads them in a thread; shows the dialog over a window of @application if
 * there is anything in them that is not in their files too.
 */
void jx_draft_dialog_offer (JxApplication *application);

G_END_DECLS
