/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-xlsx-out.h"

G_BEGIN_DECLS

/** jx_xlsx_digest_write: adds sheets of all projects, of plan and spending with a chart, and of all indicators, for reckoning with. */
void jx_xlsx_digest_write (JxXlsxOut *out, JxItem *root);

G_END_DECLS
