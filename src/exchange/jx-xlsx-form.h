/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/jx-xlsx-out.h"

G_BEGIN_DECLS

/** jx_xlsx_form_write: writes @subject by @form: a sheet for each project, and before them one for what is not theirs. */
void jx_xlsx_form_write (JxXlsxOut *out, const JxForm *form, JxItem *subject);

G_END_DECLS
