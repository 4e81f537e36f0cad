/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/jx-search.h"

G_BEGIN_DECLS

#define JX_TYPE_REPLACE_DIALOG (jx_replace_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JxReplaceDialog, jx_replace_dialog, JX, REPLACE_DIALOG, AdwWindow)

/** JxReplaceChosen: @replaced: what was decided on, not done yet; lasts as long as the call. */
typedef void (*JxReplaceChosen) (JxSearchReplaced *replaced, gpointer user_data);

/**
 * jx_replace_dialog_present:
 * @search: (transfer full): done
 * @replacement: passed jx_search_check_replacement()
 * @chosen: called when it is decided on, unless @owner is gone by then
 * @owner: given to @chosen
 *
 * Shows what replacing all would do, place by place; each can be left out.
 */
void jx_replace_dialog_present (GtkWindow *parent, JxSearch *search, const char *needle, const char *replacement,
                                JxReplaceChosen chosen, GtkWidget *owner);

G_END_DECLS
