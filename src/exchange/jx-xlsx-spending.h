/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-xlsx-out.h"

G_BEGIN_DECLS

/** jx_xlsx_spending_write: adds a sheet of what is planned and spent by the end of each month, of all projects together, with a chart, and of each. */
void jx_xlsx_spending_write (JxXlsxOut *out, JxItem *root);

G_END_DECLS
