/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-cell.h"

G_BEGIN_DECLS

/** jx_sheet_mark: tells @cell what is doubtful about its value, or how it was understood. */
void jx_sheet_mark (JxSheetCell *cell);

/** jx_sheet_mark_tell: Returns: (transfer full) (nullable): how @typed is understood as @field of @item: a target value's parts, or what money then adds up to; %NULL if there is nothing to tell. */
char *jx_sheet_mark_tell (const JxItem *item, JxField field, const char *typed);

G_END_DECLS
