/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/jx-file-watch.h"

G_BEGIN_DECLS

#define JX_TYPE_FILE_BAR (jx_file_bar_get_type ())
G_DECLARE_FINAL_TYPE (JxFileBar, jx_file_bar, JX, FILE_BAR, AdwBin)

/**
 * JxFileBar:
 *
 * A bar over the document that says what others do to its file, or what else endangers her work, and
 * offers what can be done about it. Not seen as long as there is nothing to say.
 */

/** jx_file_bar_set_watch: @watch: (nullable): of the file to speak of. */
void jx_file_bar_set_watch (JxFileBar *bar, JxFileWatch *watch);

/** jx_file_bar_set_warning: @warning: (nullable): of her work, as long as it holds. */
void jx_file_bar_set_warning (JxFileBar *bar, const char *warning);

/** jx_file_bar_get_sentence: Returns: (transfer none) (nullable): what it says, %NULL while it is not seen. */
const char *jx_file_bar_get_sentence (JxFileBar *bar);

G_END_DECLS
