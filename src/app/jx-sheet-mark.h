/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-cell.h"

G_BEGIN_DECLS

/** jx_sheet_mark: tells @cell what is doubtful about its value, or how it was understood. */
void jx_sheet_mark (JxSheetCell *cell);

G_END_DECLS
