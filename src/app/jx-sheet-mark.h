/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-cell.h"

G_BEGIN_DECLS

/** jx_sheet_mark: tells @cell what is doubtful about its value, or how it was understood. */
void jx_sheet_mark (JxSheetCell *cell);

/** jx_sheet_mark_tell_target: @measurable: (out) (optional). Returns: (transfer full) (nullable): how the target value @text is understood, or why it cannot be measured; %NULL for a blank. */
char *jx_sheet_mark_tell_target (const char *text, gboolean *measurable);

G_END_DECLS
