/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/jx-sheet-cell.h"

G_BEGIN_DECLS

/** jx_sheet_cell_tell_name: tells assistive technology what @cell, on the sheet of @subject, is: “Row 3, Target value”. */
void jx_sheet_cell_tell_name (JxSheetCell *cell, const JxItem *subject);

/** jx_sheet_cell_dup_label: Returns: (transfer full): what can be written there: a field's name, of a part of it or a tick with what part. */
char *jx_sheet_cell_dup_label (JxSheetCell *cell);

G_END_DECLS
